"""Reading meetings and actions, and deciding who may change them."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import date, timedelta

from django.core.exceptions import PermissionDenied
from django.db.models import Case, Count, Q, QuerySet, When
from django.shortcuts import get_object_or_404
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.links import hash_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.meetings.models import (
    Action,
    ActionLink,
    CalendarFeed,
    Meeting,
    MeetingState,
    Presence,
    Seen,
)
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import (
    RowsOfNetworks,
    access_network,
    may_on_network,
    networks_of_manager,
)
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science import facts
from regiewijzer.science.facts import ActionState
from regiewijzer.science.rules.meetings import away_in_a_row

MOST_LOOKED_BACK = 10  # meetings, to count how often in a row somebody was away
KEPT_IN_FEED = timedelta(days=365)  # what was longer ago is in the list of meetings
SHOWN_AFTER_DONE = timedelta(days=42)  # a tick is seen for some weeks, so that it can be taken back


def meetings_for_list(today: date) -> QuerySet[Meeting]:
    """Meetings with their network, how many actions came of them, and the day of those to come; None of those past."""
    return Meeting.objects.select_related("network").annotate(
        action_count=Count("actions", distinct=True),
        comes_on=Case(When(held_on__gte=today, then="held_on")),
    )


def actions_for_list() -> QuerySet[Action]:
    """Actions with whoever does them and where they were agreed."""
    return Action.objects.select_related("network", "organisation", "person", "colleague__user", "meeting", "decision")


def meeting_of(pk: int) -> Meeting:
    """The meeting, or 404: not there and not yours are the same."""
    return get_object_or_404(Meeting.objects.select_related("network"), pk=pk)


def action_of(pk: int) -> Action:
    """The action, or 404."""
    return get_object_or_404(actions_for_list(), pk=pk)


def meeting_to_change(position: Position, pk: int) -> Meeting:
    """The meeting for who manages its network or changes any; 403 for everybody else."""
    if not position.may(Right.SEE):
        raise PermissionDenied
    found = meeting_of(pk)
    access_network(position, found.network_id, Right.EDIT_REGISTER)
    return found


def action_to_change(position: Position, pk: int) -> Action:
    """The action for who manages its network, whose it is, or who changes any; 403 for everybody else."""
    if not position.may(Right.SEE):
        raise PermissionDenied
    found = action_of(pk)
    if not may_change_action(position, found):
        raise PermissionDenied
    return found


def may_change_action(position: Position, action: Action) -> bool:
    """Own actions too: who does it knows when it is done."""
    if action.colleague_id == position.pk or position.may(Right.EDIT_REGISTER):
        return True
    return action.network is not None and may_on_network(position, action.network, Right.EDIT_REGISTER)


def may_change_meeting(position: Position, meeting: Meeting) -> bool:
    return may_on_network(position, meeting.network, Right.EDIT_REGISTER)


def next_meeting_of(network: Network) -> Meeting | None:
    """The first meeting to come."""
    today = timezone.localdate()
    return min(
        (each for each in MEETINGS.of(network) if each.state == MeetingState.PLANNED and each.held_on >= today),
        key=lambda each: (each.held_on, each.starts),
        default=None,
    )


def series_of(meeting: Meeting) -> list[Meeting]:
    """The meetings of its network that were planned at once with it, the first first; none when it stands alone."""
    rows = MEETINGS.of(meeting.network) if meeting.series else []
    return sorted(
        (each for each in rows if each.series == meeting.series), key=lambda each: (each.held_on, each.starts, each.pk)
    )


def meetings_to_come(meeting: Meeting) -> list[Meeting]:
    """Those of its series that are planned for today or later."""
    today = timezone.localdate()
    return [each for each in series_of(meeting) if each.state == MeetingState.PLANNED and each.held_on >= today]


def days_taken(network: Network) -> set[date]:
    """The days on which the network meets already."""
    return {each.held_on for each in MEETINGS.of(network) if each.state != MeetingState.CANCELLED}


def meetings_of(network: Network) -> list[Meeting]:
    """Every meeting, the newest first."""
    return MEETINGS.of(network)


def last_meeting_of(network: Network, before: date) -> Meeting | None:
    """The last that was held before this day."""
    return next(iter(_held_before(network, before)), None)


def _held_before(network: Network, day: date) -> list[Meeting]:
    """Meetings that were held before this day, the newest first."""
    return [each for each in MEETINGS.of(network) if each.state == MeetingState.HELD and each.held_on < day]


def open_actions_of(network: Network) -> list[Action]:
    """What is still to do, the first due first."""
    return [each for each in ACTIONS.of(network) if each.state == ActionState.OPEN]


def times_away(
    network: Network, rows: Sequence[Presence], organisations: Collection[int], before: date
) -> dict[int, int]:
    """How many of the last meetings in a row each of these partners was away from, by its key.

    rows: presences at the meetings of the network.
    """
    held = [each.pk for each in _held_before(network, before)[:MOST_LOOKED_BACK]]
    seen = {(row.meeting_id, row.organisation_id): row.seen for row in rows}
    times = {
        organisation: away_in_a_row(_was_there(seen.get((meeting, organisation))) for meeting in held)
        for organisation in organisations
    }
    return {organisation: count for organisation, count in times.items() if count}


def _was_there(seen: str | None) -> bool | None:
    """None where nobody wrote it down."""
    return seen in (Seen.PRESENT, Seen.SUBSTITUTE) if seen else None


def feed_with(code: str) -> CalendarFeed | None:
    """The feed with this code, when its owner still works here; the network too, when it is of one."""
    found = CalendarFeed.objects.select_related("position__user", "network").filter(code_hash=hash_of(code)).first()
    if found is None or not Position.objects.active().filter(pk=found.position_id).exists():
        return None
    return found


def networks_in(feed: CalendarFeed) -> QuerySet[Network]:
    """The networks a feed tells of: what its owner may see today, and of who manages networks only those."""
    networks = Network.objects.all()
    if feed.network is not None:
        allowed = may_on_network(feed.position, feed.network, Right.SEE)
        return networks.filter(pk=feed.network.pk) if allowed else networks.none()
    if not feed.position.may(Right.SEE):
        return networks.none()
    own = networks_of_manager(feed.position)
    return own if own.exists() else networks


def meetings_in(networks: QuerySet[Network]) -> list[Meeting]:
    """What a feed shows; cancelled ones too, so that a calendar strikes them."""
    rows = Meeting.objects.current().filter(held_on__gte=timezone.localdate() - KEPT_IN_FEED)
    rows = rows.filter(network__in=networks.values("pk"))
    return list(rows.select_related("network").prefetch_related("items").order_by("held_on", "starts"))


def feeds_of(position: Position) -> list[CalendarFeed]:
    return list(CalendarFeed.objects.filter(position=position).select_related("network"))


def link_with(code: str) -> ActionLink | None:
    """The personal link with this code, while it is valid."""
    found = ActionLink.objects.select_related("network", "person__organisation", "made_by__user")
    return found.behind(code).first()


def actions_behind(link: ActionLink) -> list[Action]:
    """The actions of one person in one network: what is open first, then what was done lately."""
    since = timezone.localdate() - SHOWN_AFTER_DONE
    rows = Action.objects.current().filter(network=link.network_id, person=link.person_id).select_related("meeting")
    found = rows.exclude(state=ActionState.DROPPED).exclude(state=ActionState.DONE, done_on__lt=since)
    return sorted(found, key=lambda each: (each.state == ActionState.DONE, each.due or date.max, each.pk))


def meetings_as_facts() -> dict[int, tuple[facts.Meeting, ...]]:
    """Every meeting that was not cancelled, from old to new, by network, with who was there and what came of it."""
    there: dict[int, dict[facts.Ref, bool]] = defaultdict(dict)
    for meeting, organisation, seen in Presence.objects.values_list("meeting", "organisation", "seen"):
        there[meeting][organisation] = bool(_was_there(seen))
    found: dict[int, list[facts.Meeting]] = defaultdict(list)
    rows = Meeting.objects.current().exclude(state=MeetingState.CANCELLED).order_by("held_on", "starts", "pk")
    settled = Q(state=MeetingState.HELD) & ~Q(minutes="")
    counted = rows.annotate(agreed=Case(When(settled, then=Count("actions"))))
    for pk, network, held_on, state, agreed in counted.values_list("pk", "network", "held_on", "state", "agreed"):
        found[network].append(facts.Meeting(held_on, state == MeetingState.HELD, there.get(pk, {}), agreed))
    return {network: tuple(meetings) for network, meetings in found.items()}


def open_actions_as_facts(today: date) -> dict[int | None, tuple[facts.OpenAction, ...]]:
    """What is still to do, by network; None for what belongs to no network.

    A person is told of by the partner it works for: what rules find is kept, and a name can be erased.
    """
    seats = set(Membership.objects.sitting(today).values_list("network", "organisation"))
    found: dict[int | None, list[facts.OpenAction]] = defaultdict(list)
    rows = Action.objects.open().select_related("organisation", "person__organisation", "colleague__user")
    for action in rows.order_by("pk"):
        found[action.network_id].append(
            facts.OpenAction(action.pk, action.name, _told_as(action), action.due, _left(action, seats))
        )
    return {network: tuple(actions) for network, actions in found.items()}


def _partner_of(action: Action) -> Organisation | None:
    return action.organisation or (action.person.organisation if action.person else None)


def _told_as(action: Action) -> str:
    owner = action.colleague or _partner_of(action)
    return str(owner) if owner else ""


def _left(action: Action, seats: Collection[tuple[int, int]]) -> bool:
    """Whether its owner no longer works here, is in the archive, or is no member any more."""
    if action.colleague is not None:
        return action.colleague.ended_at is not None or not action.colleague.user.is_active
    if action.person is not None and action.person.archived:
        return True
    partner = _partner_of(action)
    if partner is None:
        return False
    return partner.archived or (action.network_id is not None and (action.network_id, partner.pk) not in seats)


def position_of(pk: int | None) -> Position:
    """Who does something. PermissionDenied for the program itself."""
    found = Position.objects.filter(pk=pk).first() if pk else None
    if found is None:
        raise PermissionDenied
    return found


MEETINGS = RowsOfNetworks("meetings_of_network", Meeting.objects.current)
ACTIONS = RowsOfNetworks(
    "actions_of_network",
    lambda: (
        Action.objects.current()
        .exclude(state=ActionState.DROPPED)
        .select_related("organisation", "person", "colleague__user")
    ),
)
ROWS = (MEETINGS, ACTIONS)
"""What a page of a network reads of meetings."""
