from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import Attitude, Layer, LayerMeasurement
from regiewijzer.science.limits import ROUNDING
from regiewijzer.science.readiness import GAP, absent, everywhere, gaps

TODAY = date(2026, 11, 23)
YES = dict.fromkeys(Attitude, 2.0)


def said(layer, **values):
    return LayerMeasurement(layer, TODAY, YES | {Attitude(name): value for name, value in values.items()})


layers = st.lists(
    st.builds(
        LayerMeasurement,
        st.sampled_from(Layer),
        st.just(TODAY),
        st.dictionaries(st.sampled_from(Attitude), st.floats(0, 2)),
    ),
    max_size=3,
    unique_by=lambda each: each.layer,
).map(lambda found: tuple(sorted(found, key=lambda each: list(Layer).index(each.layer))))


def test_a_point_between_two_layers_is_a_gap():
    (gap,) = gaps([said(Layer.BOARD), said(Layer.MANAGEMENT), said(Layer.STAFF, room_for_staff=0.6)])

    assert gap.attitude is Attitude.ROOM_FOR_STAFF
    assert (gap.most, gap.highest, gap.least, gap.lowest) == (Layer.BOARD, 2.0, Layer.STAFF, 0.6)


def test_less_than_a_point_is_none_and_just_a_point_is_one():
    assert gaps([said(Layer.BOARD), said(Layer.STAFF, serving=1.01)]) == ()
    assert len(gaps([said(Layer.BOARD), said(Layer.STAFF, serving=1.0)])) == 1


def test_one_layer_cannot_differ_from_itself():
    assert gaps([said(Layer.BOARD, serving=0)]) == ()


def test_the_widest_gap_comes_first():
    found = gaps([said(Layer.BOARD), said(Layer.STAFF, advantages=1.0, vague_goals=0.0)])

    assert [gap.attitude for gap in found] == [Attitude.VAGUE_GOALS, Attitude.ADVANTAGES]


def test_a_condition_is_absent_when_every_layer_that_answered_is_nearest_to_no():
    assert absent([said(Layer.BOARD, serving=0.66), said(Layer.STAFF, serving=0.4)]) == (Attitude.SERVING,)
    assert absent([said(Layer.BOARD, serving=2 / 3), said(Layer.STAFF, serving=0)]) == ()
    assert absent([LayerMeasurement(Layer.BOARD, TODAY, {Attitude.SERVING: 0.5})]) == (Attitude.SERVING,)


@pytest.mark.parametrize("people", [10, 18, 30])
def test_one_person_who_does_not_say_yes_makes_no_condition_absent(people):
    mean = 2 * (people - 1) / people

    assert absent([said(layer, **dict.fromkeys(Attitude, mean)) for layer in Layer]) == ()


def test_a_condition_is_everywhere_when_every_layer_is_nearest_to_yes():
    assert everywhere([said(Layer.BOARD, serving=1.5), said(Layer.STAFF, serving=4 / 3)], Attitude.SERVING)
    assert not everywhere([said(Layer.BOARD), said(Layer.STAFF, serving=1.33)], Attitude.SERVING)
    assert not everywhere([said(Layer.BOARD), LayerMeasurement(Layer.STAFF, TODAY, {})], Attitude.SERVING)


def test_a_condition_nobody_answered_is_not_known():
    unanswered = [LayerMeasurement(Layer.BOARD, TODAY, {})]

    assert absent(unanswered) == ()
    assert not everywhere(unanswered, Attitude.SERVING)


def test_without_an_answer_nothing_is_said():
    assert absent([]) == ()
    assert not everywhere([], Attitude.SERVING)
    assert gaps([]) == ()


@given(layers)
def test_where_layers_differ_the_condition_is_neither_absent_nor_everywhere(found):
    for gap in gaps(found):
        assert gap.attitude not in absent(found)
        assert not everywhere(found, gap.attitude)


@given(layers)
def test_a_gap_is_a_point_or_more_between_two_layers(found):
    for gap in gaps(found):
        assert gap.highest - gap.lowest >= GAP - ROUNDING
        assert gap.most is not gap.least


@given(layers)
def test_the_order_of_the_layers_does_not_matter_for_what_is_absent(found):
    assert absent(found) == absent(tuple(reversed(found)))
    assert not any(everywhere(found, attitude) for attitude in absent(found))


HUNDREDTHS = [(lowest / 100, (lowest + 100) / 100) for lowest in range(101)]


@pytest.mark.parametrize(("lowest", "highest"), HUNDREDTHS)
def test_exactly_a_point_is_a_gap_whatever_the_last_bit_says(lowest, highest):
    assert len(gaps([said(Layer.BOARD, serving=highest), said(Layer.STAFF, serving=lowest)])) == 1
