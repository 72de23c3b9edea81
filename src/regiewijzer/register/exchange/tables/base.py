"""How does a sheet meet the database? A table reads every row it has stored, and saves what a plan decided."""

from abc import ABC, abstractmethod
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar

from django.db.models import F, Model
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.exchange.plans.plan import Entry, Plan, SheetPlan, State, Stored
from regiewijzer.register.exchange.sheets.kinds import Target, Value
from regiewijzer.register.exchange.sheets.sheet import Sheet
from regiewijzer.register.records.actions import Conflict, make_findable
from regiewijzer.register.records.models import Record

ARCHIVED = "archived"
BATCH = 500


@dataclass(slots=True)
class Saving:
    """One plan being saved: by whom, on which day, and the key every new row got."""

    plan: Plan
    actor: Actor
    today: date
    keys: dict[Target, int] = field(default_factory=dict)

    def pk(self, target: Value) -> int | None:
        """The key of a row that is stored, also of one stored a moment ago; None for no row."""
        if target is None:
            return None
        assert isinstance(target, Target)
        return target.pk if target.pk is not None else self.keys[target]

    def pks(self, targets: Value) -> list[int]:
        assert isinstance(targets, tuple)
        return [pk for target in targets if (pk := self.pk(target)) is not None]  # type: ignore[arg-type]

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

    def clean(self, text: str) -> str:  # noqa: ARG002
        """A number in its plain form; empty when the text is none. Only some rows have numbers."""
        return ""

    def target(self, pk: int) -> Target:
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


class RecordTable(Table):
    """A sheet of records. `fields` are columns that are fields of the model; `links` say of which sheet a key is."""

    model: ClassVar[type[Record]]
    fields: ClassVar[tuple[str, ...]]
    links: ClassVar[Mapping[str, str]] = {}

    def stored(self) -> list[Stored]:
        rows: Iterable[Record] = self.model._default_manager.order_by("name", "pk")
        more = self.more_stored()
        return [Stored(self.target(row.pk), {**self._values(row), **more(row.pk)}, row.version) for row in rows]

    def more_stored(self) -> Any:
        """A function from the key of a record to the values of its other columns."""
        return lambda _pk: {}

    def save(self, planned: SheetPlan, saving: Saving) -> None:
        new, changed = planned.of(State.NEW), planned.of(State.CHANGED)
        self._insert(new, saving)
        for entry in changed:
            self._update(entry, saving)
        self.save_more(new, changed, saving)
        pks = {entry.target: saving.pk(entry.target) for entry in (*new, *changed)}
        found = self.for_search().in_bulk([pk for pk in pks.values() if pk is not None])
        for entry in new:
            saving.note(Verb.IMPORTED, self.model.KIND, pks[entry.target])
        for record in found.values():
            make_findable(record)

    def save_more(self, new: Sequence[Entry], changed: Sequence[Entry], saving: Saving) -> None:
        """Save the columns that are no fields of the model."""

    def for_search(self) -> Any:
        """The records with what the search index asks of them."""
        return self.model._default_manager.all()

    def _values(self, row: Record) -> dict[str, Value]:
        values = {name: _as_value(getattr(row, name)) for name in self.fields}
        links = {name: linked(sheet, getattr(row, f"{name}_id")) for name, sheet in self.links.items()}
        return {**values, **links, ARCHIVED: row.archived}

    def _attributes(self, entry: Entry, columns: Iterable[str], saving: Saving) -> dict[str, Any]:
        """Columns of an entry as fields of the model."""
        found: dict[str, Any] = {}
        for column in columns:
            value = entry.values[column]
            if column in self.links:
                found[f"{column}_id"] = saving.pk(value)
            elif column in self.fields:
                found[column] = list(value) if isinstance(value, tuple) else value
            elif column == ARCHIVED:
                found["archived_at"] = timezone.now() if value else None
        return found

    def _insert(self, entries: Sequence[Entry], saving: Saving) -> None:
        columns = [column.key for column in self.sheet.columns]
        records = [
            self.model(authority_id=saving.actor.authority_id, **self._attributes(entry, columns, saving))
            for entry in entries
        ]
        for entry, record in zip(entries, self.model._default_manager.bulk_create(records, BATCH), strict=True):
            saving.keys[entry.target] = record.pk

    def _update(self, entry: Entry, saving: Saving) -> None:
        assert entry.stored is not None
        changes = self._attributes(entry, entry.changed, saving)
        unseen = self.model._default_manager.filter(pk=entry.target.pk, version=entry.stored.version)
        if not unseen.update(version=F("version") + 1, updated_at=timezone.now(), **changes):
            raise Conflict
        saving.note(Verb.CHANGED, self.model.KIND, entry.target.pk, self._told(entry, saving.plan))

    def _told(self, entry: Entry, plan: Plan) -> audit.Changes:
        """What changed, in words; of personal data only that they did."""
        assert entry.stored is not None
        before, after = entry.stored.values, entry.values
        return {
            key: ["…", "…"]
            if key in self.model.PERSONAL
            else [plan.written(self.sheet, key, before[key]), plan.written(self.sheet, key, after[key])]
            for key in entry.changed
        }


class GrowingTable(Table):
    """A sheet of dated rows about one record: only ever added to."""

    model: ClassVar[type[AuthorityOwned]]
    fields: ClassVar[tuple[str, ...]]
    subject: ClassVar[str]  # the column that names the record, and the field that points at it
    subject_sheet: ClassVar[str]
    subject_kind: ClassVar[str]
    day: ClassVar[str]
    signed_by: ClassVar[str]  # the field with who put it in
    told_as: ClassVar[str]  # what the trail calls it

    def stored(self) -> list[Stored]:
        rows: Iterable[Any] = self.model._default_manager.order_by(self.day, "pk")
        return [Stored(self.target(row.pk), self._values(row)) for row in rows]

    def save(self, planned: SheetPlan, saving: Saving) -> None:
        new = planned.of(State.NEW)
        self.model._default_manager.bulk_create((self._made(entry, saving) for entry in new), BATCH)
        for pk, days in grouped((saving.pk(entry.values[self.subject]) or 0, entry.values[self.day]) for entry in new).items():
            told: audit.Changes = {self.told_as: [None, [str(day) for day in days]]}
            saving.note(Verb.IMPORTED, self.subject_kind, pk, told)

    def _values(self, row: Model) -> dict[str, Value]:
        subject = {self.subject: linked(self.subject_sheet, getattr(row, f"{self.subject}_id"))}
        return {**subject, **{name: _as_value(getattr(row, name)) for name in self.fields}}

    def _made(self, entry: Entry, saving: Saving) -> AuthorityOwned:
        links = {f"{self.subject}_id": saving.pk(entry.values[self.subject]), f"{self.signed_by}_id": saving.actor.position_id}
        fields = {name: entry.values[name] for name in self.fields}
        return self.model(authority_id=saving.actor.authority_id, **links, **fields)


def _as_value(stored: Any) -> Value:
    """A field of a model as a value of a column."""
    if isinstance(stored, list):
        return tuple(stored)
    assert stored is None or isinstance(stored, str | int | Decimal | date)
    return stored
