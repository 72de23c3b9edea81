"""What members think of their cooperation, and what partners bring and get, in and out of a workbook."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import Codes, OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Whole
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.columns import at_most, columns_of, consensus_columns, not_in_future
from regiewijzer.science.cooperation import Theme
from regiewijzer.tools.cooperation.models import Measurement, SaidBy, Size, Statement

TEXTS = Path(__file__).with_suffix(".yaml")
SIZE = Whole(Size.NOTHING, Size.MUCH)

RATINGS = described(
    Sheet(
        code="cooperation_ratings",
        columns=columns_of(
            Measurement,
            "network",
            Column("measured_on", Day(), required=True),
            *Theme,
            *consensus_columns("cooperation_themes", Theme),
            Column("source", OneOf("input_sources")),
            "answers",
            "invited",
            "note",
        ),
        key=("network", "measured_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("measured_on"), at_most("answers", "invited")),
    ),
    TEXTS,
)
STATEMENTS = described(
    Sheet(
        code="statements",
        columns=columns_of(
            Statement,
            "network",
            Column("said_on", Day(), required=True),
            "organisation",
            Column("said_by", Codes(tuple(SaidBy.values))),
            "brings",
            Column("brings_size", SIZE),
            "gets",
            Column("gets_size", SIZE),
        ),
        key=("network", "said_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("said_on"),),
    ),
    TEXTS,
)


class RatingTable(AppendOnlyTable):
    """What members think of their cooperation."""

    sheet = RATINGS
    model = Measurement
    signed_by = "measured_by"
    told_as = "measurement"


class StatementTable(AppendOnlyTable):
    """What partners bring and get."""

    sheet = STATEMENTS
    model = Statement
    signed_by = "written_by"
    told_as = "statement"


TABLES = (RatingTable(), StatementTable())
