"""An authority's own copies of questionnaires, and the forms that were filled in.

What a questionnaire asks is a file of the catalogue; a row here holds its key and version, so that a form that was
filled in keeps the questions it answered.
"""

from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network


class Privacy(models.TextChoices):
    """What is promised to whoever answers a survey. The label is shown and is never changed on the way."""

    ANONYMOUS = "anonymous", _("anonymous")
    CONFIDENTIAL = "confidential", _("confidential")
    NAMED = "named", _("with names")


class Subject(models.TextChoices):
    """What a questionnaire is about."""

    NETWORK = "network", _("a network")
    INSTRUMENT = "instrument", _("an instrument")
    AUTHORITY = "authority", _("the authority itself")
    PERSON = "person", _("yourself")
    CHALLENGE = "challenge", _("a challenge")


class Way(models.TextChoices):
    """How a questionnaire is filled in. The last two belong to surveys and workshops."""

    ALONE = "alone", _("alone")
    TOGETHER = "together", _("together around a table")
    SURVEY = "survey", _("by survey")
    WORKSHOP = "workshop", _("live in a workshop")


class Status(models.TextChoices):
    """A draft can be changed; what is done stays as it is."""

    DRAFT = "draft", _("draft")
    DONE = "done", _("done")


class OwnQuestionnaire(AuthorityOwned):
    """An authority's copy of a questionnaire. What it asks stands in its versions; the newest is the one in use."""

    KIND: ClassVar[str] = "own_questionnaire"

    key = models.CharField(max_length=60, editable=False)  # of the questionnaire it was copied from
    name = models.CharField(_("name"), max_length=200)
    archived_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "name"],
                name="own_questionnaire_name_once",
                violation_error_message=_("A questionnaire with this name already exists."),
            )
        ]

    def __str__(self) -> str:
        return self.name


class OwnVersion(AuthorityOwned):
    """What an own copy asks, from a day on; never changed afterwards.

    `wordings`: item id -> {"nl": ..., "en": ...}, only what differs from the original. `added`: questions of their own,
    each {"id", "dimension" (empty: not scored), "scale", "reversed", "nl", "en"}.
    """

    own = models.ForeignKey(OwnQuestionnaire, models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    base_version = models.PositiveSmallIntegerField()
    wordings = models.JSONField(default=dict, blank=True)
    added = models.JSONField(default=list, blank=True)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "own", "number"], name="own_questionnaire_version_once")
        ]

    def __str__(self) -> str:
        return f"{self.own}, {self.number}"


class SittingQuerySet(models.QuerySet["Sitting"]):
    """Scopes of filled-in forms. Every query for a screen goes through `seen_by` or `drafts_of`."""

    def seen_by(self, position: Position) -> Self:
        """What is done, without the results of other persons: those are for that person alone."""
        return self.filter(Q(person=None) | Q(person=position), status=Status.DONE)

    def drafts_of(self, position: Position) -> Self:
        """What this person has not finished yet."""
        return self.filter(status=Status.DRAFT, filled_by=position)


class Sitting(AuthorityOwned):
    """One form, filled in by one person or by a table. A draft grows; once done it is never changed.

    `answers`: item or option id -> value, null for 'I don't know'; an id that is absent was not answered. `evidence` by
    item id, `minutes` by dimension id, with what holds for the whole under "". `chosen`: item ids, where criteria are
    chosen first. `person`: whose own result this is; nobody else sees it.
    """

    KIND: ClassVar[str] = "sitting"
    PERSONAL: ClassVar[tuple[str, ...]] = ("answers", "evidence", "minutes", "person")

    key = models.CharField(max_length=60, editable=False)
    version = models.PositiveSmallIntegerField(editable=False)
    own = models.ForeignKey(OwnVersion, models.RESTRICT, null=True, blank=True, related_name="sittings", editable=False)
    subject = models.CharField(max_length=20, choices=Subject.choices, editable=False)
    network = models.ForeignKey(Network, models.CASCADE, null=True, related_name="sittings", editable=False)
    instrument = models.ForeignKey(Instrument, models.CASCADE, null=True, related_name="sittings", editable=False)
    person = models.ForeignKey(Position, models.CASCADE, null=True, related_name="own_sittings", editable=False)
    way = models.CharField(_("how"), max_length=20, choices=Way.choices, default=Way.ALONE)
    layer = models.CharField(_("layer"), max_length=20, blank=True)
    held_on = models.DateField(_("filled in on"), default=timezone.localdate)
    present = models.PositiveSmallIntegerField(_("people at the table"), null=True, blank=True)
    chosen = models.JSONField(default=list, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    evidence = models.JSONField(default=dict, blank=True)
    minutes = models.JSONField(default=dict, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT, editable=False)
    filled_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="sittings", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    saved_at = models.DateTimeField(default=timezone.now, editable=False)
    done_at = models.DateTimeField(null=True, editable=False)

    objects = SittingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-id"]
        indexes = [models.Index(fields=["authority", "key", "status"], name="sitting_key")]
        constraints = [
            models.CheckConstraint(
                condition=Q(subject=Subject.NETWORK, network__isnull=False, instrument=None)
                | Q(subject=Subject.INSTRUMENT, network=None, instrument__isnull=False)
                | Q(subject=Subject.PERSON, network=None, instrument=None, person__isnull=False)
                | Q(subject=Subject.AUTHORITY, network=None, instrument=None),
                name="sitting_names_its_subject",
            ),
            models.CheckConstraint(
                condition=Q(status=Status.DRAFT, done_at=None) | Q(status=Status.DONE, done_at__isnull=False),
                name="sitting_done_has_a_moment",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key}, {self.held_on}"

    @property
    def is_done(self) -> bool:
        return self.status == Status.DONE
