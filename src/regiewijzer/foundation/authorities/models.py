"""Which local authorities work here, and what belongs to one of them?"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

RESERVED_SLUGS = frozenset(
    {"account", "begin", "example", "healthz", "readyz", "static", "api", "live", "w", "join", "language", "bevraging"}
    | {"mijn-acties", "kalender"}
)


class Accent(models.TextChoices):
    """The one colour of an authority; the tokens of ui/ give each a light and a dark shade."""

    LEIE = "leie", _("River green")
    BAKSTEEN = "baksteen", _("Brick")
    BEUK = "beuk", _("Beech")
    PRUIM = "pruim", _("Plum")


def slug_is_free(slug: str) -> None:
    """Addresses of the program itself cannot be the address of an authority."""
    if slug in RESERVED_SLUGS:
        raise ValidationError(
            _("“%(slug)s” is an address of the program itself; choose another."), params={"slug": slug}
        )


class Authority(models.Model):
    """A local authority. Not behind the wall: a person must be able to find theirs before it is chosen."""

    KIND: ClassVar[str] = "authority"

    slug = models.SlugField(_("address"), max_length=60, unique=True, validators=[slug_is_free])
    name = models.CharField(_("name"), max_length=200)
    service = models.CharField(_("service that steers"), max_length=200, blank=True)
    kbo = models.CharField(_("KBO number"), max_length=10, blank=True)
    accent = models.CharField(_("colour"), max_length=20, choices=Accent.choices, default=Accent.LEIE)
    limits = models.JSONField(_("own limits"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    is_example = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("local authority")

    def __str__(self) -> str:
        return self.name


class AuthorityOwned(models.Model):
    """A row of one authority, behind the wall of tenancy.py."""

    authority = models.ForeignKey(Authority, models.CASCADE, related_name="+", editable=False)

    class Meta:
        abstract = True

    def facts(self) -> dict[str, Any]:
        """The stored values by field, as plain JSON values: what the audit trail compares."""
        skipped = {"id", "authority", "version", "created_at", "updated_at"}
        fields = [field for field in self._meta.concrete_fields if field.name not in skipped]
        return {field.name: _plain(field.value_from_object(self)) for field in fields}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return str(value)
