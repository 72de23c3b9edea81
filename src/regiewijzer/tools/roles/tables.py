"""Roles that people take in networks, in and out of a workbook. Offers stay out: who made one takes it back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.rows import State, Stored
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import ImportContext, Table
from regiewijzer.register.exchange.tables.columns import TO_COLLEAGUE, TO_PERSON, columns_of, not_in_future
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.roles.models import Task


def _test_who(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if bool(values["colleague"]) is bool(values["person"]):
        yield Problem("colleague", Fault.ONE_PERSON, {})


TASKS = described(
    Sheet(
        code="role_tasks",
        columns=columns_of(
            Task, "network", "role", Column("colleague", TO_COLLEAGUE), Column("person", TO_PERSON), "since"
        ),
        key=("network", "role"),
        apart=("colleague", "person"),
        offered=False,
        checks=(not_in_future("since"), Check(("colleague", "person"), _test_who)),
    ),
    Path(__file__).with_suffix(".yaml"),
)


class TaskTable(Table):
    """Who takes which role in which network."""

    sheet = TASKS
    model = Task

    def stored(self) -> list[Stored]:
        rows = Task.objects.order_by("network__name", "role", "pk")
        return [Stored(self.target(row.pk), self.values(row)) for row in rows]

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        for entry in planned.of(State.CHANGED):
            changes = self.attributes(entry.values, entry.changed, context)
            Task.objects.filter(pk=context.pk(entry.target)).update(**changes)
        for entry in planned.of(State.NEW):
            kept = self.attributes(entry.values, self.keys, context)
            context.keys[entry.target] = Task.objects.create(authority_id=context.authority, **kept).pk
        for entry in (*planned.of(State.NEW), *planned.of(State.CHANGED)):
            role = str(entry.values["role"])
            network = context.pk(entry.values["network"])
            context.note(Verb.IMPORTED, Network.KIND, network, {"network_role": [None, role]})


TABLES = (TaskTable(),)
