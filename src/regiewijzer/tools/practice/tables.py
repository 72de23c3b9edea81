"""Own cases in and out of a workbook. Sharing is a decision of its own: no file shares anything."""

from pathlib import Path

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Whole
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import ImportContext, Table
from regiewijzer.register.exchange.tables.columns import THEMES, TO_NETWORK, columns_of
from regiewijzer.tools.practice.models import FIRST_YEAR, LAST_YEAR, Case

TEXTS = Path(__file__).with_suffix(".yaml")

CASES = described(
    Sheet(
        code="practice_cases",
        columns=columns_of(
            Case,
            "title",
            Column("network", TO_NETWORK),
            "challenge",
            "what",
            Column("form", OneOf("forms")),
            "gave",
            "did_not",
            "contact",
            Column("year", Whole(FIRST_YEAR, LAST_YEAR)),
            THEMES,
        ),
        key=("title",),
        offered=False,
    ),
    TEXTS,
)


class CaseTable(Table):
    """Own cases, each known by its title."""

    sheet = CASES
    model = Case

    def stored(self) -> list[Stored]:
        return [Stored(self.target(row.pk), self.values(row)) for row in Case.objects.order_by("title", "pk")]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        for entry in planned.of(State.CHANGED):
            pk = context.pk(entry.target)
            Case.objects.filter(pk=pk).update(**self.attributes(entry.values, entry.changed, context))
            context.note(Verb.IMPORTED, Case.KIND, pk, {"title": [None, str(entry.values["title"])]})
        for entry in planned.of(State.NEW):
            kept = self.attributes(entry.values, self.keys, context)
            made = Case.objects.create(authority_id=context.authority, made_by_id=context.actor.position_id, **kept)
            context.keys[entry.target] = made.pk
            context.note(Verb.IMPORTED, Case.KIND, made.pk, {"title": [None, made.title]})


TABLES = (CaseTable(),)
