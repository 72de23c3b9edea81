"""Where in a sheet are the tables, and which row holds the headings?"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind, letters
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.words import SLIPS, Meaning, heading_words, is_nothing, meaning_of, slip_of
from regiewijzer.science.names import compared, tidied

ROWS_TO_JUDGE = 25
LONGEST_HEADING = 60
FEWEST_HEADINGS = 2
LONGEST_LONE_HEADING = 4  # words
FEWEST_LABELS = 3
MARKS = frozenset("xv✓✔√●•■o1jyltkcswp*+") | {"ja", "yes", "lid", "vz", "trekker"}
MOST_MARK = 12
WHO = frozenset({"wie", "who", "naam"})  # beside the name of a partner: who comes


@dataclass(frozen=True, slots=True)
class Grid:
    """One table: headings by column, then rows of cells by column; numbers of rows from 1."""

    sheet: str
    heading_row: int
    headings: dict[int, str]
    rows: tuple[tuple[int, dict[int, Raw]], ...]
    above: tuple[tuple[int, dict[int, Raw]], ...] = ()
    hidden: frozenset[int] = frozenset()
    merged: frozenset[tuple[int, int]] = frozenset()

    def column(self, index: int) -> list[Raw]:
        return [cells[index] for _number, cells in self.rows if cells.get(index, "") != ""]


@dataclass(slots=True)
class Form:
    """A sheet about one network: labels with their values, and a table of members below."""

    sheet: str
    values: dict[str, Raw] = field(default_factory=dict)
    members: list[Grid] = field(default_factory=list)


def text_of(cell: Raw) -> str:
    """A cell as people read it, tidied but for its lines."""
    if isinstance(cell, UnusableCell):
        return cell.value if cell.what is UnusableKind.FORMULA else cell.shown
    if isinstance(cell, bool):
        return "ja" if cell else "nee"
    if isinstance(cell, date):
        return f"{cell.day}/{cell.month:02}/{cell.year}"
    if isinstance(cell, int | float):
        number = f"{Decimal(repr(cell)):f}" if isinstance(cell, float) else str(cell)
        return number.replace(".", ",")
    return "\n".join(line for line in map(tidied, str(cell).splitlines()) if line)


def grids_of(sheet: RawSheet) -> Iterator[Grid]:
    """The tables of a sheet, those side by side and those below one another apart, each with its headings."""
    rows = [(number, {i: cell for i, cell in enumerate(cells) if text_of(cell)}) for number, cells in sheet.rows]
    rows = [(number, cells) for number, cells in rows if cells]
    place = heading_place(rows)
    if place is None:
        return
    starts = [(0, place), *_later_headings(rows, place)]
    for (begin, start), (end, _next) in zip(starts, [*starts[1:], (len(rows), 0)], strict=True):
        number, cells = rows[start]
        hidden = frozenset(sheet.hidden_columns)
        body = rows[start + 1 : end]
        for block in _side_by_side(set(cells) | {i for _n, row in body for i in row}, set(cells)):
            yield Grid(
                sheet.place,
                number,
                {i: text_of(cells[i]).replace("\n", " ") for i in sorted(block) if i in cells},
                tuple((n, {i: c for i, c in row.items() if i in block}) for n, row in body if block & set(row)),
                tuple(rows[begin:start]),
                hidden & block,
                frozenset(sheet.merged),
            )


def _later_headings(rows: Sequence[tuple[int, dict[int, Raw]]], place: int) -> Iterator[tuple[int, int]]:
    """Rows after an empty one that head another table, with its title or without, and where that table begins.

    Nearly all their words are headings, and other ones than those of the first table.
    """
    first = {heading_words(text_of(cell)) for cell in rows[place][1].values()}
    for at in range(place + 1, len(rows)):
        number, cells = rows[at]
        texts = [text_of(cell) for cell in cells.values()]
        known = {meaning for text in texts if (meaning := meaning_of(text))}
        titled = at - 1 > place and len(rows[at - 1][1]) == 1 and rows[at - 1][0] - rows[at - 2][0] > 1
        begin = at - 1 if titled else at
        apart = titled or number - rows[at - 1][0] > 1
        other = not {heading_words(text) for text in texts} <= first
        if apart and other and len(known) >= FEWEST_HEADINGS and len(known) == len(texts):
            yield begin, at


def turned(sheet: RawSheet) -> RawSheet | None:
    """The sheet with its rows as columns, when its headings stand in the first column; None otherwise."""
    labels = [text_of(cells[0]) for _number, cells in sheet.rows if cells]
    meant = {meaning for label in labels if (meaning := meaning_of(label))}
    if len(meant) < FEWEST_LABELS or Meaning.NAME not in meant:
        return None
    width = max(len(cells) for _number, cells in sheet.rows)
    columns = [tuple(cells[i] if i < len(cells) else "" for _number, cells in sheet.rows) for i in range(width)]
    return replace(
        sheet, rows=tuple(enumerate(columns, start=1)), hidden_columns=(), hidden_rows=(), merged=(), wide=()
    )


def _side_by_side(used: set[int], headed: set[int]) -> list[set[int]]:
    """Columns in runs, cut where a column is empty from top to bottom and both sides have two headings or more."""
    blocks: list[set[int]] = [set()]
    for index in range(max(used) + 1):
        if index in used:
            blocks[-1].add(index)
        elif blocks[-1]:
            blocks.append(set())
    blocks = [block for block in blocks if block]
    if len(blocks) > 1 and all(len(block & headed) >= FEWEST_HEADINGS for block in blocks):
        return blocks
    return [set().union(*blocks)]


def heading_place(rows: Sequence[tuple[int, dict[int, Raw]]]) -> int | None:
    """Which of the rows holds the headings: the one with most words that we know; None when no row has two."""
    best, most = None, 0.0
    widest = max((len(cells) for _number, cells in rows), default=0)
    for place, (_number, cells) in enumerate(rows[:ROWS_TO_JUDGE]):
        texts = [text_of(cell) for cell in cells.values()]
        if any(not isinstance(cell, str) for cell in cells.values()) or any(
            len(text) > LONGEST_HEADING for text in texts
        ):
            continue
        known = [meaning for text in texts if (meaning := meaning_of(text) or SLIPS.get(slip_of(text)))]
        score = len(set(known)) + len(known) / 100
        if len(cells) == 1 == widest and known == [Meaning.NAME] and _is_no_sentence(texts[0]):
            return place
        if len(known) >= FEWEST_HEADINGS and score > most:
            best, most = place, score
    return best


def _is_no_sentence(text: str) -> bool:
    return len(text.split()) <= LONGEST_LONE_HEADING and not text.rstrip().endswith((".", "!"))


def matrix_of(sheet: RawSheet) -> tuple[Grid, list[int]] | None:
    """A table of crosses and the columns that hold them; None when the sheet is none."""
    rows = [(number, {i: cell for i, cell in enumerate(cells) if text_of(cell)}) for number, cells in sheet.rows]
    rows = [(number, cells) for number, cells in rows if cells]
    for place, (number, cells) in enumerate(rows[:ROWS_TO_JUDGE]):
        if len(cells) < FEWEST_LABELS:
            continue
        body = [row for row in rows[place + 1 :] if not is_total(text_of(row[1][min(row[1])]))]
        marked = [
            index
            for index in cells
            if (found := [text_of(row[index]) for _n, row in body if index in row])
            and sum(is_mark(text) for text in found) >= 0.9 * len(found)
            and not all(isinstance(row[index], int) and row[index] != 1 for _n, row in body if index in row)
        ]
        if len(marked) >= FEWEST_LABELS and sum(len(row.keys() & set(marked)) for _n, row in body) >= len(marked):
            headings = {i: text_of(cell).replace("\n", " ") for i, cell in cells.items()}
            grid = Grid(
                sheet.place,
                number,
                headings,
                tuple(rows[place + 1 :]),
                tuple(rows[:place]),
                frozenset(sheet.hidden_columns),
            )
            return grid, marked
        if any(meaning_of(text_of(cell)) in (Meaning.PARTNERS, Meaning.GOAL) for cell in cells.values()):
            return None
    return None


def is_mark(text: str) -> bool:
    """Whether this is a cross of a matrix, or the word that stands for one."""
    plain = compared(text).strip(" .")
    return plain in MARKS or text.strip() == "?" or (len(plain) <= MOST_MARK and plain in _ROLE_MARKS)


_ROLE_MARKS = frozenset(
    {"trekker", "lid", "voorzitter", "partner", "secretaris", "waarnemer", "lead", "member", "observer", "coördinator"}
)


def form_of(sheet: RawSheet) -> Form | None:
    """A sheet with a label in one cell and its value in the next; None when it is none."""
    rows = [(number, {i: cell for i, cell in enumerate(cells) if text_of(cell)}) for number, cells in sheet.rows]
    form, last, width = Form(sheet.place), 0, Counter[int]()
    labels: list[tuple[int, int, str, Raw]] = []
    below = False
    for number, cells in rows:
        if not cells:
            continue
        first = min(cells)
        label = text_of(cells[first])
        if _heads_members([text_of(cell) for cell in cells.values()]):
            below = True
        if below and not label.endswith(":"):
            continue  # a row of the table of members
        value = next((cells[i] for i in sorted(cells) if i > first), "")
        if value == "" and not labels and not label.endswith(":"):
            continue  # a title above the form
        if len(cells) <= 2 and (label.endswith(":") or meaning_of(label)) and len(label) <= LONGEST_HEADING:
            labels.append((number, first, label, value))
            width[first] += 1
    if not labels:
        return None
    column = width.most_common(1)[0][0]
    labels = [each for each in labels if each[1] == column]
    known = [each for each in labels if meaning_of(each[2])]
    meant = {meaning_of(each[2]) for each in known}
    if len(meant) < FEWEST_LABELS or Meaning.NAME not in meant:
        return None
    seen: set[str] = set()
    for number, _first, label, value in labels:
        meaning = meaning_of(label)
        if value == "" and meaning in (Meaning.PARTNERS, Meaning.PARTNER) and not form.members:
            below_it = [(n, c) for n, c in rows if n > number]
            at = column if any(column in c for _n, c in below_it) else min((min(c) for _n, c in below_it), default=0)
            listed = tuple((n, {at: c[at]}) for n, c in below_it if at in c)
            form.members.append(Grid(sheet.place, number, {at: label}, listed))
            last = max(last, number)
            break
        if heading_words(label) in seen:
            continue
        seen.add(heading_words(label))
        form.values[label.rstrip(": ")] = value
        last = max(last, number) if not _far(number, last) else last
    if not form.members:
        form.members += _table_below(sheet, rows, labels)
    return form


def _heads_members(texts: Sequence[str]) -> bool:
    """Whether these are the headings of a table of members: a partner, and something else we know."""
    said = [(meaning_of(text), heading_words(text)) for text in texts if not text.endswith(":")]
    meanings = [Meaning.CONTACT if words in WHO else meaning for meaning, words in said]
    known = len(meanings) == len(texts) == len(set(meanings)) > 1 and None not in meanings
    return known and bool({Meaning.PARTNER, Meaning.PARTNERS} & set(meanings))


def _far(number: int, last: int) -> bool:
    return bool(last) and number - last > 3


def _table_below(
    sheet: RawSheet, rows: Sequence[tuple[int, dict[int, Raw]]], labels: Sequence[tuple[int, int, str, Raw]]
) -> list[Grid]:
    at = {number for number, *_rest in labels}
    for place, (number, cells) in enumerate(rows):
        meanings = {meaning_of(text_of(cell)) for cell in cells.values()}
        if number not in at and len(cells) >= 2 and meanings & {Meaning.PARTNER, Meaning.PARTNERS}:
            after = [(n, c) for n, c in rows[place + 1 :] if c and n not in at]
            headings = {i: text_of(cell) for i, cell in cells.items()}
            return [Grid(sheet.place, number, headings, tuple(after))]
    return []


def legend_of(sheet: RawSheet) -> list[tuple[str, str, str]]:
    """What a sheet of abbreviations says: (section, code, in full). Empty when the sheet is no legend."""
    found: list[tuple[str, str, str]] = []
    section, known = "", False
    for _number, cells in sheet.rows:
        texts = [text for cell in cells if (text := text_of(cell))]
        if len(texts) == 1:
            section = texts[0]
        elif len(texts) == 2:
            if re.match(r"afk|code|letter|abbr|kort", heading_words(texts[0])):
                section, known = texts[1], True
                continue
            found.append((section, texts[0], texts[1]))
        elif texts:
            return []
    short = sum(len(code) <= max(8, len(full) // 2) and len(code) <= 12 for _section, code, full in found)
    title = heading_words(sheet.title)
    told = known or re.search(r"legend|afkort|verklaring|codes?\b|uitleg|abbrev", title)
    return found if found and told and short >= 0.7 * len(found) else []


def is_index(sheet: RawSheet, titles: Sequence[str]) -> bool:
    """Whether a sheet only lists the other sheets."""
    wanted = {compared(title)[:28] for title in titles if title != sheet.title}
    texts = [text_of(cell) for _n, cells in sheet.rows for cell in cells if isinstance(cell, str) and text_of(cell)]
    hits = sum(compared(text)[:28] in wanted for text in texts)
    return hits >= 2 and hits >= 0.6 * len(texts)


def place_name(column: int, row: int) -> str:
    """A cell as spreadsheets call it."""
    return f"{letters(column)}{row}"


def is_total(text: str) -> bool:
    """Whether a row adds up the others."""
    return bool(re.match(r"((sub)?(totaal|total|som|gemiddelde|average)|aantal|number|count)\b", heading_words(text)))


def filled(cell: Raw) -> str:
    """The text of a cell, empty when it says that nothing is known."""
    text = text_of(cell)
    return "" if is_nothing(text) else text
