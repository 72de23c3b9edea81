"""What does a list say of its networks and partners, value by value, and what should be asked about it?"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from stdnum.be import vat

from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.lists.frequencies import Frequency, frequency_in
from regiewijzer.register.exchange.lists.grids import (
    filled,
    text_of,
)
from regiewijzer.register.exchange.lists.organisations import Organisations, is_slip, organisations_of
from regiewijzer.register.exchange.lists.partners import is_person, names_in, with_person
from regiewijzer.register.exchange.lists.proposal import (
    Answer,
    Doubt,
    Ignored,
    Left,
    ListedNetwork,
    ListedOrganisation,
    Person,
    Proposal,
    Question,
    SaidOfOrganisation,
)
from regiewijzer.register.exchange.lists.words import (
    ABBREVIATIONS,
    NOT_SAID,
    Meaning,
    heading_words,
    origin_of,
)
from regiewijzer.science.names import compared, tidied
from regiewijzer.science.written_days import day_in, day_of_number, two_ways

MOST_MEETINGS = 366
LONGEST_NAME = 200
KBO_LENGTH = 10
SAME, OTHER = Answer.SAME.value, Answer.OTHER.value
_IN_BRACKETS = re.compile(r"\s*\([^)]*\)")
_CODE = re.compile(r"[A-Z][A-Z0-9&.-]{1,7}")
_YES_NO = re.compile(r"(actief|active|loopt( nog)?|nog actief)\b.*")
_NO = frozenset({"nee", "neen", "n", "no", "niet actief", "inactief", "gestopt"})
_OTHERS = re.compile(r"(ander|overig|other|rest)")
_ORDER = {kind: place for place, kind in enumerate(Doubt)}
_PROPOSALS: Mapping[Doubt, tuple[str, ...]] = {
    Doubt.SAME_ORGANISATION: (SAME, OTHER),
    Doubt.LOOKS_ALIKE: (OTHER, SAME),
    Doubt.TWICE_IN_ONE: (SAME, OTHER),
    Doubt.NETWORKS_ALIKE: (OTHER, SAME),
    Doubt.NETWORK_TWICE: (SAME, OTHER),
    Doubt.CONTACTS: (OTHER, SAME),
}


class Collected:
    """What is read of a list so far: networks with what is said of them, names, and doubts. `conclude` makes it whole.

    `legend`: codes of the list in full. `known`: names that stood alone somewhere, so that no cell is cut inside one.
    """

    def __init__(self, today: date, home: str, register: Mapping[str, str]) -> None:
        self.today, self.home, self.register = today, home, register
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

    def network(self, name: str, sheet: str, row: int) -> ListedNetwork:
        if len(name) > LONGEST_NAME:
            self.ask(Doubt.TOO_LONG, f"{name[:60]}…", where=name[:60])
            name = name[:LONGEST_NAME].rstrip()
        before = self.by_name.get(compared(name))
        if before is not None and not before.partners and before.sheet != sheet:
            return before
        network = ListedNetwork(name, sheet, row)
        if before is not None:
            self.ask(Doubt.NETWORK_TWICE, name)
        self.by_name.setdefault(compared(name), network)
        self.proposal.networks.append(network)
        return network

    def rest(self, network: ListedNetwork, heading: str, text: str) -> None:
        if _YES_NO.fullmatch(heading_words(heading)) and compared(text) in _NO:
            self.ask(Doubt.NOT_ACTIVE, heading, text, where=network.name)
        before = network.rest.setdefault(heading, text)
        if text not in before:
            network.rest[heading] = f"{before}; {text}"

    def lead(self, network: ListedNetwork, text: str) -> None:
        if not text:
            return
        found = with_person(self.full(tidied(text)), self.persons)
        if found.person and found.organisation:
            self.ask(Doubt.LEAD_WITH_PERSON, tidied(text), where=network.name)
            network.persons.append(Person(found.organisation, found.person, found.email))
        if is_person(found.organisation, self.persons) or (found.person and not found.organisation):
            network.contact = network.contact or found.organisation or found.person
            self.ask(Doubt.LEAD_IS_PERSON, network.contact or "", where=network.name)
            return
        network.lead = found.organisation
        self.name(found.organisation)

    def partners(self, network: ListedNetwork, text: str) -> None:
        split = names_in(text, self.known | {compared(code) for code in self.legend}, self.persons) if text else None
        for kept in split.whole if split else ():
            self.ask(Doubt.KEPT_WHOLE, kept)
        for named in split.named if split else ():
            if not named.organisation:
                network.persons.append(Person("", named.person, named.email))
                continue
            name = self.full(named.organisation)
            self.partner(network, name)
            if named.person:
                network.persons.append(Person(name, named.person, named.email))
        if split is None or not split.named:
            self.cells_without_partners.append(network.name)

    def partner(self, network: ListedNetwork, name: str) -> None:
        if (
            self.legend
            and name not in self.spelt_out.values()
            and _CODE.fullmatch(name)
            and compared(name) not in ABBREVIATIONS
        ):
            self.ask(Doubt.NOT_IN_LEGEND, name, where=network.name)
        if compared(name) not in {compared(each) for each in network.partners}:
            network.partners.append(name)
        self.name(name)

    def name(self, name: str) -> None:
        self.names.append(name)

    def full(self, text: str) -> str:
        """A code of the legend in full."""
        full = self.legend.get(text) or self.legend.get(text.rstrip("."))
        if full is None:
            return text
        self.spelt_out[text] = full
        return tidied(full)

    def since(self, network: ListedNetwork, cell: Raw, *, doubted: bool) -> str | None:
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
            self.ask(Doubt.SINCE, text_of(cell), found.iso if found else "", where=network.name)
            network.unread["Sinds"] = text_of(cell)
        return found.iso if found else None

    def frequency(self, network: ListedNetwork, cell: Raw) -> int | None:
        if isinstance(cell, bool | date):
            found = Frequency(None, asked=True)
        elif isinstance(cell, int | float):
            whole = float(cell).is_integer() and 0 < cell <= MOST_MEETINGS
            found = Frequency(int(cell)) if whole else Frequency(None, asked=True)
        else:
            found = frequency_in(self.full(tidied(filled(cell))))
        if found.asked:
            self.ask(Doubt.FREQUENCY, tidied(text_of(cell)), where=network.name)
        if found.times is None and filled(cell):
            network.unread["Hoe vaak"] = tidied(text_of(cell))
        return found.times

    def origin(self, network: ListedNetwork, *written: str) -> str | None:
        """Who wants a network, by the first of these texts that says so."""
        text = next((each for each in written if origin_of(self.full(each))), written[0])
        full = self.full(text)
        origin = origin_of(full)
        if origin is None or compared(full) in NOT_SAID:
            self.ask(Doubt.ORIGIN, text, origin or "", where=network.name)
            network.unread["Van wie"] = text
        return origin

    def number(self, name: str, text: str) -> None:
        digits = re.sub(r"\D", "", text)
        if not digits:
            return
        if len(digits) == KBO_LENGTH - 1:
            self.ask(Doubt.NUMBER_WITHOUT_ZERO, "", where=f"{text} ({name})")
        number = digits.zfill(KBO_LENGTH)
        if not vat.is_valid(number):
            self.ask(Doubt.WRONG_NUMBER, text, where=name)
            return
        self.numbers.setdefault(compared(name), number)

    def outside(self, name: str, number: str, kind: str, written: str, notes: Iterable[tuple[str, str]]) -> None:
        """An organisation that the list tells of by itself; a kind that we do not know stays as a note."""
        self.name(name)
        self.number(name, number)
        noted = [*notes, *([("Type", written)] if written and not kind else [])]
        note = "\n".join(f"{heading}: {text}" for heading, text in noted)
        self.proposal.said.append(SaidOfOrganisation(name, kind, note))

    def ask(self, kind: Doubt, *values: str, where: str = "") -> None:
        at = self.asked.setdefault((kind, values), {})
        if where:
            at[where] = None

    def leave(self, what: Ignored, sheet: str, text: str = "") -> None:
        self.proposal.left.append(Left(what, sheet, text))

    def conclude(self) -> None:
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
                self.ask(Doubt.NO_LEAD, "", where=network.name)
            if network.lead and not any(organisations.same(network.lead, each) for each in network.partners):
                network.partners.insert(0, network.lead)
                if beside:
                    self.ask(Doubt.LEAD_BESIDE_PARTNERS, beside[0])
        for name in self.cells_without_partners:
            network = self.by_name[compared(name)]
            if len(network.partners) <= 1:
                self.ask(Doubt.NO_PARTNERS, "", where=name)
        for one in organisations.found:
            if not listed & {compared(each) for each in one.spellings}:
                continue  # only in the register
            proposal.organisations.append(
                ListedOrganisation(one.name, tuple(dict.fromkeys(one.spellings)), one.kbo, one.sure)
            )
            spellings = [each for each in dict.fromkeys(one.spellings) if each not in self.spelt_out]
            if len(spellings) > 1:
                self.ask(Doubt.SAME_ORGANISATION, *spellings)
        for pair in organisations.alike:
            if listed & {compared(each) for each in pair}:
                self.ask(Doubt.LOOKS_ALIKE, *pair)
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
                self.ask(Doubt.TWICE_IN_ONE, seen[id(organisation)], name, where=network.name)
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
                        self.ask(Doubt.NETWORKS_ALIKE, name, other)
