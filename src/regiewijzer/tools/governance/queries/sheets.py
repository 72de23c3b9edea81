"""Measurements of forms, in and out of a workbook."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals, Prose, Whole
from regiewijzer.register.exchange.sheets.mistakes import Fault
from regiewijzer.register.exchange.sheets.sheet import Check, Column, Problem, Sheet, Values
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import TO_NETWORK, not_in_future
from regiewijzer.register.exchange.tables.growing import GrowingTable
from regiewijzer.register.networks.models import Network
from regiewijzer.science.governance import HIGHEST, LOWEST
from regiewijzer.tools.governance.models import CONDITIONS, Measurement, Source

MOST_PEOPLE = 32_767


def _something_measured(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    if all(values[condition] is None for condition in CONDITIONS):
        yield Problem("trust", Fault.NOTHING_MEASURED, {})


def _no_more_answers_than_asked(values: Values, _before: Values | None, _today: date) -> Iterator[Problem]:
    answers, invited = values["answers"], values["invited"]
    if isinstance(answers, int) and isinstance(invited, int) and answers > invited:
        yield Problem("answers", Fault.MORE_THAN_ASKED, {"most": invited})


MEASUREMENTS = described(
    Sheet(
        code="measurements",
        columns=(
            Column("network", TO_NETWORK, required=True),
            Column("measured_on", Day(), required=True),
            *(Column(condition, Decimals(LOWEST, HIGHEST, places=2)) for condition in CONDITIONS),
            Column("participants", Whole(1, MOST_PEOPLE), required=True),
            Column("source", OneOf("input_sources"), default=Source.ESTIMATE.value),
            Column("answers", Whole(0, MOST_PEOPLE)),
            Column("invited", Whole(0, MOST_PEOPLE)),
            Column("note", Prose(2000)),
        ),
        key=("network", "measured_on"),
        grows=True,
        checks=(
            not_in_future("measured_on"),
            Check(CONDITIONS, _something_measured),
            Check(("answers", "invited"), _no_more_answers_than_asked),
        ),
    ),
    Path(__file__).parent / "texts" / "measurements.yaml",
)


class MeasurementTable(GrowingTable):
    """Measurements of forms, in and out of a workbook."""

    sheet = MEASUREMENTS
    model = Measurement
    fields = ("measured_on", *CONDITIONS, "participants", "source", "answers", "invited", "note")
    subject = "network"
    subject_sheet = "networks"
    subject_kind = Network.KIND
    day = "measured_on"
    signed_by = "measured_by"
    told_as = "measurement"
