"""What does somebody without an account hold? A personal link: one secret address, for a while, that can be taken back.

Only the hash of its code is kept, so a copy of the database opens nothing. The address names the authority, so nothing
is read to find it; what is wrong, old or taken back all give the same answer.
"""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Generic, Self, TypeVar

from django.db import models
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority, AuthorityOwned
from regiewijzer.foundation.tenancy import inside

BYTES_OF_CHANCE = 24
VALID_FOR = timedelta(days=91)
LANGUAGE = "nl"

L = TypeVar("L", bound="PersonalLink")


def new_code() -> str:
    return secrets.token_urlsafe(BYTES_OF_CHANCE)


def hash_of(code: str) -> str:
    """A code has 192 bits of chance, so one round of SHA-256 keeps it."""
    return hashlib.sha256(code.encode()).hexdigest()


class PersonalLinkQuerySet(models.QuerySet[L], Generic[L]):
    """Scopes that hold for every personal link."""

    def behind(self, code: str) -> Self:
        """The link with this code, while it is valid."""
        return self.filter(code_hash=hash_of(code), expires_on__gte=timezone.localdate())

    def expired(self, day: date) -> Self:
        return self.filter(expires_on__lt=day)


class PersonalLink(AuthorityOwned):
    """A link to one person in one network, until a day."""

    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    expires_on = models.DateField()
    made_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")

    class Meta:
        abstract = True


@contextmanager
def behind_the_wall_of(town: str) -> Iterator[Authority | None]:
    """Inside the wall of the authority an address names; None when it is not there."""
    authority = Authority.objects.filter(slug=town).first()
    if authority is None:
        yield None
        return
    with inside(authority.pk):
        yield authority


def opens_nothing(request: HttpRequest) -> HttpResponse:
    """The answer to a link that does not work, whatever is the matter with it."""
    return render(request, "ui/no_link.html", {"town": {"name": "Regiewijzer"}}, status=404)
