"""One answer comes in. Nothing of it is in the audit trail, on the invitee or in a log."""

from collections.abc import Mapping
from datetime import date

from django.db import transaction

from regiewijzer.inquiry.surveys.actions import sealing
from regiewijzer.inquiry.surveys.models import State, Survey
from regiewijzer.science.scoring.definitions import Answers


class Closed(Exception):
    """The survey takes no answers any more."""


@transaction.atomic
def answer(*, survey: Survey, code: str, answers: Answers, texts: Mapping[str, str], today: date) -> None:
    """Use the code and seal the answers, or neither. Closed, or sealing.NoSuchCode.

    Answers wait for each other here, one survey at a
    time: a few milliseconds for the few hundred that a survey has.
    """
    sealing.hold(survey)
    if not takes_answers(survey, today):
        raise Closed
    spent = sealing.spend(survey, code)
    sealing.put_in(survey, spent, answers, texts)
    sealing.mix(survey)


def takes_answers(survey: Survey, today: date) -> bool:
    """As it stands now, not as it was read: somebody may have closed it meanwhile."""
    return Survey.objects.filter(pk=survey.pk, state=State.OPEN, closes_on__gte=today).exists()
