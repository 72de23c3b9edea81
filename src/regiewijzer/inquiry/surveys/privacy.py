"""Which promise may a survey make? Never more than its questions allow, and none of secrecy to a handful of people."""

from datetime import date

from regiewijzer.inquiry.questionnaires.public import Privacy, Questionnaire
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.science.release import LEAST_FOR_SCORES

STRONGEST_FIRST = (Privacy.ANONYMOUS, Privacy.CONFIDENTIAL, Privacy.NAMED)


def offered(questionnaire: Questionnaire, people: int) -> tuple[Privacy, ...]:
    """The labels this questionnaire can have among so many people, the strongest first.

    What a questionnaire says of itself is the most it can be: who trusts whom is confidential there, and so is never
    called anonymous here.
    """
    if people < LEAST_FOR_SCORES:
        return (Privacy.NAMED,)
    return STRONGEST_FIRST[STRONGEST_FIRST.index(questionnaire.privacy) :]


def unfit(survey: Survey, questionnaire: Questionnaire, people: int, today: date) -> str:
    """Why a draft cannot be launched as it is, one of wording.UNFIT; empty when it can."""
    if not people:
        return "nobody"
    if survey.closes_on <= today:
        return "too_late"
    return "" if survey.privacy in offered(questionnaire, people) else "label"
