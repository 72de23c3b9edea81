"""Which colleague manages a network, and for which organisation a guest comes in."""

from typing import Generic, Self, TypeVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models.networks import Network
from regiewijzer.register.organisations.models import Organisation

G = TypeVar("G", "Management", "GuestSeat")


class GivenQuerySet(models.QuerySet[G], Generic[G]):
    """Scopes over what a person was given."""

    def in_current_employment(self) -> Self:
        """Of people who work here now, and given since they came: who left and returns gets nothing back unasked."""
        works_here = Q(position__ended_at=None, position__user__is_active=True)
        return self.filter(works_here, given_at__gte=F("position__since"))


class ManagementQuerySet(GivenQuerySet["Management"]):
    """Scopes of managements."""


class GuestSeatQuerySet(GivenQuerySet["GuestSeat"]):
    """Scopes of seats."""


class Management(AuthorityOwned):
    """Who manages a network for the authority."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="managements")
    position = models.ForeignKey(Position, models.CASCADE, related_name="managements")
    started = models.DateField(_("since"), null=True, blank=True)
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = ManagementQuerySet.as_manager()

    class Meta:
        ordering = ["position__user__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "network", "position"],
                name="management_once",
                violation_error_message=_("This person already manages the network."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.position} manages {self.network}"


class GuestSeat(AuthorityOwned):
    """The organisation a guest partner works for; it decides which networks the guest may open."""

    position = models.OneToOneField(Position, models.CASCADE, related_name="guest_seat")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="guests")
    given_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = GuestSeatQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.position} for {self.organisation}"
