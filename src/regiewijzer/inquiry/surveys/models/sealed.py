"""The envelopes: codes that each open a survey once, and the answers that came in.

No time, no address, no key to a person. `actions.sealing` writes these tables, `queries.release` reads them, and a
test sees to it that nobody else does. `cell` is one of at least five people; `name` is empty unless the survey is with
names.
"""

import uuid

from django.db import models

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.inquiry.surveys.models.surveys import Survey


class Code(AuthorityOwned):
    """A code that was not used yet: its salted hash. Rows stand in the order of their hashes; using one deletes it."""

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    hash = models.CharField(max_length=64)
    cell = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=150, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "survey", "hash"], name="code_once")]

    def __str__(self) -> str:
        return "a code"


class SealedAnswers(AuthorityOwned):
    """One form that came in, under an id by chance. `answers` as in a Sitting."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    cell = models.CharField(max_length=60, blank=True)
    name = models.CharField(max_length=150, blank=True)
    answers = models.JSONField(default=dict)

    def __str__(self) -> str:
        return "sealed answers"


class SealedText(AuthorityOwned):
    """An answer in somebody's own words, apart from their other answers and shuffled apart.

    Only of sealed surveys: with names, words stand among the answers.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    survey = models.ForeignKey(Survey, models.CASCADE, related_name="+")
    question = models.CharField(max_length=60)
    text = models.TextField()

    def __str__(self) -> str:
        return "a sealed text"
