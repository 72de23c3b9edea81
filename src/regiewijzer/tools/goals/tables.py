"""What members think of goals, and goals in parts, in and out of a workbook."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from regiewijzer.register.exchange.sheets.choices import Codes, OneOf
from regiewijzer.register.exchange.sheets.kinds import Day, Moment, Value, Whole
from regiewijzer.register.exchange.sheets.rows import Row
from regiewijzer.register.exchange.sheets.sheet import Column, Sheet
from regiewijzer.register.exchange.sheets.texts import described
from regiewijzer.register.exchange.tables.append_only import AppendOnlyTable
from regiewijzer.register.exchange.tables.base import BATCH, ImportContext, grouped, linked
from regiewijzer.register.exchange.tables.columns import (
    TARGET_GROUPS,
    THEMES,
    TO_ORGANISATIONS,
    at_most,
    columns_of,
    consensus_columns,
    not_in_future,
)
from regiewijzer.register.networks.models import GoalVersion
from regiewijzer.science.goals import Dimension
from regiewijzer.tools.goals.models import Measurement, Place, Split, Status, SubGoal

TEXTS = Path(__file__).with_suffix(".yaml")
MOST_VERSIONS = 32_767
GOAL_NUMBER = Whole(1, MOST_VERSIONS)

RATINGS = described(
    Sheet(
        code="goal_ratings",
        columns=columns_of(
            Measurement,
            "network",
            Column("measured_on", Day(), required=True),
            Column("goal_number", GOAL_NUMBER),
            *Dimension,
            *consensus_columns("goal_dimensions", Dimension),
            Column("source", OneOf("input_sources")),
            "answers",
            "invited",
            "note",
            but=("version",),
        ),
        key=("network", "measured_on"),
        grows=True,
        offered=False,
        checks=(not_in_future("measured_on"), at_most("answers", "invited")),
    ),
    TEXTS,
)
SPLITS = described(
    Sheet(
        code="splits",
        columns=columns_of(
            Split,
            "network",
            Column("created_at", Moment(), required=True),
            Column("status", Codes(tuple(Status.values))),
            "text",
            Column("goal_number", GOAL_NUMBER),
            Column("settled_on", Day()),
            Column("without_part", TO_ORGANISATIONS),
        ),
        key=("network", "created_at"),
        grows=True,
        offered=False,
    ),
    TEXTS,
)
SUB_GOALS = described(
    Sheet(
        code="sub_goals",
        columns=columns_of(
            SubGoal,
            Column("network", SPLITS.column("network").kind, required=True),
            Column("created_at", Moment(), required=True),
            "text",
            TARGET_GROUPS,
            THEMES,
            Column("partners", TO_ORGANISATIONS),
            but=("split",),
        ),
        key=("network", "created_at"),
        grows=True,
        offered=False,
    ),
    TEXTS,
)


class RatingTable(AppendOnlyTable):
    """What members think of a goal, and of which wording."""

    sheet = RATINGS
    model = Measurement
    signed_by = "measured_by"
    told_as = "measurement"

    def rows(self) -> Any:
        return Measurement.objects.select_related("version")

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), "goal_number": row.version and row.version.number}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        made.version = goal(values, context)
        return made


class SplitTable(AppendOnlyTable):
    """Goals in parts, with the partners of whom somebody said that they have no part."""

    sheet = SPLITS
    model = Split
    also = (Place,)
    signed_by = "proposed_by"
    told_as = "split"
    order = ("created_at",)

    def more_stored(self) -> Any:
        placed = Place.objects.filter(sub_goal=None).order_by("pk").values_list("split", "organisation")
        without = grouped((split, linked("organisations", pk)) for split, pk in placed)
        return lambda pk: {"without_part": tuple(without[pk])}

    def rows(self) -> Any:
        return Split.objects.select_related("adopted_as")

    def values(self, row: Any) -> dict[str, Value]:
        return {**super().values(row), "goal_number": row.adopted_as and row.adopted_as.number}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        made.adopted_as = goal(values, context)
        return made

    def save_more(self, new: Sequence[Row], context: ImportContext) -> None:
        self.keep_moments(new, context, "created_at")
        Place.objects.bulk_create(
            (
                Place(authority_id=context.authority, split_id=context.pk(entry.target), organisation_id=pk)
                for entry in new
                for pk in context.pks(entry.values["without_part"])
            ),
            BATCH,
        )


class SubGoalTable(AppendOnlyTable):
    """The parts of goals, with the partners that carry each."""

    sheet = SUB_GOALS
    model = SubGoal
    told_as = "sub_goal"
    order = ("split",)

    def more_stored(self) -> Any:
        placed = Place.objects.exclude(sub_goal=None).order_by("pk").values_list("sub_goal", "organisation")
        partners = grouped((part, linked("organisations", pk)) for part, pk in placed)
        return lambda pk: {"partners": tuple(partners[pk])}

    def rows(self) -> Any:
        return SubGoal.objects.select_related("split")

    def values(self, row: Any) -> dict[str, Value]:
        whose = {
            "network": linked("networks", row.split.network_id),
            "created_at": Moment().of_field(row.split.created_at),
        }
        return {**super().values(row), **whose}

    def made(self, values: Any, context: ImportContext) -> Any:
        made = super().made(values, context)
        began = Moment().for_field(values["created_at"])
        splits = Split.objects.filter(network=context.pk(values["network"]), created_at__gte=began)
        made.split = splits.order_by("created_at").first()
        return made

    def save_more(self, new: Sequence[Row], context: ImportContext) -> None:
        parts = SubGoal.objects.in_bulk([context.pk(entry.target) for entry in new])
        Place.objects.bulk_create(
            (
                Place(
                    authority_id=context.authority,
                    split_id=parts[context.pk(entry.target)].split_id,
                    sub_goal_id=context.pk(entry.target),
                    organisation_id=pk,
                )
                for entry in new
                for pk in context.pks(entry.values["partners"])
            ),
            BATCH,
        )


def goal(values: Any, context: ImportContext) -> GoalVersion | None:
    """The wording with the number of this row; None when there is none."""
    return GoalVersion.objects.filter(network=context.pk(values["network"]), number=values["goal_number"] or 0).first()


TABLES = (RatingTable(), SplitTable(), SubGoalTable())
