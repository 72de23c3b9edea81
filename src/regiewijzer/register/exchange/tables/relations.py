"""The sheet Verbanden: how instruments act on each other."""

from collections.abc import Iterator
from datetime import date

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan, State, Stored
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Prose
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import BATCH, Saving, Table, linked
from regiewijzer.register.exchange.tables.columns import TEXTS, TO_INSTRUMENT
from regiewijzer.register.instruments.models import Instrument, Relation


def _with_another(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if values["instrument"] == values["other"]:
        yield Problem("other", Fault.WITH_ITSELF, {})


RELATIONS = described(
    Sheet(
        code="relations",
        columns=(
            Column("instrument", TO_INSTRUMENT, required=True),
            Column("kind", OneOf("instrument_relations"), required=True),
            Column("other", TO_INSTRUMENT, required=True),
            Column("note", Prose(300)),
        ),
        key=("instrument", "kind", "other"),
        checks=(Check(("instrument", "other"), _with_another),),
    ),
    TEXTS / "relations.yaml",
)


class RelationTable(Table):
    """Relations between instruments, in and out of a workbook."""

    sheet = RELATIONS

    def stored(self) -> list[Stored]:
        rows = Relation.objects.order_by("instrument__name", "other__name", "pk")
        return [
            Stored(
                self.target(row.pk),
                {
                    "instrument": linked("instruments", row.instrument_id),
                    "kind": row.kind,
                    "other": linked("instruments", row.other_id),
                    "note": row.note,
                },
            )
            for row in rows
        ]

    def save(self, planned: SheetPlan, saving: Saving) -> None:
        """All but the note names the relation, so a change is a change of the note."""
        new, changed = planned.of(State.NEW), planned.of(State.CHANGED)
        Relation.objects.bulk_create((_made(entry.values, saving) for entry in new), BATCH)
        for entry in changed:
            Relation.objects.filter(pk=saving.pk(entry.target)).update(note=str(entry.values["note"]))
        for entry in (*new, *changed):
            kind, other = (saving.plan.written(self.sheet, key, entry.values[key]) for key in ("kind", "other"))
            told = {"relation": [None, f"{kind}: {other}"]}
            saving.note(Verb.IMPORTED, Instrument.KIND, saving.pk(entry.values["instrument"]), told)


def _made(values: Values, saving: Saving) -> Relation:
    return Relation(
        authority_id=saving.authority,
        instrument_id=saving.pk(values["instrument"]),
        other_id=saving.pk(values["other"]),
        kind=str(values["kind"]),
        note=str(values["note"]),
    )
