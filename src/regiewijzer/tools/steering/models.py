"""Evaluations of an instrument in its context, and stances per policy field: append-only and dated."""

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.models import Measurement, score
from regiewijzer.register.records.wording import name_of_code

POWER = [MaxValueValidator(4)]
SCORE = [MinValueValidator(1), MaxValueValidator(5)]
AMOUNT = [MinValueValidator(1), MaxValueValidator(4)]


class Evaluation(Measurement):
    """One evaluation of one instrument. Powers 0-4, scores 1-5; None is 'I don't know' and stays out of every mean.

    The context (`partners_present` to `replaceable`) explains and never counts. `seen`: name of an answer -> what it
    rests on. `pitfalls`: codes of `science.facts.Pitfall`.
    """

    SUBJECT: ClassVar[str] = "instrument"
    IN_TRAIL_AS: ClassVar[str] = "evaluation"
    SCORES: ClassVar[tuple[str, ...]] = ("goal_reached", "take_up", "right_actors", "relation", "effort", "fit")
    CONTEXT: ClassVar[tuple[str, ...]] = ("partners_present", "willingness", "expertise", "access", "replaceable")

    instrument = models.ForeignKey(Instrument, models.CASCADE, related_name="evaluations")
    power_used = models.PositiveSmallIntegerField(_("power used"), null=True, blank=True, validators=POWER)
    power_needed = models.PositiveSmallIntegerField(_("power needed"), null=True, blank=True, validators=POWER)
    ever_used = models.CharField(_("power ever used"), max_length=20, blank=True)
    goal_reached = models.PositiveSmallIntegerField(
        name_of_code("goal_reached", "evaluation_scores"), null=True, blank=True, validators=SCORE
    )
    take_up = models.PositiveSmallIntegerField(
        name_of_code("take_up", "evaluation_scores"), null=True, blank=True, validators=SCORE
    )
    right_actors = models.PositiveSmallIntegerField(
        _("reaches the right actors"), null=True, blank=True, validators=SCORE
    )
    relation = models.PositiveSmallIntegerField(
        _("relation with partners after use"), null=True, blank=True, validators=SCORE
    )
    effort = models.PositiveSmallIntegerField(
        name_of_code("effort", "evaluation_scores"), null=True, blank=True, validators=SCORE
    )
    fit = models.PositiveSmallIntegerField(_("fits the other instruments"), null=True, blank=True, validators=SCORE)
    partners_worse = models.PositiveSmallIntegerField(
        _("partners with whom the relation got worse"), null=True, blank=True
    )
    partners_total = models.PositiveSmallIntegerField(_("partners it was used with"), null=True, blank=True)
    partners_present = models.CharField(_("partners who can do this"), max_length=10, blank=True)
    willingness = models.PositiveSmallIntegerField(_("willingness"), null=True, blank=True, validators=AMOUNT)
    expertise = models.PositiveSmallIntegerField(_("expertise"), null=True, blank=True, validators=AMOUNT)
    access = models.PositiveSmallIntegerField(_("access to the target group"), null=True, blank=True, validators=AMOUNT)
    replaceable = models.CharField(_("another partner can do the same"), max_length=3, blank=True)
    pitfalls = models.JSONField(_("pitfalls"), default=list, blank=True)
    seen = models.JSONField(_("evidence per answer"), default=dict, blank=True)
    evidence = models.TextField(_("what you base this on"), blank=True, max_length=4000)
    note = None  # type: ignore[assignment]

    class Meta:
        ordering = ["-measured_on", "-id"]


class Stance(Measurement):
    """How the authority steers one policy field (Pröpper 2004): own script, power and four components, each 1-5.

    `policy_field` is the code of a theme; empty as long as nobody said which field a questionnaire was about. `seen`:
    name of an answer -> what it rests on.
    """

    KIND: ClassVar[str] = "stance"
    SUBJECT: ClassVar[str] = ""
    IN_TRAIL: ClassVar[tuple[str, ...]] = ("policy_field", "measured_on")
    SIDES: ClassVar[tuple[str, ...]] = ("script", "power")
    COMPONENTS: ClassVar[tuple[str, ...]] = ("overview", "accountability", "policy_lines", "organising")

    policy_field = models.CharField(_("policy field"), max_length=40, blank=True)
    script = score(_("own script"))
    power = score(_("power"))
    overview = score(name_of_code("overview", "steering_components"))
    accountability = score(name_of_code("accountability", "steering_components"))
    policy_lines = score(name_of_code("policy_lines", "steering_components"))
    organising = score(name_of_code("organising", "steering_components"))
    seen = models.JSONField(_("evidence per answer"), default=dict, blank=True)
    note = None  # type: ignore[assignment]

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=~Q(
                    script=None, power=None, overview=None, accountability=None, policy_lines=None, organising=None
                ),
                name="stance_says_something",
                violation_error_message=_("Answer at least one question."),
            )
        ]

    def __str__(self) -> str:
        return f"{self.policy_field}, {self.measured_on}"
