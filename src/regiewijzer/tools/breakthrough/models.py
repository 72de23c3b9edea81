"""That a network is stuck, and where; and what it tries. What people say it is, is appended and dated."""

from functools import partial

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.library import catalogue
from regiewijzer.register.meetings.models import Action
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.wording import word_choices


class Stuck(AuthorityOwned):
    """Where a network is stuck as people saw it on a day. Without a situation and without words it is stuck no more."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="stuck", verbose_name=_("network"))
    noted_on = models.DateField(_("noted on"), default=timezone.localdate)
    impasses = ArrayField(
        models.CharField(max_length=40), verbose_name=_("what one recognises"), default=list, blank=True
    )
    words = models.TextField(_("in own words"), blank=True, max_length=1000)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)

    class Meta:
        ordering = ["-noted_on", "-id"]

    def __str__(self) -> str:
        return f"{self.network}, {self.noted_on}"

    @property
    def stands(self) -> bool:
        """Whether the network is stuck."""
        return bool(self.impasses or self.words)

    @property
    def titles(self) -> tuple[str, ...]:
        """The situations by name."""
        return tuple(str(catalogue.impasse(key).title) for key in self.impasses)


class Try(AuthorityOwned):
    """Something small that is tried after one principle. What it did is told afterwards by whoever was there."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="tries", verbose_name=_("network"))
    principle = models.CharField(_("principle"), max_length=40, choices=partial(word_choices, "principles"))
    what = models.CharField(_("what will be tried"), max_length=200)
    organisation = models.ForeignKey(
        Organisation, models.SET_NULL, null=True, blank=True, related_name="+", verbose_name=_("who takes the lead")
    )
    others = models.CharField(_("who joins in"), max_length=200, blank=True)
    chosen_on = models.DateField(_("chosen on"), default=timezone.localdate)
    until = models.DateField(_("until when"))
    seen_by = models.CharField(_("how one will see it"), max_length=300)
    effect = models.TextField(_("what it did"), blank=True, max_length=500)
    helped = models.CharField(
        _("did it help"), max_length=20, blank=True, choices=partial(word_choices, "try_effects"), default=""
    )
    told_on = models.DateField(_("told on"), null=True, blank=True)
    action = models.ForeignKey(Action, models.SET_NULL, null=True, related_name="tries", editable=False)
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["-chosen_on", "-id"]

    def __str__(self) -> str:
        return self.what

    @property
    def told(self) -> bool:
        return bool(self.helped)
