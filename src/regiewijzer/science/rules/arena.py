"""Which findings follow from who is needed in the phase a network is in, and who sits there?

Only the newest arena of the phase of today is looked at: of another phase it would tell of partners that need not be
there yet, or no more. A partner on whom a room is divided is never core. Our proposal beside the rule of `dependence`.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from regiewijzer.science.facts import (
    Actor,
    ArenaSource,
    InputSource,
    Network,
    Phase,
    PhaseArena,
    Register,
    RequiredSeat,
)
from regiewijzer.science.facts.arena import CORE, NOT_NEEDED
from regiewijzer.science.finding import Finding, Kind, Number, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.names import compared
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule

_SOURCES = {ArenaSource.OWN: InputSource.ESTIMATE}


@dataclass(frozen=True, slots=True)
class _Case:
    """One network with the arena of its phase, on a day."""

    network: Network
    arena: PhaseArena
    today: date
    limits: Limits

    @property
    def inside(self) -> tuple[Actor, ...]:
        """Those of the arena that sit at the table."""
        return tuple(actor for actor in self.arena.actors if actor.organisation in self.network.partners)

    @property
    def core(self) -> tuple[Actor, ...]:
        return tuple(actor for actor in self.arena.actors if actor.rank == CORE and not actor.divided)


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about the arena of every running network."""
    return tuple(finding for network in register.running for finding in of_network(network, register.today, limits))


def of_network(network: Network, today: date, limits: Limits) -> tuple[Finding, ...]:
    """What the arena of the phase of this network tells, and which required seats are empty.

    Of an arena nothing when nobody said the phase, or made one.
    """
    empty = tuple(_empty(network, seat, today, limits) for seat in network.required_seats if seat.is_missed)
    arena = next((each for each in network.arenas if each.phase == network.phase), None)
    if arena is None or not network.partners:
        return empty
    case = _Case(network, arena, today, limits)
    return (*empty, *_absent(case), *_faceless(case), *_not_needed(case), *_depends(case), *_missing(case))


def _empty(network: Network, seat: RequiredSeat, today: date, limits: Limits) -> Finding:
    numbers: dict[str, Number] = {
        "network": network.name,
        "role": seat.role,
        "filled": seat.filled,
        "wanted": seat.wanted,
        "year": str(seat.year),
    }
    read = grounds.ground(Reason.SEAT_READ, holds=True, regulation=seat.regulation or seat.role, year=str(seat.year))
    reasons = (read, grounds.of_members([network], today, limits))
    return Finding(
        rule=Rule.REQUIRED_SEAT_EMPTY.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name),),
        numbers=numbers,
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=seat.looked_at,
        aspect=compared(seat.role),
    )


def _absent(case: _Case) -> tuple[Finding, ...]:
    gone = (actor for actor in case.core if actor.organisation not in case.network.partners)
    return tuple(_about_partner(Rule.CORE_ABSENT, case, actor) for actor in gone)


def _faceless(case: _Case) -> tuple[Finding, ...]:
    """Core partners without a person, where persons were written down at all."""
    seated = case.network.with_person
    if not seated:
        return ()
    inside = (actor for actor in case.core if actor.organisation in case.network.partners)
    return tuple(
        _about_partner(Rule.CORE_WITHOUT_PERSON, case, actor) for actor in inside if actor.organisation not in seated
    )


def _not_needed(case: _Case) -> tuple[Finding, ...]:
    found = [actor for actor in case.inside if actor.rank == NOT_NEEDED and not actor.divided]
    if case.arena.phase is not Phase.ACTION or not found:
        return ()
    names = ", ".join(sorted(actor.name for actor in found))
    return (_finding(Rule.NOT_NEEDED_IN_ACTION, case, {"count": len(found), "partner": names}),)


def _depends(case: _Case) -> tuple[Finding, ...]:
    """Members that are irreplaceable and alone with one of their contributions."""
    holders = _holders(case)
    return tuple(
        _about_partner(Rule.GREAT_DEPENDENCE, case, actor)
        for actor in case.inside
        if actor.irreplaceable and not actor.divided and any(holders[compared(each)] == 1 for each in actor.brings)
    )


def _missing(case: _Case) -> tuple[Finding, ...]:
    """Needed contributions that no member brings; where nobody wrote down what members bring, that is unknown."""
    holders = _holders(case)
    if not holders:
        return ()
    return tuple(
        _finding(Rule.MISSING_CONTRIBUTION, case, {"contribution": need}, aspect=compared(need))
        for need, wanted in case.arena.needs
        if wanted and not holders.get(compared(need))
    )


def _holders(case: _Case) -> dict[str, int]:
    """How many members bring each contribution, however it is spelt."""
    found: dict[str, int] = {}
    for actor in case.inside:
        for each in {compared(each) for each in actor.brings}:
            found[each] = found.get(each, 0) + 1
    return found


def _about_partner(rule: Rule, case: _Case, actor: Actor) -> Finding:
    subject = Subject(Kind.ORGANISATION, actor.organisation, actor.name)
    return _finding(rule, case, {"partner": actor.name, "phase": case.arena.phase.value}, also=(subject,))


def _finding(
    rule: Rule, case: _Case, numbers: Mapping[str, Number], aspect: str = "", also: tuple[Subject, ...] = ()
) -> Finding:
    network, arena = case.network, case.arena
    source = _SOURCES.get(arena.source, InputSource.WORKSHOP)
    reasons = (
        *grounds.of_people(source, arena.answers, arena.made_on, case.today, case.limits),
        grounds.of_members([network], case.today, case.limits),
    )
    return Finding(
        rule=rule.value,
        subjects=(Subject(Kind.NETWORK, network.ref, network.name), *also),
        numbers={"network": network.name, **numbers},
        certainty=grounds.certainty(reasons),
        grounds=reasons,
        measured_on=arena.made_on,
        aspect=aspect,
    )
