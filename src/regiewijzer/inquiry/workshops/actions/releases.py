"""When may a room see how it answered? The first tally takes five votes, and each next one five more.

A tally is frozen when it is released: in between, bars stand still, so nobody can read a single vote from a bar that
moves. A vote counts towards the next release once it was cast or changed since the last; when fewer than five are left
at the end, they stay out of every figure, because the difference would be theirs alone.
"""

from django.db import transaction

from regiewijzer.inquiry.workshops.actions.announcing import screens_must_change
from regiewijzer.inquiry.workshops.models import Question, Vote, Workshop
from regiewijzer.inquiry.workshops.tallies import stored, tally

STEP = 5


def waiting(question: Question) -> int:
    """How many votes were cast or changed since the last release."""
    return Vote.objects.filter(question=question, round=question.releases).count()


@transaction.atomic
def release_when_due(question: Question) -> bool:
    """Freeze a new tally when enough votes wait for it. Returns whether one was made."""
    if question.takes_texts or waiting(question) < STEP:
        return False
    workshop = Workshop.objects.select_for_update().get(pk=question.workshop_id)  # always before its questions
    locked = Question.objects.select_for_update().get(pk=question.pk)
    if waiting(locked) < STEP:
        return False
    answers = Vote.objects.filter(question=locked).values_list("answer", flat=True)
    locked.released, locked.releases = stored(tally(locked, answers)), locked.releases + 1
    locked.save(update_fields=["released", "releases"])
    question.released, question.releases = locked.released, locked.releases
    screens_must_change(workshop)
    return True
