"""Between which values a mean of some members lies."""

from itertools import product
from math import sqrt

import pytest

from regiewijzer.science.consensus import consensus
from regiewijzer.science.interval import ERRORS, EVEN_SPREAD, interval


def test_the_answers_of_everybody_leave_no_doubt():
    found = interval(0.45, 9, 9)

    assert found is not None
    assert (found.low, found.high) == (0.45, 0.45)


def test_seven_of_nine_are_a_finite_population():
    found = interval(0.5, 7, 9)

    error = 1.96 * EVEN_SPREAD / sqrt(7) * sqrt(2 / 8)
    assert found is not None
    assert (found.low, found.high) == pytest.approx((0.5 - error, 0.5 + error))
    assert found.holds(0.5 + error - 0.01)
    assert not found.holds(0.5 + error + 0.01)


def test_more_answers_of_as_many_members_say_more_and_a_mean_at_the_end_of_the_scale_too():
    few, many, high = interval(0.5, 5, 20), interval(0.5, 15, 20), interval(0.95, 5, 20)

    assert few is not None
    assert many is not None
    assert high is not None
    assert many.high - many.low < few.high - few.low
    assert high.high - high.low < few.high - few.low
    assert high.high == 1.0


@pytest.mark.parametrize(("answers", "members"), [(None, 9), (7, None), (1, 9), (10, 9)])
def test_too_little_known_gives_no_interval(answers, members):
    assert interval(0.5, answers, members) is None


def test_answers_that_agree_leave_less_doubt_than_an_even_spread():
    even, alike = interval(0.5, 5, 20), interval(0.5, 5, 20, agreement=0.9)

    assert even is not None
    assert alike is not None
    assert alike.high - alike.low < even.high - even.low
    assert interval(0.5, 5, 20, agreement=1.0) == interval(0.5, 20, 20)


def test_no_answers_of_five_people_lie_wider_than_their_agreement_allows():
    for answers in product(range(5), repeat=5):
        mean = sum(answers) / 20
        spread = sqrt(sum((step / 4 - mean) ** 2 for step in answers) / 5)

        found = interval(mean, 5, 10, consensus([step + 1 for step in answers]))

        assert found is not None
        half = ERRORS * spread / sqrt(5) * sqrt(5 / 9)
        assert found.low <= max(0.0, mean - half) + 1e-9
        assert found.high >= min(1.0, mean + half) - 1e-9
