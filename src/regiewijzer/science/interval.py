"""Between which values does a mean lie, when not every member of a network answered?

A finite population: of N members n answered. With everybody's answer the mean is exact; with fewer its standard error
is `sd / sqrt(n) * sqrt((N - n) / (N - 1))` (Cochran 1977, "Sampling techniques", 2.5). 1.96 of those on either side are
right in about 95 of 100 cases, as if those who answered were drawn by lot. How wide the answers lie is not kept, so
they are taken to be as wide as even answers over the scale: our proposal, on the careful side.
"""

from dataclasses import dataclass
from math import sqrt

EVEN_SPREAD = sqrt(2) / 4  # standard deviation, of 0 to 1, of answers spread evenly over 1 to 5
ERRORS = 1.96
FEWEST = 2


@dataclass(frozen=True, slots=True)
class Interval:
    """From low to high, both from 0 to 1."""

    low: float
    high: float

    def holds(self, value: float) -> bool:
        """Whether a value lies within, so that it cannot be told on which side of it the mean is."""
        return self.low < value < self.high


def interval(mean: float, answers: int | None, members: int | None) -> Interval | None:
    """Of a mean from 0 to 1 of `answers` out of `members`; None when too little is known to say so.

    Answers never lie wider than `sqrt(mean * (1 - mean))` (Bhatia & Davis 2000).
    """
    if answers is None or members is None or not FEWEST <= answers <= members:
        return None
    spread = min(EVEN_SPREAD, sqrt(max(0.0, mean * (1 - mean))))
    error = spread / sqrt(answers) * sqrt((members - answers) / (members - 1))
    return Interval(max(0.0, mean - ERRORS * error), min(1.0, mean + ERRORS * error))
