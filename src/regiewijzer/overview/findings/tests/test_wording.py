import pytest

from regiewijzer.overview.findings.wording import heading
from regiewijzer.science.coverage import Coverage

pytestmark = pytest.mark.usefixtures("english")


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "Nothing asks for a decision"),
        (1, "One finding asks for a decision"),
        (2, "Two findings ask for a decision"),
        (12, "Twelve findings ask for a decision"),
        (13, "13 findings ask for a decision"),
    ],
)
def test_the_heading_counts_in_words(number: int, words: str) -> None:
    assert heading(number, Coverage.WHOLE) == words
