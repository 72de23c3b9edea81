"""The abstract record: what challenges, networks, organisations, instruments and decisions have in common."""

from datetime import date
from typing import ClassVar, Generic, Self, TypeVar

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import AuthorityOwned

R = TypeVar("R", bound="Record")


def holding_q(day: date, prefix: str = "") -> Q:
    """What holds on a day: from the day it starts until the day it ends. No start: it held always.

    `prefix` is the way to it, such as "memberships__".
    """
    begun = Q(**{f"{prefix}started": None}) | Q(**{f"{prefix}started__lte": day})
    return begun & going_on_q(day, prefix)


def running_q(day: date, prefix: str = "") -> Q:
    """What runs on a day: in use, and not ended. One that is still to start runs already."""
    return Q(**{f"{prefix}archived_at": None}) & going_on_q(day, prefix)


def going_on_q(day: date, prefix: str = "") -> Q:
    """What has not ended on a day, whether it began or not."""
    return Q(**{f"{prefix}ended": None}) | Q(**{f"{prefix}ended__gt": day})


class RecordQuerySet(models.QuerySet[R], Generic[R]):
    """Scopes that hold for every kind of record."""

    def current(self) -> Self:
        return self.filter(archived_at=None)


class Record(AuthorityOwned):
    """A record of the register. `as_of` is the day on which somebody last knew it to be right."""

    KIND: ClassVar[str]
    PERSONAL: ClassVar[tuple[str, ...]] = ()  # fields with data about a person
    ALIKE_IN: ClassVar[tuple[str, ...]] = ()  # what namesakes must share too before they may be one and the same

    name = models.CharField(_("name"), max_length=200)
    as_of = models.DateField(_("as of"), default=timezone.localdate)
    version = models.PositiveIntegerField(default=1, editable=False)
    archived_at = models.DateTimeField(null=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name

    @property
    def archived(self) -> bool:
        return self.archived_at is not None

    def search_line(self) -> str:
        """What the list of search results shows under the name."""
        return ""

    def search_text(self) -> str:
        """Other words the record can be found by."""
        return ""
