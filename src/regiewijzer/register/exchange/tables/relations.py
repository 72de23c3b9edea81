"""The sheet Verbanden: how instruments act on each other."""

from collections.abc import Iterator
from datetime import date

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Check, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, Table
from regiewijzer.register.exchange.tables.columns import TEXTS, columns_of
from regiewijzer.register.instruments.models import Instrument, Relation


def _with_another(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if values["instrument"] == values["other"]:
        yield Problem("other", Fault.WITH_ITSELF, {})


RELATIONS = described(
    Sheet(
        code="relations",
        columns=columns_of(Relation, "instrument", "kind", "other", "note"),
        key=("instrument", "kind", "other"),
        checks=(Check(("instrument", "other"), _with_another),),
    ),
    TEXTS / "relations.yaml",
)


class RelationTable(Table):
    """Relations between instruments, in and out of a workbook."""

    sheet = RELATIONS
    model = Relation

    def stored(self) -> list[Stored]:
        rows = Relation.objects.order_by("pk")
        return [Stored(self.target(row.pk), self.values(row)) for row in rows]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        """All but the note names the relation, so a change is a change of the note."""
        new, changed = planned.of(State.NEW), planned.of(State.CHANGED)
        relations = (
            Relation(authority_id=context.authority, **self.attributes(entry.values, self.keys, context))
            for entry in new
        )
        Relation.objects.bulk_create(relations, BATCH)
        for entry in changed:
            Relation.objects.filter(pk=context.pk(entry.target)).update(
                **self.attributes(entry.values, entry.changed, context)
            )
        for entry in (*new, *changed):
            kind, other = (context.plan.written(self.sheet, key, entry.values[key]) for key in ("kind", "other"))
            noted = {"relation": [None, f"{kind}: {other}"]}
            context.note(Verb.IMPORTED, Instrument.KIND, context.pk(entry.values["instrument"]), noted)
