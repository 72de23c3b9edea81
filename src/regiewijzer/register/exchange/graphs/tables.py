"""Which graph is in a CSV file: a matrix with nodes on both sides, or a list with a tie in each row?

A corner that is empty, or the same names on both sides, make a matrix. Otherwise headings that name two ends make a
list, and so do two columns, or three with a number in the third. A row with one name is a node without ties.
"""

import csv
import io
from collections.abc import Mapping, Sequence, Set

from regiewijzer.register.exchange.files.cells import EMPTIES, as_meant, letters
from regiewijzer.register.exchange.files.folders import ENDING, SEPARATORS, decoded, separator_of
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.graphs.found import Found, GraphNote, Noted, places

SOURCES = frozenset({"source", "from", "van", "bron", "sender", "node1", "source_id", "ego"})
TARGETS = frozenset({"target", "to", "naar", "doel", "receiver", "node2", "target_id", "alter"})
COMMENTS = ("#", "%")  # in what a program wrote; a name in a spreadsheet may begin so
BRACKETS = frozenset("[]{}")
LONGEST_FOUND = 40
Rows = list[tuple[int, list[str]]]  # with the number of the row in the file


def read_table(file: str, data: bytes) -> Found:
    """The graph in this text. Refused when it is neither a matrix nor a list."""
    text, _guessed = decoded(file, data)
    rows = _rows(text, spaced=not file.lower().endswith(ENDING))
    if not rows:
        raise Refused(Reason.NO_NODES, file=file)
    if any(cell in BRACKETS for _number, cells in rows for cell in cells[:2]):
        raise Refused(Reason.NO_GRAPH, file=file)  # a language of its own, such as GML
    if is_matrix(rows):
        return _named_matrix(rows)
    if ends := _ends(rows[0][1]):
        return _list(rows[1:], *ends)
    if _is_bare_matrix(rows):
        numbers = [str(nr + 1) for nr in range(len(rows))]
        return _matrix(numbers, [(number, cells) for number, cells in rows], first=0)
    widest = max(len(cells) for _number, cells in rows)
    if widest > 3 or (widest == 3 and not all(_number(cells[2]) for _nr, cells in rows if len(cells) == 3)):
        if len(rows) > 1 and all(_number(cell) or not cell for _nr, cells in rows[1:] for cell in cells[1:]):
            return _named_matrix(rows)  # which then says what is wrong with it
        if not _is_spaced(rows):
            raise Refused(Reason.NO_GRAPH, file=file)
    return _list(rows, 0, 1)


def is_matrix(rows: Rows) -> bool:
    """Whether the first row and the first column name nodes."""
    corner, *across = rows[0][1]
    if len(rows) < 2 or not across:
        return False
    if not corner:
        return True
    down = {cells[0] for _number, cells in rows[1:]}
    return set(across) == down and all(_number(cell) or not cell for _nr, cells in rows[1:] for cell in cells[1:])


def _rows(text: str, *, spaced: bool) -> Rows:
    """`spaced`: where no other sign stands between two cells, a space does."""
    lines = text.lstrip("\r\n")
    comments = COMMENTS if spaced else ()
    first = next((line for line in lines.splitlines() if not line.startswith(comments)), "")
    if not spaced or any(sign in first for sign in SEPARATORS):
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(lines))
        split = [(number, [as_meant(cell.strip()) for cell in cells]) for number, cells in enumerate(reader, start=1)]
    else:
        split = [(number, line.split()) for number, line in enumerate(text.splitlines(), start=1)]
    kept = [(number, _trimmed(cells)) for number, cells in split]
    return [(number, cells) for number, cells in kept if cells and not cells[0].startswith(comments)]


def _trimmed(cells: list[str]) -> list[str]:
    last = max((nr for nr, cell in enumerate(cells) if cell), default=-1)
    return cells[: last + 1]


def _named_matrix(rows: Rows) -> Found:
    (heading_row, (_corner, *across)), *under = rows
    down = [cells[0] for _number, cells in under]
    for column, name in enumerate(across, start=1):
        if not name:
            raise Refused(Reason.NODE_NAMELESS, cell=f"{letters(column)}{heading_row}")
    for number, cells in under:
        if not cells[0]:
            raise Refused(Reason.NODE_NAMELESS, cell=f"A{number}")
    if len(across) != len(down):
        raise Refused(Reason.NOT_SQUARE, rows=len(down), columns=len(across))
    _judge_names(across, set(down), [f"{letters(nr)}{heading_row}" for nr in range(1, len(across) + 1)])
    _judge_names(down, set(across), [f"A{number}" for number, _cells in under])
    return _matrix(across, under, first=1, places_down=places(across))


def _judge_names(names: Sequence[str], others: Set[str], cells: Sequence[str]) -> None:
    """Each name once, and on the other side too."""
    met = set[str]()
    for name, cell in zip(names, cells, strict=True):
        if name in met:
            raise Refused(Reason.NODE_TWICE, name=name[:LONGEST_FOUND], cell=cell)
        if name not in others:
            raise Refused(Reason.NAMES_DIFFER, name=name[:LONGEST_FOUND], cell=cell)
        met.add(name)


def _matrix(names: Sequence[str], rows: Rows, *, first: int, places_down: Mapping[str, int] | None = None) -> Found:
    """`first`: where the cells begin in a row; without `places_down` the rows stand in the order of the names."""
    found = Found(list(names), [], directed=True, two_sided=True)
    weights = 0
    for nr, (number, cells) in enumerate(rows):
        source = places_down[cells[0]] if places_down is not None else nr
        if len(cells) - first > len(names):
            raise Refused(Reason.NODE_NAMELESS, cell=f"{letters(first + len(names))}{rows[0][0] - 1}")
        for target, cell in enumerate(cells[first:]):
            if cell in ("", "0", "1"):
                value = 1.0 if cell == "1" else 0.0
            else:
                value = _value(cell, f"{letters(target + first)}{number}")
            if value:
                found.ties.append((source, target))
                weights += value != 1
    if weights:
        found.notes.append(Noted(GraphNote.WEIGHTS, weights))
    return found


def _list(rows: Rows, source: int, target: int) -> Found:
    names: dict[str, int] = {}
    found = Found([], [], directed=True)
    weighted = 0
    for number, cells in rows:
        ends = [cells[end] if end < len(cells) else "" for end in (source, target)]
        if not any(ends):
            raise Refused(Reason.NODE_NAMELESS, cell=f"{letters(source)}{number}")
        met = [names.setdefault(name, len(names)) for name in ends if name]
        if len(met) == 2:
            found.ties.append((met[0], met[1]))
            weighted += (source, target) == (0, 1) and len(cells) == 3 and cells[2] not in ("1", "{}")
    found.names = list(names)
    if weighted:
        found.notes.append(Noted(GraphNote.WEIGHTS, weighted))
    return found


def _ends(headings: Sequence[str]) -> tuple[int, int] | None:
    """In which columns the two ends of a tie stand, when the headings say so."""
    plain = [heading.casefold() for heading in headings]
    source = next((nr for nr, heading in enumerate(plain) if heading in SOURCES), None)
    target = next((nr for nr, heading in enumerate(plain) if heading in TARGETS), None)
    return None if source is None or target is None else (source, target)


def _is_bare_matrix(rows: Rows) -> bool:
    """Whether there are only zeros and ones, as many of them in each row as there are rows; two by two is a list."""
    return (
        len(rows) > 2
        and all(len(cells) <= len(rows) and all(cell in ("0", "1") for cell in cells) for _number, cells in rows)
        and max(len(cells) for _number, cells in rows) == len(rows)
    )


def _is_spaced(rows: Rows) -> bool:
    """Whether a program wrote what it knows of a tie behind it, as in `a b {'weight': 3}`."""
    return all(cells[2].startswith("{") for _number, cells in rows if len(cells) > 2)


def _number(cell: str) -> bool:
    try:
        float(cell.replace(",", "."))
    except ValueError:
        return False
    return True


def _value(cell: str, place: str) -> float:
    if cell in EMPTIES:
        return 0.0
    value = float(cell.replace(",", ".")) if _number(cell) else float("nan")
    if value != value or abs(value) == float("inf"):
        raise Refused(Reason.NO_VALUE, found=cell[:LONGEST_FOUND], cell=place)
    return value
