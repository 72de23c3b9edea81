"""Which cells do CSV files hold? In whatever encoding and with whatever separator a spreadsheet program chose."""

import csv
import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath

from regiewijzer.register.exchange.files.cells import Raw, letters
from regiewijzer.register.exchange.files.containers import unpacked
from regiewijzer.register.exchange.files.limits import LONGEST_CELL, MOST_COLUMNS, Limits, Reason, Refused
from regiewijzer.register.exchange.files.raw import File, RawSheet

SEPARATORS = ";,\t|"
ENDING = ".csv"
TEXT_ENDINGS = (ENDING, ".txt", ".tsv")
SEPARATOR_LINE = re.compile(r"\s*\"?sep=(.)\"?\s*", re.IGNORECASE)
LINES_TO_JUDGE = 20
# letters that Dutch and French put on a vowel, as they come out when an older Mac wrote the file
ACCENTED = re.compile(r"(?<=[^\W\d_])[àâäçèéêëîïôöûüÀÂÄÇÈÉÊËÎÏÔÖÛÜ](?=[^\W\d_])")
WINDOWS, MAC = "cp1252", "mac_roman"
UTF_16_MARKS = (b"\xff\xfe", b"\xfe\xff")
CONTROLS = frozenset(map(chr, range(32))) - frozenset("\t\n\r\f\v")
ENOUGH_TO_JUDGE = 4096
QUOTED_CELL = re.compile(r'(?<![^;,\t|\n])"(?:[^"]|"")*"(?=[;,\t|\r\n]|$)')
ENOUGH_FOR_LINES = 300_000  # characters


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
    text, guessed = decoded(path.name, data)
    return RawSheet(path.stem, path.name, tuple(_rows(path.name, text, within)), guessed=guessed)


def decoded(name: str, data: bytes) -> tuple[str, bool]:
    """The text, and whether it was taken for one of an older Mac, which no mark in the file says."""
    encodings = ("utf-16",) if data.startswith(UTF_16_MARKS) else ("utf-8-sig", *_eight_bits(data))
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if not CONTROLS.intersection(text[:ENOUGH_TO_JUDGE]):
            return text, encoding == MAC
    raise Refused(Reason.WRONG_TYPE, file=name)


def _eight_bits(data: bytes) -> tuple[str, ...]:
    """The encodings of eight bits, the one first that gives most letters of ours."""
    ordered = sorted((WINDOWS, MAC), key=lambda each: -len(ACCENTED.findall(data.decode(each, errors="replace"))))
    return tuple(ordered)


def _rows(name: str, text: str, within: Limits) -> Iterator[tuple[int, tuple[Raw, ...]]]:
    csv.field_size_limit(within.packed)
    first, mark, rest = text.partition("\n")
    told = SEPARATOR_LINE.fullmatch(first) if mark else None
    separator, skipped = (told[1], 1) if told else (separator_of(text), 0)
    reader = csv.reader(io.StringIO(rest if told else text, newline=""), delimiter=separator)
    for number, fields in enumerate(reader, start=1 + skipped):
        cells = _without_empty_end(fields)
        if cells and (number > within.rows or len(cells) > MOST_COLUMNS):
            cell = f"{name}!{letters(len(cells) - 1)}{number}"
            last = letters(MOST_COLUMNS - 1)
            raise Refused(Reason.FAR_CELL, cell=cell, rows=within.rows, columns=last)
        if cells:
            yield number, tuple(cell[: LONGEST_CELL + 1] for cell in cells)


def separator_of(text: str) -> str:
    """The sign that as many lines as possible hold as often as the next, outside quotes: a comma in a cell does not."""
    beginning = QUOTED_CELL.sub("", text[:ENOUGH_FOR_LINES])  # a text of many lines in one cell is no row
    lines = ["".join(line.split('"')[::2]) for line in beginning.splitlines() if line.strip()][:LINES_TO_JUDGE]

    def evenness(sign: str) -> tuple[int, int]:
        times = Counter(count for line in lines if (count := line.count(sign)))
        return max(((lines_with, count) for count, lines_with in times.items()), default=(0, 0))

    return max(SEPARATORS, key=evenness)


def _without_empty_end(fields: list[str]) -> list[str]:
    last = next((index for index in range(len(fields) - 1, -1, -1) if fields[index].strip()), -1)
    return fields[: last + 1]
