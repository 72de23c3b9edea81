"""The page on personal data names every field about a person, and no field that is not there."""

import re

from django.apps import apps
from django.conf import settings
from django.db.models import EmailField, Field, ForeignKey, Model

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.register.organisations.models import Person

PAGE = settings.PACKAGE.parents[1] / "docs" / "privacy.md"
PEOPLE = (User, Position, Person)
OF_THE_FRAMEWORK = {"account.EmailAddress", "mfa.Authenticator", "socialaccount.SocialAccount"}
# about a person by what they hold, whatever their type
BESIDE = {"User.name", "AgendaItem.who", "Session.session_data", "MinutesDraft.text"} | {
    "SocialAccount.uid",
    "SocialAccount.extra_data",
}


def _models() -> list[type[Model]]:
    return [
        model
        for model in apps.get_models()
        if model.__module__.startswith("regiewijzer.") or model._meta.label in OF_THE_FRAMEWORK
    ]


def _about_a_person(model: type[Model], field: "Field[object, object]") -> bool:
    return (
        field.name in getattr(model, "PERSONAL", ())
        or isinstance(field, EmailField)
        or (isinstance(field, ForeignKey) and field.related_model in PEOPLE)
    )


def _fields() -> set[str]:
    found = {
        f"{model.__name__}.{field.name}"
        for model in _models()
        for field in model._meta.concrete_fields
        if _about_a_person(model, field)
    }
    return found | BESIDE


def _named() -> set[str]:
    return set(re.findall(r"`([A-Z]\w+\.\w+)`", PAGE.read_text()))


def test_every_field_about_a_person_is_on_the_page() -> None:
    assert _fields() - _named() == set()


def test_the_page_names_no_field_that_is_not_there() -> None:
    there = {f"{model.__name__}.{field.name}" for model in apps.get_models() for field in model._meta.concrete_fields}

    assert _named() - there == set()
    assert len(_named()) > 50


def test_every_row_says_why_who_and_how_long() -> None:
    rows = [line for line in PAGE.read_text().splitlines() if re.match(r"\| `[A-Z]", line)]

    assert len(rows) > 20
    assert [row for row in rows if len([cell for cell in row.split("|") if cell.strip()]) != 4] == []
