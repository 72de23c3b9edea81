"""What is known of a network that is stuck, and of what it tries."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Stuck:
    """That a network is stuck, as people say. `since` is the first day of this stretch, `impasses` are those of today;
    empty when it was told in own words alone.
    """

    since: date
    noted_on: date
    impasses: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Try:
    """Something small a network tries, after one design principle. `told`: whether what it did was noted."""

    what: str
    principle: str
    chosen_on: date
    until: date
    told: bool = False
