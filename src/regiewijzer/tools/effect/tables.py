"""Results and satisfaction, in and out of a workbook."""

from pathlib import Path
from typing import Any

from regiewijzer.register.exchange.sheets.choices import OneOf, SomeOf
from regiewijzer.register.exchange.sheets.kinds import Day, Decimals, Value, Whole
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import ImportContext, linked
from regiewijzer.register.exchange.tables.columns import (
    TO_DECISION,
    TO_NETWORK,
    at_most,
    columns_of,
    not_in_future,
    something_in,
)
from regiewijzer.science.governance import HIGHEST, LOWEST
from regiewijzer.tools.effect.models import Choice, Conclusion, Evaluation, MemberSatisfaction, Scored, UserSatisfaction
from regiewijzer.tools.effect.queries.evaluations import COLUMNS

LEVELS = {column: level for level, column in COLUMNS.items()}
MOST_VERSIONS = 32_767
TEXTS = Path(__file__).parent / "texts"

RESULTS = described(
    Sheet(
        code="results",
        columns=columns_of(
            Evaluation,
            "network",
            Column("evaluated_on", Day(), required=True),
            *LEVELS,
            "evidence",
            Column("criteria_chosen_on", Day()),
        ),
        key=("network", "evaluated_on"),
        grows=True,
        checks=(not_in_future("evaluated_on"),),
    ),
    TEXTS / "results.yaml",
)


CRITERIA = described(
    Sheet(
        code="effect_criteria",
        columns=columns_of(
            Choice,
            "network",
            Column("chosen_on", Day(), required=True),
            Column("version", Whole(1, MOST_VERSIONS), required=True),
            Column("criteria", SomeOf("effect_criteria"), required=True),
            Column("kept", SomeOf("effect_criteria")),
            "reason",
        ),
        key=("network", "chosen_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("chosen_on"),),
    ),
    TEXTS / "judging.yaml",
)
SCORES = described(
    Sheet(
        code="effect_scores",
        columns=columns_of(
            Scored,
            Column("network", TO_NETWORK, required=True),
            Column("evaluated_on", Day(), required=True),
            Column("criterion", OneOf("effect_criteria"), required=True),
            Column("value", Decimals(LOWEST, HIGHEST, places=2)),
            "evidence",
            but=("evaluation",),
        ),
        key=("network", "evaluated_on"),
        grows=True,
        offered=False,
    ),
    TEXTS / "judging.yaml",
)
CONCLUSIONS = described(
    Sheet(
        code="conclusions",
        columns=columns_of(
            Conclusion,
            "network",
            Column("concluded_on", Day(), required=True),
            Column("verdict", OneOf("conclusions"), required=True),
            "merged_with",
            "learned",
            Column("decision", TO_DECISION),
        ),
        key=("network", "concluded_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("concluded_on"),),
    ),
    TEXTS / "judging.yaml",
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


class ResultTable(AppendOnlyTable):
    """Results of networks, in and out of a workbook."""

    sheet = RESULTS
    model = Evaluation
    signed_by = "evaluated_by"
    told_as = "evaluation"

    def rows(self) -> Any:
        return Evaluation.objects.select_related("choice")

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), "criteria_chosen_on": row.choice and row.choice.chosen_on}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        chosen = Choice.objects.filter(network=made.network_id, chosen_on=values["criteria_chosen_on"])
        made.choice = chosen.order_by("pk").last() if values["criteria_chosen_on"] else None
        return made


class CriteriaTable(AppendOnlyTable):
    """Criteria that were chosen, in and out of a workbook."""

    sheet = CRITERIA
    model = Choice
    signed_by = "chosen_by"
    told_as = "criteria"


class ScoreTable(AppendOnlyTable):
    """What an evaluation says of each criterion, in and out of a workbook."""

    sheet = SCORES
    model = Scored
    told_as = "criteria"
    order = ("evaluation__evaluated_on", "evaluation")

    def rows(self) -> Any:
        return Scored.objects.select_related("evaluation")

    def values(self, row: Any) -> dict[str, Value]:
        whose = {"network": linked("networks", row.evaluation.network_id), "evaluated_on": row.evaluation.evaluated_on}
        return {**super().values(row), **whose}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        seen = Evaluation.objects.filter(network=context.pk(values["network"]), evaluated_on=values["evaluated_on"])
        made.evaluation = seen.order_by("pk").last()
        return made


class ConclusionTable(AppendOnlyTable):
    """What was concluded, in and out of a workbook."""

    sheet = CONCLUSIONS
    model = Conclusion
    signed_by = "concluded_by"
    told_as = "conclusion"


class UserTable(AppendOnlyTable):
    """What users said, in and out of a workbook."""

    sheet = USERS
    model = UserSatisfaction
    signed_by = "measured_by"
    told_as = "satisfaction"


class MemberTable(AppendOnlyTable):
    """What members said, in and out of a workbook."""

    sheet = MEMBERS
    model = MemberSatisfaction
    signed_by = "measured_by"
    told_as = "satisfaction"


TABLES = (CriteriaTable(), ResultTable(), ScoreTable(), UserTable(), MemberTable(), ConclusionTable())
