from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.limits import from_overrides
from regiewijzer.science.upkeep import add_months, months_between, stale_for

days = st.dates(date(1980, 1, 1), date(2080, 1, 1))


@pytest.mark.parametrize(
    ("earlier", "later", "months"),
    [
        (date(2024, 9, 1), date(2026, 11, 23), 26),
        (date(2026, 10, 14), date(2026, 11, 13), 0),
        (date(2026, 10, 14), date(2026, 11, 14), 1),
        (date(2026, 1, 31), date(2026, 2, 27), 0),
        (date(2026, 1, 31), date(2026, 2, 28), 1),
        (date(2024, 2, 29), date(2026, 2, 28), 24),
        (date(2026, 5, 5), date(2026, 5, 5), 0),
        (date(2026, 6, 5), date(2026, 5, 5), -1),
    ],
)
def test_months_are_whole_months_on_the_calendar(earlier, later, months):
    assert months_between(earlier, later) == months


@given(days, st.integers(0, 400))
def test_adding_months_and_counting_them_agree(day, months):
    assert months_between(day, add_months(day, months)) == months


@given(days, days)
def test_counting_back_is_the_same_with_a_minus(one, other):
    assert months_between(one, other) == -months_between(other, one)


def test_a_fact_is_stale_from_the_limit_on():
    today = date(2026, 11, 23)

    assert stale_for(date(2025, 11, 24), today) is None
    assert stale_for(date(2025, 11, 23), today) == 12
    assert stale_for(date(2026, 5, 1), today, from_overrides({"stale_months": 6})) == 6


def test_a_fact_without_a_date_or_from_the_future_is_not_called_stale():
    assert stale_for(None, date(2026, 11, 23)) is None
    assert stale_for(date(2027, 11, 23), date(2026, 11, 23)) is None
