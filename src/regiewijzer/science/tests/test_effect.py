from dataclasses import replace
from datetime import date
from random import Random
from statistics import fmean

import pytest

from regiewijzer.science.effect import (
    Misfit,
    age_in_months,
    dip_is_expected,
    largest_drop,
    late_without_result,
    may_leave,
    misfit,
    misfits,
    two_year_mark,
    year_of_life,
)
from regiewijzer.science.facts import Criterion, Form, InputSource, Level, Network, Satisfaction
from regiewijzer.science.governance import from_scale, to_scale
from regiewijzer.science.limits import from_overrides

TODAY = date(2026, 11, 23)
LATE = Network(ref=1, name="Buurt in Balans", started=date(2024, 4, 1), results_known=frozenset(Level))


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
        {"results_known": frozenset()},
    ],
)
def test_a_young_network_one_with_a_result_and_one_nobody_looked_at_are_not_late(change):
    assert not late_without_result(replace(LATE, **change), TODAY)


def criterion(code="network.ties", stages=((0, None),), **more):
    return Criterion(code, tuple(stages), more.pop("forms", frozenset(Form)), **more)


@pytest.mark.parametrize(
    ("chosen", "around", "reason"),
    [
        (criterion(), {}, None),
        (criterion(stages=((12, None),)), {"months": 11}, Misfit.TOO_YOUNG),
        (criterion(stages=((12, None),)), {"months": 12}, None),
        (criterion(stages=((0, 12), (12, 36))), {"months": 36}, Misfit.TOO_OLD),
        (criterion(stages=((0, 12), (36, None))), {"months": 20}, Misfit.TOO_YOUNG),
        (criterion(stages=((12, None),)), {"months": None}, None),
        (criterion(mandated=False), {"mandated": True}, Misfit.ORIGIN),
        (criterion(mandated=False), {"mandated": False}, None),
        (criterion(own=False), {"mandated": False}, Misfit.ORIGIN),
        (criterion(forms=frozenset({Form.NAO})), {"form": Form.SELF_REGULATING}, Misfit.FORM),
        (criterion(forms=frozenset({Form.NAO})), {"form": None}, None),
    ],
)
def test_a_criterion_fits_the_age_the_origin_and_the_form_or_says_which_not(chosen, around, reason):
    known = {"months": 60, "mandated": False, "form": Form.NAO} | around

    assert misfit(chosen, **known) is reason


def test_a_criterion_that_was_kept_for_a_reason_is_left_alone():
    early = criterion(stages=((36, None),))
    network = replace(LATE, criteria=(early, replace(early, code="network.range", kept=True)))

    assert misfits(network, TODAY) == ((early, Misfit.TOO_YOUNG),)


def told(day, people=100, **scores):
    return Satisfaction(day, scores, InputSource.SURVEY, answers=people)


def test_the_aspect_that_fell_most_is_told_and_aspects_are_never_added():
    first = told(date(2025, 1, 1), access=0.8, result=0.6, together=0.2)
    last = told(date(2026, 1, 1), access=0.7, result=0.3, together=0.9)

    drop = largest_drop([first, last])

    assert drop is not None
    assert (drop.aspect, drop.before, drop.after) == ("result", 0.6, 0.3)


def test_an_aspect_is_compared_with_the_first_time_it_was_asked():
    series = [
        told(date(2024, 1, 1), access=0.5),
        told(date(2025, 1, 1), result=0.9),
        told(date(2026, 1, 1), result=0.5),
    ]

    drop = largest_drop(series)

    assert drop is not None
    assert (drop.first.measured_on, drop.last.measured_on) == (date(2025, 1, 1), date(2026, 1, 1))


@pytest.mark.parametrize(
    "series",
    [
        [],
        [told(date(2025, 1, 1), access=0.5)],
        [told(date(2025, 1, 1), access=0.5), told(date(2026, 1, 1), access=0.5)],
        [told(date(2025, 1, 1), access=0.5), told(date(2026, 1, 1), access=0.6)],
    ],
)
def test_without_a_fall_there_is_no_drop(series):
    assert largest_drop(series) is None


def test_before_the_mark_a_dip_is_expected_and_from_it_on_not():
    assert dip_is_expected(date(2024, 4, 1), date(2026, 3, 31))
    assert not dip_is_expected(date(2024, 4, 1), date(2026, 4, 1))


def test_years_of_life_count_from_one():
    assert year_of_life(date(2024, 4, 1), date(2025, 3, 31)) == 1
    assert year_of_life(date(2024, 4, 1), date(2026, 4, 1)) == 3


def test_members_may_leave_below_the_limit_at_the_last_time_they_were_asked():
    doubting, other = told(date(2025, 1, 1), stay=0.374), told(date(2026, 1, 1), meetings=0.9)

    assert may_leave([doubting, other]) is doubting
    assert may_leave([doubting, told(date(2026, 1, 1), stay=0.375)]) is None
    assert may_leave([other]) is None
    assert may_leave([told(date(2026, 1, 1), stay=0.5)], from_overrides({"members_stay": 0.6})) is not None


def test_staying_on_the_limit_but_for_the_last_bit_is_no_doubt():
    assert may_leave([told(date(2026, 1, 1), stay=0.375 - 1e-12)]) is None


ANSWERS = {"even": (1, 1, 1, 1, 1), "content": (1, 2, 5, 8, 4), "middling": (2, 5, 6, 5, 2), "sour": (6, 5, 4, 2, 1)}
ASPECTS = ("access", "treatment", "together", "result", "respect", "speed")
PAIRS = 400


def unchanged(chance, weights, people, aspects):
    """Two measurements of the same people, of which nothing changed."""

    def asked(day):
        scores = {
            aspect: from_scale(fmean(chance.choices(range(1, 6), weights, k=people))) for aspect in ASPECTS[:aspects]
        }
        return told(day, people, **scores)

    return [asked(date(2025, 1, 1)), asked(date(2026, 1, 1))]


@pytest.mark.parametrize("weights", ANSWERS.values(), ids=ANSWERS)
@pytest.mark.parametrize("people", [5, 10, 30, 100])
@pytest.mark.parametrize("aspects", [1, 4, 6])
def test_of_measurements_between_which_nothing_changed_at_most_one_in_twenty_shows_a_drop(aspects, people, weights):
    chance = Random(2026)
    series = [unchanged(chance, weights, people, aspects) for _ in range(PAIRS)]

    fallen = [drop for pair in series if (drop := largest_drop(pair))]

    assert len(fallen) <= 0.06 * PAIRS  # 1 in 20, and what chance adds to a count of 400
    assert all(round(to_scale(drop.before), 1) > round(to_scale(drop.after), 1) for drop in fallen)


def test_a_real_drop_is_still_seen():
    assert largest_drop([told(date(2025, 1, 1), access=0.7), told(date(2026, 1, 1), access=0.5)])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (told(date(2025, 1, 1), access=0.6), told(date(2026, 1, 1), access=0.5999)),
        (told(date(2025, 1, 1), 10_000, access=0.6), told(date(2026, 1, 1), 10_000, access=0.48)),  # under half a point
        (told(date(2025, 1, 1), access=0.9), told(date(2026, 1, 1), 4, access=0.1)),
        (told(date(2025, 1, 1), 4, access=0.9), told(date(2026, 1, 1), access=0.1)),
        (told(date(2025, 1, 1), None, access=0.9), told(date(2026, 1, 1), None, access=0.1)),
    ],
)
def test_a_small_drop_or_one_that_few_or_nobody_knows_how_many_told_is_none(before, after):
    assert largest_drop([before, after]) is None


def test_an_own_estimate_of_what_users_think_is_no_measurement_of_a_drop():
    before, after = told(date(2025, 1, 1), access=0.9), told(date(2026, 1, 1), access=0.1)

    assert largest_drop([before, replace(after, source=InputSource.ESTIMATE)]) is None


def test_the_more_aspects_are_compared_the_more_one_has_to_fall():
    before = told(date(2025, 1, 1), 30, access=0.6, result=0.6, together=0.6, treatment=0.6)
    after = told(date(2026, 1, 1), 30, access=0.44, result=0.6, together=0.6, treatment=0.6)
    alone = [replace(each, scores={"access": each.scores["access"]}) for each in (before, after)]

    assert largest_drop(alone)
    assert largest_drop([before, after]) is None


def test_a_slow_fall_is_measured_from_the_first_time_and_not_from_the_time_before():
    series = [told(date(2024 + year, 1, 1), access=score) for year, score in enumerate((0.8, 0.55, 0.5))]

    drop = largest_drop(series)

    assert drop is not None
    assert (drop.before, drop.after) == (0.8, 0.5)
