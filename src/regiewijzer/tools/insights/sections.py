"""What do pages and papers say of the users of a network? Personas and journeys alone: the rest is seen by few."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from django.db.models import prefetch_related_objects
from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.facts import Feeling, InsightKind, Network, Proof, Register
from regiewijzer.science.insights import RECENT_MONTHS, last_seen
from regiewijzer.science.upkeep import months_between
from regiewijzer.tools.insights.models import Insight, Moment
from regiewijzer.tools.insights.queries import INSIGHTS, WITH_STEPS, ShownStep, steps_of
from regiewijzer.ui.pictures.journey import Stop, Way, journey_picture
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Cell, Link, Picture, State, Table
from regiewijzer.ui.section import Brief, Only, Section
from regiewijzer.ui.wording import counted, day, name_of, plain, worded

MOST_NAMES = 3


def section_of(seen: NetworkSeen) -> Section | None:
    """The personas and journeys of a network, with what each changed."""
    found = INSIGHTS.of(seen.network)
    url = seen.to("network_insights")
    if not found and seen.on_paper:
        return None
    topic = gettext("For whom we do this")
    return Section(
        key="insights",
        heading=_heading(found),
        topic=topic,
        tab=Link(gettext("Users"), url),
        brief=_brief(found),
        lead=() if found else (plain(_nothing()),),
        table=_table(seen, found) if found else None,
        links=(Link(gettext("Look at the users"), url, button=True),),
        parts=(
            *(_persona(each) for each in found if each.kind == InsightKind.PERSONA),
            *(_journeys(found) if seen.on_paper else ()),
        ),
    )


def _persona(insight: Insight) -> Section:
    """A persona in the dossier on paper; on the page it is one click away."""
    return Section(parts=tuple(told_of(insight, heading=False)), only=Only.PAPER)


def _journeys(found: Sequence[Insight]) -> Iterator[Section]:
    """Journeys as lanes, in the dossier on paper; the appendix says the same as a table."""
    journeys = [each for each in found if each.kind == InsightKind.JOURNEY]
    prefetch_related_objects(journeys, WITH_STEPS)
    for each in journeys:
        drawn = picture(each, steps_of(each))
        if drawn is not None:
            yield Section(lead=(worded("**%(name)s**", name=each.name),), picture=drawn, only=Only.PAPER)


def told_of(insight: Insight, *, heading: bool = True) -> Iterator[Section]:
    """What a persona says, part after part; without headings its name stands in the first sentence."""
    said = (
        ("", insight.situation),
        (gettext("What this person wants"), insight.goals),
        (gettext("What this person needs"), insight.needs),
        (gettext("What holds this person back"), insight.thresholds),
    )
    if not heading:
        quote = f" “{insight.quote}”" if insight.quote else ""
        yield Section(lead=(worded("**%(name)s**%(quote)s", name=insight.name, quote=quote),))
    for title, text in said:
        lines = tuple(line.strip() for line in text.splitlines() if line.strip())
        if not lines:
            continue
        if heading:
            yield Section(title or gettext("The situation"), lead=tuple(plain(line) for line in lines))
        else:
            words = "; ".join(line.rstrip(".") for line in lines)
            yield Section(lead=(plain(f"{title}: {words}." if title else f"{words}."),))


def day_of(moments: Sequence[Moment]) -> Table:
    """The moments of a diary, hour after hour."""
    head = (
        gettext("Hour"),
        gettext("What happens"),
        gettext("Where, and with whom"),
        gettext("Contact with a service"),
    )
    rows = tuple(
        (
            f"{each.at:%H:%M}",
            ". ".join(part.rstrip(". ") for part in (each.what, each.note) if part),
            ", ".join(part for part in (each.where, each.company) if part) or "–",
            _contact(each) or "–",
        )
        for each in moments
    )
    return Table(gettext("A day"), head, rows, widths=(0.6, 2.4, 1.6, 1.8))


def _contact(moment: Moment) -> str:
    if not moment.service or moment.helped is None:
        return moment.service
    said = gettext("it helped") if moment.helped else gettext("it did not help")
    return f"{moment.service}: {said}"


def section_for_board(register: Register) -> Section | None:
    """In how many networks users were asked, and whether it changed something; None when nothing is known of users."""
    known = [network for network in register.running if any(each.kept for each in network.insights)]
    if not known:
        return None
    asked = [network for network in known if _asked_lately(network, register.today)]
    return Section(gettext("What users go through"), lead=(_asked(asked, register), _changed(known)))


def _asked_lately(network: Network, today: date) -> bool:
    last = last_seen(network.insights)
    return last is not None and months_between(last, today) < RECENT_MONTHS


def _asked(asked: Sequence[Network], register: Register) -> Sentence:
    if not asked:
        return worded(gettext("**In no network** were users asked in the last twelve months, as far as we know."))
    pattern = ngettext(
        "In **one** of %(total)s networks users were asked in the last twelve months.",
        "In **%(count)s** of %(total)s networks users were asked in the last twelve months.",
        len(asked),
    )
    return worded(pattern, count=counted(len(asked)), total=counted(len(register.running)))


def _changed(known: Sequence[Network]) -> Sentence:
    insights = [each for network in known for each in network.insights if each.kept]
    used = sum(each.used for each in insights)
    if not used:
        return worded(gettext("What was learned changed **nothing** yet."))
    pattern = ngettext(
        "Of %(total)s insights **one** changed something.",
        "Of %(total)s insights **%(count)s** changed something.",
        used,
    )
    return worded(pattern, count=counted(used), total=counted(len(insights)))


def _brief(found: list[Any]) -> Brief:
    """How it stands: whether anything is known of users, whether they were asked, whether it changed anything."""
    if not found:
        return Brief(plain(_nothing()), State(Fit.UNKNOWN, gettext("nothing known")))
    names = ", ".join(each.name for each in found[:MOST_NAMES])
    said = worded(gettext("We know: **%(names)s**."), names=names)
    if all(each.proof == Proof.ASSUMED for each in found):
        return Brief(said, State(Fit.TIGHT, gettext("only assumed")))
    if not any(each.changed for each in found):
        return Brief(said, State(Fit.TIGHT, gettext("changed nothing yet")))
    return Brief(said, State(Fit.OK, gettext("it changed something")))


def _nothing() -> str:
    return gettext("Nobody wrote down yet what users go through.")


def _heading(found: list[Any]) -> str:
    unused = sum(not each.changed for each in found)
    if not found:
        return gettext("For whom we do this")
    if unused == len(found):
        return gettext("What users go through has changed nothing yet")
    return ngettext(
        "For whom we do this: %(count)s persona or journey", "For whom we do this: %(count)s personas and journeys",
        len(found),
    ) % {"count": len(found)}  # fmt: skip


def _table(seen: NetworkSeen, found: list[Any]) -> Table:
    head = (gettext("Insight"), gettext("How sure"), gettext("Made on"), gettext("What it changed"))
    rows: list[tuple[Cell, ...]] = [
        (
            f"{each.get_kind_display()}: {each.name}",
            str(each.get_proof_display()),
            day(each.made_on),
            "; ".join(said.rstrip(". ") for said in each.changed) or gettext("nothing yet"),
        )
        for each in found
    ]
    return Table(gettext("Personas and journeys"), head, tuple(rows), widths=(1.4, 0.7, 0.9, 2))


def picture(insight: Insight, steps: Sequence[ShownStep]) -> Picture | None:
    """A journey as lanes; None without steps."""
    head = (
        gettext("Step"),
        gettext("Stage"),
        gettext("How it feels"),
        gettext("Whom somebody meets"),
        gettext("Where it goes wrong"),
        gettext("What is possible"),
    )
    stops = tuple(
        Stop(
            name=each.step.name,
            stage=str(each.step.get_stage_display()),
            feeling=each.step.feeling,
            met=tuple(name for name, _inside in each.met),
            cells=(
                str(each.step.get_stage_display()),
                name_of(each.feeling, "feelings"),
                ", ".join(_met(each)) or "–",
                each.step.pain or "–",
                each.step.chance or "–",
            ),
        )
        for each in steps
    )
    way = Way(
        title=insight.name,
        stops=stops,
        feelings=tuple(name_of(feeling, "feelings") for feeling in Feeling),
        absent=frozenset(name for each in steps for name in each.absent),
        head=head,
    )
    return journey_picture(way, picture_id="journey")


def _met(shown: ShownStep) -> Iterator[str]:
    for name, inside in shown.met:
        yield name if inside else gettext("%(name)s (not at the table)") % {"name": name}
