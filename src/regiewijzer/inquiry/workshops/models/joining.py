"""How is a session found by somebody without an account? Doors stand outside the wall, because the code comes first.

docs/decisions/0009 says why these two tables have no wall.
"""

import uuid

from django.db import models
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.workshops.models.workshops import Workshop


class JoinLink(models.Model):
    """The way into one open session; gone when it ends. `id` stands in the QR code, `code_hash` is of the typed code.

    A locked join link lets nobody new in; who is inside stays.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+")
    workshop = models.OneToOneField(Workshop, models.CASCADE, related_name="join_link")
    code_hash = models.CharField(max_length=64, unique=True)
    locked = models.BooleanField(default=False)
    expires_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.id)

    @property
    def open(self) -> bool:
        """Whether the session is still on."""
        return self.expires_at > timezone.now()


class JoinAttempts(models.Model):
    """How many wrong codes, or phones of a session, came from one address in one stretch of time, under a keyed hash.

    An empty address counts the wrong codes of everybody.
    """

    window = models.PositiveIntegerField()
    address = models.CharField(max_length=64, blank=True)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["window", "address"], name="workshop_guesses_once")]

    def __str__(self) -> str:
        return f"{self.count} in {self.window}"
