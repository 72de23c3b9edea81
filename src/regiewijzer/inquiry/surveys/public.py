"""What the overview and the clock may use of surveys.

`release` is the one door to what people answered; `figures` turns it into rows that are the same everywhere.
`gathered_in_surveys` gives the outcomes that a tool can take over.
"""

from regiewijzer.inquiry.surveys.actions.launching import close_due
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.inquiry.surveys.queries.figures import Figure, figures
from regiewijzer.inquiry.surveys.queries.gathered import gathered_in_surveys
from regiewijzer.inquiry.surveys.queries.release import Released, StillSealed, release
from regiewijzer.inquiry.surveys.queries.surveys import about_network, asked_or_none, subject_name, survey_of
from regiewijzer.inquiry.surveys.queries.waves import Change, Wave, wave_before

__all__ = [
    "UNDER_WAY",
    "Change",
    "Figure",
    "Released",
    "StillSealed",
    "Survey",
    "Wave",
    "about_network",
    "asked_or_none",
    "close_due",
    "figures",
    "gathered_in_surveys",
    "release",
    "subject_name",
    "survey_of",
    "wave_before",
]

UNDER_WAY = (Survey, Invitee)  # tables that change without a line in the trail: a list of people, mails that go out
