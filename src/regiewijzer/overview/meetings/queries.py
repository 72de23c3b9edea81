"""What goes on the agenda, who comes, and what do pasted minutes propose?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.audit.queries import Line, entries_of, lines_of
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.foundation.rights import Role
from regiewijzer.library import catalogue
from regiewijzer.library.entries import MandateStatus
from regiewijzer.overview.findings.queries import FindingRow, findings_about, rows_of
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import answers, by_finding
from regiewijzer.register.meetings.models import (
    Action,
    AgendaItem,
    Agreement,
    Aim,
    ItemOrigin,
    Meeting,
    MeetingState,
    MinutesDraft,
    Presence,
    Seen,
)
from regiewijzer.register.meetings.queries import (
    ACTIONS,
    MEETINGS,
    last_meeting_of,
    open_actions_of,
    times_away,
)
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import GOALS, MEMBERS, members_of, networks_of_manager, read_together
from regiewijzer.register.organisations.models import Person
from regiewijzer.science.limits import Limits
from regiewijzer.science.minutes.reading import read_minutes
from regiewijzer.science.minutes.shapes import MarkedAction

MOST_LINES = 20
MOST_FINDINGS = 2  # two heavy subjects are enough for one meeting; ours
LONGEST_TITLE, LONGEST_NOTE, LONGEST_WORDS = 200, 300, 200
A_WEEK = timedelta(days=7)
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
    def past(self) -> bool:
        return self.meeting.held_on <= timezone.localdate()

    @property
    def cancelled(self) -> bool:
        return self.meeting.is_cancelled


def page_of(meeting: Meeting, authority: Authority) -> MeetingPage:
    """The page of a meeting, in a few questions whatever its size."""
    network = meeting.network
    read_together([network], (MEMBERS, MEETINGS, ACTIONS, GOALS))
    items, agreements, presences, drafts, found, answering, decided, entries = read_at_once(
        [
            Select.of(meeting.items.all()),
            Select.of(meeting.agreements.all()),
            Select.of(Presence.objects.filter(meeting__network=network)),
            Select.of(MinutesDraft.objects.filter(meeting=meeting).select_related("written_by__user")),
            Select.of(findings_about(Network.KIND, network.pk)),
            Select.of(answers()),
            Select.of(Decision.objects.current().filter(network=network).order_by("decided_on")),
            Select.of(entries_of(Meeting.KIND, meeting.pk, MOST_LINES)),
        ]
    )
    members, last = members_of(network), last_meeting_of(network, meeting.held_on)
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
        title = _("Approve the minutes of %(day)s") % {"day": date_format(waits.held_on, "j F Y")}
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
            note = _("decided on %(day)s") % {"day": date_format(decision.decided_on, "j F Y")}
            yield f"decision-{decision.pk}", _item(title, Aim.INFORM, 5, ItemOrigin.DECISION, note)
    yield "closing", _item(_("Any other business and the next date"), Aim.INFORM, 5, ItemOrigin.FIXED)


def _item(title: str, aim: Aim, minutes: int, origin: ItemOrigin, note: str = "") -> AgendaItem:
    return AgendaItem(
        title=_cut(title, LONGEST_TITLE), aim=aim, minutes=minutes, origin=origin, note=_cut(note, LONGEST_NOTE)
    )


def _cut(words: str, longest: int) -> str:
    return words if len(words) <= longest else f"{words[: longest - 1]}…"


# ---- who does it


@dataclass(frozen=True, slots=True)
class Owner:
    """Somebody who can own an action. `code` names it in a form: o is a partner, p a person, c a colleague."""

    code: str
    name: str
    organisation: int | None = None
    person: int | None = None
    colleague: int | None = None


@dataclass(frozen=True, slots=True)
class Owners:
    """Who can own an action of a network, by code and by every name they go by."""

    by_code: Mapping[str, Owner]
    by_name: Mapping[str, Owner | None]  # None: several go by it

    def named(self, words: str) -> Owner | None:
        """Whom these words mean; None when it is nobody here, or may be several."""
        return self.by_name.get(words.casefold().strip())


def owners_of(network: Network, authority: Authority) -> Owners:
    """Partners of today, who sits there for them, and colleagues."""
    found: list[Owner] = []
    for membership in members_of(network):
        organisation = membership.organisation
        found.extend(
            Owner(
                f"p{delegate.person_id}",
                f"{delegate.person.name} ({organisation.name})",
                organisation=organisation.pk,
                person=delegate.person_id,
            )
            for delegate in membership.delegates.all()
        )
        found.append(Owner(f"o{organisation.pk}", organisation.name, organisation=organisation.pk))
    staff = Position.objects.active().filter(authority=authority).exclude(role=Role.GUEST).select_related("user")
    found.extend(Owner(f"c{each.pk}", each.user.name, colleague=each.pk) for each in staff)
    return Owners({owner.code: owner for owner in found}, _names(found))


def _names(owners: Sequence[Owner]) -> dict[str, Owner | None]:
    names: dict[str, Owner | None] = {}
    for owner in owners:
        full = owner.name.split(" (")[0] if owner.person else owner.name
        said = {full.casefold()}
        if owner.person or owner.colleague:
            said |= {full.split()[0].casefold(), _initials(full)}
        for name in said:
            names[name] = owner if name not in names or names[name] == owner else None
    return names


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split()).casefold()


# ---- what minutes propose


@dataclass(slots=True)
class ProposedAction:
    """An action as it is marked in the minutes, with who and when as far as they are known here."""

    number: int
    words: str
    note: str
    owner: str = ""
    due: str = ""
    done: bool = False
    taken: bool = False
    unknown: str = ""  # a name that is nobody here
    vague: str = ""  # words that name no day
    errors: list[str] = field(default_factory=list)

    @property
    def complete(self) -> bool:
        return bool(self.owner) and bool(self.due)


@dataclass(frozen=True, slots=True)
class ProposedMinutes:
    """What a text proposes before it is settled."""

    actions: list[ProposedAction]
    agreements: list[str]

    @property
    def in_words(self) -> str:
        """How much stands in the text, as a title."""
        actions = ngettext("%(count)s action", "%(count)s actions", len(self.actions)) % {"count": len(self.actions)}
        agreements = ngettext("%(count)s decision", "%(count)s decisions", len(self.agreements)) % {
            "count": len(self.agreements)
        }
        return _("Your text holds %(actions)s and %(agreements)s") % {"actions": actions, "agreements": agreements}


def proposed_by(text: str, meeting: Meeting, owners: Owners) -> ProposedMinutes:
    """What is marked in minutes. Days without a year count from the day of the meeting, whatever the text says."""
    read = read_minutes(_with_day(text, meeting.held_on))
    return ProposedMinutes(
        [_proposed(number, action, owners) for number, action in enumerate(read.actions, 1)],
        [decision.text[:500] for decision in read.decisions],
    )


def _with_day(text: str, day: date) -> str:
    """The text below the day of the meeting, as the head of minutes says it."""
    return f"Datum: {day:%d/%m/%Y}\n\n{text}"


def _proposed(number: int, action: MarkedAction, owners: Owners) -> ProposedAction:
    meant = [(name, owners.named(name)) for name in action.owners]
    known = [owner for _name, owner in meant if owner]
    unknown = [name for name, owner in meant if owner is None]
    rest = [owner.name for owner in known[1:]] + (unknown if known else [])
    notes = [_("together with %(names)s") % {"names": ", ".join(rest)}] if rest else []
    notes += [action.text] if len(action.text) > LONGEST_WORDS else []
    return ProposedAction(
        number=number,
        words=_cut(action.text[:1].upper() + action.text[1:], LONGEST_WORDS),
        note="\n".join(notes),
        owner=known[0].code if known else "",
        due=action.due.isoformat() if action.due else "",
        done=action.done,
        taken=bool(known) and not action.done,
        unknown=", ".join(unknown) if not known else "",
        vague=action.due_words if not action.due else "",
    )


# ---- by mail


def persons_to_write_to(network: Network) -> tuple[list[Person], tuple[str, ...]]:
    """Who sits there and has an address, each once, and the names of those without one."""
    persons = {each.person_id: each.person for seat in members_of(network) for each in seat.delegates.all()}
    found = sorted(persons.values(), key=lambda person: (person.name, person.pk))
    return [each for each in found if each.email], tuple(each.name for each in found if not each.email)


@dataclass(frozen=True, slots=True)
class Week:
    """What a week asks of one colleague: meetings of own networks, own actions, and what is late."""

    meetings: list[Meeting]
    late: list[Action]
    due: list[Action]
    reviews: list[Decision]

    @property
    def empty(self) -> bool:
        return not (self.meetings or self.late or self.due or self.reviews)

    @property
    def in_short(self) -> str:
        """Two meetings, one action late."""
        parts = [
            ngettext("%(count)s meeting", "%(count)s meetings", len(self.meetings)) % {"count": len(self.meetings)},
            ngettext("%(count)s action late", "%(count)s actions late", len(self.late)) % {"count": len(self.late)},
            ngettext("%(count)s action due", "%(count)s actions due", len(self.due)) % {"count": len(self.due)},
            ngettext("%(count)s decision to look at again", "%(count)s decisions to look at again", len(self.reviews))
            % {"count": len(self.reviews)},
        ]
        sizes = (self.meetings, self.late, self.due, self.reviews)
        return ", ".join(part for part, rows in zip(parts, sizes, strict=True) if rows)


def week_of(position: Position, today: date) -> Week:
    """Of the seven days from today: for a manager own networks, for everybody own actions and decisions."""
    own = networks_of_manager(position).values("pk")
    last = today + A_WEEK
    meetings = Meeting.objects.to_come(today).filter(network__in=own, held_on__lt=last).select_related("network")
    mine = Action.objects.open().filter(colleague=position).select_related("network")
    reviews = Decision.objects.to_review(last).filter(decided_by=position)
    return Week(
        meetings=list(meetings),
        late=list(mine.filter(due__lt=today)),
        due=list(mine.filter(due__gte=today, due__lt=last)),
        reviews=list(reviews.order_by("review_on", "pk")),
    )
