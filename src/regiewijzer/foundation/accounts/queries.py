"""Reading positions and invitations."""

from django.db.models import QuerySet

from regiewijzer.foundation.accounts.models import Invitation, Position, User
from regiewijzer.foundation.authorities.models import Authority


def positions_of(user: User) -> QuerySet[Position]:
    """Where a person works, by name of the authority."""
    return Position.objects.active().filter(user=user).select_related("authority").order_by("authority__name")


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
