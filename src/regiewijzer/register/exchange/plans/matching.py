"""Which stored row is this row of the file about? By a number first, then by its name, and never by guessing.

A sheet says what names a row (`numbers`, `key`), and what tells rows with one key apart (`apart`). Of several stored
rows with one key, a file that has as many brings them in the same order: an export gives back what it took.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from regiewijzer.register.exchange.sheets.kinds import Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake
from regiewijzer.register.exchange.sheets.rows import Row, Stored
from regiewijzer.register.exchange.sheets.sheet import Sheet, Values
from regiewijzer.science.names import compared

Key = tuple[Value, ...]


@dataclass(slots=True)
class Matching:
    """Who was matched so far, and what is wrong."""

    sheet: Sheet
    namesakes: Mapping[str, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    claimed: dict[int, int] = field(default_factory=dict)  # key of a stored row, number of the row that is it

    def claim(self, row: Row, stored: Stored) -> None:
        row.stored = stored
        self.claimed[_pk(stored)] = row.number

    def refuse(self, refused: Row, column: str, fault: Fault, **numbers: str | int) -> None:
        refused.wrong = refused.refused = True
        self.mistakes.append(refused.mistake(self.sheet.column(column), fault, **numbers))

    def free(self, stored: Stored) -> bool:
        return _pk(stored) not in self.claimed


def match(
    sheet: Sheet, rows: Sequence[Row], stored: Sequence[Stored], namesakes: Mapping[str, int] | None = None
) -> list[Mistake]:
    """Give every row that can be named its stored row. Returns the rows that occur twice or could be several.

    `namesakes`: how many rows of a name are known not to be one and the same.
    """
    matching = Matching(sheet, namesakes or {})
    if sheet.grows:
        _match_whole(matching, [row for row in rows if not row.wrong], stored)
    else:
        named = [row for row in rows if all(key in row.given for key in sheet.key)]
        _match_numbers(matching, named, stored)
        _match_keys(matching, [row for row in named if row.stored is None and not row.refused], stored)
    return matching.mistakes


def _match_whole(matching: Matching, rows: Sequence[Row], stored: Sequence[Stored]) -> None:
    """In a sheet that grows: a row with the values of a stored one is that one; any other is another.

    A cell that is empty agrees with anything, so rows go first to the stored ones of which they say everything.
    """
    waiting = _grouped(matching.sheet, stored)
    for agrees in (_says_all, _agrees):
        for row in rows:
            fitting = waiting.get(key_of(matching.sheet, row.given), [])
            data_table = next((one for one in fitting if matching.free(one) and agrees(matching.sheet, row, one)), None)
            if row.stored is None and data_table is not None:
                matching.claim(row, data_table)
    seen: dict[tuple[Key, str], int] = {}
    for row in rows:
        whole = (key_of(matching.sheet, row.given), repr(sorted(row.given.items(), key=lambda item: item[0])))
        if row.stored is None and whole in seen:
            matching.refuse(row, matching.sheet.key[0], Fault.TWICE, row=seen[whole])
        seen.setdefault(whole, row.number)


def _says_all(sheet: Sheet, row: Row, stored: Stored) -> bool:
    filled = {column.key for column in sheet.columns if stored.values[column.key] not in (None, "", ())}
    return filled <= row.given.keys() and _agrees(sheet, row, stored)


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
            elif owner is not None and owner is not row.stored:
                _match_owner(matching, row, key, owner)
            seen.setdefault((key, number), row.number)


def _match_owner(matching: Matching, row: Row, key: str, owner: Stored) -> None:
    if row.stored is not None:
        matching.refuse(row, key, Fault.TAKEN, name=str(owner.values[matching.sheet.key[0]]))
    elif matching.free(owner):
        matching.claim(row, owner)
    else:
        matching.refuse(row, key, Fault.TWICE, row=matching.claimed[_pk(owner)])


def _match_keys(matching: Matching, rows: Sequence[Row], stored: Sequence[Stored]) -> None:
    sheet = matching.sheet
    waiting = _grouped(sheet, [one for one in stored if matching.free(one)])
    groups: dict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[key_of(sheet, row.given)].append(row)
    for key, group in groups.items():
        if len(group) == 1 and key not in waiting:
            continue  # nothing it could be taken for
        numbered = [row for row in group if _has_number(sheet, row.given)]
        candidates = waiting.get(key, [])
        _match_named(matching, [row for row in group if not _has_number(sheet, row.given)], candidates)
        _add_number(matching, numbered, [one for one in candidates if matching.free(one)])


def _match_named(matching: Matching, rows: list[Row], candidates: list[Stored]) -> None:
    """Rows of one name that bring no number: first those that are written the same, then the rest."""
    sheet = matching.sheet
    candidates = [one for one in candidates if not _has_number(sheet, one.values)] or candidates
    waiting = _match_alike(matching, rows, candidates)
    remaining = [row for row in rows if row.stored is None and not row.refused]
    if sheet.apart:
        if len(remaining) == len(waiting) == 1:
            matching.claim(remaining[0], waiting[0])
    elif 0 < len(remaining) < len(waiting):
        _refuse_as_ambiguous(matching, remaining, waiting)
    else:
        for row, one in zip(remaining, waiting, strict=False):
            matching.claim(row, one)
        for row in remaining[len(waiting) if candidates else _alone(matching, rows) :]:
            matching.refuse(row, sheet.key[0], Fault.TWICE, row=rows[0].number)


def _alone(matching: Matching, rows: list[Row]) -> int:
    """How many rows of this name may come in side by side where none is stored."""
    name = rows[0].given[matching.sheet.key[0]] if rows else ""
    return matching.namesakes.get(compared(str(name)), 1)


def _match_alike(matching: Matching, rows: list[Row], candidates: list[Stored]) -> list[Stored]:
    """Match what is written the same; candidates that remain come back.

    In a sheet with `apart`, a row that says the same once more stands there twice.
    """
    sheet = matching.sheet
    telling = (*sheet.key, *sheet.apart)
    alike: dict[Key, list[Stored]] = defaultdict(list)
    for one in candidates:
        alike[tuple(one.values[column] for column in telling)].append(one)
    first: dict[Key, int] = {}
    for row in rows:
        exact = tuple(row.given.get(column) for column in telling)
        found = alike.get(exact, [])
        if len(found) == 1 or (sheet.apart and found):
            matching.claim(row, found.pop(0))
        elif sheet.apart and exact in first:
            matching.refuse(row, sheet.key[-1], Fault.TWICE, row=first[exact])
        first.setdefault(exact, row.number)
    return [one for one in candidates if matching.free(one)]


def _refuse_as_ambiguous(matching: Matching, rows: list[Row], candidates: list[Stored]) -> None:
    numbers = [str(one.values[key]) for one in candidates for key in matching.sheet.numbers if one.values[key]]
    for row in rows:
        name = row.found.get(matching.sheet.key[0], "")
        example = f"{name} ({numbers[0] if numbers else 1})"
        matching.refuse(row, matching.sheet.key[0], Fault.AMBIGUOUS, count=len(candidates), example=example)


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


def _has_number(sheet: Sheet, values: Values) -> bool:
    return any(values.get(key) for key in sheet.numbers)


def _pk(stored: Stored) -> int:
    assert stored.target.pk is not None
    return stored.target.pk


def _grouped(sheet: Sheet, stored: Sequence[Stored]) -> Mapping[Key, list[Stored]]:
    groups: dict[Key, list[Stored]] = defaultdict(list)
    for one in stored:
        groups[key_of(sheet, one.values)].append(one)
    return groups


def key_of(sheet: Sheet, values: Values) -> Key:
    """What names a row, however it is written."""
    return tuple(_folded(values.get(column)) for column in sheet.key)


def _folded(value: Value) -> Value:
    return compared(value) or None if isinstance(value, str) else value


def unmatched(rows: Sequence[Row], stored: Sequence[Stored]) -> Iterator[Stored]:
    """Stored rows the file says nothing about."""
    claimed = {row.stored.target for row in rows if row.stored is not None}
    return (one for one in stored if one.target not in claimed)
