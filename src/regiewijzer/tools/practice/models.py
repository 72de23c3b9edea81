"""Cases of one's own, behind the wall; and the copies that were shared, which every authority here reads."""

from functools import partial
from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority, AuthorityOwned
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.wording import word_choices

FIRST_YEAR, LAST_YEAR = 1976, 2100  # Belgian municipalities merged in 1976


class CaseContent(models.Model):
    """The content of a case, of one's own and in a copy alike. `contact` is a function, never a person."""

    TEXTS: ClassVar[tuple[str, ...]] = ("title", "challenge", "what", "gave", "did_not", "contact")

    title = models.CharField(_("title"), max_length=200)
    year = models.PositiveSmallIntegerField(
        _("year"), null=True, blank=True, validators=[MinValueValidator(FIRST_YEAR), MaxValueValidator(LAST_YEAR)]
    )
    themes = ArrayField(models.CharField(max_length=40), verbose_name=_("themes"), default=list, blank=True)
    challenge = models.TextField(_("what was the question"), max_length=1000)
    what = models.TextField(_("what was done"), max_length=2000)
    form = models.CharField(_("form"), max_length=20, blank=True, choices=partial(word_choices, "forms"), default="")
    gave = models.TextField(_("what it gave"), max_length=1000)
    did_not = models.TextField(_("what it did not give"), max_length=1000)
    contact = models.CharField(_("which function one can ask"), max_length=150)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.title

    @property
    def content(self) -> dict[str, Any]:
        """Its fields by name."""
        return {field.name: getattr(self, field.name) for field in CaseContent._meta.get_fields()}


class Case(AuthorityOwned, CaseContent):
    """A case of one's own. `decision`: the last with which it was shared."""

    KIND: ClassVar[str] = "practice_case"

    network = models.ForeignKey(
        Network, models.SET_NULL, null=True, blank=True, related_name="cases", verbose_name=_("network")
    )
    decision = models.ForeignKey(
        Decision, models.SET_NULL, null=True, blank=True, related_name="+", editable=False, verbose_name=_("decision")
    )
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+", editable=False)
    version = models.PositiveIntegerField(default=1, editable=False)

    class Meta:
        ordering = ["title", "id"]
        verbose_name = _("practice case")
        verbose_name_plural = _("practice cases")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "title"],
                name="case_title_once",
                violation_error_message=_("A case with this title already exists."),
            )
        ]


class SharedCase(CaseContent):
    """A copy that every authority here reads and its own alone writes: the database sees to that, not the wall.

    It stays as it was on the day it was shared, and is gone when it is withdrawn.
    """

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+")
    case = models.OneToOneField(Case, models.CASCADE, related_name="shared")
    authority_name = models.CharField(max_length=200)
    shared_on = models.DateField(default=timezone.localdate)

    class Meta:
        ordering = ["title", "id"]
