"""Sheets whose rows are dated looks at something: only ever added to."""

from collections.abc import Iterable, Sequence
from typing import Any, ClassVar

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.kinds import Moment
from regiewijzer.register.exchange.sheets.links import KIND_OF, Link
from regiewijzer.register.exchange.sheets.rows import Row, State, Stored
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, Table, grouped


class AppendOnlyTable(Table):
    """A sheet of measurements or evaluations: its key is what was looked at, then the day.

    `signed_by` is the field with who put the row in, if it has one; `told_as` what the trail calls it: of the record
    looked at, or else of the kind of row itself. Rows go out in the order of `order`, by default that of their days.
    """

    signed_by: ClassVar[str] = ""
    told_as: ClassVar[str]
    order: ClassVar[tuple[str, ...]] = ()

    def stored(self) -> list[Stored]:
        rows: Iterable[Any] = self.rows().order_by(*(self.order or (self.sheet.key[1],)), "pk")
        more = self.more_stored()
        return [Stored(self.target(row.pk), {**self.values(row), **more(row.pk)}) for row in rows]

    def rows(self) -> Any:
        """What goes out."""
        return self.model._default_manager.all()

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        new = planned.of(State.NEW)
        made = self.model._default_manager.bulk_create((self.made(entry.values, context) for entry in new), BATCH)
        for entry, row in zip(new, made, strict=True):
            context.keys[entry.target] = row.pk
        self.save_more(new, context)
        self._note(new, context)

    def save_more(self, new: Sequence[Row], context: ImportContext) -> None:
        """Save the columns that are no fields of the model."""

    def keep_moments(self, new: Sequence[Row], context: ImportContext, name: str) -> None:
        """Give rows the moment they began elsewhere: the database gives every new row its own."""
        rows = self.model._default_manager.in_bulk([context.pk(entry.target) for entry in new])
        for entry in new:
            setattr(rows[context.pk(entry.target)], name, Moment().for_field(entry.values[name]))
        self.model._default_manager.bulk_update(rows.values(), [name], BATCH)

    def made(self, values: Any, context: ImportContext) -> Any:
        """A new row of the model."""
        signed = {f"{self.signed_by}_id": context.actor.position_id} if self.signed_by else {}
        return self.model(authority_id=context.authority, **signed, **self.attributes(values, self.keys, context))

    def _note(self, new: Sequence[Row], context: ImportContext) -> None:
        subject, day = self.sheet.key[:2]
        kind = self.sheet.column(subject).kind
        if isinstance(kind, Link):
            days = grouped((context.pk(entry.values[subject]), str(entry.values[day])) for entry in new)
            for pk, found in days.items():
                context.note(Verb.IMPORTED, KIND_OF[kind.sheet], pk, {self.told_as: [None, found]})
        elif new:
            context.note(Verb.IMPORTED, self.told_as, None, {"rows": [None, len(new)]})
