"""What members think of the goals of networks."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet

from regiewijzer.register.measurements import queries as measured
from regiewijzer.register.measurements.queries import ShownMeasurement, facts_by_subject
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks, newest_goal
from regiewijzer.science.facts import MemberRatings
from regiewijzer.science.goals import Dimension
from regiewijzer.science.limits import Limits
from regiewijzer.tools.goals.models import Measurement

MEASUREMENTS = RowsOfNetworks("goal_measured", lambda: Measurement.objects.select_related("version"))


def ratings_by_network() -> dict[int, tuple[MemberRatings, ...]]:
    """By network, from old to new, scores from 0 to 1; `current` when it is about the wording of today."""
    rows: QuerySet[Any] = Measurement.objects.annotate(newest=newest_goal())
    return facts_by_subject(
        rows, lambda each: measured.ratings_of(each, Dimension, current=each.version_id == each.newest)
    )


def of_network(network: Network) -> list[Measurement]:
    """Measurements of one network, newest first."""
    return MEASUREMENTS.of(network)


def shown(measurement: Measurement, limits: Limits) -> ShownMeasurement[Measurement]:
    """A measurement held against the limits."""
    return measured.shown(measurement, Dimension, limits.goal_rating, limits)


def latest_by_version(measurements: Iterable[Measurement]) -> dict[int | None, Measurement]:
    """The newest measurement of each version, of a list that runs from new to old."""
    return {measurement.version_id: measurement for measurement in reversed(list(measurements))}
