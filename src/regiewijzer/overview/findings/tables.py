"""Findings in and out of a workbook: since when each stands, and those that are gone."""

from pathlib import Path
from typing import Any

from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.exchange.plans.plan import SheetPlan
from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Data, Day, Value, Whole
from regiewijzer.register.exchange.sheets.rows import State
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext
from regiewijzer.register.exchange.tables.columns import TO_COLLEAGUE, columns_of, not_in_future
from regiewijzer.register.exchange.tables.findings import (
    ABOUT,
    ASPECT,
    MOST_VERSIONS,
    RULE,
    as_columns,
    as_key,
    subjects,
)

FINDINGS = described(
    Sheet(
        code="findings",
        columns=columns_of(
            StoredFinding,
            RULE,
            Column("found_on", Day(), required=True),
            Column("owner", TO_COLLEAGUE),
            Column("not_now_until", Day()),
            "not_now_reason",
            ABOUT,
            ASPECT,
            Column("gone_on", Day()),
            Column("weight", Whole(1, 5)),
            Column("numbers", Data()),
            Column("certainty", OneOf("certainties")),
            Column("grounds", Data()),
            Column("measured_on", Day()),
            Column("rule_version", Whole(1, MOST_VERSIONS)),
            Column("limits_used", Data()),
            but=("key", "subjects", "size", "measured", "also"),
        ),
        key=("rule", "found_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("found_on"), not_in_future("gone_on")),
    ),
    Path(__file__).with_suffix(".yaml"),
)


class FindingTable(AppendOnlyTable):
    """Findings. One that stands is computed again after an import; of it only the day it was found is news."""

    sheet = FINDINGS
    model = StoredFinding
    order = ("found_on", "-weight", "rule")
    told_as = "finding"

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), **as_columns(row.key, row.subjects)}

    def made(self, values: Any, context: ImportContext) -> Any:
        found = super().made(values, context)
        found.key = as_key(values, context)
        found.subjects = [{"kind": kind, "ref": pk, "name": name} for kind, pk, name in subjects(values, context)]
        return found

    def save(self, planned: SheetPlan, context: ImportContext) -> None:
        """One that stands already stays as it is."""
        standing = set(StoredFinding.objects.standing().values_list("key", flat=True))
        made = [self.made(entry.values, context) for entry in planned.of(State.NEW)]
        StoredFinding.objects.bulk_create(
            (each for each in made if each.gone_on is not None or each.key not in standing), BATCH
        )
