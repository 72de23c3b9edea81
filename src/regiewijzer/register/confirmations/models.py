"""What was a partner asked about its own seat, and what did it answer?

An answer is a proposal until somebody looked at it.
"""

from datetime import date, timedelta
from typing import Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.links import PersonalLink, PersonalLinkQuerySet
from regiewijzer.foundation.post import LONGEST_PROBLEM, Delivery
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.organisations.models import Person

LONGEST_WAIT = timedelta(days=365)  # that an answer nobody looked at is kept after its link expired


class Still(models.TextChoices):
    """Whether the partner still sits in the network."""

    YES = "yes", _("Yes, we are still in")
    NO = "no", _("No, we stopped")
    UNKNOWN = "unknown", _("I do not know")
    NOT_ME = "not_me", _("I am not the right person")


class Comes(models.TextChoices):
    """Who comes for the partner."""

    SAME = "same", _("Me")
    OTHER = "other", _("Somebody else")


class Does(models.TextChoices):
    """Whether the partner still does what stands in the register."""

    SAME = "same", _("Yes")
    NOTHING = "nothing", _("No longer")
    OTHER = "other", _("Something else")


class Outcome(models.TextChoices):
    """What somebody did with an answer."""

    ACCEPTED = "accepted", _("taken over")
    REFUSED = "refused", _("not taken over")


class ConfirmationQuerySet(PersonalLinkQuerySet["Confirmation"]):
    def waiting(self) -> Self:
        """Answered, and nobody looked yet."""
        return self.exclude(answered_on=None).filter(outcome="")

    def past(self, day: date) -> Self:
        """Of no use any more: expired and unanswered or looked at, or left lying for a year."""
        done = Q(answered_on=None) | ~Q(outcome="")
        return self.expired(day).filter(done | Q(expires_on__lt=day - LONGEST_WAIT))


class Confirmation(PersonalLink):
    """A question to one person about one seat of their organisation, with the answer once there is one.

    `person` is empty when nobody is known to sit there: the link is then for the organisation. `delivery` is empty when
    the link was handed over otherwise than by mail; `sent_on` is the day a mail server took it.
    """

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="confirmations")
    person = models.ForeignKey(Person, models.CASCADE, null=True, related_name="confirmations")
    asked_on = models.DateField()
    delivery = models.CharField(max_length=10, choices=Delivery.choices, blank=True)
    problem = models.CharField(max_length=LONGEST_PROBLEM, blank=True)
    sent_on = models.DateField(null=True)
    answered_on = models.DateField(null=True)
    still = models.CharField(_("still in"), max_length=10, choices=Still.choices, blank=True)
    comes = models.CharField(_("who comes"), max_length=10, choices=Comes.choices, blank=True)
    other_name = models.CharField(_("name"), max_length=200, blank=True)
    other_email = models.EmailField(_("e-mail address"), blank=True)
    does = models.CharField(_("what it does"), max_length=10, choices=Does.choices, blank=True)
    other_action = models.CharField(_("what you do now"), max_length=400, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    settled_on = models.DateField(null=True)
    settled_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")

    objects = ConfirmationQuerySet.as_manager()

    class Meta:
        ordering = ["answered_on", "id"]
        verbose_name = _("question to a partner")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "membership", "person"], condition=Q(outcome=""), name="confirmation_open_once"
            ),
            models.UniqueConstraint(
                fields=["authority", "membership"],
                condition=Q(outcome="", person=None),
                name="confirmation_open_once_nobody",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}: {self.membership}"

    @property
    def name(self) -> str:
        """Who was asked: a person, or the partner where nobody is known."""
        return self.person.name if self.person else self.membership.organisation.name

    @property
    def says_nothing_changed(self) -> bool:
        """Still in, the same person, and the same or nothing to add to what it does."""
        return self.still == Still.YES and self.comes != Comes.OTHER and self.does in ("", Does.SAME)
