"""Which findings follow from what the goal of a network names, who acts for it, and what the members think of it?

Limits: `goals`. When nobody wrote down who acts, the finding speaks only of what the goal names: our proposal. What
members said of a former wording is not held against the goal of today.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from regiewijzer.science.facts import MemberRatings, Network, Register, latest
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.goals import Breadth, Dimension, Scope, broadest, too_broad
from regiewijzer.science.governance import to_scale
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

_LIMIT_NAMES = MappingProxyType(
    {
        Breadth.TARGET_GROUPS: ("goal_groups",),
        Breadth.POLICY_DOMAINS: ("goal_domains",),
        Breadth.FEW_ACTIONS: ("goal_active", "goal_partners"),
    }
)


@dataclass(frozen=True, slots=True)
class _Said:
    """What is put into a finding about the goal of a network."""

    rule: Rule
    numbers: Mapping[str, Number]
    reasons: tuple[Ground, ...]
    measured_on: date | None
    limits_used: tuple[str, ...]
    aspect: str = ""


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the goal of every running network."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """That the goal of this network is too broad, and what its members judge poor in it."""
    found = (*_breadth(network, today, limits), *_ratings(network, today, limits))
    return tuple(
        Finding(
            rule=each.rule.value,
            subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
            numbers={"network": network.name, **each.numbers},
            certainty=grounds.certainty(each.reasons),
            grounds=each.reasons,
            measured_on=each.measured_on,
            aspect=each.aspect,
            limits_used=grounds.limits_used(limits, *each.limits_used),
        )
        for each in found
    )


def _breadth(network: Network, today: date, limits: Limits) -> tuple[_Said, ...]:
    measured = broadest(network, limits)
    breadths = too_broad(measured, limits)
    if not breadths:
        return ()
    split = len(network.sub_goals)
    reasons = (
        grounds.of_facts(network.as_of, today, limits),
        *((grounds.ground(Reason.BROADEST_PART, holds=True, count=split),) if split else ()),
        *_unrecorded(measured, breadths),
        *(_beyond(measured, breadth, limits) for breadth in breadths),
    )
    rule = Rule.GOAL_TOO_BROAD if measured.recorded else Rule.GOAL_NAMES_TOO_MUCH
    used = tuple(name for breadth in breadths for name in _LIMIT_NAMES[breadth])
    return (_Said(rule, _numbers(measured), reasons, network.as_of, used),)


def _beyond(measured: Scope, breadth: Breadth, limits: Limits) -> Ground:
    value = {
        Breadth.TARGET_GROUPS: measured.groups,
        Breadth.POLICY_DOMAINS: measured.domains,
        Breadth.FEW_ACTIONS: measured.active / measured.partners if measured.partners else 0.0,
    }[breadth]
    return grounds.of_limit(_LIMIT_NAMES[breadth][0], value, limits)


def _numbers(measured: Scope) -> dict[str, Number]:
    named: dict[str, Number] = {"groups": measured.groups, "domains": measured.domains}
    if not measured.recorded:
        return named
    return named | {"count": measured.partners, "active": measured.active, "recorded": measured.recorded}


def _unrecorded(measured: Scope, breadths: tuple[Breadth, ...]) -> tuple[Ground, ...]:
    """Doubt when partners without a record are counted as partners without an action."""
    missing = measured.partners - measured.recorded
    if Breadth.FEW_ACTIONS not in breadths or not missing:
        return ()
    return (grounds.ground(Reason.ACTIONS_UNRECORDED, holds=False, count=missing, total=measured.partners),)


def _ratings(network: Network, today: date, limits: Limits) -> tuple[_Said, ...]:
    last = latest([each for each in network.goal_ratings if each.current])
    if last is None:
        return ()
    return tuple(
        _low(dimension, last, today, limits)
        for dimension in Dimension
        if dimension in last.ratings and not at_least(last.ratings[dimension].score, limits.goal_rating)
    )


def _low(dimension: Dimension, latest: MemberRatings, today: date, limits: Limits) -> _Said:
    value: dict[str, Number] = {"value": round(to_scale(latest.ratings[dimension].score), 2)}
    agreed = grounds.of_agreement(latest.ratings[dimension].agreement, latest, limits)
    beyond = grounds.of_limit("goal_rating", latest.ratings[dimension].score, limits)
    reasons, used = (*grounds.of_measurement(latest, today, limits), *agreed, beyond), ("goal_rating",)
    if dimension is Dimension.OWN_PART:
        return _Said(Rule.OWN_PART_UNCLEAR, value, reasons, latest.measured_on, used)
    numbers = {"dimension": dimension.value, **value}
    return _Said(Rule.GOAL_LOW, numbers, reasons, latest.measured_on, used, aspect=dimension.value)
