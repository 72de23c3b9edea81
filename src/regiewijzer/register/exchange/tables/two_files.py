"""What do organisations.csv and memberships.csv say? Every association with members is a network, named after it.

The public form of the Flemish organisation register: kbo, name, classification; and member_kbo, association_kbo.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from regiewijzer.library.texts import Text
from regiewijzer.register.exchange.files.cells import shown
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.sheets.kinds import Prose, Value
from regiewijzer.register.exchange.sheets.mistakes import Fault, Note, Remark
from regiewijzer.register.exchange.sheets.reading import Line, Reading, plain, read_sheet
from regiewijzer.register.exchange.sheets.recognising import Read
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.tables.columns import LONGEST_NAME
from regiewijzer.register.exchange.tables.members import MEMBERS
from regiewijzer.register.exchange.tables.networks import NETWORKS
from regiewijzer.register.exchange.tables.organisations import ORGANISATIONS, NumberOf
from regiewijzer.register.organisations.models import Kind, Scheme

KINDS = {
    "gemeente": Kind.MUNICIPALITY,
    "ocmw": Kind.OCMW,
    "provincie": Kind.GOVERNMENT,
    "hulpverleningszone": Kind.GOVERNMENT,
    "politiezone": Kind.POLICE,
    "autonoom gemeentebedrijf": Kind.COMPANY,
    "autonome verzorgingsinstelling": Kind.CARE,
    "dienstverlenende vereniging": Kind.INTERMUNICIPAL,
    "opdrachthoudende vereniging": Kind.INTERMUNICIPAL,
    "opdrachthoudende vereniging met private deelname": Kind.INTERMUNICIPAL,
    "projectvereniging": Kind.INTERMUNICIPAL,
    "interlokale vereniging": Kind.INTERMUNICIPAL,
    "welzijnsvereniging": Kind.WELFARE_ASSOCIATION,
    "ziekenhuisvereniging": Kind.WELFARE_ASSOCIATION,
    "vereniging of vennootschap voor sociale dienstverlening": Kind.WELFARE_ASSOCIATION,
    "woonzorgvereniging of woonzorgvennootschap": Kind.WELFARE_ASSOCIATION,
}


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
    columns=(_column("member_kbo"), _column("association_kbo")),
    key=("member_kbo", "association_kbo"),
    title=Text(nl="memberships", en="memberships"),
)


@dataclass(frozen=True, slots=True)
class _Listed:
    """An organisation of the list."""

    name: str
    line: Line


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
    associations = dict.fromkeys(str(line.given["association_kbo"]) for line in memberships.lines if not line.unread)
    names = _unique_names(listed, associations)
    read.readings = {
        ORGANISATIONS.code: _as_organisations(organisations, read),
        NETWORKS.code: Reading(NETWORKS, [_as_network(listed[kbo].line, name) for kbo, name in names.items()]),
        MEMBERS.code: Reading(MEMBERS, [_as_member(line, names) for line in memberships.lines], memberships.mistakes),
    }
    return read


def _has_headings(raw: RawSheet, sheet: Sheet) -> bool:
    if not raw.rows:
        return False
    found = {plain(shown(cell)) for cell in raw.rows[0][1]}
    return {plain(column.key) for column in sheet.columns if column.required} <= found


def _listed(organisations: Reading) -> dict[str, _Listed]:
    return {
        str(line.given["kbo"]): _Listed(str(line.given["name"]), line)
        for line in organisations.lines
        if {"kbo", "name"} <= line.given.keys()
    }


def _judge_pairs(memberships: Reading, listed: Mapping[str, _Listed]) -> None:
    """A number that is not in the list is a mistake in the pair, not a new organisation without a name."""
    judged = []
    for line in memberships.lines:
        unknown = [
            column for column in PAIRS.columns if column.key in line.given and line.given[column.key] not in listed
        ]
        memberships.mistakes += [line.mistake(column, Fault.UNKNOWN, name=line.found[column.key]) for column in unknown]
        unread = line.unread.union(column.key for column in unknown)
        judged.append(replace(line, unread=unread))
    memberships.lines = judged


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


def _as_organisations(organisations: Reading, read: Read) -> Reading:
    unknown: Counter[str] = Counter()
    lines = []
    for line in organisations.lines:
        classification = str(line.given.get("classification", ""))
        kind = KINDS.get(plain(classification))
        if classification and kind is None:
            unknown[classification] += 1
        given: dict[str, Value] = {key: line.given[key] for key in ("kbo", "name") if key in line.given}
        cells = {**line.cells, "kind": line.cells.get("classification", 0)}
        if kind is not None:
            given["kind"] = kind.value
        lines.append(Line(line.place, line.number, cells, given, line.found, line.unread))
    for classification, count in unknown.items():
        read.remarks.append(Remark(Note.KIND_UNKNOWN, {"classification": classification, "count": count}))
    return Reading(ORGANISATIONS, lines, organisations.mistakes, organisations.remarks, organisations.unnamed)


def _as_network(line: Line, name: str) -> Line:
    return Line(line.place, line.number, {"name": line.cells["name"]}, {"name": name}, {"name": line.found["name"]})


def _as_member(line: Line, names: Mapping[str, str]) -> Line:
    cells = {"network": line.cells["association_kbo"], "organisation": line.cells["member_kbo"]}
    association = names.get(str(line.given.get("association_kbo", "")), "")
    found = {"network": association, "organisation": line.found.get("member_kbo", "")}
    given = {} if line.unread else {"network": association, "organisation": line.given["member_kbo"]}
    return Line(line.place, line.number, cells, given, found, line.unread)
