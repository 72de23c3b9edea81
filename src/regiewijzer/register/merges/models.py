"""What a merge changed, row by row, so that it can be taken back; and what somebody said is not one."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned

UNDOABLE = timedelta(days=30)


class MergeQuerySet(models.QuerySet["Merge"]):
    def standing(self) -> Self:
        """Those that were not taken back."""
        return self.filter(undone_at=None)

    def undoable(self, now: datetime) -> Self:
        """Of which what they changed is still remembered."""
        return self.standing().filter(merged_at__gt=now - UNDOABLE).exclude(rows=[])


class ApartQuerySet(models.QuerySet["Apart"]):
    """Pairs that are not one."""


class Merge(AuthorityOwned):
    """The record `goes` became a part of the record `stays`, both of one kind.

    `rows`: every row it touched, [{table, pk, before, after}], with null for a row that was not there; it is emptied
    when the merge can no longer be undone, because it holds what people wrote. `references`: which rows pointed at a
    row that took another in, by table and field.
    """

    kind = models.CharField(max_length=40)
    stays = models.BigIntegerField()
    goes = models.BigIntegerField()
    merged_at = models.DateTimeField()
    by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")
    undone_at = models.DateTimeField(null=True)
    rows = models.JSONField(default=list)
    references = models.JSONField(default=dict)

    objects = MergeQuerySet.as_manager()

    class Meta:
        ordering = ["-merged_at", "-id"]
        indexes = [
            models.Index(fields=["authority", "kind", "stays"], name="merge_stays"),
            models.Index(fields=["authority", "kind", "goes"], name="merge_goes"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.goes} in {self.stays}"


class Apart(AuthorityOwned):
    """Two records that look alike and are not one: nobody is asked again. `one` has the lower key."""

    kind = models.CharField(max_length=40)
    one = models.BigIntegerField()
    other = models.BigIntegerField()

    objects = ApartQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "kind", "one", "other"], name="apart_once")]

    def __str__(self) -> str:
        return f"{self.kind} {self.one} and {self.other}"
