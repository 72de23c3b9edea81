"""Which values does a workbook hold? Read by calamine, with what inspection found put where the values stood."""

import io
import zipfile
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetVisibleEnum

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind, shown
from regiewijzer.register.exchange.files.inspection import Inspected, inspect
from regiewijzer.register.exchange.files.limits import LONGEST_CELL, Limits, Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet, filled_down, side_by_side

LARGEST_WHOLE = 2**53  # from here on a float is no longer exact
CalamineCell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(container: zipfile.ZipFile, within: Limits) -> tuple[RawSheet, ...]:
    """Every sheet with cells in it, and the empty ones without rows. Refused when the workbook is unusable."""
    judged, inspected = inspect(container, within)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(judged))
        visible = {each.name: each.visible is SheetVisibleEnum.Visible for each in workbook.sheets_metadata}
        names = [name for name in workbook.sheet_names if name in inspected]
        return tuple(
            _sheet(workbook.get_sheet_by_name(name), inspected[name], hidden=not visible[name]) for name in names
        )
    except CalamineError as wrong:
        raise Refused(Reason.DAMAGED) from wrong


def _sheet(sheet: CalamineSheet, inspected: Inspected, *, hidden: bool) -> RawSheet:
    rows: dict[int, dict[int, Raw]] = {}
    top, left = sheet.start or (0, 0)
    for number, cells in enumerate(sheet.to_python(), start=top + 1):
        if filled := {column: cell for column, cell in enumerate(map(_plain, cells), start=left) if cell != ""}:
            rows[number] = filled
    for (number, column), odd in inspected.odd.items():
        row = rows.setdefault(number, {})
        row[column] = replace(odd, value=shown(row[column])) if row.get(column, "") != "" else odd
    spans = [(top + 1, left, bottom + 1, right) for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()]
    downwards = [(first, column, last) for first, column, last, right in spans if right == column and last > first]
    merged = tuple(filled_down(rows, downwards))
    return RawSheet(
        sheet.name,
        sheet.name,
        tuple(side_by_side(rows)),
        hidden=hidden,
        hidden_rows=tuple(sorted(inspected.hidden_rows.intersection(rows))),
        hidden_columns=tuple(sorted(inspected.hidden_columns)),
        merged=merged,
        wide=tuple(sorted((first, left, right) for first, left, _last, right in spans if right > left)),
    )


def _plain(cell: CalamineCell) -> Raw:
    if isinstance(cell, datetime):
        whole_day = cell.time() == time()
        return cell.date() if whole_day else UnusableCell(UnusableKind.TIME, f"{cell:%d/%m/%Y %H:%M}")
    if isinstance(cell, time | timedelta):
        return UnusableCell(UnusableKind.TIME, str(cell))
    if isinstance(cell, float):
        return int(cell) if cell.is_integer() and abs(cell) < LARGEST_WHOLE else cell
    if isinstance(cell, str):
        return cell[: LONGEST_CELL + 1]
    return cell
