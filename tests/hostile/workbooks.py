"""Workbooks made cell by cell: ordinary ones, and ones with 40 planted mistakes."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time
from typing import Any

import xlsxwriter

from regiewijzer.overview.exchange.tables import SHEETS
from regiewijzer.register.exchange.sheets.sheet import Sheet

Rows = Sequence[Sequence[Any]]
CODES: Mapping[str, Sheet] = {sheet.code: sheet for sheet in SHEETS}


class Formula(str):
    """A cell that computes."""


def workbook(sheets: Mapping[str, Rows]) -> bytes:
    """The sheets as an .xlsx, the first row of each being its headings."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        day = book.add_format({"num_format": "dd/mm/yyyy"})
        for title, rows in sheets.items():
            page = book.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    _write(page, number, column, cell, day)
    return out.getvalue()


def _write(page: Any, row: int, column: int, cell: Any, day: Any) -> None:
    if isinstance(cell, Formula):
        page.write_formula(row, column, cell, None, 7)
    elif isinstance(cell, date):
        page.write_datetime(row, column, datetime.combine(cell, time()), day)
    elif cell not in ("", None):
        page.write(row, column, cell)


def register(**sheets: Sequence[Mapping[str, Any]]) -> bytes:
    """A workbook with these rows, by code of the sheet; each row by key of the column."""
    return workbook({CODES[code].title.nl: table(code, rows) for code, rows in sheets.items()})


def table(code: str, rows: Sequence[Mapping[str, Any]]) -> Rows:
    """Headings and rows of one sheet; only columns that are used."""
    used = [column for column in CODES[code].columns if any(column.key in row for row in rows)]
    return [[column.heading.nl for column in used], *([row.get(column.key, "") for column in used] for row in rows)]


def odd_workbook(
    title: str,
    rows: Rows,
    *,
    merged: str = "",
    hidden_row: int = 0,
    hidden_column: str = "",
    hidden: bool = False,
) -> bytes:
    """One sheet with cells merged downwards, a row (from 1) or columns hidden, or itself hidden behind another."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        page = book.add_worksheet(title)
        for number, row in enumerate(rows):
            page.write_row(number, 0, row)
        if merged:
            first = rows[int(merged.partition(":")[0][1:]) - 1][ord(merged[0]) - ord("A")]
            page.merge_range(merged, first)
        if hidden_row:
            page.set_row(hidden_row - 1, options={"hidden": True})
        if hidden_column:
            page.set_column(hidden_column, options={"hidden": True})
        if hidden:
            book.add_worksheet("Zichtbaar").activate()
            page.hide()
    return out.getvalue()
