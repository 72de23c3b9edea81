"""What do the cells of a sheet say? Headings found, every cell read, every mistake kept with its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from difflib import get_close_matches

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import EMPTIES, Raw, UnusableCell, UnusableKind, as_meant, letters, shown
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.sheets.kinds import Day, Value, two_days
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake, Note, Numbers, Place, Remark, Wrong
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.science.names import compared
from regiewijzer.science.written_days import month_first, two_ways

REQUIRED_MARK = "*"
MOST_TITLE_ROWS = 10
LONGEST_FOUND = 40  # fits a line of a phone
EXAMPLE_MARKS = ("voorbeeld:", "example:")
FAULT_OF = {UnusableKind.FORMULA: Fault.FORMULA, UnusableKind.ERROR: Fault.ERROR_VALUE}


@dataclass(slots=True)
class SheetRead:
    """A sheet, read. In a column that is `doubted`, days are written with the month first.

    `unnamed`: a required heading is missing, so no row can come in. `nameless`: not even what rows are called is known.
    `namesakes`: how many rows of a name, as names are compared, our own export says are not one and the same.
    """

    sheet: Sheet
    rows: list[Row] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    unnamed: bool = False
    guessed: frozenset[str] = frozenset()
    doubted: frozenset[str] = frozenset()
    nameless: bool = False
    namesakes: dict[str, int] = field(default_factory=dict)


def plain(heading: str) -> str:
    """A heading or title for comparing: without case, spacing or the mark of a required column."""
    return compared(heading.replace(REQUIRED_MARK, " ").replace("_", " "))


def names_of(title: Text, code: str, also: Sequence[str] = ()) -> list[str]:
    """Every way to write a heading or a title."""
    return [plain(name) for name in (title.nl, title.en, code, *also)]


def read_sheet(sheet: Sheet, raw: RawSheet) -> SheetRead:
    """Read the rows under the headings."""
    reading = SheetRead(sheet)
    if not raw.rows:
        allowed = Text(nl=", ".join(_headings(sheet)), en=", ".join(_headings(sheet)))
        reading.mistakes.append(Mistake(Fault.SHEET_EMPTY, Place(raw.place, 1, 0), sheet.title.nl, "", allowed))
        reading.unnamed = reading.nameless = True
        return reading
    start = _heading_place(sheet, raw)
    (heading_row, headings), *rows = raw.rows[start:]
    reading.remarks += _oddities(raw, heading_row if start else 0)
    columns = _columns(sheet, raw.place, heading_row, headings, reading)
    where = {column.key: index for index, column in columns.items()}
    without = [index for index, cell in enumerate(headings) if cell == ""]
    examples, stray = 0, set[int]()
    reading.doubted = _doubted(columns, [cells for _number, cells in rows])
    for number, cells in rows:
        if _is_example(cells):
            examples += 1
            continue
        stray.update(index for index in (*without, *range(len(headings), len(cells))) if _is_filled(cells, index))
        if row := _row(raw.place, number, cells, columns, where, reading):
            reading.rows.append(row)
    if examples:
        reading.remarks.append(Remark(Note.EXAMPLES, {"sheet": raw.place, "count": examples}))
    for index in sorted(stray):
        reading.remarks.append(Remark(Note.NO_HEADING, {"sheet": raw.place, "column": letters(index)}))
    return reading


def _heading_place(sheet: Sheet, raw: RawSheet) -> int:
    """Where the headings are among the rows: the first that holds a required one; the very first when none does."""
    required = {name for column in sheet.columns if column.required for name in names_of(column.heading, column.key)}
    places = enumerate(raw.rows[:MOST_TITLE_ROWS])
    return next((place for place, (_n, cells) in places if required & {plain(shown(cell)) for cell in cells}), 0)


def _oddities(raw: RawSheet, heading_row: int) -> list[Remark]:
    """What somebody who looks at the file does not see, or sees otherwise than we read it."""
    sheet, told = {"sheet": raw.place}, list[Remark]()
    if heading_row:
        told.append(Remark(Note.TITLE_ROWS, {**sheet, "row": heading_row}))
    if below := [cell for cell in raw.merged if cell[0] > heading_row]:
        told.append(Remark(Note.MERGED, {**sheet, "cell": f"{letters(below[0][1])}{below[0][0]}"}))
    if raw.hidden:
        told.append(Remark(Note.HIDDEN_SHEET, sheet))
    if raw.hidden_rows:
        told.append(Remark(Note.HIDDEN_ROWS, {**sheet, "count": len(raw.hidden_rows), "row": raw.hidden_rows[0]}))
    if raw.hidden_columns:
        named = ", ".join(letters(column) for column in raw.hidden_columns)
        told.append(Remark(Note.HIDDEN_COLUMNS, {**sheet, "columns": named}))
    if raw.guessed:
        told.append(Remark(Note.OTHER_SIGNS, sheet))
    return told


def _doubted(columns: Mapping[int, Column], rows: Sequence[Sequence[Raw]]) -> frozenset[str]:
    """Columns of days in which one day can only be read with the month first: then so may the others be."""
    days = {index: column.key for index, column in columns.items() if isinstance(column.kind, Day)}
    return frozenset(
        key
        for index, key in days.items()
        if any(isinstance(cell := cells[index], str) and month_first(cell) for cells in rows if index < len(cells))
    )


def _is_filled(cells: Sequence[Raw], index: int) -> bool:
    return index < len(cells) and cells[index] != ""


def _headings(sheet: Sheet) -> list[str]:
    return [column.heading.nl for column in sheet.columns]


def _columns(sheet: Sheet, place: str, row: int, headings: Sequence[Raw], reading: SheetRead) -> dict[int, Column]:
    """Which column stands where; what is wrong with the headings goes to the reading.

    A required column without its heading is looked for under a misspelt one, or where the template has it: its rows
    cannot come in, but other sheets may name them.
    """
    by_name = {name: column for column in sheet.columns for name in names_of(column.heading, column.key)}
    found: dict[int, Column] = {}
    likely: dict[int, Column] = {}
    for index, cell in enumerate(headings):
        text = shown(cell).strip()
        column = by_name.get(plain(text))
        if column is not None and column not in found.values():
            found[index] = column
        elif column is not None:
            reading.mistakes.append(Mistake(Fault.HEADING_TWICE, Place(place, row, index), column.heading.nl, text))
        elif text and (meant := _meant(Place(place, row, index), text, by_name, reading)):
            likely[index] = meant
    missing = [column for column in sheet.columns if column.required and column not in found.values()]
    for column in missing:
        if column not in likely.values():
            reading.mistakes.append(
                Mistake(Fault.HEADING_MISSING, Place(place, row, 0), column.heading.nl, "", column.heading)
            )
            likely.setdefault(sheet.columns.index(column), column)
    guessed = {index: column for index, column in likely.items() if column in missing and index not in found}
    reading.unnamed, reading.guessed = bool(missing), frozenset(column.key for column in guessed.values())
    reading.nameless = sheet.column(sheet.key[0]) not in (*found.values(), *guessed.values())
    return found | guessed


def _meant(place: Place, text: str, by_name: Mapping[str, Column], reading: SheetRead) -> Column | None:
    """The column a heading that we do not know comes close to; a heading of somebody's own is only remarked upon."""
    alike = get_close_matches(plain(text)[:100], by_name, n=1, cutoff=0.8)
    if not alike:
        numbers = {"sheet": place.sheet, "column": letters(place.column), "heading": text}
        reading.remarks.append(Remark(Note.COLUMN_NOT_READ, numbers))
        return None
    meant = by_name[alike[0]]
    reading.mistakes.append(
        Mistake(Fault.HEADING_MISSPELT, place, text, text, meant.heading, {"meant": meant.heading.nl})
    )
    return meant


def _is_example(cells: Sequence[Raw]) -> bool:
    first = next((cell for cell in cells if cell != ""), "")
    return isinstance(first, str) and first.strip().casefold().startswith(EXAMPLE_MARKS)


def _row(
    place: str,
    number: int,
    cells: Sequence[Raw],
    columns: Mapping[int, Column],
    where: Mapping[str, int],
    reading: SheetRead,
) -> Row | None:
    """The row; None when every cell under a heading is empty. Mistakes go to the reading."""
    filled = {index: cells[index] for index in columns if index < len(cells) and not _is_blank(cells[index])}
    if not filled:
        return None
    given: dict[str, Value] = {}
    wrong: dict[str, tuple[Fault, Numbers]] = {}
    for index, column in columns.items():
        try:
            if index in filled:
                cell = filled[index]
                if column.key in reading.doubted and isinstance(cell, str) and (two := two_ways(cell)):
                    raise two_days(two)
                given[column.key] = read_cell(column, cell)
            elif column.required and column.key not in reading.guessed:
                raise Wrong(Fault.MISSING)
        except Wrong as fault:
            wrong[column.key] = (fault.fault, fault.numbers)
    found = {column.key: shown(filled[index], LONGEST_FOUND) for index, column in columns.items() if index in filled}
    row = Row(reading.sheet.code, place, number, where, given, found, frozenset(wrong))
    for key, (fault_found, numbers) in wrong.items():
        reading.mistakes.append(row.mistake(reading.sheet.column(key), fault_found, **numbers))
    return row


def read_cell(column: Column, raw: Raw) -> Value:
    """The value of a filled cell; a lone dash is the nothing of the column. Wrong when it cannot be read."""
    if isinstance(raw, UnusableCell):
        if raw.what in FAULT_OF:
            raise Wrong(FAULT_OF[raw.what])
        raw = raw.shown
    if isinstance(raw, str):
        text = raw.strip()
        if text in EMPTIES:
            if not column.can_be_emptied:
                raise Wrong(Fault.MISSING if column.required else Fault.CANNOT_BE_EMPTIED)
            return column.kind.nothing
        return column.kind.read(as_meant(text))
    return column.kind.read(raw)


def _is_blank(cell: Raw) -> bool:
    return isinstance(cell, str) and not cell.strip()
