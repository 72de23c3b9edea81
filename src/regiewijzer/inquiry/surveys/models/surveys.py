"""A survey and who is asked. What they answer stands in `sealed`."""

import secrets
from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.foundation.post import Delivery
from regiewijzer.inquiry.questionnaires.public import Privacy, Subject
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.science.release import LEAST_FOR_SCORES, LEAST_FOR_TEXTS

ADDRESS_LENGTH, SALT_LENGTH = 16, 32
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that look alike


def new_address() -> str:
    """The last part of a survey's public address, by chance."""
    return "".join(secrets.choice(LETTERS) for _letter in range(ADDRESS_LENGTH))


def new_salt() -> str:
    return secrets.token_hex(SALT_LENGTH // 2)


class State(models.TextChoices):
    """A draft can be changed; from launch on nothing of it can, and results exist once it is closed."""

    DRAFT = "draft", _("draft")
    OPEN = "open", _("running")
    CLOSED = "closed", _("closed")


class SurveyQuerySet(models.QuerySet["Survey"]):
    """Scopes of surveys."""

    def launched(self) -> Self:
        return self.exclude(state=State.DRAFT)

    def closed(self) -> Self:
        return self.filter(state=State.CLOSED)


class Survey(AuthorityOwned):
    """One questionnaire, asked of a list of people by mail, until a day.

    `address` is the last part of its public address. `cells`: the fixed partition, empty without one.
    `privacy`, `cells` and the two limits are locked at launch. `invited` counts who was asked then;
    `asked` is a mark of each of them once it is closed, when the list of people is gone.
    """

    KIND: ClassVar[str] = "survey"

    address = models.CharField(max_length=ADDRESS_LENGTH, default=new_address, editable=False)
    key = models.CharField(max_length=60, editable=False)
    version = models.PositiveSmallIntegerField(editable=False)
    own = models.ForeignKey(
        "questionnaires.OwnVersion", models.RESTRICT, null=True, related_name="surveys", editable=False
    )
    subject = models.CharField(max_length=20, choices=Subject.choices, editable=False)
    network = models.ForeignKey(Network, models.CASCADE, null=True, related_name="surveys", editable=False)
    instrument = models.ForeignKey(Instrument, models.CASCADE, null=True, related_name="surveys", editable=False)
    privacy = models.CharField(_("what you promise"), max_length=20, choices=Privacy.choices)
    why = models.TextField(_("what the results are for"), max_length=500, blank=True)
    closes_on = models.DateField(_("closes on"))
    language = models.CharField(max_length=5, default="nl", editable=False)
    cells = models.JSONField(default=list, editable=False)
    salt = models.CharField(max_length=SALT_LENGTH, default=new_salt, editable=False)
    least_for_scores = models.PositiveSmallIntegerField(default=LEAST_FOR_SCORES, editable=False)
    least_for_texts = models.PositiveSmallIntegerField(default=LEAST_FOR_TEXTS, editable=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT, editable=False)
    asked = models.JSONField(default=list, editable=False)
    invited = models.PositiveSmallIntegerField(default=0, editable=False)
    launched_on = models.DateField(null=True, editable=False)
    reminded_on = models.DateField(null=True, editable=False)
    closed_on = models.DateField(null=True, editable=False)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SurveyQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "address"], name="survey_address_once"),
            models.CheckConstraint(
                condition=Q(least_for_scores__gte=LEAST_FOR_SCORES, least_for_texts__gte=LEAST_FOR_TEXTS),
                name="survey_limits_never_lower",
            ),
            models.CheckConstraint(
                condition=Q(state=State.DRAFT, launched_on=None, closed_on=None)
                | Q(state=State.OPEN, launched_on__isnull=False, closed_on=None)
                | Q(state=State.CLOSED, launched_on__isnull=False, closed_on__isnull=False),
                name="survey_state_has_its_days",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}, {self.closes_on}"

    @property
    def named(self) -> bool:
        """Whether answers carry a name; all other surveys are sealed."""
        return self.privacy == Privacy.NAMED

    @property
    def is_draft(self) -> bool:
        return self.state == State.DRAFT

    @property
    def is_open(self) -> bool:
        return self.state == State.OPEN

    @property
    def is_closed(self) -> bool:
        return self.state == State.CLOSED


class Invitee(AuthorityOwned):
    """Somebody who is asked. Nothing here changes when they answer."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("name", "email")

    survey = models.ForeignKey(Survey, models.CASCADE, related_name="invitees")
    email = models.EmailField(_("e-mail address"))
    name = models.CharField(_("name"), max_length=150, blank=True)
    cell = models.CharField(_("group"), max_length=60, blank=True)
    delivery = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.WAITING, editable=False)
    problem = models.CharField(max_length=200, blank=True, editable=False)
    reminder_waits = models.BooleanField(default=False, editable=False)

    class Meta:
        ordering = ["email"]
        constraints = [models.UniqueConstraint(fields=["authority", "survey", "email"], name="invitee_once")]

    def __str__(self) -> str:
        return f"{self.name} <{self.email}>" if self.name else self.email
