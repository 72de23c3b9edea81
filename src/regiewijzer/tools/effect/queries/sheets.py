"""Results and satisfaction, in and out of a workbook."""

from pathlib import Path

from regiewijzer.register.exchange.sheets.choices import OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.columns import at_most, columns_of, not_in_future, something_in
from regiewijzer.register.exchange.tables.growing import GrowingTable
from regiewijzer.science.governance import HIGHEST, LOWEST
from regiewijzer.tools.effect.models import Evaluation, MemberSatisfaction, UserSatisfaction
from regiewijzer.tools.effect.queries.evaluations import COLUMNS

LEVELS = {column: level for level, column in COLUMNS.items()}
TEXTS = Path(__file__).parent / "texts"

RESULTS = described(
    Sheet(
        code="results",
        columns=columns_of(Evaluation, "network", Column("evaluated_on", Day(), required=True), *LEVELS, "evidence"),
        key=("network", "evaluated_on"),
        grows=True,
        checks=(not_in_future("evaluated_on"),),
    ),
    TEXTS / "results.yaml",
)


def _satisfaction(code: str, model: type[UserSatisfaction] | type[MemberSatisfaction]) -> Sheet:
    """The sheet of what people said; its texts stand beside it under the same name."""
    sheet = Sheet(
        code=code,
        columns=columns_of(
            model,
            "network",
            Column("measured_on", Day(), required=True),
            *(Column(aspect, Decimals(LOWEST, HIGHEST, places=2)) for aspect in model.SCORES),
            Column("source", OneOf("input_sources")),
            "answers",
            "invited",
            "note",
        ),
        key=("network", "measured_on"),
        grows=True,
        checks=(
            not_in_future("measured_on"),
            something_in(*model.SCORES),
            at_most("answers", "invited"),
        ),
    )
    return described(sheet, TEXTS / f"{code}.yaml")


USERS = _satisfaction("users", UserSatisfaction)
MEMBERS = _satisfaction("member_satisfaction", MemberSatisfaction)


class ResultTable(GrowingTable):
    """Results of networks, in and out of a workbook."""

    sheet = RESULTS
    model = Evaluation
    signed_by = "evaluated_by"
    told_as = "evaluation"


class UserTable(GrowingTable):
    """What users said, in and out of a workbook."""

    sheet = USERS
    model = UserSatisfaction
    signed_by = "measured_by"
    told_as = "satisfaction"


class MemberTable(GrowingTable):
    """What members said, in and out of a workbook."""

    sheet = MEMBERS
    model = MemberSatisfaction
    signed_by = "measured_by"
    told_as = "satisfaction"
