"""Which sessions are there, and what do they hold?"""

from django.db.models import Count, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.models import Kind, Question, Status, Subject, Workshop


def workshops_of(position: Position) -> QuerySet[Workshop]:
    """Sessions this person may see: all for who leads them, else those that have ended."""
    found = Workshop.objects.annotate(asked=Count("questions", distinct=True))
    return found if position.may(Right.FACILITATE) else found.filter(status=Status.ENDED)


def workshop_of(pk: int) -> Workshop:
    """The session, or 404: not there and not yours are the same."""
    return get_object_or_404(Workshop, pk=pk)


def prepared_workshop_of(pk: int) -> Workshop:
    """A session that was not opened yet, or 404."""
    return get_object_or_404(Workshop, pk=pk, status=Status.PREPARED)


def ended_workshop_of(pk: int) -> Workshop:
    """A session that has ended, or 404."""
    return get_object_or_404(Workshop.objects.select_related("prepared_by__user"), pk=pk, status=Status.ENDED)


def question_of(workshop: Workshop, pk: int) -> Question:
    """A question of this session, or 404: one of another session is not there."""
    return get_object_or_404(Question.objects.select_related("workshop"), pk=pk, workshop=workshop)


def question_in(workshop: int, pk: int) -> Question | None:
    """A question of the session with this key; None when it is not there or of another session."""
    return Question.objects.filter(pk=pk, workshop=workshop).first()


def text_question_of(workshop: Workshop, pk: int) -> Question:
    """A question of this session that asks for texts, or 404."""
    question = question_of(workshop, pk)
    if question.kind != Kind.TEXT:
        raise Http404
    return question


def subject_of(workshop: Workshop, pk: int) -> Subject:
    """What this session is about, or 404."""
    return get_object_or_404(Subject, pk=pk, workshop=workshop)


def subjects_of(workshop: Workshop) -> list[Subject]:
    """What the session is about, by name."""
    return list(Subject.objects.filter(workshop=workshop))


def questions_of(workshop: Workshop) -> list[Question]:
    """The questions in order."""
    return list(Question.objects.filter(workshop=workshop).select_related("network"))
