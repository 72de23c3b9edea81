"""How does a list become rows of our own sheets? So that the import we have judges, shows and saves it.

What we have no column for stays with its network as a note; nothing of a list is dropped.
"""

import hashlib
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from copy import deepcopy
from dataclasses import dataclass, field

from regiewijzer.library import catalogue
from regiewijzer.register.exchange.files.cells import Raw
from regiewijzer.register.exchange.files.raw import RawSheet
from regiewijzer.register.exchange.lists.organisations import words_of
from regiewijzer.register.exchange.lists.proposal import Answer, Doubt, ListedNetwork, Person, Proposal, Question
from regiewijzer.register.exchange.sheets.choices import SomeOf
from regiewijzer.register.exchange.sheets.mistakes import Wrong
from regiewijzer.science.facts import Origin
from regiewijzer.science.names import compared, tidied
from regiewijzer.science.written_days import day_in

Answers = Mapping[str, Answer]
ASKED_OF_NAMES = frozenset(
    {Doubt.SAME_ORGANISATION, Doubt.LOOKS_ALIKE, Doubt.NETWORK_TWICE, Doubt.NETWORKS_ALIKE, Doubt.CONTACTS}
)
TITLES = {"organisations": "Partners", "networks": "Netwerken", "members": "Leden", "persons": "Mensen"}
LONGEST_NOTE, LONGEST_GOAL, LONGEST_NAME = 4000, 2000, 200
LEAD = "trekker"
ORIGINS = frozenset(origin.value for origin in Origin)


def key_of(question: Question) -> str:
    """What an answer to this question is kept under: the same when the same list is read again."""
    return hashlib.sha256(repr((question.kind.value, *map(compared, question.values))).encode()).hexdigest()[:16]


def default_of(question: Question) -> Answer:
    """What happens when nobody answers: what was proposed, and no contact comes in unasked."""
    return Answer(question.proposals[0]) if question.proposals else Answer.OTHER


@dataclass(slots=True)
class _Names:
    """Which name an organisation gets, by how it is written."""

    kept: dict[str, str] = field(default_factory=dict)

    def of(self, written: str) -> str:
        return self.kept.get(compared(written), tidied(written))[:LONGEST_NAME]


def our_sheets(proposal: Proposal, answers: Answers | None = None, known: Collection[str] = ()) -> tuple[RawSheet, ...]:
    """The proposal with these answers as sheets of ours. `known` are the names that stand in the register."""
    given = answers or {}
    names = _named(proposal, given, known)
    networks = _networks(proposal, given)
    people = _people(proposal, networks, given)
    numbers = {names.of(each.name): each.kbo for each in proposal.organisations if each.kbo}
    written = [names.of(name) for network in networks for name in network.partners]
    written += [names.of(person.organisation) for person in people if person.organisation]
    said = _said(proposal, names)
    organisations = [
        (name, numbers.get(name, ""), *said.get(name, ("", ""))) for name in dict.fromkeys([*written, *said])
    ]
    return (
        _sheet("organisations", ("name", "kbo", "kind", "note"), organisations),
        _sheet("persons", ("name", "organisation", "email", "phone"), _person_rows(people, names)),
        _sheet(
            "networks",
            ("name", "goal", "origin", "started", "meetings_per_year", "themes", "note"),
            [_network_row(network) for network in networks],
        ),
        _sheet("members", ("network", "organisation", "role", "persons"), list(_member_rows(networks, names))),
    )


def _said(proposal: Proposal, names: _Names) -> dict[str, tuple[str, str]]:
    """Kind and note of each organisation that the list tells of by itself."""
    found: dict[str, tuple[str, str]] = {}
    for each in proposal.said:
        kind, note = found.get(names.of(each.name), ("", ""))
        both = "\n".join(text for text in (note, each.note) if text)
        found[names.of(each.name)] = kind or each.kind, both[:LONGEST_NOTE]
    return found


def _sheet(code: str, headings: Sequence[str], rows: Sequence[Sequence[Raw]]) -> RawSheet:
    filled = [tuple(headings), *map(tuple, rows)]
    return RawSheet(code, TITLES[code], tuple(enumerate(filled, start=1)) if rows else ((1, tuple(headings)),))


def _named(proposal: Proposal, answers: Answers, known: Collection[str]) -> _Names:
    together: dict[str, set[str]] = {}
    for organisation in proposal.organisations:
        spellings = {compared(each) for each in organisation.spellings}
        together.update(dict.fromkeys(spellings, spellings))
    for question in proposal.questions:
        answer = answers.get(key_of(question), default_of(question))
        keys = [compared(value) for value in question.values]
        if question.kind is Doubt.SAME_ORGANISATION and answer is Answer.OTHER:
            together.update({key: {key} for key in keys})
    for question in proposal.questions:
        answer = answers.get(key_of(question), default_of(question))
        if question.kind is Doubt.LOOKS_ALIKE and answer is Answer.SAME:
            joined = set().union(*(together.get(compared(value), {compared(value)}) for value in question.values))
            together.update(dict.fromkeys(joined, joined))
    spelt = {
        compared(each): each for organisation in proposal.organisations for each in reversed(organisation.spellings)
    }
    stored = {compared(name): name for name in known}
    names = _Names()
    for key, group in together.items():
        in_register = [stored[each] for each in sorted(group) if each in stored]
        names.kept[key] = (
            stored.get(key) or next(iter(in_register), "") or _best([spelt[each] for each in sorted(group)])
        )
    return names


def _best(spellings: Sequence[str]) -> str:
    """The spelling that says most, and does not shout."""
    return max(
        spellings,
        key=lambda each: (len(words_of(each).all), not each.isupper(), "." not in each, each[:1].isupper(), len(each)),
    )


def _networks(proposal: Proposal, answers: Answers) -> list[ListedNetwork]:
    """Networks that are one become one: the first keeps what it says, the partners come together."""
    same: dict[str, str] = {}
    for question in proposal.questions:
        of_networks = question.kind in (Doubt.NETWORK_TWICE, Doubt.NETWORKS_ALIKE)
        if of_networks and answers.get(key_of(question), default_of(question)) is Answer.SAME:
            same.update({compared(value): compared(question.values[0]) for value in question.values})
    found: dict[str, ListedNetwork] = {}
    times: dict[str, int] = defaultdict(int)
    for network in deepcopy(proposal.networks):  # a proposal is read again with other answers
        key = compared(network.name)
        first = found.get(same[key]) if key in same else None
        if first is not None:
            _join(first, network)
            continue
        times[key] += 1
        if times[key] > 1:
            network.name = f"{network.name[: LONGEST_NAME - 4]} ({times[key]})"
        found[same.get(key) or compared(network.name)] = network
    return list(found.values())


def _join(first: ListedNetwork, other: ListedNetwork) -> None:
    have = {compared(name) for name in first.partners}
    first.partners += [name for name in other.partners if compared(name) not in have]
    first.persons += other.persons
    first.goal, first.theme = first.goal or other.goal, first.theme or other.theme
    first.since, first.origin = first.since or other.since, first.origin or other.origin
    first.lead, first.contact = first.lead or other.lead, first.contact or other.contact
    first.meetings_per_year = first.meetings_per_year or other.meetings_per_year
    for heading, text in {**other.rest, **other.unread}.items():
        if first.rest.setdefault(heading, text) != text:
            first.rest[heading] += f"; {text}"


def _people(proposal: Proposal, networks: Sequence[ListedNetwork], answers: Answers) -> list[Person]:
    people = [person for network in networks for person in network.persons if person.organisation]
    asked = next((each for each in proposal.questions if each.kind is Doubt.CONTACTS), None)
    if asked is not None and answers.get(key_of(asked)) is Answer.SAME:
        people += proposal.contacts
    return people


def _person_rows(people: Sequence[Person], names: _Names) -> list[tuple[Raw, ...]]:
    rows: dict[tuple[str, str], list[str]] = {}
    for person in people:
        row = rows.setdefault((compared(person.name), names.of(person.organisation)), [person.name, "", "", ""])
        row[1] = names.of(person.organisation)
        row[2], row[3] = row[2] or person.email, row[3] or person.phone
    return [tuple(row) for row in rows.values()]


def _member_rows(networks: Sequence[ListedNetwork], names: _Names) -> list[tuple[Raw, ...]]:
    rows: list[tuple[Raw, ...]] = []
    for network in networks:
        lead = names.of(network.lead) if network.lead else ""
        for organisation in dict.fromkeys(names.of(name) for name in network.partners):
            own = [each for each in network.persons if each.organisation]
            persons = dict.fromkeys(each.name for each in own if names.of(each.organisation) == organisation)
            quoted = "; ".join(f'"{each} ({organisation})"' for each in persons)
            rows.append((network.name, organisation, LEAD if organisation == lead else "", quoted))
    return rows


def _network_row(network: ListedNetwork) -> tuple[Raw, ...]:
    since = day_in(network.since) if network.since else None
    themes, theme_left = _themes(network.theme)
    origin = network.origin if network.origin in ORIGINS else ("other" if network.origin else "")
    note = [f"{heading}: {text}" for heading, text in (*network.rest.items(), *network.unread.items())]
    if theme_left:
        note.insert(0, f"Thema: {theme_left}")
    if network.contact:
        note.insert(0, f"Contact: {network.contact}")
    goal = (network.goal or "")[:LONGEST_GOAL]
    meetings: Raw = network.meetings_per_year if network.meetings_per_year is not None else ""
    started: Raw = since.known.written if since else ""
    return network.name, goal, origin or "", started, meetings, themes, "\n".join(note)[:LONGEST_NOTE]


def _themes(theme: str | None) -> tuple[str, str]:
    """The theme as one of ours, and what is left of it."""
    if not theme:
        return "", ""
    try:
        codes = SomeOf("themes").read(theme)
    except Wrong:
        return "", theme
    return "; ".join(catalogue.word(code, "themes").short.nl for code in codes), ""
