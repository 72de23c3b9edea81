"""Between which values does a mean lie, when not every member of a network answered?

A finite population: of N members n answered. With everybody's answer the mean is exact; with fewer its standard error
is `sd / sqrt(n) * sqrt((N - n) / (N - 1))` (Cochran 1977, "Sampling techniques", 2.5). 1.96 of those on either side are
right in about 95 of 100 cases, as if those who answered were drawn by lot.

How wide the answers lie follows from how far they agree. Agreement (Tastle & Wierman 2007) is `1 + sum p log2(1 - u)`
with u the distance of an answer to the mean; among all answers with that agreement, u squared is on average at most
`WIDEST_PER_DISAGREEMENT` times 1 less the agreement (the steepest chord from 0 of u squared against -log2(1 - u)), and
never more than `mean * (1 - mean)` (Bhatia & Davis 2000). That is the widest spread there can be: our proposal, on the
careful side. Where agreement was not kept, answers are taken to be as wide as even answers over the scale.
"""

from dataclasses import dataclass
from math import log2, sqrt

WIDEST_PER_DISAGREEMENT = 0.2823  # where u is `FARTHEST`
FARTHEST = 0.7153
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


def interval(mean: float, answers: int | None, members: int | None, agreement: float | None = None) -> Interval | None:
    """Of a mean from 0 to 1 of `answers` out of `members`; None when too little is known to say so.

    `agreement` is that of the answers, from 0 to 1; None when it was not kept.
    """
    if answers is None or members is None or not FEWEST <= answers <= members:
        return None
    spread = min(EVEN_SPREAD if agreement is None else _widest(mean, agreement), sqrt(max(0.0, mean * (1 - mean))))
    error = spread / sqrt(answers) * sqrt((members - answers) / (members - 1))
    return Interval(max(0.0, mean - ERRORS * error), min(1.0, mean + ERRORS * error))


def _widest(mean: float, agreement: float) -> float:
    """The largest standard deviation that answers with this mean and agreement can have, from 0 to 1."""
    farthest = max(mean, 1 - mean)
    steepest = WIDEST_PER_DISAGREEMENT
    if farthest < FARTHEST:
        steepest = farthest**2 / -log2(1 - farthest)
    return sqrt(max(0.0, 1 - agreement) * steepest)
