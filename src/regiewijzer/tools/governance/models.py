"""Measured conditions of a network's form, and the second reading: append-only and dated; the latest is a query."""

from typing import ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.measurements import models as measurements
from regiewijzer.register.measurements.models import no_more_answers_than_asked, score
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import name_of_code

CONDITIONS = ("trust", "consensus", "need", "trust_in_lead")


class Measurement(measurements.Measurement):
    """Four conditions of one network on one day, each 1-5 as people see them; None is not measured.

    Each with how far the answers agree, from 0 to 1; None where nobody knows.
    """

    SCORES: ClassVar[tuple[str, ...]] = CONDITIONS
    IN_TRAIL: ClassVar[tuple[str, ...]] = SCORES

    network = models.ForeignKey(Network, models.CASCADE, related_name="measurements")
    trust = score(_("trust among the members"))
    consensus = score(_("agreement on the goal"))
    need = score(_("need for network competences"))
    trust_in_lead = score(_("trust in the lead"))
    trust_consensus = measurements.agreement()
    consensus_consensus = measurements.agreement()
    need_consensus = measurements.agreement()
    trust_in_lead_consensus = measurements.agreement()
    participants = models.PositiveSmallIntegerField(_("number of participants"))

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [no_more_answers_than_asked("no_more_answers_than_asked")]


class EffectivenessCheck(AuthorityOwned):
    """What somebody saw of the conditions for effectiveness that the register does not know; None is 'not known'."""

    ANSWERS = ("stable", "integrated", "means")

    network = models.ForeignKey(Network, models.CASCADE, related_name="readings")
    read_on = models.DateField(_("seen on"), default=timezone.localdate)
    stable = models.BooleanField(name_of_code("stability", "requirements"), null=True, blank=True)
    stable_evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)
    integrated = models.BooleanField(name_of_code("integration", "requirements"), null=True, blank=True)
    integrated_evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)
    means = models.BooleanField(_("with enough means"), null=True, blank=True)
    means_evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)
    read_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-read_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.read_on}"
