"""Measurements of forms, in and out of a workbook."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals, Prose, Whole, YesNoUnknown
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.columns import (
    at_most,
    columns_of,
    consensus_columns,
    not_in_future,
    something_in,
)
from regiewijzer.science.governance import HIGHEST, LOWEST
from regiewijzer.tools.governance.models import CONDITIONS, EffectivenessCheck, Measurement

MOST_PEOPLE = 32_767


MEASUREMENTS = described(
    Sheet(
        code="measurements",
        columns=columns_of(
            Measurement,
            "network",
            Column("measured_on", Day(), required=True),
            *(Column(condition, Decimals(LOWEST, HIGHEST, places=2)) for condition in CONDITIONS),
            Column("participants", Whole(1, MOST_PEOPLE), required=True),
            Column("source", OneOf("input_sources")),
            "answers",
            "invited",
            "note",
            *consensus_columns("form_conditions", CONDITIONS),
        ),
        key=("network", "measured_on"),
        grows=True,
        checks=(
            not_in_future("measured_on"),
            something_in(*CONDITIONS),
            at_most("answers", "invited"),
        ),
    ),
    Path(__file__).parent / "texts" / "measurements.yaml",
)


class MeasurementTable(AppendOnlyTable):
    """Measurements of forms, in and out of a workbook."""

    sheet = MEASUREMENTS
    model = Measurement
    signed_by = "measured_by"
    told_as = "measurement"


READINGS = described(
    Sheet(
        code="readings",
        columns=columns_of(
            EffectivenessCheck,
            "network",
            Column("read_on", Day(), required=True),
            *(
                column
                for answer in EffectivenessCheck.ANSWERS
                for column in (Column(answer, YesNoUnknown()), Column(f"{answer}_evidence", Prose(2000)))
            ),
        ),
        key=("network", "read_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("read_on"),),
    ),
    Path(__file__).parent / "texts" / "readings.yaml",
)


class ReadingTable(AppendOnlyTable):
    """What was seen of the conditions for effectiveness, in and out of a workbook."""

    sheet = READINGS
    model = EffectivenessCheck
    signed_by = "read_by"
    told_as = "reading"


TABLES = (MeasurementTable(), ReadingTable())
