"""How does a sheet meet the database? A table reads every row it has stored, and saves what a plan decided.

A column named as a field of the model of a table is that field: what is read from it and saved in it stands here.
"""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Any, ClassVar

from django.core.exceptions import FieldDoesNotExist
from django.db.models import Field, Model

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.links import Link
from regiewijzer.register.exchange.sheets.rows import Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet, Values
from regiewijzer.science.written_days import KnownDay, Precision

BATCH = 500


@dataclass(slots=True)
class ImportContext:
    """One plan being saved: by whom, on which day, and the key every new row got."""

    plan: Plan
    actor: Actor
    today: date
    keys: dict[Target, int] = field(default_factory=dict)

    @property
    def authority(self) -> int:
        return self.actor.authority_id

    def pk(self, target: Value) -> int:
        """The key of a row that is stored, also of one stored a moment ago."""
        assert isinstance(target, Target)
        return self.keys[target] if target.pk is None else target.pk

    def pk_or_none(self, target: Value) -> int | None:
        """The same for a link that may be empty."""
        return None if target is None else self.pk(target)

    def pks(self, targets: Value) -> list[int]:
        """The keys of several rows."""
        assert isinstance(targets, tuple)
        return [self.pk(target) for target in targets]

    def note(self, verb: Verb, kind: str, pk: int | None, changes: audit.Changes | None = None) -> None:
        """One line of the trail."""
        audit.record(actor=self.actor, verb=verb, kind=kind, pk=pk, changes=changes)


class Table(ABC):
    """One sheet and the model whose rows it holds."""

    sheet: ClassVar[Sheet]
    model: ClassVar[type[AuthorityOwned]]
    also: ClassVar[tuple[type[AuthorityOwned], ...]] = ()  # models whose rows stand in the same sheet
    parts: ClassVar[Mapping[str, tuple[str, ...]]] = {}  # fields that map names to texts: a column for each name

    @abstractmethod
    def stored(self) -> list[Stored]:
        """Every row of the authority, archived ones too, in a fixed number of queries."""

    @abstractmethod
    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        """Save new and changed rows. Conflict when somebody changed one after it was planned."""

    def more_stored(self) -> Callable[[int], dict[str, Value]]:
        """A function from the key of a row to the values of columns that are no fields of it."""
        return lambda _pk: {}

    def clean(self, text: str) -> str:
        """A number in its plain form; empty when the text is none."""
        return ""

    def target(self, pk: int) -> Target:
        """What a link to this row points at."""
        return Target(self.sheet.code, pk=pk)

    def values(self, row: Any) -> dict[str, Value]:
        """The columns that are fields of the model, of a row that is stored."""
        plain = {column.key: _value(column, _as_far_as_known(row, field)) for column, field in self._fields}
        parts = {key: getattr(row, field).get(part, "") for field, part, key in self._parts}
        return {**plain, **parts}

    def attributes(self, values: Values, columns: Iterable[str], context: "ImportContext") -> dict[str, Any]:
        """Those of the columns that are fields of the model, as the model takes them."""
        wanted = set(columns)
        keys = {
            field.attname: context.pk_or_none(values[column.key])
            for column, field in self._fields
            if column.key in wanted and isinstance(column.kind, Link)
        }
        return {**self.own_attributes(values, wanted), **keys}

    def own_attributes(self, values: Values, columns: Iterable[str]) -> dict[str, Any]:
        """The same without what points at other rows: this needs no row that is saved."""
        wanted = set(columns)
        plain = {
            column.key: _attribute(column, field, values[column.key])
            for column, field in self._fields
            if column.key in wanted and not isinstance(column.kind, Link)
        }
        parts: dict[str, dict[str, str]] = {name: {} for name, _part, key in self._parts if key in wanted}
        for name, part, key in self._parts:
            if name in parts and values[key]:
                parts[name][part] = str(values[key])
        known = {
            name: value.precision.value if isinstance(value := values[key], KnownDay) else Precision.DAY.value
            for key in plain
            if (name := precision_of(self.model, key))
        }
        return {**plain, **known, **parts}

    @property
    def keys(self) -> tuple[str, ...]:
        """The keys of all columns."""
        return tuple(column.key for column in self.sheet.columns)

    @property
    def _parts(self) -> list[tuple[str, str, str]]:
        """Field, name in it, and key of the column, of every part."""
        return [(field, part, f"{field}_{part}") for field, names in self.parts.items() for part in names]

    @cached_property
    def _fields(self) -> tuple[tuple[Column, "Field[Any, Any]"], ...]:
        found = ((column, field_of(self.model, column.key)) for column in self.sheet.columns)
        return tuple((column, field) for column, field in found if field is not None)


def field_of(model: type[Model], name: str) -> "Field[Any, Any] | None":
    """The field of a model that is a column of its table; None when the model has none of this name."""
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return None
    return field if isinstance(field, Field) and field.concrete else None


def precision_of(model: type[Model], name: str) -> str:
    """The field that says how much is known of the day in this one; empty when a day is a day."""
    beside = f"{name}_precision"
    return beside if field_of(model, beside) else ""


def _as_far_as_known(row: Any, field: "Field[Any, Any]") -> Any:
    stored, beside = getattr(row, field.attname), precision_of(type(row), field.name)
    return KnownDay(stored, Precision(getattr(row, beside))) if stored and beside else stored


def _value(column: Column, stored: Any) -> Value:
    if isinstance(column.kind, Link):
        return linked(column.kind.sheet, stored)
    return column.kind.of_field(stored)


def _attribute(column: Column, field: "Field[Any, Any]", value: Value) -> Any:
    """What is not there is what the database has instead: mostly an empty text."""
    kept = column.kind.for_field(value)
    return field.get_default() if kept is None and not field.null else kept


def linked(sheet: str, pk: int | None) -> Target | None:
    """What a foreign key points at."""
    return None if pk is None else Target(sheet, pk=pk)


def grouped(pairs: Iterable[tuple[int, Any]]) -> Mapping[int, list[Any]]:
    """Values by the key they belong to; an empty list for any other key."""
    found: dict[int, list[Any]] = defaultdict(list)
    for pk, value in pairs:
        found[pk].append(value)
    return found
