"""Sheets whose rows are records of the register."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from django.db.models import F
from django.utils import timezone

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import Plan, SheetPlan
from regiewijzer.register.exchange.plans.planning import ARCHIVED, own_links
from regiewijzer.register.exchange.sheets.kinds import Value
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.sheets.sheet import Values
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, Table
from regiewijzer.register.records.actions import Conflict, make_findable
from regiewijzer.register.records.models import Record

HIDDEN = "…"


class RecordTable(Table):
    """A sheet of records, in the order in which they came: so they come back, and lists that sort alike stay alike."""

    model: ClassVar[type[Record]]

    def stored(self) -> list[Stored]:
        rows: Iterable[Record] = self.model._default_manager.order_by("pk")
        more = self.more_stored()
        return [Stored(self.target(row.pk), {**self.values(row), **more(row.pk)}, row.version) for row in rows]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        new, changed = planned.of(State.NEW), planned.of(State.CHANGED)
        self._insert(new, context)
        for entry in changed:
            self._update(entry, context)
        self.save_more(new, changed, context)
        for entry in new:
            context.note(Verb.IMPORTED, self.model.KIND, context.pk(entry.target))
        saved = self.for_search().in_bulk([context.pk(entry.target) for entry in (*new, *changed)])
        for record in saved.values():
            make_findable(record)

    def save_more(self, new: Sequence[Row], changed: Sequence[Row], context: ImportContext) -> None:
        """Save the columns that are no fields of the model."""

    def for_search(self) -> Any:
        """The records with what the search index asks of them."""
        return self.model._default_manager.all()

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), ARCHIVED: row.archived}

    def attributes(self, values: Values, columns: Iterable[str], context: ImportContext) -> dict[str, Any]:
        found = super().attributes(values, columns, context)
        return {**found, "archived_at": timezone.now() if values[ARCHIVED] else None} if ARCHIVED in columns else found

    def _insert(self, entries: Sequence[Row], context: ImportContext) -> None:
        """What names a row of the same sheet follows when every row has its key."""
        own = set(own_links(self.sheet))
        first = [key for key in self.keys if key not in own]
        records = [
            self.model(authority_id=context.authority, **self.attributes(entry.values, first, context))
            for entry in entries
        ]
        for entry, record in zip(entries, self.model._default_manager.bulk_create(records, BATCH), strict=True):
            context.keys[entry.target] = record.pk
        for entry in entries:
            if linked := [key for key in own if entry.values[key] is not None]:
                made = self.model._default_manager.filter(pk=context.pk(entry.target))
                made.update(**self.attributes(entry.values, linked, context))

    def _update(self, entry: Row, context: ImportContext) -> None:
        assert entry.stored is not None
        changes = self.attributes(entry.values, entry.changed, context)
        as_planned = self.model._default_manager.filter(pk=entry.pk, version=entry.stored.version)  # type: ignore[misc]
        if not as_planned.update(version=F("version") + 1, updated_at=timezone.now(), **changes):
            raise Conflict
        context.note(Verb.CHANGED, self.model.KIND, entry.pk, self._told(entry, context.plan))

    def _told(self, entry: Row, plan: Plan) -> audit.Changes:
        """What changed, in words; of personal data only that they did."""
        assert entry.stored is not None
        noted: audit.Changes = {}
        for key in entry.changed:
            before, after = (plan.written(self.sheet, key, each[key]) for each in (entry.stored.values, entry.values))
            noted[key] = [HIDDEN, HIDDEN] if key in self.model.PERSONAL else [before, after]
        return noted
