from datetime import date

import pytest
from django.utils.translation import override

from regiewijzer.library.sentences import Part
from regiewijzer.ui import wording


def test_what_is_filled_in_is_never_read_for_marks() -> None:
    said = wording.worded("**%(name)s** is late.", name="**Bold** 100 % and %(other)s")

    assert said.parts == (Part("**Bold** 100 % and %(other)s", True), Part(" is late.", False))


def test_sentences_follow_each_other_and_empty_ones_are_left_out() -> None:
    said = wording.joined(wording.worded("One."), wording.NOTHING, wording.worded("**Two.**"))

    assert said.parts == (Part("One.", False), Part(" ", False), Part("Two.", True))


def test_a_long_name_is_cut_on_one_line() -> None:
    assert wording.clipped("a b\nc", 20) == "a b c"
    assert wording.clipped("x" * 5000, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("language", "day", "number"), [("nl", "3 december 2026", "12.000"), ("en", "3 December 2026", "12,000")]
)
def test_days_and_numbers_speak_the_active_language(language: str, day: str, number: str) -> None:
    with override(language):
        assert wording.day(date(2026, 12, 3)) == day
        assert wording.counted(12_000) == number


def test_what_was_not_measured_is_a_dash() -> None:
    with override("nl"):
        assert (wording.score(None), wording.score(2.75), wording.score(0.671, 2)) == ("–", "2,8", "0,67")


@pytest.mark.parametrize(
    ("answers", "invited", "said"),
    [(9, 11, "Survey, 3 December 2026; 9 of 11 answered"), (9, None, "Survey, 3 December 2026")],
)
def test_a_measurement_says_how_and_when_and_of_how_many(answers: int, invited: int | None, said: str) -> None:
    with override("en"):
        assert wording.measured_in_words("Survey", date(2026, 12, 3), answers, invited) == said


def test_one_within_a_sentence_keeps_its_accent() -> None:
    with override("nl"):
        assert [wording.in_words(1), wording.within(1), wording.within(2), wording.within(13)] == [
            "Eén",
            "één",
            "twee",
            "13",
        ]
