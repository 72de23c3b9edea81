"""Organisations with their numbers and expertise, and the persons who work there."""

import re
from datetime import date
from enum import StrEnum
from functools import partial
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from stdnum.be import vat
from stdnum.exceptions import ValidationError as WrongNumber
from stdnum.nl import bsn

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.records.models import Record, RecordQuerySet, holding_q
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.names import tidied


class Scheme(StrEnum):
    """Who gave an organisation its number."""

    KBO = "kbo"
    OVO = "ovo"
    NIS = "nis"
    KVK = "kvk"
    RSIN = "rsin"
    OIN = "oin"


class Kind(StrEnum):
    """What an organisation is."""

    MUNICIPALITY = "municipality"
    OCMW = "ocmw"
    INTERMUNICIPAL = "intermunicipal"
    WELFARE_ASSOCIATION = "welfare_association"
    SCHOOL = "school"
    CARE = "care"
    CHILDCARE = "childcare"
    POLICE = "police"
    JUSTICE = "justice"
    HOUSING = "housing"
    ASSOCIATION = "association"
    COMPANY = "company"
    GOVERNMENT = "government"
    OTHER = "other"


KBO_LENGTH, KBO_BEGINS = 10, "01"


def clean_number(scheme: str, value: str) -> str:
    """The number in its plain form; ValidationError with a sentence when its check fails."""
    compact = re.sub(r"[\s./-]", "", tidied(value)).upper()
    if scheme == Scheme.KBO:
        return _clean_kbo(value, compact.removeprefix("BTW"))
    if scheme == Scheme.RSIN and not bsn.is_valid(compact):
        raise ValidationError(_wrong(_("“%(value)s” is not an RSIN: nine digits with a valid check."), value))
    lengths = {Scheme.NIS: (5, True), Scheme.KVK: (8, True), Scheme.OIN: (20, True), Scheme.OVO: (9, False)}
    length, digits = lengths.get(Scheme(scheme), (0, False))
    if length and (len(compact) != length or (digits and not compact.isdigit())):
        message = _("“%(value)s” is not a number of this kind: %(length)s characters are expected.")
        raise ValidationError(_wrong(message, value, length=length))
    return compact


def _clean_kbo(value: str, compact: str) -> str:
    plain = len(compact) == KBO_LENGTH and compact.isdecimal() and compact.isascii()
    if plain and compact[0] in KBO_BEGINS and compact[1:].strip("0") and not vat.checksum(compact):
        return compact  # as nearly all are written; the library takes ten times as long to come to it
    try:
        return str(vat.validate(compact))
    except WrongNumber as wrong:
        message = _("“%(value)s” is not a KBO number: ten digits with a valid check, such as 0207.508.932.")
        raise ValidationError(_wrong(message, value)) from wrong


def _wrong(message: "str | Promise", value: str, **more: object) -> str:
    return str(message) % {"value": value, **more}


class OrganisationQuerySet(RecordQuerySet["Organisation"]):
    def with_number(self, scheme: str, value: str) -> Self:
        return self.filter(identifiers__scheme=scheme, identifiers__value=value)


class Organisation(Record):
    """A partner, or a possible one. `domains` are codes of expertise, the main one first."""

    KIND: ClassVar[str] = "organisation"

    kind = models.CharField(
        _("kind"), max_length=30, choices=partial(word_choices, "organisation_kinds"), default=Kind.OTHER.value
    )
    domains = ArrayField(
        models.CharField(max_length=40), verbose_name=_("domains of expertise"), default=list, blank=True
    )
    speaks_for_users = models.BooleanField(_("speaks for users"), default=False)
    is_own = models.BooleanField(_("is the authority itself"), default=False)
    municipality = models.CharField(_("municipality"), max_length=100, blank=True)
    website = models.URLField(_("website"), blank=True)
    note = models.TextField(_("note"), blank=True, max_length=4000)

    objects = OrganisationQuerySet.as_manager()

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        indexes = [models.Index(fields=["authority", "name"], name="organisation_name")]

    def search_line(self) -> str:
        return str(self.get_kind_display())

    def search_text(self) -> str:
        numbers = " ".join(self.identifiers.values_list("value", flat=True)) if self.pk else ""
        return f"{numbers} {self.municipality} {self.note}"

    @property
    def kbo(self) -> str:
        """KBO number in plain digits, from identifiers already read; empty when there is none."""
        return next((number.value for number in self.identifiers.all() if number.scheme == Scheme.KBO), "")


def sitting_q(day: date, prefix: str = "") -> Q:
    """Memberships of the partners of a day: they hold, and the organisation is not in the archive.

    `prefix` is the way to the membership, such as "memberships__". Keys are compared: right after a large import the
    database joins these tables very slowly.
    """
    archived = Organisation.objects.exclude(archived_at=None)
    return holding_q(day, prefix) & ~Q(**{f"{prefix}organisation__in": archived.values("pk")})


class Identifier(AuthorityOwned):
    """A number of an organisation, in the scheme of whoever gave it (adms:Identifier)."""

    organisation = models.ForeignKey(Organisation, models.CASCADE, related_name="identifiers")
    scheme = models.CharField(_("kind of number"), max_length=10, choices=partial(word_choices, "identifier_schemes"))
    value = models.CharField(_("number"), max_length=30)

    class Meta:
        ordering = ["scheme"]
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "scheme", "value"],
                name="identifier_once",
                violation_error_message=_("Another organisation already has this number."),
            ),
            models.UniqueConstraint(
                fields=["authority", "organisation", "scheme"],
                name="identifier_scheme_once",
                violation_error_message=_("This organisation already has a number of this kind."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme} {self.written}"

    @property
    def written(self) -> str:
        """As people write it: 0207.508.932."""
        if self.scheme == Scheme.KBO:
            return f"{self.value[:4]}.{self.value[4:7]}.{self.value[7:]}"
        return self.value


class PersonQuerySet(RecordQuerySet["Person"]):
    """Scopes of persons."""


class Person(Record):
    """Somebody who works at, or for, an organisation. Personal data: name, e-mail, telephone, function, experience."""

    KIND: ClassVar[str] = "person"
    PERSONAL: ClassVar[tuple[str, ...]] = ("name", "email", "phone", "function", "experience_years", "note")

    organisation = models.ForeignKey(
        Organisation, models.CASCADE, related_name="persons", verbose_name=_("organisation")
    )
    function = models.CharField(_("function"), max_length=150, blank=True)
    email = models.EmailField(_("e-mail address"), blank=True)
    phone = models.CharField(_("telephone"), max_length=40, blank=True)
    experience_years = models.PositiveSmallIntegerField(_("years of experience"), null=True, blank=True)
    colleague = models.ForeignKey(
        Position,
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="persons",
        verbose_name=_("colleague with an account"),
        help_text=_("Only when this person works with Regiewijzer. They then see what their own seats may promise."),
    )
    note = models.TextField(_("note"), blank=True, max_length=2000)

    objects = PersonQuerySet.as_manager()

    class Meta:
        ordering = ["name"]
        verbose_name = _("person")
        verbose_name_plural = _("persons")
        constraints = [
            models.UniqueConstraint(
                fields=["authority", "colleague"],
                name="colleague_is_one_person",
                violation_error_message=_("Another person is already this colleague."),
            )
        ]

    def search_line(self) -> str:
        return ", ".join(part for part in (self.function, self.organisation.name) if part)

    def search_text(self) -> str:
        return self.email
