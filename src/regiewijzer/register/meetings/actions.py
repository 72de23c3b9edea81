"""Planning meetings, settling agendas and minutes, and doing what was agreed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.links import hash_of, new_code
from regiewijzer.foundation.rights import Right, Role
from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.meetings.models import (
    Action,
    ActionLink,
    AgendaItem,
    Agreement,
    CalendarFeed,
    MailAbout,
    Meeting,
    MeetingMail,
    MeetingState,
    MinutesDraft,
    Presence,
    Seen,
)
from regiewijzer.register.meetings.queries import meetings_to_come, position_of
from regiewijzer.register.meetings.wording import name_of_meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records import actions as records
from regiewijzer.science.facts import ActionState

SHOWN_IN_INVITATION = ("held_on", "starts", "ends", "place", "link", "state", "name")


class WrittenMeanwhile(Exception):
    """Somebody else kept the minutes after they were read: nothing was saved. `draft` is what stands there now."""

    def __init__(self, draft: MinutesDraft) -> None:
        super().__init__()
        self.draft = draft


class AlreadyClosed(Exception):
    """The minutes were closed before: nothing was saved."""


@dataclass(frozen=True, slots=True)
class ToDo:
    """An action as somebody ticked it below minutes."""

    words: str
    due: date | None = None
    done: bool = False
    organisation: Organisation | None = None
    person: Person | None = None
    colleague: int | None = None
    note: str = ""


def plan_meeting(*, meeting: Meeting, actor: Actor) -> Meeting:
    """A new meeting, by whoever may change its network. PermissionDenied or 404 for anybody else."""
    access_network(position_of(actor.position_id), meeting.network_id, Right.EDIT_REGISTER)
    return records.create(meeting, actor=actor)


def change_meeting(*, meeting: Meeting, actor: Actor, seen_version: int) -> Meeting:
    """Change a meeting; what an invitation shows makes it the next invitation."""
    access_network(position_of(actor.position_id), meeting.network_id, Right.EDIT_REGISTER)
    stored = Meeting.objects.get(pk=meeting.pk)
    if any(getattr(stored, name) != getattr(meeting, name) for name in SHOWN_IN_INVITATION):
        meeting.sequence = stored.sequence + 1
    return records.change(meeting, actor=actor, seen_version=seen_version)


@dataclass(frozen=True, slots=True)
class Series:
    """What the meetings of a series have in common; `words` say how they come back."""

    network: Network
    starts: time
    ends: time
    words: str
    place: str = ""
    link: str = ""


@transaction.atomic
def plan_series(*, series: Series, days: Iterable[date], actor: Actor) -> list[Meeting]:
    """A meeting on each of these days, each on its own from now on. PermissionDenied or 404 as for one meeting."""
    network = series.network
    meetings = [
        Meeting(
            name=name_of_meeting(network.name, day),
            network=network,
            held_on=day,
            starts=series.starts,
            ends=series.ends,
            place=series.place,
            link=series.link,
            series=series.words,
        )
        for day in days
    ]
    return [plan_meeting(meeting=meeting, actor=actor) for meeting in meetings]


@transaction.atomic
def take_back_series(*, meeting: Meeting, actor: Actor) -> tuple[int, int]:
    """Take back what is still to come of the series of a meeting. Returns how many went to the archive, and how many
    were cancelled: those people were invited to, so that their calendars strike them.
    """
    access_network(position_of(actor.position_id), meeting.network_id, Right.EDIT_REGISTER)
    to_come = meetings_to_come(meeting) if meeting.series else []
    mailed = MeetingMail.objects.filter(meeting__in=to_come, about=MailAbout.INVITATION)
    invited = set(mailed.values_list("meeting", flat=True))
    for each in to_come:
        if each.pk in invited:
            each.state = MeetingState.CANCELLED
            change_meeting(meeting=each, actor=actor, seen_version=each.version)
        else:
            records.archive(each, actor=actor)
    return len(to_come) - len(invited), len(invited)


def add_action(*, action: Action, actor: Actor) -> Action:
    """A new action, by whoever may change its network; one without a network by whoever changes the register."""
    _may_act(action, actor)
    return records.create(_dated(action), actor=actor)


def follow_up(*, decision: Decision, actor: Actor) -> Action | None:
    """What a decision asks somebody to do, as an action of theirs; None for one that asks nothing of anybody.

    The one who does it is the colleague with that name, where there is one; any other name stands in the note.
    """
    if decision.answer != Answer.ACT or not (decision.responsible or decision.due):
        return None
    colleague = _colleague_called(decision.responsible, actor.authority_id)
    action = Action(
        name=decision.name,
        network=decision.network,
        colleague=colleague,
        due=decision.due,
        decision=decision,
        note="" if colleague else decision.responsible,
    )
    return records.create(action, actor=actor)


def _colleague_called(name: str, authority: int) -> Position | None:
    """The only one who works here under this name."""
    found = Position.objects.active().filter(authority=authority, user__name__iexact=name.strip())
    called = list(found.exclude(role=Role.GUEST)[:2])
    return called[0] if len(called) == 1 else None


def change_action(*, action: Action, actor: Actor, seen_version: int) -> Action:
    """Change an action; one that becomes done is done today unless somebody says otherwise."""
    return records.change(_dated(action), actor=actor, seen_version=seen_version)


@transaction.atomic
def tick(*, action: Action, done: bool, actor: Actor) -> bool:
    """Say that an action is done, or not after all. False when it stood so already: twice is once."""
    found = Action.objects.select_for_update().get(pk=action.pk)
    state = ActionState.DONE if done else ActionState.OPEN
    if found.state == state:
        return False
    before = found.facts()
    found.state = state
    _dated(found)
    found.version += 1
    found.save()
    changes = audit.differences(before, found.facts())
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Action.KIND, pk=found.pk, changes=changes)
    return True


def _dated(action: Action) -> Action:
    if action.state == ActionState.DONE:
        action.done_on = action.done_on or timezone.localdate()
    else:
        action.done_on = None
    return action


def _may_act(action: Action, actor: Actor) -> None:
    position = position_of(actor.position_id)
    if action.network_id is not None:
        access_network(position, action.network_id, Right.EDIT_REGISTER)


@transaction.atomic
def take_over(*, meeting: Meeting, items: Sequence[AgendaItem], actor: Actor) -> None:
    """Put items at the end of the agenda."""
    last = meeting.items.aggregate(last=Max("place"))["last"] or 0
    for place, item in enumerate(items, last + 1):
        item.authority_id, item.meeting, item.place = actor.authority_id, meeting, place
    AgendaItem.objects.bulk_create(items)
    _note(actor, meeting, agenda=[None, [item.title for item in items]])


@transaction.atomic
def change_item(*, item: AgendaItem, actor: Actor) -> None:
    """Keep another title, aim, length or speaker."""
    before = AgendaItem.objects.get(pk=item.pk).facts()
    item.save()
    if changes := audit.differences(before, item.facts()):
        _note(actor, item.meeting, agenda=[before["title"], item.title], **changes)


@transaction.atomic
def move_item(*, item: AgendaItem, up: bool, actor: Actor) -> None:
    """Swap an item with its neighbour; the first stays first and the last stays last."""
    items = list(AgendaItem.objects.select_for_update().filter(meeting=item.meeting_id))
    at = [each.pk for each in items].index(item.pk)
    to = max(0, at - 1) if up else min(len(items) - 1, at + 1)
    items[at], items[to] = items[to], items[at]
    for place, each in enumerate(items, 1):
        each.place = place
    AgendaItem.objects.bulk_update(items, ["place"])
    _note(actor, item.meeting, agenda=[None, [each.title for each in items]])


@transaction.atomic
def remove_item(*, item: AgendaItem, actor: Actor) -> None:
    """Take an item off the agenda."""
    meeting, title = item.meeting, item.title
    item.delete()
    _note(actor, meeting, agenda=[title, None])


@transaction.atomic
def note_presence(*, meeting: Meeting, seen: dict[int, tuple[str, int | None]], actor: Actor) -> None:
    """Who was there: state and person, by the key of the partner; an empty state says that nobody knows."""
    before = {each.organisation_id: each.seen for each in meeting.presences.all()}
    Presence.objects.filter(meeting=meeting, organisation__in=seen).delete()
    Presence.objects.bulk_create(
        Presence(
            authority_id=actor.authority_id,
            meeting=meeting,
            organisation_id=organisation,
            seen=state,
            person_id=person if state in (Seen.PRESENT, Seen.SUBSTITUTE) else None,
        )
        for organisation, (state, person) in seen.items()
        if state
    )
    changed = [pk for pk, (state, _person) in seen.items() if before.get(pk, "") != state]
    if changed:
        _note(actor, meeting, presence=[None, len(changed)])


@transaction.atomic
def keep_draft(*, meeting: Meeting, text: str, seen_version: int, actor: Actor) -> MinutesDraft:
    """Keep minutes that are being written. WrittenMeanwhile when somebody else kept them after they were read."""
    if meeting.closed:
        raise AlreadyClosed
    MinutesDraft.objects.get_or_create(authority_id=actor.authority_id, meeting=meeting)
    draft = MinutesDraft.objects.select_for_update(of=("self",)).select_related("written_by__user").get(meeting=meeting)
    if draft.version != seen_version and draft.text != text:
        raise WrittenMeanwhile(draft)
    draft.text, draft.version = text, draft.version + 1
    draft.written_by_id, draft.written_at = actor.position_id, timezone.now()
    draft.save()
    return draft


@transaction.atomic
def close_minutes(
    *, meeting: Meeting, text: str, to_do: Iterable[ToDo], agreements: Iterable[str], actor: Actor
) -> list[Action]:
    """Settle the minutes, with the actions and agreements that somebody ticked. AlreadyClosed when they were."""
    found = Meeting.objects.select_for_update(of=("self",)).select_related("network").get(pk=meeting.pk)
    if found.closed:
        raise AlreadyClosed
    found.minutes, found.state = text, MeetingState.HELD
    records.change(found, actor=actor, seen_version=found.version)
    made = [_agreed(each, found, actor) for each in to_do]
    kept = Agreement.objects.bulk_create(
        Agreement(authority_id=actor.authority_id, meeting=found, text=sentence) for sentence in agreements
    )
    if kept:
        _note(actor, found, agreement=[None, [each.text for each in kept]])
    MinutesDraft.objects.filter(meeting=found).delete()
    return made


def _agreed(to_do: ToDo, meeting: Meeting, actor: Actor) -> Action:
    action = Action(
        name=to_do.words,
        network=meeting.network,
        meeting=meeting,
        organisation=to_do.organisation,
        person=to_do.person,
        colleague_id=to_do.colleague,
        due=to_do.due,
        state=ActionState.DONE if to_do.done else ActionState.OPEN,
        note=to_do.note,
    )
    return records.create(_dated(action), actor=actor)


def approve(*, meeting: Meeting, day: date, actor: Actor) -> Meeting:
    """The members approved the minutes on this day."""
    meeting.approved_on = day
    return records.change(meeting, actor=actor, seen_version=meeting.version)


@transaction.atomic
def make_feed(*, position: Position, network: Network | None, actor: Actor) -> str:
    """A calendar to subscribe to; the one before, of the same, works no more. Returns its code: it is shown once."""
    CalendarFeed.objects.filter(position=position, network=network).delete()
    code = new_code()
    CalendarFeed.objects.create(
        authority_id=actor.authority_id, position=position, network=network, code_hash=hash_of(code)
    )
    audit.record(actor=actor, verb=Verb.CREATED, kind="calendar", pk=network.pk if network else None)
    return code


@transaction.atomic
def revoke_feed(*, feed: CalendarFeed, actor: Actor) -> None:
    """The calendar works no more, from the next time it is read."""
    network = feed.network_id
    feed.delete()
    audit.record(actor=actor, verb=Verb.REMOVED, kind="calendar", pk=network)


@transaction.atomic
def make_link(*, network: Network, person: Person, expires_on: date, actor: Actor) -> str:
    """A personal link to the actions of one person in one network; the one before works no more. Returns its code."""
    ActionLink.objects.filter(network=network, person=person).delete()
    code = new_code()
    ActionLink.objects.create(
        authority_id=actor.authority_id,
        network=network,
        person=person,
        code_hash=hash_of(code),
        expires_on=expires_on,
        made_by_id=actor.position_id,
    )
    changes: audit.Changes = {"action_link": [None, str(expires_on)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network.pk, changes=changes)
    return code


@transaction.atomic
def end_link(*, link: ActionLink, actor: Actor) -> None:
    """The link opens nothing any more."""
    changes: audit.Changes = {"action_link": [str(link.expires_on), None]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=link.network_id, changes=changes)
    link.delete()


def forget_expired_links(today: date) -> int:
    """Throw away links that open nothing any more. Returns how many."""
    return ActionLink.objects.expired(today).delete()[0]


def _note(actor: Actor, meeting: Meeting, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Meeting.KIND, pk=meeting.pk, changes=changes)
