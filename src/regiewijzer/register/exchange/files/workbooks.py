"""Which values does a workbook hold? Read by calamine, with what inspection found put where the values stood."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind
from regiewijzer.register.exchange.files.inspection import Inspected, inspect
from regiewijzer.register.exchange.files.limits import LONGEST_CELL, Limits, Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet

LARGEST_WHOLE = 2**53  # from here on a float is no longer exact
CalamineCell = int | float | str | bool | time | date | datetime | timedelta


def read_workbook(container: zipfile.ZipFile, within: Limits) -> tuple[RawSheet, ...]:
    """Every sheet with cells in it, and the empty ones without rows. Refused when the workbook is unusable."""
    judged, inspected = inspect(container, within)
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(judged))
        names = [name for name in workbook.sheet_names if name in inspected]
        return tuple(_sheet(workbook.get_sheet_by_name(name), inspected[name]) for name in names)
    except CalamineError as wrong:
        raise Refused(Reason.DAMAGED) from wrong


def _sheet(sheet: CalamineSheet, inspected: Inspected) -> RawSheet:
    rows: dict[int, dict[int, Raw]] = {}
    top, left = sheet.start or (0, 0)
    for number, cells in enumerate(sheet.to_python(), start=top + 1):
        if filled := {column: cell for column, cell in enumerate(map(_plain, cells), start=left) if cell != ""}:
            rows[number] = filled
    for (number, column), odd in inspected.odd.items():
        rows.setdefault(number, {})[column] = odd
    return RawSheet(sheet.name, sheet.name, tuple(_side_by_side(rows)))


def _side_by_side(rows: dict[int, dict[int, Raw]]) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    for number in sorted(rows):
        cells = rows[number]
        yield number, tuple(cells.get(column, "") for column in range(max(cells) + 1))


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
