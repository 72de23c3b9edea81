"""Who takes which of the five roles in a network, and who offers one.

An offer is made by the person alone, and goes when they take it back; nothing is kept of it, and never a refusal. The
result of a test stands elsewhere and nothing here is made from it.
"""

from functools import partial

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Person
from regiewijzer.register.records.wording import word_choices

ROLES = partial(word_choices, "manager_roles")


class Task(AuthorityOwned):
    """A role in a network that somebody takes: a colleague with an account, or a person of the register."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="role_tasks")
    role = models.CharField(_("role"), max_length=20, choices=ROLES)
    colleague = models.ForeignKey(
        Position, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("colleague")
    )
    person = models.ForeignKey(
        Person, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("person")
    )
    since = models.DateField(_("since"), null=True, blank=True)

    class Meta:
        ordering = ["network", "id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(colleague=None, person__isnull=False) | Q(colleague__isnull=False, person=None),
                name="role_taken_by_one",
                violation_error_message=_("Name a colleague or a person, not both."),
            ),
            models.UniqueConstraint(
                fields=["authority", "network", "role", "colleague"], name="role_of_colleague_once"
            ),
            models.UniqueConstraint(fields=["authority", "network", "role", "person"], name="role_of_person_once"),
        ]

    def __str__(self) -> str:
        return f"{self.who} ({self.get_role_display()})"

    @property
    def who(self) -> str:
        return str(self.colleague or self.person)


class Offer(AuthorityOwned):
    """Somebody offers a role in any network: likes to do it (`gladly`), or wants to learn it."""

    position = models.ForeignKey(Position, models.CASCADE, related_name="role_offers")
    role = models.CharField(_("role"), max_length=20, choices=ROLES)
    gladly = models.BooleanField()
    offered_on = models.DateField(default=timezone.localdate, editable=False)

    class Meta:
        ordering = ["position__user__name", "id"]
        constraints = [models.UniqueConstraint(fields=["authority", "position", "role"], name="role_offered_once")]

    def __str__(self) -> str:
        return f"{self.position} ({self.get_role_display()})"


class Beginner(AuthorityOwned):
    """Somebody says to have little experience in leading networks. It goes when they say so no more."""

    position = models.OneToOneField(Position, models.CASCADE, related_name="beginner")

    def __str__(self) -> str:
        return str(self.position)
