import pytest

from regiewijzer.overview.reports.documents.font_coverage import BOX, LONGEST_RUN, breakable, covered, legible

ZERO_WIDTH_SPACE = "\u200b"


@pytest.mark.parametrize("words", ["Kinderopvang ’t Nestje", "Café Zürich", "Σωκράτης", "Наталья", "9 van 11 – 86 %"])
def test_european_names_stay_as_they_are(words: str) -> None:
    assert legible(words) == words


@pytest.mark.parametrize(
    ("words", "shown"), [("😀", BOX), ("汉字", BOX * 2), ("a\u202eb\u0000c\ufeff", "abc"), ("e\u0301", "é")]
)
def test_what_no_font_has_becomes_a_box_and_what_nobody_sees_is_left_out(words: str, shown: str) -> None:
    assert legible(words) == shown


def test_the_box_itself_can_be_set() -> None:
    assert BOX in covered()


def test_separators_become_lines_and_odd_spaces_spaces() -> None:
    assert legible("a\u2028b\tc") == "a\nb c"


def test_a_run_without_a_place_to_break_gets_one() -> None:
    run = "x" * 60

    shown = breakable(run)

    assert shown.replace(ZERO_WIDTH_SPACE, "") == run
    assert max(map(len, shown.split(ZERO_WIDTH_SPACE))) <= LONGEST_RUN + 3


def test_words_of_a_common_length_are_left_alone() -> None:
    sentence = "Wijkgezondheidscentrum en woonwagenbewonersoverleg"

    assert breakable(sentence) == sentence
