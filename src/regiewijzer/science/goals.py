"""Is the goal of a network narrow enough to be carried?

Seed 001 asks for a goal that attracts, is concrete and can be borne by the partners. What counts as too broad is our
proposal: facts only, no reading of words.
"""

from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import Network, Ref
from regiewijzer.science.limits import DEFAULTS, Limits


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


def scope(network: Network) -> Scope:
    """What the goal of this network names, and how many different partners act for it."""
    acts: dict[Ref, bool] = {}
    for member in network.members:
        if member.has_action is not None:
            acts[member.organisation] = acts.get(member.organisation, False) or member.has_action
    return Scope(
        groups=len(set(network.target_groups)),
        domains=len(set(network.themes)),
        partners=len(network.partners),
        recorded=len(acts),
        active=sum(acts.values()),
    )


def too_broad(measured: Scope, limits: Limits = DEFAULTS) -> tuple[Breadth, ...]:
    """Every reason why a goal of this scope is too broad; empty when it is not.

    Once an action was recorded for one partner, a partner without a record counts as one without an action. When
    nothing was recorded at all, actions say nothing.
    """
    many = measured.partners >= limits.goal_partners
    few = measured.recorded > 0 and many and measured.active / measured.partners < limits.goal_active
    reasons = (
        (Breadth.TARGET_GROUPS, measured.groups > limits.goal_groups),
        (Breadth.POLICY_DOMAINS, measured.domains > limits.goal_domains),
        (Breadth.FEW_ACTIONS, few),
    )
    return tuple(reason for reason, holds in reasons if holds)
