"""What the board reads of how ready we are: from what the layers answered, and nothing without it."""

from datetime import date

import pytest

from regiewijzer.science.facts import Attitude, Layer, LayerMeasurement, Register
from regiewijzer.tools.readiness.sections import section_for_board

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("english")


def _said(layer: Layer, room: float) -> LayerMeasurement:
    values = dict.fromkeys(Attitude, 2.0) | {Attitude.ROOM_FOR_STAFF: room}
    return LayerMeasurement(layer, TODAY, values)


def test_the_board_reads_where_the_layers_differ() -> None:
    layers = (_said(Layer.BOARD, 2.0), _said(Layer.STAFF, 0.5))

    found = section_for_board(Register(TODAY, readiness=layers))

    assert found is not None
    assert found.lead[0].plain == ("About giving staff room the board and the staff differ: 2.0 against 0.5 out of 2.")
    assert found.lead[1].plain == "Asked: the board and the staff."


def test_the_board_reads_which_conditions_no_layer_sees() -> None:
    layers = (_said(Layer.BOARD, 0.4), _said(Layer.STAFF, 0.2))

    found = section_for_board(Register(TODAY, readiness=layers))

    assert found is not None
    assert [each.plain for each in found.lead] == [
        "The layers that were asked look alike at the eight conditions for steering.",
        "Every layer that was asked rather says no to giving staff room. Asked: the board and the staff.",
    ]


def test_one_layer_alone_is_compared_with_nothing() -> None:
    found = section_for_board(Register(TODAY, readiness=(_said(Layer.BOARD, 2.0),)))

    assert found is not None
    assert found.lead[0].plain == "Only one layer was asked, so there is nothing to compare yet."


def test_without_answers_the_board_reads_nothing_of_them() -> None:
    assert section_for_board(Register(TODAY)) is None
