"""What do a page and a report say of what the goal of a network is worth?"""

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.register.measurements.queries import ShownMeasurement, ShownScore
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.coverage import Coverage
from regiewijzer.tools.goals.models import Measurement
from regiewijzer.tools.goals.queries.breadth import ShownBreadth
from regiewijzer.tools.goals.queries.goals import GoalPage, ShownVersion, goal_page
from regiewijzer.tools.goals.queries.splits import ShownSplit
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State, Table
from regiewijzer.ui.section import Brief, Log, LogLine, Only, Point, Section
from regiewijzer.ui.wording import (
    NOTHING,
    counted,
    day,
    joined,
    measured_in_words,
    name_of,
    plain,
    rated,
    score,
    worded,
)


def section_of(seen: NetworkSeen) -> Section:
    """The goal of today with what is known of it, and every former wording."""
    page, url = goal_page(seen.network, seen.members, seen.limits), seen.to("network_goal")
    return Section(
        key="goal",
        heading=_heading(page),
        topic=gettext("The goal"),
        tab=Link(gettext("Goal"), url),
        brief=_brief(page),
        # the dossier says in short what the page of the goal has in full; paper has no page behind it
        parts=(*_in_short(page), *_in_full(page)),
        links=(Link(gettext("Look at the goal"), url, button=True),),
    )


def scores(measured: ShownMeasurement[Measurement]) -> Table:
    """What members think of one wording, with a word beside each number; agreement where more than one answered."""
    agreed = any(each.consensus is not None for each in measured.scores)
    head = (gettext("The members"), gettext("From 1 to 5"), gettext("Like-minded"), gettext("How it stands"))
    rows = tuple(
        (name_of(each.code, "goal_dimensions"), score(each.score), score(each.consensus, 2), _state(each))
        for each in measured.scores
    )
    caption = gettext("What the members think of the goal, %(day)s") % {"day": day(measured.measured_on)}
    table = Table(caption, head, rows, numeric=(1, 2), widths=(1.6, 0.8, 0.8, 1.2))
    return table if agreed else table.without(2)


def source_of(measured: ShownMeasurement[Measurement]) -> str:
    """How and when they were asked, and how many answered."""
    said = measured.measurement
    return measured_in_words(str(said.get_source_display()), said.measured_on, said.answers, said.invited)


def versions_of(page: GoalPage) -> tuple[tuple[ShownVersion, Table | None, str], ...]:
    """Every wording, what the members think of it, and where that comes from."""
    return tuple(
        (shown, scores(shown.measured), source_of(shown.measured)) if shown.measured else (shown, None, "")
        for shown in page.versions
    )


def _heading(page: GoalPage) -> str:
    if page.current is None:
        return gettext("No goal is worded yet.")
    if not page.breadth.holds and not page.current.split:
        return gettext("The goal of this network is too broad")
    if page.current.measured:
        return gettext("What the members think of the goal")
    return gettext("The members have not judged this wording.")


def _brief(page: GoalPage) -> Brief:
    """Too broad, then what the members find too low, then of which year it is when nobody asked them."""
    if page.current is None:
        return Brief(plain(_heading(page)), State(Fit.UNKNOWN, gettext("no goal")))
    measured, year = page.current.measured, page.current.version.valid_from.year
    if not page.breadth.holds and not page.current.split:
        return Brief(plain(f"{_heading(page)}."), State(Fit.SHORT, gettext("too broad")))
    if measured is None:
        unasked = gettext("goal of %(year)s, not measured") % {"year": year}
        return Brief(plain(_heading(page)), State(Fit.UNKNOWN, unasked))
    judged = [each for each in measured.scores if each.score is not None]
    scores_said = ", ".join(f"{name_of(each.code, 'goal_dimensions').lower()} {score(each.score)}" for each in judged)
    said = worded(gettext("The members judge it, from 1 to 5: **%(scores)s**."), scores=scores_said)
    low = sum(each.low for each in judged)
    if low:
        return Brief(said, State(Fit.SHORT, ngettext("%(count)s too low", "%(count)s too low", low) % {"count": low}))
    divided = any(each.divided for each in judged)
    fine = State(Fit.TIGHT, gettext("divided")) if divided else State(Fit.OK, gettext("good enough"))
    return Brief(said, fine)


def _in_short(page: GoalPage) -> Iterator[Section]:
    """How the members judge it, and what it names."""
    if page.current is None:
        return
    if measured := page.current.measured:
        judged = (each for each in measured.scores if each.score is not None)
        yield Section(
            points=tuple(Point(_state(each).shape, _judged(each)) for each in judged),
            note=measured_in_words(str(measured.measurement.get_source_display()), measured.measured_on),
            only=Only.PAGE,
        )
    yield Section(points=(*_named(page.breadth, page.current.split), *_proposed(page.proposal)), only=Only.PAGE)


def _named(breadth: ShownBreadth, split: ShownSplit | None) -> tuple[Point, ...]:
    known = Fit.OK if breadth.named is Coverage.WHOLE else Fit.UNKNOWN
    named = Point(known if breadth.holds or split else Fit.SHORT, plain(_scope(breadth)))
    if split is None:
        return (named,)
    parts = ngettext("Split into %(total)s part", "Split into %(total)s parts", len(split.parts))
    return (named, Point(Fit.OK, worded(parts, total=len(split.parts))))


def _proposed(proposal: ShownSplit | None) -> tuple[Point, ...]:
    return (Point(Fit.UNKNOWN, plain(gettext("A split is being prepared."))),) if proposal else ()


def _judged(found: ShownScore) -> Sentence:
    return rated(name_of(found.code, "goal_dimensions"), found.score, divided=found.divided)


def _state(found: ShownScore) -> State:
    if found.score is None:
        return State(Fit.UNKNOWN, gettext("not asked"))
    if found.low:
        return State(Fit.SHORT, gettext("too low"))
    return State(Fit.TIGHT, gettext("divided")) if found.divided else State(Fit.OK, gettext("good enough"))


def _scope(breadth: ShownBreadth) -> str:
    """2 target groups, 1 policy domain; 3 of 9 have an action."""
    scope = breadth.scope
    named = f"{_groups(scope.groups)}, {_domains(scope.domains)}"
    if not scope.recorded:
        return named
    acting = gettext("%(with_action)s of %(all)s have an action") % {"with_action": scope.active, "all": scope.partners}
    return f"{named}; {acting}"


def _groups(count: int) -> str:
    return ngettext("%(count)s target group", "%(count)s target groups", count) % {"count": counted(count)}


def _domains(count: int) -> str:
    return ngettext("%(count)s policy domain", "%(count)s policy domains", count) % {"count": counted(count)}


def _in_full(page: GoalPage) -> tuple[Section, ...]:
    if page.current is None:
        return (Section(lead=(plain(gettext("No goal is worded yet.")),), only=Only.PAPER),)
    measured, split = page.current.measured, page.current.split
    tables = (
        scores(measured) if measured else None,
        _parts(split) if split else None,
    )
    return (
        Section(lead=(_breadth(page),), only=Only.PAPER),
        *(Section(table=table, only=Only.PAPER) for table in tables if table),
        *([_former(page.versions[1:])] if len(page.versions) > 1 else []),
    )


def _breadth(page: GoalPage) -> Sentence:
    scope, current = page.breadth.scope, page.current
    acting = ngettext(
        "**%(count)s of %(total)s** partner has an action for the goal.",
        "**%(count)s of %(total)s** partners have an action for the goal.",
        scope.partners,
    )
    return joined(
        worded(
            gettext("It names %(groups)s and %(domains)s."),
            groups=_groups(scope.groups),
            domains=_domains(scope.domains),
        ),
        worded(acting, count=counted(scope.active), total=counted(scope.partners)) if scope.recorded else NOTHING,
        worded(_verdict(page.breadth)),
        plain(gettext("The goal was split; each part is looked at apart.")) if current and current.split else NOTHING,
        NOTHING if current and current.measured else plain(gettext("The members have not judged this wording.")),
    )


def _verdict(breadth: ShownBreadth) -> str:
    if not breadth.holds:
        return gettext("**That is too broad.**")
    match breadth.named:
        case Coverage.WHOLE:
            return gettext("What was written down is not too broad.")
        case Coverage.PARTLY:
            return gettext("What was written down is not too broad, but not everything was.")
        case _:
            return gettext("Whether it is narrow enough we cannot tell yet.")


def _parts(split: ShownSplit) -> Table:
    head = (gettext("Part"), gettext("For whom"), gettext("Partners"))
    rows = tuple(
        (part.sub_goal.text, ", ".join(part.sub_goal.target_groups) or "–", ", ".join(part.partners) or "–")
        for part in split.parts
    )
    return Table(gettext("The parts of the goal"), head, rows, widths=(2, 1, 1.8))


def _former(versions: Sequence[ShownVersion]) -> Section:
    heading = gettext("How the goal was worded before")
    head = (gettext("From"), gettext("Goal"), gettext("Version"))
    lines = tuple(
        LogLine(
            shown.version.valid_from,
            plain(shown.version.text),
            more=tuple(Link(said) for said in _briefly(shown)),
            aside=(gettext("version %(number)s") % {"number": shown.version.number},),
        )
        for shown in versions
    )
    return Section(heading, log=Log(heading, head, lines))


def _briefly(shown: ShownVersion) -> Iterator[str]:
    """What the members thought of a former wording, on a line."""
    if shown.measured:
        known = (each for each in shown.measured.scores if each.score is not None)
        scores = ", ".join(f"{name_of(each.code, 'goal_dimensions').lower()} {score(each.score)}" for each in known)
        yield gettext("The members, from 1 to 5: %(scores)s") % {"scores": scores}
