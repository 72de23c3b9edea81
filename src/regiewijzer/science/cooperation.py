"""Do the partners of a network accept how they cooperate, and is what each brings in balance with what each gets?

Seed 003 names three themes of every cooperation: agreement on the goal, an acceptable distribution of power and
contribution, a balanced distribution of the returns. Equal is not the norm. The scale of 0 to 3 on which partners say
what they bring and get, and what we call out of balance, are our proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import GiveAndTake
from regiewijzer.science.limits import DEFAULTS, Limits, at_least

NOTHING, MUCH = 0, 3


class Theme(StrEnum):
    """What every cooperation is about (seed 003)."""

    AGREEMENT = "agreement"
    POWER_CONTRIBUTION = "power_contribution"
    RETURNS = "returns"


class Lean(StrEnum):
    """To which side a partner leans."""

    BRINGS_MORE = "brings_more"
    GETS_MORE = "gets_more"
    IN_BALANCE = "in_balance"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Division:
    """How what is brought is divided: `largest` brings `share` of everything, `half_from` partners together half of it.

    `estimated` partners have a known size.
    """

    estimated: int
    largest: GiveAndTake
    share: float
    half_from: int


def lean(row: GiveAndTake, limits: Limits = DEFAULTS) -> Lean:
    """Whether a partner brings much more than it gets, or the reverse; unknown when one side was not estimated."""
    if row.brings is None or row.gets is None:
        return Lean.UNKNOWN
    if row.brings - row.gets >= limits.balance_gap:
        return Lean.BRINGS_MORE
    return Lean.GETS_MORE if row.gets - row.brings >= limits.balance_gap else Lean.IN_BALANCE


def leaning(rows: Sequence[GiveAndTake], to: Lean, limits: Limits = DEFAULTS) -> tuple[GiveAndTake, ...]:
    """The partners that lean to one side, the most uneven first, then by name."""
    found = [row for row in rows if lean(row, limits) is to]
    return tuple(sorted(found, key=lambda row: (-abs((row.brings or 0) - (row.gets or 0)), row.name)))


def division(rows: Sequence[GiveAndTake]) -> Division | None:
    """How what the partners bring is divided over them; None when nobody was estimated to bring anything."""
    sizes = sorted((row.brings for row in rows if row.brings is not None), reverse=True)
    total = sum(sizes)
    if not total:
        return None
    largest = min((row for row in rows if row.brings is not None), key=lambda row: (-(row.brings or 0), row.name))
    half_from = next(count for count in range(1, len(sizes) + 1) if 2 * sum(sizes[:count]) >= total)
    return Division(len(sizes), largest, (largest.brings or 0) / total, half_from)


def carries(found: Division | None, limits: Limits = DEFAULTS) -> bool:
    """True when one partner brings so large a part of everything that the others lean on it."""
    if found is None or found.estimated < limits.carries_partners:
        return False
    return at_least(found.share, limits.carries_share)
