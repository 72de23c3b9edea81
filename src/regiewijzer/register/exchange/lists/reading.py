"""How is a list laid out, and what stands where? Rows, memberships, crosses, a form per network, or contacts."""

import re
from collections.abc import Mapping, Sequence
from datetime import date

from regiewijzer.register.exchange.files.cells import Raw, UnusableCell, UnusableKind, letters
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.collected import Collected
from regiewijzer.register.exchange.lists.columns import meanings_of
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
from regiewijzer.register.exchange.lists.organisations import words_of
from regiewijzer.register.exchange.lists.partners import is_person, with_person
from regiewijzer.register.exchange.lists.programs import Written, written_by_program
from regiewijzer.register.exchange.lists.proposal import (
    Because,
    Chosen,
    ColumnMeaning,
    Doubt,
    Ignored,
    ListedNetwork,
    Person,
    Proposal,
)
from regiewijzer.register.exchange.lists.words import (
    LEADS,
    OFFICES,
    ORGANISATION_KINDS,
    PLAIN_MEMBERS,
    Meaning,
    is_nothing,
    is_same_as_above,
    meaning_of,
)
from regiewijzer.science.names import compared, tidied
from regiewijzer.science.written_days import month_first

REPEATS = 0.25
_SEVERAL = re.compile(r"[;|\n]|, ")
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
    return _Reading(sheets, today, chosen or {}, home, known or {}).found.proposal


class _Reading:
    """One list while it is read, sheet by sheet; what it says goes into `found`."""

    def __init__(
        self, sheets: Sequence[RawSheet], today: date, chosen: Chosen, home: str, known: Mapping[str, str]
    ) -> None:
        self.chosen = chosen
        self.found = Collected(today, home, known)
        if written := written_by_program(sheets, chosen):
            self._read_written(written)
            self.found.conclude()
            return
        remaining = self._without_legend([sheet for sheet in sheets if sheet.rows])
        for sheet in remaining:
            self._read(sheet, [each.title for each in remaining])
        self.found.conclude()

    def _read_written(self, written: Written) -> None:
        """A file of a program: its tables as lists with known columns, its organisations by themselves."""
        self.found.proposal.program = written.program.value
        self.found.proposal.columns += written.columns
        if written.unnamed:
            self.found.ask(Doubt.ONE_NETWORK, written.unnamed)
        for grid, columns in written.tables:
            self._read_networks(grid, columns)
        for each in written.outside:
            self.found.outside(
                each.name, each.kbo, ORGANISATION_KINDS.get(compared(each.kind), ""), each.kind, each.notes
            )
            if person := each.person or each.email:
                self.found.proposal.contacts.append(Person(each.name, person, each.email))
        if self.found.proposal.contacts:
            self.found.ask(Doubt.CONTACTS, written.program.value)
        if written.ties:
            self.found.leave(Ignored.TIES, written.program.value, str(written.ties))
        if written.gone:
            self.found.leave(Ignored.NOT_ACTIVE, written.program.value, ", ".join(written.gone)[:200])
        for sheet in written.left:
            self.found.leave(Ignored.SHEET, sheet.place, sheet.place)

    def _without_legend(self, sheets: Sequence[RawSheet]) -> list[RawSheet]:
        kept = []
        for sheet in sheets:
            if len(sheets) > 1 and (legend := legend_of(sheet)):
                self.found.legend |= {code: full for _section, code, full in legend}
                self.found.leave(Ignored.LEGEND_SHEET, sheet.place, sheet.place)
                self.found.ask(Doubt.LEGEND, sheet.place)
            else:
                kept.append(sheet)
        return kept

    def _read(self, sheet: RawSheet, titles: Sequence[str]) -> None:
        if len(titles) > 2 and is_index(sheet, titles):
            self.found.leave(Ignored.INDEX_SHEET, sheet.place, sheet.place)
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
            self.found.leave(Ignored.SHEET, sheet.place, sheet.place)
        meanings = [meanings_of(grid, self.found.legend, self.chosen) for grid in grids]
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
                self.found.proposal.columns += columns.values()
                self.found.leave(Ignored.SHEET, grid.sheet, ", ".join(grid.headings.values())[:80])

    def _say_above(self, grid: Grid) -> None:
        above = [(number, [text_of(cell) for cell in cells.values()]) for number, cells in grid.above]
        for _number, texts in above:
            what = Ignored.GROUP_HEADINGS if len(texts) > 1 else Ignored.TITLE
            self.found.leave(what, grid.sheet, " | ".join(texts)[:120])

    def _read_networks(self, grid: Grid, columns: dict[int, ColumnMeaning]) -> None:
        columns = self._as_list_or_members(grid, columns)
        self.found.proposal.columns += columns.values()
        for index, each in columns.items():
            if any(isinstance(cell, UnusableCell) and cell.what is UnusableKind.FORMULA for cell in grid.column(index)):
                self.found.ask(Doubt.FORMULA, each.heading)
            if each.because is Because.SPELT_LIKE:
                self.found.ask(Doubt.HEADING, each.heading, each.word)
            elif each.because is Because.HIDDEN:
                self.found.ask(Doubt.HIDDEN, each.heading)
                self.found.leave(Ignored.HIDDEN_COLUMN, grid.sheet, each.heading)
            elif each.becomes is Meaning.NUMBER:
                self.found.leave(Ignored.NUMBER_COLUMN, grid.sheet, each.heading)
            elif each.becomes is Meaning.COUNT:
                self.found.leave(Ignored.COUNT_COLUMN, grid.sheet, each.heading)
            if each.becomes in (Meaning.LEAD, Meaning.PARTNERS, Meaning.PARTNER):
                self._learn(grid, index, each.becomes)
            if each.becomes is Meaning.CONTACT:
                self.found.persons |= {
                    compared(text_of(cell)) for cell in grid.column(index) if is_person(text_of(cell))
                }
        by_meaning = _by_meaning(columns)
        doubted = self._month_first(grid, by_meaning.get(Meaning.SINCE))
        headings = {compared(heading) for heading in grid.headings.values()}
        section, current = "", None
        above: dict[int, str] = {}
        sections = self._has_sections(grid, by_meaning)
        member = Meaning.PARTNER in by_meaning
        for number, cells in grid.rows:
            row = dict(cells)
            texts = {index: text_of(cell) for index, cell in cells.items()}
            first = texts[min(texts)]
            if sum(compared(text) in headings for text in texts.values()) >= max(2, len(texts) - 1):
                self.found.leave(Ignored.HEADINGS_AGAIN, grid.sheet, f"{number}")
                continue
            if is_total(first) or is_total(texts.get(by_meaning[Meaning.NAME], "")):
                self.found.leave(Ignored.TOTALS, grid.sheet, first[:80])
                continue
            of_theme = columns[min(texts)].becomes is Meaning.THEME and not member
            if len(texts) == 1 and (of_theme or (sections and self._is_section(first))):
                section = tidied(first)
                continue
            for index, text in list(texts.items()):
                if is_same_as_above(text) and index in above:
                    texts[index] = row[index] = above[index]
                    self.found.ask(Doubt.SAME_AS_ABOVE, "idem")
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
        if each.because in (Because.CHOSEN, Because.PROGRAM, Because.ONE_NETWORK) or each.becomes is meaning:
            return columns
        because = each.because if each.because is Because.HEADING else Because.CONTENTS
        return {**columns, partner: ColumnMeaning(each.sheet, each.heading, meaning, because, each.word, each.examples)}

    def _learn(self, grid: Grid, index: int, meaning: Meaning) -> None:
        """Names that stand alone somewhere, so that a cell with several is not cut inside one."""
        for cell in grid.column(index):
            text = text_of(cell)
            pieces = re.split(r"[;|\n]", text) if meaning is Meaning.PARTNERS else [text]
            if meaning is not Meaning.PARTNERS or len(pieces) > 1:
                self.found.known |= {compared(with_person(piece).organisation) for piece in pieces if tidied(piece)}

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
        elif member and (known := self.found.by_name.get(compared(name))) is not None:
            network = known
        else:
            network = self.found.network(name, grid.sheet, number)
        self._facts(network, cells, texts, columns, by_meaning, section, doubted=doubted)
        if member:
            self._member(network, texts, by_meaning)
        return network

    def _facts(
        self,
        network: ListedNetwork,
        cells: Mapping[int, Raw],
        texts: Mapping[int, str],
        columns: Mapping[int, ColumnMeaning],
        by_meaning: Mapping[Meaning, int],
        section: str,
        *,
        doubted: bool,
    ) -> None:
        """What a row says of its network; what was said before stays."""

        def said(meaning: Meaning) -> str:
            index = by_meaning.get(meaning)
            text = texts.get(index, "") if index is not None else ""
            return "" if is_nothing(text) else text

        member = Meaning.PARTNER in by_meaning
        network.goal = network.goal or tidied(said(Meaning.GOAL)) or None
        network.theme = network.theme or tidied(self.found.full(said(Meaning.THEME))) or section or None
        if Meaning.SINCE in by_meaning and network.since is None:
            network.since = self.found.since(network, cells.get(by_meaning[Meaning.SINCE], ""), doubted=doubted)
        if Meaning.FREQUENCY in by_meaning and network.meetings_per_year is None:
            network.meetings_per_year = self.found.frequency(network, cells.get(by_meaning[Meaning.FREQUENCY], ""))
        wanted = [texts.get(index, "") for index, each in columns.items() if each.becomes is Meaning.ORIGIN]
        if (written := [tidied(text) for text in wanted if not is_nothing(text)]) and network.origin is None:
            network.origin = self.found.origin(network, *written)
        if Meaning.LEAD in by_meaning and network.lead is None:
            self.found.lead(network, said(Meaning.LEAD))
        for index, each in columns.items():
            text = texts.get(index, "")
            if each.becomes is Meaning.CONTACT and not member and not is_nothing(text):
                network.contact = network.contact or tidied(text)
            elif each.becomes in (Meaning.EMAIL, Meaning.PHONE) and not member and not is_nothing(text):
                network.rest.setdefault(each.heading, text)
            elif each.becomes is Meaning.NOTE and each.because is not Because.HIDDEN and not is_nothing(text):
                self.found.rest(network, each.heading, text)
        if Meaning.PARTNERS in by_meaning:
            several = [index for index, each in columns.items() if each.becomes is Meaning.PARTNERS]
            self.found.partners(
                network, "\n".join(text for index in several if not is_nothing(text := texts.get(index, "")))
            )

    def _member(self, network: ListedNetwork, texts: Mapping[int, str], by_meaning: Mapping[Meaning, int]) -> None:
        """One row of a member table: who, in what role, with which person and number."""

        def said(meaning: Meaning) -> str:
            index = by_meaning.get(meaning)
            text = tidied(texts.get(index, "")) if index is not None else ""
            return "" if is_nothing(text) else text

        if not (written := said(Meaning.PARTNER)):
            return
        named = with_person(self.found.full(written), self.found.persons)
        name = named.organisation or named.person
        self.found.partner(network, name)
        role = compared(said(Meaning.ROLE)).rstrip(".")
        if LEADS.fullmatch(role):
            network.lead = network.lead or name
        elif OFFICES.fullmatch(role):
            network.roles[name] = role
        elif not PLAIN_MEMBERS.fullmatch(role):
            network.roles[name] = role
            self.found.ask(Doubt.ROLE, said(Meaning.ROLE), where=network.name)
        person = said(Meaning.CONTACT) or named.person
        email = said(Meaning.EMAIL) or named.email
        if person or email:
            network.persons.append(Person(name, person or email, email, said(Meaning.PHONE)))
        if Meaning.KBO in by_meaning:
            self.found.number(name, said(Meaning.KBO))

    def _read_contacts(self, grid: Grid, columns: Mapping[int, ColumnMeaning]) -> None:
        by_meaning = _by_meaning(columns)
        organisation = by_meaning.get(Meaning.PARTNER, by_meaning.get(Meaning.PARTNERS, 0))
        self.found.proposal.columns += columns.values()
        self.found.leave(Ignored.CONTACT_TABLE, grid.sheet, ", ".join(grid.headings.values())[:80])
        self.found.ask(Doubt.CONTACTS, grid.sheet, ", ".join(grid.headings.values())[:80])
        for _number, cells in grid.rows:
            name = tidied(filled(cells.get(organisation, "")))
            said = {
                meaning: tidied(filled(cells.get(by_meaning[meaning], ""))) if meaning in by_meaning else ""
                for meaning in (Meaning.CONTACT, Meaning.EMAIL, Meaning.PHONE, Meaning.KBO)
            }
            if not name or compared(name) in {compared(heading) for heading in grid.headings.values()}:
                continue
            self.found.name(name)
            self.found.number(name, said[Meaning.KBO])
            person = said[Meaning.CONTACT] or said[Meaning.EMAIL]
            if person:
                self.found.proposal.contacts.append(Person(name, person, said[Meaning.EMAIL], said[Meaning.PHONE]))

    def _read_matrix(self, grid: Grid, marked: list[int]) -> None:
        explained = {compared(code): word for _n, cells in grid.above for cell in cells.values()
                     for code, word in _EXPLAINED.findall(text_of(cell))}  # fmt: skip
        label = min(index for index in grid.headings if index not in marked) if set(grid.headings) - set(marked) else 0
        rows = [
            (number, cells) for number, cells in grid.rows if label in cells and not is_total(text_of(cells[label]))
        ]
        self._say_above(grid)
        if len(rows) < len(grid.rows):
            self.found.leave(Ignored.TOTALS, grid.sheet, text_of(grid.rows[-1][1].get(label, "")))
        beside: dict[int, ColumnMeaning] = {}
        for index, heading in grid.headings.items():
            if index in marked or index == label:
                continue
            meaning = meaning_of(heading) or Meaning.NOTE
            beside[index] = ColumnMeaning(grid.sheet, heading, meaning, Because.HEADING, heading)
            if meaning is Meaning.COUNT:
                self.found.leave(Ignored.COUNT_COLUMN, grid.sheet, heading)
        self.found.proposal.columns += beside.values()
        by_meaning = _by_meaning(beside)
        down_is_partner = self._partners_down(
            grid.headings.get(label, ""), rows, label, [grid.headings[i] for i in marked]
        )
        becomes = Meaning.PARTNER if down_is_partner else Meaning.NAME
        self.found.proposal.columns.append(
            ColumnMeaning(grid.sheet, grid.headings.get(label, letters(label)), becomes, Because.MARKS)
        )
        for index in marked:
            self.found.proposal.columns.append(
                ColumnMeaning(grid.sheet, grid.headings[index], Meaning.MARK, Because.MARKS)
            )
        has_leads = any(self._is_lead(text_of(cells[i]), explained) for _n, cells in rows for i in marked if i in cells)
        networks: dict[str, ListedNetwork] = {}
        names = (
            [tidied(grid.headings[i]) for i in marked]
            if down_is_partner
            else [tidied(text_of(c[label])) for _n, c in rows]
        )
        for name in names:
            networks[name] = self.found.network(name, grid.sheet, grid.heading_row)
        for _number, cells in rows:
            row_name = tidied(text_of(cells[label]))
            for index in marked:
                if index not in cells:
                    continue
                column_name = tidied(grid.headings[index])
                organisation, name = (row_name, column_name) if down_is_partner else (column_name, row_name)
                self._mark(networks[name], organisation, text_of(cells[index]), explained)
            if down_is_partner:
                self.found.name(row_name)
            texts = {index: text_of(cell) for index, cell in cells.items()}
            if not down_is_partner:
                self._facts(networks[row_name], cells, texts, beside, by_meaning, "", doubted=False)
            elif Meaning.KBO in by_meaning:
                self.found.number(row_name, filled(cells.get(by_meaning[Meaning.KBO], "")))
        if has_leads:
            for network in networks.values():
                if network.lead is None:
                    self.found.ask(Doubt.NO_LEAD, "", where=network.name)

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
            self.found.ask(Doubt.MARK, "?", organisation, network.name)
            return
        if is_nothing(mark) or compared(mark) in ("0", "nee", "neen"):
            return
        self.found.partner(network, organisation)
        if self._is_lead(mark, explained):
            network.lead = network.lead or organisation

    @staticmethod
    def _is_lead(mark: str, explained: Mapping[str, str]) -> bool:
        return bool(LEADS.fullmatch(compared(explained.get(compared(mark), mark))))

    def _read_form(self, form: Form) -> None:
        meanings = {label: meaning_of(label) or Meaning.NOTE for label in form.values}
        by_meaning: dict[Meaning, str] = {}
        for label, meaning in sorted(meanings.items(), key=lambda each: not filled(form.values[each[0]])):
            by_meaning.setdefault(meaning, label)
        name = tidied(filled(form.values.get(by_meaning[Meaning.NAME], "")))
        if not name:
            if any(filled(value) for value in form.values.values()) or any(grid.rows for grid in form.members):
                name = tidied(form.sheet)
            else:
                self.found.leave(Ignored.EMPTY_FORM, form.sheet, form.sheet)
                return
        for label, meaning in meanings.items():
            self.found.proposal.columns.append(
                ColumnMeaning(form.sheet, label, meaning, Because.LABEL, label, (text_of(form.values[label])[:60],))
            )
        network = self.found.network(name, form.sheet, 1)

        def said(meaning: Meaning) -> str:
            return filled(form.values.get(by_meaning.get(meaning, ""), ""))

        network.goal = tidied(said(Meaning.GOAL)) or None
        network.theme = tidied(said(Meaning.THEME)) or None
        network.contact = tidied(said(Meaning.CONTACT)) or None
        if Meaning.SINCE in by_meaning:
            network.since = self.found.since(network, form.values[by_meaning[Meaning.SINCE]], doubted=False)
        if Meaning.FREQUENCY in by_meaning:
            network.meetings_per_year = self.found.frequency(network, form.values[by_meaning[Meaning.FREQUENCY]])
        if text := said(Meaning.ORIGIN):
            network.origin = self.found.origin(network, tidied(text))
        if Meaning.LEAD in by_meaning:
            text = said(Meaning.LEAD)
            self.found.known.add(compared(text))
            self.found.lead(network, text)
            if not text:
                self.found.ask(Doubt.NO_LEAD, "", where=network.name)
        for label, meaning in meanings.items():
            if meaning in (Meaning.NOTE, Meaning.EMAIL, Meaning.PHONE) and (text := filled(form.values[label])):
                network.rest[label] = text
        if Meaning.PARTNERS in by_meaning and said(Meaning.PARTNERS):
            self.found.partners(network, said(Meaning.PARTNERS))
        for grid in form.members:
            columns = meanings_of(grid, self.found.legend, self.chosen)
            columns = {
                index: ColumnMeaning(each.sheet, each.heading, Meaning.PARTNER, each.because, each.word, each.examples)
                if each.becomes in (Meaning.PARTNERS, Meaning.NAME) else each for index, each in columns.items()
            }  # fmt: skip
            self.found.proposal.columns += columns.values()
            member_meaning = _by_meaning(columns)
            for _number, cells in grid.rows:
                texts = {index: text_of(cell) for index, cell in cells.items()}
                if not all(label.endswith(":") for label in texts.values()):
                    self._member(network, texts, member_meaning)
        if not network.partners:
            self.found.cells_without_partners.append(network.name)


def _by_meaning(columns: Mapping[int, ColumnMeaning]) -> dict[Meaning, int]:
    """The column of each meaning; of notes there may be many."""
    found: dict[Meaning, int] = {}
    for index, each in columns.items():
        if each.becomes is not Meaning.NOTE:
            found.setdefault(each.becomes, index)
    return found
