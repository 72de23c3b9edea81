"""How much enforcement power does an instrument use, and is that in proportion to what is needed?

The axis of four types from little to much power: seed 000 and seed 004. Place and spread of a mix: our proposal. Power
used against power needed: after the pyramid of enforcement and the 'benign big gun' of Ayres & Braithwaite 1992,
chapter 2; the readings and their limits are our proposal.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import Instrument, Power, latest
from regiewijzer.science.limits import DEFAULTS, Limits

WHOLE = 100
MOST_POWER = 4
LOWEST_RATING, HIGHEST_RATING = 1, 5


@dataclass(frozen=True, slots=True)
class Place:
    """Where an instrument stands on the axis, from 1 to 4.

    `mean` is the share-weighted mean, `deviation` the share-weighted mean distance to it, `lowest` and `highest` the
    ends of the types used. `types` are the types with a share, from little to much power.
    """

    mean: float
    deviation: float
    lowest: int
    highest: int
    types: tuple[Power, ...]

    @property
    def is_mix(self) -> bool:
        return len(self.types) > 1


class Proportion(StrEnum):
    """Power used against power needed. UNKNOWN when a number that decides was not given."""

    TOO_STRONG = "too_strong"
    TOO_WEAK = "too_weak"
    DETERRENT = "deterrent"
    IN_PROPORTION = "in_proportion"
    UNKNOWN = "unknown"


def place(shares: Mapping[Power, int], limits: Limits = DEFAULTS) -> Place:
    """Place on the axis of an instrument with these percentages per type.

    Raises ValueError when a share is negative or the shares do not sum to 100.
    """
    _check_shares(shares)
    types = tuple(power for power in limits.power_order if shares.get(power, 0))
    step = {power: number for number, power in enumerate(limits.power_order, start=1)}
    mean = sum(shares[power] * step[power] for power in types) / WHOLE
    deviation = sum(shares[power] * abs(step[power] - mean) for power in types) / WHOLE
    return Place(mean=mean, deviation=deviation, lowest=step[types[0]], highest=step[types[-1]], types=types)


def proportion(
    used: int | None, needed: int | None, goal_reached: int | None = None, limits: Limits = DEFAULTS
) -> Proportion:
    """Reading of power `used` and `needed` (0-4) and how far the goal was reached (1-5); None is 'not known'.

    More than needed is too strong whatever the result. Less than needed depends on the result: too weak when the goal
    is missed, a deterrent that works (or a need judged too high) when it is reached. Raises ValueError off the scales.
    """
    _check_scale("power used", used, 0, MOST_POWER)
    _check_scale("power needed", needed, 0, MOST_POWER)
    _check_scale("goal reached", goal_reached, LOWEST_RATING, HIGHEST_RATING)
    if used is None or needed is None:
        return Proportion.UNKNOWN
    if used > needed:
        return Proportion.TOO_STRONG
    if used == needed:
        return Proportion.IN_PROPORTION
    return _less_than_needed(goal_reached, limits)


def proportion_of(instrument: Instrument, limits: Limits = DEFAULTS) -> Proportion:
    """The reading of the latest evaluation of an instrument; not known when it was never evaluated."""
    last = latest(instrument.evaluations)
    if last is None:
        return Proportion.UNKNOWN
    return proportion(last.power_used, last.power_needed, last.goal_reached, limits)


def _less_than_needed(goal_reached: int | None, limits: Limits) -> Proportion:
    if goal_reached is None:
        return Proportion.UNKNOWN
    if goal_reached <= limits.goal_missed:
        return Proportion.TOO_WEAK
    if goal_reached >= limits.goal_reached:
        return Proportion.DETERRENT
    return Proportion.IN_PROPORTION


def _check_shares(shares: Mapping[Power, int]) -> None:
    negative = [power for power, share in shares.items() if share < 0]
    if negative:
        raise ValueError(
            f"A share cannot be negative: {', '.join(f'{power} {shares[power]} %' for power in negative)}."
        )
    total = sum(shares.values())
    if total != WHOLE:
        raise ValueError(f"The shares must sum to {WHOLE} %, not {total} %.")


def _check_scale(what: str, value: int | None, lowest: int, highest: int) -> None:
    if value is not None and not lowest <= value <= highest:
        raise ValueError(f"The {what} must be from {lowest} to {highest}, not {value}.")
