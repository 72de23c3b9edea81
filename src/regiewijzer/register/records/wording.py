"""Codes of the library as choices and words, and the fields of a row in words, in the reader's language."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import Field, Model
from django.utils.formats import date_format
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from regiewijzer.library import catalogue
from regiewijzer.library.entries import ThemeKind


def word_choices(group: str) -> list[tuple[str, str]]:
    """The codes of a group with their labels. A field takes them as `choices=partial(word_choices, "forms")`."""
    return [(word.code, str(word.label)) for word in catalogue.words(group)]


def _name_of(code: str, group: str) -> str:
    """In English where nobody reads, as when migrations are written."""
    word = catalogue.word(code, group).text
    return word.en if get_language() is None else str(word)


name_of_code: Any = lazy(_name_of, str)  # what a field is called that is named for a code: its word, when it is read


def label_of_code(code: str, group: str) -> str:
    """The label of one code of a group; a code the library does not know as it is."""
    return str({word.code: word.label for word in catalogue.words(group)}.get(code, code))


def theme_choices() -> list[tuple[str, str]]:
    """Policy themes, by name."""
    policy = [theme for theme in catalogue.themes() if theme.kind is ThemeKind.POLICY]
    return sorted(((theme.key, str(theme.title)) for theme in policy), key=lambda pair: pair[1])


def theme_names(codes: Sequence[str]) -> list[str]:
    names = dict(theme_choices())
    return [names.get(code, code) for code in codes]


def domain_choices() -> list[tuple[str, str]]:
    """Domains of expertise a partner can have."""
    return [(word.code, str(word.text)) for word in catalogue.words("domains")]


def domain_names(codes: Sequence[str]) -> list[str]:
    known = {word.code: word.text for word in catalogue.words("domains")}
    return [str(known.get(code, code)) for code in codes]


def label_of(field: "Field[Any, Any]") -> str:
    """What a field is called, at the beginning of a line."""
    return str(capfirst(field.verbose_name))


def value_in_words(row: Model, field: "Field[Any, Any]") -> str:
    """What a field of this row says; empty when it says nothing, which a no does not."""
    value = getattr(row, field.name)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if not value:
        return ""
    if isinstance(value, list):
        names = {"themes": theme_names, "domains": domain_names}.get(field.name, list)
        return ", ".join(names(value))
    if isinstance(value, date):
        return date_format(value, "j F Y")
    return str(getattr(row, f"get_{field.name}_display")()) if field.choices else str(value)
