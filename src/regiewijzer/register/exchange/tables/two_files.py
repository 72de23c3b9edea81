"""What do organisations.csv and memberships.csv say? Every association with members is a network, named after it.

The public form of the Flemish organisation register: kbo, name, classification; and member_kbo, association_kbo.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import shown
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.pairs import ASSOCIATION, MEMBER
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.words import ORGANISATION_KINDS
from regiewijzer.register.exchange.sheets.kinds import Prose, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Note, Remark
from regiewijzer.register.exchange.sheets.reading import SheetRead, plain, read_sheet
from regiewijzer.register.exchange.sheets.recognising import Read
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.tables.columns import LONGEST_NAME
from regiewijzer.register.exchange.tables.members import MEMBERS
from regiewijzer.register.exchange.tables.networks import NETWORKS
from regiewijzer.register.exchange.tables.organisations import ORGANISATIONS, NumberOf
from regiewijzer.register.organisations.models import Kind, Scheme

KINDS = {written: Kind(code) for written, code in ORGANISATION_KINDS.items()}


def _column(key: str, *, required: bool = True, number: bool = True) -> Column:
    kind = NumberOf(Scheme.KBO) if number else Prose(LONGEST_NAME)
    return Column(key, kind, required, heading=Text(nl=key, en=key))


LIST = Sheet(
    code="organisations_list",
    columns=(_column("kbo"), _column("name", number=False), _column("classification", required=False, number=False)),
    key=("kbo",),
    title=Text(nl="organisations", en="organisations"),
)
PAIRS = Sheet(
    code="memberships_list",
    columns=(_column(MEMBER), _column(ASSOCIATION)),
    key=(MEMBER, ASSOCIATION),
    title=Text(nl="memberships", en="memberships"),
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An organisation of the list."""

    name: str
    row: Row


def is_two_files(raws: Iterable[RawSheet]) -> bool:
    """Whether a file has the headings of the list of memberships."""
    return any(_has_headings(raw, PAIRS) for raw in raws)


def read_two_files(raws: Iterable[RawSheet]) -> Read:
    """The two files as rows of Partners, Netwerken and Leden, each row with its place in the file it comes from.

    Other files beside them are remarked upon. Refused when the list of organisations is not there.
    """
    raws = tuple(raws)
    lists = [raw for raw in raws if _has_headings(raw, LIST) and not _has_headings(raw, PAIRS)]
    pairs = [raw for raw in raws if _has_headings(raw, PAIRS)]
    ours = sorted(lists, key=lambda raw: plain(raw.title) != LIST.title.nl)[:1] + pairs[:1]
    if len(ours) < 2:
        raise Refused(Reason.NO_SHEET_OF_OURS, titles="organisations.csv, memberships.csv")
    read = Read(remarks=[Remark(Note.SHEET_NOT_READ, {"sheet": raw.place}) for raw in raws if raw not in ours])
    organisations, memberships = read_sheet(LIST, ours[0]), read_sheet(PAIRS, ours[1])
    listed = _listed(organisations)
    _judge_pairs(memberships, listed)
    associations = dict.fromkeys(str(row.given[ASSOCIATION]) for row in memberships.rows if not row.unread)
    names = _unique_names(listed, associations)
    read.readings = {
        ORGANISATIONS.code: _as_organisations(organisations, read),
        NETWORKS.code: SheetRead(NETWORKS, [_as_network(listed[kbo].row, name) for kbo, name in names.items()]),
        MEMBERS.code: SheetRead(MEMBERS, _as_members(memberships, names), memberships.mistakes),
    }
    return read


def _has_headings(raw: RawSheet, sheet: Sheet) -> bool:
    if not raw.rows:
        return False
    found = {plain(shown(cell)) for cell in raw.rows[0][1]}
    return {plain(column.key) for column in sheet.columns if column.required} <= found


def _listed(organisations: SheetRead) -> dict[str, _Listed]:
    return {
        str(row.given["kbo"]): _Listed(str(row.given["name"]), row)
        for row in organisations.rows
        if {"kbo", "name"} <= row.given.keys()
    }


def _judge_pairs(memberships: SheetRead, listed: Mapping[str, _Listed]) -> None:
    """A number that is not in the list is a mistake in the pair, not a new organisation without a name."""
    for row in memberships.rows:
        unknown = [
            column for column in PAIRS.columns if column.key in row.given and row.given[column.key] not in listed
        ]
        memberships.mistakes += [row.mistake(column, Fault.UNKNOWN, name=row.found[column.key]) for column in unknown]
        row.unread = row.unread.union(column.key for column in unknown)


def _unique_names(listed: Mapping[str, _Listed], associations: Iterable[str]) -> dict[str, str]:
    """The name of every association that is a network; namesakes get their number behind it."""
    present = [kbo for kbo in associations if kbo in listed]
    times = Counter(listed[kbo].name.casefold() for kbo in present)
    return {
        kbo: listed[kbo].name
        if times[listed[kbo].name.casefold()] == 1
        else f"{listed[kbo].name[: LONGEST_NAME - 13]} ({kbo})"
        for kbo in present
    }


def _as_organisations(organisations: SheetRead, read: Read) -> SheetRead:
    unknown: Counter[str] = Counter()
    cells = {**_cells(organisations), "kind": _cells(organisations).get("classification", 0)}
    for row in organisations.rows:
        classification = str(row.given.get("classification", ""))
        kind = KINDS.get(plain(classification))
        if classification and kind is None:
            unknown[classification] += 1
        given: dict[str, Value] = {key: row.given[key] for key in ("kbo", "name") if key in row.given}
        if kind is not None:
            given["kind"] = kind.value
        row.sheet, row.cells, row.given = ORGANISATIONS.code, cells, given
    for classification, count in unknown.items():
        read.remarks.append(Remark(Note.KIND_UNKNOWN, {"classification": classification, "count": count}))
    return SheetRead(
        ORGANISATIONS, organisations.rows, organisations.mistakes, organisations.remarks, organisations.unnamed
    )


def _as_network(row: Row, name: str) -> Row:
    cells, found = {"name": row.cells["name"]}, {"name": row.found["name"]}
    return Row(NETWORKS.code, row.place, row.number, cells, {"name": name}, found)


def _as_members(memberships: SheetRead, names: Mapping[str, str]) -> list[Row]:
    columns = _cells(memberships)
    cells = {"network": columns.get(ASSOCIATION, 0), "organisation": columns.get(MEMBER, 0)}
    for row in memberships.rows:
        association = names.get(str(row.given.get(ASSOCIATION, "")), "")
        member = row.given.get(MEMBER)
        row.sheet, row.cells = MEMBERS.code, cells
        row.found = {"network": association, "organisation": row.found.get(MEMBER, "")}
        row.given = {} if row.unread else {"network": association, "organisation": member}
    return memberships.rows


def _cells(reading: SheetRead) -> Mapping[str, int]:
    """Where each column stands: the same in every row."""
    return reading.rows[0].cells if reading.rows else {}
