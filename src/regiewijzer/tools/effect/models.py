"""What a network was seen to bring about, per level: append-only and dated; the latest is a query."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models import Network


class Evaluation(AuthorityOwned):
    """One look at one network: on which of the three levels is there a result?"""

    network = models.ForeignKey(Network, models.CASCADE, related_name="effect_evaluations")
    evaluated_on = models.DateField(_("evaluated on"), default=timezone.localdate)
    community = models.BooleanField(_("result for the community"), default=False)
    network_level = models.BooleanField(_("result for the network"), default=False)
    organisations = models.BooleanField(_("result for the organisations"), default=False)
    evidence = models.TextField(_("what you saw"), blank=True, max_length=4000)
    evaluated_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-evaluated_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.evaluated_on}"
