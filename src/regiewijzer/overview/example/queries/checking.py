"""Does the story hold together? Names that must exist elsewhere, codes of the library, numbers that must be valid."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Protocol

from django.core.exceptions import ValidationError

from regiewijzer.foundation.rights import Role
from regiewijzer.library import catalogue
from regiewijzer.library.entries import ThemeKind
from regiewijzer.overview.example.queries.decisions import About, DecisionTold
from regiewijzer.overview.example.queries.instruments import InstrumentTold
from regiewijzer.overview.example.queries.looks import Look
from regiewijzer.overview.example.queries.mistakes import meant
from regiewijzer.overview.example.queries.story import Story
from regiewijzer.overview.example.queries.town import NetworkTold, Worker
from regiewijzer.register.organisations.models import Scheme, clean_number
from regiewijzer.science.choice import course
from regiewijzer.science.rules.vocabulary import Rule

WHOLE = 100

Names = dict[str, set[str]]  # by kind of record


class Named(Protocol):
    """An entry with a name."""

    @property
    def name(self) -> str: ...


def mistakes_in(story: Story) -> list[str]:
    """A sentence for every name, code or number that does not fit."""
    checks = (
        _twice,
        _partners,
        _people,
        _challenges,
        _networks,
        _judgements,
        _instruments,
        _stances,
        _choices,
        _decisions,
    )
    return [mistake for check in checks for mistake in check(story)]


def _names(story: Story) -> Names:
    """The names there are."""
    return {
        "organisation": {each.name for each in story.organisations},
        "challenge": {each.name for each in story.challenges},
        "network": {each.name for each in story.networks},
        "instrument": {each.name for each in story.instruments},
        "colleague": {each.name for each in story.people},
    }


def _unknown(kind: str, asked: Iterable[str], known: Collection[str], where: str) -> Iterator[str]:
    for name in asked:
        if name and name not in known:
            yield f"{where}: there is no {kind} “{name}”.{meant(name, known)}"


def _twice(story: Story) -> Iterator[str]:
    entries: dict[str, Sequence[Named]] = {
        "organisation": story.organisations,
        "person": [worker for team in story.teams for worker in team.people],
        "challenge": story.challenges,
        "network": story.networks,
        "instrument": story.instruments,
        "colleague": story.people,
    }
    for kind, named in entries.items():
        counted = Counter(each.name for each in named)
        yield from (f"The {kind} “{name}” is there {count} times." for name, count in counted.items() if count > 1)
    numbers = Counter(partner.kbo for partner in story.organisations if partner.kbo)
    yield from (f"{count} organisations have KBO number {number}." for number, count in numbers.items() if count > 1)


def _partners(story: Story) -> Iterator[str]:
    domains = [word.code for word in catalogue.words("domains")]
    for partner in story.organisations:
        yield from _unknown("domain", partner.domains, domains, partner.name)
        yield from _number(partner.kbo, partner.name)
    yield from _number(story.authority.kbo, story.authority.name)


def _number(number: str, where: str) -> Iterator[str]:
    try:
        clean_number(Scheme.KBO, number or "0")
    except ValidationError as reason:
        if number:
            yield f"{where}: {reason.messages[0]}"


def _people(story: Story) -> Iterator[str]:
    names = _names(story)
    for colleague in story.people:
        yield from _unknown("network", (each.network for each in colleague.manages), names["network"], colleague.name)
        yield from _unknown("organisation", [colleague.works_for], names["organisation"], colleague.name)
        if (colleague.role is Role.GUEST) is not bool(colleague.works_for):
            yield f"{colleague.name}: a guest, and nobody else, has an organisation in “works_for”."
    tables = {network.name: {seat.who for seat in network.members} for network in story.networks}
    for team in story.teams:
        yield from _unknown("organisation", [team.organisation], names["organisation"], "teams")
        for worker in team.people:
            yield from _seats(worker, team.organisation, tables)


def _seats(worker: Worker, organisation: str, tables: Names) -> Iterator[str]:
    """A person sits in networks of which their organisation is, or was, a member."""
    yield from _unknown("network", worker.sits_in, tables, worker.name)
    for network in worker.sits_in:
        if organisation not in tables.get(network, {organisation}):
            yield f"{worker.name}: {organisation} is no member of {network}."


def _stances(story: Story) -> Iterator[str]:
    for stance in story.stances:
        yield from _unknown("theme", [stance.policy_field], _themes(), f"the stance of {stance.day}")


def _challenges(story: Story) -> Iterator[str]:
    for challenge in story.challenges:
        yield from _unknown("theme", challenge.themes, _themes(), challenge.name)


def _networks(story: Story) -> Iterator[str]:
    names = _names(story)
    for network in story.networks:
        yield from _network(network, names)
    for form in story.forms:
        yield from _unknown("network", [form.network], names["network"], f"the measurement of {form.day}")
    for effect in story.effects:
        yield from _unknown("network", [effect.network], names["network"], f"the evaluation of {effect.day}")
        yield from _unknown("criterion", (each.criterion for each in effect.scores), _criteria(), effect.network)
    for chosen in story.criteria:
        yield from _unknown("criterion", (*chosen.criteria, *chosen.kept), _criteria(), chosen.network)
    looks: list[Look] = [*story.criteria, *story.users, *story.members, *story.readings, *story.conclusions]
    for look in looks:
        yield from _unknown("network", [look.network], names["network"], f"what was told on {look.day}")
    yield from _unknown("network", (each.merged_with for each in story.conclusions), names["network"], "conclusions")


def _network(network: NetworkTold, names: Names) -> Iterator[str]:
    sitting = Counter(seat.who for seat in network.members if seat.until is None)
    yield from _unknown("theme", network.themes, _themes(), network.name)
    yield from _unknown("challenge", [network.challenge], names["challenge"], network.name)
    yield from _unknown("organisation", (seat.who for seat in network.members), names["organisation"], network.name)
    yield from _unknown("organisation", (period.lead for period in network.forms), names["organisation"], network.name)
    yield from (f"{network.name}: {who} sits in it {count} times." for who, count in sitting.items() if count > 1)


def _judgements(story: Story) -> Iterator[str]:
    """Of goals and cooperation: networks and partners that exist, a wording that was there."""
    names, worded = _names(story), {network.name: len(network.goals) for network in story.networks}
    asked = [goal.network for goal in story.judged_goals] + [told.network for told in story.judged_cooperations]
    asked += [given.network for given in story.given] + [split.network for split in story.splits]
    yield from _unknown("network", asked, names["network"], "judgements")
    for goal in story.judged_goals:
        if not 1 <= goal.version <= worded.get(goal.network, goal.version):
            yield f"{goal.network}: there is no {goal.version}th goal to judge."
    partners = [given.who for given in story.given]
    partners += [who for split in story.splits for who in (*split.none, *(one for p in split.parts for one in p.who))]
    yield from _unknown("organisation", partners, names["organisation"], "judgements")


def _instruments(story: Story) -> Iterator[str]:
    names = _names(story)
    for instrument in story.instruments:
        yield from _instrument(instrument, names)


def _instrument(instrument: InstrumentTold, names: Names) -> Iterator[str]:
    others = [each.other for each in instrument.relations]
    yield from _unknown("challenge", instrument.serves, names["challenge"], instrument.name)
    yield from _unknown("organisation", instrument.aims, names["organisation"], instrument.name)
    yield from _unknown("network", [instrument.network], names["network"], instrument.name)
    yield from _unknown("instrument", others, names["instrument"], instrument.name)
    for move in instrument.moves:
        if sum(move.was.values()) != WHOLE:
            yield f"{instrument.name}: the shares until {move.day} sum to {sum(move.was.values())}, not {WHOLE}."
    if sum(instrument.power.values()) != WHOLE:
        yield f"{instrument.name}: the shares of “power” sum to {sum(instrument.power.values())}, not {WHOLE}."


def _choices(story: Story) -> Iterator[str]:
    names = _names(story)
    for choice in story.choices:
        where, signed = f"the choice about {choice.challenge}", choice.signed
        yield from _unknown("challenge", [choice.challenge], names["challenge"], where)
        yield from _unknown("network", [choice.network], names["network"], where)
        for answered in choice.answered:
            yield from _unknown("colleague", [answered.by], names["colleague"], where)
            yield from _unknown("organisation", answered.partners, names["organisation"], where)
            if course(answered.answers).advice is None:
                yield f"{where}: the answers of {answered.by} do not lead to an advice."
        if signed is not None:
            yield from _unknown("colleague", [signed.by], names["colleague"], where)
            yield from _unknown("network", [signed.made, signed.joins], names["network"], where)
    for placed in story.places:
        yield from _unknown("network", [placed.network], names["network"], "places")


def _decisions(story: Story) -> Iterator[str]:
    names = _names(story)
    for decision in story.decisions:
        yield from _unknown("colleague", [decision.by], names["colleague"], decision.name)
        yield from _about(decision.about, names, decision.name)
        yield from _finding(decision)
    for gone in story.gone:
        where = f"the gone finding {gone.rule}"
        yield from _about(gone.about, names, where)
        yield from _unknown("rule", [gone.rule], list(Rule), where)
        yield from _lacking(gone.rule, gone.numbers, where)


def _finding(decision: DecisionTold) -> Iterator[str]:
    yield from _unknown("rule", [decision.finding], list(Rule), decision.name)
    for numbers in (decision.numbers, decision.review.numbers if decision.review else None):
        if numbers is not None:
            yield from _lacking(decision.finding, numbers, decision.name)


def _about(about: Iterable[About], names: Names, where: str) -> Iterator[str]:
    for each in about:
        if each.kind:
            yield from _unknown(each.kind, [each.name], names[each.kind], where)
        else:
            yield f"{where}: an entry of “about” names nothing."


def _lacking(rule: str, numbers: Iterable[str], where: str) -> Iterator[str]:
    """The numbers without which the sentence of the rule cannot be written."""
    needed = catalogue.finding_type(rule).placeholders if rule in list(Rule) else frozenset()
    yield from (f"{where}: {rule} needs the number “{name}”." for name in sorted(needed - set(numbers)))


def _themes() -> list[str]:
    return [theme.key for theme in catalogue.themes() if theme.kind is ThemeKind.POLICY]


def _criteria() -> list[str]:
    return [word.code for word in catalogue.words("effect_criteria")]
