"""Making two records one, and taking that back as one act."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.apps import apps
from django.db import connection, transaction
from django.db.models import CharField, ForeignKey, Model, OneToOneField, TextField, UniqueConstraint

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.merges.models import UNDOABLE, Apart, Merge
from regiewijzer.register.merges.queries import Values, in_the_way, keys_to, references_to, row_from
from regiewijzer.register.records.actions import make_findable
from regiewijzer.register.records.models import Record
from regiewijzer.register.search.actions import forget

NOTHING: tuple[Any, ...] = (None, "", [], {})


@dataclass(frozen=True, slots=True)
class Double:
    """When two rows of a table say the same once their records are one: `of` gives the other row of this one, if any,
    and `take` what that one (first) takes over from this one (second).
    """

    of: Callable[[Any], Any]
    take: Callable[[Any, Any], None]


@dataclass(slots=True)
class Journal:
    """Changes rows and remembers what each was, so that all of it is taken back as one act.

    `doubles`: tables in which more rows are double than their constraints say.
    """

    doubles: Mapping[type[Model], Double] = field(default_factory=lambda: MappingProxyType({}))
    _rows: dict[tuple[str, int], tuple[Values | None, Values | None]] = field(default_factory=dict)
    _took_in: dict[tuple[str, int], Any] = field(default_factory=dict)

    def change(self, row: Any) -> None:
        """Save a row that is there; a version it has goes up."""
        stored = type(row)._base_manager.get(pk=row.pk)
        if hasattr(row, "version"):
            row.version = stored.version + 1
        row.save()
        self._note(row, stored.stored(), row.stored())

    def add(self, row: Any) -> None:
        """Save a new row."""
        row.save(force_insert=True)
        self._note(row, None, row.stored())

    def remove(self, row: Any) -> None:
        """Take away one row and nothing that points at it: IntegrityError at the end when something still does."""
        stored = type(row)._base_manager.get(pk=row.pk)
        rows = type(row)._base_manager.filter(pk=row.pk)
        rows._raw_delete(rows.db)
        self._note(row, stored.stored(), None)

    def move(self, key: "ForeignKey[Any, Any]", goes: Model, stays: Model) -> None:
        """Have every row whose `key` points at `goes` point at `stays`; a row that then is double becomes one."""
        rows = key.model._base_manager.filter(**{key.name: goes.pk}).order_by("pk")
        for row in rows:
            setattr(row, key.name, stays)
            other = self._double_of(row, key)
            if other is None:
                self.change(row)
            else:
                self._join(other, row, key)

    def combine(self, stays: Model, goes: Model) -> None:
        """Have everything that points at `goes` point at `stays`, and take `goes` away."""
        for key in keys_to(type(stays)):
            self.move(key, goes, stays)
        self.remove(goes)
        self._took_in[(stays._meta.label_lower, stays.pk)] = stays

    def keep(self, *, kind: str, stays: int, goes: int, actor: Actor, now: datetime) -> Merge:
        """Store what was changed, and bring the index of the search box up to date."""
        _check_references()
        for label, pk in self._rows:
            _index(label, pk)
        kept: Merge = Merge.objects.create(
            authority_id=actor.authority_id,
            kind=kind,
            stays=stays,
            goes=goes,
            merged_at=now,
            by_id=actor.position_id,
            rows=[
                {"table": label, "pk": pk, "before": before, "after": after}
                for (label, pk), (before, after) in self._rows.items()
            ],
            references={f"{label}.{pk}": references_to(row) for (label, pk), row in self._took_in.items() if row.pk},
        )
        return kept

    def _join(self, other: Any, row: Any, key: "ForeignKey[Any, Any]") -> None:
        double = self.doubles.get(type(row))
        take = double.take if double else take_what_is_missing
        take(other, row)
        self.combine(other, row)
        self.change(other)
        more = self._double_of(other, key)
        if more is not None:
            self._join(other, more, key)

    def _double_of(self, row: Any, key: "ForeignKey[Any, Any]") -> Any:
        double = self.doubles.get(type(row))
        found = double.of(row) if double else None
        return found or _same_by_constraint(row, key)

    def _note(self, row: Model, before: Values | None, after: Values | None) -> None:
        place = (row._meta.label_lower, row.pk)
        first = self._rows[place][0] if place in self._rows else before
        self._rows[place] = (first, after)


def take_what_is_missing(stays: Any, goes: Any) -> None:
    """The row that stays gets what it does not say itself; of two long texts both stay. A day is never taken over:
    no day may say as much as a day does.
    """
    for each in stays._meta.concrete_fields:
        one, other = getattr(stays, each.attname), getattr(goes, each.attname)
        if each.primary_key or each.choices:
            continue
        if one in NOTHING and other not in NOTHING and isinstance(each, CharField | TextField | ForeignKey):
            setattr(stays, each.attname, other)
        elif isinstance(each, TextField) and other not in NOTHING and one != other:
            setattr(stays, each.attname, f"{one}\n\n{other}")


def _same_by_constraint(row: Any, key: "ForeignKey[Any, Any]") -> Any:
    """The row that this one cannot stand beside."""
    rows = type(row)._base_manager.exclude(pk=row.pk)
    if isinstance(key, OneToOneField):
        return rows.filter(**{key.name: getattr(row, key.attname)}).first()
    for constraint in row._meta.constraints:
        if not isinstance(constraint, UniqueConstraint) or key.name not in constraint.fields:
            continue
        values = {name: getattr(row, row._meta.get_field(name).attname) for name in constraint.fields}
        if None in values.values() and constraint.nulls_distinct is not False:
            continue
        asked = {f"{name}__isnull" if value is None else name: value is None or value for name, value in values.items()}
        found = rows.filter(**asked)
        if constraint.condition is not None:
            if not type(row)._base_manager.filter(constraint.condition, pk=row.pk).exists():
                continue
            found = found.filter(constraint.condition)
        if other := found.first():
            return other
    return None


@transaction.atomic
def undo(*, merge: Merge, actor: Actor, now: datetime) -> bool:
    """Put every row back as it was before the merge, as one act; False when something was built on it."""
    claimed = Merge.objects.undoable(now).select_for_update(of=("self",)).filter(pk=merge.pk).first()
    if claimed is None or in_the_way(claimed):
        return False
    rows = [(apps.get_model(each["table"]), each) for each in reversed(claimed.rows)]
    for model, each in rows:
        if each["before"] is None:
            added = model._base_manager.filter(pk=each["pk"])
            added._raw_delete(added.db)
    for model, each in rows:
        if each["before"] is not None and each["after"] is not None:
            row = row_from(model, each["pk"], each["before"])
            if hasattr(row, "version"):  # never back: a form that was opened meanwhile would pass for the newest
                row.version = model._base_manager.values_list("version", flat=True).get(pk=row.pk) + 1
            row.save_base(raw=True, force_update=True)
    for model, each in rows:
        if each["before"] is not None and each["after"] is None:
            row_from(model, each["pk"], each["before"]).save_base(raw=True, force_insert=True)
    _check_references()
    for each in claimed.rows:
        _index(each["table"], each["pk"])
    claimed.undone_at, claimed.rows, claimed.references = now, [], {}
    claimed.save(update_fields=["undone_at", "rows", "references"])
    for pk in (claimed.stays, claimed.goes):
        audit.record(actor=actor, verb=Verb.TAKEN_APART, kind=claimed.kind, pk=pk)
    return True


@transaction.atomic
def tell_apart(*, kind: str, one: int, other: int, actor: Actor) -> None:
    """These two look alike and are not one."""
    first, second = sorted((one, other))
    Apart.objects.get_or_create(authority_id=actor.authority_id, kind=kind, one=first, other=second)


def forget_rows_of(*, table: type[Model], pk: int) -> None:
    """Forget what merges hold of this row, and of rows that became a part of it: they can no longer be undone."""
    label, sought, forgotten = table._meta.label_lower, {pk}, set[int]()
    while sought:
        one = sought.pop()
        forgotten.add(one)
        for merge in Merge.objects.filter(rows__contains=[{"table": label, "pk": one}]):
            sought |= {each["pk"] for each in merge.rows if each["table"] == label} - forgotten
            merge.rows, merge.references = [], {}
            merge.save(update_fields=["rows", "references"])


def forget_old(now: datetime) -> None:
    """Forget the rows of merges that can no longer be undone."""
    Merge.objects.filter(merged_at__lte=now - UNDOABLE).exclude(rows=[]).update(rows=[], references={})


def _check_references() -> None:
    """IntegrityError now, not at the end of the request, when a row points at one that is gone."""
    connection.check_constraints()


def _index(label: str, pk: int) -> None:
    model = apps.get_model(label)
    if issubclass(model, Record):
        row = model._default_manager.filter(pk=pk).first()
        if row is None:
            forget(kind=model.KIND, record=pk)
        else:
            make_findable(row)
