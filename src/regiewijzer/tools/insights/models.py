"""Insights of users in one table, with the steps of journeys, the moments of diaries, and what each changed.

An insight has a day until which it is kept. After it, or when consent is withdrawn, its texts, steps and moments are
destroyed; the row stays and says so. Interviews and diaries are seen by few: `queries` decides that.
"""

from functools import partial
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.meetings.models import Action, AgendaItem
from regiewijzer.register.networks.models import GoalVersion, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts.insights import Consent, InsightKind, Proof
from regiewijzer.tools.insights.wording import TARGETS

LOWEST, HIGHEST = -2, 2  # how somebody feels at a step
MOST_STEPS, MOST_MOMENTS = 30, 48  # more is not read on one sheet: our proposal
LONGEST_TEXT, LONGEST_TALK = 1000, 8000
TEXTS: dict[str, tuple[str, ...]] = {
    InsightKind.PERSONA: ("situation", "goals", "needs", "thresholds", "quote"),
    InsightKind.INTERVIEW: ("guide", "quotes", "learned"),
    InsightKind.JOURNEY: ("situation",),
    InsightKind.DIARY: ("situation",),
}
CONFIDENTIAL = frozenset({InsightKind.INTERVIEW, InsightKind.DIARY})


class InsightQuerySet(models.QuerySet["Insight"]):
    def kept(self) -> Self:
        """Those that still say something."""
        return self.filter(destroyed_on=None)

    def open_to_all(self) -> Self:
        """Those that guests of the network see too."""
        return self.exclude(kind__in=CONFIDENTIAL)


class Insight(AuthorityOwned):
    """One insight. `TEXTS` are the fields each kind fills in; `name` is that of a persona or journey, or a code for
    whoever told it. `withdrawn`: whether it was destroyed because consent was.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("name", "situation", "quote", "quotes", "learned")
    EMPTIED: ClassVar[tuple[str, ...]] = (
        "name",
        "situation",
        "goals",
        "needs",
        "thresholds",
        "quote",
        "guide",
        "quotes",
        "learned",
        "proof_from",
        "consent_from",
        "made_with",
    )

    kind = models.CharField(_("kind"), max_length=20, choices=partial(word_choices, "insight_kinds"))
    network = models.ForeignKey(Network, models.CASCADE, related_name="insights", verbose_name=_("network"))
    name = models.CharField(_("name or code"), max_length=100, blank=True)
    situation = models.TextField(_("situation"), blank=True, max_length=LONGEST_TEXT)
    goals = models.TextField(_("what this person wants"), blank=True, max_length=LONGEST_TEXT)
    needs = models.TextField(_("what this person needs"), blank=True, max_length=LONGEST_TEXT)
    thresholds = models.TextField(_("what holds this person back"), blank=True, max_length=LONGEST_TEXT)
    quote = models.CharField(_("a quotation"), max_length=300, blank=True)
    guide = models.TextField(_("what was asked"), blank=True, max_length=LONGEST_TALK)
    quotes = models.TextField(_("what was said"), blank=True, max_length=LONGEST_TALK)
    learned = models.TextField(_("what we learned"), blank=True, max_length=LONGEST_TALK)
    persona = models.ForeignKey(
        "self", models.SET_NULL, null=True, blank=True, related_name="journeys", verbose_name=_("of which persona")
    )
    made_on = models.DateField(_("made on"), default=timezone.localdate)
    proof = models.CharField(
        _("how sure"), max_length=20, choices=partial(word_choices, "insight_proofs"), default=Proof.ASSUMED.value
    )
    proof_from = models.CharField(_("what it rests on"), max_length=200, blank=True)
    phase = models.CharField(_("phase"), max_length=20, blank=True, choices=partial(word_choices, "phases"), default="")
    consent = models.CharField(
        _("consent"), max_length=20, choices=partial(word_choices, "consents"), default=Consent.NOT_NEEDED.value
    )
    consent_from = models.CharField(_("of whom, and how"), max_length=200, blank=True)
    keep_until = models.DateField(_("keep until"))
    made_with = models.CharField(_("made with"), max_length=200, blank=True)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)
    destroyed_on = models.DateField(_("destroyed on"), null=True, blank=True)
    withdrawn = models.BooleanField(_("consent was withdrawn"), default=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = InsightQuerySet.as_manager()

    class Meta:
        ordering = ["-made_on", "-id"]
        indexes = [models.Index(fields=["authority", "network", "kind"], name="insight_of_network")]
        constraints = [
            models.UniqueConstraint(fields=["authority", "network", "created_at"], name="insight_made_once_at_a_time")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def confidential(self) -> bool:
        """Whether guests, readers and most colleagues never see it."""
        return self.kind in CONFIDENTIAL

    @property
    def texts(self) -> list[str]:
        """The fields that this kind fills in."""
        return [name for name in TEXTS[self.kind] if getattr(self, name)]


def _feeling() -> "models.SmallIntegerField[int, int]":
    bounds = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    return models.SmallIntegerField(_("how it feels"), default=0, validators=bounds)


class Step(AuthorityOwned):
    """One step of a journey, in its order, with the organisations somebody meets there."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("pain",)

    insight = models.ForeignKey(Insight, models.CASCADE, related_name="steps")
    place = models.PositiveSmallIntegerField(
        _("order"), validators=[MinValueValidator(1), MaxValueValidator(MOST_STEPS)]
    )
    stage = models.CharField(_("stage"), max_length=20, choices=partial(word_choices, "journey_stages"))
    name = models.CharField(_("step"), max_length=100)
    channel = models.CharField(_("channel"), max_length=100, blank=True)
    feeling = _feeling()
    pain = models.CharField(_("where it goes wrong"), max_length=300, blank=True)
    chance = models.CharField(_("what is possible"), max_length=300, blank=True)

    class Meta:
        ordering = ["place", "id"]
        constraints = [
            models.CheckConstraint(condition=Q(feeling__range=(LOWEST, HIGHEST)), name="step_feeling_on_scale"),
            models.CheckConstraint(condition=Q(place__range=(1, MOST_STEPS)), name="step_place_in_journey"),
        ]

    def __str__(self) -> str:
        return self.name


class Met(AuthorityOwned):
    """An organisation somebody meets at a step."""

    step = models.ForeignKey(Step, models.CASCADE, related_name="met")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+")

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [models.UniqueConstraint(fields=["authority", "step", "organisation"], name="met_once_at_step")]

    def __str__(self) -> str:
        return str(self.organisation)


class Moment(AuthorityOwned):
    """One moment of a day. `helped` says how a contact with a service went; None without one, or when not known."""

    PERSONAL: ClassVar[tuple[str, ...]] = ("what", "note")

    insight = models.ForeignKey(Insight, models.CASCADE, related_name="moments")
    at = models.TimeField(_("at what hour"))
    what = models.CharField(_("what happens"), max_length=150)
    where = models.CharField(_("where"), max_length=100, blank=True)
    company = models.CharField(_("with whom"), max_length=100, blank=True)
    service = models.CharField(_("contact with which service"), max_length=100, blank=True)
    helped = models.BooleanField(_("did it help"), null=True, blank=True)
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return self.what


class Use(AuthorityOwned):
    """What an insight changed: one challenge, wording of a goal, action, contribution in the arena, or agenda item."""

    insight = models.ForeignKey(Insight, models.CASCADE, related_name="uses")
    used_on = models.DateField(_("used on"), default=timezone.localdate)
    challenge = models.ForeignKey(Challenge, models.CASCADE, null=True, blank=True, related_name="+")
    goal = models.ForeignKey(
        GoalVersion, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("wording of the goal")
    )
    action = models.ForeignKey(Action, models.CASCADE, null=True, blank=True, related_name="+")
    item = models.ForeignKey(
        AgendaItem, models.CASCADE, null=True, blank=True, related_name="+", verbose_name=_("item of an agenda")
    )
    contribution = models.CharField(_("contribution to the arena"), max_length=100, blank=True)
    changed = models.TextField(_("what it changed"), max_length=500)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)

    class Meta:
        ordering = ["-used_on", "-id"]

    def __str__(self) -> str:
        return self.changed

    @property
    def target(self) -> Any:
        """What it changed: a row, or the contribution in words."""
        return next(filter(None, (getattr(self, name) for name in TARGETS)), None)

    @property
    def target_in_words(self) -> str:
        """What kind of thing that is."""
        return str(TARGETS[self.target_kind]) if self.target_kind else ""

    @property
    def target_kind(self) -> str:
        return next((name for name in TARGETS if getattr(self, name)), "")
