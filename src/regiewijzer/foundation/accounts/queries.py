"""Reading positions and invitations."""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.backends.base import SessionBase
from django.contrib.sessions.models import Session
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Invitation, Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.post import TO_THE_LOG

USE = "use"  # in a session: {since, seen: seconds since 1970; agent: what the browser says it is}
STEPS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


@dataclass(frozen=True, slots=True)
class OpenSession:
    """Where somebody is logged in. `agent`: what the browser says it is; `mark`: names it without opening it."""

    key: str
    since: datetime
    seen: datetime
    agent: str

    @property
    def mark(self) -> str:
        return hashlib.sha256(self.key.encode()).hexdigest()


def visitors_may_begin() -> bool:
    """Whether a visitor of this server may ask for an authority: its administrator says so, and mail goes out."""
    return bool(settings.VISITORS_MAY_BEGIN) and not settings.EXAMPLE and settings.EMAIL_BACKEND != TO_THE_LOG


def positions_of(user: User) -> QuerySet[Position]:
    """Where a person works, by name of the authority, and whether they log in with a second step."""
    steps = Authenticator.objects.filter(user=OuterRef("user"), type__in=STEPS)
    found = Position.objects.active().filter(user=user).select_related("authority").order_by("authority__name")
    return found.annotate(has_second_step=Exists(steps))


def needs_second_step(position: Position, session: SessionBase) -> bool:
    """Whether a position of `positions_of` may not come in yet: its authority asks for a second step.

    An outside provider asks its own. A program with an example lets anybody in, and asks nothing.
    """
    asked = position.authority.asks_second_step(position.role)
    if settings.EXAMPLE or not asked or position.has_second_step:  # type: ignore[attr-defined]
        return False
    methods = session.get("account_authentication_methods") or [{}]
    return bool(methods[-1].get("method") != "socialaccount")


def open_sessions(user: User) -> list[OpenSession]:
    """Everywhere this person is logged in, last used first. Looks at every session: there is no list by person."""
    found = []
    for stored in Session.objects.filter(expire_date__gt=timezone.now()).iterator():
        held = stored.get_decoded()
        if held.get(SESSION_KEY) == str(user.pk) and USE in held:
            since, seen = (datetime.fromtimestamp(held[USE][when], UTC) for when in ("since", "seen"))
            found.append(OpenSession(stored.session_key, since, seen, held[USE]["agent"]))
    return sorted(found, key=lambda each: each.seen, reverse=True)


def team_of(authority: Authority) -> QuerySet[Position]:
    """Everybody who works in an authority, by name."""
    return Position.objects.active().filter(authority=authority).select_related("user").order_by("user__name")


def former_team_of(authority: Authority) -> QuerySet[Position]:
    """Everybody who worked in an authority and left, by name."""
    left = Position.objects.filter(authority=authority).exclude(ended_at=None)
    return left.select_related("user").order_by("user__name")


def open_invitations(authority: Authority) -> list[Invitation]:
    """Invitations that can still be used."""
    return [
        invitation for invitation in Invitation.objects.filter(authority=authority, used_at=None) if invitation.open
    ]


def example_positions() -> QuerySet[Position]:
    """One person per role of the example authorities, for entry with one click."""
    found = Position.objects.active().filter(authority__is_example=True)
    return found.select_related("user", "authority").order_by("authority__created_at", "pk")
