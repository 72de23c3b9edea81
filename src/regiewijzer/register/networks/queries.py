"""Reading networks, and deciding who may open or change one."""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from operator import or_
from typing import Any, Generic, TypeVar

from django.core.exceptions import PermissionDenied
from django.db.models import Count, F, Model, OuterRef, Prefetch, Q, QuerySet, Subquery
from django.http import Http404
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.foundation.rights import RIGHTS_ON_OWN_NETWORK, Right, Role
from regiewijzer.library import catalogue
from regiewijzer.library.entries import MandateStatus
from regiewijzer.register.networks.models import (
    Delegate,
    FormPeriod,
    GoalVersion,
    GuestSeat,
    Management,
    Membership,
    Network,
    PhaseStart,
    RequiredSeat,
    SeatHolder,
)
from regiewijzer.register.organisations.models import Organisation, Person, sitting_q
from regiewijzer.science import facts
from regiewijzer.science.upkeep import months_between
from regiewijzer.science.written_days import Precision

R = TypeVar("R", bound=Model)
SOME_NETWORK = -1  # where the key of a network comes in a question that was made before


@dataclass(frozen=True, slots=True)
class RowsOfNetworks(Generic[R]):
    """Rows that belong to networks, read for one network alone, or at once for a set of them by `read_together`.

    `name` tells them from other rows of the same set. `rows` says which, in their order; `keys` are the fields that
    name their network.
    """

    name: str
    rows: Callable[[], QuerySet[R]]
    keys: tuple[str, ...] = ("network_id",)

    def of(self, network: Network) -> list[R]:
        """Those of one network; without a question when they were read together."""
        kept: list[R] | None = vars(network).get(self.name)
        return list(self._among([network.pk])) if kept is None else kept

    def select(self, networks: Collection[Network]) -> Select:
        """The question for those of every network."""
        if len(networks) != 1:
            return Select.of(self._among([network.pk for network in networks]))
        (network,) = networks
        return _select_of_one(self, timezone.localdate()).with_value(SOME_NETWORK, network.pk)

    def keep(self, rows: Iterable[R], networks: Collection[Network]) -> None:
        """Keep what was read with the network it is of."""
        kept: dict[int, list[R]] = {network.pk: [] for network in networks}
        for row in rows:
            for pk in dict.fromkeys(getattr(row, key) for key in self.keys):
                if pk in kept:
                    kept[pk].append(row)
        for network in networks:
            vars(network)[self.name] = kept[network.pk]

    def _among(self, networks: Collection[int]) -> QuerySet[R]:
        return self.rows().filter(reduce(or_, (Q(**{f"{key}__in": list(networks)}) for key in self.keys)))


def read_together(networks: Collection[Network], kinds: Iterable[RowsOfNetworks[Any]]) -> None:
    """Read these rows with one question for the whole set; what was read with all of them before stays.

    The networks then are as of this moment: show them and let them go.
    """
    wanted = [kind for kind in kinds if not all(kind.name in vars(network) for network in networks)]
    for kind, rows in zip(wanted, read_at_once([kind.select(networks) for kind in wanted]), strict=True):
        kind.keep(rows, networks)


@lru_cache
def _select_of_one(kind: RowsOfNetworks[Any], _today: date) -> Select:
    """What holds depends on the day, and is part of the question."""
    return Select.of(kind._among([SOME_NETWORK]))


def with_persons(prefix: str = "", day: date | None = None) -> "Prefetch[str, QuerySet[Delegate], str]":
    """Who sits there, or has yet to take the seat, today or on a day; read with memberships as their `delegates`."""
    sitting = Delegate.objects.sitting(day or timezone.localdate()).select_related("person")
    return Prefetch(f"{prefix}delegates", sitting)


@dataclass(frozen=True, slots=True)
class RequiredSeatRow:
    """A required seat with the members of today that fill it."""

    seat: RequiredSeat
    holders: tuple[Membership, ...]

    @property
    def empty(self) -> bool:
        """Whether fewer fill it than the rule asks; of a seat nobody looked at that is not said."""
        return self.seat.looked_at is not None and len(self.holders) < self.seat.wanted

    def short_without(self, organisation: int) -> bool:
        """Whether it falls under its number when this organisation, one of those that fill it, goes."""
        left = [each for each in self.holders if each.organisation_id != organisation]
        return len(left) < min(len(self.holders), self.seat.wanted)


def required_seats_of(network: Network) -> list[RequiredSeatRow]:
    """The required seats of a network with who of today fills them, in the order of the rule."""
    sitting = Membership.objects.sitting(timezone.localdate()).filter(network=network)
    held = SeatHolder.objects.filter(seat__network=network, membership__in=sitting.values("pk"))
    found: dict[int, list[Membership]] = defaultdict(list)
    for each in held.select_related("membership__organisation").order_by("membership__organisation__name"):
        found[each.seat_id].append(each.membership)
    return [RequiredSeatRow(seat, tuple(found[seat.pk])) for seat in REQUIRED_SEATS.of(network)]


def required_seats_on(today: date) -> dict[int, tuple[facts.RequiredSeat, ...]]:
    """The required seats of every network as the rules take them."""
    sitting = Membership.objects.sitting(today)
    held = SeatHolder.objects.filter(membership__in=sitting.values("pk")).values_list("seat", flat=True)
    filled = Counter(held)
    found: dict[int, list[facts.RequiredSeat]] = defaultdict(list)
    for seat in RequiredSeat.objects.select_related("network").order_by("network", "id"):
        rule = catalogue.mandate(seat.network.mandate) if seat.network.mandate else None
        found[seat.network_id].append(
            facts.RequiredSeat(
                role=seat.role,
                wanted=seat.wanted,
                filled=filled[seat.pk],
                from_rule=seat.from_rule,
                looked_at=seat.looked_at,
                regulation=rule.regulation if rule else seat.network.mandated_by,
                year=seat.source_year,
            )
        )
    return {network: tuple(seats) for network, seats in found.items()}


def access_network(position: Position, pk: int, right: Right = Right.SEE) -> Network:
    """The network for somebody with this right; 404 when it is not theirs to see, 403 when not theirs to change."""
    network = get_object_or_404(Network.objects.select_related("challenge", "within", "went_into"), pk=pk)
    if may_on_network(position, network, right):
        return network
    if may_on_network(position, network, Right.SEE):
        raise PermissionDenied
    raise Http404


def left_behind(person: Person, goes_to: Organisation) -> list[Delegate]:
    """Seats this person has, or is to take, for another organisation than the one they go to, by network."""
    seats = Delegate.objects.sitting(timezone.localdate()).filter(person=person)
    others = seats.exclude(membership__organisation=goes_to).select_related(
        "membership__network", "membership__organisation", "person"
    )
    return list(others.order_by("membership__network__name", "pk"))


def may_on_network(position: Position, network: Network, right: Right) -> bool:
    """A right of the role, or of its manager; a guest manages nothing, and sees only where its organisation sits."""
    if right == Right.SEE_OWN_NETWORKS:
        return position.may(right) and networks_of_guest(position).filter(pk=network.pk).exists()
    if right in RIGHTS_ON_OWN_NETWORK and not position.may(right):
        return (
            position.may(Right.SEE) and network.managements.in_current_employment().filter(position=position).exists()
        )
    return position.may(right)


def networks_to_begin_for(position: Position) -> QuerySet[Network]:
    """The networks for which this person may begin something: plan a meeting, make a choice."""
    if position.may(Right.EDIT_REGISTER):
        return Network.objects.current().order_by("name", "pk")
    return networks_of_manager(position).order_by("name", "pk")


def networks_of_guest(position: Position) -> QuerySet[Network]:
    """Networks in which the guest's organisation sits today."""
    seat = GuestSeat.objects.in_current_employment().filter(position=position)
    seats = Membership.objects.sitting(timezone.localdate()).filter(organisation__in=seat.values("organisation"))
    return Network.objects.running(timezone.localdate()).filter(pk__in=seats.values("network"))


def networks_of_manager(position: Position) -> QuerySet[Network]:
    """Networks this person manages."""
    managed = Management.objects.in_current_employment().filter(position=position)
    return Network.objects.running(timezone.localdate()).filter(pk__in=managed.values("network"))


def for_list() -> QuerySet[Any]:
    """Networks with today's number of members, form, goal and age."""
    today = timezone.localdate()
    form = FormPeriod.objects.holding(today).filter(network=OuterRef("pk")).order_by(F("started").desc(nulls_last=True))
    goal = GoalVersion.objects.filter(network=OuterRef("pk")).order_by("-number")
    return Network.objects.annotate(
        member_count=Count("memberships", filter=sitting_q(today, "memberships__"), distinct=True),
        form_now=Subquery(form.values("form")[:1]),
        goal_now=Subquery(goal.values("text")[:1]),
    )


def members_of(network: Network) -> list[Membership]:
    """Members of today with their organisation and delegates, by name: those the findings count."""
    return MEMBERS.of(network)


def members_on(network: Network, day: date) -> list[Membership]:
    """Members of a day with their organisation and delegates, by name; of a day to come, those of today."""
    if day >= timezone.localdate():
        return members_of(network)
    rows = Membership.objects.sitting(day).with_open_action().filter(network=network)
    return list(_with_organisation(rows).prefetch_related(with_persons(day=day)))


def archived_members_of(network: Network) -> list[Membership]:
    """Who still sits there though their organisation is in the archive, by name."""
    return ARCHIVED_MEMBERS.of(network)


def later_members_of(network: Network) -> list[Membership]:
    """Who joins after today, the first to come first."""
    return sorted(LATER_MEMBERS.of(network), key=lambda membership: membership.started or timezone.localdate())


def partners_of(network: Network) -> list[Membership]:
    """Members of today with their organisation alone, by name."""
    found = Membership.objects.sitting(timezone.localdate()).with_open_action().filter(network=network)
    return list(found.select_related("organisation").order_by("organisation__name"))


def _named(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    return _with_organisation(rows).prefetch_related(with_persons())


def _with_organisation(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    return rows.select_related("organisation").order_by("organisation__name")


def former_members_of(network: Network) -> list[Membership]:
    """Memberships that have ended, or ended before they began; latest first."""
    return FORMER_MEMBERS.of(network)


def phase_of(network: Network) -> PhaseStart | None:
    """The phase the network is in today; None when nobody said."""
    today = timezone.localdate()
    return next((each for each in PHASES.of(network) if each.started <= today), None)


def form_of(network: Network) -> FormPeriod | None:
    """The form the network has today."""
    return next(iter(FORM.of(network)), None)


def newest_goal() -> Subquery:
    """The key of the wording that holds now, for a row with a network."""
    return Subquery(GoalVersion.objects.filter(network=OuterRef("network")).order_by("-number").values("pk")[:1])


def goal_of(network: Network) -> GoalVersion | None:
    """The goal as it is worded now."""
    return network.goals.first()


def membership_of(network: Network, pk: int) -> Membership:
    """A membership of this network, or 404."""
    found = Membership.objects.select_related("organisation").prefetch_related("delegates__person")
    return get_object_or_404(found, pk=pk, network=network)


def managers_of(network: Network) -> list[Management]:
    """Colleagues who manage the network and still work here, by name."""
    return MANAGERS.of(network)


def parts_of(network: Network) -> list[Network]:
    """Networks that are a part of this one and have not ended, by name."""
    return PARTS.of(network)


def took_in_of(network: Network) -> list[Network]:
    """Networks that went into this one, by name."""
    return TOOK_IN.of(network)


def guests_of(authority: int) -> list[tuple[Position, GuestSeat | None]]:
    """Guests who work here now, by name, each with the organisation they work for."""
    found = Position.objects.active().filter(authority=authority, role=Role.GUEST).select_related("user")
    seats = {
        seat.position_id: seat for seat in GuestSeat.objects.in_current_employment().select_related("organisation")
    }
    return [(position, seats.get(position.pk)) for position in found.order_by("user__name")]


def network_options() -> list[tuple[str, int]]:
    """Name and key of every network."""
    return list(Network.objects.current().order_by("name").values_list("name", "pk"))


def as_facts(networks: QuerySet[Network], today: date) -> dict[int, facts.Network]:
    """Networks as the rules see them, by name, without what a tool measured. Five queries, however many there are."""
    found = {network.pk: network for network in networks.order_by("name")}
    goals = GoalVersion.objects.filter(network__in=networks).order_by("network", "number")
    texts = dict(goals.values_list("network", "text"))
    periods = FormPeriod.objects.holding(today).filter(network__in=networks).select_related("lead")
    forms = {period.network_id: period for period in periods.order_by("network", "started")}
    members = _members(today, found.keys())
    return {
        network.pk: _as_fact(
            network, texts.get(network.pk, ""), forms.get(network.pk), members.get(network.pk, ()), today
        )
        for network in found.values()
    }


def fact_of(network: Network) -> facts.Network:
    """The same of one network today, from rows that are read with it."""
    read_together([network], FACTS)
    goal = next(iter(GOALS.of(network)), None)
    periods = sorted(FORM.of(network), key=lambda period: (period.started is None, period.started or date.min))
    seats = SEATS.of(network)
    own = {seat.organisation_id for seat in seats if seat.organisation.is_own}
    members = facts.members_with(((seat.organisation_id, seat.action, bool(seat.does)) for seat in seats), own)
    form = periods[-1] if periods else None
    return _as_fact(network, goal.text if goal else "", form, members, timezone.localdate())


def began_at_latest(network: Network, today: date) -> date | None:
    """The last day the start can be: of a start this year, today. None when nothing is known of it."""
    return network.start.at_latest(today) if network.start else None


def age_of(network: Network, today: date) -> int | None:
    """How many months it exists, at least; None when nothing is known of its start, or it has yet to come."""
    began = began_at_latest(network, today)
    return months_between(began, today) if began and began <= today else None


def parties_on(network: Network, day: date) -> int:
    """How many parties sat at the table on this day: the authority with all its own services is one."""
    rows = Membership.objects.sitting(day).filter(network=network).values_list("organisation", "organisation__is_own")
    return len(facts.parties(facts.Member(organisation, own=own) for organisation, own in rows))


def _as_fact(
    network: Network, goal: str, period: FormPeriod | None, members: tuple[facts.Member, ...], today: date
) -> facts.Network:
    start = network.start
    return facts.Network(
        ref=network.pk,
        name=network.name,
        goal=goal,
        themes=tuple(network.themes),
        target_groups=tuple(network.target_groups),
        origin=facts.Origin(network.origin),
        mandated_by=network.mandated_by,
        seats_by_rule=catalogue.mandate(network.mandate).seats_members if network.mandate else None,
        least_meetings=least_meetings_of(network.mandate),
        started=start.at_latest(today) if start else None,
        started_in_part=start is not None and start.precision is not Precision.DAY,
        ended=network.ended,
        form=facts.Form(period.form) if period else None,
        lead=period.lead_id if period else None,
        lead_name=period.lead.name if period and period.lead else "",
        members=members,
        as_of=network.as_of,
        challenge=network.challenge_id,
        within=network.within_id,
        layer=facts.NetworkLayer(network.layer) if network.layer else None,
        mandate=network.mandate,
        meetings_per_year=network.meetings_per_year,
        hours_per_year=network.hours_per_year,
    )


def least_meetings_of(mandate: str) -> facts.LeastMeetings | None:
    """How often a network under this rule has to meet, where a source was seen that says so."""
    rule = catalogue.mandate(mandate) if mandate else None
    if rule is None or rule.meetings_per_year is None or rule.status is not MandateStatus.SEEN:
        return None
    return facts.LeastMeetings(rule.meetings_per_year, rule.regulation, rule.year, rule.contested)


def phases_on(today: date) -> dict[int, facts.Phase]:
    """The phase of every network of which somebody said it."""
    begun = PhaseStart.objects.order_by("network", "started", "id")
    return {each.network_id: facts.Phase(each.phase) for each in begun if each.started <= today}


def with_person_on(today: date) -> dict[int, frozenset[int]]:
    """Partners for whom somebody sits there, by network."""
    memberships = Membership.objects.sitting(today)
    sitting = Delegate.objects.sitting(today).filter(membership__in=memberships.values("pk"))
    found: dict[int, set[int]] = defaultdict(set)
    for network, organisation in sitting.values_list("membership__network", "membership__organisation"):
        found[network].add(organisation)
    return {network: frozenset(organisations) for network, organisations in found.items()}


def _members(today: date, networks: Collection[int]) -> dict[int, tuple[facts.Member, ...]]:
    """Partners of today per network."""
    rows = Membership.objects.sitting(today).with_open_action().order_by("network", "id")
    seats: dict[int, list[tuple[int, str, bool]]] = defaultdict(list)
    own = set()
    for seat in rows.select_related("organisation"):
        if seat.network_id in networks:
            seats[seat.network_id].append((seat.organisation_id, seat.action, bool(seat.does)))
        if seat.organisation.is_own:
            own.add(seat.organisation_id)
    return {network: facts.members_with(found, own) for network, found in seats.items()}


MEMBERS = RowsOfNetworks(
    "members_of_today", lambda: _named(Membership.objects.sitting(timezone.localdate()).with_open_action())
)
SEATS = RowsOfNetworks(
    "seats_of_today",
    lambda: (
        Membership.objects.sitting(timezone.localdate())
        .with_open_action()
        .select_related("organisation")
        .order_by("id")
    ),
)
FORMER_MEMBERS = RowsOfNetworks(
    "former_members",
    lambda: (
        Membership.objects.over(timezone.localdate())
        .select_related("organisation")
        .order_by("-ended", "organisation__name", "id")
    ),
)
ARCHIVED_MEMBERS = RowsOfNetworks(
    "members_in_the_archive",
    lambda: _with_organisation(Membership.objects.sitting_in_the_archive(timezone.localdate())),
)
LATER_MEMBERS = RowsOfNetworks(
    "later_members", lambda: _with_organisation(Membership.objects.yet_to_begin(timezone.localdate()))
)
EVERY_MEMBER = (MEMBERS, LATER_MEMBERS, ARCHIVED_MEMBERS, FORMER_MEMBERS)
FORM = RowsOfNetworks(
    "form_of_today",
    lambda: FormPeriod.objects.holding(timezone.localdate()).select_related("lead"),
)
FORMS = RowsOfNetworks("every_form", lambda: FormPeriod.objects.select_related("lead"))
GOALS = RowsOfNetworks("every_goal", GoalVersion.objects.all)
PHASES = RowsOfNetworks("every_phase", PhaseStart.objects.all)
REQUIRED_SEATS = RowsOfNetworks("every_required_seat", RequiredSeat.objects.all)
PARTS = RowsOfNetworks(
    "parts_of_today", lambda: Network.objects.running(timezone.localdate()).order_by("name"), keys=("within_id",)
)
TOOK_IN = RowsOfNetworks("took_in", lambda: Network.objects.order_by("name"), keys=("went_into_id",))
MANAGERS = RowsOfNetworks(
    "managers_of_today", lambda: Management.objects.in_current_employment().select_related("position__user")
)
FACTS: tuple[RowsOfNetworks[Any], ...] = (SEATS, FORM, GOALS)
"""What the rules take of the register."""
ROWS: tuple[RowsOfNetworks[Any], ...] = (MEMBERS, FORMER_MEMBERS, FORM, FORMS, GOALS, PHASES, MANAGERS, PARTS, TOOK_IN)
"""What a page of a network reads of the register."""
