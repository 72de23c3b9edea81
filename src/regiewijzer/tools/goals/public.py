"""What the overview may use of goals."""

from decimal import Decimal

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.inquiry.questionnaires.public import Gathered
from regiewijzer.register.networks.models import GoalVersion, Network
from regiewijzer.science.goals import Dimension
from regiewijzer.tools.goals import actions
from regiewijzer.tools.goals.models import Measurement
from regiewijzer.tools.goals.queries.goals import GoalPage, goal_page
from regiewijzer.tools.goals.queries.ratings import ratings_by_network
from regiewijzer.tools.goals.queries.splits import sub_goals_by_network
from regiewijzer.tools.goals.sections import section_of

__all__ = [
    "ADOPTS",
    "GoalPage",
    "adopt",
    "goal_page",
    "ratings_by_network",
    "section_of",
    "sub_goals_by_network",
]

ADOPTS = frozenset({"goal-quality"})
"""Questionnaires whose outcome becomes a measurement of this tool."""


def adopt(*, gathered: Gathered, actor: Actor) -> None:
    """Record what was told about a goal as a measurement of the wording of that day; nothing without a score.

    Agreement is kept when more than one form was filled in: one form always agrees with itself.
    """
    told, network = gathered.outcome, gathered.network
    scores = {dimension: told.dimension(dimension).result for dimension in Dimension}
    if network is None or all(found.score is None for found in scores.values()):
        return
    measurement = Measurement(network=network, source=told.source, answers=told.answered, invited=told.invited)
    if told.held_on is not None:
        measurement.measured_on = told.held_on
    measurement.version = _worded_then(network, measurement)
    for dimension, found in scores.items():
        agreed = found.consensus if told.forms > 1 else None
        setattr(measurement, dimension, _rounded(found.score))
        setattr(measurement, f"{dimension}_consensus", _rounded(agreed))
    actions.measure(measurement=measurement, actor=actor)


def _worded_then(network: Network, measurement: Measurement) -> GoalVersion | None:
    """The wording that held on the day, or else the oldest there is."""
    versions = list(network.goals.all())
    oldest = versions[-1] if versions else None
    return next((each for each in versions if each.valid_from <= measurement.measured_on), oldest)


def _rounded(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(str(round(value, 2)))
