"""Sheets whose rows are dated looks at one record: only ever added to."""

from collections.abc import Iterable
from typing import Any, ClassVar

from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import AuthorityOwned
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Values
from regiewijzer.register.exchange.tables.base import BATCH, Saving, Table, grouped
from regiewijzer.register.records.models import Record


class GrowingTable(Table):
    """A sheet of measurements or evaluations: its key is the record looked at, then the day.

    `signed_by` is the field with who put the row in; `told_as` what the trail of the record calls it.
    """

    signed_by: ClassVar[str]
    told_as: ClassVar[str]

    def stored(self) -> list[Stored]:
        _subject, day = self.sheet.key
        rows: Iterable[Any] = self.model._default_manager.order_by(day, "pk")
        return [Stored(self.target(row.pk), self.values(row)) for row in rows]

    def save(self, planned: SheetPlan, saving: Saving) -> None:
        new = planned.of(State.NEW)
        self.model._default_manager.bulk_create((self.made(entry.values, saving) for entry in new), BATCH)
        subject, day = self.sheet.key
        days = grouped((saving.pk(entry.values[subject]), str(entry.values[day])) for entry in new)
        for pk, found in days.items():
            told: audit.Changes = {self.told_as: [None, found]}
            saving.note(Verb.IMPORTED, self._subject_kind, pk, told)

    def made(self, values: Values, saving: Saving) -> AuthorityOwned:
        """A new row of the model."""
        signed = {"authority_id": saving.authority, f"{self.signed_by}_id": saving.actor.position_id}
        return self.model(**signed, **self.attributes(values, self.keys, saving))

    @property
    def _subject_kind(self) -> str:
        subject = self.model._meta.get_field(self.sheet.key[0]).related_model
        assert isinstance(subject, type)
        assert issubclass(subject, Record)
        return subject.KIND
