"""Which partners make the smallest good table, and what changes when one leaves or joins?"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from regiewijzer.register.networks.queries import RequiredSeatRow
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.organisations.queries import apart_from_own
from regiewijzer.science.cover import MOST_ALTERNATIVES, Candidate, Cover, Shortage, cover
from regiewijzer.science.cover import Need as Wanted
from regiewijzer.science.facts import Form
from regiewijzer.science.governance import Bound, Condition, requirements
from regiewijzer.science.limits import Limits
from regiewijzer.science.names import compared
from regiewijzer.tools.arena.models import Placed
from regiewijzer.tools.arena.queries.arenas import ArenaPage, Row

SECOND = 2


@dataclass(frozen=True, slots=True)
class Seat:
    """A partner at the smallest good table: what it brings there, and who could take the place as well."""

    row: Row
    brings: tuple[str, ...]
    required: bool
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SmallestTable:
    """The smallest good table, or the best there is when some contribution falls short.

    `empty` are required seats that too few fill.
    """

    seats: tuple[Seat, ...]
    shortages: tuple[Shortage, ...]
    proven: bool
    over: int
    empty: tuple[str, ...]
    alternatives: tuple[tuple[str, ...], ...]
    all_alternatives: bool
    others: int

    @property
    def possible(self) -> bool:
        return not self.shortages and not self.over and not self.empty

    @property
    def inside(self) -> int:
        """How many of them sit there already."""
        return sum(seat.row.member for seat in self.seats)


def smallest_table(
    page: ArenaPage,
    *,
    most: int | None = None,
    second: bool = False,
    without: int | None = None,
    required: Sequence[RequiredSeatRow] = (),
) -> SmallestTable | None:
    """The table for the needs of a page; None when nothing is needed.

    `second`: of every contribution a second holder; `without`: a partner that cannot come; `required`: seats a rule
    asks for, of which nobody who fills them is left out.
    """
    if not page.needs:
        return None
    filling = {each.organisation_id for seat in required for each in seat.holders}
    rows = [row for row in _who_can_sit(page, filling) if row.placed.organisation_id != without]
    candidates = [_candidate(row, filling) for row in rows]
    wanted = [
        Wanted(compared(need.contribution), max(need.wanted, SECOND) if second else need.wanted) for need in page.needs
    ]
    found = cover(candidates, wanted, most, MOST_ALTERNATIVES)
    empty = tuple(seat.seat.role for seat in required if seat.empty or (without and seat.short_without(without)))
    return _shown(page, rows, candidates, found, empty)


def _who_can_sit(page: ArenaPage, filling: Collection[int]) -> list[Row]:
    """Those in the arena, and members who fill a required seat though nobody placed them."""
    unplaced = [each.organisation for each in page.unplaced if each.organisation_id in filling]
    return [*page.rows, *(Row(Placed(organisation=each, contributions=[]), member=True) for each in unplaced)]


def _candidate(row: Row, required: Collection[int]) -> Candidate:
    brings = frozenset(compared(each) for each in row.placed.contributions)
    return Candidate(brings, row.placed.organisation_id in required)


def _shown(
    page: ArenaPage, rows: Sequence[Row], candidates: Sequence[Candidate], found: Cover, empty: tuple[str, ...]
) -> SmallestTable:
    names = {compared(need.contribution): need.contribution for need in page.needs}
    table = set(found.table)
    return SmallestTable(
        seats=tuple(
            Seat(
                row=rows[place],
                brings=tuple(name for key, name in names.items() if key in candidates[place].contributions),
                required=candidates[place].required,
                instead=_instead(place, rows, found),
            )
            for place in found.table
        ),
        shortages=tuple(
            Shortage(names[each.contribution], each.wanted, each.existing, each.seated) for each in found.shortages
        ),
        proven=found.proven,
        over=found.over,
        empty=empty,
        alternatives=tuple(tuple(rows[place].name for place in other) for other in found.alternatives),
        all_alternatives=found.all_alternatives,
        others=sum(row.member for place, row in enumerate(rows) if place not in table),
    )


def _instead(place: int, rows: Sequence[Row], found: Cover) -> tuple[str, ...]:
    """Who takes the place of this partner at a table that differs in nobody else."""
    table = set(found.table)
    swaps = [set(other) - table for other in found.alternatives if table - set(other) == {place}]
    return tuple(sorted(rows[each].name for swap in swaps if len(swap) == 1 for each in swap))


@dataclass(frozen=True, slots=True)
class Compared:
    """One line of a comparison: `without` and `with_it` in words are made by the page."""

    contribution: str
    wanted: int
    without: int
    with_it: int


@dataclass(frozen=True, slots=True)
class WhatIf:
    """What changes when one partner is not at the table, or is.

    `only` are partners that are the only ones left with a contribution they bring. `emptied` are required seats that
    fall under their number without it. Participants are parties: own services are one. `most` is what the form bears.
    """

    row: Row
    contributions: tuple[Compared, ...]
    domain: str
    domain_without: int
    domain_with: int
    only: tuple[tuple[str, str], ...]
    emptied: tuple[str, ...]
    participants_without: int
    participants_with: int
    form: Form | None
    most: int | None
    table_without: SmallestTable | None
    table_with: SmallestTable | None

    @property
    def form_depends(self) -> bool | None:
        """Whether the form fits without this partner and no longer with it; None when it is too many either way."""
        if self.most is None or self.participants_with <= self.most:
            return False
        return True if self.participants_without <= self.most else None


def what_if(
    page: ArenaPage, partner: int, *, form: Form | None, limits: Limits, required: Sequence[RequiredSeatRow] = ()
) -> WhatIf | None:
    """The comparison for one partner of the arena; None when it does not stand there."""
    row = next((each for each in page.rows if each.placed.organisation_id == partner), None)
    if row is None:
        return None
    others = [each for each in page.rows if each.member and each is not row]
    domain = next(iter(row.placed.organisation.domains), "")
    alike = sum(domain in each.placed.organisation.domains[:1] for each in others) if domain else 0
    there = [*(each.placed.organisation for each in others), *(each.organisation for each in page.unplaced)]
    return WhatIf(
        row=row,
        contributions=tuple(_compared(need.contribution, need.wanted, row, others) for need in page.needs),
        domain=domain,
        domain_without=alike,
        domain_with=alike + bool(domain),
        only=tuple(_only(row, others, page)),
        emptied=tuple(seat.seat.role for seat in required if seat.short_without(partner)),
        participants_without=_parties(there),
        participants_with=_parties([*there, row.placed.organisation]),
        form=form,
        most=_most(form, limits),
        table_without=smallest_table(page, without=partner, required=required),
        table_with=smallest_table(page, required=required),
    )


def _parties(organisations: Sequence[Organisation]) -> int:
    others, own = apart_from_own(organisations)
    return len(others) + bool(own)


def _compared(contribution: str, wanted: int, row: Row, others: Sequence[Row]) -> Compared:
    there = sum(_brings(each, contribution) for each in others)
    return Compared(contribution, wanted, there, there + _brings(row, contribution))


def _only(row: Row, others: Sequence[Row], page: ArenaPage) -> list[tuple[str, str]]:
    """Partners left alone with a needed contribution when this one goes: partner and contribution."""
    found = []
    for need in page.needs:
        able = [each for each in others if _brings(each, need.contribution)]
        if _brings(row, need.contribution) and len(able) == 1:
            found.append((able[0].name, need.contribution))
    return found


def _brings(row: Row, contribution: str) -> bool:
    return compared(contribution) in {compared(each) for each in row.placed.contributions}


def _most(form: Form | None, limits: Limits) -> int | None:
    """How many partners the form bears; None when it has no such limit."""
    if form is None:
        return None
    asked = {(condition, bound): limit for condition, bound, limit in requirements(form, limits)}
    limit = asked.get((Condition.PARTICIPANTS, Bound.AT_MOST))
    return None if limit is None else int(limit)
