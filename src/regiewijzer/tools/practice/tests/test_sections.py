"""What the board reads of own practice: which cases, and how many others read; nothing without one."""

from datetime import date

import pytest

from regiewijzer.science.facts import OwnCase, Register
from regiewijzer.tools.practice.sections import section_for_board

TODAY = date(2026, 12, 1)
pytestmark = pytest.mark.usefixtures("english")


def _told(*cases: OwnCase) -> str:
    found = section_for_board(Register(TODAY, own_cases=cases))
    assert found is not None
    return " ".join(sentence.plain for sentence in found.lead)


def test_the_board_reads_which_cases_and_how_many_are_shared() -> None:
    told = _told(OwnCase("Samen koken", 2024, shared=True), OwnCase("Eén loket", 2025))

    assert told == (
        "2 cases of our own are written down, among them Eén loket and Samen koken. Other authorities read one of them."
    )


def test_that_nothing_is_shared_is_said() -> None:
    assert _told(OwnCase("Eén loket")).endswith("None of it is shared with other authorities.")


def test_without_a_case_the_board_reads_nothing_of_it() -> None:
    assert section_for_board(Register(TODAY)) is None
