from datetime import date

import pytest

from regiewijzer.science.facts import Attitude, InputSource, Layer, LayerMeasurement, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import readiness

TODAY = date(2026, 11, 23)
ASKED = date(2026, 9, 1)


def said(layer, source=InputSource.SURVEY, answers=6, **values):
    filled = dict.fromkeys(Attitude, 2.0) | {Attitude(name): value for name, value in values.items()}
    return LayerMeasurement(layer, ASKED, filled, source, answers)


def found(*layers):
    register = Register(TODAY, authority=7, authority_name="Vliermonde", readiness=layers)
    return readiness.find(register, Limits())


def test_the_difference_between_two_layers_is_told_with_both_numbers():
    (gap,) = found(said(Layer.BOARD), said(Layer.MANAGEMENT), said(Layer.STAFF, room_for_staff=0.625))

    assert gap.rule == "readiness.layer_gap"
    assert gap.numbers == {
        "authority": "Vliermonde",
        "layer_a": "board",
        "layer_b": "staff",
        "question": "room_for_staff",
        "value_a": 2.0,
        "value_b": 0.62,
    }
    assert gap.key == "readiness.layer_gap:authority-7:room_for_staff"
    assert gap.certainty is Certainty.GREAT
    assert gap.measured_on == ASKED


def test_a_condition_that_every_layer_misses_is_told_with_the_highest_mean():
    (finding,) = found(
        said(Layer.BOARD, serving=0.6), said(Layer.MANAGEMENT, serving=0.25), said(Layer.STAFF, serving=0.4)
    )

    assert finding.rule == "readiness.not_ready"
    assert finding.numbers == {"authority": "Vliermonde", "question": "serving", "value": 0.6}
    assert finding.key == "readiness.not_ready:authority-7:serving"
    assert finding.certainty is Certainty.GREAT


@pytest.mark.parametrize("people", [1, 5, 18, 30])
def test_a_few_who_doubt_are_no_finding(people):
    """What was told of nearly every authority when everybody had to say yes."""
    doubting = dict.fromkeys(Attitude, 2 - 2 / (10 * people))

    assert found(*(said(layer, **doubting) for layer in Layer)) == ()


def test_nobody_was_asked_and_nothing_is_told():
    assert found() == ()


def test_layers_that_were_not_asked_make_us_less_sure():
    (finding,) = found(said(Layer.BOARD, serving=0.5))

    assert finding.rule == "readiness.not_ready"
    assert [(ground.code, ground.numbers) for ground in finding.grounds if not ground.holds] == [
        ("layers_unasked", {"count": 2})
    ]
    assert finding.certainty is Certainty.FAIR


def test_one_person_speaking_for_a_layer_makes_us_less_sure():
    (finding, *_rest) = found(
        said(Layer.BOARD), said(Layer.MANAGEMENT), said(Layer.STAFF, InputSource.ESTIMATE, 1, serving=0)
    )

    assert "one_spoke_for_a_layer" in {ground.code for ground in finding.grounds}
    assert finding.certainty is Certainty.FAIR
