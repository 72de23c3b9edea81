"""Whose report is this, on which day, and what stands at the foot of every page?"""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext

from regiewijzer.foundation.authorities.models import Accent, Authority
from regiewijzer.overview.reports.documents.report_model import Head
from regiewijzer.ui.wording import clipped, day

LONGEST_TITLE = 120
PROGRAM = "Regiewijzer"


@dataclass(frozen=True, slots=True)
class Sender:
    """Who sends a report: an authority, or nobody in particular when it is about files."""

    name: str = PROGRAM
    service: str = ""
    accent: str = Accent.LEIE.value


def sender_of(authority: Authority) -> Sender:
    return Sender(authority.name, authority.service, authority.accent)


def board_head(sender: Sender, title: str, today: date) -> Head:
    """The head of a report for the board."""
    return _head(sender, title, today, gettext("Report for the board"), gettext("Regiewijzer, report for the board"))


def look_head(title: str, today: date) -> Head:
    """The head of a report about files that belong to no authority."""
    return _head(Sender(), title, today, gettext("A look at lists"), gettext("Regiewijzer, a look at lists"))


def network_head(sender: Sender, title: str, today: date) -> Head:
    """The head of the dossier of a network."""
    return _head(sender, title, today, gettext("Dossier of a network"), gettext("Regiewijzer, dossier of a network"))


def survey_head(sender: Sender, title: str, today: date) -> Head:
    """The head of the results of a survey."""
    return _head(sender, title, today, gettext("Results of a survey"), gettext("Regiewijzer, results of a survey"))


def load_head(sender: Sender, title: str, today: date) -> Head:
    """The head of the hours of networks."""
    return _head(sender, title, today, gettext("For the council"), gettext("Regiewijzer, hours of networks"))


def map_head(sender: Sender, title: str, today: date) -> Head:
    """The head of a map of who works with whom."""
    return _head(sender, title, today, gettext("Map"), gettext("Regiewijzer, who works with whom"))


def year_head(sender: Sender, title: str, today: date) -> Head:
    """The head of the account of a year."""
    return _head(sender, title, today, gettext("For the council"), gettext("Regiewijzer, account of a year"))


def insight_head(sender: Sender, title: str, today: date) -> Head:
    """The head of what is known of users, on one sheet."""
    return _head(sender, title, today, gettext("For whom we do this"), gettext("Regiewijzer, insight of users"))


def minutes_head(sender: Sender, title: str, today: date) -> Head:
    """The head of the minutes of a meeting."""
    return _head(sender, title, today, gettext("Minutes of a meeting"), gettext("Regiewijzer, minutes of a meeting"))


def meeting_head(sender: Sender, title: str, today: date) -> Head:
    """The head of the next meeting on one page."""
    return _head(sender, title, today, gettext("The next meeting"), gettext("Regiewijzer, the next meeting"))


def _head(sender: Sender, title: str, today: date, kind: str, foot: str) -> Head:
    return Head(
        title=clipped(title, LONGEST_TITLE),
        name=clipped(sender.name, LONGEST_TITLE),
        service=clipped(sender.service, LONGEST_TITLE),
        accent=sender.accent,
        lines=(kind, gettext("As of %(day)s") % {"day": day(today)}),
        foot=foot,
        page=gettext("Page {page} of {pages}"),
    )
