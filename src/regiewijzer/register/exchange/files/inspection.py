"""What is in a workbook that its values do not show? Formulas, errors, far cells and entities, found in one pass.

The values of a formula say nothing about where they came from, and a single far cell would make a reader fill a sheet
of seventeen billion cells. So every part is walked through once before the values are read, and the reader of values
gets only what was walked through: a container can tell one program something else than another.
"""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeVar
from xml.parsers import expat

from regiewijzer.register.exchange.files.cells import UnusableCell, UnusableKind, letters
from regiewijzer.register.exchange.files.containers import WORKBOOK_PART, unpacked
from regiewijzer.register.exchange.files.limits import MOST_COLUMNS, Limits, Reason, Refused

RELATIONS_PART = "xl/_rels/workbook.xml.rels"
XML_ENDINGS = (".xml", ".rels")
MACRO_TYPE = "macroenabled"
CONTENT_TYPES = "[content_types].xml"
ERROR_TYPE = "e"
TRUE = ("1", "true")
LONGEST_SHOWN = 60
_REFERENCE = re.compile(r"([A-Z]{1,3})(\d{1,7})")

Cell = tuple[int, int]  # row from 1, column from 0


@dataclass(slots=True)
class Inspected:
    """The odd cells of one sheet, how many cells it fills, and which rows (from 1) and columns (from 0) are hidden."""

    odd: dict[Cell, UnusableCell] = field(default_factory=dict)
    filled: int = 0
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)


def inspect(container: zipfile.ZipFile, within: Limits) -> tuple[bytes, Mapping[str, Inspected]]:
    """The workbook as it was judged, and what was found, by the name of the sheet.

    Refused for entities, macros, damage, too many cells, or a cell too far away.
    """
    sheets = {part: name for name, part in _parts_of_sheets(container).items()}
    found: dict[str, Inspected] = {}
    clean = io.BytesIO()
    with zipfile.ZipFile(clean, "w", zipfile.ZIP_STORED) as judged:
        for part in container.namelist():
            if part not in sheets and not part.lower().endswith(XML_ENDINGS):
                continue
            content = unpacked(container, part)
            if part in sheets:
                found[sheets[part]] = walk(content, _SheetWalk(sheets[part], within)).inspected
            else:
                _judge(part, content)
            judged.writestr(part, content)
    if sum(sheet.filled for sheet in found.values()) > within.cells:
        raise Refused(Reason.TOO_MANY_CELLS, most=within.cells)
    return clean.getvalue(), found


def _judge(part: str, content: bytes) -> None:
    if part.lower() == CONTENT_TYPES and MACRO_TYPE in content.decode("latin-1").lower():
        raise Refused(Reason.MACROS)
    walk(content, Walk())


class Walk:
    """Walks through one part of a container and does nothing but refuse entities."""

    def attach(self, parser: expat.XMLParserType) -> None:
        parser.StartDoctypeDeclHandler = self._refuse
        parser.EntityDeclHandler = self._refuse

    @staticmethod
    def _refuse(*_arguments: object) -> None:
        raise Refused(Reason.ENTITIES)


W = TypeVar("W", bound=Walk)


class _Names(Walk):
    """Collects the attributes of one kind of element."""

    def __init__(self, element: str) -> None:
        self.element, self.found = element, list[dict[str, str]]()

    def attach(self, parser: expat.XMLParserType) -> None:
        super().attach(parser)
        parser.StartElementHandler = self._start

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        if local_name(name) == self.element:
            self.found.append({local_name(key): value for key, value in attributes.items()})


class _SheetWalk(Walk):
    """Finds formulas, errors and far cells of one sheet."""

    def __init__(self, title: str, within: Limits) -> None:
        self.title, self.within, self.inspected = title, within, Inspected()
        self.row, self.column, self.type = 0, -1, ""
        self.counted = False
        self.words: list[str] | None = None  # of a formula or an error, while we are in one

    def attach(self, parser: expat.XMLParserType) -> None:
        super().attach(parser)
        parser.StartElementHandler, parser.EndElementHandler = self._start, self._end
        parser.CharacterDataHandler = self._text

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        local = local_name(name)
        if local == "c":
            self._step_to(attributes.get("r", ""))
            self.type, self.counted = attributes.get("t", ""), False
        elif local == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), -1
            if attributes.get("hidden") in TRUE:
                self.inspected.hidden_rows.add(self.row)
        elif local == "col" and attributes.get("hidden") in TRUE:
            first, last = (int(attributes.get(end, 0)) for end in ("min", "max"))
            self.inspected.hidden_columns.update(range(first - 1, min(last, MOST_COLUMNS)))
        elif local in ("v", "is", "f"):
            self._fill()
            self.words = [] if local == "f" or self.type == ERROR_TYPE else None

    def _step_to(self, reference: str) -> None:
        match = _REFERENCE.fullmatch(reference)
        if match is None:
            self.column += 1
            return
        self.row, self.column = int(match[2]), _number(match[1])

    def _fill(self) -> None:
        if self.row > self.within.rows or self.column >= MOST_COLUMNS:
            cell = f"{self.title}!{letters(self.column)}{self.row}"
            raise Refused(Reason.FAR_CELL, cell=cell, rows=self.within.rows, columns=letters(MOST_COLUMNS - 1))
        if not self.counted:
            self.inspected.filled += 1
            self.counted = True

    def _text(self, text: str) -> None:
        if self.words is not None:
            self.words.append(text[:LONGEST_SHOWN])

    def _end(self, name: str) -> None:
        if self.words is None or local_name(name) not in ("f", "v"):
            return
        words = "".join(self.words)[:LONGEST_SHOWN]
        odd = (
            UnusableCell(UnusableKind.FORMULA, f"={words}")
            if local_name(name) == "f"
            else UnusableCell(UnusableKind.ERROR, words)
        )
        self.inspected.odd.setdefault((self.row, self.column), odd)
        self.words = None


def walk(content: bytes, walker: W) -> W:
    """Send the part through the walker. Refused when it is no XML."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    walker.attach(parser)
    try:
        parser.Parse(content, True)
    except (expat.ExpatError, ValueError) as wrong:
        raise Refused(Reason.DAMAGED) from wrong
    return walker


def _parts_of_sheets(container: zipfile.ZipFile) -> dict[str, str]:
    """Where in the container each sheet lies, by its name."""
    by_lower = {name.lower(): name for name in container.namelist()}
    if RELATIONS_PART not in by_lower:
        raise Refused(Reason.DAMAGED)
    sheets, relations = _Names("sheet"), _Names("Relationship")
    walk(unpacked(container, by_lower[WORKBOOK_PART]), sheets)
    walk(unpacked(container, by_lower[RELATIONS_PART]), relations)
    targets = {relation.get("Id", ""): _target(relation.get("Target", "")) for relation in relations.found}
    named = {sheet.get("name", ""): targets.get(sheet.get("id", ""), "") for sheet in sheets.found}
    return {name: by_lower[part.lower()] for name, part in named.items() if part.lower() in by_lower}


def _target(path: str) -> str:
    return path.lstrip("/") if path.startswith("/") else f"xl/{path}"


def local_name(name: str) -> str:
    """A name without its prefix."""
    return name.rpartition(":")[2]


def _number(name: str) -> int:
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number - 1
