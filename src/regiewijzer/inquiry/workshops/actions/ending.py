"""Ending a session: what it says is frozen, and then nothing tells any more who gave which answers.

Per subject a tally is kept only when every group of people that can be told apart by it, also by taking known figures
from each other, holds five or more. Then the keys go, and votes and texts are written again in an order by chance.
"""

import random
from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import TypeVar

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.workshops.actions.announcing import phones_must_change
from regiewijzer.inquiry.workshops.actions.leading import NotOpen
from regiewijzer.inquiry.workshops.actions.releases import STEP, release_when_due, waiting
from regiewijzer.inquiry.workshops.models import (
    Contribution,
    JoinLink,
    Outcome,
    Participant,
    Question,
    Status,
    Vote,
    Voting,
    Workshop,
)
from regiewijzer.inquiry.workshops.queries.rooms import answers_to
from regiewijzer.inquiry.workshops.tallies import Tally, stored, tally

BATCH = 500
V = TypeVar("V", Vote, Contribution)


@transaction.atomic
def end(*, workshop: Workshop, actor: Actor) -> Workshop:
    """Close the join link for good, freeze the outcome, drop the keys and shuffle. NotOpen when it is not open."""
    locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if not locked.is_open:
        raise NotOpen
    questions = list(Question.objects.select_for_update().filter(workshop=locked))
    for question in questions:
        if question.voting == Voting.OPEN:
            question.voting = Voting.CLOSED
            question.save(update_fields=["voting"])
        if question.takes_texts:
            _keep_texts(question)
        else:
            release_when_due(question)
            _freeze(question)
    locked.participants = Participant.objects.filter(workshop=locked).count()
    _forget_who(locked)
    locked.status, locked.ended_at, locked.code = Status.ENDED, timezone.now(), ""
    locked.save(update_fields=["participants", "status", "ended_at", "code"])
    phones_must_change(locked)
    changes: audit.Changes = {"status": [Status.OPEN.value, Status.ENDED.value]}
    audit.record(actor=actor, verb=Verb.ENDED, kind=Workshop.KIND, pk=locked.pk, changes=changes)
    return locked


def end_overdue() -> int:
    """End sessions whose join link closed by itself, so that no key lies about because somebody forgot. Returns how
    many.

    Inside the wall of one authority.
    """
    overdue = list(Workshop.objects.filter(status=Status.OPEN, join_link__expires_at__lte=timezone.now()))
    for workshop in overdue:
        end(workshop=workshop, actor=Actor(workshop.authority_id))
    return len(overdue)


def _keep_texts(question: Question) -> None:
    """Texts of five phones or more stay, without those that were kept off the screen; of fewer nothing is kept."""
    texts = Contribution.objects.filter(question=question)
    phones = answers_to(question)
    if phones < STEP:
        texts.delete()
        return
    texts.filter(hidden=True).delete()
    question.released = stored(Tally(phones, 0, ()))
    question.save(update_fields=["released"])


def _freeze(question: Question) -> None:
    """The outcome of the whole room as it was last released, and of each subject where that can be told."""
    if question.released is None:
        return
    room = Outcome(authority_id=question.authority_id, question=question, tally=question.released)
    Outcome.objects.bulk_create([room, *_outcomes_of_subjects(question)])


def _outcomes_of_subjects(question: Question) -> Iterable[Outcome]:
    """Nothing when votes stay out of the room's figures: with the subjects' figures they could be had back."""
    if waiting(question):
        return
    answers = defaultdict(list)
    for subject, answer in Vote.objects.filter(question=question).values_list("participant__subject", "answer"):
        answers[subject].append(answer)
    sizes: dict[int | None, int] = {subject: len(given) for subject, given in answers.items()}
    for subject in subjects_to_tell(sizes):
        found = stored(tally(question, answers[subject]))
        yield Outcome(authority_id=question.authority_id, question=question, subject_id=subject, tally=found)


def subjects_to_tell(sizes: Mapping[int | None, int]) -> list[int]:
    """The subjects of which a tally may be told beside that of the whole room.

    Each has five answers or more, and what the room holds beyond them is nothing or five or more: else the smallest of
    them stays untold as well. None stands for people who named no subject.
    """
    large_enough = sorted(
        (key for key, size in sizes.items() if key is not None and size >= STEP), key=lambda key: sizes[key]
    )
    rest = sum(sizes.values()) - sum(sizes[key] for key in large_enough)
    while large_enough and 0 < rest < STEP:
        rest += sizes[large_enough.pop(0)]
    return sorted(large_enough)


def _forget_who(workshop: Workshop) -> None:
    """No key, no row order and no transaction links one answer to another."""
    _write_again(list(Vote.objects.filter(question__workshop=workshop)))
    _write_again(list(Contribution.objects.filter(question__workshop=workshop)))
    Participant.objects.filter(workshop=workshop).delete()
    JoinLink.objects.filter(workshop=workshop).delete()


def _write_again(rows: list[V]) -> None:
    """The same rows under new keys, all at once and in an order by chance, without whose they were."""
    if not rows:
        return
    model = type(rows[0])
    model._default_manager.filter(pk__in=[row.pk for row in rows]).delete()
    random.SystemRandom().shuffle(rows)
    for row in rows:
        row.pk, row.participant = None, None
        for name in ("submit", "slot"):
            if hasattr(row, name):
                setattr(row, name, None)
    model._default_manager.bulk_create(rows, batch_size=BATCH)
