"""The sheet Regie per domein: how the authority steers a policy field, and what shows it."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.columns import (
    POLICY_THEMES,
    at_most,
    columns_of,
    evidence_columns,
    not_in_future,
    something_in,
)
from regiewijzer.science.governance import HIGHEST, LOWEST
from regiewijzer.tools.steering.models import Stance

SCORES = (*Stance.SIDES, *Stance.COMPONENTS)

STANCES = described(
    Sheet(
        code="stances",
        columns=columns_of(
            Stance,
            Column("policy_field", OneOf("themes", POLICY_THEMES)),
            Column("measured_on", Day(), required=True),
            *(Column(score, Decimals(LOWEST, HIGHEST, places=2)) for score in SCORES),
            *evidence_columns("seen", "steering_components", Stance.COMPONENTS),
            Column("source", OneOf("input_sources")),
            "answers",
            "invited",
            but=("seen",),
        ),
        key=("policy_field", "measured_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("measured_on"), something_in(*SCORES), at_most("answers", "invited")),
    ),
    Path(__file__).with_suffix(".yaml"),
)


class StanceTable(AppendOnlyTable):
    """How the authority steers each policy field, in and out of a workbook."""

    sheet = STANCES
    model = Stance
    parts = {"seen": Stance.COMPONENTS}
    signed_by = "measured_by"
    told_as = "stance"
