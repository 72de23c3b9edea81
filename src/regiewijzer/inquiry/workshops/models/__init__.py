"""Workshops, what they ask, who takes part, what was answered, and what came out."""

from regiewijzer.inquiry.workshops.models.answers import Contribution, Group, Participant, Vote
from regiewijzer.inquiry.workshops.models.joining import JoinAttempts, JoinLink
from regiewijzer.inquiry.workshops.models.outcomes import Outcome
from regiewijzer.inquiry.workshops.models.questions import Kind, Question, Ring, Voting
from regiewijzer.inquiry.workshops.models.workshops import Status, Subject, SubjectKind, Workshop

__all__ = [
    "Contribution",
    "Group",
    "JoinAttempts",
    "JoinLink",
    "Kind",
    "Outcome",
    "Participant",
    "Question",
    "Ring",
    "Status",
    "Subject",
    "SubjectKind",
    "Vote",
    "Voting",
    "Workshop",
]
