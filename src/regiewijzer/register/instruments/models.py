"""Steering instruments: their shares over the four types of power, whom they aim at, how they act on each other."""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Network, ends_after_start
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.policy.models import policy_codes_field
from regiewijzer.register.records.models import Record, RecordQuerySet
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import InstrumentStatus, Origin

WHOLE = 100


class InstrumentQuerySet(RecordQuerySet["Instrument"]):
    """Scopes of instruments."""


class Instrument(Record):
    """A steering instrument. The four shares are percentages and sum to 100."""

    KIND: ClassVar[str] = "instrument"
    SHARES: ClassVar[tuple[str, ...]] = ("communicative", "market", "financial", "legal")

    communicative = models.PositiveSmallIntegerField(_("communicative"), default=0)
    market = models.PositiveSmallIntegerField(_("market"), default=0)
    financial = models.PositiveSmallIntegerField(_("financial"), default=0)
    legal = models.PositiveSmallIntegerField(_("legal"), default=0)
    status = models.CharField(
        _("status"),
        max_length=20,
        choices=partial(word_choices, "instrument_statuses"),
        default=InstrumentStatus.IN_USE.value,
    )
    origin = models.CharField(
        _("origin"), max_length=20, choices=partial(word_choices, "origins"), default=Origin.OWN.value
    )
    goal = models.TextField(_("goal"), blank=True, max_length=2000)
    network = models.ForeignKey(
        Network, models.SET_NULL, null=True, blank=True, related_name="instruments", verbose_name=_("is the network")
    )
    started = models.DateField(_("start"), null=True, blank=True)
    ended = models.DateField(_("end"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=4000)
    policy_codes = policy_codes_field()

    objects = InstrumentQuerySet.as_manager()

    class Meta:
        verbose_name = _("instrument")
        verbose_name_plural = _("instruments")
        constraints = [
            models.CheckConstraint(
                condition=Q(legal=WHOLE - F("communicative") - F("market") - F("financial")),
                name="instrument_shares_sum_to_100",
                violation_error_message=_("The four shares must sum to 100."),
            ),
            ends_after_start("instrument_ends_after_start"),
        ]

    def search_line(self) -> str:
        return self.goal

    def search_text(self) -> str:
        return f"{self.note} {' '.join(self.policy_codes)}"


class Purpose(AuthorityOwned):
    """A challenge an instrument serves."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="purposes")
    challenge = models.ForeignKey(Challenge, models.CASCADE, related_name="purposes")

    class Meta:
        ordering = ["challenge__name"]
        constraints = [models.UniqueConstraint(fields=["authority", "instrument", "challenge"], name="purpose_once")]

    def __str__(self) -> str:
        return f"{self.instrument} for {self.challenge}"


class Aim(AuthorityOwned):
    """An organisation an instrument wants to move."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="aims")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="aims")

    class Meta:
        ordering = ["organisation__name"]
        constraints = [models.UniqueConstraint(fields=["authority", "instrument", "organisation"], name="aim_once")]

    def __str__(self) -> str:
        return f"{self.instrument} at {self.organisation}"


class Relation(AuthorityOwned):
    """One instrument acts on another: reinforces, weakens, needs or replaces it."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="relations")
    other = models.ForeignKey(
        Instrument, models.CASCADE, related_name="relations_from", verbose_name=_("other instrument")
    )
    kind = models.CharField(_("does what"), max_length=20, choices=partial(word_choices, "instrument_relations"))
    note = models.CharField(_("why"), max_length=300, blank=True)

    class Meta:
        ordering = ["other__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "instrument", "other", "kind"],
                name="relation_once",
                violation_error_message=_("This relation is already there."),
            ),
            models.CheckConstraint(
                condition=~Q(instrument=F("other")),
                name="relation_with_another",
                violation_error_message=_("An instrument has no relation with itself."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.instrument} {self.kind} {self.other}"


class Placing(AuthorityOwned):
    """Where an instrument stood from a day on: its shares and status. Only ever added to; of one day the last holds."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="placings")
    since = models.DateField(_("from"), default=timezone.localdate)
    communicative = models.PositiveSmallIntegerField(_("communicative"), default=0)
    market = models.PositiveSmallIntegerField(_("market"), default=0)
    financial = models.PositiveSmallIntegerField(_("financial"), default=0)
    legal = models.PositiveSmallIntegerField(_("legal"), default=0)
    status = models.CharField(_("status"), max_length=20, choices=partial(word_choices, "instrument_statuses"))
    reason = models.CharField(_("why"), max_length=300, blank=True)
    placed_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-since", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=Q(legal=WHOLE - F("communicative") - F("market") - F("financial")),
                name="placing_shares_sum_to_100",
                violation_error_message=_("The four shares must sum to 100."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.instrument}, {self.since}"

    def same_as(self, instrument: Instrument) -> bool:
        """Whether the instrument stands here now."""
        return all(getattr(self, name) == getattr(instrument, name) for name in PLACED)


PLACED = (*Instrument.SHARES, "status")
