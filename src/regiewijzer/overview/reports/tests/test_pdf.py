from datetime import date
from pathlib import Path

import pytest

from regiewijzer.overview.reports.documents import pdf
from regiewijzer.overview.reports.documents.files_report import board_report
from regiewijzer.overview.reports.documents.pdf import NotRendered, Template, render_pdf
from regiewijzer.overview.reports.documents.report_model import Board, BoardQuestions, Head, Lines, Paragraphs
from regiewijzer.overview.reports.tests.reading import kinds_of, metadata_of, opened
from regiewijzer.overview.reports.tests.samples import NOW, findings_of, town


@pytest.fixture
def report() -> bytes:
    register = town(20)
    return board_report(register, findings_of(register), title="How does it stand?")


def test_the_file_says_that_it_keeps_the_standard_for_accessible_pdf(report: bytes) -> None:
    assert "<pdfuaid:part>1</pdfuaid:part>" in metadata_of(report)
    assert opened(report).trailer["/Root"]["/MarkInfo"]["/Marked"]


def test_title_language_and_author_are_set(report: bytes) -> None:
    document = opened(report)

    assert document.metadata is not None
    assert document.metadata.title == "How does it stand?"
    assert document.metadata.author == "Vliermonde"
    assert document.trailer["/Root"]["/Lang"] == "nl-BE"


def test_the_file_is_dated_on_the_day_of_its_facts(report: bytes) -> None:
    document = opened(report)

    assert document.metadata is not None
    assert document.metadata.creation_date == NOW


def test_the_file_is_tagged_with_headings_lists_tables_and_figures(report: bytes) -> None:
    assert kinds_of(report) >= {"H1", "H2", "L", "LI", "Table", "TH", "TD", "Figure"}


def test_the_same_facts_on_the_same_day_give_the_same_bytes(report: bytes) -> None:
    register = town(20)

    again = board_report(register, findings_of(register), title="How does it stand?")

    assert again == report


EMPTY = Board(
    head=Head("x", "x", "", "leie", (), "", ""),
    lead=(),
    asks=BoardQuestions("", (), ()),
    first=None,
    second=None,
    beside=Lines("", ("", ""), (), ""),
    known=Paragraphs("", ()),
)
TEMPLATE = """#let data = json(bytes(sys.inputs.data))
#set document(title: "x")
#set text(font: "FONT", lang: "nl")
= x
BODY
#metadata(1) <pages>
"""


@pytest.mark.parametrize(
    ("font", "body", "complaint"),
    [
        ("Nowhere Sans", "", "unknown font"),
        ("Source Sans 3", '#image("/etc/passwd")', "not found|outside|access"),
        ("Source Sans 3", "#image(bytes(\"<svg xmlns='http://www.w3.org/2000/svg'/>\"))", "alt"),
        ("Source Sans 3", "😀", "could not be displayed"),
    ],
    ids=["an unknown font", "a file elsewhere", "a picture without words", "a letter without a shape"],
)
def test_whatever_the_engine_says_against_a_paper_stops_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, font: str, body: str, complaint: str
) -> None:
    (tmp_path / Template.BOARD).write_text(TEMPLATE.replace("FONT", font).replace("BODY", body))
    monkeypatch.setattr(pdf, "TEMPLATES", tmp_path)
    monkeypatch.setattr(pdf, "_engines", pdf._Engines())

    with pytest.raises(NotRendered, match=complaint):
        render_pdf(Template.BOARD, EMPTY, on=date(2026, 11, 23))
