"""What the board reads of choices: from what was signed, and nothing without it."""

from datetime import date

import pytest

from regiewijzer.science.facts import Advice, Choice, Network, Origin, Register
from regiewijzer.tools.choice.sections import section_for_board

TODAY = date(2026, 11, 23)
pytestmark = pytest.mark.usefixtures("english")


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

    found = section_for_board(Register(TODAY, networks=networks, choices=choices))

    assert found is not None
    assert [each.plain for each in found.lead] == [
        "For two challenges a choice was signed: set up a network (1) and do it alone (1).",
        "For 1 of our 2 own networks a choice was recorded.",
    ]


def test_without_choices_the_board_reads_nothing_of_them() -> None:
    assert section_for_board(Register(TODAY)) is None
