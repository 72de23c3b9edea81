"""Which program or register wrote this list, and which tables stand in it? Judged by headings, and by what is below.

Kumu: a sheet of elements (Label, Type, Tags, Description) and one of connections (From, To, Type, Direction); Polinode:
nodes (Name) and edges (Source, Target); Gephi: nodes (Id, Label) and edges (Source, Target, Type, Weight), as the help
pages of each describe them. PARTNER: the list of respondents (organization name, map label, contact first and last
name, email). The organisation portal of the Flemish local authorities: name, type, province, municipality, status.

A tie between a network and an organisation is a membership. Without a node that is a network, all of it is one.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.grids import Grid, text_of
from regiewijzer.register.exchange.lists.organisations import words_of
from regiewijzer.register.exchange.lists.proposal import Because, Chosen, ColumnMeaning, chosen_for
from regiewijzer.register.exchange.lists.words import ORGANISATION_KINDS, Meaning, heading_words, meaning_of
from regiewijzer.science.names import compared, tidied


class Program(StrEnum):
    """What wrote the list; the value is its name, the same in every language."""

    KUMU = "Kumu"
    POLINODE = "Polinode"
    GEPHI = "Gephi"
    PARTNER = "PARTNER"
    PORTAL = "Organisatieportaal"


ENDS = {"from": "to", "source": "target"}
TIE_WORDS = frozenset({
    "from", "to", "source", "target", "id", "label", "type", "direction", "weight", "strength", "tags",
    "description", "timeset", "interval", "time interval",
})  # fmt: skip
KIND_OF_NODE = frozenset({"type", "soort", "kind", "category", "categorie", "element type", "node type"})
LEFT_OF_TIES = frozenset({"id", "direction", "weight", "strength", "timeset", "interval", "time interval"})
LEFT_OF_NODES = LEFT_OF_TIES | {"x", "y", "z", "size", "color", "colour", "image"}
WAYS = frozenset({"directed", "undirected", "mutual", "mixed", ""})  # what Gephi and Kumu say of a direction
GENERAL = re.compile(
    r"(sheet|blad|werkblad|feuil1?)? ?\d*|.*\b(elements?|elementen|nodes?|knopen|respondents?|respondent list|members?)"
)
FIRST, LAST, LABEL = "contact first name", "contact last name", "map label"
PARTNER_NAMES = frozenset({"organization name", "organisation name", "organization"})
PORTAL_NAMES = frozenset({"naam", "name", "naam organisatie", "naam bestuur"})
PORTAL_TYPES = frozenset({"type", "type bestuur", "type organisatie", "classificatie", "classification"})
PORTAL_ALSO = frozenset({
    "status", "provincie", "province", "gemeente", "municipality", "kbo nummer", "kbo-nummer", "kbo",
    "ovo nummer", "ovo-nummer", "ovo",
})  # fmt: skip
PLACES = frozenset({"gemeente", "stad", "ocmw"})
NOT_ACTIVE = re.compile(r"(niet actief|inactief|in ?active|not active|stopgezet).*")
NETWORK_WORDS = re.compile(
    r"netwerk|network|overleg|werkgroep|working group|stuurgroep|steering|samenwerking|collaborat|partnership|platform"
    r"|tafel|table\b|\braad\b|council|alliantie|alliance|coalitie|coalition|forum|taskforce|task force|initiatie?f"
)
ENOUGH, HALF = 0.25, 0.5


@dataclass(frozen=True, slots=True)
class Outside:
    """An organisation that is told of by itself: its number, its kind as it is written, and what else is said."""

    name: str
    kbo: str = ""
    kind: str = ""
    person: str = ""
    email: str = ""
    notes: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class Written:
    """What such a file holds: tables with the meaning of their columns, and organisations beside them.

    `unnamed`: what the one network is called that the file gives no name. `ties` between two organisations and
    `columns` that hold nothing for a register are left out, and said; so is who is `gone`.
    """

    program: Program
    tables: list[tuple[Grid, dict[int, ColumnMeaning]]] = field(default_factory=list)
    columns: list[ColumnMeaning] = field(default_factory=list)
    outside: list[Outside] = field(default_factory=list)
    unnamed: str = ""
    ties: int = 0
    gone: list[str] = field(default_factory=list)
    left: list[RawSheet] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Table:
    """A sheet whose first row holds the headings."""

    sheet: RawSheet
    headings: Mapping[int, str]
    rows: tuple[tuple[int, dict[int, Raw]], ...]

    @property
    def words(self) -> dict[str, int]:
        return {heading_words(self.headings[index]): index for index in sorted(self.headings, reverse=True)}

    def texts(self, index: int) -> list[str]:
        return [tidied(text_of(cells[index])) for _number, cells in self.rows if index in cells]

    def column(self, index: int, meaning: Meaning, chosen: Chosen, program: Program) -> ColumnMeaning:
        """What this column becomes, unless somebody chose otherwise."""
        heading, asked = self.headings[index], chosen_for(chosen, self.sheet.place, self.headings[index])
        because = Because.CHOSEN if asked and asked is not meaning else Because.PROGRAM
        word = "" if because is Because.CHOSEN else program.value
        examples = tuple(text[:60] for text in self.texts(index)[:5])
        return ColumnMeaning(self.sheet.place, heading, asked or meaning, because, word, examples)


def is_written_by_program(sheets: Sequence[RawSheet]) -> bool:
    """Whether one of these programs wrote the file."""
    tables = _tables(sheets)
    return _graph_in(tables) is not None or _list_in(tables) is not None


def written_by_program(sheets: Sequence[RawSheet], chosen: Chosen) -> Written | None:
    """What stands in a file of one of these programs; None when somebody made the list."""
    tables = _tables(sheets)
    if (graph := _graph_in(tables)) is not None:
        program, nodes, ties = graph
        written = _Graph(program, nodes, ties, chosen).written
        written.left = [table.sheet for table in tables if table is not nodes and table is not ties]
        return written
    if (listed := _list_in(tables)) is not None:
        program, table = listed
        return _members(table, chosen) if program is Program.PARTNER else _portal(table, chosen)
    return None


def _tables(sheets: Sequence[RawSheet]) -> list[_Table]:
    found = []
    for sheet in sheets:
        rows = [(number, {i: cell for i, cell in enumerate(cells) if text_of(cell)}) for number, cells in sheet.rows]
        rows = [(number, cells) for number, cells in rows if cells]
        if rows:
            headings = {index: tidied(text_of(cell)) for index, cell in rows[0][1].items()}
            found.append(_Table(sheet, headings, tuple(rows[1:])))
    return found


def _graph_in(tables: Sequence[_Table]) -> tuple[Program, _Table | None, _Table] | None:
    for ties in tables:
        words = ties.words
        start = next((each for each in ENDS if each in words and ENDS[each] in words), None)
        if start is None:
            continue
        nodes = next((table for table in tables if table is not ties and _is_of_nodes(table, start)), None)
        if nodes is None and not words.keys() <= TIE_WORDS:
            continue  # a list of one's own that happens to go from one thing to another
        if start == "from":
            return Program.KUMU, nodes, ties
        return (Program.POLINODE if nodes is not None and "id" not in nodes.words else Program.GEPHI), nodes, ties
    return None


def _is_of_nodes(table: _Table, start: str) -> bool:
    words = table.words
    if any(each in words and ENDS[each] in words for each in ENDS):
        return False
    return "label" in words if start == "from" else bool({"id", "name"} & words.keys())


def _list_in(tables: Sequence[_Table]) -> tuple[Program, _Table] | None:
    if len(tables) != 1:
        return None
    table, words = tables[0], tables[0].words.keys()
    if words & PARTNER_NAMES and (LABEL in words or {FIRST, LAST} <= words):
        return Program.PARTNER, table
    kind = next((table.words[word] for word in sorted(words & PORTAL_TYPES)), None)
    if not words & PORTAL_NAMES or kind is None or not words & PORTAL_ALSO:
        return None
    kinds = table.texts(kind)
    known = sum(compared(each) in ORGANISATION_KINDS for each in kinds)
    return (Program.PORTAL, table) if known and known >= HALF * len(kinds) else None


class _Graph:
    """Nodes and ties while they become networks, memberships and organisations."""

    def __init__(self, program: Program, nodes: _Table | None, ties: _Table, chosen: Chosen) -> None:
        self.program, self.nodes, self.ties, self.chosen = program, nodes, ties, chosen
        self.written = Written(program)
        words = ties.words
        start = next(each for each in ENDS if each in words and ENDS[each] in words)
        self.ends = words[start], words[ENDS[start]]
        self.names = self._names()
        self.pairs = [
            (number, cells, self._name(cells[self.ends[0]]), self._name(cells[self.ends[1]]))
            for number, cells in ties.rows
            if all(end in cells for end in self.ends)
        ]
        self.kinds = self._kinds()
        self.networks = self._networks()
        if not self.networks:
            self.written.unnamed = _name_of((nodes or ties).sheet, program)
        self._lay_out_nodes()
        self._lay_out_ties()

    @property
    def _label(self) -> int | None:
        if self.nodes is None:
            return None
        words = self.nodes.words
        return words.get("label", words.get("name", words.get("id")))

    def _names(self) -> dict[str, str]:
        """What each node is called, by every way in which a tie may point at it."""
        if self.nodes is None or self._label is None:
            return {}
        found: dict[str, str] = {}
        key = self.nodes.words.get("id")
        for _number, cells in self.nodes.rows:
            name = tidied(text_of(cells.get(self._label, cells.get(key, "") if key is not None else "")))
            if name:
                found.setdefault(compared(name), name)
                if key is not None and key in cells:
                    found[compared(text_of(cells[key]))] = name
        return found

    def _name(self, cell: Raw) -> str:
        return self.names.get(compared(text_of(cell)), tidied(text_of(cell)))

    def _kinds(self) -> dict[str, str]:
        """What kind of thing a node is said to be, by name."""
        if self.nodes is None or self._label is None:
            return {}
        column = next((index for word, index in sorted(self.nodes.words.items()) if word in KIND_OF_NODE), None)
        if column is None:
            return {}
        return {
            self._name(cells[self._label]): tidied(text_of(cells[column]))
            for _number, cells in self.nodes.rows
            if self._label in cells and column in cells
        }

    def _networks(self) -> set[str]:
        """Nodes that are networks: as somebody chose, as their kind says, or as their names do on one side."""
        sides = [{pair[2] for pair in self.pairs}, {pair[3] for pair in self.pairs}]
        asked = [chosen_for(self.chosen, self.ties.sheet.place, self.ties.headings[end]) for end in self.ends]
        of_kind = {name for name, kind in self.kinds.items() if NETWORK_WORDS.search(heading_words(kind))}
        if of_kind and of_kind != set(self.kinds):
            expected = int(len(of_kind & sides[1]) >= len(of_kind & sides[0]))
            if Meaning.NAME not in asked or asked[expected] is Meaning.NAME:
                return of_kind
        if asked.count(Meaning.NAME) == 1:
            return sides[asked.index(Meaning.NAME)]
        if None not in asked or not self.pairs or sides[0] & sides[1]:
            return set()
        named = [sum(bool(NETWORK_WORDS.search(heading_words(each))) for each in side) / len(side) for side in sides]
        organised = [sum(bool(words_of(each).kinds) for each in side) / len(side) for side in sides]
        best = max((0, 1), key=lambda side: (named[side], -organised[side]))
        return sides[best] if named[best] >= ENOUGH and named[best] > named[1 - best] else set()

    def _lay_out_nodes(self) -> None:
        """Networks as a table of their own, as somebody's list; organisations with what is said of them."""
        if self.nodes is None or self._label is None:
            return
        table, label, columns = self.nodes, self._label, {}
        for index, heading in table.headings.items():
            words = heading_words(heading)
            if index == label:
                meaning = Meaning.NAME if self.networks else Meaning.PARTNER
            elif words in LEFT_OF_NODES:
                meaning = Meaning.NUMBER
            elif words in ("description", "omschrijving", "beschrijving"):
                meaning = Meaning.GOAL if self.networks else Meaning.NOTE
            elif words in ("tags", "trefwoorden"):
                meaning = Meaning.THEME if self.networks else Meaning.NOTE
            else:
                meaning = (words not in KIND_OF_NODE and meaning_of(heading)) or Meaning.NOTE
            columns[index] = table.column(index, meaning, self.chosen, self.program)
        of_networks, others = list[tuple[int, dict[int, Raw]]](), list[dict[int, Raw]]()
        for number, cells in table.rows:
            if label not in cells:
                continue
            if self._name(cells[label]) in self.networks:
                of_networks.append((number, cells))
            else:
                others.append(cells)
        if of_networks:
            self.written.tables.append((_grid(table, of_networks), columns))
        else:
            self.written.columns += columns.values()
        self.written.outside += _outside(others, label, columns)

    def _lay_out_ties(self) -> None:
        """Each tie of a network as a row of members; without networks each node is a member of the one."""
        table, (start, end) = self.ties, self.ends
        toward = sum(to in self.networks for _number, _cells, _from, to in self.pairs)
        network_end = end if toward * 2 >= len(self.pairs) else start
        columns: dict[int, ColumnMeaning] = {}
        for index, heading in table.headings.items():
            words = heading_words(heading)
            if index in self.ends:
                named = bool(self.networks) and index == network_end
                meaning = Meaning.NAME if named else Meaning.PARTNER
            elif words in LEFT_OF_TIES or {compared(each) for each in table.texts(index)} <= WAYS:
                meaning = Meaning.NUMBER
            elif words in ("type", "label", "rol", "role"):
                meaning = Meaning.ROLE if self.networks else Meaning.NOTE
            else:
                meaning = meaning_of(heading) or Meaning.NOTE
            columns[index] = table.column(index, meaning, self.chosen, self.program)
        if not self.networks:
            self.written.columns += columns.values()
            names = dict.fromkeys([*self.names.values(), *(name for pair in self.pairs for name in pair[2:])])
            self.written.tables.append(_one_network(self.nodes or table, self.written.unnamed, names, self.program))
            self.written.ties = len(self.pairs)
            return
        partner_end = start if network_end == end else end
        rows = []
        for number, cells, source, target in self.pairs:
            if (source in self.networks) == (target in self.networks):
                self.written.ties += 1
                continue
            network, partner = (target, source) if target in self.networks else (source, target)
            rows.append((number, {**cells, network_end: network, partner_end: partner}))
        fixed = {
            network_end: _becomes(columns[network_end], Meaning.NAME),
            partner_end: _becomes(columns[partner_end], Meaning.PARTNER),
        }
        self.written.tables.append((_grid(table, rows), {**columns, **fixed}))


def _becomes(column: ColumnMeaning, meaning: Meaning) -> ColumnMeaning:
    return ColumnMeaning(column.sheet, column.heading, meaning, column.because, column.word, column.examples)


def _grid(table: _Table, rows: Iterable[tuple[int, dict[int, Raw]]]) -> Grid:
    return Grid(table.sheet.place, 1, dict(table.headings), tuple(rows))


def _name_of(sheet: RawSheet, program: Program) -> str:
    """What the network of this file is called for now: after the file, or after what wrote it."""
    plain = heading_words(sheet.title.replace("-", " "))
    return program.value if GENERAL.fullmatch(plain) else tidied(sheet.title)


def _one_network(
    table: _Table, name: str, partners: Iterable[str], program: Program
) -> tuple[Grid, dict[int, ColumnMeaning]]:
    """All partners as members of one network, whose name stands nowhere in the file."""
    heading = f"({program.value})"
    rows: list[tuple[int, dict[int, Raw]]] = [(n, {0: name, 1: each}) for n, each in enumerate(partners, start=2)]
    columns = {
        0: ColumnMeaning(table.sheet.place, heading, Meaning.NAME, Because.ONE_NETWORK, program.value, (name,)),
        1: ColumnMeaning(table.sheet.place, "", Meaning.PARTNER, Because.ONE_NETWORK, program.value),
    }
    return Grid(table.sheet.place, 1, {0: heading, 1: ""}, tuple(rows)), columns


def _outside(
    rows: Iterable[Mapping[int, Raw]], label: int, columns: Mapping[int, ColumnMeaning], kind: int | None = None
) -> list[Outside]:
    by_meaning = {columns[index].becomes: index for index in sorted(columns, reverse=True)}

    def said(cells: Mapping[int, Raw], meaning: Meaning) -> str:
        index = by_meaning.get(meaning)
        return tidied(text_of(cells[index])) if index is not None and index in cells else ""

    found = []
    for cells in rows:
        notes = tuple(
            (columns[index].heading, tidied(text_of(cell)))
            for index, cell in sorted(cells.items())
            if index not in (label, kind) and index in columns and columns[index].becomes in _NOTED
        )
        name, kbo = tidied(text_of(cells[label])), said(cells, Meaning.KBO)
        as_written = tidied(text_of(cells[kind])) if kind is not None and kind in cells else ""
        found.append(Outside(name, kbo, as_written, said(cells, Meaning.CONTACT), said(cells, Meaning.EMAIL), notes))
    return found


_NOTED = frozenset(Meaning) - {
    Meaning.NAME,
    Meaning.PARTNER,
    Meaning.PARTNERS,
    Meaning.KBO,
    Meaning.CONTACT,
    Meaning.EMAIL,
    Meaning.NUMBER,
    Meaning.COUNT,
    Meaning.MARK,
}


def _members(table: _Table, chosen: Chosen) -> Written:
    """A member list of PARTNER: one network, each organisation with the person who speaks for it."""
    words, program = table.words, Program.PARTNER
    written = Written(program, unnamed=_name_of(table.sheet, program))
    organisation = next(words[each] for each in sorted(words.keys() & PARTNER_NAMES))
    first, last = words.get(FIRST), words.get(LAST)
    columns = {}
    meaning: Meaning
    for index, heading in table.headings.items():
        known = meaning_of(heading)
        meaning = known if known and known in (Meaning.EMAIL, Meaning.PHONE, Meaning.KBO) else Meaning.NOTE
        if index == organisation:
            meaning = Meaning.PARTNER
        elif index in (first, last):
            meaning = Meaning.CONTACT
        columns[index] = table.column(index, meaning, chosen, program)
    place = max(table.headings) + 1
    rows = []
    for number, cells in table.rows:
        whole = " ".join(
            tidied(text_of(cells[index])) for index in (first, last) if index is not None and index in cells
        )
        renewed = {index: cell for index, cell in cells.items() if index not in (first, last)}
        if whole and first is not None:
            renewed[first] = whole
        rows.append((number, {**renewed, place: written.unnamed}))
    heading = f"({program.value})"
    named = ColumnMeaning(
        table.sheet.place, heading, Meaning.NAME, Because.ONE_NETWORK, program.value, (written.unnamed,)
    )
    noted = {index for index, each in columns.items() if each.becomes is Meaning.NOTE}
    written.outside = _outside(
        (cells for _number, cells in table.rows if organisation in cells), organisation,
        {index: each for index, each in columns.items() if index in noted},
    )  # fmt: skip
    kept = tuple((number, {i: cell for i, cell in cells.items() if i not in noted}) for number, cells in rows)
    written.tables = [(Grid(table.sheet.place, 1, {**table.headings, place: heading}, kept), {**columns, place: named})]
    return written


def _is_bare(name: str, kind: str) -> bool:
    """Whether a municipality and its OCMW would have one name here: that of the place alone."""
    return compared(kind) in PLACES and not set(compared(name).split()) & PLACES


def _portal(table: _Table, chosen: Chosen) -> Written:
    """An export of the organisation portal: organisations, each with its number and kind; no networks."""
    words, program = table.words, Program.PORTAL
    written = Written(program)
    label = next(words[each] for each in sorted(words.keys() & PORTAL_NAMES))
    kind = next(words[each] for each in sorted(words.keys() & PORTAL_TYPES))
    status = words.get("status")
    columns = {}
    for index, heading in table.headings.items():
        meaning = Meaning.KBO if meaning_of(heading) is Meaning.KBO else Meaning.NOTE
        if index == label:
            meaning = Meaning.PARTNER
        columns[index] = table.column(index, meaning, chosen, program)
    written.columns = list(columns.values())
    running = []
    for _number, cells in table.rows:
        if label not in cells:
            continue
        if status is not None and status in cells and NOT_ACTIVE.fullmatch(compared(text_of(cells[status]))):
            written.gone.append(tidied(text_of(cells[label])))
        else:
            name, official = tidied(text_of(cells[label])), tidied(text_of(cells.get(kind, "")))
            full = f"{official} {name}" if _is_bare(name, official) else name
            running.append({index: cell for index, cell in cells.items() if index != status} | {label: full})
    written.outside = _outside(running, label, columns, kind)
    return written
