"""People, the position they hold in an authority, and invitations to one."""

import uuid
from dataclasses import dataclass
from typing import Any, ClassVar, Self

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import RIGHTS_OF, Right, Role


@dataclass(frozen=True, slots=True)
class Actor:
    """Who does something, as actions and the audit trail see it: a position, or the program itself."""

    authority_id: int
    pseudonym: uuid.UUID | None = None
    position_id: int | None = None


class Theme(models.TextChoices):
    """Light or dark; AUTO follows the device."""

    AUTO = "auto", _("As my device")
    LIGHT = "light", _("Light")
    DARK = "dark", _("Dark")


class UserManager(BaseUserManager["User"]):
    def create_user(self, email: str, name: str, password: str | None = None, **fields: Any) -> "User":
        user = self.model(email=self.normalize_email(email).lower(), name=name, **fields)
        user.set_password(password)
        user.save()
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(email=(username or "").lower())


class User(AbstractBaseUser):
    """A person who can log in. What they may do hangs on their positions, never on this row."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=150)
    language = models.CharField(
        _("language"), max_length=5, choices=[("nl", "Nederlands"), ("en", "English")], default="nl"
    )
    theme = models.CharField(_("light or dark"), max_length=10, choices=Theme.choices, default=Theme.AUTO)
    is_active = models.BooleanField(default=True)
    date_joined = models.DateTimeField(auto_now_add=True)

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    class Meta:
        verbose_name = _("person")

    def __str__(self) -> str:
        return self.name

    @property
    def initials(self) -> str:
        """First letter of the first and the last word of the name."""
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


class PositionQuerySet(models.QuerySet["Position"]):
    def active(self) -> Self:
        return self.filter(ended_at=None, user__is_active=True)


class Position(models.Model):
    """What one person is in one authority. Ended, not deleted, so that decisions keep their author."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="positions")
    user = models.ForeignKey(User, models.CASCADE, related_name="positions")
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    pseudonym = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)  # the audit trail knows only this
    ended_at = models.DateTimeField(null=True, editable=False)
    since = models.DateTimeField(default=timezone.now, editable=False)  # of the present stay: who returns begins anew
    created_at = models.DateTimeField(auto_now_add=True)
    digest = models.BooleanField(default=True)  # whether they want to know on Monday what the week asks
    digest_sent_on = models.DateField(null=True, editable=False)

    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["user__name"]
        constraints = [
            models.UniqueConstraint(fields=["authority", "user"], name="position_once_per_authority"),
            models.UniqueConstraint(fields=["authority", "id"], name="accounts_position_authority_id_key"),
        ]

    def __str__(self) -> str:
        return self.user.name

    @property
    def actor(self) -> Actor:
        return Actor(self.authority_id, self.pseudonym, self.pk)

    def may(self, right: Right) -> bool:
        return right in RIGHTS_OF[Role(self.role)]


class Invitation(models.Model):
    """An invitation to a position: one use, seven days, only the hash of its code is kept."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="invitations")
    email = models.EmailField(_("e-mail address"))
    role = models.CharField(_("role"), max_length=20, choices=Role.choices)
    code_hash = models.CharField(max_length=64, unique=True, editable=False)
    invited_by = models.ForeignKey(Position, models.SET_NULL, null=True, related_name="+")
    expires_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-created_at"]

    def __str__(self) -> str:
        return f"{self.email} ({self.get_role_display()})"

    @property
    def open(self) -> bool:
        return self.used_at is None and self.expires_at > timezone.now()


class AuthorityRequest(HttpRequest):
    """A request behind the wall: the middleware has found who asks, and for which authority."""

    authority: Authority
    position: Position
    elsewhere: list[Position]  # where else the person works, with their authorities
    actor: Actor
    user: User
