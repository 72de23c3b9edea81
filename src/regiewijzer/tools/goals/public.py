"""What the overview may use of goals."""

from collections.abc import Mapping
from functools import partial

from regiewijzer.register.measurements.actions import Importer, MeasurementFields, import_measurement
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import GoalVersion
from regiewijzer.science.goals import Dimension
from regiewijzer.tools.goals.models import Measurement
from regiewijzer.tools.goals.queries.goals import GoalPage, ShownVersion, goal_page
from regiewijzer.tools.goals.queries.ratings import ShownMeasurement, ShownScore, ratings_by_network
from regiewijzer.tools.goals.queries.splits import ShownPart, ShownSplit, sub_goals_by_network

__all__ = [
    "IMPORTS",
    "GoalPage",
    "ShownMeasurement",
    "ShownPart",
    "ShownScore",
    "ShownSplit",
    "ShownVersion",
    "goal_page",
    "ratings_by_network",
    "sub_goals_by_network",
]


def _version(inquiry: CompletedInquiry) -> dict[str, GoalVersion | None]:
    """The wording that held on the day, or else the oldest there is."""
    versions = list(GoalVersion.objects.filter(network=inquiry.network))
    oldest = versions[-1] if versions else None
    return {"version": next((each for each in versions if each.valid_from <= inquiry.day), oldest)}


IMPORTS: Mapping[str, Importer] = {
    "goal-quality": partial(
        import_measurement,
        fields=MeasurementFields(Measurement, {name.value: name for name in Dimension}, agreed=True, more=_version),
    )
}
