"""Organisation networks: their goal in versions, their form and phases in periods, and their members."""

from datetime import date
from enum import StrEnum
from functools import partial
from typing import ClassVar, Generic, Self, TypeVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Min, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.library import catalogue
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.organisations.models import Organisation, Person, sitting_q
from regiewijzer.register.policy.models import policy_codes_field
from regiewijzer.register.records.models import Record, RecordQuerySet, going_on_q, holding_q, running_q
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import ActionState, Origin
from regiewijzer.science.wholes import way_up
from regiewijzer.science.written_days import KnownDay, Precision

_THEMES = {theme.key: (theme.title.nl, theme.title.en) for theme in catalogue.themes()}


class MemberRole(StrEnum):
    """What an organisation is in a network."""

    MEMBER = "member"
    CHAIR = "chair"
    SECRETARY = "secretary"
    LEAD = "lead"
    OBSERVER = "observer"


def precision() -> "models.CharField[str, str]":
    """How much is known of the day in the field before it, which is the first it can be."""
    return models.CharField(
        max_length=5, choices=[(each.value, each.value) for each in Precision], default="day", editable=False
    )


def ends_after_start(name: str) -> models.CheckConstraint:
    """No period ends before it starts."""
    return models.CheckConstraint(
        condition=Q(ended=None) | Q(started=None) | Q(ended__gte=F("started")),
        name=name,
        violation_error_message=_("The end lies before the start."),
    )


P = TypeVar("P", "FormPeriod", "Membership", "Delegate")


class PeriodQuerySet(models.QuerySet[P], Generic[P]):
    """Scopes over things that hold for a while."""

    def begun(self, *, after: date, until: date) -> Self:
        return self.filter(started__gt=after, started__lte=until)

    def yet_to_begin(self, day: date) -> Self:
        """Begins after this day, and will not have ended before it does."""
        never_begins = Q(ended__lte=F("started"))
        return self.filter(started__gt=day).exclude(never_begins)


class NetworkQuerySet(RecordQuerySet["Network"]):
    def running(self, day: date) -> Self:
        return self.filter(running_q(day))

    def that_ran(self, day: date) -> Self:
        """In use, and known to have begun by that day and not to have ended."""
        return self.filter(holding_q(day), archived_at=None).exclude(started=None)

    def making_a_circle(self, part: int | None, whole: int) -> bool:
        """Whether a network (none yet without a key) would be part of itself if it were part of this one."""
        within: dict[int, int] = dict(self.exclude(within=None).values_list("pk", "within_id"))
        return part is not None and (part == whole or part in way_up(whole, within))


class Network(Record):
    """A network of sovereign organisations around one goal."""

    KIND: ClassVar[str] = "network"

    challenge = models.ForeignKey(
        Challenge, models.SET_NULL, null=True, blank=True, related_name="networks", verbose_name=_("challenge")
    )
    themes = ArrayField(models.CharField(max_length=40), verbose_name=_("themes"), default=list, blank=True)
    target_groups = ArrayField(
        models.CharField(max_length=100), verbose_name=_("target groups"), default=list, blank=True
    )
    territory = models.CharField(_("territory"), max_length=150, blank=True)
    origin = models.CharField(
        _("origin"), max_length=20, choices=partial(word_choices, "origins"), default=Origin.OWN.value
    )
    mandate = models.CharField(
        _("rule that asks for it"),
        max_length=40,
        blank=True,
        choices=partial(word_choices, "mandates"),
        help_text=_("A network that a law, decree or funding rule asks for or regulates. Empty when none does."),
    )
    mandated_by = models.CharField(_("by which rule"), max_length=200, blank=True)
    within = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="parts",
        verbose_name=_("part of"),
        help_text=_("The network it is a part of, such as the one a working group works for. Empty when it is none."),
    )
    layer = models.CharField(
        _("layer"),
        max_length=20,
        blank=True,
        choices=partial(word_choices, "network_layers"),
        help_text=_("What it is in the whole, or by itself. Empty when nobody said so."),
    )
    intensity = models.CharField(
        _("how much is done together"),
        max_length=20,
        blank=True,
        choices=partial(word_choices, "intensities"),
        help_text=_("From little to much: inform one another, align, do together (Voets, 2022). Empty when unknown."),
    )
    started = models.DateField(_("start"), null=True, blank=True)
    started_precision = precision()
    ended = models.DateField(_("end"), null=True, blank=True)
    went_into = models.ForeignKey(
        "self",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="took_in",
        verbose_name=_("went into"),
        help_text=_("The network that took it over when it ended. Empty when it goes on, or just stopped."),
    )
    meetings_per_year = models.PositiveSmallIntegerField(_("meetings per year"), null=True, blank=True)
    hours_per_year = models.PositiveSmallIntegerField(_("hours per year for the authority"), null=True, blank=True)
    note = models.TextField(_("note"), blank=True, max_length=4000)
    policy_codes = policy_codes_field()

    objects = NetworkQuerySet.as_manager()

    class Meta:
        verbose_name = _("network")
        verbose_name_plural = _("networks")
        constraints = [
            ends_after_start("network_ends_after_start"),
            models.CheckConstraint(
                condition=~Q(within=F("id")),
                name="network_not_within_itself",
                violation_error_message=_("A network is no part of itself."),
            ),
            models.CheckConstraint(
                condition=~Q(went_into=F("id")),
                name="network_not_into_itself",
                violation_error_message=_("A network does not go into itself."),
            ),
        ]

    @property
    def start(self) -> KnownDay | None:
        """When it began, as far as known."""
        return KnownDay(self.started, Precision(self.started_precision)) if self.started else None

    @property
    def mandated(self) -> bool:
        return Origin(self.origin).mandated

    def search_line(self) -> str:
        goal = self.goals.order_by("-number").first() if self.pk else None
        return goal.text if goal else ""

    def search_text(self) -> str:
        words = [label for field in ("layer", "intensity") for label in self._both_languages(field)]
        words += [name for key in self.themes if key in _THEMES for name in _THEMES[key]]
        whole = self.within.name if self.within else ""
        said = [self.territory, self._asked_for, whole, *words, self.note]
        return " ".join([*self.target_groups, *said, *self.policy_codes])

    def _both_languages(self, field: str) -> tuple[str, ...]:
        """The word for a code in both languages, to find it by."""
        group = {"layer": "network_layers", "intensity": "intensities"}[field]
        code = getattr(self, field)
        if not code:
            return ()
        text = catalogue.word(code, group).text
        return text.nl, text.en

    @property
    def _asked_for(self) -> str:
        """Which rule asks for it, in words to find it by."""
        if not self.mandate:
            return self.mandated_by
        mandate = catalogue.mandate(self.mandate)
        return f"{mandate.title.nl} {mandate.title.en} {mandate.regulation} {self.mandated_by}"


class GoalVersion(AuthorityOwned):
    """The goal as it was worded from a day on. Versions stay; a new wording is a new version."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="goals")
    number = models.PositiveSmallIntegerField()
    text = models.TextField(_("goal"), max_length=2000)
    valid_from = models.DateField(_("valid from"))

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["authority", "network", "number"], name="goal_version_once")]

    def __str__(self) -> str:
        return self.text


class FormPeriodQuerySet(PeriodQuerySet["FormPeriod"]):
    def holding(self, day: date) -> Self:
        return self.filter(holding_q(day))


class FormPeriod(AuthorityOwned):
    """The governance form during a period, with the organisation that leads it, if any."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="forms")
    form = models.CharField(_("form"), max_length=30, choices=partial(word_choices, "forms"))
    lead = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("led by")
    )
    started = models.DateField(_("from"), null=True, blank=True)
    ended = models.DateField(_("until"), null=True, blank=True)

    objects = FormPeriodQuerySet.as_manager()

    class Meta:
        ordering = [F("started").desc(nulls_last=True), "-id"]
        constraints = [ends_after_start("form_period_ends_after_start")]

    def __str__(self) -> str:
        return str(self.get_form_display())


class PhaseStart(AuthorityOwned):
    """The phase a network came into on a day; it lasts until the next one begins."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="phases")
    phase = models.CharField(_("phase"), max_length=20, choices=partial(word_choices, "phases"))
    started = models.DateField(_("from"))

    class Meta:
        ordering = ["-started", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "network", "started"],
                name="one_phase_a_day",
                violation_error_message=_("Another phase began that day; take it back first."),
            )
        ]

    def __str__(self) -> str:
        return str(self.get_phase_display())


class MembershipQuerySet(PeriodQuerySet["Membership"]):
    def sitting(self, day: date) -> Self:
        """Of the partners of this day, wherever they are counted, listed or asked."""
        return self.filter(sitting_q(day))

    def sitting_in_the_archive(self, day: date) -> Self:
        """They hold on this day, but the organisation is in the archive: no partner any more."""
        return self.filter(holding_q(day)).exclude(organisation__archived_at=None)

    def over(self, day: date) -> Self:
        """Has ended, or ended before it began."""
        return self.filter(Q(ended__lte=day) | Q(ended__lte=F("started")))

    def with_open_action(self) -> Self:
        """`open_action`: the first thing the partner still has to do for this network; None when there is nothing."""
        still_to_do = Q(
            organisation__actions__network=F("network"),
            organisation__actions__state=ActionState.OPEN,
            organisation__actions__archived_at=None,
        )
        return self.annotate(open_action=Min("organisation__actions__name", filter=still_to_do))

    def left(self, *, after: date, until: date) -> Self:
        return self.filter(ended__gt=after, ended__lte=until)

    def in_running_networks(self, day: date) -> Self:
        return self.filter(running_q(day, "network__"))


class Membership(AuthorityOwned):
    """One organisation in one network, for a period. `action`: what it does for the goal, in a sentence."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="memberships")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="memberships")
    role = models.CharField(
        _("role"), max_length=20, choices=partial(word_choices, "membership_roles"), default=MemberRole.MEMBER.value
    )
    action = models.CharField(_("what it does for the goal"), max_length=400, blank=True)
    started = models.DateField(_("member since"), null=True, blank=True)
    started_precision = precision()
    ended = models.DateField(_("member until"), null=True, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)

    objects = MembershipQuerySet.as_manager()

    class Meta:
        ordering = ["organisation__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "network", "organisation"],
                condition=Q(ended=None),
                name="membership_open_once",
                violation_error_message=_("This organisation already sits in the network."),
            ),
            ends_after_start("membership_ends_after_start"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} in {self.network}"

    @property
    def does(self) -> str:
        """What it does for the goal: its commitment, else an action still to do; empty when it does nothing on record.

        KeyError when it was read without its open action.
        """
        return self.action or vars(self)["open_action"] or ""

    @property
    def start(self) -> KnownDay | None:
        """Since when, as far as known."""
        return KnownDay(self.started, Precision(self.started_precision)) if self.started else None


class DelegateQuerySet(PeriodQuerySet["Delegate"]):
    def sitting(self, day: date) -> Self:
        """Who sits there on this day, or has yet to take the seat: everybody but those whose time is over."""
        return self.filter(going_on_q(day))

    def gone(self, day: date) -> Self:
        return self.filter(ended__lte=day)


class Delegate(AuthorityOwned):
    """A person who sits in a network for a member, for a period. Who comes after them is another row.

    `critical_voice`: agreed with this person, for this seat; seen by who sees mandates.
    """

    PERSONAL: ClassVar[tuple[str, ...]] = ("critical_voice",)

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="delegates")
    person = models.ForeignKey(Person, models.CASCADE, related_name="seats")
    started = models.DateField(_("sits there since"), null=True, blank=True)
    ended = models.DateField(_("sits there until"), null=True, blank=True)
    substitute = models.BooleanField(
        _("substitute"), default=False, help_text=_("Comes when the person who holds the seat cannot.")
    )
    appointed_by = models.CharField(
        _("appointed by"),
        max_length=200,
        blank=True,
        help_text=_("The organ that decided, such as the council."),
    )
    appointed_on = models.DateField(_("appointed on"), null=True, blank=True)
    appointed_in = models.URLField(_("decision that appoints"), blank=True, help_text=_("The address of the decision."))
    critical_voice = models.BooleanField(
        _("critical voice"),
        default=False,
        help_text=_("Agreed with this person, for this seat: dares to question the network, and may."),
    )

    version = models.PositiveIntegerField(default=1, editable=False)

    objects = DelegateQuerySet.as_manager()

    class Meta:
        ordering = ["substitute", "person__name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "membership", "person"],
                condition=Q(ended=None),
                name="delegate_open_once",
                violation_error_message=_("This person already sits there."),
            ),
            ends_after_start("delegate_ends_after_start"),
        ]

    def __str__(self) -> str:
        return str(self.person)

    @property
    def over(self) -> bool:
        return self.ended is not None and self.ended <= timezone.localdate()
