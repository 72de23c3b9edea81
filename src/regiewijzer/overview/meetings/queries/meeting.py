"""What does the page of one meeting show: its agenda with what may go on it, who comes, and what was agreed?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from enum import StrEnum
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from regiewijzer.foundation.audit.queries import Line, entries_of, lines_of
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.post import Delivery
from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.library import catalogue
from regiewijzer.library.entries import MandateStatus
from regiewijzer.overview.findings.queries import FindingRow, findings_about, rows_of
from regiewijzer.overview.meetings.queries.mails import persons_to_write_to
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import answers, by_finding
from regiewijzer.register.meetings.models import (
    Action,
    AgendaItem,
    Agreement,
    Aim,
    ItemOrigin,
    Meeting,
    MeetingMail,
    MeetingState,
    MinutesDraft,
    Presence,
    Seen,
)
from regiewijzer.register.meetings.queries import (
    ACTIONS,
    MEETINGS,
    last_meeting_of,
    meetings_to_come,
    open_actions_of,
    series_of,
    times_away,
)
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import GOALS, MEMBERS, RowsOfNetworks, members_on, read_together
from regiewijzer.science.limits import Limits
from regiewijzer.tools.insights.public import Insight, personas_of
from regiewijzer.ui.wording import clipped, day

MOST_LINES = 20
MOST_FINDINGS = 2  # two heavy subjects are enough for one meeting; ours
LONGEST_TITLE, LONGEST_NOTE = 200, 300
FEED_BACK_WITHOUT_MEETING = timedelta(days=92)  # a quarter, when a network never met here


class Step(StrEnum):
    """Where a meeting stands."""

    PREPARE = "prepare"
    MEET = "meet"
    MINUTES = "minutes"
    APPROVAL = "approval"


@dataclass(frozen=True, slots=True)
class Proposed:
    """An item that may go on the agenda. `fits`: whether there is time left for it; `key` names it on the page."""

    key: str
    item: AgendaItem
    fits: bool


@dataclass(frozen=True, slots=True)
class Timed:
    """An item with the hour at which its turn comes."""

    item: AgendaItem
    at: time


@dataclass(frozen=True, slots=True)
class Guest:
    """A partner, who comes for it, and whether it was there."""

    membership: Membership
    presence: Presence | None
    away: int

    @property
    def seen(self) -> str:
        return self.presence.seen if self.presence else ""

    @property
    def persons(self) -> str:
        """Who sits there for the partner; who came is named first."""
        return ", ".join(delegate.person.name for delegate in self.membership.delegates.all())


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the mails of one kind."""

    about: str
    waiting: int
    taken: int
    refused: list[MeetingMail]


def _sent(rows: Iterable[MeetingMail]) -> list[Sent]:
    found: dict[str, dict[str, list[MeetingMail]]] = {}
    for row in rows:
        found.setdefault(row.about, {each: [] for each in Delivery})[row.delivery].append(row)
    return [
        Sent(about, len(by[Delivery.WAITING]), len(by[Delivery.SENT]), by[Delivery.FAILED])
        for about, by in sorted(found.items())
    ]


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """Everything the page of one meeting shows."""

    meeting: Meeting
    items: list[Timed]
    proposed: list[Proposed]
    guests: list[Guest]
    to_do: list[Action]
    agreed: list[Action]
    agreements: list[Agreement]
    draft: MinutesDraft | None
    minutes: int
    to_approve: Meeting | None
    lines: list[Line]
    personas: list[Insight]
    post: list[Sent]
    without_address: tuple[str, ...]
    series: list[Meeting]
    series_to_come: int

    @property
    def step(self) -> Step:
        if self.meeting.closed:
            return Step.APPROVAL
        if self.meeting.held_on < timezone.localdate() or self.draft:
            return Step.MINUTES
        return Step.MEET if self.meeting.held_on == timezone.localdate() and self.items else Step.PREPARE

    @property
    def coming(self) -> int:
        return sum(guest.seen in (Seen.PRESENT, Seen.SUBSTITUTE) for guest in self.guests)

    @property
    def unknown(self) -> int:
        """Of how many partners nobody said whether they come or came."""
        return sum(not guest.seen for guest in self.guests)

    @property
    def presence_unknown(self) -> bool:
        """Whether nobody said anything of anyone: then no number may be told."""
        return self.unknown == len(self.guests)

    @property
    def overdue(self) -> list[Action]:
        return [action for action in self.to_do if action.is_overdue(timezone.localdate())]

    @property
    def minutes_to(self) -> str:
        """Who gets the minutes by the rule that asks for the network, where a source was seen that says so."""
        rule = catalogue.mandate(self.meeting.network.mandate) if self.meeting.network.mandate else None
        return str(rule.minutes_to) if rule and rule.minutes_to and rule.status is MandateStatus.SEEN else ""

    @property
    def answer_due(self) -> str:
        """What the rule says of answering an advice, under the same condition."""
        rule = catalogue.mandate(self.meeting.network.mandate) if self.meeting.network.mandate else None
        return str(rule.answer) if rule and rule.answer and rule.status is MandateStatus.SEEN else ""

    @property
    def mails_wait(self) -> bool:
        return any(each.waiting for each in self.post)

    @property
    def past(self) -> bool:
        return self.meeting.held_on <= timezone.localdate()

    @property
    def cancelled(self) -> bool:
        return self.meeting.is_cancelled


def page_of(meeting: Meeting, authority: Authority, more: tuple[RowsOfNetworks[Any], ...] = ()) -> MeetingPage:
    """The page of a meeting, in a few questions whatever its size; `more` of its network is read along."""
    network = meeting.network
    read_together([network], (MEMBERS, MEETINGS, ACTIONS, GOALS, *more))
    items, agreements, presences, drafts, found, answering, decided, entries, personas, mailed = read_at_once(
        [
            Select.of(meeting.items.all()),
            Select.of(meeting.agreements.all()),
            Select.of(Presence.objects.filter(meeting__network=network)),
            Select.of(MinutesDraft.objects.filter(meeting=meeting).select_related("written_by__user")),
            Select.of(findings_about(Network.KIND, network.pk)),
            Select.of(answers()),
            Select.of(Decision.objects.current().about(Network.KIND, network.pk).order_by("decided_on")),
            Select.of(entries_of(Meeting.KIND, meeting.pk, MOST_LINES)),
            Select.of(personas_of(network)),
            Select.of(MeetingMail.objects.filter(meeting=meeting).select_related("person")),
        ]
    )
    members, last = members_on(network, meeting.held_on), last_meeting_of(network, meeting.held_on)
    seen = {each.organisation_id: each for each in presences if each.meeting_id == meeting.pk}
    away = times_away(network, presences, [each.organisation_id for each in members], meeting.held_on)
    known = _Known(
        meeting=meeting,
        last=last,
        to_do=open_actions_of(network),
        goal=next((each.text for each in GOALS.of(network)), ""),
        findings=[row for row in rows_of(found, by_finding(answering)) if row.answer is None],
        decisions=decided,
        limits=limits_of(authority),
    )
    open_now = meeting.state == MeetingState.PLANNED
    return MeetingPage(
        meeting=meeting,
        items=list(_timed(meeting, items)),
        proposed=_proposed_for(known, items) if open_now else [],
        guests=[Guest(each, seen.get(each.organisation_id), away.get(each.organisation_id, 0)) for each in members],
        to_do=known.to_do,
        agreed=[each for each in ACTIONS.of(network) if each.meeting_id == meeting.pk],
        agreements=agreements,
        draft=next(iter(drafts), None),
        minutes=sum(item.minutes for item in items),
        to_approve=_waiting(last),
        lines=lines_of(entries),
        personas=personas,
        post=(post := _sent(mailed)),
        without_address=persons_to_write_to(network)[1] if post else (),
        series=series_of(meeting),
        series_to_come=len(meetings_to_come(meeting)),
    )


@dataclass(frozen=True, slots=True)
class _Known:
    """What a proposed agenda is made from."""

    meeting: Meeting
    last: Meeting | None
    to_do: list[Action]
    goal: str
    findings: list[FindingRow]
    decisions: list[Decision]
    limits: Limits


def _waiting(last: Meeting | None) -> Meeting | None:
    """The meeting before, when its minutes are settled and not approved."""
    return last if last and last.closed and not last.approved_on else None


def _timed(meeting: Meeting, items: Sequence[AgendaItem]) -> Iterator[Timed]:
    at = datetime.combine(meeting.held_on, meeting.starts)
    for item in items:
        yield Timed(item, at.time())
        at += timedelta(minutes=item.minutes)


def _proposed_for(known: _Known, taken: Sequence[AgendaItem]) -> list[Proposed]:
    """What may go on the agenda: the last minutes, actions, whom it is for, the heaviest findings, what to feed back.

    Without what is on it already, in the order of a meeting. What no longer fits in the time says so.
    """
    there = {item.title for item in taken}
    found = [each for each in _proposals(known) if each[1].title not in there]
    left = known.meeting.length - sum(item.minutes for item in taken)
    closing = sum(item.minutes for key, item in found if key == "closing")
    proposed = []
    for key, item in found:
        fits = key == "closing" or item.minutes <= left - closing
        left -= item.minutes if fits and key != "closing" else 0
        proposed.append(Proposed(key, item, fits))
    return proposed


def _proposals(known: _Known) -> Iterator[tuple[str, AgendaItem]]:
    today = timezone.localdate()
    if waits := _waiting(known.last):
        title = _("Approve the minutes of %(day)s") % {"day": day(waits.held_on)}
        yield "minutes", _item(title, Aim.DECIDE, 5, ItemOrigin.FIXED)
    if known.to_do:
        late = [action for action in known.to_do if action.is_overdue(today)]
        numbers = {"late": len(late), "running": len(known.to_do) - len(late)}
        title = _("Actions: %(late)s overdue, %(running)s running") % numbers
        note = "; ".join(action.name for action in (late or known.to_do)[:3])
        yield "actions", _item(title, Aim.INFORM, 10, ItemOrigin.ACTION, note)
    if known.goal:
        yield "goal", _item(_("Whom do we do this for?"), Aim.INFORM, 10, ItemOrigin.FIXED, known.goal)
    for row in known.findings[:MOST_FINDINGS]:
        sentence = row.stored.text(known.limits).sentence.plain
        yield f"finding-{row.stored.pk}", _item(sentence, Aim.ADVISE, 20, ItemOrigin.FINDING)
    since = known.last.held_on if known.last else today - FEED_BACK_WITHOUT_MEETING
    for decision in known.decisions:
        if decision.decided_on >= since:
            title = _("Feed back: %(decision)s") % {"decision": decision.name or decision.reason}
            note = _("decided on %(day)s") % {"day": day(decision.decided_on)}
            yield f"decision-{decision.pk}", _item(title, Aim.INFORM, 5, ItemOrigin.DECISION, note)
    yield "closing", _item(_("Any other business and the next date"), Aim.INFORM, 5, ItemOrigin.FIXED)


def _item(title: str, aim: Aim, minutes: int, origin: ItemOrigin, note: str = "") -> AgendaItem:
    return AgendaItem(
        title=clipped(title, LONGEST_TITLE), aim=aim, minutes=minutes, origin=origin, note=clipped(note, LONGEST_NOTE)
    )
