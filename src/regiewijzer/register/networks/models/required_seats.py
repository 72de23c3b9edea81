"""Seats that a rule asks for, and the members that fill them."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models.networks import Membership, Network

MOST_IN_A_SEAT = 100
FIRST_YEAR, LAST_YEAR = 1831, 2100  # of the first Belgian laws; far enough ahead to see a slip of the finger


class RequiredSeat(AuthorityOwned):
    """A seat that a rule asks for, as this authority knows the rule. Who fills it is tied by a person, never guessed.

    `from_rule`: read in a source of the rule itself, of `source_year`; only then is an empty seat worth a finding.
    `looked_at` is the day somebody looked at the rule and at who fills the seat; empty: still to check.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="required_seats")
    role = models.CharField(_("who has to sit there"), max_length=200)
    minimum = models.PositiveSmallIntegerField(
        _("how many at least"),
        null=True,
        blank=True,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_IN_A_SEAT)],
        help_text=_("Empty: the rule says no number."),
    )
    source_year = models.PositiveSmallIntegerField(
        _("year of the source"),
        null=True,
        blank=True,
        validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)],
    )
    from_rule = models.BooleanField(
        _("the rule itself asks for it"), default=False, help_text=_("Read in a source, of which the year is known.")
    )
    looked_at = models.DateField(
        _("looked at on"), null=True, blank=True, help_text=_("Empty: still to check, and no finding.")
    )
    holders = models.ManyToManyField(Membership, through="SeatHolder", related_name="required_seats")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "network", "role"],
                name="required_seat_once",
                violation_error_message=_("This seat is already asked for."),
            ),
            models.CheckConstraint(
                condition=Q(from_rule=False) | ~Q(source_year=None),
                name="required_seat_names_its_year",
                violation_error_message=_("Say of which year the source is in which the rule asks for this seat."),
            ),
        ]

    def __str__(self) -> str:
        return self.role

    @property
    def wanted(self) -> int:
        return self.minimum or 1


class SeatHolder(AuthorityOwned):
    """A member that fills a required seat, because somebody said so."""

    seat = models.ForeignKey(RequiredSeat, models.CASCADE, related_name="+")
    membership = models.ForeignKey(Membership, models.CASCADE, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["authority", "seat", "membership"], name="seat_held_once")]

    def __str__(self) -> str:
        return f"{self.membership} as {self.seat}"
