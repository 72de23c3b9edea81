"""Which stored row is this row of the file about? By a number first, then by its name, and never by guessing.

A sheet says what names a row (`numbers`, `key`), and what tells rows with one key apart (`apart`). Of several stored
rows with one key, a file that has as many brings them in the same order: an export gives back what it took.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regiewijzer.register.exchange.plans.plan import Stored
from regiewijzer.register.exchange.sheets.kinds import Value, canonical
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake
from regiewijzer.register.exchange.sheets.reading import Line
from regiewijzer.register.exchange.sheets.sheet import Sheet, Values

Key = tuple[Value, ...]


@dataclass(slots=True)
class Row:
    """A row on its way into a plan. `given` holds links as targets; `wrong` and `hanging` keep it out."""

    line: Line
    given: dict[str, Value]
    wrong: bool = False
    hanging: bool = False
    stored: Stored | None = None


@dataclass(slots=True)
class Matching:
    """Who was matched so far, and what is wrong."""

    sheet: Sheet
    mistakes: list[Mistake] = field(default_factory=list)
    claimed: set[int] = field(default_factory=set)

    def claim(self, row: Row, stored: Stored) -> None:
        row.stored = stored
        assert stored.target.pk is not None
        self.claimed.add(stored.target.pk)

    def refuse(self, row: Row, column: str, fault: Fault, **numbers: str | int) -> None:
        row.wrong = True
        self.mistakes.append(row.line.mistake(self.sheet.column(column), fault, **numbers))

    def free(self, stored: Stored) -> bool:
        return stored.target.pk not in self.claimed


def match(sheet: Sheet, rows: Sequence[Row], stored: Sequence[Stored]) -> list[Mistake]:
    """Give every row that can be named its stored row. Returns what is wrong: rows that occur twice or could be several."""
    matching = Matching(sheet)
    named = [row for row in rows if all(key in row.given for key in sheet.key)]
    if sheet.grows:
        _match_whole(matching, named, stored)
    else:
        _match_numbers(matching, named, stored)
        _match_keys(matching, [row for row in named if row.stored is None and not row.wrong], stored)
    return matching.mistakes


def _match_whole(matching: Matching, rows: Sequence[Row], stored: Sequence[Stored]) -> None:
    """In a sheet that grows: a row with the values of a stored one is that one; any other is another."""
    waiting = _grouped(matching.sheet, stored)
    seen: dict[tuple[Key, str], int] = {}
    for row in rows:
        key = key_of(matching.sheet, row.given)
        twin = next((one for one in waiting.get(key, []) if matching.free(one) and _agrees(matching.sheet, row, one)), None)
        whole = (key, repr(sorted(row.given.items(), key=lambda item: item[0])))
        if twin is not None:
            matching.claim(row, twin)
        elif whole in seen:
            matching.refuse(row, matching.sheet.key[0], Fault.TWICE, row=seen[whole])
        seen.setdefault(whole, row.line.number)


def _agrees(sheet: Sheet, row: Row, stored: Stored) -> bool:
    return all(sheet.column(key).kind.same(value, stored.values[key]) for key, value in row.given.items())


def _match_numbers(matching: Matching, rows: Sequence[Row], stored: Sequence[Stored]) -> None:
    sheet = matching.sheet
    owners = {(key, one.values[key]): one for key in sheet.numbers for one in stored if one.values[key]}
    seen: dict[tuple[str, Value], int] = {}
    for row in rows:
        for key in sheet.numbers:
            number = row.given.get(key)
            if not number:
                continue
            owner = owners.get((key, number))
            if (key, number) in seen:
                matching.refuse(row, key, Fault.TWICE, row=seen[key, number])
            elif row.stored is not None and owner is not None and owner is not row.stored:
                matching.refuse(row, key, Fault.TAKEN, name=str(owner.values[sheet.key[0]]))
            elif row.stored is None and owner is not None:
                matching.claim(row, owner)
            seen.setdefault((key, number), row.line.number)


def _match_keys(matching: Matching, rows: Sequence[Row], stored: Sequence[Stored]) -> None:
    sheet = matching.sheet
    waiting = _grouped(sheet, [one for one in stored if matching.free(one)])
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key_of(sheet, row.given)].append(row)
    for key, group in groups.items():
        numbered = [row for row in group if any(row.given.get(number) for number in sheet.numbers)]
        plain = [row for row in group if row not in numbered]
        candidates = waiting.get(key, [])
        _match_group(matching, plain, candidates)
        _add_number(matching, numbered, [one for one in candidates if matching.free(one)])


def _match_group(matching: Matching, rows: list[Row], candidates: list[Stored]) -> None:
    """Rows of one name that bring no number."""
    sheet = matching.sheet
    without_number = [one for one in candidates if not any(one.values[number] for number in sheet.numbers)]
    rows, candidates = _match_alike(matching, rows, without_number or candidates)
    if sheet.apart:
        if len(rows) == len(candidates) == 1:
            matching.claim(rows[0], candidates[0])
        return
    if 0 < len(rows) < len(candidates):
        for row in rows:
            example = next((str(one.values[number]) for one in candidates for number in sheet.numbers if one.values[number]), "")
            matching.refuse(row, sheet.key[0], Fault.AMBIGUOUS, count=len(candidates), example=example)
        return
    for row, one in zip(rows, candidates, strict=False):
        matching.claim(row, one)
    for row in rows[max(len(candidates), 1) :]:
        matching.refuse(row, sheet.key[0], Fault.TWICE, row=rows[0].line.number)


def _match_alike(
    matching: Matching, rows: list[Row], candidates: list[Stored]
) -> tuple[list[Row], list[Stored]]:
    """First those that are written the same; what remains on both sides comes back. Rows that nothing tells apart are twice."""
    sheet = matching.sheet
    telling = (*sheet.key, *sheet.apart)
    waiting: dict[Key, list[Stored]] = defaultdict(list)
    for one in candidates:
        waiting[tuple(one.values[column] for column in telling)].append(one)
    remaining, first = [], dict[Key, int]()
    for row in rows:
        exact = tuple(row.given.get(column) for column in telling)
        if len(waiting.get(exact, [])) == 1 or (sheet.apart and waiting.get(exact)):
            matching.claim(row, waiting[exact].pop(0))
        elif sheet.apart and exact in first:
            matching.refuse(row, sheet.key[-1], Fault.TWICE, row=first[exact])
        else:
            remaining.append(row)
        first.setdefault(exact, row.line.number)
    return remaining, [one for one in candidates if matching.free(one)]


def _add_number(matching: Matching, rows: list[Row], candidates: list[Stored]) -> None:
    """Rows with a number nobody has yet: they may be the one stored row of that name that lacks this number."""
    for row in rows:
        fitting = [
            one
            for one in candidates
            if matching.free(one) and not any(row.given.get(key) and one.values[key] for key in matching.sheet.numbers)
        ]
        if len(fitting) == 1 and len(rows) == 1:
            matching.claim(row, fitting[0])


def _grouped(sheet: Sheet, stored: Sequence[Stored]) -> Mapping[Key, list[Stored]]:
    groups: dict[Key, list[Stored]] = defaultdict(list)
    for one in stored:
        groups[key_of(sheet, one.values)].append(one)
    return groups


def key_of(sheet: Sheet, values: Values) -> Key:
    """What names a row, however it is written."""
    return tuple(_folded(values.get(column)) for column in sheet.key)


def _folded(value: Value) -> Value:
    return canonical(value).casefold() if isinstance(value, str) else value


def unmatched(rows: Sequence[Row], stored: Sequence[Stored]) -> Iterator[Stored]:
    """Stored rows the file says nothing about."""
    claimed = {row.stored.target for row in rows if row.stored is not None}
    return (one for one in stored if one.target not in claimed)
