"""What members think of their cooperation, and what each partner brings and gets: append-only and dated."""

from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation

ON_SCALE = [MinValueValidator(1), MaxValueValidator(5)]
A_SHARE = [MinValueValidator(0), MaxValueValidator(1)]


class Source(models.TextChoices):
    """How the measurement came about, from most to least certain."""

    SURVEY = "survey", _("Survey among the members")
    WORKSHOP = "workshop", _("Workshop")
    ESTIMATE = "estimate", _("Own estimate")


class SaidBy(models.TextChoices):
    """Who said what a partner brings and gets, from most to least certain."""

    PARTNER = "partner", _("The partner itself")
    TABLE = "table", _("Together at the table")
    ESTIMATE = "estimate", _("Own estimate")


class Size(models.IntegerChoices):
    """How much something is: words for 0 to 3."""

    NOTHING = 0, _("nothing")
    LITTLE = 1, _("a little")
    RATHER = 2, _("rather much")
    MUCH = 3, _("much")


def score(label: Any) -> Any:
    """A mean from 1 to 5; None is not measured."""
    return models.DecimalField(label, max_digits=3, decimal_places=2, null=True, blank=True, validators=ON_SCALE)


def consensus() -> Any:
    """How far answers agree, from 0 to 1; None is not known."""
    return models.DecimalField(max_digits=3, decimal_places=2, null=True, editable=False, validators=A_SHARE)


def size(label: Any) -> Any:
    """From 0 to 3; None is not estimated."""
    return models.PositiveSmallIntegerField(label, choices=Size.choices, null=True, blank=True)


class Measurement(AuthorityOwned):
    """What the members thought of their cooperation on one day, by theme."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="cooperation_measurements")
    measured_on = models.DateField(_("measured on"), default=timezone.localdate)
    agreement = score(_("agreement on the goal"))
    agreement_consensus = consensus()
    power_contribution = score(_("division of power and contribution"))
    power_contribution_consensus = consensus()
    returns = score(_("division of the returns"))
    returns_consensus = consensus()
    source = models.CharField(_("how it was measured"), max_length=20, choices=Source.choices, default=Source.ESTIMATE)
    answers = models.PositiveSmallIntegerField(_("number of answers"), null=True, blank=True)
    invited = models.PositiveSmallIntegerField(_("number of people asked"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    measured_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(answers=None) | Q(invited=None) | Q(answers__lte=F("invited")),
                name="no_more_cooperation_answers_than_asked",
                violation_error_message=_("There are more answers than people asked."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.network}, {self.measured_on}"


class Statement(AuthorityOwned):
    """What one partner brings to a network and gets from it, as somebody said on a day."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="statements")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="statements")
    said_on = models.DateField(_("said on"), default=timezone.localdate)
    said_by = models.CharField(_("who said so"), max_length=10, choices=SaidBy.choices, default=SaidBy.ESTIMATE)
    brings = models.CharField(_("what it brings"), max_length=400, blank=True)
    brings_size = size(_("how much that is"))
    gets = models.CharField(_("what it gets"), max_length=400, blank=True)
    gets_size = size(_("how much that is"))
    written_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-said_on", "-id"]

    def __str__(self) -> str:
        return f"{self.organisation}, {self.said_on}"

    @property
    def agreed(self) -> bool:
        """Said by the partner or the table, not estimated for it."""
        return self.said_by != SaidBy.ESTIMATE
