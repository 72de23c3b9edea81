"""Decisions: answers to findings and decisions taken by hand, each with a day on which it is looked at again."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.models import Record, RecordQuerySet
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.finding import Finding
from regiewijzer.science.rules.vocabulary import version_of


class Answer(StrEnum):
    """What was decided about a finding."""

    ACT = "act"
    ACCEPT = "accept"
    NOT_APPLICABLE = "not_applicable"


class Outcome(StrEnum):
    """What the review showed."""

    HELPED = "helped"
    PARTLY = "partly"
    NOT = "not"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class FindingEvidence:
    """What a finding rested on, on one day: its numbers, the version of its rule, and the limits as they held.

    `rule_version` is None where a version of Regiewijzer that did not keep it stored the finding.
    """

    numbers: Mapping[str, Any]
    rule_version: int | None
    limits_used: Mapping[str, Any]

    @classmethod
    def of(cls, finding: Finding) -> Self:
        """Of a finding of today."""
        return cls(finding.numbers, version_of(finding.rule), finding.limits_used)


class DecisionQuerySet(RecordQuerySet["Decision"]):
    def to_review(self, day: date) -> Self:
        return self.current().filter(review_on__lte=day, reviewed_on=None)

    def about(self, kind: str, *pks: int) -> Self:
        """Those that are about any of these records, or answer a finding that is: of a pair or a group, every one."""
        found = Q(**{f"{kind}__in": pks}) if kind in Decision.ABOUT else Q(pk__in=())
        for pk in pks:
            found |= Q(subjects__contains=[{"kind": kind, "ref": pk}])
        return self.filter(found)

    def standing(self) -> Self:
        """Decisions that still answer their finding: not yet reviewed."""
        return self.current().filter(reviewed_on=None)


class Decision(Record):
    """What was decided, by whom, who does what by when, and when it is looked at again.

    `finding` is the key of the finding it answers; `numbers`, `rule_version` and `limits_used` are what the finding
    rested on that day, and those of `review` what it rested on at the review (no numbers: the finding was gone).
    """

    KIND: ClassVar[str] = "decision"
    PERSONAL: ClassVar[tuple[str, ...]] = ("responsible",)
    ALIKE_IN: ClassVar[tuple[str, ...]] = ("network", "instrument", "challenge", "decided_on")
    ABOUT: ClassVar[frozenset[str]] = frozenset({"challenge", "network", "instrument", "organisation"})

    answer = models.CharField(
        _("answer"), max_length=20, choices=partial(word_choices, "decision_kinds"), default=Answer.ACT.value
    )
    reason = models.TextField(_("reason"), blank=True, max_length=4000)
    responsible = models.CharField(_("who does it"), max_length=150, blank=True)
    due = models.DateField(_("by when"), null=True, blank=True)
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    decided_on = models.DateField(_("decided on"), default=timezone.localdate)
    decided_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="decisions", editable=False)

    challenge = models.ForeignKey(
        Challenge, models.SET_NULL, null=True, blank=True, related_name="decisions", verbose_name=_("challenge")
    )
    network = models.ForeignKey(
        Network, models.SET_NULL, null=True, blank=True, related_name="decisions", verbose_name=_("network")
    )
    instrument = models.ForeignKey(
        Instrument, models.SET_NULL, null=True, blank=True, related_name="decisions", verbose_name=_("instrument")
    )
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="decisions", verbose_name=_("organisation")
    )

    rule = models.CharField(max_length=60, blank=True, editable=False)
    subjects = models.JSONField(default=list, editable=False)  # of its finding: [{kind, ref, name}], in its order
    finding = models.CharField(max_length=300, blank=True, editable=False)
    numbers = models.JSONField(default=dict, editable=False)
    rule_version = models.PositiveSmallIntegerField(null=True, editable=False)
    limits_used = models.JSONField(default=dict, editable=False)

    reviewed_on = models.DateField(null=True, editable=False)
    outcome = models.CharField(
        _("did it help?"), max_length=20, choices=partial(word_choices, "decision_outcomes"), blank=True, editable=False
    )
    review_note = models.TextField(_("what you learned"), blank=True, max_length=4000, editable=False)
    review_numbers = models.JSONField(null=True, editable=False)
    review_rule_version = models.PositiveSmallIntegerField(null=True, editable=False)
    review_limits_used = models.JSONField(default=dict, editable=False)

    objects = DecisionQuerySet.as_manager()

    class Meta:
        ordering = ["-decided_on", "-id"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        indexes = [models.Index(fields=["authority", "finding"], name="decision_finding")]
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="act") | ~Q(reason=""),
                name="decision_has_reason",
                violation_error_message=_("Write why: that is what you will want to read later."),
            )
        ]

    @property
    def open(self) -> bool:
        """Whether it can still be looked at again."""
        return self.reviewed_on is None and not self.archived

    def answer_to(self, rule: str, key: str, subjects: Iterable[dict[str, Any]], evidence: FindingEvidence) -> None:
        """Make it answer the finding of this rule under this key, with what it is about and rests on today."""
        self.rule, self.finding, self.subjects = rule, key, list(subjects)
        self.numbers = dict(evidence.numbers)
        self.rule_version, self.limits_used = evidence.rule_version, dict(evidence.limits_used)

    @property
    def evidence(self) -> FindingEvidence:
        """What its finding rested on when it was taken."""
        return FindingEvidence(self.numbers, self.rule_version, self.limits_used)

    @property
    def review_evidence(self) -> FindingEvidence | None:
        """What its finding rested on at the last look; None when it was gone, or nobody looked yet."""
        if self.review_numbers is None:
            return None
        return FindingEvidence(self.review_numbers, self.review_rule_version, self.review_limits_used)

    def search_line(self) -> str:
        return self.reason

    def search_text(self) -> str:
        return self.responsible


class Review(AuthorityOwned):
    """One look at a decision. The decision carries what the last one showed; here every one of them stays.

    numbers, rule_version, limits_used: what the finding rested on that day; no numbers when it was gone.
    again_on: None when this look closed it.
    """

    decision = models.ForeignKey(Decision, models.CASCADE, related_name="reviews")
    seen_on = models.DateField(default=timezone.localdate)
    outcome = models.CharField(max_length=20, choices=partial(word_choices, "decision_outcomes"))
    note = models.TextField(blank=True)
    numbers = models.JSONField(null=True)
    rule_version = models.PositiveSmallIntegerField(null=True)
    limits_used = models.JSONField(default=dict)
    again_on = models.DateField(null=True)
    by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")

    class Meta:
        ordering = ["-seen_on", "-id"]

    def __str__(self) -> str:
        return f"{self.seen_on}: {self.outcome}"
