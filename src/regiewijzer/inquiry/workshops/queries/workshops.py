"""Which sessions are there, and what do they hold?"""

from django.core.exceptions import PermissionDenied
from django.db.models import Count, Q, QuerySet
from django.http import Http404
from django.shortcuts import get_object_or_404

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.models import Kind, Question, Status, Subject, Workshop
from regiewijzer.register.networks.queries import networks_of_manager


def workshops_of(position: Position) -> QuerySet[Workshop]:
    """Sessions this person may see: those they may lead, and those that have ended."""
    led = led_by(position)
    seen = Workshop.objects.filter(Q(status=Status.ENDED) | Q(pk__in=led.values("pk")))
    return seen.annotate(asked=Count("questions", distinct=True))


def led_by(position: Position) -> QuerySet[Workshop]:
    """Sessions this person may prepare and lead: all by their role, or those about nothing but networks they manage."""
    if position.may(Right.FACILITATE):
        return Workshop.objects.all()
    if not position.may(Right.SEE):
        return Workshop.objects.none()
    theirs = networks_of_manager(position).values("pk")
    others = Subject.objects.exclude(network__in=theirs).values("workshop")
    elsewhere = Question.objects.filter(network__isnull=False).exclude(network__in=theirs).values("workshop")
    about = Subject.objects.filter(network__in=theirs).values("workshop")
    return Workshop.objects.filter(pk__in=about).exclude(pk__in=others).exclude(pk__in=elsewhere)


def may_lead(position: Position, workshop: Workshop) -> bool:
    """Whether this person may prepare and lead this session."""
    return position.may(Right.FACILITATE) or led_by(position).filter(pk=workshop.pk).exists()


def led_workshop(position: Position, pk: int) -> Workshop:
    """The session for who may lead it; 404 when it is not there, 403 when it is not theirs to lead."""
    found = get_object_or_404(Workshop, pk=pk)
    if not may_lead(position, found):
        raise PermissionDenied
    return found


def prepared_workshop(position: Position, pk: int) -> Workshop:
    """The same for a session that was not opened yet."""
    found = led_workshop(position, pk)
    if not found.is_prepared:
        raise Http404
    return found


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
