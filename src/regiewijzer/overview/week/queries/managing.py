"""What does this week ask of who manages networks?"""

from collections.abc import Iterable
from datetime import timedelta

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import open_findings
from regiewijzer.overview.week.queries.rows import (
    MOST_ROWS,
    Part,
    Reader,
    Row,
    action_row,
    answers_of_partners,
    finding_rows,
    none_late,
    on_day,
    own_tasks,
)
from regiewijzer.register.confirmations.queries import waiting_for
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Action, Meeting, Presence, Seen
from regiewijzer.register.meetings.queries import MEETINGS, last_meeting_of, times_away
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import (
    MEMBERS,
    members_of,
    networks_of_manager,
    read_together,
)

TWO_WEEKS = timedelta(days=14)
AWAY_OFTEN = 2  # times in a row


def of_manager(reader: Reader) -> Iterable[Part]:
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
        tuple(action_row(reader, each, who=True) for each in late[:MOST_ROWS]),
        "" if late else none_late(to_do),
        (_("All actions"), f"{reader.to('actions')}?state=overdue"),
        late=len(late),
    )
    still_open = open_findings()
    rows = [row for row in still_open if keys & _networks_of(row.stored)]
    yield Part(
        _("Findings of your networks"),
        finding_rows(reader, rows[:MOST_ROWS]),
        reader.drawn.nothing_open
        if not rows and reader.computing
        else _("No finding about your networks is open in what is known."),
        (_("Open the list"), reader.to("findings")),
    )
    yield answers_of_partners(reader, list(waiting_for(reader.position)[:MOST_ROWS]))
    yield Part(_("The next two weeks"), _ahead(reader, meetings, to_do), _("Nothing is planned."), _calendar(reader))
    yield from own_tasks(reader, still_open)


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
        rows.append(Row(_("Nobody said yet whether they come")))
    for member in members:
        if away.get(member.organisation_id, 0) >= AWAY_OFTEN:
            times = {"partner": member.organisation.name, "times": away[member.organisation_id]}
            rows.append(Row(_("%(partner)s was not there the last %(times)s times") % times))
    last = last_meeting_of(network, reader.today)
    decided = Decision.objects.current().about(Network.KIND, network.pk)
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
        (each.held_on, Row(each.network.name, reader.to("meeting", each.pk), on_day(each.held_on)))
        for each in meetings
        if each.held_on <= last
    ]
    days += [
        (each.due, action_row(reader, each, who=True))
        for each in to_do
        if each.due is not None and reader.today <= each.due <= last
    ]
    return tuple(row for _day, row in sorted(days, key=lambda each: each[0])[:MOST_ROWS])


def _calendar(reader: Reader) -> tuple[str, str]:
    return _("In your calendar"), reader.to("calendars")
