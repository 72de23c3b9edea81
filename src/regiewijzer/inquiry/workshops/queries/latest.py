"""What did the last room about a network answer to a questionnaire, question by question?"""

from dataclasses import dataclass
from datetime import date

from regiewijzer.inquiry.workshops.models import Outcome, Status, Subject
from regiewijzer.inquiry.workshops.queries.results import Result, result_from
from regiewijzer.inquiry.workshops.tallies import read_back
from regiewijzer.register.networks.models import Network
from regiewijzer.science.limits import DEFAULTS, Limits


@dataclass(frozen=True, slots=True)
class Spread:
    """How the answers to one question are spread: counts of a room, of which nobody knows who gave which."""

    text: str
    held_on: date
    result: Result


def last_room_about(network: Network, questionnaire: str, limits: Limits = DEFAULTS) -> tuple[Spread, ...]:
    """The questions of the last session that was about this network alone and asked this questionnaire, in order."""
    about_more = Subject.objects.exclude(network=network).values("workshop")
    found = (
        Outcome.objects.filter(
            question__workshop__status=Status.ENDED,
            question__workshop__subjects__network=network,
            question__source__questionnaire=questionnaire,
            subject=None,
        )
        .exclude(question__workshop__in=about_more)
        .select_related("question__workshop")
        .order_by("-question__workshop__held_on", "-question__workshop", "question__number")
    )
    rows = list(found)
    return tuple(
        Spread(asked.text, asked.workshop.held_on, result_from(asked, read_back(row.tally, asked), limits))
        for row in rows
        if (asked := row.question).workshop_id == rows[0].question.workshop_id and asked.workshop.held_on
    )
