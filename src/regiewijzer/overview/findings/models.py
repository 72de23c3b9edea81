"""Findings as they stand, kept so that pages need not compute and a coordinator sees what came and went."""

from typing import Self

from django.db import models
from django.db.models import Q

from regiewijzer.foundation.authorities.models import AuthorityOwned


class StoredFindingQuerySet(models.QuerySet["StoredFinding"]):
    def standing(self) -> Self:
        return self.filter(gone_on=None)


class StoredFinding(AuthorityOwned):
    """One finding. `key` names its rule and records; `numbers` are those of today, or of the day it went."""

    key = models.CharField(max_length=300)
    rule = models.CharField(max_length=60)
    weight = models.PositiveSmallIntegerField()
    subjects = models.JSONField(default=list)  # [{kind, ref, name}], the first is what it belongs to
    numbers = models.JSONField(default=dict)
    certainty = models.CharField(max_length=10)
    grounds = models.JSONField(default=list)  # [{code, holds, numbers}]
    measured_on = models.DateField(null=True)
    found_on = models.DateField()
    gone_on = models.DateField(null=True)

    objects = StoredFindingQuerySet.as_manager()

    class Meta:
        ordering = ["-weight", "rule", "key"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "key"], condition=Q(gone_on=None), name="finding_stands_once")
        ]

    def __str__(self) -> str:
        return self.key


class Refresh(AuthorityOwned):
    """Up to which line of the audit trail, and on which day, the findings were computed."""

    entry = models.PositiveIntegerField(default=0)
    day = models.DateField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority"], name="refresh_once_per_authority")]

    def __str__(self) -> str:
        return f"findings up to entry {self.entry}"
