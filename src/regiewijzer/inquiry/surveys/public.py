"""What the overview and the clock may use of surveys.

`release` is the one door to what people answered; `figures` turns it into rows that are the same everywhere.
`completed_surveys` gives the outcomes that a tool can keep. `save_draft` and `keep_held` give an example its surveys.
`keys_in_use` are names of keys that are needed, of all that begin with `KEYS`.
"""

from regiewijzer.inquiry.surveys.actions.held import keep_held
from regiewijzer.inquiry.surveys.actions.launching import Asked, close_due, keys_in_use, save_draft
from regiewijzer.inquiry.surveys.actions.sealing import KEYS
from regiewijzer.inquiry.surveys.figures import figures
from regiewijzer.inquiry.surveys.models import Invitee, Survey
from regiewijzer.inquiry.surveys.queries.release import Released, StillSealed, completed_surveys, release
from regiewijzer.inquiry.surveys.queries.surveys import (
    about_network,
    asked_or_none,
    reachable,
    running_about,
    subject_name,
    survey_of,
)

__all__ = [
    "KEYS",
    "UNDER_WAY",
    "Asked",
    "Released",
    "StillSealed",
    "Survey",
    "about_network",
    "asked_or_none",
    "close_due",
    "completed_surveys",
    "figures",
    "keep_held",
    "keys_in_use",
    "reachable",
    "release",
    "running_about",
    "save_draft",
    "subject_name",
    "survey_of",
]

UNDER_WAY = (Survey, Invitee)  # tables that change without a line in the trail: a list of people, mails that go out
