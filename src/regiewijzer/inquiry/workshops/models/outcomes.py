"""What came out of a session: a measurement of its day, frozen when it ended."""

from django.db import models
from django.db.models import Q

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.inquiry.workshops.models.questions import Question
from regiewijzer.inquiry.workshops.models.workshops import Subject


class Outcome(AuthorityOwned):
    """The tally of one question, of the whole room or of those who answered for one subject.

    Only groups that may be shown have a row: five answers or more, and no smaller group to be had by taking rows apart.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="outcomes")
    subject = models.ForeignKey(Subject, models.CASCADE, null=True, related_name="outcomes")
    tally = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "subject"], name="workshop_outcome_once"),
            models.UniqueConstraint(fields=["question"], condition=Q(subject=None), name="workshop_outcome_room_once"),
        ]

    def __str__(self) -> str:
        return f"outcome of {self.question_id}"
