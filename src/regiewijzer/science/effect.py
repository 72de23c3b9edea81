"""Has a network had the time to yield, and did it?

Two years before a network yields: a rule of thumb of seed 001 and seed 004, not a chance we compute. The three levels
of effect: Provan & Milward 2001.
"""

from datetime import date

from regiewijzer.science.facts import Network
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.upkeep import add_months, months_between


def age_in_months(started: date, today: date) -> int:
    """Whole months since the start; 0 when it is still to start."""
    return max(0, months_between(started, today))


def two_year_mark(started: date, limits: Limits = DEFAULTS) -> date:
    """The day from which a result may be expected: two years on, unless the authority set another term."""
    return add_months(started, limits.effect_months)


def late_without_result(network: Network, today: date, limits: Limits = DEFAULTS) -> bool:
    """True when the mark has passed and somebody looked, and found a result on none of the three levels."""
    if network.started is None or not network.results_known or network.results:
        return False
    return two_year_mark(network.started, limits) <= today
