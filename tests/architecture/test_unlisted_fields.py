"""A form saves what it shows: whatever else is posted with it makes no difference."""

import re
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.forms import BaseForm
from django.http import HttpResponse

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import Refresh, StoredFinding
from tests.accounts import Member
from tests.typed import FORMS
from tests.world import House, World, undone_here

OURS = [model for model in apps.get_models() if model.__module__.startswith("regiewijzer.")]
COMPUTED = frozenset({"key", "subjects"})  # of a finding: they name the key of a new record
BY_CHANCE = frozenset({"address", "salt", "pseudonym", "code_hash", "key_hash", "hash", "previous_hash", "seal", "uid"})
LOOT = "loot"
A_NEW_DECISION = re.compile(r"'decision': \[None, \d+\]")  # the trail names the one an action came of
A_NEW_RECORD = re.compile(r"/\d+/")  # in the addresses of stored pictures: each post makes another one


def _loot(field: models.Field[Any, Any]) -> str:
    """A value for this column that nobody would want there."""
    if isinstance(field, models.BooleanField):
        return "on"
    if isinstance(field, models.DateTimeField | models.DateField):
        return "2001-01-01"
    if isinstance(field, models.JSONField):
        return f'{{"{LOOT}": 1}}'
    return "1" if isinstance(field, models.IntegerField | models.ForeignKey) else LOOT


def _everything_else(shown: set[str], elsewhere: World) -> dict[str, str]:
    """Every column of every table, under both its names, except what the form shows."""
    fields = [field for model in OURS for field in model._meta.concrete_fields]
    loot = {name: _loot(field) for field in fields for name in (field.name, field.attname)}
    loot |= {"authority": str(elsewhere.authority.pk), "authority_id": str(elsewhere.authority.pk), "pk": "1"}
    return {name: value for name, value in loot.items() if name not in shown}


def _state(authority: int) -> list[str]:
    """All rows of all tables as text, without what chance or the clock puts there."""
    with inside(authority):
        rows = {model: list(model._default_manager.order_by("pk")) for model in OURS}
    return [
        f"{model._meta.label} {place}: " + ", ".join(_cell(row, field) for field in model._meta.concrete_fields)
        for model, found in rows.items()
        for place, row in enumerate(found)
    ]


def _cell(row: models.Model, field: models.Field[Any, Any]) -> str:
    value = field.value_from_object(row)
    if (
        (isinstance(row, StoredFinding) and field.name in COMPUTED)
        or field.name in BY_CHANCE
        or field.primary_key
        or field.name == "record"
    ):
        return ""
    if isinstance(field, models.DateTimeField) or (field.is_relation and field.name != "authority"):
        return f"{field.name}={'filled' if value else value}"
    if isinstance(row, Entry) and field.name == "changes":
        value = A_NEW_DECISION.sub("'decision': new", str(value))
    if isinstance(row, Refresh) and field.name == "pictures":
        value = A_NEW_RECORD.sub("/", str(value))
    return f"{field.name}={value}"


def _posted(member: Member, address: str, data: dict[str, Any], authority: int) -> tuple[HttpResponse, list[str]]:
    """The answer, and what the database then holds; nothing remains."""
    with undone_here():
        answer = member.client.post(address, data)
        state = _state(authority)
    return answer, state


@pytest.mark.parametrize("name", sorted(FORMS))
def test_what_the_form_does_not_show_is_not_saved(name: str, house: House) -> None:
    authority, administrator, address = house.world.authority.pk, house.administrator, house.address(name)
    typed, untouched = FORMS[name](), _state(authority)

    empty, _ = _posted(administrator, address, {"name": ""}, authority)
    forms = [value for part in empty.context for value in part.flatten().values() if isinstance(value, BaseForm)]
    more = _everything_else({field for form in forms for field in form.fields}, house.elsewhere)
    plain, saved = _posted(administrator, address, typed, authority)
    loaded, also_saved = _posted(administrator, address, {**more, **typed}, authority)

    assert forms
    assert len(more) > 50
    assert (plain.status_code, loaded.status_code) == (302, 302)
    assert saved != untouched
    assert also_saved == saved
