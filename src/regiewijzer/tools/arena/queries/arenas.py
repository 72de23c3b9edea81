"""Who stands in the arena of each phase, what is needed there, and who brings it?"""

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, QuerySet
from django.http import Http404
from django.utils import timezone

from regiewijzer.register.networks.models import Membership, Network, PhaseStart
from regiewijzer.register.networks.queries import PHASES, RowsOfNetworks
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.dependence import Dependence
from regiewijzer.science.facts import Actor, ArenaSource, Phase, PhaseArena
from regiewijzer.science.facts.arena import NOT_NEEDED
from regiewijzer.science.names import compared
from regiewijzer.tools.arena.models import Arena, Need, Placed

MOST_PROPOSED = 6


def _newest() -> QuerySet[Arena]:
    """The newest arena of every phase of every network, with its partners and needs."""
    found = Arena.objects.order_by("network", "phase", "-made_on", "-id").distinct("network", "phase")
    placed = Prefetch("placed", Placed.objects.select_related("organisation", "person"))
    return found.prefetch_related(placed, "needs")


ARENAS = RowsOfNetworks("newest_arenas", _newest)


@dataclass(frozen=True, slots=True)
class Row:
    """A partner in an arena. `place` is the code of its ring; empty when it has none."""

    placed: Placed
    member: bool

    @property
    def name(self) -> str:
        return self.placed.organisation.name

    @property
    def place(self) -> str:
        return self.placed.where


@dataclass(frozen=True, slots=True)
class NeedRow:
    """A contribution: how many should bring it, who at the table does, and who in the arena but not at the table."""

    contribution: str
    wanted: int
    inside: tuple[str, ...]
    outside: tuple[str, ...]

    @property
    def short(self) -> bool:
        return len(self.inside) < self.wanted


@dataclass(frozen=True, slots=True)
class Tab:
    """One phase: its newest arena, if any, and the day it began; `now` when the network is in it."""

    phase: Phase
    arena: Arena | None
    began: PhaseStart | None
    now: bool


@dataclass(frozen=True, slots=True)
class Proposal:
    """An organisation that brings a contribution elsewhere, and in how many networks it sits already."""

    organisation: int
    name: str
    networks: int


@dataclass(frozen=True, slots=True)
class Missing:
    """A needed contribution with too few holders at the table, and who could bring it."""

    need: NeedRow
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class ArenaPage:
    """Everything the arena of one phase shows. `unplaced` are members that do not stand in it."""

    phase: Phase
    tabs: tuple[Tab, ...]
    arena: Arena | None
    rows: tuple[Row, ...]
    needs: tuple[NeedRow, ...]
    missing: tuple[Missing, ...]
    unplaced: tuple[Membership, ...]
    earlier: tuple[Arena, ...]

    @property
    def core_absent(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.place == "core" and not row.member)

    @property
    def not_needed(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.placed.rank == NOT_NEEDED and row.member)

    @property
    def divided(self) -> tuple[Row, ...]:
        return tuple(row for row in self.rows if row.placed.divided)

    @property
    def inside(self) -> int:
        return sum(row.member for row in self.rows)


def phase_now(network: Network) -> Phase | None:
    """The phase the network is in today; None when nobody said."""
    today = timezone.localdate()
    found = next((each for each in PHASES.of(network) if each.started <= today), None)
    return Phase(found.phase) if found else None


def arena_of(network: Network, phase: str) -> Arena:
    """The newest of a phase, or 404."""
    found = next((each for each in ARENAS.of(network) if each.phase == phase), None)
    if found is None:
        raise Http404
    return found


def shown_arena(network: Network) -> Arena | None:
    """The arena that is shown first; None when its phase has none."""
    phase = shown_phase(network)
    return next((each for each in ARENAS.of(network) if each.phase == phase), None)


def placed_in(arena: Arena, organisation: int) -> Placed | None:
    """How a partner stands in an arena; None when it does not."""
    return next((row for row in arena.placed.all() if row.organisation_id == organisation), None)


def shown_phase(network: Network, asked: str = "") -> Phase:
    """The phase asked for, or else that of today, or else the latest with an arena, or the first of all."""
    if asked in set(Phase):
        return Phase(asked)
    made = {each.phase for each in ARENAS.of(network)}
    latest = next((phase for phase in reversed(Phase) if phase in made), Phase.EXPLORE)
    return phase_now(network) or latest


def arena_page(network: Network, members: Sequence[Membership], phase: Phase) -> ArenaPage:
    """The page of one phase with the members of today, in a fixed number of queries."""
    newest = {each.phase: each for each in ARENAS.of(network)}
    arena = newest.get(phase)
    rows = rows_of(arena, members) if arena else ()
    needs = needs_of(arena, rows) if arena else ()
    there = {row.placed.organisation_id for row in rows}
    return ArenaPage(
        phase=phase,
        tabs=_tabs(network, newest),
        arena=arena,
        rows=rows,
        needs=needs,
        missing=_missing(needs, {member.organisation_id for member in members}),
        unplaced=tuple(member for member in members if member.organisation_id not in there),
        earlier=tuple(_earlier(network, arena)) if arena else (),
    )


def rows_of(arena: Arena, members: Sequence[Membership]) -> tuple[Row, ...]:
    """Its partners: the core first, then by name."""
    inside = {member.organisation_id for member in members}
    found = [Row(placed, placed.organisation_id in inside) for placed in arena.placed.all()]
    return tuple(sorted(found, key=lambda row: (-(row.placed.rank or 0), row.name)))


def needs_of(arena: Arena, rows: Sequence[Row]) -> tuple[NeedRow, ...]:
    """What is needed, with who brings it, at the table and beside it."""
    return tuple(_need(need, rows) for need in arena.needs.all())


def _need(need: Need, rows: Sequence[Row]) -> NeedRow:
    able = [row for row in rows if compared(need.contribution) in {compared(each) for each in row.placed.contributions}]
    inside, outside = (tuple(row.name for row in able if row.member is where) for where in (True, False))
    return NeedRow(need.contribution, need.holders, inside, outside)


def _tabs(network: Network, newest: dict[str, Arena]) -> tuple[Tab, ...]:
    now = phase_now(network)
    began = {each.phase: each for each in PHASES.of(network)}
    return tuple(Tab(phase, newest.get(phase), began.get(phase), phase == now) for phase in Phase)


def _earlier(network: Network, arena: Arena) -> list[Arena]:
    """The last arena of each earlier day, and the one just before this, to go back to."""
    found = Arena.objects.filter(network=network, phase=arena.phase).exclude(pk=arena.pk)
    rows = list(found.select_related("made_by__user")[:200])
    days: dict[Any, Arena] = {}
    for row in rows:
        days.setdefault(row.made_on, row)
    return list(days.values())


def _missing(needs: Sequence[NeedRow], inside: set[int]) -> tuple[Missing, ...]:
    """Which contributions have too few holders, and who brings them in any arena of the authority."""
    short = [need for need in needs if need.short]
    if not short:
        return ()
    wanted = {compared(need.contribution) for need in short}
    able: dict[str, dict[int, str]] = defaultdict(dict)
    stands = Placed.objects.exclude(organisation__in=inside).filter(organisation__archived_at=None)
    for pk, name, brings in stands.values_list("organisation", "organisation__name", "contributions"):
        for each in wanted & {compared(contribution) for contribution in brings}:
            able[each][pk] = name
    load = _networks_of({pk for names in able.values() for pk in names})
    return tuple(
        Missing(
            need,
            tuple(_lightest_first(able[compared(need.contribution)], load)[:MOST_PROPOSED]),
        )
        for need in short
    )


def _lightest_first(names: dict[int, str], load: Counter[int]) -> list[Proposal]:
    found = [Proposal(pk, name, load[pk]) for pk, name in names.items()]
    return sorted(found, key=lambda each: (each.networks, each.name))


def _networks_of(organisations: set[int]) -> Counter[int]:
    """In how many running networks each sits today."""
    today = timezone.localdate()
    seats = Membership.objects.sitting(today).in_running_networks(today).filter(organisation__in=organisations)
    return Counter(pk for pk, _network in seats.values_list("organisation", "network").distinct())


def suggestions(network: Network) -> list[str]:
    """Contributions named before, those of networks with the same theme first."""
    named: dict[str, None] = {}
    arenas = Need.objects.order_by("-arena__network", "id")
    same = arenas.filter(arena__network__themes__overlap=network.themes) if network.themes else arenas.none()
    for rows in (same, arenas):
        for contribution in rows.values_list("contribution", flat=True)[:200]:
            named.setdefault(contribution)
    return list(named)


def arenas_by_network() -> dict[int, tuple[PhaseArena, ...]]:
    """The newest arena of each phase as the rules take it, by network."""
    found: dict[int, list[PhaseArena]] = defaultdict(list)
    for arena in _newest():
        found[arena.network_id].append(to_fact(arena))
    return {network: tuple(arenas) for network, arenas in found.items()}


def to_fact(arena: Arena) -> PhaseArena:
    """An arena in the terms of the rules; its partners are there."""
    return PhaseArena(
        phase=Phase(arena.phase),
        made_on=arena.made_on,
        actors=tuple(
            Actor(
                organisation=row.organisation_id,
                name=row.organisation.name,
                rank=row.rank,
                irreplaceable=None if row.dependence is None else row.dependence is Dependence.GREAT,
                divided=row.divided,
                brings=tuple(row.contributions),
            )
            for row in arena.placed.all()
            if row.organisation.archived_at is None
        ),
        needs=tuple((need.contribution, need.holders) for need in arena.needs.all()),
        source=ArenaSource(arena.source),
        answers=arena.answers,
    )


def organisations_to_add(arena: Arena) -> list[tuple[str, int]]:
    """Organisations in use that do not stand in the arena yet, by name."""
    there = [row.organisation_id for row in arena.placed.all()]
    found = Organisation.objects.current().exclude(pk__in=there).order_by("name")
    return list(found.values_list("name", "pk"))
