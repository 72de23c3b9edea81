"""From a draft to results: launching, reminding, closing. The trail knows these, and nothing of what people answer."""

import logging
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from django.db import transaction
from django.db.models import Q

from regiewijzer.foundation import keys
from regiewijzer.foundation.accounts.models import Actor, User
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.post import reach_post
from regiewijzer.inquiry.questionnaires.public import Questionnaire, title_of
from regiewijzer.inquiry.surveys.actions import sealing
from regiewijzer.inquiry.surveys.models import Delivery, Invitee, State, Survey
from regiewijzer.inquiry.surveys.privacy import marks_of, unfit
from regiewijzer.science.release import REST, fixed_partition

logger = logging.getLogger(__name__)


class NotNow(Exception):
    """The survey is not in the state this asks for; nothing was changed."""


class Reminded(Exception):
    """Everybody was reminded today already; nobody is written twice on one day."""


class Unfit(Exception):
    """The draft cannot be launched as it is: `reason` is one of wording.UNFIT."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to ask, as a line of the list says."""

    email: str
    name: str = ""
    cell: str = ""


@transaction.atomic
def save_draft(*, survey: Survey, asked: Sequence[Asked], actor: Actor) -> Survey:
    """Keep a draft with its list of people; what was on the list before is replaced. NotNow once it was launched."""
    made = survey.pk is None
    if made:
        survey.authority_id, survey.made_by_id = actor.authority_id, actor.position_id
    elif not Survey.objects.select_for_update().filter(pk=survey.pk, state=State.DRAFT).exists():
        raise NotNow
    survey.save()
    survey.invitees.all().delete()
    Invitee.objects.bulk_create(
        Invitee(authority_id=survey.authority_id, survey=survey, email=each.email, name=each.name, cell=each.cell)
        for each in asked
    )
    if made:
        _tell(survey, actor, Verb.CREATED, questionnaire=title_of(survey.key))
    return survey


@transaction.atomic
def launch(*, survey: Survey, questionnaire: Questionnaire, actor: Actor, today: date) -> Survey:
    """Fix label and partition. The mails wait for the task worker, which makes the codes.

    NotNow when it was launched before; Unfit when it may not be as it is; NoMail when no mail can go out.
    """
    found = Survey.objects.select_for_update().filter(pk=survey.pk, state=State.DRAFT).first()
    if found is None:
        raise NotNow
    invitees = list(found.invitees.all())
    if reason := unfit(found, questionnaire, [each.email for each in invitees], _own_addresses(found, actor), today):
        raise Unfit(reason)
    reach_post()
    found.cells = _fix_partition(invitees)
    found.state, found.launched_on, found.invited = State.OPEN, today, len(invitees)
    found.save()
    _tell(found, actor, Verb.CHANGED, state=found.state)
    return found


@transaction.atomic
def remind(*, survey: Survey, actor: Actor, today: date) -> Survey:
    """A mail without a code to everybody who got one, for nobody knows who answered. NotNow when it is not running.

    It waits for the task worker. NoMail when none can go out; Reminded when everybody was written today already.
    """
    found = _running(survey)
    if found.reminded_on == today:
        raise Reminded
    reach_post()
    found.invitees.filter(delivery=Delivery.SENT).update(reminder_waits=True)
    found.reminded_on = today
    found.save(update_fields=["reminded_on"])
    _tell(found, actor, Verb.CHANGED, reminded_on=str(today))
    return found


@transaction.atomic
def close(*, survey: Survey, actor: Actor, today: date) -> Survey:
    """Take no more answers, take them out of their envelopes by chance, drop the codes. Only now results exist.

    NotNow when it does not run; KeyGone when envelopes cannot be opened here. The key goes once all of it is kept.
    """
    sealing.hold(survey)
    found = _running(survey)
    if found.named:
        sealing.mix(found)
    else:
        sealing.open_all(found)
        transaction.on_commit(partial(keys.destroy, sealing.key_of(found)))
    sealing.drop_codes(found)
    found.state, found.closed_on = State.CLOSED, today
    found.save(update_fields=["state", "closed_on"])
    _forget_who_was_asked(found)
    _tell(found, actor, Verb.CHANGED, state=found.state)
    return found


def close_due(*, today: date) -> int:
    """Close the surveys of this authority of which the last day is over. Returns how many.

    Lists of people that an earlier version left with a closed survey go too.
    """
    due, closed = list(Survey.objects.filter(state=State.OPEN, closes_on__lt=today)), 0
    for survey in due:
        try:
            close(survey=survey, actor=Actor(survey.authority_id), today=today)
        except sealing.KeyGone:
            logger.error(
                "Survey %s cannot be closed: put %s back in the folder keys.", survey.pk, sealing.key_of(survey)
            )
        else:
            closed += 1
    for survey in Survey.objects.closed().filter(pk__in=Invitee.objects.values("survey")):
        _forget_who_was_asked(survey)
    return closed


def keys_in_use() -> set[str]:
    """Names of the keys under which surveys of this authority still take answers."""
    return {sealing.key_of(survey) for survey in Survey.objects.filter(state=State.OPEN)}


@transaction.atomic
def remove(*, survey: Survey, actor: Actor) -> None:
    """Throw a draft or a running survey away, with everything that came in, unread. NotNow once it is closed."""
    sealing.hold(survey)
    found = Survey.objects.select_for_update().exclude(state=State.CLOSED).filter(pk=survey.pk).first()
    if found is None:
        raise NotNow
    _tell(found, actor, Verb.REMOVED)
    sealing.destroy(found)
    found.delete()


@transaction.atomic
def _forget_who_was_asked(survey: Survey) -> None:
    """Names and addresses go once nobody has to be written any more; a mark of each stays, to compare with later."""
    survey.asked = marks_of(survey.invitees.values_list("email", flat=True))
    survey.save(update_fields=["asked"])
    survey.invitees.all().delete()


def _own_addresses(survey: Survey, actor: Actor) -> list[str]:
    """Of who made the survey, and of who launches it."""
    of = Q(positions=survey.made_by_id) | Q(positions=actor.position_id)
    return list(User.objects.filter(of).values_list("email", flat=True))


def _running(survey: Survey) -> Survey:
    found = Survey.objects.select_for_update().filter(pk=survey.pk, state=State.OPEN).first()
    if found is None:
        raise NotNow
    return found


def _fix_partition(invitees: list[Invitee]) -> list[str]:
    """Put everybody in the cell they will be counted in. Returns the cells; none without a partition."""
    cells = fixed_partition(Counter(each.cell for each in invitees))
    for each in invitees:
        each.cell = cells.get(each.cell, REST)
    Invitee.objects.bulk_update(invitees, ["cell"])
    return sorted(set(cells.values()))


def _tell(survey: Survey, actor: Actor, verb: Verb, **changes: str) -> None:
    said: audit.Changes = {name: [None, value] for name, value in changes.items()}
    audit.record(actor=actor, verb=verb, kind=Survey.KIND, pk=survey.pk, changes=said)
