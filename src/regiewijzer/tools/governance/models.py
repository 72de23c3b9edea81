"""Measured conditions of a network's form, and the second reading: append-only and dated; the latest is a query."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models import Network

CONDITIONS = ("trust", "consensus", "need", "trust_in_lead")
ON_SCALE = [MinValueValidator(1), MaxValueValidator(5)]


class Source(models.TextChoices):
    """How the measurement came about, from most to least certain."""

    SURVEY = "survey", _("Survey among the members")
    WORKSHOP = "workshop", _("Workshop")
    ESTIMATE = "estimate", _("Own estimate")


class Measurement(AuthorityOwned):
    """Four conditions of one network on one day, each 1-5 as people see them; None is not measured."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="measurements")
    measured_on = models.DateField(_("measured on"), default=timezone.localdate)
    trust = models.DecimalField(
        _("trust among the members"), max_digits=3, decimal_places=2, null=True, blank=True, validators=ON_SCALE
    )
    consensus = models.DecimalField(
        _("agreement on the goal"), max_digits=3, decimal_places=2, null=True, blank=True, validators=ON_SCALE
    )
    need = models.DecimalField(
        _("need for network competences"), max_digits=3, decimal_places=2, null=True, blank=True, validators=ON_SCALE
    )
    trust_in_lead = models.DecimalField(
        _("trust in the lead"), max_digits=3, decimal_places=2, null=True, blank=True, validators=ON_SCALE
    )
    participants = models.PositiveSmallIntegerField(_("number of participants"))
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
                name="no_more_answers_than_asked",
                violation_error_message=_("There are more answers than people asked."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.network}, {self.measured_on}"


class Reading(AuthorityOwned):
    """What somebody saw of the conditions for effectiveness that the register does not know; None is 'not known'."""

    ANSWERS = ("stable", "integrated", "means")

    network = models.ForeignKey(Network, models.CASCADE, related_name="readings")
    read_on = models.DateField(_("seen on"), default=timezone.localdate)
    stable = models.BooleanField(_("stable"), null=True, blank=True)
    stable_evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)
    integrated = models.BooleanField(_("with a clear centre"), null=True, blank=True)
    integrated_evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)
    means = models.BooleanField(_("with enough means"), null=True, blank=True)
    means_evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)
    read_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-read_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.read_on}"
