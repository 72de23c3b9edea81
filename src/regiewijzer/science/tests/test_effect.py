from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.science.effect import age_in_months, late_without_result, two_year_mark
from regiewijzer.science.facts import Level, Network
from regiewijzer.science.limits import from_overrides

TODAY = date(2026, 11, 23)
LATE = Network(ref=1, name="Buurt in Balans", started=date(2024, 4, 1), results_known=True)


def test_the_age_of_a_network_is_in_whole_months_and_never_negative():
    assert age_in_months(date(2024, 4, 1), TODAY) == 31
    assert age_in_months(date(2027, 4, 1), TODAY) == 0


def test_the_mark_lies_two_years_after_the_start():
    assert two_year_mark(date(2024, 4, 1)) == date(2026, 4, 1)
    assert two_year_mark(date(2024, 2, 29)) == date(2026, 2, 28)
    assert two_year_mark(date(2024, 4, 1), from_overrides({"effect_months": 36})) == date(2027, 4, 1)


def test_a_network_past_the_mark_without_any_result_is_late():
    assert late_without_result(LATE, TODAY)
    assert late_without_result(LATE, date(2026, 4, 1))


@pytest.mark.parametrize(
    "change",
    [
        {"started": date(2025, 4, 1)},
        {"started": None},
        {"results": frozenset({Level.NETWORK})},
        {"results_known": False},
    ],
)
def test_a_young_network_one_with_a_result_and_one_nobody_looked_at_are_not_late(change):
    assert not late_without_result(replace(LATE, **change), TODAY)
