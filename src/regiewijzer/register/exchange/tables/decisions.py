"""The sheet Besluiten: what was decided, who does what by when, and whether it helped."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.exchange.sheets.kinds import Data, Value, Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import ImportContext
from regiewijzer.register.exchange.tables.columns import ARCHIVED, AS_OF, TEXTS, columns_of, not_in_future
from regiewijzer.register.exchange.tables.findings import FINDING, MOST_VERSIONS, as_columns, as_key, subjects
from regiewijzer.register.exchange.tables.records import RecordTable


def _has_reason(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if values["answer"] != Answer.ACT and not values["reason"]:
        yield Problem("reason", Fault.REASON_MISSING, {})


DECISIONS = described(
    Sheet(
        code="decisions",
        columns=columns_of(
            Decision,
            "name",
            "answer",
            "reason",
            "responsible",
            "due",
            "review_on",
            "decided_on",
            "network",
            "instrument",
            "challenge",
            "organisation",
            "reviewed_on",
            "outcome",
            "review_note",
            AS_OF,
            ARCHIVED,
            *FINDING,
            Column("numbers", Data()),
            Column("review_numbers", Data()),
            Column("rule_version", Whole(1, MOST_VERSIONS)),
            Column("limits_used", Data()),
            Column("review_rule_version", Whole(1, MOST_VERSIONS)),
            Column("review_limits_used", Data()),
        ),
        key=("name",),
        apart=("decided_on",),
        checks=(
            not_in_future("as_of"),
            not_in_future("decided_on"),
            not_in_future("reviewed_on"),
            Check(("answer", "reason"), _has_reason),
        ),
    ),
    TEXTS / "decisions.yaml",
)


class DecisionTable(RecordTable):
    """Decisions, in and out of a workbook. Who took one stays in Regiewijzer: a workbook cannot sign for somebody."""

    sheet = DECISIONS
    model = Decision

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), **as_columns(row.finding, row.subjects)}

    def attributes(self, values: Values, columns: Iterable[str], context: ImportContext) -> dict[str, Any]:
        found = super().attributes(values, columns, context)
        answers = any(column.key in columns for column in FINDING)
        if not answers:
            return found
        about = [{"kind": kind, "ref": pk, "name": name} for kind, pk, name in subjects(values, context)]
        return {**found, "finding": as_key(values, context), "subjects": about}
