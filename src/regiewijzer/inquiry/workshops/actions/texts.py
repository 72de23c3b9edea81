"""Putting short texts in groups while the room is there, keeping one off the screen, and letting the room vote."""

from collections.abc import Collection

from django.db import transaction
from django.db.models import F

from regiewijzer.inquiry.workshops.actions.announcing import screens_must_change
from regiewijzer.inquiry.workshops.actions.leading import Moved, locked_open
from regiewijzer.inquiry.workshops.models import Contribution, Group, Kind, Question, Workshop
from regiewijzer.inquiry.workshops.models.questions import option

MOST_CHOSEN = 3
FEWEST_GROUPS = 2


@transaction.atomic
def put_in_group(*, question: Question, contributions: Collection[int], title: str) -> None:
    """Put texts of one question under a name, made when it is new; an empty name takes them out of their group."""
    workshop, group = locked_open(question.workshop), None
    if title:
        group, _made = Group.objects.get_or_create(authority_id=question.authority_id, question=question, title=title)
    Contribution.objects.filter(question=question, pk__in=contributions).update(group=group)
    Group.objects.filter(question=question, contributions=None).delete()
    screens_must_change(workshop)


@transaction.atomic
def set_hidden(*, question: Question, contributions: Collection[int], hidden: bool) -> None:
    """Keep texts off the screen and out of the account, or bring them back."""
    workshop = locked_open(question.workshop)
    Contribution.objects.filter(question=question, pk__in=contributions).update(hidden=hidden)
    screens_must_change(workshop)


@transaction.atomic
def vote_on_groups(*, question: Question, text: str) -> Question:
    """A choice between the groups of these texts, to be asked right after them. Moved without two groups."""
    workshop = locked_open(question.workshop)
    groups = list(Group.objects.filter(question=question))
    if len(groups) < FEWEST_GROUPS:
        raise Moved
    number = Question.objects.get(pk=question.pk).number
    workshop.questions.filter(number__gt=number).update(number=F("number") + 1)
    Workshop.objects.filter(pk=workshop.pk, at__gt=number).update(at=F("at") + 1)
    made = Question.objects.create(
        authority_id=workshop.authority_id,
        workshop=workshop,
        number=number + 1,
        kind=Kind.CHOICE,
        text=text,
        options=[option(place, group.title) for place, group in enumerate(groups, start=1)],
        most=min(MOST_CHOSEN, len(groups) - 1),
    )
    screens_must_change(workshop)
    return made
