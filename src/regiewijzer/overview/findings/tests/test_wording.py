import pytest

from regiewijzer.overview.findings.wording import heading, others_in_words, together_in_words
from regiewijzer.science.coverage import Coverage

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Nothing asks for a decision"),
        (1, "One finding is open"),
        (2, "Two findings are open"),
        (12, "Twelve findings are open"),
        (13, "13 findings are open"),
    ],
)
def test_the_heading_counts_in_words(number: int, words: str) -> None:
    assert heading(number, Coverage.WHOLE) == words


def test_it_says_how_many_subjects_come_first_and_not_that_all_ask_for_a_decision() -> None:
    assert heading(58, Coverage.WHOLE, 5) == "58 findings are open; five subjects come first"


def test_findings_that_nothing_ties_are_decided_apart() -> None:
    assert together_in_words("Vliermonde", 3, 3) == "Vliermonde: three findings, each to decide apart"
    assert others_in_words(0, 0, 2) == "Also about this: two findings apart"
    assert others_in_words(2, 1, 1) == "What hangs on it: two findings, one clashes with it; one finding apart"
