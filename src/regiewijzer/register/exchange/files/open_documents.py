"""Which cells does an OpenDocument spreadsheet (.ods) hold? Its one part is walked through, and kept as it is shown.

A program writes a million empty rows as one that is repeated; here only what holds something counts.
"""

import zipfile
from datetime import date
from xml.parsers import expat

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind, letters
from regiewijzer.register.exchange.files.containers import unpacked
from regiewijzer.register.exchange.files.inspection import LONGEST_SHOWN, Walk, local_name, walk
from regiewijzer.register.exchange.files.limits import LONGEST_CELL, MOST_COLUMNS, Limits, Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet, filled_down, side_by_side

CONTENT, MANIFEST = "content.xml", "META-INF/manifest.xml"
ENCRYPTION = b"encryption-data"
LARGEST_WHOLE = 2**53
NUMBERS = ("float", "currency", "percentage")


def read_open_document(container: zipfile.ZipFile, within: Limits) -> tuple[RawSheet, ...]:
    """Every sheet. Refused when it is locked, damaged or too large."""
    if MANIFEST in container.namelist() and ENCRYPTION in unpacked(container, MANIFEST):
        raise Refused(Reason.ENCRYPTED)
    return tuple(walk(unpacked(container, CONTENT), _TableWalk(within)).sheets)


class _TableWalk(Walk):
    """Gathers the cells of every table."""

    def __init__(self, within: Limits) -> None:
        self.within, self.sheets, self.filled = within, list[RawSheet](), 0
        self.hidden_styles: set[str] = set()
        self.style = ""
        self.aside = 0  # depth inside what is no cell: notes, drawings
        self._begin("")

    def attach(self, parser: expat.XMLParserType) -> None:
        super().attach(parser)
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text

    def _begin(self, title: str, *, hidden: bool = False) -> None:
        self.title, self.hidden = title, hidden
        self.row, self.column, self.repeated_row, self.columns = 0, 0, 1, 0
        self.rows: dict[int, dict[int, Raw]] = {}
        self.hidden_rows: list[int] = []
        self.hidden_columns: list[int] = []
        self.merged: list[tuple[int, int, int]] = []
        self.wide: list[tuple[int, int, int]] = []
        self.cell: dict[str, str] | None = None
        self.lines: list[str] = []

    def _start(self, name: str, raw_attributes: dict[str, str]) -> None:
        element, attributes = local_name(name), {local_name(key): value for key, value in raw_attributes.items()}
        if self.aside or element in ("annotation", "shapes", "frame"):
            self.aside += 1
        elif element == "style":
            self.style = attributes.get("name", "")
        elif element == "table-properties" and attributes.get("display") == "false":
            self.hidden_styles.add(self.style)
        elif element == "table":
            self._begin(attributes.get("name", ""), hidden=attributes.get("style-name", "") in self.hidden_styles)
        elif element == "table-column":
            times = min(int(attributes.get("number-columns-repeated", 1)), MOST_COLUMNS)
            if attributes.get("visibility") in ("collapse", "filter"):
                self.hidden_columns += range(self.columns, min(self.columns + times, MOST_COLUMNS))
            self.columns += times
        elif element == "table-row":
            self.row, self.column = self.row + 1, 0
            self.repeated_row = int(attributes.get("number-rows-repeated", 1))
            if attributes.get("visibility") in ("collapse", "filter"):
                self.hidden_rows.append(self.row)
        elif element in ("table-cell", "covered-table-cell"):
            self.cell, self.lines = attributes, []
        elif element == "p" and self.cell is not None:
            self.lines.append("")
        elif element in ("s", "tab", "line-break") and self.lines:
            self.lines[-1] += "\n" if element == "line-break" else " " * min(int(attributes.get("c", 1)), LONGEST_SHOWN)

    def _text(self, text: str) -> None:
        if self.lines and not self.aside:
            self.lines[-1] += text

    def _end(self, name: str) -> None:
        element = local_name(name)
        if self.aside:
            self.aside -= 1
        elif element in ("table-cell", "covered-table-cell") and self.cell is not None:
            self._keep(self.cell)
            self.cell, self.lines = None, []
        elif element == "table-row":
            self._repeat_row()
        elif element == "table":
            self.sheets.append(self._sheet())

    def _keep(self, cell: dict[str, str]) -> None:
        value, times = self._value(cell), int(cell.get("number-columns-repeated", 1))
        if value != "":
            self._count(self.row, self.column + times - 1, times)
            self.rows.setdefault(self.row, {}).update(dict.fromkeys(range(self.column, self.column + times), value))
            down, over = (int(cell.get(f"number-{way}-spanned", 1)) for way in ("rows", "columns"))
            if over > 1:
                self.wide.append((self.row, self.column, self.column + over - 1))
            elif down > 1:
                self.merged.append((self.row, self.column, self.row + down - 1))
        self.column += times

    def _count(self, row: int, column: int, times: int) -> None:
        if row > self.within.rows or column >= MOST_COLUMNS:
            cell = f"{self.title}!{letters(min(column, LARGEST_WHOLE))}{row}"
            raise Refused(Reason.FAR_CELL, cell=cell, rows=self.within.rows, columns=letters(MOST_COLUMNS - 1))
        self.filled += times
        if self.filled > self.within.cells:
            raise Refused(Reason.TOO_MANY_CELLS, most=self.within.cells)

    def _value(self, cell: dict[str, str]) -> Raw:
        shown = "\n".join(self.lines)[: LONGEST_CELL + 1]
        kind = cell.get("value-type", "")
        if cell.get("formula"):
            return UnusableCell(UnusableKind.FORMULA, cell["formula"].removeprefix("of:")[:LONGEST_SHOWN], shown)
        if kind == "date":
            day, _mark, moment = cell.get("date-value", "").partition("T")
            if moment.strip("0:"):
                return UnusableCell(UnusableKind.TIME, shown or cell["date-value"])
            return date.fromisoformat(day)
        if kind in NUMBERS:
            number = float(cell.get("value", "nan"))
            return int(number) if number.is_integer() and abs(number) < LARGEST_WHOLE else number
        if kind == "boolean":
            return cell.get("boolean-value") == "true"
        return shown

    def _repeat_row(self) -> None:
        filled = self.rows.get(self.row)
        if filled:
            self._count(self.row + self.repeated_row - 1, max(filled), len(filled) * (self.repeated_row - 1))
            for number in range(self.row + 1, self.row + self.repeated_row):
                self.rows[number] = dict(filled)
        self.row += self.repeated_row - 1

    def _sheet(self) -> RawSheet:
        merged = tuple(filled_down(self.rows, self.merged))
        return RawSheet(
            self.title,
            self.title,
            tuple(side_by_side(self.rows)),
            hidden=self.hidden,
            hidden_rows=tuple(number for number in self.hidden_rows if number in self.rows),
            hidden_columns=tuple(self.hidden_columns),
            merged=merged,
            wide=tuple(self.wide),
        )
