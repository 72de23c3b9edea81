"""How old is a fact, and is it too old to rely on?

Whole months on the calendar; the limit is our proposal.
"""

from calendar import monthrange
from datetime import date

from regiewijzer.science.limits import DEFAULTS, Limits

MONTHS_A_YEAR = 12


def months_between(earlier: date, later: date) -> int:
    """Whole months from one date to another, negative when the second comes first.

    A month is full on the same day of the next month, or on its last day when it has no such day.
    """
    if later < earlier:
        return -months_between(later, earlier)
    months = (later.year - earlier.year) * MONTHS_A_YEAR + later.month - earlier.month
    full = later.day >= earlier.day or later.day == _last_day(later.year, later.month)
    return months if full else months - 1


def add_months(day: date, months: int) -> date:
    """The same day so many whole months later, or the last day of that month when it has no such day."""
    year, month = divmod(day.year * MONTHS_A_YEAR + day.month - 1 + months, MONTHS_A_YEAR)
    return date(year, month + 1, min(day.day, _last_day(year, month + 1)))


def stale_for(as_of: date | None, today: date, limits: Limits = DEFAULTS) -> int | None:
    """Age in whole months of a fact that is too old, or None when it is fresh enough or has no date."""
    if as_of is None:
        return None
    months = months_between(as_of, today)
    return months if months >= limits.stale_months else None


def _last_day(year: int, month: int) -> int:
    return monthrange(year, month)[1]
