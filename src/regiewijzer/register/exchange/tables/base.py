"""How does a sheet meet the database? A table reads every row it has stored, and saves what a plan decided."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan, Stored
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.sheet import Sheet

BATCH = 500


@dataclass(slots=True)
class Saving:
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
    """One sheet and where its rows live."""

    sheet: Sheet

    @abstractmethod
    def stored(self) -> list[Stored]:
        """Every row of the authority, archived ones too, in a fixed number of queries."""

    @abstractmethod
    def save(self, planned: SheetPlan, saving: Saving) -> None:
        """Save new and changed rows. Conflict when somebody changed one after it was planned."""

    def clean(self, text: str) -> str:
        """A number in its plain form; empty when the text is none."""
        return ""

    def target(self, pk: int) -> Target:
        """What a link to this row points at."""
        return Target(self.sheet.code, pk=pk)


def linked(sheet: str, pk: int | None) -> Target | None:
    """What a foreign key points at."""
    return None if pk is None else Target(sheet, pk=pk)


def grouped(pairs: Iterable[tuple[int, Any]]) -> Mapping[int, list[Any]]:
    """Values by the key they belong to; an empty list for any other key."""
    found: dict[int, list[Any]] = defaultdict(list)
    for pk, value in pairs:
        found[pk].append(value)
    return found


def as_value(stored: Any) -> Value:
    """A field of a model as a value of a column."""
    if isinstance(stored, list):
        return tuple(stored)
    assert stored is None or isinstance(stored, str | int | Decimal | date)
    return stored
