"""Challenges: results that several organisations have to reach together."""

from enum import StrEnum
from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.policy.models import policy_codes_field
from regiewijzer.register.records.models import Record, RecordQuerySet
from regiewijzer.register.records.wording import word_choices


class Status(StrEnum):
    """Where a challenge stands."""

    OPEN = "open"
    REACHED = "reached"
    DROPPED = "dropped"


class ChallengeQuerySet(RecordQuerySet["Challenge"]):
    """Scopes of challenges."""


class Challenge(Record):
    """What has to be reached, for whom, where, by when."""

    KIND: ClassVar[str] = "challenge"
    PERSONAL: ClassVar[tuple[str, ...]] = ("owner",)

    result = models.TextField(_("what has to be reached"), max_length=2000, blank=True)
    themes = ArrayField(models.CharField(max_length=40), verbose_name=_("themes"), default=list, blank=True)
    target_groups = ArrayField(models.CharField(max_length=100), verbose_name=_("for whom"), default=list, blank=True)
    territory = models.CharField(_("where"), max_length=150, blank=True)
    owner = models.CharField(_("who answers for it"), max_length=150, blank=True)
    due = models.DateField(_("by when"), null=True, blank=True)
    status = models.CharField(
        _("status"), max_length=20, choices=partial(word_choices, "challenge_statuses"), default=Status.OPEN.value
    )

    policy_codes = policy_codes_field()

    objects = ChallengeQuerySet.as_manager()

    class Meta:
        verbose_name = _("challenge")
        verbose_name_plural = _("challenges")

    def search_line(self) -> str:
        return self.result

    def search_text(self) -> str:
        return f"{' '.join(self.target_groups)} {self.territory} {self.owner} {' '.join(self.policy_codes)}"
