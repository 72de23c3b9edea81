"""Who takes part, and what they answer. No row holds a moment; when the session ends the keys go and rows are shuffled.

Nothing here points at an account.
"""

from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.inquiry.workshops.models.questions import Question
from regiewijzer.inquiry.workshops.models.workshops import Subject, Workshop

LONGEST_TEXT = 200
TEXTS_EACH = 3


class Participant(AuthorityOwned):
    """A phone in one session, known by the hash of a key that only that phone has. Gone when the session ends."""

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="phones")
    key_hash = models.CharField(max_length=64)
    subject = models.ForeignKey(Subject, models.SET_NULL, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workshop", "key_hash"], name="workshop_participant_once")]

    def __str__(self) -> str:
        return f"phone in {self.workshop_id}"


class Vote(AuthorityOwned):
    """One answer of one phone to one question; changed in place until voting closes.

    `answer` by kind: scale and slider a whole number, choice a list of keys, ranking key -> place, placing key -> ring;
    null is 'I don't know'. `submit` is made by the phone, so that sending twice makes one row. `round`: the number of
    releases there had been when it was last changed. `participant` and `submit` are null once the session has ended.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="votes")
    participant = models.ForeignKey(Participant, models.CASCADE, null=True, related_name="votes")
    submit = models.UUIDField(null=True)
    answer = models.JSONField(null=True)
    round = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "participant"], name="workshop_vote_once"),
            models.UniqueConstraint(fields=["authority", "submit"], name="workshop_vote_submit_once"),
        ]

    def __str__(self) -> str:
        return f"vote on {self.question_id}"


class Group(AuthorityOwned):
    """Short texts the facilitator put together."""

    question = models.ForeignKey(Question, models.CASCADE, related_name="groups")
    title = models.CharField(max_length=100)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["question", "title"], name="workshop_group_once")]

    def __str__(self) -> str:
        return self.title


class Contribution(AuthorityOwned):
    """A short text from a phone. Each phone has a few slots for a question; both are null once the session has ended.

    `hidden`: the facilitator keeps it off the screen and out of the account.
    """

    question = models.ForeignKey(Question, models.CASCADE, related_name="contributions")
    participant = models.ForeignKey(Participant, models.CASCADE, null=True, related_name="contributions")
    slot = models.PositiveSmallIntegerField(null=True)
    text = models.CharField(max_length=LONGEST_TEXT)
    group = models.ForeignKey(Group, models.SET_NULL, null=True, related_name="contributions")
    hidden = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["question", "participant", "slot"], name="workshop_contribution_slot_once")
        ]

    def __str__(self) -> str:
        return self.text
