"""What each layer says of itself, and what networks rightly are, in and out of a workbook."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.columns import at_most, columns_of, evidence_columns, not_in_future
from regiewijzer.tools.readiness.models import Measurement, Placement

TEXTS = Path(__file__).with_suffix(".yaml")
ANSWER = Decimals(0, 2, places=2)

READINESS = described(
    Sheet(
        code="readiness",
        columns=columns_of(
            Measurement,
            Column("layer", OneOf("layers"), required=True),
            Column("measured_on", Day(), required=True),
            *(Column(attitude, ANSWER) for attitude in Measurement.ATTITUDES),
            *evidence_columns("evidence", "readiness_conditions", Measurement.ATTITUDES),
            Column("source", OneOf("input_sources")),
            "answers",
            "invited",
            but=("evidence",),
        ),
        key=("layer", "measured_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("measured_on"), at_most("answers", "invited")),
    ),
    TEXTS,
)
PLACEMENTS = described(
    Sheet(
        code="placements",
        columns=columns_of(
            Placement,
            "network",
            Column("placed_on", Day(), required=True),
            Column("place", OneOf("places"), required=True),
            "reason",
        ),
        key=("network", "placed_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("placed_on"),),
    ),
    TEXTS,
)


class ReadinessTable(AppendOnlyTable):
    """What each layer says of itself."""

    sheet = READINESS
    model = Measurement
    parts = {"evidence": Measurement.ATTITUDES}
    signed_by = "measured_by"
    told_as = "readiness"


class PlacementTable(AppendOnlyTable):
    """What networks rightly are."""

    sheet = PLACEMENTS
    model = Placement
    signed_by = "placed_by"
    told_as = "placement"


TABLES = (ReadinessTable(), PlacementTable())
