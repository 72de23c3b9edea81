"""Filters that put a record's codes into words."""

from django import template
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.library import catalogue
from regiewijzer.register.policy.queries import policy_names
from regiewijzer.register.records.models import Record
from regiewijzer.register.records.wording import domain_names, theme_names
from regiewijzer.science.upkeep import stale_for
from regiewijzer.ui.wording import name_of

register = template.Library()


@register.filter
def may(position: Position | None, right: str) -> bool:
    """Whether the role of this person brings the right."""
    return position is not None and position.may(Right(right))


@register.filter
def word(code: str | None, group: str) -> str:
    """The short name of a code of the library; empty for no code."""
    return name_of(str(code), group) if code else ""


@register.filter
def meaning(code: str | None, group: str) -> str:
    """The explanation of a code of the library; empty for no code, or one that needs none."""
    explained = catalogue.word(str(code), group).meaning if code else None
    return str(explained) if explained else ""


@register.filter
def domains(codes: list[str]) -> str:
    return ", ".join(domain_names(codes))


@register.filter
def themes(codes: list[str]) -> str:
    return ", ".join(theme_names(codes))


@register.filter
def policy(codes: list[str]) -> str:
    return "; ".join(policy_names(codes))


@register.filter
def is_stale(record: Record, authority: Authority) -> bool:
    """Whether somebody should look at the record again, by the limit of this authority."""
    return stale_for(record.as_of, timezone.localdate(), limits_of(authority)) is not None


@register.filter
def theme_name(key: str) -> str:
    return str(catalogue.theme(key).title)
