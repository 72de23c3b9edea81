"""What a network is judged on, what it was seen to bring about, what people say of it, and what was concluded.

Everything here is append-only and dated; the latest is a query.
"""

from functools import partial
from typing import ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.measurements.models import Measurement, no_more_answers_than_asked, score
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import name_of_code, word_choices

LONGEST_CODE = 60


class Choice(AuthorityOwned):
    """The criteria a network is judged on from a day on, chosen before anything is scored.

    `criteria` are questions of this `version` of the questionnaire on effect; `kept` those among them that were chosen
    although they fit badly, and `reason` says why.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="effect_choices")
    chosen_on = models.DateField(_("chosen on"), default=timezone.localdate)
    version = models.PositiveSmallIntegerField(editable=False)
    criteria = ArrayField(models.CharField(max_length=LONGEST_CODE), verbose_name=_("criteria"))
    kept = ArrayField(models.CharField(max_length=LONGEST_CODE), default=list, blank=True, editable=False)
    reason = models.TextField(_("why these"), blank=True, max_length=2000)
    chosen_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-chosen_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.chosen_on}"


class Evaluation(AuthorityOwned):
    """One look at one network: on which of the three levels is there a result?

    `choice` are the criteria it was judged on; None for a look from before, or from a list, without any.
    """

    network = models.ForeignKey(Network, models.CASCADE, related_name="effect_evaluations")
    choice = models.ForeignKey(
        Choice, models.SET_NULL, null=True, blank=True, related_name="evaluations", editable=False
    )
    evaluated_on = models.DateField(_("evaluated on"), default=timezone.localdate)
    community = models.BooleanField(_("result for the community"), default=False)
    network_level = models.BooleanField(_("result for the network"), default=False)
    organisations = models.BooleanField(_("result for the organisations"), default=False)
    evidence = models.TextField(_("what you saw"), blank=True, max_length=4000)
    evaluated_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-evaluated_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.evaluated_on}"


class Scored(AuthorityOwned):
    """What one evaluation says of one criterion, 1-5 as people see it; None is 'we do not know'."""

    evaluation = models.ForeignKey(Evaluation, models.CASCADE, related_name="scored")
    criterion = models.CharField(max_length=LONGEST_CODE)
    value = score(None)
    evidence = models.TextField(_("what shows this"), blank=True, max_length=2000)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "evaluation", "criterion"], name="criterion_scored_once")
        ]

    def __str__(self) -> str:
        return f"{self.evaluation}: {self.criterion}"


class Satisfaction(Measurement):
    """What people said of a network on one day, aspect by aspect, 1-5; None was not asked. Never taken together."""

    IN_TRAIL_AS: ClassVar[str] = "satisfaction"

    class Meta:
        abstract = True


class UserSatisfaction(Satisfaction):
    """What people say who use the service."""

    SCORES: ClassVar[tuple[str, ...]] = ("access", "treatment", "together", "result")

    network = models.ForeignKey(Network, models.CASCADE, related_name="user_satisfaction")
    access = score(name_of_code("access", "user_aspects"))
    treatment = score(name_of_code("treatment", "user_aspects"))
    together = score(name_of_code("together", "user_aspects"))
    result = score(name_of_code("result", "user_aspects"))

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [no_more_answers_than_asked("no_more_users_than_asked")]


class MemberSatisfaction(Satisfaction):
    """What the partners say."""

    SCORES: ClassVar[tuple[str, ...]] = ("meetings", "usefulness", "influence", "stay")

    network = models.ForeignKey(Network, models.CASCADE, related_name="member_satisfaction")
    meetings = score(name_of_code("meetings", "member_aspects"))
    usefulness = score(name_of_code("usefulness", "member_aspects"))
    influence = score(name_of_code("influence", "member_aspects"))
    stay = score(name_of_code("stay", "member_aspects"))

    class Meta:
        ordering = ["-measured_on", "-id"]
        constraints = [no_more_answers_than_asked("no_more_members_than_asked")]


class Conclusion(AuthorityOwned):
    """What was concluded about a network and learned from it; `decision` is where it is followed up."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="effect_conclusions")
    concluded_on = models.DateField(_("concluded on"), default=timezone.localdate)
    verdict = models.CharField(_("what now?"), max_length=20, choices=partial(word_choices, "conclusions"))
    merged_with = models.ForeignKey(
        Network, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("merge with")
    )
    learned = models.TextField(_("what was learned"), max_length=4000)
    decision = models.ForeignKey(Decision, models.SET_NULL, null=True, related_name="+", editable=False)
    concluded_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-concluded_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.concluded_on}"
