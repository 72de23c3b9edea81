"""What do a page and a report say of what a network yields?"""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.library.sentences import Sentence
from regiewijzer.register.tool import NetworkSeen
from regiewijzer.science.coverage import Coverage, coverage, past_mark
from regiewijzer.science.effect import Verdict
from regiewijzer.science.facts import Network
from regiewijzer.science.limits import Limits
from regiewijzer.tools.effect.models import Conclusion
from regiewijzer.tools.effect.queries.evaluations import ShownEvaluation
from regiewijzer.tools.effect.queries.page import NetworkEffect, ShownCriterion, effect_of
from regiewijzer.ui.addresses import address_of
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.picture import Link, State, Table
from regiewijzer.ui.section import Brief, Log, LogLine, Only, Point, Section
from regiewijzer.ui.wording import NOTHING, day, joined, name_of, plain, worded

_ENDS = frozenset({Verdict.MERGE.value, Verdict.STOP.value})


def section_of(seen: NetworkSeen) -> Section:
    """The newest evaluation with its criteria, what users and members say, and every conclusion."""
    known = effect_of(seen.network, seen.limits, seen.known)
    found = (
        *_evaluation(known.latest),
        *_criteria(known),
        *([Section(picture=known.users, note=users_note())] if known.users else []),
        *([Section(picture=known.members, only=Only.PAPER)] if known.members else []),
        *([Section(log=conclusions(known.conclusions), only=Only.PAPER)] if known.conclusions else []),
    )
    nobody = gettext("Nobody looked yet. On average a network needs two years before it yields.")
    return Section(
        key="effect",
        heading=heading_of(known),
        topic=gettext("Is there a result?"),
        tab=Link(gettext("Effect"), "#effect"),
        brief=Brief(joined(plain(f"{heading_of(known)}."), _two_years(known)), _brief(known)),
        # the dossier says in short what the page of the effect has in full; paper has no page behind it
        parts=(
            Section(lead=(_in_short(known),), only=Only.PAGE),
            *_levels(known.latest),
            *(found or [Section(lead=(plain(nobody),), only=Only.PAPER)]),
        ),
        links=(*_next(seen, known), Link(gettext("Why, and what people say"), seen.to("network_effect"))),
    )


def _next(seen: NetworkSeen, known: NetworkEffect) -> tuple[Link, ...]:
    """Criteria are chosen first, and scored then; who concluded that it ends is led to how."""
    if not seen.may_change:
        return ()
    last = known.conclusions[0] if known.conclusions else None
    if last and last.verdict in _ENDS and seen.network.ended is None:
        return (Link(gettext("Carry out that it ends"), seen.to("network_stop"), button=True),)
    if known.choice:
        return (Link(gettext("Score the criteria"), seen.to("network_effect_score"), button=True),)
    return (Link(gettext("Choose the criteria"), seen.to("network_effect_criteria"), button=True),)


def users_note() -> str:
    """What to think of less satisfied users."""
    return gettext(
        "In the first two years time goes to meetings and trying out: less satisfied users are normal then, "
        "and serious later."
    )


def conclusions(found: Sequence[Conclusion]) -> Log:
    """What was concluded, with the decision it became and what was learned."""
    head = (gettext("Concluded on"), gettext("Conclusion"), gettext("By"))
    return Log(gettext("What was concluded"), head, tuple(_conclusion(each) for each in found))


def heading_of(known: NetworkEffect) -> str:
    """What there is to see of its effect."""
    if known.latest is None:
        return gettext("Nobody looked yet at what this network yields")
    looked, total = len(known.network.results_known), len(known.levels)
    if not known.reached and looked < total:
        return gettext("No result yet on the %(looked)s of %(all)s levels somebody looked at") % {
            "looked": looked,
            "all": total,
        }
    if not known.reached:
        return gettext("No result yet on any of the three levels")
    return gettext("A result on %(reached)s of %(all)s levels") % {"reached": known.reached, "all": len(known.levels)}


def results_in_words(networks: Sequence[Network], today: date, limits: Limits) -> str:
    """Of how many networks past two years somebody looked for a result; empty when that is all of them."""
    past = past_mark(networks, today, limits)
    known = sum(bool(network.results_known) for network in past)
    match coverage(known, len(past)):
        case Coverage.EMPTY:
            return gettext("No network is past that.")
        case Coverage.UNMEASURED:
            pattern = ngettext(
                "Of the network past that, nobody looked for a result yet.",
                "Of the %(total)s networks past that, nobody looked for a result yet.",
                len(past),
            )
        case Coverage.PARTLY:
            pattern = gettext("Of %(known)s of the %(total)s networks past that, somebody looked for a result.")
        case _:
            return ""
    return pattern % {"known": known, "total": len(past)}


def _in_short(known: NetworkEffect) -> Sentence:
    """How it stands to two years, whether criteria were chosen, and what was last concluded."""
    chosen = gettext("Its criteria were chosen on %(day)s.")
    concluded = gettext("Concluded on %(day)s: %(verdict)s.")
    choice = known.choice
    last = known.conclusions[0] if known.conclusions else None
    return joined(
        _two_years(known),
        worded(chosen, day=day(choice.chosen_on)) if choice else plain(gettext("No criteria were chosen yet.")),
        worded(f"**{concluded}**", day=day(last.concluded_on), verdict=str(last.get_verdict_display()).lower())
        if last
        else NOTHING,
    )


def _two_years(known: NetworkEffect) -> Sentence:
    """When its two years are over, or were; nothing without a start."""
    over = gettext("Its two years were over on %(day)s.")
    coming = gettext("From %(day)s it is time to look at results.")
    return worded(over if known.past_mark else coming, day=day(known.mark)) if known.mark else NOTHING


def _brief(known: NetworkEffect) -> State:
    """On how many levels there is a result; none is a shortage from two years on."""
    if known.latest is None:
        return State(Fit.TIGHT if known.past_mark else Fit.UNKNOWN, gettext("not looked at"))
    there = {"reached": known.reached, "all": len(known.levels)}
    if known.reached:
        return State(Fit.OK, gettext("result on %(reached)s of %(all)s") % there)
    return State(Fit.SHORT if known.past_mark else Fit.UNKNOWN, gettext("no result yet"))


def _levels(latest: ShownEvaluation | None) -> tuple[Section, ...]:
    """What was seen on each level, in a few words."""
    if latest is None:
        return ()
    points = tuple(Point(_state(there).shape, plain(_level(level, there))) for level, there in latest.levels)
    note = gettext("evaluated on %(day)s") % {"day": day(latest.evaluation.evaluated_on)}
    return (Section(points=points, note=note, only=Only.PAGE),)


def _level(level: str, there: bool | None) -> str:
    return name_of(level, "effect_levels") if there else f"{name_of(level, 'effect_levels')}: {_state(there).word}"


def _evaluation(latest: ShownEvaluation | None) -> tuple[Section, ...]:
    if latest is None:
        return ()
    said = gettext("On %(day)s there was a result on **%(seen)s of %(total)s** levels.")
    seen, total = sum(bool(there) for _, there in latest.levels), len(latest.levels)
    lead = joined(
        worded(said, day=day(latest.evaluation.evaluated_on), seen=seen, total=total),
        plain(latest.evaluation.evidence),
    )
    rows = tuple((name_of(level, "effect_levels"), _state(there)) for level, there in latest.levels)
    head = (gettext("A result for"), gettext("What was seen"))
    return (
        Section(lead=(lead,), table=Table(gettext("Is there a result?"), head, rows, widths=(1, 2)), only=Only.PAPER),
    )


def _state(there: bool | None) -> State:
    if there is None:
        return State(Fit.UNKNOWN, gettext("not looked at"))
    return State(Fit.OK, gettext("a result")) if there else State(Fit.UNKNOWN, gettext("not yet"))


def _criteria(known: NetworkEffect) -> tuple[Section, ...]:
    """The criteria that hold, what was last seen of each, and what shows it."""
    rows = tuple(
        (
            name_of(level.level, "effect_levels"),
            name_of(criterion.question.id, "effect_criteria"),
            _seen(criterion),
            criterion.latest.evidence if criterion.latest else "",
        )
        for level in known.levels
        for criterion in level.criteria
    )
    if known.choice is None or not rows:
        return ()
    caption = gettext("Criteria, chosen on %(day)s before scoring") % {"day": day(known.choice.chosen_on)}
    head = (gettext("Level"), gettext("Criterion"), gettext("What was seen"), gettext("What shows this"))
    return (Section(table=Table(caption, head, rows, widths=(1, 1.4, 1, 2)), only=Only.PAPER),)


def _seen(criterion: ShownCriterion) -> str:
    label = str(criterion.latest.label) if criterion.latest and criterion.latest.label else "–"
    return label[:1].lower() + label[1:]


def _conclusion(concluded: Conclusion) -> LogLine:
    merged, decision = concluded.merged_with, concluded.decision
    verdict = str(concluded.get_verdict_display())
    said = gettext("%(verdict)s, with %(name)s") % {"verdict": verdict, "name": merged.name} if merged else verdict
    learned = Link(gettext("Learned: %(learned)s") % {"learned": concluded.learned})
    return LogLine(
        concluded.concluded_on,
        worded("**%(said)s**", said=said),
        url=address_of("decision", concluded.network.authority.slug, decision.pk) if decision else "",
        more=(learned,),
        aside=(concluded.concluded_by.user.name,) if concluded.concluded_by else (),
    )
