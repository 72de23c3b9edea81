from datetime import date
from itertools import islice

import pytest

from regiewijzer.science.recurrence import Every, Recurrence


def test_every_two_weeks_goes_on_over_the_end_of_a_year() -> None:
    fortnightly = Recurrence(date(2026, 12, 17), Every.WEEKS, 2)

    days = fortnightly.until(date(2027, 1, 28), 60)

    assert days == [date(2026, 12, 17), date(2026, 12, 31), date(2027, 1, 14), date(2027, 1, 28)]


def test_the_second_tuesday_of_every_month_goes_on_over_the_end_of_a_year() -> None:
    monthly = Recurrence(date(2026, 11, 10), Every.WEEKDAY_OF_MONTH)

    days = monthly.times(4)

    assert days == [date(2026, 11, 10), date(2026, 12, 8), date(2027, 1, 12), date(2027, 2, 9)]


def test_a_fifth_weekday_is_left_out_where_a_month_has_none() -> None:
    monthly = Recurrence(date(2026, 9, 29), Every.WEEKDAY_OF_MONTH)

    every_month = list(islice(monthly.days(), 7))

    assert every_month == [date(2026, 9, 29), None, None, date(2026, 12, 29), None, None, date(2027, 3, 30)]
    assert monthly.until(date(2027, 1, 31), 60) == [date(2026, 9, 29), date(2026, 12, 29)]


def test_the_last_weekday_is_in_every_month() -> None:
    monthly = Recurrence(date(2027, 12, 28), Every.LAST_WEEKDAY_OF_MONTH)

    days = monthly.times(5)

    assert days == [date(2027, 12, 28), date(2028, 1, 25), date(2028, 2, 29), date(2028, 3, 28), date(2028, 4, 25)]


def test_no_more_days_than_asked_come_of_it() -> None:
    weekly = Recurrence(date(2026, 1, 1), Every.WEEKS)

    days = weekly.until(date(2030, 1, 1), 3)

    assert days == [date(2026, 1, 1), date(2026, 1, 8), date(2026, 1, 15)]


@pytest.mark.parametrize(
    ("first", "every", "weeks", "wrong"),
    [(date(2026, 1, 1), Every.WEEKS, 0, "0"), (date(2026, 9, 22), Every.LAST_WEEKDAY_OF_MONTH, 1, "2026-09-22")],
)
def test_what_never_comes_back_or_is_not_the_last_is_refused(first: date, every: Every, weeks: int, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        Recurrence(first, every, weeks)
