"""A file that somebody chose and did not confirm yet: kept for a day at most, seen by nobody else."""

from datetime import timedelta
from typing import Self

from django.db import models
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.overview.exchange.wording import State
from regiewijzer.register.exchange.lists.words import Meaning

KEPT, UNDOABLE = timedelta(days=1), timedelta(days=365)
LONGEST_HEADING = 200
LONGEST_WAIT = timedelta(minutes=5)


class ImportDraftQuerySet(models.QuerySet["ImportDraft"]):
    def kept(self) -> Self:
        return self.exclude(pk__in=self.past().values("pk"))

    def past(self) -> Self:
        """Everything that is too old to keep. What can still be undone holds no cells any more, and stays longer."""
        now = timezone.now()
        undoable = models.Q(state=State.SAVED, uploaded_at__gt=now - UNDOABLE) & ~models.Q(made={})
        return self.filter(uploaded_at__lte=now - KEPT).exclude(undoable)


class ImportDraft(AuthorityOwned):
    """One upload. `files` until they are read, then `rows`, the cells; both go once it is saved.

    Of a list with headings of somebody's own, `listed` are its cells, `chosen` is what its columns become by sheet and
    heading, and `answers` what was said of its names. `made` are the keys of what came in, by sheet: with them it can
    be undone.

    `preview` is what the plan says, `digest` the plan it belongs to. `moved`: the register changed since the preview
    that was confirmed, so there is another one to look at.
    """

    position = models.ForeignKey(Position, models.CASCADE, related_name="+")
    file_name = models.CharField(max_length=200)
    state = models.CharField(max_length=10, choices=State.choices, default=State.READING)
    uploaded_at = models.DateTimeField(auto_now_add=True)
    files = models.BinaryField(null=True)
    rows = models.BinaryField(null=True)
    refusal = models.JSONField(default=dict)  # {reason, numbers}
    preview = models.JSONField(default=dict)
    listed = models.BinaryField(null=True)
    chosen = models.JSONField(default=list)  # [sheet, heading, meaning]
    answers = models.JSONField(default=dict)
    made = models.JSONField(default=dict)
    digest = models.CharField(max_length=64, blank=True)
    moved = models.BooleanField(default=False)
    started_at = models.DateTimeField(auto_now_add=True)

    objects = ImportDraftQuerySet.as_manager()

    class Meta:
        ordering = ["-uploaded_at"]

    def __str__(self) -> str:
        return self.file_name

    @property
    def working(self) -> bool:
        """Somebody has to wait for it."""
        return self.state in (State.READING, State.SAVING)

    @property
    def overdue(self) -> bool:
        """It waits so long that no worker may begin on it any more."""
        return self.working and timezone.now() - self.started_at > LONGEST_WAIT


class ListHeading(AuthorityOwned):
    """What somebody chose that a heading of their own list means; proposed the next time it is met."""

    heading = models.CharField(max_length=LONGEST_HEADING)  # as names are compared
    becomes = models.CharField(max_length=20, choices=[(each.value, each.value) for each in Meaning])

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "heading"], name="list_heading_once")]

    def __str__(self) -> str:
        return f"{self.heading}: {self.becomes}"
