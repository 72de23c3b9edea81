"""How do cells cross from the reading process to ours? As JSON: a hostile file can then at worst send text."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, BinaryIO

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind

CELL_TYPES = (str, int, float, bool)
File = tuple[str, bytes]  # name and content


@dataclass(frozen=True, slots=True)
class RawSheet:
    """One sheet as it stands in the file. `place` names it in a message; `rows` are row numbers with their cells.

    A row holds its cells from column A; empty cells are empty strings and rows without any cell are left out. What was
    merged downwards stands in every row of it; `merged` are the first cells, row from 1 and column from 0. `wide` are
    cells merged over columns: row, first column, last column. A text file of an older Mac is `guessed`.
    """

    title: str
    place: str
    rows: tuple[tuple[int, tuple[Raw, ...]], ...]
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[int, ...] = ()
    merged: tuple[tuple[int, int], ...] = ()
    wide: tuple[tuple[int, int, int], ...] = ()
    guessed: bool = False


def joined(files: Sequence[File]) -> bytes:
    """Files as one: a line of JSON with names and sizes, then their bytes."""
    described = json.dumps([[name, len(data)] for name, data in files]).encode()
    return b"\n".join([described, b"".join(data for _name, data in files)])


def parted(stream: BinaryIO) -> list[File]:
    """The files again."""
    described = json.loads(stream.readline())
    return [(str(name), stream.read(int(size))) for name, size in described]


def to_json(sheets: Iterable[RawSheet]) -> list[dict[str, Any]]:
    """Plain lists and dictionaries."""
    return [
        {
            "title": sheet.title,
            "place": sheet.place,
            "rows": [[number, [_cell_to_json(cell) for cell in cells]] for number, cells in sheet.rows],
            "hidden": sheet.hidden,
            "hidden_rows": sheet.hidden_rows,
            "hidden_columns": sheet.hidden_columns,
            "merged": sheet.merged,
            "wide": sheet.wide,
            "guessed": sheet.guessed,
        }
        for sheet in sheets
    ]


def from_json(sheets: Any) -> tuple[RawSheet, ...]:
    """The sheets again; ValueError when it is not what `to_json` makes."""
    return tuple(
        RawSheet(
            str(sheet["title"]),
            str(sheet["place"]),
            tuple(_rows(sheet["rows"])),
            bool(sheet["hidden"]),
            tuple(int(row) for row in sheet["hidden_rows"]),
            tuple(int(column) for column in sheet["hidden_columns"]),
            tuple((int(row), int(column)) for row, column in sheet["merged"]),
            tuple((int(row), int(first), int(last)) for row, first, last in sheet["wide"]),
            bool(sheet["guessed"]),
        )
        for sheet in sheets
    )


def _rows(rows: Any) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    for number, cells in rows:
        yield int(number), tuple(_cell_from_json(cell) for cell in cells)


def _cell_to_json(cell: Raw) -> Any:
    if isinstance(cell, UnusableCell):
        return {"odd": cell.what, "shown": cell.shown, "value": cell.value}
    if isinstance(cell, date):
        return {"day": cell.isoformat()}
    return cell


def _cell_from_json(cell: Any) -> Raw:
    if isinstance(cell, dict):
        return (
            date.fromisoformat(cell["day"])
            if "day" in cell
            else UnusableCell(UnusableKind(cell["odd"]), str(cell["shown"]), str(cell["value"]))
        )
    if not isinstance(cell, CELL_TYPES):
        raise ValueError(f"A cell cannot be {cell!r}.")
    return cell


def filled_down(rows: dict[int, dict[int, Raw]], spans: Iterable[tuple[int, int, int]]) -> Iterator[tuple[int, int]]:
    """Put what was merged downwards in every filled row of it; back come the first cells of those that held a value."""
    for first, column, last in sorted(spans):
        value = rows.get(first, {}).get(column, "")
        if value == "":
            continue
        for number in range(first + 1, last + 1):
            if number in rows:
                rows[number].setdefault(column, value)
        yield first, column


def side_by_side(rows: dict[int, dict[int, Raw]]) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    """Rows with their cells from column A."""
    for number in sorted(rows):
        cells = rows[number]
        yield number, tuple(cells.get(column, "") for column in range(max(cells) + 1))
