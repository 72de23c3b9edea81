"""What the board reads of choices and of the layers: from what was signed and measured, and nothing without it."""

from datetime import date

import pytest

from regiewijzer.overview.reports.documents.readiness_section import how_ready_we_are, what_we_chose
from regiewijzer.science.facts import Advice, Attitude, Choice, Layer, LayerMeasurement, Network, Origin, Register

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("english")


def _said(layer: Layer, room: float) -> LayerMeasurement:
    values = dict.fromkeys(Attitude, 2.0) | {Attitude.ROOM_FOR_STAFF: room}
    return LayerMeasurement(layer, TODAY, values)


def test_the_board_reads_how_many_choices_were_signed_and_for_what() -> None:
    networks = (
        Network(1, "Digibanken", challenge=7),
        Network(2, "Platform"),
        Network(3, "Opgelegd", origin=Origin.FLANDERS),
    )
    choices = (
        Choice(1, 7, date(2026, 3, 1), Advice.START_NETWORK, (1,)),
        Choice(2, 8, date(2026, 4, 1), Advice.DO_ALONE),
    )

    found = what_we_chose(Register(TODAY, networks=networks, choices=choices))

    assert found is not None
    assert [each.plain for each in found.paragraphs] == [
        "For two challenges a choice was signed: 1 × set up a network and 1 × do it alone.",
        "For 1 of our 2 own networks a choice was recorded.",
    ]


def test_the_board_reads_where_the_layers_differ() -> None:
    layers = (_said(Layer.BOARD, 2.0), _said(Layer.STAFF, 0.5))

    found = how_ready_we_are(Register(TODAY, readiness=layers))

    assert found is not None
    assert found.paragraphs[0].plain == (
        "About giving staff room the board and the staff differ: 2.0 against 0.5 out of 2."
    )
    assert found.paragraphs[1].plain == "Asked: the board and the staff."


def test_the_board_reads_which_conditions_no_layer_sees() -> None:
    layers = (_said(Layer.BOARD, 0.4), _said(Layer.STAFF, 0.2))

    found = how_ready_we_are(Register(TODAY, readiness=layers))

    assert found is not None
    assert [each.plain for each in found.paragraphs] == [
        "The layers that were asked look alike at the eight conditions for steering.",
        "Every layer that was asked rather says no to giving staff room. Asked: the board and the staff.",
    ]


def test_one_layer_alone_is_compared_with_nothing() -> None:
    found = how_ready_we_are(Register(TODAY, readiness=(_said(Layer.BOARD, 2.0),)))

    assert found is not None
    assert found.paragraphs[0].plain == "Only one layer was asked, so there is nothing to compare yet."


def test_without_choices_or_answers_the_board_reads_nothing_of_it() -> None:
    assert what_we_chose(Register(TODAY)) is None
    assert how_ready_we_are(Register(TODAY)) is None
