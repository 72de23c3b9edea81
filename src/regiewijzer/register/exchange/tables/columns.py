"""What are the columns of a sheet? Those of its model, with its labels and limits; and what several sheets share."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils.functional import Promise
from django.utils.text import capfirst
from django.utils.translation import override

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library import catalogue
from regiewijzer.library.entries import ThemeKind
from regiewijzer.library.texts import Text
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf, Tags
from regiewijzer.register.exchange.sheets.kinds import (
    Clock,
    Day,
    DayAsFarAsKnown,
    Decimals,
    Email,
    Kind,
    Prose,
    Value,
    WebAddress,
    Whole,
    YesNo,
)
from regiewijzer.register.exchange.sheets.links import Link, Links
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import TODAY, UNTOLD, Check, Column, Fresh, Problem, Values
from regiewijzer.register.exchange.tables.base import field_of, precision_of
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.wording import word_choices
from regiewijzer.ui.forms import LONGEST_TAG, MOST_TAGS

LISTED = {"policy_codes": "policy_codes"}  # fields that hold words of a sheet
TEXTS = Path(__file__).parent / "texts"
LONGEST_NAME = 200
LONGEST_EVIDENCE = 1000
POLICY_THEMES = tuple(theme.key for theme in catalogue.themes() if theme.kind is ThemeKind.POLICY)

AS_OF = Column(
    "as_of",
    Day(),
    explanation=Text(
        nl="De dag waarop je weet dat deze rij klopt. Leeg bij een nieuwe rij: de dag van het binnenbrengen.",
        en="The day on which you know this row to be right. Empty in a new row: the day it is brought in.",
    ),
    example="15/01/2026",
)
ARCHIVED = Column(
    "archived",
    YesNo(),
    heading=Text(nl="In archief", en="In the archive"),
    explanation=Text(
        nl="Ja haalt de rij uit lijsten en bevindingen.", en="Yes takes the row out of lists and findings."
    ),
    example="nee",
)
NOTE = Column(
    "note",
    Prose(4000),
    heading=Text(nl="Nota", en="Note"),
    explanation=Text(nl="Wat je verder wil onthouden.", en="What else you want to remember."),
)
THEMES = Column("themes", SomeOf("themes", POLICY_THEMES))
TARGET_GROUPS = Column("target_groups", Tags(MOST_TAGS, LONGEST_TAG))


def _one_of(nl: str, en: str, sheet: str, example: str) -> Text:
    return Text(
        nl=f"{nl} op het blad {sheet} of in Regiewijzer, zoals {example}",
        en=f"{en} on the sheet {sheet} or in Regiewijzer, such as {example}",
    )


def _some_of(one: Text) -> Text:
    return Text(nl=f"{one.nl}; meer met een puntkomma ertussen", en=f"{one.en}; more with a semicolon between")


_PARTNER = _one_of(
    "naam of KBO-nummer van een partner", "name or KBO number of a partner", "Partners", "OCMW Aalst of 0212.237.186"
)
_PERSON = _one_of("naam van iemand", "name of somebody", "Mensen", "An Peeters")
_NETWORK = _one_of("naam van een netwerk", "name of a network", "Netwerken", "Huis van het Kind")
_CHALLENGE = _one_of("naam van een opgave", "name of a challenge", "Opgaven", "Elk kind een plek")
_INSTRUMENT = _one_of("naam van een instrument", "name of an instrument", "Instrumenten", "Subsidiereglement opvang")

TO_ORGANISATION, TO_ORGANISATIONS = Link("organisations", _PARTNER), Links("organisations", _some_of(_PARTNER))
TO_CHALLENGE, TO_CHALLENGES = Link("challenges", _CHALLENGE), Links("challenges", _some_of(_CHALLENGE))
TO_PERSONS = Links("persons", _some_of(_PERSON), within="organisation")
_DECISION = _one_of("naam van een besluit", "name of a decision", "Besluiten", "Kerngroep met ouders")
TO_DECISION = Link("decisions", _DECISION)
_MEETING = _one_of("naam van een overleg", "name of a meeting", "Overleggen", "Huis van het Kind, 3 december 2026")
TO_MEETING = Link("meetings", _MEETING)
TO_PERSON = Link("persons", _PERSON, within="organisation")
_COLLEAGUE = Text(nl="naam van een collega met een account", en="name of a colleague with an account")
TO_COLLEAGUE = Link("colleagues", _COLLEAGUE)
TO_NETWORK, TO_INSTRUMENT = Link("networks", _NETWORK), Link("instruments", _INSTRUMENT)
LINKS: Mapping[type[models.Model], Link] = {
    Challenge: TO_CHALLENGE,
    Organisation: TO_ORGANISATION,
    Network: TO_NETWORK,
    Instrument: TO_INSTRUMENT,
}


def columns_of(model: type[models.Model], *named: str | Column, but: tuple[str, ...] = ()) -> tuple[Column, ...]:
    """The columns of a sheet, in this order. A name stands for the field of the model that is called so.

    A field that can be edited and is neither named nor left out with `but` comes last: a sheet forgets nothing.
    A column given whole keeps what it says, and takes the rest from the field of its name. KeyError when the words a
    field takes have to be said.
    """
    columns = [_column(model, each) for each in named]
    taken = {*but, *(column.key for column in columns)}
    rest = [field.name for field in model._meta.concrete_fields if field.name not in taken and _is_told(field)]
    return (*columns, *(_column(model, name) for name in rest if name != model._meta.pk.name))


def _is_told(field: "models.Field[Any, Any]") -> bool:
    """Whether a field is a column unless somebody leaves it out. Whose row it is and who signed it are none."""
    return field.editable and field.related_model not in (Authority, Position)


def _column(model: type[models.Model], named: str | Column) -> Column:
    column = named if isinstance(named, Column) else None
    field = field_of(model, column.key if column else str(named))
    if field is None:
        assert column is not None, f"{model.__name__} has no field {named}."
        return column
    column = column or Column(field.name, _kind(field))
    required = column.required or not (field.blank or field.null or field.has_default())
    return replace(
        column,
        required=required,
        default=_default(field) if column.default is None and not required else column.default,
        heading=_label(field) if column.heading is UNTOLD else column.heading,
        explanation=_hint(field) if column.explanation is UNTOLD else column.explanation,
    )


def _kind(field: "models.Field[Any, Any]") -> Kind:
    """What may stand in a column of this field."""
    if isinstance(field, models.ForeignKey):
        return LINKS[field.related_model]
    if isinstance(field, ArrayField):
        return Tags(MOST_TAGS, int(field.base_field.max_length or LONGEST_TAG), LISTED.get(field.name, ""))
    if isinstance(field, models.BooleanField):
        return YesNo()
    if isinstance(field, models.DateField):
        return DayAsFarAsKnown() if precision_of(field.model, field.name) else Day()
    if isinstance(field, models.TimeField):
        return Clock()
    if isinstance(field, models.EmailField):
        return Email()
    if isinstance(field, models.URLField):
        return WebAddress()
    if isinstance(field, models.CharField | models.TextField) and not field.choices and field.max_length:
        return Prose(field.max_length, one_line=isinstance(field, models.CharField))
    if isinstance(field, models.DecimalField):
        return Decimals(*_bounds(field), places=field.decimal_places)
    if isinstance(field, models.IntegerField):
        return Whole(*_bounds(field))
    if field.choices:
        return OneOf(_group(field))
    raise KeyError(f"Give {field} a column that says what it takes.")


def _group(field: "models.Field[Any, Any]") -> str:
    """The group of the library whose words a field takes."""
    choices = getattr(field.choices, "func", None)
    assert isinstance(choices, partial), f"The choices of {field} are no group of the library."
    assert choices.func is word_choices, f"The choices of {field} are no group of the library."
    return str(choices.args[0])


def _bounds(field: "models.Field[Any, Any]") -> tuple[int, int]:
    lowest = max(int(check.limit_value) for check in field.validators if isinstance(check, MinValueValidator))
    highest = min(int(check.limit_value) for check in field.validators if isinstance(check, MaxValueValidator))
    return lowest, highest


def _default(field: "models.Field[Any, Any]") -> Value | Fresh:
    """What an empty cell of a new row means, beside the nothing of its kind."""
    if isinstance(field, models.DateField):
        return TODAY if field.has_default() else None
    if isinstance(field.default, str):
        return str(field.default) or None
    return field.default if isinstance(field.default, int) and not isinstance(field.default, bool) else None


def _label(field: "models.Field[Any, Any]") -> Text:
    """What the field is called; a key without a name of its own is called as what it points at."""
    if isinstance(field, models.ForeignKey) and not isinstance(field.verbose_name, Promise):
        return _in_both(field.related_model._meta.verbose_name)
    return _in_both(field.verbose_name)


def _hint(field: "models.Field[Any, Any]") -> Text:
    return _in_both(field.help_text) if field.help_text else UNTOLD


def _in_both(words: Any) -> Text:
    with override("nl"):
        dutch = capfirst(str(words))
    with override("en"):
        return Text(nl=dutch, en=capfirst(str(words)))


def consensus_columns(group: str, codes: Iterable[str]) -> Iterator[Column]:
    """How far answers agree, for each of these."""
    for code in codes:
        name = catalogue.word(code, group).short
        heading = Text(nl=f"{name.nl}: eensgezindheid", en=f"{name.en}: agreement")
        yield Column(f"{code}_consensus", Decimals(0, 1, places=2), heading=heading)


def evidence_columns(field: str, group: str, codes: Iterable[str]) -> Iterator[Column]:
    """What shows it, for each of these: the parts of one field."""
    for code in codes:
        name = catalogue.word(code, group).short
        heading = Text(nl=f"{name.nl}: waaruit blijkt dat", en=f"{name.en}: what shows this")
        yield Column(f"{field}_{code}", Prose(LONGEST_EVIDENCE), heading=heading)


def not_in_future(column: str) -> Check:
    """A day on which something was known or measured lies behind us."""

    def test(values: Values, _before: Values | None, today: date) -> Iterator[Problem]:
        day = values[column]
        if isinstance(day, date) and day > today:
            yield Problem(column, Fault.YET_TO_COME, {"today": f"{today:%d/%m/%Y}"})

    return Check((column,), test)


def ends_after_start(start: str = "started", end: str = "ended") -> Check:
    """No period ends before it starts."""

    def test(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
        started, ended = values[start], values[end]
        if isinstance(started, date) and isinstance(ended, date) and ended < started:
            yield Problem(end, Fault.END_BEFORE_START, {"start": f"{started:%d/%m/%Y}"})

    return Check((start, end), test)


def at_most(part: str, whole: str) -> Check:
    """No more answered than were asked."""

    def test(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
        some, everything = values[part], values[whole]
        if isinstance(some, int) and isinstance(everything, int) and some > everything:
            yield Problem(part, Fault.MORE_THAN_ASKED, {"most": everything})

    return Check((part, whole), test)


def something_in(*columns: str) -> Check:
    """A row in which nothing of this was filled in measured nothing."""

    def test(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
        if all(values[column] is None for column in columns):
            yield Problem(columns[0], Fault.NOTHING_MEASURED, {})

    return Check(columns, test)


def is_filled(value: Value) -> bool:
    """Whether there is anything in it."""
    return value not in (None, "", ())
