"""An arena: who is needed in one phase of a network, on one day.

Arenas are appended and dated: each change is another one, and the latest of a phase is a query.
"""

from functools import partial
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.dependence import HIGHEST, LOWEST, Dependence, standing
from regiewijzer.science.facts.arena import COMPLEMENTARY, CONTEXT, CORE, NOT_NEEDED, ArenaSource

RANKS = {"core": CORE, "complementary": COMPLEMENTARY, "context": CONTEXT, "not_relevant": NOT_NEEDED}
PLACES = {rank: place for place, rank in RANKS.items()}
MOST_HOLDERS, LONGEST_CONTRIBUTION = 20, 100


def _score(label: Any) -> "models.PositiveSmallIntegerField[int | None, int | None]":
    bounds = [MinValueValidator(LOWEST), MaxValueValidator(HIGHEST)]
    return models.PositiveSmallIntegerField(label, null=True, blank=True, validators=bounds)


class Arena(AuthorityOwned):
    """Who is needed in one phase, as somebody saw it on a day. `answers`: how many people placed partners."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="arenas")
    phase = models.CharField(_("phase"), max_length=20, choices=partial(word_choices, "phases"))
    made_on = models.DateField(_("made on"), default=timezone.localdate)
    source = models.CharField(
        _("made by"), max_length=20, choices=partial(word_choices, "arena_sources"), default=ArenaSource.OWN.value
    )
    answers = models.PositiveSmallIntegerField(_("how many people placed partners"), null=True, blank=True)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    created_at = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["-made_on", "-id"]
        indexes = [models.Index(fields=["authority", "network", "phase"], name="arena_of_network")]

    def __str__(self) -> str:
        return f"{self.network}, {self.get_phase_display()}"


class Placed(AuthorityOwned):
    """One partner in an arena: what it brings, its scores, and its place where somebody said so.

    `place` is what somebody chose, against the scores only with a `reason`; empty: the scores decide. `divided`: a room
    did not agree, so that it has no place.
    """

    IN_COPY: ClassVar[tuple[str, ...]] = (
        "organisation_id",
        "person_id",
        "importance",
        "replaceability",
        "place",
        "reason",
        "divided",
        "contributions",
    )

    arena = models.ForeignKey(Arena, models.CASCADE, related_name="placed")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="+", verbose_name=_("partner"))
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("person who matters")
    )
    contributions = ArrayField(
        models.CharField(max_length=LONGEST_CONTRIBUTION), verbose_name=_("brings"), default=list, blank=True
    )
    importance = _score(_("importance"))
    replaceability = _score(_("replaceability"))
    place = models.CharField(
        _("place"), max_length=20, blank=True, choices=partial(word_choices, "arena_ranks"), default=""
    )
    reason = models.CharField(_("why this place"), max_length=400, blank=True)
    divided = models.BooleanField(_("the room was divided"), default=False)

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "arena", "organisation"],
                name="placed_once_in_arena",
                violation_error_message=_("This partner already stands in the arena."),
            ),
            models.CheckConstraint(
                condition=Q(importance=None) | Q(importance__range=(LOWEST, HIGHEST)), name="arena_importance_on_scale"
            ),
            models.CheckConstraint(
                condition=Q(replaceability=None) | Q(replaceability__range=(LOWEST, HIGHEST)),
                name="arena_replaceability_on_scale",
            ),
        ]

    def __str__(self) -> str:
        return str(self.organisation)

    @property
    def state(self) -> str:
        """How it stands, in short: what somebody saw before changing it."""
        scores = f"{self.importance or ''}.{self.replaceability or ''}"
        return f"{scores}.{self.place}.{self.divided:d}.{', '.join(self.contributions)}"

    @property
    def rank_by_rule(self) -> int | None:
        """What the scores say; None when one is missing."""
        if self.importance is None or self.replaceability is None:
            return None
        return standing(self.importance, self.replaceability).rank

    @property
    def dependence(self) -> Dependence | None:
        """How much hangs on this partner; None when a score is missing."""
        if self.importance is None or self.replaceability is None:
            return None
        return standing(self.importance, self.replaceability).dependence

    @property
    def rank(self) -> int | None:
        """Its place: as somebody chose, or else by the rule; a partner on whom a room is divided has none."""
        if self.divided:
            return None
        return RANKS[self.place] if self.place else self.rank_by_rule

    @property
    def where(self) -> str:
        """The code of its place; empty when it has none."""
        return PLACES.get(self.rank or 0, "")

    @property
    def overruled(self) -> bool:
        """Whether somebody chose another place than the scores give."""
        return bool(self.place) and self.rank_by_rule is not None and RANKS[self.place] != self.rank_by_rule


class Need(AuthorityOwned):
    """A contribution that is needed in a phase, and how many partners should bring it."""

    arena = models.ForeignKey(Arena, models.CASCADE, related_name="needs")
    contribution = models.CharField(_("contribution"), max_length=LONGEST_CONTRIBUTION)
    holders = models.PositiveSmallIntegerField(
        _("how many partners should bring it"),
        default=1,
        validators=[MinValueValidator(1), MaxValueValidator(MOST_HOLDERS)],
    )

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "arena", "contribution"],
                name="needed_once_in_arena",
                violation_error_message=_("This contribution is already asked for."),
            )
        ]

    def __str__(self) -> str:
        return self.contribution
