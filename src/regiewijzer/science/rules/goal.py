"""Which findings follow from what the goal of a network names and who acts for it?

Limits: `goals`. When nobody wrote down who acts, the finding speaks only of what the goal names: our proposal.
"""

from datetime import date
from types import MappingProxyType

from regiewijzer.science.facts import Network, Register
from regiewijzer.science.finding import Finding, Ground, Kind, Number, Subject
from regiewijzer.science.goals import Breadth, Scope, scope, too_broad
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

_LIMIT_NAMES = MappingProxyType(
    {
        Breadth.TARGET_GROUPS: "goal_groups",
        Breadth.POLICY_DOMAINS: "goal_domains",
        Breadth.FEW_ACTIONS: "goal_active",
    }
)


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the goal of every running network."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """The finding that the goal of this network is too broad, or nothing."""
    measured = scope(network)
    breadths = too_broad(measured, limits)
    if not breadths:
        return ()
    rule = Rule.GOAL_TOO_BROAD if measured.recorded else Rule.GOAL_NAMES_TOO_MUCH
    reasons = (
        grounds.of_facts(network.as_of, today, limits),
        *_unrecorded(measured, breadths),
        *(each for breadth in breadths for each in grounds.of_limit(_LIMIT_NAMES[breadth], limits)),
    )
    return (
        Finding(
            rule=rule.value,
            subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
            numbers={"network": network.name, **_numbers(measured)},
            certainty=grounds.certainty(reasons),
            grounds=reasons,
            measured_on=network.as_of,
        ),
    )


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
