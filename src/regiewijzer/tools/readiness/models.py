"""What each layer of the authority says of itself, and what its networks rightly are.

Measurements and placements are appended and dated; the newest is a query.
"""

from functools import partial
from typing import Any, ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.measurements import models as measurements
from regiewijzer.register.measurements.models import no_more_answers_than_asked
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import name_of_code, word_choices
from regiewijzer.science.facts import Attitude


def _condition(label: Any) -> "models.DecimalField[Any, Any]":
    """How far one condition is there: 0 no, 1 partly, 2 yes; a mean when several answered; None is not known."""
    return models.DecimalField(
        label,
        max_digits=3,
        decimal_places=2,
        null=True,
        blank=True,
        validators=[MinValueValidator(0), MaxValueValidator(2)],
    )


class Measurement(measurements.Measurement):
    """The eight conditions as one layer saw them on one day. `evidence`: what it rests on, by condition."""

    SUBJECT: ClassVar[str] = ""
    IN_TRAIL_AS: ClassVar[str] = "readiness"
    IN_TRAIL: ClassVar[tuple[str, ...]] = ("layer",)
    ATTITUDES = tuple(attitude.value for attitude in Attitude)

    layer = models.CharField(_("layer"), max_length=20, choices=partial(word_choices, "layers"))
    partner_needs = _condition(name_of_code("partner_needs", "readiness_conditions"))
    advantages = _condition(name_of_code("advantages", "readiness_conditions"))
    room_for_staff = _condition(name_of_code("room_for_staff", "readiness_conditions"))
    enterprising_staff = _condition(name_of_code("enterprising_staff", "readiness_conditions"))
    esprit_de_corps = _condition(name_of_code("esprit_de_corps", "readiness_conditions"))
    serving = _condition(name_of_code("serving", "readiness_conditions"))
    vague_goals = _condition(name_of_code("vague_goals", "readiness_conditions"))
    process_first = _condition(name_of_code("process_first", "readiness_conditions"))
    evidence = models.JSONField(default=dict, blank=True)
    note = None  # type: ignore[assignment]

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [no_more_answers_than_asked("readiness_no_more_answers_than_asked")]

    def __str__(self) -> str:
        return f"{self.get_layer_display()}, {self.measured_on}"


class Placement(AuthorityOwned):
    """What somebody placed a network under on a day, and why."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="placements")
    place = models.CharField(_("what it is"), max_length=20, choices=partial(word_choices, "places"))
    reason = models.TextField(_("reason"), max_length=1000)
    placed_on = models.DateField(default=timezone.localdate, editable=False)
    placed_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-placed_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}: {self.get_place_display()}"
