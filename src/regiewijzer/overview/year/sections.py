"""What do the page and the paper say of a year, and how does it read in the multi-year plan?"""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.overview.load.sections import Load, headline, rule_in_words
from regiewijzer.overview.year.queries import Year
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.records.wording import label_of_code
from regiewijzer.science.load import Hours, by_rule
from regiewijzer.ui.pictures.picture import Cell, Table
from regiewijzer.ui.section import Section
from regiewijzer.ui.wording import clipped, counted, day, in_words, joined, plain, short_day, worded

MOST_ROWS = 8  # of each table, so that the paper keeps to two pages; the lists of the program have them all
SHORT_TEXT, LONG_TEXT = 100, 4000  # what the fields of a multi-year plan hold
LONGEST_NAME = 90


def lead_of(known: Year) -> Sentence:
    """Thirty-four decisions, two networks stopped."""
    decided, stopped = len(known.decided), len(known.stopped)
    if known.under:
        return joined(worded("**%(code)s**:", code=known.under.code), _said(known, decided, stopped))
    return _said(known, decided, stopped)


def _said(known: Year, decided: int, stopped: int) -> Sentence:
    if not decided and not stopped:
        return worded(
            gettext("Of **%(year)s** nothing stands in the register that was decided or stopped"), year=known.year
        )
    taken = ngettext("**One decision** in %(year)s", "**%(count)s decisions** in %(year)s", decided)
    ended = ngettext("**one network** stopped", "**%(count)s networks** stopped", stopped)
    said = worded(taken, count=in_words(decided), year=known.year)
    return Sentence((*said.parts, *worded(f", {ended}", count=counted(stopped)).parts)) if stopped else said


def sections(known: Year, load: Load) -> Iterator[Section]:
    """What we decided, what changed, what we stopped, and the hours of today."""
    yield _decided(known)
    yield _changed(known)
    yield _stopped(known)
    if known.under:
        return
    if any(each.records for each, _count in known.codes):
        yield _by_code(known)
    if load.hours.networks:
        yield _hours(load)


def short_text(known: Year) -> str:
    """At most a hundred characters."""
    return clipped(f"{lead_of(known).plain}.", SHORT_TEXT)


def long_text(known: Year, load: Load) -> str:
    """At most four thousand characters: every heading with what stands under it, whole lines alone."""
    lines = [f"{lead_of(known).plain}."]
    for section in sections(known, load):
        lines += ["", section.heading, *(sentence.plain for sentence in section.lead)]
        lines += [
            ": ".join(str(cell) for cell in row[:3] if str(cell))
            for row in (section.table.rows if section.table else ())
        ]
    kept: list[str] = []
    for line in lines:
        if len("\n".join([*kept, line])) > LONG_TEXT:
            break
        kept.append(line)
    return "\n".join(kept)


def _decided(known: Year) -> Section:
    heading = gettext("What we decided")
    head = (gettext("Decided on"), gettext("Decision"), gettext("About"))
    rows = [(short_day(each.decided_on), _name(each), _subject(each)) for each in known.decided]
    return _section(heading, "decided", head, rows, gettext("Nothing was decided in this year."), (0.8, 2.2, 1.4))


def _changed(known: Year) -> Section:
    """What was looked at again, with what became of it, and what is new in networks."""
    outcome = gettext("%(name)s: looked at again, %(outcome)s")
    form = gettext("%(name)s: form %(form)s")
    goal = gettext("%(name)s: new wording of the goal")
    found = [
        *((each.reviewed_on, outcome % {"name": _name(each), "outcome": _outcome(each)}) for each in known.reviewed),
        *((each.started, gettext("%(name)s: begun") % {"name": each.name}) for each in known.begun),
        *(
            (each.started, form % {"name": each.network.name, "form": str(each.get_form_display()).lower()})
            for each in known.forms
        ),
        *((each.valid_from, goal % {"name": each.network.name}) for each in known.goals),
    ]
    dated = sorted(((on, said) for on, said in found if on is not None), key=lambda each: each[0])
    rows = [(short_day(on), clipped(said, LONGEST_NAME)) for on, said in dated]
    head = (gettext("Day"), gettext("What changed"))
    return _section(
        gettext("What changed"),
        "changed",
        head,
        rows,
        gettext("Of this year no change stands in the register."),
        (0.8, 3.6),
    )


def _stopped(known: Year) -> Section:
    rows = [
        *((each.ended, each.name, _into(each.went_into.name if each.went_into else "")) for each in known.stopped),
        *((each.ended, each.name, gettext("instrument")) for each in known.instruments),
    ]
    head = (gettext("Until"), gettext("What"), gettext("What became of it"))
    said = [(day(on) if on else "–", name, what) for on, name, what in rows]
    return _section(
        gettext("What we stopped"), "stopped", head, said, gettext("Nothing was stopped in this year."), (0.8, 2, 1.6)
    )


def _by_code(known: Year) -> Section:
    """What falls under each code of the multi-year plan that has something under it, and what was decided about it."""
    heading = gettext("By policy code")
    head = (gettext("Policy code"), gettext("What falls under it"), gettext("Decided"))
    rows: list[tuple[Cell, ...]] = [
        (clipped(each.name, LONGEST_NAME), clipped(", ".join(map(str, each.records)), LONGEST_NAME), str(count))
        for each, count in known.codes
        if each.records
    ]
    return _section(heading, "codes", head, rows, "", (2, 2, 0.6))


def _into(name: str) -> str:
    return gettext("went into %(name)s") % {"name": name} if name else gettext("network, stopped")


def _hours(load: Load) -> Section:
    """By origin and by rule, as they stand today: hours of former years are not kept."""
    rows: list[tuple[Cell, ...]] = [
        *_rows({label_of_code(origin, "origins"): hours for origin, hours in load.origins.items()}),
        *_rows({rule_in_words(*key): hours for key, hours in by_rule(load.hours).items() if any(key)}),
    ]
    head = (gettext("Origin or rule"), gettext("Hours per year"), gettext("Known of"))
    heading = gettext("Hours by origin and by rule")
    today = gettext("As they stand today: hours of former years are not kept.")
    return Section(
        heading,
        key="hours",
        lead=(headline(load.hours),),
        table=Table(heading, head, tuple(rows[: 2 * MOST_ROWS]), widths=(2.4, 1, 1.4)),
        note=today,
        parts=(Section(lead=(plain(today),)),),
    )


def _rows(found: Mapping[str, Hours]) -> Iterator[tuple[Cell, ...]]:
    for name, hours in found.items():
        total = gettext("unknown") if hours.total is None else counted(hours.total)
        known = {"known": counted(len(hours.known)), "networks": counted(len(hours.networks))}
        yield name, total, gettext("%(known)s of %(networks)s networks") % known


def _section(
    heading: str,
    key: str,
    head: tuple[str, ...],
    rows: Sequence[tuple[Cell, ...]],
    nothing: str,
    widths: tuple[float, ...],
) -> Section:
    if not rows:
        return Section(heading, key=key, lead=(plain(nothing),))
    more = len(rows) - MOST_ROWS
    pattern = ngettext("And one more; the list has it.", "And %(count)s more; the list has them.", more)
    rest = (Section(lead=(worded(pattern, count=counted(more)),)),) if more > 0 else ()
    return Section(heading, key=key, table=Table(heading, head, tuple(rows[:MOST_ROWS]), widths=widths), parts=rest)


def _name(decision: Decision) -> str:
    return clipped(decision.name or decision.reason, LONGEST_NAME)


def _subject(decision: Decision) -> str:
    about = decision.network or decision.instrument or decision.challenge or decision.organisation
    return about.name if about else "–"


def _outcome(decision: Decision) -> str:
    return str(decision.get_outcome_display() or gettext("not known yet")).lower()
