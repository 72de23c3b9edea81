"""Findings as they stand, kept so that pages need not compute and a coordinator sees what came and went."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.library.entries import WeightLevel
from regiewijzer.library.finding_text import FindingText, subject_key
from regiewijzer.register.decisions.models import FindingEvidence
from regiewijzer.science.finding import Certainty, Ground
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.rules.vocabulary import Reason

DIGITS_OF_DIGEST = 12


class StoredFindingQuerySet(models.QuerySet["StoredFinding"]):
    def standing(self) -> Self:
        return self.filter(gone_on=None)

    def speaking_for(self, key: str) -> Self:
        """Findings with this key, or that speak for the one with this key."""
        return self.filter(Q(key=key) | Q(also__contains=[{"key": key}]))


class StoredFinding(AuthorityOwned):
    """One finding. `key` names its rule and records; `numbers` are those of today, or of the day it went.

    `owner` looks into it; one that was put off comes back on the day `not_now_until`. `also`:
    other rules that tell the same fact, for which it speaks.
    """

    key = models.CharField(max_length=300)
    rule = models.CharField(max_length=60)
    weight = models.PositiveSmallIntegerField()
    subjects = models.JSONField(default=list)  # [{kind, ref, name}], the first is what it belongs to
    numbers = models.JSONField(default=dict)
    certainty = models.CharField(max_length=10)
    grounds = models.JSONField(default=list)  # [{code, holds, numbers}]
    measured_on = models.DateField(null=True)
    rule_version = models.PositiveSmallIntegerField(null=True)
    limits_used = models.JSONField(default=dict)  # as they held, by name
    size = models.FloatField(null=True)  # how far beyond its limit, as so many times what counts as near
    measured = models.BooleanField(default=False)  # several people were asked
    also = models.JSONField(default=list)  # [{key, rule, numbers, certainty, grounds, measured_on, ...}]
    owner = models.ForeignKey(
        Position, models.SET_NULL, null=True, blank=True, related_name="findings", verbose_name=_("assigned to")
    )
    not_now_until = models.DateField(_("not now, until"), null=True, blank=True)
    not_now_reason = models.CharField(_("why not now"), max_length=300, blank=True)
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

    @property
    def keys(self) -> tuple[str, ...]:
        """Its own key and those of the findings it speaks for."""
        return (self.key, *(other["key"] for other in self.also))

    @property
    def level(self) -> WeightLevel:
        """When it deserves attention, among the other findings."""
        return WeightLevel.of(self.weight)

    @property
    def digest(self) -> str:
        """Another one whenever what it says is another."""
        said = json.dumps([self.key, self.numbers, self.weight, self.certainty], sort_keys=True)
        return sha256(said.encode()).hexdigest()[:DIGITS_OF_DIGEST]

    def later(self, day: date) -> bool:
        """Whether somebody put it off until after this day."""
        return self.not_now_until is not None and self.not_now_until > day

    @property
    def rules(self) -> tuple[str, ...]:
        """The rules that tell this, each once, the one that speaks first."""
        return tuple(dict.fromkeys([self.rule, *(other["rule"] for other in self.also)]))

    @property
    def belongs_to(self) -> str:
        """The key of its first subject; empty without one."""
        return next((subject_key(about["kind"], about["ref"]) for about in self.subjects), "")

    def evidence_of(self, key: str) -> FindingEvidence:
        """What the rule with one of its keys rests on. KeyError for another key."""
        own = FindingEvidence(self.numbers, self.rule_version, self.limits_used)
        others = {
            other["key"]: FindingEvidence(other["numbers"], other.get("rule_version"), other.get("limits_used", {}))
            for other in self.also
        }
        return {**others, self.key: own}[key]

    def text(self, limits: Limits = DEFAULTS) -> FindingText:
        """What it says, with the limits that hold where its rule is shown."""
        return FindingText(
            self.rule,
            self.numbers,
            Certainty(self.certainty),
            _read(self.grounds),
            self.measured_on,
            tuple(
                FindingText(
                    other["rule"],
                    other["numbers"],
                    Certainty(other["certainty"]),
                    _read(other["grounds"]),
                    date.fromisoformat(other["measured_on"]) if other["measured_on"] else None,
                    limits=limits,
                    limits_used=_known(other.get("limits_used", {})),
                )
                for other in self.also
            ),
            limits,
            _known(self.limits_used),
            self.weight,
            self.belongs_to,
        )


def _read(grounds: Sequence[dict[str, Any]]) -> tuple[Ground, ...]:
    """Those we still have words for: a finding that went may have grounds of an earlier version."""
    worded = set(Reason)
    return tuple(Ground(each["code"], each["holds"], each["numbers"]) for each in grounds if each["code"] in worded)


def _known(limits_used: dict[str, float]) -> dict[str, float]:
    """Those there still are."""
    return {name: value for name, value in limits_used.items() if hasattr(DEFAULTS, name)}


class Refresh(AuthorityOwned):
    """Up to which line of the audit trail, and on which day, the findings were computed, with their pictures.

    `pictures`: what sections.py draws, by language.
    """

    entry = models.PositiveIntegerField(default=0)
    day = models.DateField(null=True)
    pictures = models.JSONField(default=dict)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority"], name="refresh_once_per_authority")]

    def __str__(self) -> str:
        return f"findings up to entry {self.entry}"
