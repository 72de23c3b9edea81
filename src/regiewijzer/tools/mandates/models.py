"""A card per seat: what it may promise; and a log of what was promised. They stay when the person changes.

Seen by whoever sits there, the manager of that network, and the coordinator: `queries` decides that.
"""

from functools import partial
from typing import ClassVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.mandates import Decides


class Card(AuthorityOwned):
    """What was agreed about one seat. All of it may be empty: a card that says little is better than none."""

    TEXTS: ClassVar[tuple[str, ...]] = ("why", "may_promise", "asks", "reports_to")

    membership = models.OneToOneField(Membership, models.CASCADE, related_name="mandate", verbose_name=_("partner"))
    why = models.TextField(_("why this person"), blank=True, max_length=1000)
    decides = models.CharField(
        _("may decide"), max_length=20, blank=True, choices=partial(word_choices, "mandate_decides"), default=""
    )
    may_promise = models.TextField(_("may promise without asking"), blank=True, max_length=1000)
    asks = models.TextField(_("asks first, and whom"), blank=True, max_length=1000)
    reports_to = models.CharField(_("reports back to"), max_length=200, blank=True)
    every_meetings = models.PositiveSmallIntegerField(_("reports back every so many meetings"), null=True, blank=True)
    review_on = models.DateField(_("look at it again on"), null=True, blank=True)
    agreed_on = models.DateField(_("agreed on"), default=timezone.localdate)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(every_meetings=None) | Q(every_meetings__gte=1), name="reports_back_at_least_once"
            )
        ]

    def __str__(self) -> str:
        return str(self.membership)

    @property
    def empty(self) -> bool:
        """Whether it says nothing of what may be promised."""
        return not (self.decides or self.may_promise)

    @property
    def can_decide(self) -> bool:
        return self.decides in (Decides.YES, Decides.WITHIN)


class Promise(AuthorityOwned):
    """Something that was promised for a seat, and what became of it. Whoever overruled it is told as a function."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="promises", verbose_name=_("partner"))
    text = models.TextField(_("what was promised"), max_length=1000)
    promised_on = models.DateField(_("promised on"), default=timezone.localdate)
    due = models.DateField(_("by when"), null=True, blank=True)
    checked_on = models.DateField(_("asked first on"), null=True, blank=True)
    kept_on = models.DateField(_("kept on"), null=True, blank=True)
    fed_back_on = models.DateField(_("reported back on"), null=True, blank=True)
    overruled_on = models.DateField(_("overruled on"), null=True, blank=True)
    overruled_by = models.CharField(_("by which function"), max_length=150, blank=True)
    overruled_why = models.TextField(_("why"), blank=True, max_length=1000)
    relation = models.TextField(_("what it did to the relation"), blank=True, max_length=1000)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["-promised_on", "-id"]

    def __str__(self) -> str:
        return self.text
