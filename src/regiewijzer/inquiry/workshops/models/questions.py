"""What a session asks."""

from functools import partial
from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.inquiry.workshops.models.workshops import Workshop
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import word_choices

LONGEST_QUESTION, LONGEST_LABEL, LONGEST_HINT = 300, 200, 200
SLIDER_ENDS = (0, 100)


class Kind(models.TextChoices):
    """How the room answers."""

    SCALE = "scale", _("a scale")
    SLIDER = "slider", _("a slider")
    CHOICE = "choice", _("a choice")
    RANKING = "ranking", _("an order")
    TEXT = "text", _("short texts")
    PLACING = "placing", _("partners on rings")


class Voting(models.TextChoices):
    """Whether phones may answer now."""

    WAITING = "waiting", _("not yet asked")
    OPEN = "open", _("voting is open")
    CLOSED = "closed", _("voting is closed")


class Ring(models.TextChoices):
    """Where somebody puts a partner, from the middle outwards."""

    CORE = "core", _("core")
    COMPLEMENTARY = "complementary", _("complementary")
    CONTEXT = "context", _("context")
    NOT_NEEDED = "not_needed", _("not needed")


class Question(AuthorityOwned):
    """One question of a session.

    `options`: what can be chosen, ordered or placed, each {"key", "label"}; of a scale its steps from low to high, with
    a whole number as key. `low` and `high` are the words at the ends of a slider. `no_answer` is what one says who does
    not know, empty when that is not offered. `source` names where it comes from: questionnaire, version, own version,
    item, dimension and whether the item is reversed; empty for a question of one's own.

    `makes` says what of something the room makes together this question gives, such as `persona.goals` or
    `try.principle`; empty when it makes nothing. `agreed` are the lines that were agreed on, for the screen.

    Placing: `phase` of the network in which partners are placed, and whether they are `scored` on importance and
    replaceability, which give the ring, instead of put on a ring. Before the room opens `options` holds who is no
    member; then the members of the day come in.

    `released` is the tally the room has seen last, `releases` how many times one was made (see actions.releases).
    """

    workshop = models.ForeignKey(Workshop, models.CASCADE, related_name="questions")
    number = models.PositiveSmallIntegerField(editable=False)
    kind = models.CharField(max_length=10, choices=Kind.choices, editable=False)
    text = models.CharField(_("question"), max_length=LONGEST_QUESTION)
    discuss = models.CharField(_("what to talk about"), max_length=LONGEST_HINT, blank=True)
    options = models.JSONField(default=list, blank=True)
    low = models.CharField(_("word at the left end"), max_length=60, blank=True)
    high = models.CharField(_("word at the right end"), max_length=60, blank=True)
    most = models.PositiveSmallIntegerField(_("how many one may choose"), default=1)
    no_answer = models.CharField(max_length=LONGEST_LABEL, blank=True)
    network = models.ForeignKey(Network, models.SET_NULL, null=True, blank=True, related_name="+")
    phase = models.CharField(_("phase"), max_length=20, blank=True, choices=partial(word_choices, "phases"))
    scored = models.BooleanField(_("ask for importance and replaceability"), default=False)
    source = models.JSONField(default=dict, blank=True, editable=False)
    makes = models.CharField(max_length=40, blank=True, editable=False)
    agreed = models.JSONField(default=list, blank=True, editable=False)
    voting = models.CharField(max_length=10, choices=Voting.choices, default=Voting.WAITING, editable=False)
    shown = models.BooleanField(default=False, editable=False)
    releases = models.PositiveSmallIntegerField(default=0, editable=False)
    released = models.JSONField(null=True, editable=False)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["workshop", "number"],
                name="workshop_question_number_once",
                deferrable=models.Deferrable.DEFERRED,
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def is_open(self) -> bool:
        return self.voting == Voting.OPEN

    @property
    def is_closed(self) -> bool:
        return self.voting == Voting.CLOSED

    @property
    def takes_texts(self) -> bool:
        return self.kind == Kind.TEXT

    @property
    def is_fixed(self) -> bool:
        """Whether what can be answered came with the question, and is not changed by hand."""
        return bool(self.source or self.makes)

    @property
    def made(self) -> str:
        """What the room makes with it: a try, a persona or a journey; empty when it makes nothing."""
        return self.makes.partition(".")[0]

    @property
    def is_scored(self) -> bool:
        """Whether partners get two scores instead of a ring."""
        return self.kind == Kind.PLACING and self.scored

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of the options, in their order."""
        return tuple(option["key"] for option in self.options)

    @property
    def hints(self) -> dict[str, str]:
        """Key -> what stands below the label on a phone, for options that have it."""
        return {option["key"]: option["hint"] for option in self.options if option.get("hint")}

    @property
    def labels(self) -> dict[str, str]:
        """Key -> label of every option, in their order."""
        return {option["key"]: option["label"] for option in self.options}


def option(key: object, label: str, hint: str = "") -> dict[str, Any]:
    """One thing that can be chosen, as `Question.options` keeps it."""
    made = {"key": str(key), "label": label[:LONGEST_LABEL]}
    return {**made, "hint": hint[:LONGEST_QUESTION]} if hint else made
