"""Sheets whose rows are dated looks at one record: only ever added to."""

from collections.abc import Iterable
from typing import Any, ClassVar

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.exchange.plans.plan import Entry, SheetPlan, State, Stored
from regiewijzer.register.exchange.sheets.kinds import Value
from regiewijzer.register.exchange.tables.base import BATCH, Saving, Table, as_value, grouped, linked


class GrowingTable(Table):
    """A sheet of measurements or evaluations.

    `subject` is the column, and the field, that names the record; `signed_by` the field with who put the row in;
    `told_as` what the trail of the record calls it.
    """

    model: ClassVar[type[AuthorityOwned]]
    fields: ClassVar[tuple[str, ...]]
    subject: ClassVar[str]
    subject_sheet: ClassVar[str]
    subject_kind: ClassVar[str]
    day: ClassVar[str]
    signed_by: ClassVar[str]
    told_as: ClassVar[str]

    def stored(self) -> list[Stored]:
        rows: Iterable[Any] = self.model._default_manager.order_by(self.day, "pk")
        return [Stored(self.target(row.pk), self._values(row)) for row in rows]

    def save(self, planned: SheetPlan, saving: Saving) -> None:
        new = planned.of(State.NEW)
        self.model._default_manager.bulk_create((self._made(entry, saving) for entry in new), BATCH)
        days = grouped((saving.pk(entry.values[self.subject]), str(entry.values[self.day])) for entry in new)
        for pk, found in days.items():
            told: audit.Changes = {self.told_as: [None, found]}
            saving.note(Verb.IMPORTED, self.subject_kind, pk, told)

    def _values(self, row: Any) -> dict[str, Value]:
        subject = {self.subject: linked(self.subject_sheet, getattr(row, f"{self.subject}_id"))}
        return {**subject, **{name: as_value(getattr(row, name)) for name in self.fields}}

    def _made(self, entry: Entry, saving: Saving) -> AuthorityOwned:
        links = {
            "authority_id": saving.authority,
            f"{self.subject}_id": saving.pk(entry.values[self.subject]),
            f"{self.signed_by}_id": saving.actor.position_id,
        }
        return self.model(**links, **{name: entry.values[name] for name in self.fields})
