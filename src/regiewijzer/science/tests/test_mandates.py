from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.science.mandates import Decides, Remark, Said, Seat, remarks

TODAY, LATELY, LONG_AGO = date(2026, 12, 1), date(2026, 6, 1), date(2025, 6, 1)
GOOD = Seat("P", seated=True, card=True, decides=Decides.YES, critical=True)


def _said(*seats: Seat) -> list[Said]:
    return list(remarks(seats, TODAY))


def test_a_seat_in_order_gets_no_remark() -> None:
    assert _said(GOOD) == []
    assert _said() == []


def test_whoever_sits_there_without_a_card_is_told_and_an_empty_chair_is_not() -> None:
    assert _said(GOOD, replace(GOOD, partner="Q", card=False)) == [Said(Remark.NO_CARD, "Q")]
    assert _said(GOOD, replace(GOOD, partner="Q", card=False, seated=False)) == []


@pytest.mark.parametrize(("missed", "every", "told"), [(2, None, False), (3, None, True), (1, 1, True), (3, 4, False)])
def test_no_report_after_so_many_meetings_is_told(missed: int, every: int | None, told: bool) -> None:
    found = _said(replace(GOOD, meetings_since=missed, every=every))

    assert found == ([Said(Remark.NO_FEEDBACK, "P", missed)] if told else [])


def test_twice_overruled_within_a_year_is_told() -> None:
    assert _said(replace(GOOD, overruled=(LATELY, LATELY))) == [Said(Remark.OVERRULED, "P", 2)]
    assert _said(replace(GOOD, overruled=(LATELY, LONG_AGO))) == []


def test_three_persons_within_a_year_is_told() -> None:
    assert _said(replace(GOOD, began=(LATELY,) * 3)) == [Said(Remark.MANY_DELEGATES, "P", 3)]
    assert _said(replace(GOOD, began=(LATELY, LATELY, LONG_AGO))) == []


def test_that_nobody_can_decide_is_told_only_when_it_is_known_of_everybody() -> None:
    no = replace(GOOD, decides=Decides.NO)

    assert _said(no, no) == [Said(Remark.NOBODY_DECIDES, count=2)]
    assert _said(no, replace(no, decides=None)) == []
    assert _said(no, replace(no, decides=Decides.WITHIN)) == []


def test_that_nobody_was_asked_to_question_the_network_is_told() -> None:
    assert _said(replace(GOOD, critical=False)) == [Said(Remark.NO_CRITICAL_VOICE)]
