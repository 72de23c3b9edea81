"""What would this file do? Rows read against rows stored, each sheet after those it points at."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from regiewijzer.register.exchange.plans.directory import Clean, Directory, NamedRow
from regiewijzer.register.exchange.plans.matching import match, unmatched
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan
from regiewijzer.register.exchange.sheets.choices import Tags
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.links import Link, Links
from regiewijzer.register.exchange.sheets.mistakes import Fault, Mistake, Note, Numbers, Remark, Wrong
from regiewijzer.register.exchange.sheets.reading import SheetRead
from regiewijzer.register.exchange.sheets.recognising import Read
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import TODAY, Column, Problem, Sheet
from regiewijzer.science.wholes import circles

ARCHIVED = "archived"


@dataclass(slots=True)
class _Planning:
    """What is known while planning."""

    today: date
    directories: dict[str, Directory] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)


def plan_of(
    sheets: Sequence[Sheet],
    read: Read,
    stored: Mapping[str, Sequence[Stored]],
    today: date,
    numbers: Mapping[str, Clean] | None = None,
    beside: Mapping[str, Sequence[NamedRow]] | None = None,
) -> Plan:
    """The plan for the sheets that were read. Nothing is saved and nothing outside is asked.

    `stored`: rows by code of their sheet; a sheet that is absent has none. `numbers`: per sheet what brings a number
    into its plain form. `beside`: what is on no sheet and can be named: colleagues,
    the authority itself. Takes time in proportion to the rows of the file and the rows stored.
    """
    planning, readings = _Planning(today), read.readings
    planned = []
    for code, all_listed in (beside or {}).items():
        planning.directories[code] = Directory()
        for named in all_listed:
            planning.directories[code].add(named)
    for sheet in sheets:
        planning.directories[sheet.code] = Directory((numbers or {}).get(sheet.code, _no_number))
        known = stored.get(sheet.code, ())
        reading = readings.get(sheet.code) or SheetRead(sheet)
        planned.append(_planned(sheet, reading, known, planning))
    for each in planned:
        _remark_unlisted(each, planning)
    names = {target: name for directory in planning.directories.values() for target, name in directory.names().items()}
    remarks = [
        *read.remarks,
        *(remark for reading in readings.values() for remark in reading.remarks),
        *planning.remarks,
    ]
    return Plan(tuple(planned), _in_order(planning.mistakes, readings.values()), tuple(remarks), names)


def _in_order(mistakes: Iterable[Mistake], readings: Iterable[SheetRead]) -> tuple[Mistake, ...]:
    """Mistakes as somebody finds them who goes through the file."""
    order: dict[str, int] = {}
    for reading in readings:
        for place in [row.place for row in reading.rows] + [mistake.place.sheet for mistake in reading.mistakes]:
            order.setdefault(place, len(order))
    return tuple(sorted(mistakes, key=lambda mistake: (order[mistake.place.sheet], *mistake.place[1:])))


def _no_number(_text: str) -> str:
    return ""


def _planned(sheet: Sheet, reading: SheetRead, stored: Sequence[Stored], planning: _Planning) -> SheetPlan:
    planning.mistakes += reading.mistakes
    own = own_links(sheet)
    links = [(column, kind) for column, kind in _links(sheet) if column.key not in own]
    later = {row.number: {key: row.given.pop(key) for key in own if key in row.given} for row in reading.rows}
    rows = [_resolved(sheet, links, row, planning) for row in reading.rows]
    if reading.unnamed:
        for row in rows:
            row.wrong = True
    planning.mistakes += match(sheet, [row for row in rows if not row.hanging], stored, reading.namesakes)
    _complete(sheet, rows, planning.today)
    _judge(sheet, rows, stored, planning)
    _remember(sheet, rows, stored, reading, planning)
    _link_within(sheet, rows, stored, later, planning)
    entries = [row for row in rows if row.fits]
    _remark(sheet, rows, entries, planning)
    hanging = tuple(row.where(sheet.key[0]) for row in rows if row.hanging and not row.wrong)
    return SheetPlan(sheet, tuple(entries), sum(row.wrong for row in rows), hanging)


def _links(sheet: Sheet) -> list[tuple[Column, Link]]:
    """The columns with links. Owners come before what they own, so links that stand within go last."""
    linking = [(column, column.kind) for column in sheet.columns if isinstance(column.kind, Link)]
    return sorted(linking, key=lambda pair: bool(pair[1].within))


def own_links(sheet: Sheet) -> tuple[str, ...]:
    """The columns that name another row of the same sheet: what a row is part of."""
    return tuple(column.key for column, kind in _links(sheet) if kind.sheet == sheet.code)


def _link_within(
    sheet: Sheet,
    rows: Sequence[Row],
    stored: Sequence[Stored],
    later: Mapping[int, Mapping[str, Value]],
    planning: _Planning,
) -> None:
    """Rows that name a row of their own sheet, once all of them can be named. None is a part of itself."""
    for key in own_links(sheet):
        column = sheet.column(key)
        naming = [row for row in rows if key in later[row.number]]
        for row in naming:
            row.given[key] = later[row.number][key]
            _resolved(sheet, [(column, column.kind)] if isinstance(column.kind, Link) else [], row, planning)
        _complete(sheet, naming, planning.today)
        above = {one.target: one.values[key] for one in stored}
        above.update({row.target: row.values[key] for row in rows if row.fits})
        linked = {part: whole for part, whole in above.items() if isinstance(whole, Target)}
        turning = set(circles(linked))
        for row in naming:
            if row.fits and row.target in turning:
                _refuse(sheet, row, Problem(key, Fault.PART_OF_ITSELF, {}), planning)
            if not row.fits:
                planning.directories[sheet.code].leave_out(row.target)


def _resolved(sheet: Sheet, links: Sequence[tuple[Column, Link]], row: Row, planning: _Planning) -> Row:
    """The row with its links as targets."""
    row.given = dict(sheet.completed(row.given))
    row.wrong = bool(row.unread)
    for column, kind in links:
        if not row.given.get(column.key):
            continue
        found = _targets(column, kind, row, planning)
        if found is None:
            del row.given[column.key]
        else:
            row.given[column.key] = found
    return row


def _targets(column: Column, kind: Link, row: Row, planning: _Planning) -> Value:
    """What the names in this cell mean; None when one of them means nothing."""
    written = row.given[column.key]
    names = written if isinstance(written, tuple) else (written,)
    owner = row.given.get(kind.within) if kind.within else None
    targets = [_target(column, kind, str(name), owner, row, planning) for name in names]
    found = tuple(dict.fromkeys(target for target in targets if target is not None))
    if None in targets:
        return None
    return found if isinstance(kind, Links) else found[0]


def _target(column: Column, kind: Link, name: str, owner: Value, row: Row, planning: _Planning) -> Target | None:
    try:
        sheet, asked = kind.asked(name)
        named = planning.directories.setdefault(sheet, Directory(whole=False)).find(asked, owner)
    except Wrong as wrong:
        row.wrong = True
        planning.mistakes.append(row.mistake(column, wrong.fault, name=name, **wrong.numbers))
        return None
    if named is None or not named.good:
        row.hanging = True
        return None
    return named.target


def _judge(sheet: Sheet, rows: Sequence[Row], stored: Sequence[Stored], planning: _Planning) -> None:
    """The checks over a whole row, then those over all rows of the sheet."""
    for row in rows:
        for problem in _problems(sheet, row, planning.today):
            _refuse(sheet, row, problem, planning)
    fit = [row for row in rows if row.fits]
    beside = [one.values for one in unmatched(rows, stored)]
    for problem in sheet.together([row.values for row in fit], beside):
        _refuse(sheet, fit[problem.row], problem, planning)


def _problems(sheet: Sheet, row: Row, today: date) -> Iterator[Problem]:
    before = row.stored.values if row.stored else None
    if row.stored is not None and not row.changed:
        return
    for check in sheet.checks:
        if not row.unread.intersection(check.columns):
            yield from check.test(row.values, before, today)


def _refuse(sheet: Sheet, row: Row, problem: Problem, planning: _Planning) -> None:
    row.wrong = True
    planning.mistakes.append(row.mistake(sheet.column(problem.column), problem.fault, **problem.numbers))


def _complete(sheet: Sheet, rows: Iterable[Row], today: date) -> None:
    """Each row as it would be: what is given over what is stored, or over what an empty cell of a new row means."""
    fresh = {column.key: column.default_on(today) for column in sheet.columns}
    for row in rows:
        row.values = {**(row.stored.values if row.stored else fresh), **row.given}
        row.changed = _changed(sheet, row, row.stored) if row.stored else ()


def _changed(sheet: Sheet, row: Row, stored: Stored) -> tuple[str, ...]:
    return tuple(key for key, value in row.given.items() if not sheet.column(key).kind.same(stored.values[key], value))


def _remember(
    sheet: Sheet, rows: Sequence[Row], stored: Iterable[Stored], reading: SheetRead, planning: _Planning
) -> None:
    """So that later sheets can name the rows: stored ones by the name they have or would get, then the new ones."""
    if not sheet.named:
        return
    directory, name = planning.directories[sheet.code], sheet.key[0]
    directory.whole = not reading.nameless
    matched = {row.stored.target: row for row in rows if row.stored is not None and not row.wrong}
    for one in stored:
        row = matched.get(one.target)
        values = {**one.values, **(row.given if row else {}), name: one.values[name]}
        directory.add(named := _listed(sheet, one.target, values, planning))
        if row is not None and row.given[name] != one.values[name]:
            directory.add_also(str(row.given[name]), named)
    for row in rows:
        if row.stored is None and name in row.given and not row.refused:
            directory.add(_listed(sheet, row.target, row.given, planning, good=row.fits))


def _listed(
    sheet: Sheet, target: Target, values: Mapping[str, Value], planning: _Planning, *, good: bool = True
) -> NamedRow:
    identifiers: dict[str, str] = {}
    for key in sheet.told_by:
        value = values.get(key)
        if isinstance(value, Target):
            name = planning.directories[value.sheet].plain_name(value)
            identifiers[name] = name
        elif value:
            identifiers[str(value)] = str(sheet.column(key).kind.written(value, lambda _target: ""))
    owner = next((values[key] for key in sheet.told_by if isinstance(values.get(key), Target)), None)
    return NamedRow(target, str(values[sheet.key[0]]), identifiers, owner, good)


def _remark_unlisted(planned: SheetPlan, planning: _Planning) -> None:
    """Words that are on no list, where there is one; it may be that of an earlier plan."""
    for column in planned.sheet.columns:
        kind = column.kind
        listed = planning.directories.get(kind.sheet) if isinstance(kind, Tags) and kind.sheet else None
        if not listed or listed.empty:
            continue
        strange = [
            (word, row)
            for row in planned.entries
            if row.stored is None or column.key in row.changed
            for word in _words(row.values[column.key])
            if not listed.knows(word) and (row.stored is None or word not in _words(row.stored.values[column.key]))
        ]
        if strange:
            word, row = strange[0]
            place: Numbers = {"sheet": planned.sheet.title.nl, "column": column.heading.nl, "count": len(strange)}
            planning.remarks.append(
                Remark(Note.NOT_LISTED, {**place, "found": word, "cell": str(row.where(column.key))})
            )


def _words(value: Value) -> tuple[str, ...]:
    return tuple(str(word) for word in value) if isinstance(value, tuple) else ()


def _remark(sheet: Sheet, rows: Sequence[Row], entries: Sequence[Row], planning: _Planning) -> None:
    undated = [column for column in sheet.columns if column.default is TODAY]
    for column in undated:
        count = sum(entry.state is State.NEW and column.key not in entry.given for entry in entries)
        if count:
            counted: Numbers = {"sheet": sheet.title.nl, "column": column.heading.nl, "count": count}
            planning.remarks.append(Remark(Note.AS_OF_TODAY, counted))
    resting = [row for row in rows if row.stored and row.stored.values.get(ARCHIVED) and ARCHIVED not in row.given]
    if resting:
        cell = str(resting[0].where(sheet.key[0]))
        numbers: Numbers = {"sheet": sheet.title.nl, "count": len(resting), "cell": cell}
        planning.remarks.append(Remark(Note.STAYS_IN_ARCHIVE, numbers))
