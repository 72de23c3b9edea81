"""The abstract measurement, as eight tables of the tools have it: append-only and dated; the latest is a query."""

from functools import partial
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import InputSource


class Measurement(AuthorityOwned):
    """What people said on a day. `answers` of `invited` people answered; both None when nobody counted.

    `SUBJECT` is the field with what it is about; empty for the authority itself. The audit trail calls a new row by
    `IN_TRAIL_AS`, with its day, and tells the fields `IN_TRAIL`. `SCORES` are the fields people were asked for.
    """

    SUBJECT: ClassVar[str] = "network"
    IN_TRAIL_AS: ClassVar[str] = "measurement"
    IN_TRAIL: ClassVar[tuple[str, ...]] = ()
    SCORES: ClassVar[tuple[str, ...]] = ()

    measured_on = models.DateField(_("measured on"), default=timezone.localdate)
    source = models.CharField(
        _("how it was measured"),
        max_length=20,
        choices=partial(word_choices, "input_sources"),
        default=InputSource.ESTIMATE.value,
    )
    answers = models.PositiveSmallIntegerField(_("number of answers"), null=True, blank=True)
    invited = models.PositiveSmallIntegerField(_("number of people asked"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=2000)
    measured_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{getattr(self, self.SUBJECT)}, {self.measured_on}"

    def provenance(self) -> dict[str, Any]:
        """When and how people were asked, as the rules take it."""
        return {
            "measured_on": self.measured_on,
            "source": InputSource(self.source),
            "answers": self.answers,
            "invited": self.invited,
        }


def score(label: Any) -> "models.DecimalField[Any, Any]":
    """A mean on the scale of 1 to 5; None is not measured."""
    return _decimal(label, lowest=1, highest=5, blank=True)


def agreement() -> "models.DecimalField[Any, Any]":
    """How far the answers behind a score agree, from 0 to 1; None is not known."""
    return _decimal(None, lowest=0, highest=1, editable=False)


def _decimal(label: Any, *, lowest: int, highest: int, **more: Any) -> "models.DecimalField[Any, Any]":
    validators = [MinValueValidator(lowest), MaxValueValidator(highest)]
    return models.DecimalField(label, max_digits=3, decimal_places=2, null=True, validators=validators, **more)


def no_more_answers_than_asked(name: str) -> models.CheckConstraint:
    """Such a constraint; every table needs a name of its own for it."""
    return models.CheckConstraint(
        condition=Q(answers=None) | Q(invited=None) | Q(answers__lte=F("invited")),
        name=name,
        violation_error_message=_("There are more answers than people asked."),
    )
