from datetime import date

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
    gap, ready = found(said(Layer.BOARD), said(Layer.MANAGEMENT), said(Layer.STAFF, room_for_staff=0.625))

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
    assert ready.numbers == {"authority": "Vliermonde", "count": 1}


def test_a_wholehearted_yes_of_every_layer_is_no_finding():
    assert found(said(Layer.BOARD), said(Layer.MANAGEMENT), said(Layer.STAFF)) == ()


def test_nobody_was_asked_and_nothing_is_told():
    assert found() == ()


def test_layers_that_were_not_asked_make_us_less_sure():
    (finding,) = found(said(Layer.BOARD, serving=1))

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
