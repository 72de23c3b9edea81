"""Meetings of networks with their agenda, presence and minutes; what was agreed; actions with an owner and a day.

A meeting has a day and hours as a clock on the wall shows them, so that it keeps its hour when the clock changes.
"""

import uuid
from datetime import date, datetime
from enum import StrEnum
from functools import partial
from typing import Any, ClassVar, Self

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.foundation.links import PersonalLink, PersonalLinkQuerySet
from regiewijzer.foundation.post import LONGEST_PROBLEM, Delivery
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.models import Record, RecordQuerySet
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.facts import ActionState

LONGEST_MINUTES = 30_000  # characters: ten pages, and what a cell of a workbook holds
LONGEST_SERIES = 150
LONGEST_ITEM = 480  # minutes of one item: a working day


class MeetingState(StrEnum):
    """How far a meeting is."""

    PLANNED = "planned"
    HELD = "held"
    CANCELLED = "cancelled"


class Aim(StrEnum):
    """What an item on the agenda is for."""

    INFORM = "inform"
    ADVISE = "advise"
    DECIDE = "decide"


class ItemOrigin(StrEnum):
    """Where an item on the agenda comes from."""

    FIXED = "fixed"
    FINDING = "finding"
    ACTION = "action"
    DECISION = "decision"
    TRY = "try"
    OWN = "own"


class Seen(StrEnum):
    """Whether a partner was there."""

    PRESENT = "present"
    EXCUSED = "excused"
    ABSENT = "absent"
    SUBSTITUTE = "substitute"


class MeetingQuerySet(RecordQuerySet["Meeting"]):
    def to_come(self, day: date) -> Self:
        return self.current().filter(state=MeetingState.PLANNED, held_on__gte=day).order_by("held_on", "starts")

    def held(self) -> Self:
        return self.current().filter(state=MeetingState.HELD)


class Meeting(Record):
    """One meeting of a network.

    `sequence` counts the invitations that went out, so that a calendar knows the last; `uid` stays the same for good.
    `minutes` are those that were closed; while somebody types them they are a `MinutesDraft`. `series` says in words
    how the meetings of one network come back that were planned at once; each goes its own way from then on.
    """

    KIND: ClassVar[str] = "meeting"
    PERSONAL: ClassVar[tuple[str, ...]] = ("minutes",)
    ALIKE_IN: ClassVar[tuple[str, ...]] = ("network", "held_on")

    network = models.ForeignKey(Network, models.CASCADE, related_name="meetings", verbose_name=_("network"))
    held_on = models.DateField(_("day"))
    starts = models.TimeField(_("from what time"))
    ends = models.TimeField(_("until what time"))
    place = models.CharField(_("place"), max_length=200, blank=True)
    link = models.URLField(_("link for who joins from afar"), max_length=200, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=partial(word_choices, "meeting_states"), default=MeetingState.PLANNED.value
    )
    minutes = models.TextField(_("minutes"), blank=True, max_length=LONGEST_MINUTES)
    approved_on = models.DateField(_("approved on"), null=True, blank=True)
    series = models.CharField(
        _("series"),
        max_length=LONGEST_SERIES,
        blank=True,
        help_text=_("Meetings of a network with the same words here were planned at once."),
    )
    sequence = models.PositiveIntegerField(default=0, editable=False)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)

    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-held_on", "-starts", "-id"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(
                condition=Q(ends__gt=F("starts")),
                name="meeting_ends_after_start",
                violation_error_message=_("The end lies before the start."),
            ),
        ]

    def facts(self) -> dict[str, Any]:
        """Without what a calendar knows it by, which says nothing to a reader of the trail."""
        return {name: value for name, value in super().facts().items() if name != "uid"}

    @property
    def begins_at(self) -> datetime:
        """The moment, in the time of the authority."""
        return timezone.make_aware(datetime.combine(self.held_on, self.starts))

    @property
    def ends_at(self) -> datetime:
        return timezone.make_aware(datetime.combine(self.held_on, self.ends))

    @property
    def length(self) -> int:
        """How many minutes it takes on the clock."""
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute

    @property
    def is_cancelled(self) -> bool:
        return self.state == MeetingState.CANCELLED

    @property
    def closed(self) -> bool:
        """Whether its minutes are settled."""
        return self.state == MeetingState.HELD and bool(self.minutes)

    def search_line(self) -> str:
        return self.place

    def search_text(self) -> str:
        return f"{self.network.name} {self.minutes}"


class AgendaItem(AuthorityOwned):
    """One item of an agenda, in its order. `about` is the key of the finding, or of the record, it comes from."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="items")
    place = models.PositiveSmallIntegerField(_("order"))
    title = models.CharField(_("item"), max_length=200)
    aim = models.CharField(
        _("aim"), max_length=20, choices=partial(word_choices, "agenda_aims"), default=Aim.INFORM.value
    )
    minutes = models.PositiveSmallIntegerField(
        _("length in minutes"), default=10, validators=[MinValueValidator(1), MaxValueValidator(LONGEST_ITEM)]
    )
    who = models.CharField(_("who"), max_length=150, blank=True)
    origin = models.CharField(
        _("origin"), max_length=20, choices=partial(word_choices, "agenda_origins"), default=ItemOrigin.OWN.value
    )
    note = models.CharField(_("note"), max_length=300, blank=True)

    class Meta:
        ordering = ["place", "id"]

    def __str__(self) -> str:
        return self.title


class Presence(AuthorityOwned):
    """Whether a partner was at a meeting, and who came for it."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="presences")
    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="presences")
    person = models.ForeignKey(Person, models.SET_NULL, null=True, blank=True, related_name="presences")
    seen = models.CharField(_("presence"), max_length=20, choices=partial(word_choices, "presences"))

    class Meta:
        ordering = ["organisation__name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "meeting", "organisation"], name="presence_once"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation}: {self.seen}"


class Agreement(AuthorityOwned):
    """What was decided or agreed at a meeting, in a sentence."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="agreements")
    text = models.CharField(_("agreement"), max_length=500)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text


class MinutesDraft(AuthorityOwned):
    """Minutes somebody is typing. Outside the trail, and gone once they are closed.

    `version` counts what was kept, so that two who write at once learn of each other.
    """

    meeting = models.OneToOneField(Meeting, models.CASCADE, related_name="draft")
    text = models.TextField(blank=True, max_length=LONGEST_MINUTES)
    version = models.PositiveIntegerField(default=0)
    written_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")
    written_at = models.DateTimeField(default=timezone.now)

    def __str__(self) -> str:
        return f"draft of {self.meeting}"


class MailAbout(StrEnum):
    """What is mailed of a meeting: the invitation (a cancellation, once it is cancelled), or the settled minutes."""

    INVITATION = "invitation"
    MINUTES = "minutes"


class MeetingMail(AuthorityOwned):
    """A mail about a meeting to somebody who sits there, and what became of it. Asked again, the row waits again."""

    meeting = models.ForeignKey(Meeting, models.CASCADE, related_name="mails")
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    about = models.CharField(max_length=20)
    asked_by = models.ForeignKey(Position, models.CASCADE, related_name="+")
    delivery = models.CharField(max_length=10, choices=Delivery.choices, default=Delivery.WAITING)
    problem = models.CharField(max_length=LONGEST_PROBLEM, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "meeting", "person", "about"], name="meeting_mail_once"),
        ]

    def __str__(self) -> str:
        return f"{self.about}: {self.delivery}"


class CalendarFeed(AuthorityOwned):
    """A calendar somebody subscribed to: of one network, or of everything that is theirs. Only the hash of its code is
    kept, and it shows what its owner may see on the day it is read.
    """

    position = models.ForeignKey(Position, models.CASCADE, related_name="feeds")
    network = models.ForeignKey(Network, models.CASCADE, null=True, blank=True, related_name="feeds")
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    made_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return str(self.network or self.position)


class ActionLinkQuerySet(PersonalLinkQuerySet["ActionLink"]):
    """Scopes of links to own actions."""


class ActionLink(PersonalLink):
    """A personal link with which somebody without an account sees their own actions in one network, and ticks them."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="action_links")
    person = models.ForeignKey(Person, models.CASCADE, related_name="action_links")

    objects = ActionLinkQuerySet.as_manager()

    class Meta:
        ordering = ["-expires_on"]

    def __str__(self) -> str:
        return f"{self.person} in {self.network}"


class ActionQuerySet(RecordQuerySet["Action"]):
    def open(self) -> Self:
        """Still to do."""
        return self.current().filter(state=ActionState.OPEN)

    def overdue(self, day: date) -> Self:
        return self.open().filter(due__lt=day)


class Action(Record):
    """What somebody does for a network, by when, and where it was agreed. The owner is a partner, a person of it, or
    a colleague; nobody when that was left open.
    """

    KIND: ClassVar[str] = "action"
    PERSONAL: ClassVar[tuple[str, ...]] = ("person", "colleague")
    ALIKE_IN: ClassVar[tuple[str, ...]] = ("network", "organisation", "person", "colleague", "due")

    network = models.ForeignKey(
        Network, models.CASCADE, null=True, blank=True, related_name="actions", verbose_name=_("network")
    )
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name=_("partner")
    )
    person = models.ForeignKey(
        Person, models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name=_("person")
    )
    colleague = models.ForeignKey(
        Position, models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name=_("colleague")
    )
    due = models.DateField(_("by when"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=partial(word_choices, "action_states"), default=ActionState.OPEN.value
    )
    done_on = models.DateField(_("done on"), null=True, blank=True)
    meeting = models.ForeignKey(
        Meeting, models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name=_("agreed at")
    )
    decision = models.ForeignKey(
        Decision, models.SET_NULL, null=True, blank=True, related_name="actions", verbose_name=_("from the decision")
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)

    objects = ActionQuerySet.as_manager()

    class Meta:
        ordering = [F("due").asc(nulls_last=True), "id"]
        verbose_name = _("action")
        verbose_name_plural = _("actions")

    @property
    def owner(self) -> str:
        """Who does it, by name; empty when nobody was named."""
        names = [each and str(each) for each in (self.person, self.organisation, self.colleague)]
        return ", ".join(name for name in names if name)

    def is_overdue(self, day: date) -> bool:
        return self.state == ActionState.OPEN and self.due is not None and self.due < day

    def search_line(self) -> str:
        return self.network.name if self.network else ""

    def search_text(self) -> str:
        return f"{self.owner} {self.note}"
