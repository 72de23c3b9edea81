"""Is the goal of a network narrow enough to be carried, and what do its members think of it?

Seed 001 asks for a goal that attracts, is concrete and can be borne by the partners, and warns against asking for a
shared vision. What counts as too broad is our proposal: facts only, no reading of words. Once a goal was split, each
sub-goal is looked at with its own partners.
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.coverage import Coverage, coverage
from regiewijzer.science.facts import Network, Ref, SubGoal
from regiewijzer.science.limits import DEFAULTS, Limits, at_least


class Dimension(StrEnum):
    """What members are asked about their goal (seed 001)."""

    ATTRACTIVE = "attractive"
    CONCRETE = "concrete"
    BEARABLE = "bearable"
    OWN_PART = "own_part"


class Breadth(StrEnum):
    """Why a goal is too broad."""

    TARGET_GROUPS = "target_groups"
    POLICY_DOMAINS = "policy_domains"
    FEW_ACTIONS = "few_actions"


@dataclass(frozen=True, slots=True)
class Scope:
    """How much a goal names and who acts for it.

    `recorded` partners have a known answer, `active` of them have an action.
    """

    groups: int
    domains: int
    partners: int
    recorded: int
    active: int


def named(measured: Scope) -> Coverage:
    """Whether target groups, policy domains and an answer for every partner were written down.

    A goal of which none was is not narrow: nobody knows.
    """
    answered = measured.partners > 0 and measured.recorded >= measured.partners
    if not (measured.groups or measured.domains or measured.recorded):
        return Coverage.UNMEASURED
    return coverage(sum((measured.groups > 0, measured.domains > 0, answered)), 3)


def scope(network: Network) -> Scope:
    """What the goal of this network names, and how many different partners act for it."""
    return _scope(network.target_groups, network.themes, network.partners, network)


def scope_of_part(part: SubGoal, network: Network) -> Scope:
    """The same for one sub-goal: only those of its partners count that still sit at the table."""
    seated = [partner for partner in network.partners if partner in part.partners]
    return _scope(part.target_groups, part.themes, seated, network)


def broadest(network: Network, limits: Limits = DEFAULTS) -> Scope:
    """The goal as a whole or, once it was split, the sub-goal with the most reasons to call it too broad."""
    scopes = [scope_of_part(part, network) for part in network.sub_goals] or [scope(network)]
    return max(scopes, key=lambda each: len(too_broad(each, limits)))


def too_broad(measured: Scope, limits: Limits = DEFAULTS) -> tuple[Breadth, ...]:
    """Every reason why a goal of this scope is too broad; empty when it is not.

    Once an action was recorded for one partner, a partner without a record counts as one without an action. When
    nothing was recorded at all, actions say nothing.
    """
    many = measured.partners >= limits.goal_partners
    acting = measured.recorded > 0 and many
    few = acting and not at_least(measured.active / measured.partners, limits.goal_active)
    reasons = (
        (Breadth.TARGET_GROUPS, measured.groups > limits.goal_groups),
        (Breadth.POLICY_DOMAINS, measured.domains > limits.goal_domains),
        (Breadth.FEW_ACTIONS, few),
    )
    return tuple(reason for reason, holds in reasons if holds)


def without_part(network: Network) -> tuple[Ref, ...]:
    """Partners that carry no sub-goal; nobody as long as the goal is whole."""
    placed = {partner for part in network.sub_goals for partner in part.partners}
    return tuple(partner for partner in network.partners if network.sub_goals and partner not in placed)


def _scope(groups: Collection[str], domains: Collection[str], partners: Collection[Ref], network: Network) -> Scope:
    acts: dict[Ref, bool] = {}
    for member in network.members:
        if member.has_action is not None and member.organisation in partners:
            acts[member.organisation] = acts.get(member.organisation, False) or member.has_action
    return Scope(
        groups=len(set(groups)),
        domains=len(set(domains)),
        partners=len(partners),
        recorded=len(acts),
        active=sum(acts.values()),
    )
