"""How does an entry of a file become a frozen value? By the types of its fields; a wrong one is noted, not raised."""

import types
from collections.abc import Callable, Mapping
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from regiewijzer.overview.example.queries.mistakes import meant

T = TypeVar("T")

NAMING = ("name", "who", "organisation", "network", "other", "rule")  # what an entry is called in a mistake
EXPECTED = {str: "a text", int: "a whole number", bool: "true or false", date: "a date such as 2026-11-23"}


@dataclass(frozen=True, slots=True)
class Place:
    """Where in the files we are. Mistakes of every place under it come together in `mistakes`."""

    where: str
    mistakes: list[str] = field(default_factory=list)

    def inside(self, part: str) -> "Place":
        return Place(f"{self.where}, {part}", self.mistakes)

    def note(self, sentence: str) -> None:
        self.mistakes.append(f"{self.where}: {sentence}")


def entry(kind: type[T], raw: object, place: Place) -> T | None:
    """A frozen value of this kind; None after noting what is wrong."""
    if not isinstance(raw, dict):
        place.note(f"“{raw}” must be an entry with fields.")
        return None
    hints, before = _hints(kind), len(place.mistakes)
    for name in sorted(raw.keys() - hints.keys(), key=str):
        place.note(f"“{name}” is not a field here.{meant(str(name), hints)}")
    for name in sorted(_required(kind) - raw.keys()):
        place.note(f"“{name}” is missing.")
    values = {name: value_of(hints[name], each, place.inside(name)) for name, each in raw.items() if name in hints}
    return kind(**values) if len(place.mistakes) == before else None


def value_of(hint: Any, raw: object, place: Place) -> Any:
    """The value of one field as its type says; None after noting what is wrong."""
    if is_dataclass(hint):
        return entry(hint, raw, place)  # type: ignore[arg-type]
    if get_origin(hint) in _COMPOSED:
        return _COMPOSED[get_origin(hint)](hint, raw, place)
    if issubclass(hint, Enum):
        return _choice(hint, raw, place)
    if hint is Decimal:
        return _decimal(raw, place)
    if type(raw) is not hint:  # exactly: YAML's true is no number
        place.note(f"“{raw}” must be {EXPECTED[hint]}.")
        return None
    return raw


def _tuple(hint: Any, raw: object, place: Place) -> tuple[Any, ...]:
    if not isinstance(raw, list):
        place.note(f"“{raw}” must be a list.")
        return ()
    return tuple(value_of(get_args(hint)[0], each, place.inside(_called(each, at))) for at, each in enumerate(raw, 1))


def _mapping(hint: Any, raw: object, place: Place) -> Mapping[Any, Any]:
    if not isinstance(raw, dict):
        place.note(f"“{raw}” must be names with values.")
        return {}
    of_key, of_value = get_args(hint)
    return {value_of(of_key, key, place): value_of(of_value, each, place.inside(str(key))) for key, each in raw.items()}


def _one_of(hint: Any, raw: object, place: Place) -> Any:
    """The member of a union that fits what was written."""
    members = get_args(hint)
    if raw is None and types.NoneType in members:
        return None
    plain = [member for member in members if member is type(raw)]
    return value_of((plain or members)[0], raw, place)


def _choice(hint: type[Enum], raw: object, place: Place) -> Any:
    codes = [str(member.value) for member in hint]
    if raw in codes:
        return hint(raw)
    place.note(f"“{raw}” must be one of {', '.join(codes)}.")
    return None


def _decimal(raw: object, place: Place) -> Decimal | None:
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return Decimal(str(raw))
    place.note(f"“{raw}” must be a number such as 3.8.")
    return None


def _called(raw: object, number: int) -> str:
    named = [str(raw[name]) for name in NAMING if name in raw] if isinstance(raw, dict) else []
    return named[0] if named else f"number {number}"


def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _required(kind: Any) -> frozenset[str]:
    return frozenset(each.name for each in fields(kind) if each.default is MISSING and each.default_factory is MISSING)


_COMPOSED: Mapping[Any, Callable[[Any, object, Place], Any]] = {
    tuple: _tuple,
    Mapping: _mapping,
    Union: _one_of,
    types.UnionType: _one_of,
}
