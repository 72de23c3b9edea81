"""What members think of their cooperation, and what each partner brings and gets: append-only and dated."""

from typing import Any, ClassVar

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.measurements import models as measurements
from regiewijzer.register.measurements.models import no_more_answers_than_asked, score
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.cooperation import Theme


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


def size(label: Any) -> Any:
    """From 0 to 3; None is not estimated."""
    return models.PositiveSmallIntegerField(label, choices=Size.choices, null=True, blank=True)


class Measurement(measurements.Measurement):
    """What the members thought of their cooperation on one day, by theme."""

    SCORES: ClassVar[tuple[str, ...]] = tuple(Theme)
    IN_TRAIL: ClassVar[tuple[str, ...]] = SCORES

    network = models.ForeignKey(Network, models.CASCADE, related_name="cooperation_measurements")
    agreement = score(_("agreement on the goal"))
    agreement_consensus = measurements.agreement()
    power_contribution = score(_("division of power and contribution"))
    power_contribution_consensus = measurements.agreement()
    returns = score(_("division of the returns"))
    returns_consensus = measurements.agreement()

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [no_more_answers_than_asked("no_more_cooperation_answers_than_asked")]


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
