"""Preparing a session at a desk: what it is about, what it asks and in which order; copying it to run it again."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.db.models import F, Max

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.inquiry.questionnaires.public import title_of
from regiewijzer.inquiry.workshops.actions.leading import NotPrepared
from regiewijzer.inquiry.workshops.models import Question, Subject, Workshop
from regiewijzer.inquiry.workshops.queries.sources import Draft
from regiewijzer.register.networks.models import Network

MOST_QUESTIONS = 60
ASKED = (
    *("kind", "text", "discuss", "options", "low", "high", "most", "no_answer"),
    *("network", "phase", "scored", "source", "makes"),
)


class TooManyQuestions(Exception):
    """More than a room can bear; nothing was added."""


@transaction.atomic
def prepare(*, workshop: Workshop, by: Position) -> Workshop:
    """A new session, without questions yet."""
    workshop.authority_id, workshop.prepared_by = by.authority_id, by
    workshop.save(force_insert=True)
    _record(by.actor, Verb.CREATED, workshop, {"title": [None, workshop.title]})
    return workshop


@transaction.atomic
def change(*, workshop: Workshop, actor: Actor) -> Workshop:
    """Another title or day."""
    before = _prepared(workshop)
    changes = {
        name: [_plain(getattr(before, name)), _plain(getattr(workshop, name))]
        for name in ("title", "held_on")
        if getattr(before, name) != getattr(workshop, name)
    }
    workshop.save(update_fields=["title", "held_on"])
    if changes:
        _record(actor, Verb.CHANGED, workshop, changes)
    return workshop


@transaction.atomic
def add_subject(*, subject: Subject, actor: Actor) -> Subject:
    """The session is about one more thing."""
    _prepared(subject.workshop)
    subject.authority_id = actor.authority_id
    subject.save(force_insert=True)
    _record(actor, Verb.CHANGED, subject.workshop, {"subject": [None, subject.name]})
    return subject


@transaction.atomic
def remove_subject(*, subject: Subject, actor: Actor) -> None:
    """The session is not about this any more."""
    _prepared(subject.workshop)
    subject.delete()
    _record(actor, Verb.CHANGED, subject.workshop, {"subject": [subject.name, None]})


@transaction.atomic
def add_question(*, question: Question, actor: Actor) -> Question:
    """One more question, at the end."""
    workshop = _prepared(question.workshop)
    _add(workshop, [question])
    _record(actor, Verb.CHANGED, workshop, {"question": [None, question.text]})
    return question


@transaction.atomic
def add_drafts(*, workshop: Workshop, drafts: Iterable[Draft], actor: Actor, network: Network | None = None) -> int:
    """Questions of a questionnaire, or with which a room makes something of a network, at the end. Returns how many."""
    prepared = _prepared(workshop)
    questions = [
        Question(
            kind=draft.kind,
            text=draft.text,
            discuss=draft.discuss,
            options=draft.options,
            most=draft.most,
            no_answer=draft.no_answer,
            network=network,
            source=draft.source,
            makes=draft.makes,
        )
        for draft in drafts
    ]
    _add(prepared, questions)
    if questions:
        asked = questions[0].source
        title = title_of(asked["questionnaire"]) if asked else questions[0].text
        of_what = "questionnaire" if asked else "question"
        _record(actor, Verb.CHANGED, prepared, {of_what: [None, title], "questions": [None, len(questions)]})
    return len(questions)


@transaction.atomic
def change_question(*, question: Question, actor: Actor) -> Question:
    """Other words, options or ends."""
    before = Question.objects.get(pk=question.pk)
    workshop = _prepared(question.workshop)
    question.save(update_fields=list(ASKED))
    _record(actor, Verb.CHANGED, workshop, {"question": [before.text, question.text]})
    return question


@transaction.atomic
def remove_question(*, question: Question, actor: Actor) -> None:
    """Ask one question less; those after it move up."""
    workshop, number = _prepared(question.workshop), question.number
    question.delete()
    workshop.questions.filter(number__gt=number).update(number=F("number") - 1)
    _record(actor, Verb.CHANGED, workshop, {"question": [question.text, None]})


@transaction.atomic
def move_question(*, question: Question, down: bool, actor: Actor) -> None:
    """One place earlier or later; at either end nothing happens."""
    workshop = _prepared(question.workshop)
    here = Question.objects.get(pk=question.pk).number
    there = here + 1 if down else here - 1
    if not workshop.questions.filter(number=there).update(number=here):
        return
    Question.objects.filter(pk=question.pk).update(number=there)
    _record(actor, Verb.CHANGED, workshop, {"order": [here, there]})


@transaction.atomic
def copy_question(*, question: Question, actor: Actor) -> Question:
    """The same question once more, right after it."""
    workshop = _prepared(question.workshop)
    number = Question.objects.get(pk=question.pk).number
    workshop.questions.filter(number__gt=number).update(number=F("number") + 1)
    made = _same(question, workshop, number + 1)
    made.save(force_insert=True)
    _record(actor, Verb.CHANGED, workshop, {"question": [None, made.text]})
    return made


@transaction.atomic
def copy(*, workshop: Workshop, title: str, by: Position) -> Workshop:
    """The same session once more, to change or to run again; without anybody's answers."""
    made = Workshop(title=title, authority_id=by.authority_id, prepared_by=by, copied_from=workshop)
    made.save(force_insert=True)
    for subject in workshop.subjects.all():
        Subject.objects.create(
            authority_id=by.authority_id,
            workshop=made,
            kind=subject.kind,
            network_id=subject.network_id,
            instrument_id=subject.instrument_id,
            name=subject.name,
        )
    Question.objects.bulk_create(_same(each, made, each.number) for each in workshop.questions.all())
    _record(by.actor, Verb.CREATED, made, {"title": [None, title], "copied_from": [None, workshop.title]})
    return made


@transaction.atomic
def remove(*, workshop: Workshop, actor: Actor) -> None:
    """Throw away a session that was never opened."""
    prepared, key = _prepared(workshop), workshop.pk
    prepared.delete()
    workshop.pk = key
    _record(actor, Verb.REMOVED, workshop, {"title": [workshop.title, None]})


def _prepared(workshop: Workshop) -> Workshop:
    """The session, held until the transaction ends. NotPrepared once it was opened."""
    locked = Workshop.objects.select_for_update().get(pk=workshop.pk)
    if not locked.is_prepared:
        raise NotPrepared
    return locked


def _add(workshop: Workshop, questions: list[Question]) -> None:
    last = workshop.questions.aggregate(last=Max("number"))["last"] or 0
    if last + len(questions) > MOST_QUESTIONS:
        raise TooManyQuestions
    for number, question in enumerate(questions, start=last + 1):
        question.workshop, question.authority_id, question.number = workshop, workshop.authority_id, number
    Question.objects.bulk_create(questions)


def _same(question: Question, workshop: Workshop, number: int) -> Question:
    asked = {name: getattr(question, name) for name in ASKED}
    return Question(authority_id=workshop.authority_id, workshop=workshop, number=number, **asked)


def _record(actor: Actor, verb: Verb, workshop: Workshop, changes: audit.Changes) -> None:
    audit.record(actor=actor, verb=verb, kind=Workshop.KIND, pk=workshop.pk, changes=changes)


def _plain(value: Any) -> Any:
    return str(value) if value is not None else None
