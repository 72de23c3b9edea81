"""Is what we call steering really steering?

Louweret (seed 003): participation is having a say, with the authority deciding; outsourcing is commissioning a task
that is well defined; steering (regie) suits temporary, purposeful cooperation between parties with a stake of their
own. How to recognise each from who sits in a network and who does something is our proposal: a hint for whoever places
the network, never a verdict.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import Network, Organisation, Ref

MOST_OF_THEM = 0.5
FEWEST_TO_STEER = 2  # so many others with an action of their own make it cooperation


class Place(StrEnum):
    """What a network is called rightly."""

    STEERING = "steering"
    PARTICIPATION = "participation"
    OUTSOURCING = "outsourcing"


class Hint(StrEnum):
    """What the facts say of it."""

    SEVERAL_ACT = "several_act"
    ONE_OTHER = "one_other"
    MOST_SPEAK_FOR_USERS = "most_speak_for_users"
    NOBODY_ELSE = "nobody_else"
    ACTIONS_UNKNOWN = "actions_unknown"
    FEW_ACT = "few_act"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Where the facts would place a network and why; `place` is None when they do not say."""

    place: Place | None
    hint: Hint
    others: int
    acting: int


def propose(network: Network, organisations: Mapping[Ref, Organisation]) -> Proposal:
    """Where the facts place this network: who else sits in it, for whom they speak, who does something."""
    others = network.others
    acting = sum(member.has_action is True for member in others)
    place, hint = _read([member.organisation for member in others], acting, organisations)
    if hint is Hint.FEW_ACT and all(member.has_action is None for member in others):
        hint = Hint.ACTIONS_UNKNOWN
    return Proposal(place, hint, len(others), acting)


def _read(others: Collection[Ref], acting: int, organisations: Mapping[Ref, Organisation]) -> tuple[Place | None, Hint]:
    if not others:
        return None, Hint.NOBODY_ELSE
    if len(others) == 1:
        return Place.OUTSOURCING, Hint.ONE_OTHER
    if acting >= FEWEST_TO_STEER:
        return Place.STEERING, Hint.SEVERAL_ACT
    voices = sum(ref in organisations and organisations[ref].speaks_for_users for ref in others)
    if voices / len(others) > MOST_OF_THEM:
        return Place.PARTICIPATION, Hint.MOST_SPEAK_FOR_USERS
    return None, Hint.FEW_ACT
