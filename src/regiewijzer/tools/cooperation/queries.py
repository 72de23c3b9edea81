"""Reading how partners cooperate: themes as members judge them, and the table of what each brings and gets."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.register.measurements.queries import ShownMeasurement, facts_by_subject, ratings_of, shown
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import RowsOfNetworks
from regiewijzer.science.cooperation import Division, Lean, Theme, carries, division, lean, leaning
from regiewijzer.science.coverage import Coverage, coverage
from regiewijzer.science.facts import GiveAndTake, MemberRatings
from regiewijzer.science.limits import Limits
from regiewijzer.tools.cooperation.models import Measurement, Statement

MEASUREMENTS = RowsOfNetworks("cooperation_measured", Measurement.objects.all)
STATEMENTS = RowsOfNetworks("said_of_partners", lambda: _from_old_to_new(Statement.objects.all()))


@dataclass(frozen=True, slots=True)
class Row:
    """One partner of today with the newest statement about it; None when nobody said anything yet."""

    membership: int
    name: str
    statement: Statement | None
    lean: Lean


@dataclass(frozen=True, slots=True)
class Balance:
    """The table of bringing and getting, with who leans to one side and how what is brought is divided."""

    rows: tuple[Row, ...]
    bring_more: tuple[GiveAndTake, ...]
    get_more: tuple[GiveAndTake, ...]
    division: Division | None
    one_carries: bool

    @property
    def known(self) -> int:
        return sum(row.statement is not None for row in self.rows)

    @property
    def estimated(self) -> int:
        """Of how many partners both sizes are known."""
        return sum(row.lean is not Lean.UNKNOWN for row in self.rows)

    @property
    def coverage(self) -> Coverage:
        """Of how many partners it is known what they bring and get."""
        return coverage(self.estimated, len(self.rows))

    @property
    def uneven(self) -> bool:
        return bool(self.bring_more or self.get_more)

    @property
    def percent(self) -> int:
        """What the largest brings of everything."""
        return round(100 * self.division.share) if self.division else 0


@dataclass(frozen=True, slots=True)
class CooperationPage:
    """Everything the page of a cooperation shows; measurements run from new to old."""

    latest: ShownMeasurement[Measurement] | None
    measurements: tuple[ShownMeasurement[Measurement], ...]
    balance: Balance


def cooperation_page(network: Network, members: Sequence[Membership], limits: Limits) -> CooperationPage:
    """The whole page with the members of today, in a fixed number of queries."""
    measurements = tuple(shown(each, Theme, limits.cooperation_rating, limits) for each in MEASUREMENTS.of(network))
    return CooperationPage(
        measurements[0] if measurements else None, measurements, balance_of(network, members, limits)
    )


def balance_of(network: Network, members: Sequence[Membership], limits: Limits) -> Balance:
    """The table of a network, with the members of today."""
    rows = tuple(_rows(network, members, limits))
    said = [statement_to_fact(row.statement) for row in rows if row.statement]
    divided = division(said)
    return Balance(
        rows=rows,
        bring_more=leaning(said, Lean.BRINGS_MORE, limits),
        get_more=leaning(said, Lean.GETS_MORE, limits),
        division=divided,
        one_carries=carries(divided, limits),
    )


def partner_of(network: Network, pk: int) -> Membership:
    """A membership of today, or 404."""
    found = Membership.objects.sitting(timezone.localdate()).select_related("network", "organisation")
    return get_object_or_404(found, pk=pk, network=network)


def statements_about(partner: Membership) -> list[Statement]:
    """Everything that was said of one partner in its network, newest first."""
    found = Statement.objects.filter(network=partner.network_id, organisation=partner.organisation_id)
    return list(found.select_related("written_by__user"))


def statement_of(partner: Membership, pk: int) -> Statement:
    """One statement about a partner, or 404."""
    return get_object_or_404(Statement, pk=pk, network=partner.network_id, organisation=partner.organisation_id)


def ratings_by_network() -> dict[int, tuple[MemberRatings, ...]]:
    """By network, from old to new, scores from 0 to 1."""
    return facts_by_subject(Measurement.objects.all(), lambda each: ratings_of(each, Theme))


def give_and_take_by_network() -> dict[int, tuple[GiveAndTake, ...]]:
    """What was last said of each partner, by network. Who left is among them; the rules know who sits there."""
    found: dict[int, dict[int, GiveAndTake]] = defaultdict(dict)
    for statement in _from_old_to_new(Statement.objects.all()):
        found[statement.network_id][statement.organisation_id] = statement_to_fact(statement)
    return {network: tuple(rows.values()) for network, rows in found.items()}


def statement_to_fact(statement: Statement) -> GiveAndTake:
    """A statement in the terms of the rules; its organisation is there."""
    return GiveAndTake(
        organisation=statement.organisation_id,
        name=statement.organisation.name,
        said_on=statement.said_on,
        brings=statement.brings_size,
        gets=statement.gets_size,
        agreed=statement.agreed,
    )


def _from_old_to_new(rows: QuerySet[Statement]) -> QuerySet[Statement]:
    return rows.select_related("organisation").order_by("said_on", "id")


def _rows(network: Network, members: Sequence[Membership], limits: Limits) -> list[Row]:
    latest = {each.organisation_id: each for each in STATEMENTS.of(network)}
    return [
        Row(
            membership=membership.pk,
            name=membership.organisation.name,
            statement=(statement := latest.get(membership.organisation_id)),
            lean=lean(statement_to_fact(statement), limits) if statement else Lean.UNKNOWN,
        )
        for membership in members
    ]
