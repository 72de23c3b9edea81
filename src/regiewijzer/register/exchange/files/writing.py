"""How is a table written, so that every program opens it and nothing in it runs?"""

import csv
import io
import zipfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from regiewijzer.register.exchange.files.cells import Raw, for_csv, for_workbook, letters, shown

LISTS = "Lijsten"
ROWS_WITH_CHOICES = 5_000
LONGEST_PROMPT, LONGEST_PROMPT_TITLE = 255, 32
NARROWEST, WIDEST = 12, 60
WRAPPED_FROM = 40
CSV_MARK = "\ufeff"  # without it Excel reads UTF-8 as something else
FIXED_MOMENT = (1980, 1, 1, 0, 0, 0)  # the same content gives the same file


@dataclass(frozen=True, slots=True)
class Heading:
    """One column: its heading, what a spreadsheet shows beside a cell, and the words it offers there."""

    text: str
    prompt: str = ""
    choices: tuple[str, ...] = ()
    required: bool = False


@dataclass(frozen=True, slots=True)
class Written:
    """One sheet to write. `example` marks rows that only show what could stand there."""

    title: str
    headings: tuple[Heading, ...]
    rows: Sequence[Sequence[Raw]]
    example: bool = False


def workbook(sheets: Sequence[Written]) -> bytes:
    """An .xlsx without a formula or a link in it."""
    out = io.BytesIO()
    settings = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, settings) as book:
        looks = _Looks(
            heading=book.add_format(
                {"bold": True, "bg_color": "#efebe3", "bottom": 2, "text_wrap": True, "valign": "top"}
            ),
            day=book.add_format({"num_format": "dd/mm/yyyy", "align": "left", "valign": "top"}),
            text=book.add_format({"valign": "top"}),
            wrapped=book.add_format({"text_wrap": True, "valign": "top"}),
            example=book.add_format({"italic": True, "font_color": "#5a5348", "text_wrap": True, "valign": "top"}),
        )
        pages = [(sheet, book.add_worksheet(sheet.title)) for sheet in sheets]
        lists = _Lists(book.add_worksheet(LISTS))
        for sheet, page in pages:
            _write(sheet, page, looks, lists)
        lists.page.hide()
    return out.getvalue()


def csv_files(sheets: Iterable[Written]) -> list[tuple[str, bytes]]:
    """The same sheets as CSV files: semicolons, UTF-8 with a mark, days as 03/12/2026."""
    return [(f"{sheet.title}.csv", _csv(sheet)) for sheet in sheets]


def zipped(files: Iterable[tuple[str, bytes]]) -> bytes:
    """The files in one zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as container:
        for name, data in files:
            container.writestr(zipfile.ZipInfo(name, FIXED_MOMENT), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Looks:
    heading: Format
    day: Format
    text: Format
    wrapped: Format
    example: Format


class _Lists:
    """A hidden sheet with the words to choose from: a list in a rule may hold only 255 characters."""

    def __init__(self, page: Worksheet) -> None:
        self.page = page
        self.columns: dict[tuple[str, ...], int] = {}

    def range_of(self, words: tuple[str, ...]) -> str:
        if words not in self.columns:
            self.columns[words] = len(self.columns)
            for row, word in enumerate(words):
                self.page.write_string(row, self.columns[words], word)
        column = letters(self.columns[words])
        return f"={LISTS}!${column}$1:${column}${len(words)}"


def _write(sheet: Written, page: Worksheet, looks: _Looks, lists: _Lists) -> None:
    page.freeze_panes(1, 1)
    for column, heading in enumerate(sheet.headings):
        page.write_string(0, column, f"{heading.text} *" if heading.required else heading.text, looks.heading)
        page.set_column(column, column, _width(heading, [row[column] for row in sheet.rows]))
        if rule := _rule(heading, lists):
            page.data_validation(1, column, ROWS_WITH_CHOICES, column, rule)
    for number, row in enumerate(sheet.rows, start=1):
        for column, cell in enumerate(row):
            _write_cell(page, number, column, cell, looks, example=sheet.example)


def _write_cell(page: Worksheet, row: int, column: int, cell: Raw, looks: _Looks, *, example: bool) -> None:
    if cell == "":
        return
    if isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), looks.day)
    elif isinstance(cell, bool):
        page.write_boolean(row, column, cell, looks.text)
    elif isinstance(cell, int | float):
        page.write_number(row, column, cell, looks.text)
    else:
        text = for_workbook(str(cell))
        look = looks.wrapped if len(text) > WRAPPED_FROM else looks.text
        page.write_string(row, column, text, looks.example if example else look)


def _rule(heading: Heading, lists: _Lists) -> dict[str, object]:
    """What a spreadsheet does in this column: offer words and say what to fill in. It refuses nothing: reading does."""
    rule: dict[str, object] = {"validate": "any"}
    if heading.choices:
        rule = {"validate": "list", "source": lists.range_of(heading.choices), "show_error": False}
    if heading.prompt:
        rule |= {"input_title": heading.text[:LONGEST_PROMPT_TITLE], "input_message": heading.prompt[:LONGEST_PROMPT]}
    return rule if len(rule) > 1 else {}


def _width(heading: Heading, cells: Sequence[Raw]) -> int:
    longest = max((len(shown(cell)) for cell in cells[:200]), default=0)
    return max(NARROWEST, min(WIDEST, max(len(heading.text) + 3, longest + 1)))


def _csv(sheet: Written) -> bytes:
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([for_csv(heading.text) for heading in sheet.headings])
    for row in sheet.rows:
        writer.writerow([for_csv(cell) if isinstance(cell, str) else shown(cell) for cell in row])
    return f"{CSV_MARK}{out.getvalue()}".encode()
