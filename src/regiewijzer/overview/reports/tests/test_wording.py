from datetime import date

import pytest
from django.utils.translation import override

from regiewijzer.overview.reports import wording


def test_what_is_filled_in_is_never_read_for_marks() -> None:
    said = wording.worded("**%(name)s** is late.", name="**Bold** 100 % and %(other)s")

    assert said == (("**Bold** 100 % and %(other)s", True), (" is late.", False))


def test_sentences_follow_each_other_and_empty_ones_are_left_out() -> None:
    said = wording.joined(wording.worded("One."), (), wording.worded("**Two.**"))

    assert said == (("One.", False), (" ", False), ("Two.", True))


def test_a_long_name_is_cut_on_one_line() -> None:
    assert wording.clipped("a b\nc", 20) == "a b c"
    assert wording.clipped("x" * 5000, 10) == "x" * 9 + "…"


@pytest.mark.parametrize(
    ("language", "day", "number"), [("nl", "3 december 2026", "12.000"), ("en", "3 December 2026", "12,000")]
)
def test_days_and_numbers_speak_the_language_of_the_report(language: str, day: str, number: str) -> None:
    with override(language):
        assert wording.day(date(2026, 12, 3)) == day
        assert wording.counted(12_000) == number


def test_a_list_that_was_cut_says_so_and_a_whole_one_says_nothing() -> None:
    with override("en"):
        assert wording.some_of(3, 12) == "3 of 12 shown."
        assert wording.some_of(3, 12, "the heaviest first") == "3 of 12 shown: the heaviest first."
    assert wording.some_of(12, 12) == ""


def test_a_size_is_rounded_up() -> None:
    with override("en"):
        assert wording.size(80 * 1024 + 1) == "81 kB"
