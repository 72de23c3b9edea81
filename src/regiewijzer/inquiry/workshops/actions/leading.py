"""Leading an open session: which question the room is on, whether it votes, and what the screen shows."""

import secrets
import uuid
from collections.abc import Sequence
from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.workshops.actions.announcing import phones_must_change, screens_must_change
from regiewijzer.inquiry.workshops.actions.releases import release_when_due
from regiewijzer.inquiry.workshops.codes import hash_of, new_code
from regiewijzer.inquiry.workshops.models import (
    JoinLink,
    Kind,
    Question,
    Status,
    Voting,
    Workshop,
)
from regiewijzer.inquiry.workshops.models.questions import option
from regiewijzer.register.networks.queries import members_of
from regiewijzer.register.organisations.models import Organisation

LONGEST_OPEN = timedelta(hours=24)
TRIES_FOR_A_CODE = 5
LOBBY = 0


class NotOpen(Exception):
    """The session is not open; nothing changed."""


class NotPrepared(Exception):
    """The session was opened before, or holds no question; nothing changed."""


class NobodyToPlace(Exception):
    """A question asks to place the partners of a network that has none today; nothing changed."""


class Moved(Exception):
    """Somebody else took a step meanwhile; nothing changed."""


@transaction.atomic
def open_room(*, workshop: Workshop, actor: Actor) -> JoinLink:
    """Open a prepared session in its lobby for a day at most; partners to be placed are those of today, and candidates.

    NotPrepared or NobodyToPlace when it cannot be.
    """
    locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if not locked.is_prepared or not locked.questions.exists():
        raise NotPrepared
    for question in locked.questions.filter(kind=Kind.PLACING).select_related("network"):
        question.options = _partners(question)
        question.save(update_fields=["options"])
    locked.status, locked.opened_at, locked.at = Status.OPEN, timezone.now(), LOBBY
    locked.held_on = timezone.localdate()
    join_link = _new_join_link(locked)
    locked.save(update_fields=["status", "opened_at", "at", "held_on", "code"])
    changes: audit.Changes = {"status": [Status.PREPARED.value, Status.OPEN.value]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Workshop.KIND, pk=locked.pk, changes=changes)
    return join_link


def _partners(question: Question) -> list[dict[str, str]]:
    """Members of today and those who were named beside them, by name."""
    members = members_of(question.network) if question.network is not None else []
    named = {str(member.organisation_id): member.organisation.name for member in members}
    candidates = Organisation.objects.current().filter(pk__in=question.keys).values_list("pk", "name")
    named |= {str(pk): name for pk, name in candidates}
    if not named:
        raise NobodyToPlace
    return [option(key, name) for key, name in sorted(named.items(), key=lambda each: each[1])]


def _new_join_link(workshop: Workshop) -> JoinLink:
    """A join link whose code no other open session has. The code goes on the session, its hash on the join link."""
    for _try in range(TRIES_FOR_A_CODE):
        workshop.code = new_code()
        join_link = JoinLink(
            id=uuid.UUID(bytes=secrets.token_bytes(16), version=4),
            authority_id=workshop.authority_id,
            workshop=workshop,
            code_hash=hash_of(workshop.code),
            expires_at=timezone.now() + LONGEST_OPEN,
        )
        try:
            with transaction.atomic():
                join_link.save(force_insert=True)
        except IntegrityError:
            continue
        return join_link
    raise NotPrepared


@transaction.atomic
def go_to(*, workshop: Workshop, number: int, seen: int) -> None:
    """Bring the room to a question, or to the lobby; voting on the former closes, a new question opens at once.

    `seen` is the stage the facilitator saw: two clicks are one step. Moved when the room was elsewhere by then.
    """
    locked = locked_open(workshop, seen)
    if number != LOBBY and not locked.questions.filter(number=number).exists():
        raise Moved
    if number == locked.at:
        return
    for question in locked.questions.filter(number=locked.at, voting=Voting.OPEN):
        _close(question)
    locked.at = number
    locked.save(update_fields=["at"])
    locked.questions.filter(number=number, voting=Voting.WAITING).update(voting=Voting.OPEN)
    phones_must_change(locked)


@transaction.atomic
def set_voting(*, workshop: Workshop, is_open: bool, seen: int) -> None:
    """Open or close voting on the question the room is on."""
    locked = locked_open(workshop, seen)
    question = _current(locked)
    if is_open:
        question.voting = Voting.OPEN
        question.save(update_fields=["voting"])
    else:
        _close(question)
    phones_must_change(locked)


def _close(question: Question) -> None:
    """No answer is counted from here on. Waits for answers on their way: they hold the question."""
    locked = Question.objects.select_for_update().get(pk=question.pk)
    locked.voting = Voting.CLOSED
    locked.save(update_fields=["voting"])
    if locked.shown:
        release_when_due(locked)


@transaction.atomic
def set_shown(*, workshop: Workshop, shown: bool) -> None:
    """Show the result of the current question on the screen, or take it off.

    A vote closes first, and answers on their way are waited for: what the screen shows is what was answered. Short
    texts keep coming in.
    """
    locked = locked_open(workshop)
    question = Question.objects.select_for_update().get(pk=_current(locked).pk)
    closes = shown and question.is_open and not question.takes_texts
    question.shown, question.voting = shown, Voting.CLOSED if closes else question.voting
    question.save(update_fields=["shown", "voting"])
    if shown:
        release_when_due(question)
    if closes:
        phones_must_change(locked)
    else:
        screens_must_change(locked)


@transaction.atomic
def note_agreed(*, workshop: Workshop, question: int, lines: Sequence[str]) -> None:
    """Put what the room agreed on with this question on the screen. NotOpen once the session is over."""
    locked = locked_open(workshop)
    Question.objects.filter(pk=question, workshop=locked).update(agreed=list(lines))
    screens_must_change(locked)


@transaction.atomic
def set_locked(*, workshop: Workshop, is_locked: bool) -> None:
    """Let nobody new in, or let them in again. Who is inside stays."""
    locked = locked_open(workshop)
    JoinLink.objects.filter(workshop=locked).update(locked=is_locked)
    screens_must_change(locked)


def locked_open(workshop: Workshop, seen: int | None = None) -> Workshop:
    """The session as it is, held until the transaction ends. NotOpen, or Moved when `seen` is a stage gone by."""
    locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if not locked.is_open:
        raise NotOpen
    if seen is not None and seen != locked.stage:
        raise Moved
    return locked


def _current(workshop: Workshop) -> Question:
    """The question the room is on; Moved in the lobby."""
    found = workshop.questions.filter(number=workshop.at).first()
    if found is None:
        raise Moved
    return found
