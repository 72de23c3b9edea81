"""Which networks, partners and contacts does a list hold, and what should be asked about it?"""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from stdnum.be import vat

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind, letters
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.columns import meanings_of
from regiewijzer.register.exchange.lists.frequencies import Frequency, frequency_in
from regiewijzer.register.exchange.lists.grids import (
    Form,
    Grid,
    filled,
    form_of,
    grids_of,
    is_index,
    is_total,
    legend_of,
    matrix_of,
    text_of,
    turned,
)
from regiewijzer.register.exchange.lists.organisations import Organisations, is_slip, organisations_of, words_of
from regiewijzer.register.exchange.lists.partners import is_person, names_in, with_person
from regiewijzer.register.exchange.lists.proposal import (
    Answer,
    Because,
    Chosen,
    ColumnMeaning,
    Doubt,
    Ignored,
    Left,
    ListedNetwork,
    ListedOrganisation,
    Person,
    Proposal,
    Question,
)
from regiewijzer.register.exchange.lists.words import (
    ABBREVIATIONS,
    LEADS,
    NOT_SAID,
    OFFICES,
    PLAIN_MEMBERS,
    Meaning,
    heading_words,
    is_nothing,
    is_same_as_above,
    meaning_of,
    origin_of,
)
from regiewijzer.science.names import compared, tidied
from regiewijzer.science.written_days import day_in, day_of_number, month_first, two_ways

MOST_MEETINGS = 366
LONGEST_NAME = 200
KBO_LENGTH = 10
REPEATS = 0.25
BESIDE = 0.8
FEWEST_TO_JUDGE = 4
SAME, OTHER = Answer.SAME.value, Answer.OTHER.value
_SEVERAL = re.compile(r"[;|\n]|, ")
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_CODE = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}")
_YES_NO = re.compile(r"(actief|active|loopt( nog)?|nog actief)\b.*")
_NO = frozenset({"nee", "neen", "n", "no", "niet actief", "inactief", "gestopt"})
_OTHERS = re.compile(r"(ander|overig|other|rest)")
_EXPLAINED = re.compile(r"(\S{1,3})\s*=\s*(\w+)")


def propose(
    sheets: Sequence[RawSheet],
    *,
    today: date,
    chosen: Chosen | None = None,
    home: str = "",
    known: Mapping[str, str] | None = None,
) -> Proposal:
    """What is made of these sheets with first proposals. `home`: the name of one's own municipality, when known.

    `known`: organisations of the register with their KBO number, empty when they have none.

    Takes time in proportion to the cells.
    """
    return _Reading(sheets, today, chosen or {}, home, known or {}).proposal


class _Reading:
    """One list while it is read."""

    def __init__(
        self, sheets: Sequence[RawSheet], today: date, chosen: Chosen, home: str, known: Mapping[str, str]
    ) -> None:
        self.today, self.chosen, self.home, self.register = today, chosen, home, known
        self.proposal = Proposal()
        self.legend: dict[str, str] = {}
        self.spelt_out: dict[str, str] = {}
        self.names: list[str] = []
        self.numbers: dict[str, str] = {}
        self.asked: dict[tuple[Doubt, tuple[str, ...]], dict[str, None]] = {}
        self.cells_without_partners: list[str] = []
        self.known: set[str] = set()
        self.persons: set[str] = set()
        self.by_name: dict[str, ListedNetwork] = {}
        self.leads_listed: list[tuple[ListedNetwork, str]] = []
        remaining = self._without_legend([sheet for sheet in sheets if sheet.rows])
        for sheet in remaining:
            self._read(sheet, [each.title for each in remaining])
        self._conclude()

    # which kind of sheet

    def _without_legend(self, sheets: Sequence[RawSheet]) -> list[RawSheet]:
        kept = []
        for sheet in sheets:
            if len(sheets) > 1 and (legend := legend_of(sheet)):
                self.legend |= {code: full for _section, code, full in legend}
                self._leave(Ignored.LEGEND_SHEET, sheet.place, sheet.place)
                self._ask(Doubt.LEGEND, sheet.place)
            else:
                kept.append(sheet)
        return kept

    def _read(self, sheet: RawSheet, titles: Sequence[str]) -> None:
        if len(titles) > 2 and is_index(sheet, titles):
            self._leave(Ignored.INDEX_SHEET, sheet.place, sheet.place)
        elif form := form_of(sheet):
            self._read_form(form)
        elif matrix := matrix_of(sheet):
            self._read_matrix(*matrix)
        else:
            self._read_grids(sheet)

    def _read_grids(self, sheet: RawSheet) -> None:
        grids = list(grids_of(sheet))
        if not grids and (other_way := turned(sheet)) is not None:
            grids = list(grids_of(other_way))
        if not grids:
            self._leave(Ignored.SHEET, sheet.place, sheet.place)
        meanings = [meanings_of(grid, self.legend, self.chosen) for grid in grids]
        for grid, columns in zip(grids, meanings, strict=True):
            becomes = {each.becomes for each in columns.values()}
            if Meaning.NAME in becomes:
                self._say_above(grid)
                self._read_networks(grid, columns)
            elif becomes & {Meaning.PARTNER, Meaning.PARTNERS} and becomes & {
                Meaning.CONTACT,
                Meaning.EMAIL,
                Meaning.PHONE,
            }:
                self._read_contacts(grid, columns)
            else:
                self.proposal.columns += columns.values()
                self._leave(Ignored.SHEET, grid.sheet, ", ".join(grid.headings.values())[:80])

    def _say_above(self, grid: Grid) -> None:
        above = [(number, [text_of(cell) for cell in cells.values()]) for number, cells in grid.above]
        for _number, texts in above:
            what = Ignored.GROUP_HEADINGS if len(texts) > 1 else Ignored.TITLE
            self._leave(what, grid.sheet, " | ".join(texts)[:120])

    # a list of networks, or of memberships

    def _read_networks(self, grid: Grid, columns: dict[int, ColumnMeaning]) -> None:
        columns = self._as_list_or_members(grid, columns)
        self.proposal.columns += columns.values()
        for index, each in columns.items():
            if any(isinstance(cell, UnusableCell) and cell.what is UnusableKind.FORMULA for cell in grid.column(index)):
                self._ask(Doubt.FORMULA, each.heading)
            if each.because is Because.SPELT_LIKE:
                self._ask(Doubt.HEADING, each.heading, each.word)
            elif each.because is Because.HIDDEN:
                self._ask(Doubt.HIDDEN, each.heading)
                self._leave(Ignored.HIDDEN_COLUMN, grid.sheet, each.heading)
            elif each.becomes is Meaning.NUMBER:
                self._leave(Ignored.NUMBER_COLUMN, grid.sheet, each.heading)
            elif each.becomes is Meaning.COUNT:
                self._leave(Ignored.COUNT_COLUMN, grid.sheet, each.heading)
            if each.becomes in (Meaning.LEAD, Meaning.PARTNERS, Meaning.PARTNER):
                self._learn(grid, index, each.becomes)
            if each.becomes is Meaning.CONTACT:
                self.persons |= {compared(text_of(cell)) for cell in grid.column(index) if is_person(text_of(cell))}
        by_meaning = _by_meaning(columns)
        doubted = self._month_first(grid, by_meaning.get(Meaning.SINCE))
        headings = {compared(heading) for heading in grid.headings.values()}
        section, current = "", None
        above: dict[int, str] = {}
        sections = self._has_sections(grid, by_meaning)
        for number, cells in grid.rows:
            row = dict(cells)
            texts = {index: text_of(cell) for index, cell in cells.items()}
            first = texts[min(texts)]
            if sum(compared(text) in headings for text in texts.values()) >= max(2, len(texts) - 1):
                self._leave(Ignored.HEADINGS_AGAIN, grid.sheet, f"{number}")
                continue
            if is_total(first) or is_total(texts.get(by_meaning[Meaning.NAME], "")):
                self._leave(Ignored.TOTALS, grid.sheet, first[:80])
                continue
            if sections and len(texts) == 1 and self._is_section(first):
                section = tidied(first)
                continue
            for index, text in list(texts.items()):
                if is_same_as_above(text) and index in above:
                    texts[index] = row[index] = above[index]
                    self._ask(Doubt.SAME_AS_ABOVE, "idem")
                elif not is_nothing(text):
                    above[index] = text
            current = self._row(grid, number, row, texts, columns, by_meaning, current, section, doubted)

    def _as_list_or_members(self, grid: Grid, columns: dict[int, ColumnMeaning]) -> dict[int, ColumnMeaning]:
        """Whether a row is a network or one partner of it; a partner column then gets the meaning that fits."""
        name = next(index for index, each in columns.items() if each.becomes is Meaning.NAME)
        partner = next((i for i, each in columns.items() if each.becomes in (Meaning.PARTNER, Meaning.PARTNERS)), None)
        if partner is None:
            return columns
        names = [compared(text_of(cells.get(name, ""))) for _n, cells in grid.rows if partner in cells]
        repeated = len(names) - len(set(names) - {""})
        several = sum(bool(_SEVERAL.search(text_of(cell))) for cell in grid.column(partner))
        single = repeated >= REPEATS * max(len(names), 1) and len(names) > 1 and several * 2 < len(names)
        each = columns[partner]
        meaning = Meaning.PARTNER if single else Meaning.PARTNERS
        if each.because is Because.CHOSEN or each.becomes is meaning:
            return columns
        because = each.because if each.because is Because.HEADING else Because.CONTENTS
        return {**columns, partner: ColumnMeaning(each.sheet, each.heading, meaning, because, each.word, each.examples)}

    def _learn(self, grid: Grid, index: int, meaning: Meaning) -> None:
        """Names that stand alone somewhere, so that a cell with several is not cut inside one."""
        for cell in grid.column(index):
            text = text_of(cell)
            pieces = re.split(r"[;|\n]", text) if meaning is Meaning.PARTNERS else [text]
            if meaning is not Meaning.PARTNERS or len(pieces) > 1:
                self.known |= {compared(with_person(piece).organisation) for piece in pieces if tidied(piece)}

    def _has_sections(self, grid: Grid, by_meaning: Mapping[Meaning, int]) -> bool:
        alone = [text_of(next(iter(cells.values()))) for _n, cells in grid.rows if len(cells) == 1]
        return len(alone) >= 2 and len(by_meaning) >= 3 and sum(map(self._is_section, alone)) >= 2

    @staticmethod
    def _is_section(text: str) -> bool:
        return text.isupper() or text.rstrip().endswith(":")

    def _month_first(self, grid: Grid, index: int | None) -> bool:
        return index is not None and any(isinstance(cell, str) and month_first(cell) for cell in grid.column(index))

    def _row(
        self,
        grid: Grid,
        number: int,
        cells: dict[int, Raw],
        texts: dict[int, str],
        columns: Mapping[int, ColumnMeaning],
        by_meaning: Mapping[Meaning, int],
        current: ListedNetwork | None,
        section: str,
        doubted: bool,
    ) -> ListedNetwork | None:
        name = tidied(texts.get(by_meaning[Meaning.NAME], ""))
        member = Meaning.PARTNER in by_meaning
        if is_nothing(name):
            if current is None:
                return None
            network = current
        elif member and (known := self.by_name.get(compared(name))) is not None:
            network = known
        else:
            network = self._network(name, grid.sheet, number)
        self._facts(network, cells, texts, columns, by_meaning, section, doubted)
        if member:
            self._member(network, texts, by_meaning)
        return network

    def _network(self, name: str, sheet: str, row: int) -> ListedNetwork:
        if len(name) > LONGEST_NAME:
            self._ask(Doubt.TOO_LONG, f"{name[:60]}…", where=name[:60])
            name = name[:LONGEST_NAME].rstrip()
        before = self.by_name.get(compared(name))
        if before is not None and not before.partners and before.sheet != sheet:
            return before
        network = ListedNetwork(name, sheet, row)
        if before is not None:
            self._ask(Doubt.NETWORK_TWICE, name)
        self.by_name.setdefault(compared(name), network)
        self.proposal.networks.append(network)
        return network

    def _facts(
        self,
        network: ListedNetwork,
        cells: Mapping[int, Raw],
        texts: Mapping[int, str],
        columns: Mapping[int, ColumnMeaning],
        by_meaning: Mapping[Meaning, int],
        section: str,
        doubted: bool,
    ) -> None:
        """What a row says of its network; what was said before stays."""

        def said(meaning: Meaning) -> str:
            index = by_meaning.get(meaning)
            text = texts.get(index, "") if index is not None else ""
            return "" if is_nothing(text) else text

        member = Meaning.PARTNER in by_meaning
        network.goal = network.goal or tidied(said(Meaning.GOAL)) or None
        network.theme = network.theme or tidied(self._full(said(Meaning.THEME))) or section or None
        if Meaning.SINCE in by_meaning and network.since is None:
            network.since = self._since(network, cells.get(by_meaning[Meaning.SINCE], ""), doubted=doubted)
        if Meaning.FREQUENCY in by_meaning and network.meetings_per_year is None:
            network.meetings_per_year = self._frequency(network, cells.get(by_meaning[Meaning.FREQUENCY], ""))
        if (text := said(Meaning.ORIGIN)) and network.origin is None:
            network.origin = self._origin(network, tidied(text))
        if Meaning.LEAD in by_meaning and network.lead is None:
            self._lead(network, said(Meaning.LEAD))
        for index, each in columns.items():
            text = texts.get(index, "")
            if each.becomes is Meaning.CONTACT and not member and not is_nothing(text):
                network.contact = network.contact or tidied(text)
            elif each.becomes in (Meaning.EMAIL, Meaning.PHONE) and not member and not is_nothing(text):
                network.rest.setdefault(each.heading, text)
            elif each.becomes is Meaning.NOTE and each.because is not Because.HIDDEN and not is_nothing(text):
                self._rest(network, each.heading, text)
        if Meaning.PARTNERS in by_meaning:
            several = [index for index, each in columns.items() if each.becomes is Meaning.PARTNERS]
            self._partners(
                network, "\n".join(text for index in several if not is_nothing(text := texts.get(index, "")))
            )

    def _rest(self, network: ListedNetwork, heading: str, text: str) -> None:
        if _YES_NO.fullmatch(heading_words(heading)) and compared(text) in _NO:
            self._ask(Doubt.NOT_ACTIVE, heading, text, where=network.name)
        network.rest.setdefault(heading, text)

    def _lead(self, network: ListedNetwork, text: str) -> None:
        if not text:
            return
        found = with_person(self._full(tidied(text)), self.persons)
        if found.person and found.organisation:
            self._ask(Doubt.LEAD_WITH_PERSON, tidied(text), where=network.name)
            network.persons.append(Person(found.organisation, found.person, found.email))
        if is_person(found.organisation, self.persons) or (found.person and not found.organisation):
            network.contact = network.contact or found.organisation or found.person
            self._ask(Doubt.LEAD_IS_PERSON, network.contact or "", where=network.name)
            return
        network.lead = found.organisation
        self._name(found.organisation)

    def _partners(self, network: ListedNetwork, text: str) -> None:
        split = names_in(text, self.known | {compared(code) for code in self.legend}, self.persons) if text else None
        for kept in split.whole if split else ():
            self._ask(Doubt.KEPT_WHOLE, kept)
        for named in split.named if split else ():
            if not named.organisation:
                network.persons.append(Person("", named.person, named.email))
                continue
            name = self._full(named.organisation)
            self._partner(network, name)
            if named.person:
                network.persons.append(Person(name, named.person, named.email))
        if split is None or not split.named:
            self.cells_without_partners.append(network.name)

    def _partner(self, network: ListedNetwork, name: str) -> None:
        if (
            self.legend
            and name not in self.spelt_out.values()
            and _CODE.fullmatch(name)
            and compared(name) not in ABBREVIATIONS
        ):
            self._ask(Doubt.NOT_IN_LEGEND, name, where=network.name)
        if compared(name) not in {compared(each) for each in network.partners}:
            network.partners.append(name)
        self._name(name)

    def _name(self, name: str) -> None:
        self.names.append(name)

    def _full(self, text: str) -> str:
        """A code of the legend in full."""
        full = self.legend.get(text) or self.legend.get(text.rstrip("."))
        if full is None:
            return text
        self.spelt_out[text] = full
        return tidied(full)

    def _member(self, network: ListedNetwork, texts: Mapping[int, str], by_meaning: Mapping[Meaning, int]) -> None:
        """One row of a member table: who, in what role, with which person and number."""

        def said(meaning: Meaning) -> str:
            index = by_meaning.get(meaning)
            text = tidied(texts.get(index, "")) if index is not None else ""
            return "" if is_nothing(text) else text

        if not (written := said(Meaning.PARTNER)):
            return
        named = with_person(self._full(written), self.persons)
        name = named.organisation or named.person
        self._partner(network, name)
        role = compared(said(Meaning.ROLE)).rstrip(".")
        if LEADS.fullmatch(role):
            network.lead = network.lead or name
        elif OFFICES.fullmatch(role):
            network.roles[name] = role
        elif not PLAIN_MEMBERS.fullmatch(role):
            network.roles[name] = role
            self._ask(Doubt.ROLE, said(Meaning.ROLE), where=network.name)
        person = said(Meaning.CONTACT) or named.person
        email = said(Meaning.EMAIL) or named.email
        if person or email:
            network.persons.append(Person(name, person or email, email, said(Meaning.PHONE)))
        if Meaning.KBO in by_meaning:
            self._number(name, said(Meaning.KBO))

    # one value

    def _since(self, network: ListedNetwork, cell: Raw, *, doubted: bool) -> str | None:
        if isinstance(cell, date):
            return cell.isoformat()
        if isinstance(cell, int | float) and not isinstance(cell, bool):
            found = day_of_number(cell)
        else:
            text = filled(cell)
            if not text:
                return None
            found = None if doubted and two_ways(text) else day_in(text, latest_year=self.today.year)
        if found is None or not found.sure or found.first.year > self.today.year + 1:
            self._ask(Doubt.SINCE, text_of(cell), found.iso if found else "", where=network.name)
            network.unread["Sinds"] = text_of(cell)
        return found.iso if found else None

    def _frequency(self, network: ListedNetwork, cell: Raw) -> int | None:
        if isinstance(cell, bool | date):
            found = Frequency(None, asked=True)
        elif isinstance(cell, int | float):
            whole = float(cell).is_integer() and 0 < cell <= MOST_MEETINGS
            found = Frequency(int(cell)) if whole else Frequency(None, asked=True)
        else:
            found = frequency_in(self._full(tidied(filled(cell))))
        if found.asked:
            self._ask(Doubt.FREQUENCY, tidied(text_of(cell)), where=network.name)
        if found.times is None and filled(cell):
            network.unread["Hoe vaak"] = tidied(text_of(cell))
        return found.times

    def _origin(self, network: ListedNetwork, text: str) -> str | None:
        full = self._full(text)
        origin = origin_of(full)
        if origin is None or compared(full) in NOT_SAID:
            self._ask(Doubt.ORIGIN, text, origin or "", where=network.name)
            network.unread["Van wie"] = text
        return origin

    def _number(self, name: str, text: str) -> None:
        digits = re.sub(r"\D", "", text)
        if not digits:
            return
        if len(digits) == KBO_LENGTH - 1:
            self._ask(Doubt.NUMBER_WITHOUT_ZERO, "", where=f"{text} ({name})")
        number = digits.zfill(KBO_LENGTH)
        if not vat.is_valid(number):
            self._ask(Doubt.WRONG_NUMBER, text, where=name)
            return
        self.numbers.setdefault(compared(name), number)

    # other layouts

    def _read_contacts(self, grid: Grid, columns: Mapping[int, ColumnMeaning]) -> None:
        by_meaning = _by_meaning(columns)
        organisation = by_meaning.get(Meaning.PARTNER, by_meaning.get(Meaning.PARTNERS, 0))
        self.proposal.columns += columns.values()
        self._leave(Ignored.CONTACT_TABLE, grid.sheet, ", ".join(grid.headings.values())[:80])
        self._ask(Doubt.CONTACTS, grid.sheet, ", ".join(grid.headings.values())[:80])
        for _number, cells in grid.rows:
            name = tidied(filled(cells.get(organisation, "")))
            said = {
                meaning: tidied(filled(cells.get(by_meaning[meaning], ""))) if meaning in by_meaning else ""
                for meaning in (Meaning.CONTACT, Meaning.EMAIL, Meaning.PHONE, Meaning.KBO)
            }
            if not name or compared(name) in {compared(heading) for heading in grid.headings.values()}:
                continue
            self._name(name)
            self._number(name, said[Meaning.KBO])
            person = said[Meaning.CONTACT] or said[Meaning.EMAIL]
            if person:
                self.proposal.contacts.append(Person(name, person, said[Meaning.EMAIL], said[Meaning.PHONE]))

    def _read_matrix(self, grid: Grid, marked: list[int]) -> None:
        explained = {compared(code): word for _n, cells in grid.above for cell in cells.values()
                     for code, word in _EXPLAINED.findall(text_of(cell))}  # fmt: skip
        label = min(index for index in grid.headings if index not in marked) if set(grid.headings) - set(marked) else 0
        rows = [
            (number, cells) for number, cells in grid.rows if label in cells and not is_total(text_of(cells[label]))
        ]
        self._say_above(grid)
        if len(rows) < len(grid.rows):
            self._leave(Ignored.TOTALS, grid.sheet, text_of(grid.rows[-1][1].get(label, "")))
        beside = {}
        for index, heading in grid.headings.items():
            if index in marked or index == label:
                continue
            meaning = meaning_of(heading) or Meaning.NOTE
            beside[index] = meaning
            self.proposal.columns.append(ColumnMeaning(grid.sheet, heading, meaning, Because.HEADING, heading))
            if meaning is Meaning.COUNT:
                self._leave(Ignored.COUNT_COLUMN, grid.sheet, heading)
        down_is_partner = self._partners_down(
            grid.headings.get(label, ""), rows, label, [grid.headings[i] for i in marked]
        )
        becomes = Meaning.PARTNER if down_is_partner else Meaning.NAME
        self.proposal.columns.append(
            ColumnMeaning(grid.sheet, grid.headings.get(label, letters(label)), becomes, Because.MARKS)
        )
        for index in marked:
            self.proposal.columns.append(ColumnMeaning(grid.sheet, grid.headings[index], Meaning.MARK, Because.MARKS))
        has_leads = any(self._is_lead(text_of(cells[i]), explained) for _n, cells in rows for i in marked if i in cells)
        networks: dict[str, ListedNetwork] = {}
        names = (
            [tidied(grid.headings[i]) for i in marked]
            if down_is_partner
            else [tidied(text_of(c[label])) for _n, c in rows]
        )
        for name in names:
            networks[name] = self._network(name, grid.sheet, grid.heading_row)
        for _number, cells in rows:
            row_name = tidied(text_of(cells[label]))
            for index in marked:
                if index not in cells:
                    continue
                column_name = tidied(grid.headings[index])
                organisation, name = (row_name, column_name) if down_is_partner else (column_name, row_name)
                self._mark(networks[name], organisation, text_of(cells[index]), explained)
            if down_is_partner:
                self._name(row_name)
            for index, meaning in beside.items():
                if meaning is Meaning.KBO and down_is_partner:
                    self._number(row_name, filled(cells.get(index, "")))
                elif meaning is Meaning.SINCE and not down_is_partner:
                    networks[row_name].since = self._since(networks[row_name], cells.get(index, ""), doubted=False)
                elif meaning is Meaning.FREQUENCY and not down_is_partner:
                    networks[row_name].meetings_per_year = self._frequency(networks[row_name], cells.get(index, ""))
                elif meaning is Meaning.GOAL and not down_is_partner:
                    networks[row_name].goal = tidied(filled(cells.get(index, ""))) or None
                elif meaning is Meaning.LEAD and not down_is_partner and networks[row_name].lead is None:
                    self._lead(networks[row_name], filled(cells.get(index, "")))
                elif meaning is Meaning.ORIGIN and not down_is_partner and filled(cells.get(index, "")):
                    networks[row_name].origin = self._origin(networks[row_name], tidied(filled(cells[index])))
                elif meaning is Meaning.CONTACT and not down_is_partner:
                    networks[row_name].contact = tidied(filled(cells.get(index, ""))) or None
                elif meaning is Meaning.THEME and not down_is_partner:
                    networks[row_name].theme = tidied(filled(cells.get(index, ""))) or None
                elif meaning is Meaning.NOTE and not down_is_partner and filled(cells.get(index, "")):
                    networks[row_name].rest[grid.headings[index]] = text_of(cells[index])
        if has_leads:
            for network in networks.values():
                if network.lead is None:
                    self._ask(Doubt.NO_LEAD, "", where=network.name)

    def _partners_down(
        self, corner: str, rows: Sequence[tuple[int, dict[int, Raw]]], label: int, across: Sequence[str]
    ) -> bool:
        first = re.split(r"[\\/|]", corner)[0].strip()
        meaning = meaning_of(first) if first else None
        if meaning in (Meaning.PARTNER, Meaning.PARTNERS):
            return True
        if meaning is Meaning.NAME:
            return False
        down = [text_of(cells[label]) for _n, cells in rows]

        def organised(names: Sequence[str]) -> float:
            return sum(bool(words_of(name).kinds) for name in names) / max(len(names), 1)

        return organised(down) >= organised(across)

    def _mark(self, network: ListedNetwork, organisation: str, mark: str, explained: Mapping[str, str]) -> None:
        if mark.strip() == "?":
            self._ask(Doubt.MARK, "?", organisation, network.name)
            return
        if is_nothing(mark) or compared(mark) in ("0", "nee", "neen"):
            return
        self._partner(network, organisation)
        if self._is_lead(mark, explained):
            network.lead = network.lead or organisation

    @staticmethod
    def _is_lead(mark: str, explained: Mapping[str, str]) -> bool:
        return bool(LEADS.fullmatch(compared(explained.get(compared(mark), mark))))

    def _read_form(self, form: Form) -> None:
        meanings = {label: meaning_of(label) or Meaning.NOTE for label in form.values}
        by_meaning: dict[Meaning, str] = {}
        for label, meaning in meanings.items():
            by_meaning.setdefault(meaning, label)
        name = tidied(filled(form.values.get(by_meaning[Meaning.NAME], "")))
        if not name:
            if any(filled(value) for value in form.values.values()) or any(grid.rows for grid in form.members):
                name = tidied(form.sheet)
            else:
                self._leave(Ignored.EMPTY_FORM, form.sheet, form.sheet)
                return
        for label, meaning in meanings.items():
            self.proposal.columns.append(
                ColumnMeaning(form.sheet, label, meaning, Because.LABEL, label, (text_of(form.values[label])[:60],))
            )
        network = self._network(name, form.sheet, 1)

        def said(meaning: Meaning) -> str:
            return filled(form.values.get(by_meaning.get(meaning, ""), ""))

        network.goal = tidied(said(Meaning.GOAL)) or None
        network.theme = tidied(said(Meaning.THEME)) or None
        network.contact = tidied(said(Meaning.CONTACT)) or None
        if Meaning.SINCE in by_meaning:
            network.since = self._since(network, form.values[by_meaning[Meaning.SINCE]], doubted=False)
        if Meaning.FREQUENCY in by_meaning:
            network.meetings_per_year = self._frequency(network, form.values[by_meaning[Meaning.FREQUENCY]])
        if text := said(Meaning.ORIGIN):
            network.origin = self._origin(network, tidied(text))
        if Meaning.LEAD in by_meaning:
            text = said(Meaning.LEAD)
            self.known.add(compared(text))
            self._lead(network, text)
            if not text:
                self._ask(Doubt.NO_LEAD, "", where=network.name)
        for label, meaning in meanings.items():
            if meaning in (Meaning.NOTE, Meaning.EMAIL, Meaning.PHONE) and (text := filled(form.values[label])):
                network.rest[label] = text
        if Meaning.PARTNERS in by_meaning and said(Meaning.PARTNERS):
            self._partners(network, said(Meaning.PARTNERS))
        for grid in form.members:
            columns = meanings_of(grid, self.legend, self.chosen)
            columns = {
                index: ColumnMeaning(each.sheet, each.heading, Meaning.PARTNER, each.because, each.word, each.examples)
                if each.becomes in (Meaning.PARTNERS, Meaning.NAME) else each for index, each in columns.items()
            }  # fmt: skip
            self.proposal.columns += columns.values()
            member_meaning = _by_meaning(columns)
            for _number, cells in grid.rows:
                texts = {index: text_of(cell) for index, cell in cells.items()}
                if not all(label.endswith(":") for label in texts.values()):
                    self._member(network, texts, member_meaning)
        if not network.partners:
            self.cells_without_partners.append(network.name)

    # at the end

    def _conclude(self) -> None:
        proposal = self.proposal
        listed = {compared(name) for name in self.names}
        numbers = {**{compared(name): number for name, number in self.register.items() if number}, **self.numbers}
        organisations = organisations_of(
            [*self.register, *self.names], expanded=self.spelt_out, numbers=numbers, home=self.home, listed=listed
        )
        lead_columns = any(each.becomes is Meaning.LEAD for each in proposal.columns)
        beside = [
            each.heading
            for each in proposal.columns
            if each.becomes is Meaning.PARTNERS and _OTHERS.search(heading_words(each.heading))
        ]
        for network in proposal.networks:
            self._twice_in_one(network, organisations)
            if network.lead is None and lead_columns and network.contact is None:
                self._ask(Doubt.NO_LEAD, "", where=network.name)
            if network.lead and not any(organisations.same(network.lead, each) for each in network.partners):
                network.partners.insert(0, network.lead)
                if beside:
                    self._ask(Doubt.LEAD_BESIDE_PARTNERS, beside[0])
        for name in self.cells_without_partners:
            network = self.by_name[compared(name)]
            if len(network.partners) <= 1:
                self._ask(Doubt.NO_PARTNERS, "", where=name)
        for one in organisations.found:
            if not listed & {compared(each) for each in one.spellings}:
                continue  # only in the register
            proposal.organisations.append(
                ListedOrganisation(one.name, tuple(dict.fromkeys(one.spellings)), one.kbo, one.sure)
            )
            spellings = [each for each in dict.fromkeys(one.spellings) if each not in self.spelt_out]
            if len(spellings) > 1:
                self._ask(Doubt.SAME_ORGANISATION, *spellings)
        for pair in organisations.alike:
            if listed & {compared(each) for each in pair}:
                self._ask(Doubt.LOOKS_ALIKE, *pair)
        self._networks_alike()
        proposal.questions = [
            Question(
                kind, tuple(value for value in values if value) or tuple(where), _PROPOSALS.get(kind, ()), tuple(where)
            )
            for (kind, values), where in sorted(self.asked.items(), key=lambda item: _ORDER[item[0][0]])
        ]

    def _twice_in_one(self, network: ListedNetwork, organisations: Organisations) -> None:
        seen: dict[int, str] = {}
        for name in network.partners:
            organisation = organisations.of(name)
            if organisation is None:
                continue
            if id(organisation) in seen:
                self._ask(Doubt.TWICE_IN_ONE, seen[id(organisation)], name, where=network.name)
            seen.setdefault(id(organisation), name)

    def _networks_alike(self) -> None:
        """Names that differ by a slip or by what stands between brackets; another number is another network."""
        names = [(each.name, compared(_IN_BRACKETS.sub("", each.name))) for each in self.proposal.networks]
        by_length: dict[tuple[int, str], list[tuple[str, str]]] = defaultdict(list)
        for name, plain in names:
            by_length[len(plain), re.sub(r"\D", "", plain)].append((name, plain))
        for (length, digits), group in by_length.items():
            longer = by_length.get((length + 1, digits), [])
            for place, (name, plain) in enumerate(group):
                for other, other_plain in (*group[place + 1 :], *longer):
                    if compared(name) != compared(other) and (plain == other_plain or is_slip(plain, other_plain)):
                        self._ask(Doubt.NETWORKS_ALIKE, name, other)

    def _ask(self, kind: Doubt, *values: str, where: str = "") -> None:
        at = self.asked.setdefault((kind, values), {})
        if where:
            at[where] = None

    def _leave(self, what: Ignored, sheet: str, text: str = "") -> None:
        self.proposal.left.append(Left(what, sheet, text))


def _by_meaning(columns: Mapping[int, ColumnMeaning]) -> dict[Meaning, int]:
    """The column of each meaning; of notes there may be many."""
    found: dict[Meaning, int] = {}
    for index, each in columns.items():
        if each.becomes is not Meaning.NOTE:
            found.setdefault(each.becomes, index)
    return found


_ORDER = {kind: place for place, kind in enumerate(Doubt)}
_PROPOSALS: Mapping[Doubt, tuple[str, ...]] = {
    Doubt.SAME_ORGANISATION: (SAME, OTHER),
    Doubt.LOOKS_ALIKE: (OTHER, SAME),
    Doubt.TWICE_IN_ONE: (SAME, OTHER),
    Doubt.NETWORKS_ALIKE: (OTHER, SAME),
    Doubt.NETWORK_TWICE: (SAME, OTHER),
    Doubt.CONTACTS: (OTHER, SAME),
}
