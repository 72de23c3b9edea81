"""Sheets of what was before: earlier goals and forms of networks, places of instruments, looks at decisions."""

from collections.abc import Sequence
from typing import Any

from regiewijzer.register.decisions.models import Review
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Data, Day, Prose, Whole
from regiewijzer.register.exchange.sheets.rows import State
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, grouped
from regiewijzer.register.exchange.tables.columns import TEXTS, TO_DECISION, columns_of, ends_after_start, not_in_future
from regiewijzer.register.exchange.tables.findings import MOST_VERSIONS
from regiewijzer.register.instruments.models import PLACED, WHOLE, Instrument, Placing
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, PhaseStart

HISTORY = TEXTS / "history.yaml"
OUT_OF_THE_WAY = 10_000  # numbers no version has, while versions are numbered again

GOALS = described(
    Sheet(
        code="goals",
        columns=columns_of(GoalVersion, "network", Column("valid_from", Day(), required=True), "text", but=("number",)),
        key=("network", "valid_from"),
        grows=True,
        offered=False,
    ),
    HISTORY,
)
FORMS = described(
    Sheet(
        code="form_periods",
        columns=columns_of(
            FormPeriod, "network", "started", "ended", Column("form", OneOf("forms"), required=True), "lead"
        ),
        key=("network", "started"),
        grows=True,
        offered=False,
        checks=(ends_after_start(),),
    ),
    HISTORY,
)
PHASES = described(
    Sheet(
        code="phases",
        columns=columns_of(PhaseStart, "network", Column("started", Day(), required=True), "phase"),
        key=("network", "started"),
        grows=True,
        offered=False,
    ),
    HISTORY,
)
PLACINGS = described(
    Sheet(
        code="placings",
        columns=columns_of(
            Placing,
            "instrument",
            Column("since", Day(), required=True),
            *(Column(share, Whole(0, WHOLE)) for share in Instrument.SHARES),
            Column("status", OneOf("instrument_statuses")),
            "reason",
        ),
        key=("instrument", "since"),
        grows=True,
        offered=False,
        checks=(not_in_future("since"),),
    ),
    HISTORY,
)
REVIEWS = described(
    Sheet(
        code="reviews",
        columns=columns_of(
            Review,
            Column("decision", TO_DECISION, required=True),
            Column("seen_on", Day(), required=True),
            Column("outcome", OneOf("decision_outcomes"), required=True),
            Column("note", Prose(4000)),
            Column("numbers", Data()),
            "again_on",
            Column("rule_version", Whole(1, MOST_VERSIONS)),
            Column("limits_used", Data()),
        ),
        key=("decision", "seen_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("seen_on"),),
    ),
    HISTORY,
)


class HistoryTable(AppendOnlyTable):
    """History of a record, which has its last row on a sheet of its own: here a new record is told from the start."""

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        owner, made = self.sheet.key[0], planned.of(State.NEW)
        owners: list[Any] = [entry.values[owner] for entry in made]
        new = {context.pk(target) for target in owners if target.pk is None}
        told = grouped((context.pk(entry.values[owner]), self.made(entry.values, context)) for entry in made)
        for pk, rows in told.items():
            there: list[Any] = list(self.model._default_manager.filter(**{f"{owner}_id": pk}).order_by("pk"))
            fresh = [row for row in there if self._is_last(row, rows)] if pk in new else []
            self.model._default_manager.filter(pk__in=[row.pk for row in fresh]).delete()
            kept = [row for row in there if row not in fresh]
            if pk in new:
                self._put_last(kept, rows)
            self._add(rows, kept)
        self._note(made, context)

    def _is_last(self, row: Any, told: Sequence[Any]) -> bool:
        """Whether the row that came with the record itself is among these."""
        return True

    def _put_last(self, kept: Sequence[Any], told: Sequence[Any]) -> None:
        """What the record itself says holds today, whatever its history says."""

    def _add(self, rows: Sequence[Any], _there: Sequence[Any]) -> None:
        self.model._default_manager.bulk_create(rows, BATCH)


class GoalTable(HistoryTable):
    """Goals as they were worded before."""

    sheet = GOALS
    model = GoalVersion
    order = ("network__name", "network", "number")
    told_as = "goal"

    def _is_last(self, row: Any, told: Sequence[Any]) -> bool:
        return bool(row.text == told[-1].text)

    def _put_last(self, kept: Sequence[Any], told: Sequence[Any]) -> None:
        for row in kept:
            row.valid_from = max(row.valid_from, *(each.valid_from for each in told))

    def _add(self, rows: Sequence[Any], there: Sequence[Any]) -> None:
        """Versions are numbered by their days."""
        for each in there:
            each.number += OUT_OF_THE_WAY
        GoalVersion.objects.bulk_update(there, ["number"])
        ordered = sorted([*rows, *there], key=lambda each: each.valid_from)
        for number, each in enumerate(ordered, start=1):
            each.number = number
        GoalVersion.objects.bulk_update(there, ["number", "valid_from"])
        GoalVersion.objects.bulk_create(rows, BATCH)


class FormTable(HistoryTable):
    """Forms there were before."""

    sheet = FORMS
    model = FormPeriod
    order = ("network__name", "network")
    told_as = "form"

    def _is_last(self, row: Any, told: Sequence[Any]) -> bool:
        return any((row.form, row.lead_id) == (each.form, each.lead_id) and each.ended is None for each in told)


class PhaseTable(AppendOnlyTable):
    """The phases networks came into."""

    sheet = PHASES
    model = PhaseStart
    order = ("network__name", "network", "started")
    told_as = "phase"


class PlacingTable(HistoryTable):
    """Where instruments stood before."""

    sheet = PLACINGS
    model = Placing
    order = ("instrument__name", "instrument", "since")
    signed_by = "placed_by"
    told_as = "status"

    def _is_last(self, row: Any, told: Sequence[Any]) -> bool:
        return all(getattr(row, name) == getattr(told[-1], name) for name in PLACED)


class ReviewTable(AppendOnlyTable):
    """Looks at decisions."""

    sheet = REVIEWS
    model = Review
    signed_by = "by"
    told_as = "outcome"
