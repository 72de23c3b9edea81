"""What was merged into what, and what stands in the way of taking it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.apps import apps
from django.db.models import Field, ForeignKey, Model, QuerySet
from django.utils import timezone

from regiewijzer.register.merges.models import Apart, Merge

Values = dict[str, Any]
NOT_COMPARED = frozenset({"version", "updated_at"})


class Why(StrEnum):
    """What happened since the merge to a row that it touched."""

    CHANGED = "changed"
    GONE = "gone"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Obstacle:
    """A row that was built upon since, with what it is a row of."""

    name: str
    model: type[Model]
    why: Why


def gone_into(kind: str, pk: int) -> list[int]:
    """The records that are a part of this one now, also those that came with another."""
    found: list[int] = []
    at_hand = [pk]
    while at_hand:
        merged = Merge.objects.standing().filter(kind=kind, stays__in=at_hand).exclude(goes__in=found)
        at_hand = sorted(merged.values_list("goes", flat=True))
        found += at_hand
    return found


def now_part_of(kind: str, pk: int) -> int | None:
    """The record that this one is a part of now; None when it is not merged."""
    seen = {pk}
    merged = Merge.objects.standing().filter(kind=kind)
    while (stays := merged.filter(goes=pk).values_list("stays", flat=True).first()) is not None and stays not in seen:
        pk = stays
        seen.add(pk)
    return pk if len(seen) > 1 else None


def merges_into(kind: str, pk: int) -> QuerySet[Merge]:
    """What became a part of this record directly, the last one first."""
    return Merge.objects.standing().filter(kind=kind, stays=pk).select_related("by__user")


def undoable(kind: str, pk: int) -> list[Merge]:
    """Those that are not so old that what they changed is forgotten, the last one first."""
    return list(Merge.objects.undoable(timezone.now()).filter(kind=kind, stays=pk).select_related("by__user"))


def apart(kind: str) -> set[tuple[int, int]]:
    """Pairs of which somebody said that they are not one."""
    return set(Apart.objects.filter(kind=kind).values_list("one", "other"))


def keys_to(model: type[Model]) -> list["ForeignKey[Any, Any]"]:
    """Every field of whatever table that points at this one."""
    relations = [
        each for each in model._meta.get_fields(include_hidden=True) if each.auto_created and not each.concrete
    ]
    keys = [each.field for each in relations if each.one_to_many or each.one_to_one]  # type: ignore[union-attr]
    return sorted(
        (key for key in keys if isinstance(key, ForeignKey)), key=lambda key: (key.model._meta.label, key.name)
    )


def references_to(row: Model) -> dict[str, list[int]]:
    """The keys of all rows that point at this one, by table and field."""
    found = {}
    for key in keys_to(type(row)):
        pks = key.model._base_manager.filter(**{key.name: row.pk}).order_by("pk").values_list("pk", flat=True)
        if pks:
            found[f"{key.model._meta.label_lower}.{key.name}"] = list(pks)
    return found


def in_the_way(merge: Merge) -> list[Obstacle]:
    """What was changed, taken away or added since; empty when the merge can be undone."""
    found: list[Obstacle] = []
    touched = {(each["table"], each["pk"]) for each in merge.rows}
    for each in merge.rows:
        model = apps.get_model(each["table"])
        row = model._base_manager.filter(pk=each["pk"]).first()
        if each["after"] is None:
            found += [Obstacle(str(row), model, Why.ADDED)] if row is not None else []
        elif row is None:
            found.append(Obstacle(str(row_from(model, each["pk"], each["after"])), model, Why.GONE))
        elif compared_values(row) != _comparable(each["after"]):
            found.append(Obstacle(str(row), model, Why.CHANGED))
    for row in _that_took_in(merge):
        known = merge.references[_name(row)]
        for field, pks in references_to(row).items():
            label, _, _field = field.rpartition(".")
            for pk in sorted(set(pks) - set(known.get(field, ()))):
                if (label, pk) not in touched:
                    model = apps.get_model(label)
                    found.append(Obstacle(str(model._base_manager.get(pk=pk)), model, Why.ADDED))
    return found


def _that_took_in(merge: Merge) -> Iterator[Model]:
    for name in merge.references:
        label, _, pk = name.rpartition(".")
        row = apps.get_model(label)._base_manager.filter(pk=int(pk)).first()
        if row is not None:
            yield row


def _name(row: Model) -> str:
    return f"{row._meta.label_lower}.{row.pk}"


def row_from(model: type[Model], pk: int, values: Values) -> Any:
    """The row as it was, not saved. A column that came later has its default."""
    fields: list[Field[Any, Any]] = [field for field in model._meta.concrete_fields if field.attname in values]
    return model(pk=pk, **{field.attname: field.to_python(values[field.attname]) for field in fields})


def compared_values(row: Model) -> Values:
    """What tells whether somebody changed the row."""
    return _comparable(row.stored())  # type: ignore[attr-defined]


def _comparable(values: Values) -> Values:
    return {name: value for name, value in values.items() if name not in NOT_COMPARED}
