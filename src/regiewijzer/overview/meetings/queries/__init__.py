"""Meetings as pages and mails show them."""

from regiewijzer.overview.meetings.queries.mails import Week, persons_to_write_to, week_of
from regiewijzer.overview.meetings.queries.meeting import MOST_LINES, MeetingPage, page_of
from regiewijzer.overview.meetings.queries.minutes import (
    Owners,
    ProposedAction,
    ProposedMinutes,
    owners_of,
    proposed_by,
)

__all__ = [
    "MOST_LINES",
    "MeetingPage",
    "Owners",
    "ProposedAction",
    "ProposedMinutes",
    "Week",
    "owners_of",
    "page_of",
    "persons_to_write_to",
    "proposed_by",
    "week_of",
]
