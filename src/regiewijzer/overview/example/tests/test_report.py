"""The report of the board of the example: on two pages, with what was chosen and how the layers stand."""

from django.utils.translation import override

from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.tests.reading import text_of


def test_the_report_of_the_example_holds_choices_and_layers_on_two_pages(example: Example) -> None:
    with override("en"):
        made = board_of(example.authority, example.today).pdf

    text = " ".join(text_of(made.content).split())
    assert made.pages == 2
    assert "What we chose" in text
    assert "For four challenges a choice was signed" in text
    assert "Are we ready to steer?" in text
    assert "giving staff room" in text
