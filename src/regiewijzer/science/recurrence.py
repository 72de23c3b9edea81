"""On which days does something fall that comes back: every so many weeks, or every month on a weekday?

Days are counted as RFC 5545 (Desruisseaux, 2009, 3.3.10) counts a recurrence by WEEKLY with an INTERVAL and by MONTHLY
with BYDAY: a day that does not exist in a month, such as its fifth Tuesday, is left out and never moved to another.
"""

from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

DAYS_IN_WEEK = 7
MONTHS_IN_YEAR = 12


class Every(StrEnum):
    """How something comes back."""

    WEEKS = "weeks"
    WEEKDAY_OF_MONTH = "weekday_of_month"
    LAST_WEEKDAY_OF_MONTH = "last_weekday_of_month"


@dataclass(frozen=True, slots=True)
class Recurrence:
    """From `first`, every `weeks` weeks, or every month on the weekday of `first`: as often in its month, or the last.

    ValueError for less than a week, and when `first` is not the last of its weekday in a month that has to be.
    """

    first: date
    every: Every
    weeks: int = 1

    def __post_init__(self) -> None:
        if self.weeks < 1:
            raise ValueError(self.weeks)
        if self.every is Every.LAST_WEEKDAY_OF_MONTH and not is_last_of_month(self.first):
            raise ValueError(self.first)

    def days(self) -> Iterator[date | None]:
        """Its days in order, without end but that of the calendar; None for a month that does not have the day."""
        if self.every is Every.WEEKS:
            step = timedelta(days=DAYS_IN_WEEK * self.weeks)
            return (self.first + step * nr for nr in count())
        return (self._in_month(month) for month in _months_from(self.first))

    def until(self, last: date, most: int) -> list[date]:
        """The days up to and with `last`, and no more than `most`."""
        found: list[date] = []
        for day in self.days():
            if len(found) == most or (day and day > last):
                break
            found += [day] if day else []
        return found

    def times(self, number: int) -> list[date]:
        """The first `number` days."""
        return self.until(date.max, number)

    def _in_month(self, month: date) -> date | None:
        length = monthrange(month.year, month.month)[1]
        first = 1 + (self.first.weekday() - month.weekday()) % DAYS_IN_WEEK
        if self.every is Every.LAST_WEEKDAY_OF_MONTH:
            return month.replace(day=first + (length - first) // DAYS_IN_WEEK * DAYS_IN_WEEK)
        day = first + DAYS_IN_WEEK * (nth_of_month(self.first) - 1)
        return month.replace(day=day) if day <= length else None


def nth_of_month(day: date) -> int:
    """The how manieth of its weekday a day is in its month, from 1 to 5."""
    return (day.day - 1) // DAYS_IN_WEEK + 1


def is_last_of_month(day: date) -> bool:
    """Whether no later day of its month has its weekday."""
    return day.day + DAYS_IN_WEEK > monthrange(day.year, day.month)[1]


def _months_from(day: date) -> Iterator[date]:
    for nr in count(day.month - 1):
        yield date(day.year + nr // MONTHS_IN_YEAR, nr % MONTHS_IN_YEAR + 1, 1)
