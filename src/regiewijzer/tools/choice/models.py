"""Choices about challenges, and the conversations that lead to them: one per person, each with its own answers.

A choice grows until it is signed, and is never changed afterwards; thinking again is another choice.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation

MOST_PEOPLE = 2


class ChoiceQuerySet(models.QuerySet["Choice"]):
    """Scopes of choices."""

    def signed(self) -> Self:
        return self.exclude(signed_on=None)


class Choice(AuthorityOwned):
    """How to take up a challenge, and why.

    `network`: the network that runs and is reconsidered. `joins`: the network the challenge is brought into. `made`:
    the network that was started from this choice. `advised` and `decided` are codes of `science.facts.Advice`.
    """

    KIND: ClassVar[str] = "choice"

    challenge = models.ForeignKey(
        Challenge, models.CASCADE, related_name="choices", verbose_name=_("challenge"), editable=False
    )
    network = models.ForeignKey(
        Network, models.SET_NULL, null=True, related_name="reconsidered_in", verbose_name=_("network"), editable=False
    )
    joins = models.ForeignKey(Network, models.SET_NULL, null=True, related_name="joined_from", editable=False)
    made = models.ForeignKey(Network, models.SET_NULL, null=True, related_name="made_from", editable=False)
    advised = models.CharField(max_length=30, blank=True, editable=False)
    decided = models.CharField(max_length=30, blank=True, editable=False)
    reason = models.TextField(_("reason"), blank=True, max_length=4000, editable=False)
    signed_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    signed_on = models.DateField(null=True, editable=False)
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, related_name="choices", editable=False)
    started_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = ChoiceQuerySet.as_manager()

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(signed_on=None, decided="") | (Q(signed_on__isnull=False) & ~Q(decided="")),
                name="choice_signed_when_decided",
            )
        ]

    def __str__(self) -> str:
        return self.challenge.name

    @property
    def is_signed(self) -> bool:
        return self.signed_on is not None


class Conversation(AuthorityOwned):
    """What one person answers. `answers` and `reasons` by question; nobody else reads them until all are done.

    `looked_at`: when this person looked at the networks that exist, and `found` what stood there, as a page shows it.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("answers", "reasons")

    choice = models.ForeignKey(Choice, models.CASCADE, related_name="conversations")
    position = models.ForeignKey(Position, models.CASCADE, related_name="conversations")
    processes = models.JSONField(default=list, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    reasons = models.JSONField(default=dict, blank=True)
    goal = models.TextField(_("what you want to reach"), max_length=2000, blank=True)
    existing = models.ForeignKey(Network, models.SET_NULL, null=True, related_name="+")
    looked_at = models.DateTimeField(null=True, editable=False)
    found = models.JSONField(default=list, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["created_at", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "choice", "position"], name="conversation_once_per_person")
        ]

    def __str__(self) -> str:
        return f"{self.position}: {self.choice}"


class NamedPartner(AuthorityOwned):
    """An organisation somebody thinks is needed for the challenge."""

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="partners")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "conversation", "organisation"], name="named_partner_once")
        ]

    def __str__(self) -> str:
        return str(self.organisation)
