"""What members think of a goal, and the parts a goal was split into.

Measurements are append-only and dated. A split is a proposal until somebody adopts it; then it hangs on the version of
the goal it became, and holds as long as that is the goal.
"""

from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.measurements import models as measurements
from regiewijzer.register.measurements.models import no_more_answers_than_asked, score
from regiewijzer.register.networks.models import GoalVersion, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.wording import name_of_code
from regiewijzer.science.goals import Dimension


class Measurement(measurements.Measurement):
    """What the members thought of one wording of the goal on one day. `version` is None when no goal was worded."""

    SCORES: ClassVar[tuple[str, ...]] = tuple(Dimension)
    IN_TRAIL: ClassVar[tuple[str, ...]] = SCORES

    network = models.ForeignKey(Network, models.CASCADE, related_name="goal_measurements")
    version = models.ForeignKey(
        GoalVersion, models.CASCADE, null=True, related_name="+", verbose_name=_("version of the goal")
    )
    attractive = score(name_of_code("attractive", "goal_dimensions"))
    attractive_consensus = measurements.agreement()
    concrete = score(name_of_code("concrete", "goal_dimensions"))
    concrete_consensus = measurements.agreement()
    bearable = score(name_of_code("bearable", "goal_dimensions"))
    bearable_consensus = measurements.agreement()
    own_part = score(_("own part is clear"))
    own_part_consensus = measurements.agreement()

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [no_more_answers_than_asked("no_more_goal_answers_than_asked")]


class Status(models.TextChoices):
    """Where a split stands."""

    PROPOSED = "proposed", _("proposal")
    ADOPTED = "adopted", _("adopted")
    WITHDRAWN = "withdrawn", _("withdrawn")


class SplitQuerySet(models.QuerySet["Split"]):
    """Scopes of splits."""

    def proposed(self) -> Self:
        return self.filter(status=Status.PROPOSED)

    def adopted(self) -> Self:
        return self.filter(status=Status.ADOPTED)


class Split(AuthorityOwned):
    """A goal in parts. `text` words the whole; empty: the parts one after the other."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="splits")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED, editable=False)
    text = models.TextField(_("the goal as a whole"), blank=True, max_length=2000)
    adopted_as = models.ForeignKey(GoalVersion, models.SET_NULL, null=True, related_name="splits", editable=False)
    proposed_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    settled_on = models.DateField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = SplitQuerySet.as_manager()

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "network"], condition=Q(status="proposed"), name="one_proposal_to_split"
            )
        ]

    def __str__(self) -> str:
        return f"{self.network}, {self.status}"


class SubGoal(AuthorityOwned):
    """One part of a goal, for fewer people and fewer domains."""

    split = models.ForeignKey(Split, models.CASCADE, related_name="sub_goals")
    text = models.TextField(_("goal of this part"), max_length=1000)
    target_groups = ArrayField(
        models.CharField(max_length=100), verbose_name=_("target groups"), default=list, blank=True
    )
    themes = ArrayField(models.CharField(max_length=40), verbose_name=_("policy domains"), default=list, blank=True)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class Place(AuthorityOwned):
    """A partner in one part of a split goal; without a part, somebody said that it has none."""

    split = models.ForeignKey(Split, models.CASCADE, related_name="places")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")
    sub_goal = models.ForeignKey(SubGoal, models.CASCADE, null=True, related_name="places")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "split", "organisation", "sub_goal"], nulls_distinct=False, name="placed_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.sub_goal or '–'}"
