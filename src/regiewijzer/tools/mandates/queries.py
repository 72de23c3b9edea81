"""Who may see a mandate, what each seat of a network may promise, and what is worth a word about it?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.http import Http404
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.networks.models import Delegate, GuestSeat, Membership, Network
from regiewijzer.register.networks.queries import may_on_network, with_persons
from regiewijzer.science.mandates import Decides, Said, Seat, remarks
from regiewijzer.tools.mandates.models import Card, Promise


@dataclass(frozen=True, slots=True)
class SeatRow:
    """One seat as a list shows it. `said` are the remarks about it."""

    membership: Membership
    card: Card | None
    promises: tuple[Promise, ...]
    said: tuple[Said, ...]

    @property
    def name(self) -> str:
        return self.membership.organisation.name

    @property
    def persons(self) -> str:
        return ", ".join(seat.person.name for seat in self.membership.delegates.all())

    @property
    def overruled(self) -> int:
        return sum(promise.overruled_on is not None for promise in self.promises)


@dataclass(frozen=True, slots=True)
class Table:
    """The seats a reader may see; `said` is about the whole table, and only for who sees all of it."""

    rows: tuple[SeatRow, ...]
    said: tuple[Said, ...]
    whole: bool

    @property
    def without_card(self) -> int:
        return sum(row.card is None or row.card.empty for row in self.rows)


def seats_of(position: Position, network: Network) -> QuerySet[Membership]:
    """The seats of today in a network whose mandate this person may see; 404 when there is none.

    All of them for the coordinator and the manager of the network; own ones for whoever sits there, and those of their
    organisation for a guest.
    """
    found = _own_seats(position, network)
    if not sees_all(position, network) and not found.exists():
        raise Http404
    return found


def seat_of(position: Position, network: Network, membership: int) -> Membership:
    """One of them, or 404: not there and not yours are the same."""
    found = _read(_own_seats(position, network)).filter(pk=membership).first()
    if found is None:
        raise Http404
    return found


def own_seats(position: Position) -> list[Membership]:
    """The seats of somebody who is a delegate or a guest, in every running network, by network."""
    today = timezone.localdate()
    mine = Membership.objects.sitting(today).in_running_networks(today)
    found = _of_position(position, mine).select_related("network", "organisation", "mandate")
    return list(found.order_by("network__name", "organisation__name"))


def sees_all(position: Position, network: Network) -> bool:
    """Whether somebody sees every mandate of this network: its manager, and the coordinator."""
    return may_on_network(position, network, Right.SEE_MANDATES)


def _own_seats(position: Position, network: Network) -> QuerySet[Membership]:
    today = timezone.localdate()
    sitting = Membership.objects.sitting(today).filter(network=network)
    return sitting if sees_all(position, network) else _of_position(position, sitting.in_running_networks(today))


def _of_position(position: Position, seats: QuerySet[Membership]) -> QuerySet[Membership]:
    """Where this person sits as a delegate; for a guest where its organisation does."""
    guest = GuestSeat.objects.in_current_employment().filter(position=position)
    if position.may(Right.SEE_OWN_NETWORKS):
        return seats.filter(organisation__in=guest.values("organisation"))
    if not position.may(Right.SEE):
        return seats.none()
    sitting = Delegate.objects.sitting(timezone.localdate()).filter(person__colleague=position)
    # asked apart: in one query the database, which knows little after an import, looks at every seat for each seat
    return seats.filter(pk__in=list(sitting.values_list("membership", flat=True)))


def _read(seats: QuerySet[Membership]) -> QuerySet[Membership]:
    found = seats.select_related("network", "organisation", "mandate").order_by("organisation__name")
    return found.prefetch_related(with_persons(), "promises")


def table_of(position: Position, network: Network) -> Table:
    """Every seat this person may see, with what is worth a word. A fixed number of queries."""
    today, whole = timezone.localdate(), sees_all(position, network)
    memberships = list(_read(seats_of(position, network)))
    held = list(
        Meeting.objects.filter(network=network, archived_at=None, held_on__lte=today).values_list("held_on", flat=True)
    )
    began = _began(memberships)
    seats = [_seat(each, held, began.get(each.pk, ())) for each in memberships]
    said = remarks(seats, today)
    rows = tuple(
        SeatRow(
            membership=each,
            card=card_of(each),
            promises=tuple(each.promises.all()),
            said=tuple(one for one in said if one.partner == each.organisation.name),
        )
        for each in memberships
    )
    return Table(rows, tuple(one for one in said if not one.partner) if whole else (), whole)


def to_feed_back(position: Position, network: Network) -> list[Promise] | None:
    """What was promised at this table and not fed back yet, the oldest first; None for who may not see all mandates."""
    if not sees_all(position, network):
        return None
    sitting = Membership.objects.sitting(timezone.localdate()).filter(network=network)
    found = Promise.objects.filter(membership__in=sitting, fed_back_on=None).order_by("promised_on", "id")
    return list(found.select_related("membership__organisation"))


def card_of(membership: Membership) -> Card | None:
    """The card of a seat that was read with it; None when there is none."""
    return getattr(membership, "mandate", None)


def _began(memberships: Sequence[Membership]) -> dict[int, tuple[date, ...]]:
    """The days on which persons took each seat, of those who sit there and those who did."""
    found: dict[int, tuple[date, ...]] = {}
    rows = Delegate.objects.filter(membership__in=memberships, substitute=False).exclude(started=None)
    for seat in rows:
        if seat.started:
            found[seat.membership_id] = (*found.get(seat.membership_id, ()), seat.started)
    return found


def _seat(membership: Membership, held: Sequence[date], began: tuple[date, ...]) -> Seat:
    card, promises = card_of(membership), list(membership.promises.all())
    sitting = list(membership.delegates.all())
    since = max([each.fed_back_on for each in promises if each.fed_back_on], default=None)
    since = since or (card.agreed_on if card else None)
    return Seat(
        partner=membership.organisation.name,
        seated=bool(sitting),
        card=card is not None and not card.empty,
        decides=Decides(card.decides) if card and card.decides else None,
        critical=any(each.critical_voice for each in sitting),
        meetings_since=sum(day > since for day in held) if since else None,
        every=card.every_meetings if card else None,
        overruled=tuple(each.overruled_on for each in promises if each.overruled_on),
        began=began,
    )
