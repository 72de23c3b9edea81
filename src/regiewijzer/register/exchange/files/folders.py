"""Which cells do CSV files hold? In whatever encoding and with whatever separator a spreadsheet program chose."""

import csv
import io
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from regiewijzer.register.exchange.files.cells import Raw, letters
from regiewijzer.register.exchange.files.containers import unpacked
from regiewijzer.register.exchange.files.limits import LONGEST_CELL, MOST_COLUMNS, Limits, Reason, Refused
from regiewijzer.register.exchange.files.raw import File, RawSheet

SEPARATORS = ";,\t"
ENDING = ".csv"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")
ENOUGH_TO_JUDGE = 4096


def read_folder(files: Sequence[File], within: Limits) -> tuple[RawSheet, ...]:
    """One sheet per file, called after the file without its ending. Refused when a file is no text."""
    sheets = tuple(_sheet(name, data, within) for name, data in files)
    if sum(len(cells) for sheet in sheets for _number, cells in sheet.rows) > within.cells:
        raise Refused(Reason.TOO_MANY_CELLS, most=within.cells)
    return sheets


def files_in(container: zipfile.ZipFile) -> list[File]:
    """The CSV files of a zip file; folders and what a system adds are left out."""
    names = [
        name for name in container.namelist() if name.lower().endswith(ENDING) and not name.startswith("__MACOSX/")
    ]
    if not names:
        raise Refused(Reason.WRONG_TYPE)
    return [(name, unpacked(container, name)) for name in names]


def _sheet(name: str, data: bytes, within: Limits) -> RawSheet:
    path = PurePosixPath(name.replace("\\", "/"))
    return RawSheet(path.stem, path.name, tuple(_rows(path.name, _decoded(path.name, data), within)))


def _decoded(name: str, data: bytes) -> str:
    encodings = ("utf-16",) if data.startswith(UTF_16_MARKS) else ("utf-8-sig", "cp1252")
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROLS.intersection(text[:ENOUGH_TO_JUDGE]):
            return text
    raise Refused(Reason.WRONG_TYPE, file=name)


def _rows(name: str, text: str, within: Limits) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    csv.field_size_limit(within.packed)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text))
    for number, fields in enumerate(reader, start=1):
        cells = _without_empty_end(fields)
        if cells and (number > within.rows or len(cells) > MOST_COLUMNS):
            cell = f"{name}!{letters(len(cells) - 1)}{number}"
            last = letters(MOST_COLUMNS - 1)
            raise Refused(Reason.FAR_CELL, cell=cell, rows=within.rows, columns=last)
        if cells:
            yield number, tuple(cell[: LONGEST_CELL + 1] for cell in cells)


def _separator(text: str) -> str:
    """The sign that occurs most in the headings, outside quotes."""
    first_line = text.lstrip("\r\n").partition("\n")[0]
    outside = "".join(first_line.split('"')[::2])
    counts = Counter(sign for sign in outside if sign in SEPARATORS)
    return max(SEPARATORS, key=lambda sign: counts[sign])


def _without_empty_end(fields: list[str]) -> list[str]:
    last = next((index for index in range(len(fields) - 1, -1, -1) if fields[index].strip()), -1)
    return fields[: last + 1]
