"""A session with a room of people, and what it is about."""

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network

LONGEST_TITLE = 120


class Status(models.TextChoices):
    """Prepared at a desk, open to a room, ended for good. A session that ended is run again as a copy."""

    PREPARED = "prepared", _("prepared")
    OPEN = "open", _("open now")
    ENDED = "ended", _("over")


class SubjectKind(models.TextChoices):
    """What somebody in the room answers for."""

    NETWORK = "network", _("a network")
    SERVICE = "service", _("a service")
    AUTHORITY = "authority", _("an authority")
    INSTRUMENT = "instrument", _("an instrument")


class Workshop(AuthorityOwned):
    """A session with a room. `code` is only there while it is open.

    `at`: number of the question the room is on, 0 for the lobby. `stage` grows when phones must show something else,
    `screen` whenever the big screen must. `participants`: how many took part, known once it has ended.
    """

    KIND: ClassVar[str] = "workshop"

    title = models.CharField(_("title"), max_length=LONGEST_TITLE)
    held_on = models.DateField(_("day"), null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PREPARED, editable=False)
    at = models.PositiveSmallIntegerField(default=0, editable=False)
    stage = models.PositiveIntegerField(default=0, editable=False)
    screen = models.PositiveIntegerField(default=0, editable=False)
    code = models.CharField(max_length=6, blank=True, editable=False)
    opened_at = models.DateTimeField(null=True, editable=False)
    ended_at = models.DateTimeField(null=True, editable=False)
    participants = models.PositiveIntegerField(null=True, editable=False)
    prepared_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    copied_from = models.ForeignKey("self", models.SET_NULL, null=True, related_name="copies", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]
        verbose_name = _("workshop")

    def __str__(self) -> str:
        return self.title

    @property
    def is_prepared(self) -> bool:
        return self.status == Status.PREPARED

    @property
    def is_open(self) -> bool:
        return self.status == Status.OPEN

    @property
    def is_ended(self) -> bool:
        return self.status == Status.ENDED


class Subject(AuthorityOwned):
    """What a session is about: a network or instrument of the register, a service or an authority.

    Without any it is about the authority itself. With more than one, everybody says on joining for which of them they
    answer.
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="subjects")
    kind = models.CharField(_("kind"), max_length=10, choices=SubjectKind.choices, default=SubjectKind.NETWORK)
    network = models.ForeignKey(Network, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    instrument = models.ForeignKey(Instrument, models.SET_NULL, null=True, blank=True, related_name="+", editable=False)
    name = models.CharField(_("name"), max_length=200)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "name"],
                name="workshop_subject_once",
                violation_error_message=_("The workshop is about this already."),
            )
        ]

    def __str__(self) -> str:
        return self.name
