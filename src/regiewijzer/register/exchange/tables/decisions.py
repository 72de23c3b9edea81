"""The sheet Besluiten: what was decided, who does what by when, and whether it helped."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from regiewijzer.register.decisions.models import Answer, Decision
from regiewijzer.register.exchange.plans.plan import Entry
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Prose
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import TODAY, Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.base import Saving
from regiewijzer.register.exchange.tables.columns import (
    ARCHIVED,
    AS_OF,
    NAME,
    TEXTS,
    TO_CHALLENGE,
    TO_INSTRUMENT,
    TO_NETWORK,
    TO_ORGANISATION,
    not_in_future,
)
from regiewijzer.register.exchange.tables.records import RecordTable


def _has_reason(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if values["answer"] != Answer.ACT and not values["reason"]:
        yield Problem("reason", Fault.REASON_MISSING, {})


DECISIONS = described(
    Sheet(
        code="decisions",
        columns=(
            NAME,
            Column("answer", OneOf("decision_kinds"), default=Answer.ACT.value),
            Column("reason", Prose(4000)),
            Column("responsible", Prose(150)),
            Column("due", Day()),
            Column("review_on", Day()),
            Column("decided_on", Day(), default=TODAY),
            Column("network", TO_NETWORK),
            Column("instrument", TO_INSTRUMENT),
            Column("challenge", TO_CHALLENGE),
            Column("organisation", TO_ORGANISATION),
            Column("reviewed_on", Day()),
            Column("outcome", OneOf("decision_outcomes")),
            Column("review_note", Prose(4000)),
            AS_OF,
            ARCHIVED,
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
    fields = (
        "name",
        "answer",
        "reason",
        "responsible",
        "due",
        "review_on",
        "decided_on",
        "reviewed_on",
        "outcome",
        "review_note",
        "as_of",
    )
    links = {
        "network": "networks",
        "instrument": "instruments",
        "challenge": "challenges",
        "organisation": "organisations",
    }

    def attributes(self, entry: Entry, columns: Iterable[str], saving: Saving) -> dict[str, Any]:
        """An outcome that is not there is an empty text in the database."""
        found = super().attributes(entry, columns, saving)
        return {**found, "outcome": found["outcome"] or ""} if "outcome" in found else found
