"""What does this week ask? For each role its own parts, of rows that lead to what somebody in that role may do."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Role
from regiewijzer.inquiry.workshops.public import Workshop
from regiewijzer.library.together import by_subject
from regiewijzer.library.weighing import MOST_SUBJECTS_FIRST
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import FindingRow, open_findings
from regiewijzer.overview.reports.models import Report
from regiewijzer.overview.reports.wording import Status
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.meetings.models import Action, Meeting, Presence, Seen
from regiewijzer.register.meetings.queries import MEETINGS, last_meeting_of, times_away
from regiewijzer.register.networks.models import GuestSeat, Management, Membership, Network
from regiewijzer.register.networks.queries import (
    MEMBERS,
    members_of,
    networks_of_guest,
    networks_of_manager,
    read_together,
)
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.models import Record
from regiewijzer.science.upkeep import add_months
from regiewijzer.ui.addresses import address_of

A_WEEK, TWO_WEEKS = timedelta(days=7), timedelta(days=14)
A_MONTH = timedelta(days=31)
MOST_ROWS = 6
AWAY_OFTEN = 2  # times in a row


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what it is, where it leads (empty: nowhere), what stands beside it, and whether it is late."""

    text: str
    url: str = ""
    beside: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Part:
    """One part of the page. `empty` is said when it has no rows; `do` is a label with the page where it is done.

    `late`: how many actions of this part are late, shown or not.
    """

    title: str
    rows: tuple[Row, ...]
    empty: str = ""
    do: tuple[str, str] | None = None
    first: bool = False
    late: int = 0


@dataclass(frozen=True, slots=True)
class Home:
    """The whole page."""

    heading: str
    lead: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Reader:
    """Who opens the page, on which day."""

    position: Position
    authority: Authority
    today: date

    def to(self, name: str, *arguments: int) -> str:
        return address_of(name, self.authority.slug, *arguments)


PartsOf = Callable[[Reader], Iterable[Part]]


def home_of(position: Position, authority: Authority, today: date) -> Home:
    """What this week asks of this person."""
    reader, role = Reader(position, authority, today), Role(position.role)
    parts = tuple(part for part in PARTS[role](reader) if part.rows or part.empty)
    return Home(_heading(parts), str(LEADS[role]), parts)


def _heading(parts: Sequence[Part]) -> str:
    if late := max((part.late for part in parts), default=0):
        return ngettext("%(count)s action is late", "%(count)s actions are late", late) % {"count": late}
    if any(part.rows for part in parts):
        return _("This week")
    return _("Nothing waits for you this week")


# ---- what is somebody's own


def _own_tasks(reader: Reader, still_open: Sequence[FindingRow]) -> Iterable[Part]:
    actions = list(Action.objects.open().filter(colleague=reader.position).select_related("network"))
    yield Part(
        _("My actions"),
        tuple(_action(reader, each) for each in actions[:MOST_ROWS]),
        _("No action is on your name."),
        (_("All actions"), reader.to("actions")),
        late=sum(each.is_overdue(reader.today) for each in actions),
    )
    mine = [row for row in still_open if row.stored.owner_id == reader.position.pk]
    if mine:
        yield Part(
            _("Findings you look into"),
            _findings(reader, mine[:MOST_ROWS]),
            do=(_("Open the list"), f"{reader.to('findings')}?owner=me"),
        )


def _action(reader: Reader, action: Action, *, who: bool = False) -> Row:
    about = [action.network.name if action.network else "", action.owner if who else ""]
    if action.due:
        about.append(_("by %(day)s") % {"day": date_format(action.due, "j F Y")})
    return Row(
        action.name,
        reader.to("action", action.pk),
        ", ".join(each for each in about if each),
        action.is_overdue(reader.today),
    )


def _findings(reader: Reader, rows: Sequence[FindingRow]) -> tuple[Row, ...]:
    whole = StoredFinding.objects.in_bulk([row.stored.pk for row in rows])
    limits = limits_of(reader.authority)
    return tuple(
        Row(stored.text(limits).sentence.plain, reader.to("finding", stored.pk), str(stored.text(limits).label))
        for stored in (whole[row.stored.pk] for row in rows)
    )


# ---- for who manages networks


def _of_manager(reader: Reader) -> Iterable[Part]:
    own = list(networks_of_manager(reader.position).order_by("name"))
    read_together(own, (MEMBERS, MEETINGS))
    keys = {network.pk for network in own}
    coming = Meeting.objects.to_come(reader.today).filter(network__in=keys).select_related("network")
    meetings = list(coming.prefetch_related("items"))
    if meetings:
        yield _next_meeting(reader, meetings[0], next(each for each in own if each.pk == meetings[0].network_id))
    to_do = Action.objects.open().filter(network__in=keys).select_related("network", "organisation", "person")
    late = list(to_do.select_related("colleague__user").filter(due__lt=reader.today))
    yield Part(
        _("What is late in your networks"),
        tuple(_action(reader, each, who=True) for each in late[:MOST_ROWS]),
        _("No action of your networks is late."),
        (_("All actions"), f"{reader.to('actions')}?state=overdue"),
        late=len(late),
    )
    still_open = open_findings()
    rows = [row for row in still_open if keys & _networks_of(row.stored)]
    yield Part(
        _("Findings of your networks"),
        _findings(reader, rows[:MOST_ROWS]),
        _("No finding about your networks is open in what is known."),
        (_("Open the list"), reader.to("findings")),
    )
    yield Part(_("The next two weeks"), _ahead(reader, meetings, to_do), _("Nothing is planned."), _calendar(reader))
    yield from _own_tasks(reader, still_open)


def _networks_of(stored: StoredFinding) -> set[int]:
    return {subject["ref"] for subject in stored.subjects if subject["kind"] == Network.KIND}


def _next_meeting(reader: Reader, meeting: Meeting, network: Network) -> Part:
    """Who must be there and is not, and what to feed back."""
    members = members_of(network)
    presences = list(Presence.objects.filter(meeting__network=network))
    said = {each.organisation_id: each.seen for each in presences if each.meeting_id == meeting.pk}
    away = times_away(network, presences, [each.organisation_id for each in members], meeting.held_on)
    coming = sum(seen in (Seen.PRESENT, Seen.SUBSTITUTE) for seen in said.values())
    rows = []
    if said:
        numbers = {"coming": coming, "all": len(members), "unknown": len(members) - len(said)}
        rows.append(Row(_("%(coming)s of %(all)s partners come; of %(unknown)s nobody knows") % numbers))
    else:
        rows.append(Row(_("Of nobody it is known whether they come")))
    for member in members:
        if away.get(member.organisation_id, 0) >= AWAY_OFTEN:
            times = {"partner": member.organisation.name, "times": away[member.organisation_id]}
            rows.append(Row(_("%(partner)s was not there the last %(times)s times") % times))
    last = last_meeting_of(network, reader.today)
    decided = Decision.objects.current().filter(network=network)
    for decision in decided.filter(decided_on__gte=last.held_on) if last else ():
        told = {"decision": decision.name or decision.reason}
        rows.append(Row(_("Feed back: %(decision)s") % told, reader.to("decision", decision.pk)))
    items = len(meeting.items.all())
    label = _("Make the agenda") if not items else _("Open the meeting")
    title = _("%(network)s meets on %(day)s") % {
        "network": network.name,
        "day": date_format(meeting.held_on, "l j F"),
    }
    return Part(title, tuple(rows[:MOST_ROWS]), do=(label, reader.to("meeting", meeting.pk)), first=True)


def _ahead(reader: Reader, meetings: Iterable[Meeting], to_do: Iterable[Action]) -> tuple[Row, ...]:
    last = reader.today + TWO_WEEKS
    days = [
        (each.held_on, Row(each.network.name, reader.to("meeting", each.pk), _on(each.held_on)))
        for each in meetings
        if each.held_on <= last
    ]
    days += [
        (each.due, _action(reader, each, who=True))
        for each in to_do
        if each.due is not None and reader.today <= each.due <= last
    ]
    return tuple(row for _day, row in sorted(days, key=lambda each: each[0])[:MOST_ROWS])


def _on(day: date) -> str:
    return date_format(day, "l j F")


def _calendar(reader: Reader) -> tuple[str, str]:
    return _("In your calendar"), reader.to("calendars")


# ---- for who keeps an eye on everything


def _of_coordinator(reader: Reader) -> Iterable[Part]:
    rows = open_findings()
    late = list(
        Action.objects.overdue(reader.today).select_related("network", "organisation", "person", "colleague__user")
    )
    yield Part(
        _("Waiting for whom"),
        tuple(_action(reader, each, who=True) for each in late[:MOST_ROWS]),
        _("No action is late."),
        (_("All actions"), f"{reader.to('actions')}?state=overdue"),
        late=len(late),
    )
    due = list(Decision.objects.to_review(reader.today + A_WEEK).order_by("review_on", "pk")[:MOST_ROWS])
    yield Part(
        _("Decisions to look at again"),
        tuple(
            Row(
                each.name or each.reason,
                reader.to("decision", each.pk),
                _on(each.review_on) if each.review_on else "",
                each.review_on is not None and each.review_on < reader.today,
            )
            for each in due
        ),
    )
    new = [row for row in rows if row.stored.found_on > reader.today - A_WEEK]
    since = (reader.today - A_WEEK + timedelta(days=1)).isoformat()
    yield Part(
        _("New this week"),
        _findings(reader, new[:MOST_ROWS]),
        _("No finding is new."),
        (_("Open the list"), f"{reader.to('findings')}?since={since}"),
    )
    first = [subject[0] for subject in by_subject(rows)][:MOST_SUBJECTS_FIRST]
    yield Part(
        _("What to decide first"),
        _findings(reader, first),
        do=(_("Open the list"), reader.to("findings")),
        first=True,
    )
    coming = Meeting.objects.to_come(reader.today).filter(held_on__lt=reader.today + A_WEEK)
    yield Part(
        _("Meetings this week"),
        tuple(
            Row(each.network.name, reader.to("meeting", each.pk), _on(each.held_on))
            for each in coming.select_related("network")[:MOST_ROWS]
        ),
        do=(_("All meetings"), reader.to("meetings")),
    )
    yield from _own_tasks(reader, rows)


# ---- for who keeps the register, leads sessions, or reads


def _of_contributor(reader: Reader) -> Iterable[Part]:
    yield from _own_tasks(reader, open_findings())
    before = add_months(reader.today, -limits_of(reader.authority).stale_months)
    yield Part(
        _("Records to look at again"),
        tuple(row for _day, row in sorted(_stale(reader, before), key=lambda each: each[0])[:MOST_ROWS]),
        _("Every record was looked at lately."),
        (_("All networks"), reader.to("networks")),
    )


def _stale(reader: Reader, before: date) -> Iterable[tuple[date, Row]]:
    models: tuple[type[Record], ...] = (Network, Instrument, Organisation)
    for model in models:
        found = model._default_manager.filter(archived_at=None, as_of__lt=before).order_by("as_of")[:MOST_ROWS]
        for each in found:
            beside = _("looked at on %(day)s") % {"day": date_format(each.as_of, "j F Y")}
            yield each.as_of, Row(each.name, reader.to(model.KIND, each.pk), beside)


def _of_facilitator(reader: Reader) -> Iterable[Part]:
    sessions = list(Workshop.objects.filter(ended_at=None).order_by("held_on", "pk")[:MOST_ROWS])
    yield Part(
        _("Sessions to come"),
        tuple(
            Row(
                each.title,
                reader.to("workshop", each.pk),
                _on(each.held_on) if each.held_on else _("no day yet"),
            )
            for each in sessions
        ),
        _("No session is prepared."),
        (_("Prepare a session"), reader.to("workshop_add")),
        first=True,
    )
    held = list(Workshop.objects.exclude(ended_at=None).order_by("-ended_at")[:MOST_ROWS])
    yield Part(
        _("Held lately"),
        tuple(Row(each.title, reader.to("workshop", each.pk)) for each in held),
        do=(_("All sessions"), reader.to("workshops")),
    )
    yield from _own_tasks(reader, open_findings())


def _of_reader(reader: Reader) -> Iterable[Part]:
    still_open = open_findings()
    ready = Report.objects.without_content().filter(status=Status.READY, made_by=reader.position)
    yield Part(
        _("Your reports"),
        tuple(
            Row(each.title, reader.to("report", each.pk), date_format(each.created_at, "j F Y"))
            for each in ready[:MOST_ROWS]
        ),
        _("You made no report yet."),
        (_("Make a report"), reader.to("reports")),
        first=True,
    )
    lately = Decision.objects.current().filter(decided_on__gt=reader.today - 3 * A_MONTH)
    yield Part(
        _("Decided lately"),
        tuple(
            Row(each.name or each.reason, reader.to("decision", each.pk), date_format(each.decided_on, "j F Y"))
            for each in lately[:MOST_ROWS]
        ),
        _("Nothing was decided in the last three months."),
        (_("All decisions"), reader.to("decisions")),
    )
    yield Part(
        _("What asks for a decision"),
        _findings(reader, [subject[0] for subject in by_subject(still_open)][:MOST_SUBJECTS_FIRST]),
        do=(_("Overview"), reader.to("overview")),
    )
    yield from _own_tasks(reader, still_open)


# ---- for a partner with an account


def _of_guest(reader: Reader) -> Iterable[Part]:
    networks = list(networks_of_guest(reader.position).order_by("name"))
    seat = GuestSeat.objects.in_current_employment().filter(position=reader.position).first()
    ours = Membership.objects.sitting(reader.today).filter(network__in=networks).select_related("network")
    seats = list(ours.filter(organisation=seat.organisation_id).order_by("network__name")) if seat else []
    yield Part(
        _("Our seats, and what we promised"),
        tuple(
            Row(each.network.name, reader.to("guest_network", each.network_id), each.action or _("no promise yet"))
            for each in seats
        ),
        _("Your organisation sits in no network yet. Ask whoever invited you."),
        first=True,
    )
    to_do = Action.objects.open().filter(network__in=networks)
    actions = (
        to_do.filter(organisation=seat.organisation_id).select_related("network", "person") if seat else to_do.none()
    )
    yield Part(
        _("Our actions"),
        tuple(
            Row(each.name, reader.to("guest_network", each.network_id or 0), _when(each), each.is_overdue(reader.today))
            for each in actions[:MOST_ROWS]
        ),
        _("No action is on the name of your organisation."),
        late=sum(each.is_overdue(reader.today) for each in actions),
    )
    meetings = Meeting.objects.to_come(reader.today).filter(network__in=networks).select_related("network")
    yield Part(
        _("Meetings to come"),
        tuple(Row(each.network.name, "", f"{_on(each.held_on)}, {each.starts:%H:%M}") for each in meetings[:MOST_ROWS]),
        _("No meeting is planned."),
    )
    managers = Management.objects.in_current_employment().filter(network__in=networks)
    called = managers.select_related("position__user", "network").order_by("network__name", "position__user__name")
    yield Part(
        _("Whom to call"),
        tuple(
            Row(each.position.user.name, f"mailto:{each.position.user.email}", each.network.name)
            for each in called[:MOST_ROWS]
        ),
    )


def _when(action: Action) -> str:
    said = [action.network.name] if action.network else []
    if action.due is not None:
        said.append(_("by %(day)s") % {"day": date_format(action.due, "j F Y")})
    return ", ".join(said)


PARTS: dict[Role, PartsOf] = {
    Role.ADMINISTRATOR: _of_coordinator,
    Role.COORDINATOR: _of_coordinator,
    Role.NETWORK_MANAGER: _of_manager,
    Role.CONTRIBUTOR: _of_contributor,
    Role.FACILITATOR: _of_facilitator,
    Role.READER: _of_reader,
    Role.GUEST: _of_guest,
}
LEADS: dict[Role, Promise] = {
    Role.ADMINISTRATOR: gettext_lazy("What is new, what is due, and for whom it waits."),
    Role.COORDINATOR: gettext_lazy("What is new, what is due, and for whom it waits."),
    Role.NETWORK_MANAGER: gettext_lazy("Your next meeting, what is late, and what asks for a decision."),
    Role.CONTRIBUTOR: gettext_lazy("What you do, and which records to look at again."),
    Role.FACILITATOR: gettext_lazy("Your sessions."),
    Role.READER: gettext_lazy("Reports, decisions, and what asks for one."),
    Role.GUEST: gettext_lazy("What your organisation sits in, promised and still has to do."),
}
