"""What the overview may use of goals."""

from datetime import date
from functools import partial

from regiewijzer.register.measurements.actions import MeasurementFields, import_measurement
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import GoalVersion
from regiewijzer.register.tool import FieldsByNetwork, Part, Tool, by_network
from regiewijzer.science.goals import Dimension
from regiewijzer.tools.goals.models import Measurement
from regiewijzer.tools.goals.queries.ratings import MEASUREMENTS, ratings_by_network
from regiewijzer.tools.goals.queries.splits import SPLITS, sub_goals_by_network
from regiewijzer.tools.goals.sections import section_of
from regiewijzer.tools.goals.tables import TABLES

__all__ = [
    "TOOL",
]


def _version(inquiry: CompletedInquiry) -> dict[str, GoalVersion | None]:
    """The wording that held on the day, or else the oldest there is."""
    versions = list(GoalVersion.objects.filter(network=inquiry.network))
    oldest = versions[-1] if versions else None
    return {"version": next((each for each in versions if each.valid_from <= inquiry.day), oldest)}


def _network_facts(_today: date) -> FieldsByNetwork:
    """What members think of each goal, and the parts it was split into."""
    return by_network(goal_ratings=ratings_by_network(), sub_goals=sub_goals_by_network())


TOOL = Tool(
    name="goals",
    network_facts=_network_facts,
    imports={
        "goal-quality": partial(
            import_measurement,
            fields=MeasurementFields(Measurement, {name.value: name for name in Dimension}, agreed=True, more=_version),
        )
    },
    section=section_of,
    part=Part.GOAL,
    finds=("goal",),
    tables=TABLES,
    rows=(MEASUREMENTS, SPLITS),
)
