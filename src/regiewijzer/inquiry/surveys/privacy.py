"""Which promise may a survey make? Never more than its questions allow, and none of secrecy to a handful of people."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from django.utils.crypto import salted_hmac

from regiewijzer.inquiry.questionnaires.public import Privacy, Questionnaire
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.science.release import LEAST_FOR_SCORES

LENGTH_OF_KEY = 8
STRONGEST_FIRST = (Privacy.ANONYMOUS, Privacy.CONFIDENTIAL, Privacy.NAMED)


def offered(questionnaire: Questionnaire, people: int) -> tuple[Privacy, ...]:
    """The labels this questionnaire can have among so many people, the strongest first.

    What a questionnaire says of itself is the most it can be: who trusts whom is confidential there, and so is never
    called anonymous here.
    """
    if people < LEAST_FOR_SCORES:
        return (Privacy.NAMED,)
    return STRONGEST_FIRST[STRONGEST_FIRST.index(questionnaire.privacy) :]


def unfit(survey: Survey, questionnaire: Questionnaire, asked: Sequence[str], own: Collection[str], today: date) -> str:
    """Why a draft cannot be launched as it is, one of wording.UNFIT; empty when it can.

    asked: the addresses on the list. own: those of the accounts of who asks. Who holds several places on the list of a
    sealed survey could take their own answers off the result, and read what is left.
    """
    if not asked:
        return "nobody"
    if survey.closes_on <= today:
        return "too_late"
    if survey.privacy not in offered(questionnaire, len(asked)):
        return "label"
    if survey.named:
        return ""
    boxes = [mailbox(each) for each in asked]
    if {mailbox(each) for each in own} & set(boxes):
        return "own_address"
    return "same_mailbox" if len(set(boxes)) < len(boxes) else ""


def mailbox(address: str) -> str:
    """Where mail to this address arrives: what follows a plus is a label within one box (RFC 5233)."""
    name, _at, domain = address.lower().rpartition("@")
    return f"{name.partition('+')[0]}@{domain}"


def marks_of(addresses: Iterable[str]) -> list[str]:
    """What remains of who was asked: enough to see whether the same people were asked again, and not who.

    Under a key made of SECRET_KEY, which each mark names: under another key the same people have other marks.
    """
    key = salted_hmac("surveys: key of marks", "").hexdigest()[:LENGTH_OF_KEY]
    boxes = {mailbox(each) for each in addresses}
    return sorted(f"{key}:{salted_hmac('surveys: asked', box, algorithm='sha256').hexdigest()}" for box in boxes)


def known_to_compare(before: Collection[str], now: Collection[str]) -> bool:
    """Whether two sets of marks say anything about each other: both are there, under one key. Of nobody too."""
    keys = {mark[:LENGTH_OF_KEY] for mark in (*before, *now)}
    return bool(before) == bool(now) and len(keys) <= 1
