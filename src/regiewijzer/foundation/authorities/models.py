"""Which local authorities work here, and what belongs to one of them?"""

from typing import Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.rights import Role

RESERVED_SLUGS = frozenset(
    {"account", "begin", "example", "healthz", "readyz", "metrics", "static", "api", "live", "w", "join", "language"}
    | {"bevraging", "mijn-acties", "kalender", "nog-juist"}
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


class SecondStep(models.TextChoices):
    """Who must log in with a password and something they have."""

    NOBODY = "nobody", _("whoever wants to")
    ADMINISTRATORS = "administrators", _("administrators have to")
    EVERYBODY = "everybody", _("everybody has to")


class Authority(models.Model):
    """A local authority. Not behind the wall: a person must be able to find theirs before it is chosen."""

    KIND: ClassVar[str] = "authority"

    slug = models.SlugField(_("address"), max_length=60, unique=True, validators=[slug_is_free])
    name = models.CharField(_("name"), max_length=200)
    service = models.CharField(_("service that steers"), max_length=200, blank=True)
    kbo = models.CharField(_("KBO number"), max_length=10, blank=True)
    accent = models.CharField(_("colour"), max_length=20, choices=Accent.choices, default=Accent.LEIE)
    second_step = models.CharField(
        _("two steps to log in"),
        max_length=20,
        choices=SecondStep.choices,
        default=SecondStep.ADMINISTRATORS,
        help_text=_("Whoever has to and has not set them up yet, is asked to do so first."),
    )
    asks_partners = models.BooleanField(
        _("ask partners once a year"),
        default=False,
        help_text=_(
            "Who sits in a network that nobody looked at for a year then gets a mail with three questions. It needs a "
            "mail server."
        ),
    )
    partners_asked_on = models.DateField(null=True, editable=False)
    limits = models.JSONField(_("own limits"), default=dict, blank=True)
    version = models.PositiveIntegerField(default=1, editable=False)
    is_example = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["name"]
        verbose_name = _("local authority")

    def __str__(self) -> str:
        return self.name

    def asks_second_step(self, role: str) -> bool:
        """Whether somebody with this role must log in with two steps. Nobody logs in to an example."""
        if self.is_example or self.second_step == SecondStep.NOBODY:
            return False
        return self.second_step == SecondStep.EVERYBODY or role == Role.ADMINISTRATOR


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

    def stored(self) -> dict[str, Any]:
        """Every value of the row by column, but its key, as plain JSON values."""
        fields = [field for field in self._meta.concrete_fields if not field.primary_key]
        return {field.attname: _plain(field.value_from_object(self)) for field in fields}


def _plain(value: object) -> object:
    if value is None or isinstance(value, bool | int | float | str):
        return value
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {str(key): _plain(item) for key, item in value.items()}
    return str(value)
