"""Evaluations of an instrument in its context: append-only and dated; the latest is a query."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.instruments.models import Instrument

POWER = [MaxValueValidator(4)]
SCORE = [MinValueValidator(1), MaxValueValidator(5)]


class Evaluation(AuthorityOwned):
    """One evaluation of one instrument. Powers 0-4, scores 1-5; None is 'I don't know' and stays out of every mean."""

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="evaluations")
    evaluated_on = models.DateField(_("evaluated on"), default=timezone.localdate)
    power_used = models.PositiveSmallIntegerField(_("power used"), null=True, blank=True, validators=POWER)
    power_needed = models.PositiveSmallIntegerField(_("power needed"), null=True, blank=True, validators=POWER)
    goal_reached = models.PositiveSmallIntegerField(_("goal reached"), null=True, blank=True, validators=SCORE)
    take_up = models.PositiveSmallIntegerField(_("really used"), null=True, blank=True, validators=SCORE)
    right_actors = models.PositiveSmallIntegerField(
        _("reaches the right actors"), null=True, blank=True, validators=SCORE
    )
    relation = models.PositiveSmallIntegerField(
        _("relation with partners after use"), null=True, blank=True, validators=SCORE
    )
    effort = models.PositiveSmallIntegerField(_("effort in proportion"), null=True, blank=True, validators=SCORE)
    fit = models.PositiveSmallIntegerField(_("fits the other instruments"), null=True, blank=True, validators=SCORE)
    partners_worse = models.PositiveSmallIntegerField(
        _("partners with whom the relation got worse"), null=True, blank=True
    )
    partners_total = models.PositiveSmallIntegerField(_("partners it was used with"), null=True, blank=True)
    evidence = models.TextField(_("what you base this on"), blank=True, max_length=4000)
    evaluated_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-evaluated_on", "-id"]

    def __str__(self) -> str:
        return f"{self.instrument}, {self.evaluated_on}"
