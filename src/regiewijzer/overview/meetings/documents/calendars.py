"""Meetings for a calendar: feeds that are read again and again, and one invitation that is answered (RFC 5545, 5546).

A meeting keeps its UID for good; SEQUENCE grows with every change, so that a calendar knows the last. Days on which
something is looked at again are events of a whole day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.utils.translation import gettext as _
from icalendar import Calendar, Event, vCalAddress, vText

from regiewijzer.inquiry.surveys.public import Survey, subject_name
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Meeting, MeetingState
from regiewijzer.register.networks.models import Network

CALENDAR = "text/calendar; charset=utf-8"
PRODUCT = "-//Regiewijzer//Regiewijzer//NL"
READ_AGAIN = timedelta(hours=4)


@dataclass(frozen=True, slots=True)
class Day:
    """A day on which something is looked at again, or closes. `kind` and `pk` make its UID, for good."""

    kind: str
    authority: int
    pk: int
    on: date
    stamp: datetime
    summary: str
    path: str


def days(*, decisions: Iterable[Decision], surveys: Iterable[Survey], ending: Iterable[Network]) -> Iterator[Day]:
    """Review days of decisions, closing days of surveys, last days of networks."""
    for each in decisions:
        if each.review_on:
            summary = _("Look again: %(decision)s") % {"decision": each.name or each.reason}
            yield Day("besluit", each.authority_id, each.pk, each.review_on, each.updated_at, summary, "besluiten")
    for survey in surveys:
        summary = _("Survey closes: %(about)s") % {"about": subject_name(survey) or survey.authority.name}
        stamp = datetime.combine(survey.launched_on or survey.closes_on, time(), UTC)
        yield Day("bevraging", survey.authority_id, survey.pk, survey.closes_on, stamp, summary, "bevragingen")
    for network in ending:
        if network.ended:
            summary, known_as = _("Network ends: %(network)s") % {"network": network.name}, "netwerk-einde"
            yield Day(
                known_as, network.authority_id, network.pk, network.ended, network.updated_at, summary, "netwerken"
            )


def feed(name: str, meetings: Iterable[Meeting], days: Iterable[Day], site: str) -> bytes:
    """A calendar to subscribe to. `site` is the address of the authority, with its scheme."""
    calendar = _calendar(name)
    calendar.add("refresh-interval", READ_AGAIN)
    for meeting in meetings:
        calendar.add_component(_event(meeting, site))
    for day in days:
        calendar.add_component(_whole_day(day, site))
    return _written(calendar)


def invitation(meeting: Meeting, site: str, organiser: tuple[str, str], invited: Iterable[tuple[str, str]]) -> bytes:
    """One meeting as an invitation, or as its cancellation. People are pairs of name and mail address."""
    cancelled = meeting.state == MeetingState.CANCELLED
    calendar = _calendar(meeting.name)
    calendar.add("method", "CANCEL" if cancelled else "REQUEST")
    event = _event(meeting, site)
    event.add("organizer", _person(*organiser))
    for name, address in invited:
        attendee = _person(name, address)
        attendee.params["RSVP"] = vText("TRUE")
        event.add("attendee", attendee)
    calendar.add_component(event)
    return _written(calendar)


def _written(calendar: Calendar) -> bytes:
    """With the rules of the time zone in it, for a calendar that does not know them."""
    calendar.add_missing_timezones()
    content: bytes = calendar.to_ical()
    return content


def _calendar(name: str) -> Calendar:
    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", name)
    return calendar


def _event(meeting: Meeting, site: str) -> Event:
    """Hours with their zone, so that a meeting keeps its hour when the clock changes."""
    event = Event()
    event.add("uid", f"{meeting.uid}@regiewijzer")
    event.add("sequence", meeting.sequence)
    event.add("dtstamp", meeting.updated_at)
    event.add("dtstart", meeting.begins_at)
    event.add("dtend", meeting.ends_at)
    event.add("summary", meeting.network.name)
    event.add("status", "CANCELLED" if meeting.state == MeetingState.CANCELLED else "CONFIRMED")
    event.add("url", f"{site}/overleg/{meeting.pk}/")
    if place := ", ".join(part for part in (meeting.place, meeting.link) if part):
        event.add("location", place)
    if items := list(meeting.items.all()):
        event.add("description", "\n".join(f"{number}. {item.title}" for number, item in enumerate(items, 1)))
    return event


def _whole_day(day: Day, site: str) -> Event:
    event = Event()
    event.add("uid", f"{day.kind}-{day.authority}-{day.pk}@regiewijzer")
    event.add("dtstamp", day.stamp)
    event.add("dtstart", day.on)
    event.add("summary", day.summary)
    event.add("url", f"{site}/{day.path}/{day.pk}/")
    event.add("transp", "TRANSPARENT")
    return event


def _person(name: str, address: str) -> vCalAddress:
    found = vCalAddress(f"MAILTO:{address}")
    found.params["CN"] = vText(name)
    return found
