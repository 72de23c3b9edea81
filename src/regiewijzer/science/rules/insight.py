"""Which findings follow from what was learned of users, and from what was done with it?

That nobody was asked is told with the table (`composition`). What was asked lately may still find its use. Of a step
where many organisations meet only those are told of whom one does not sit at the table. Limits and rules are our
proposal, after seed 004.
"""

from collections.abc import Mapping
from datetime import date

from regiewijzer.science.facts import Insight, InsightKind, Network, Register, Step
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.insights import MANY, MONTHS_TO_USE
from regiewijzer.science.limits import Limits
from regiewijzer.science.names import compared
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule
from regiewijzer.science.upkeep import months_between


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the insights of every running network."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """What the insights of one network tell; nothing when it has none that still says something."""
    kept = tuple(each for each in network.insights if each.kept)
    if not kept:
        return ()
    return (*_unused(network, kept, today), *_goal_without(network, kept), *_many_hands(network, kept, today, limits))


def _unused(network: Network, kept: tuple[Insight, ...], today: date) -> tuple[Finding, ...]:
    """How many changed nothing, though there was time to."""
    idle = [each for each in kept if not each.used and months_between(each.made_on, today) >= MONTHS_TO_USE]
    if not idle:
        return ()
    numbers: dict[str, Number] = {"count": len(idle), "total": len(kept)}
    return (_finding(Rule.INSIGHT_UNUSED, network, numbers, (_recorded(),), kept),)


def _goal_without(network: Network, kept: tuple[Insight, ...]) -> tuple[Finding, ...]:
    """Users were asked, and the goal as it is worded now rests on none of it."""
    asked = [each for each in kept if each.seen]
    if not network.goal or not asked or any(each.goal for each in network.insights):
        return ()
    return (_finding(Rule.INSIGHT_GOAL_WITHOUT, network, {"count": len(asked)}, (_recorded(),), kept),)


def _many_hands(network: Network, kept: tuple[Insight, ...], today: date, limits: Limits) -> tuple[Finding, ...]:
    """Steps where many organisations meet of which one does not sit at the table; nothing when nobody sits there."""
    if not network.partners:
        return ()
    journeys = [each for each in kept if each.kind is InsightKind.JOURNEY]
    found: dict[str, Finding] = {}
    for journey in journeys:
        for step in journey.steps:
            if (absent := _absent(network, step)) and len(step.organisations) >= MANY:
                basis = (grounds.of_members([network], today, limits), *_assumed(journey))
                found.setdefault(compared(step.name), _of_step(network, step, absent, basis, kept))
    return tuple(found.values())


def _absent(network: Network, step: Step) -> tuple[tuple[object, str], ...]:
    return tuple(each for each in step.organisations if each[0] not in network.partners)


def _of_step(
    network: Network,
    step: Step,
    absent: tuple[tuple[object, str], ...],
    basis: tuple[Ground, ...],
    kept: tuple[Insight, ...],
) -> Finding:
    numbers: dict[str, Number] = {
        "step": step.name,
        "count": len(step.organisations),
        "absent": ", ".join(name for _ref, name in absent),
    }
    return _finding(Rule.INSIGHT_MANY_HANDS, network, numbers, basis, kept, compared(step.name))


def _recorded() -> Ground:
    """It may have changed something that nobody wrote down."""
    return grounds.ground(Reason.NOT_RECORDED_ONLY, holds=False)


def _assumed(journey: Insight) -> tuple[Ground, ...]:
    """That no user was asked about this journey."""
    return () if journey.seen else (grounds.ground(Reason.INSIGHTS_ASSUMED, holds=False),)


def _finding(
    rule: Rule,
    network: Network,
    numbers: Mapping[str, Number],
    reasons: tuple[Ground, ...],
    kept: tuple[Insight, ...],
    aspect: str = "",
) -> Finding:
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers={"network": network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=max(each.made_on for each in kept),
        aspect=aspect,
    )
