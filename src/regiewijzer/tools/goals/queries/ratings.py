"""What members think of the goals of networks."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from regiewijzer.register.measurements.queries import facts_by_subject
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import RowsOfNetworks, newest_goal
from regiewijzer.science.consensus import falls_apart
from regiewijzer.science.facts import MemberRatings, Rating
from regiewijzer.science.goals import Dimension
from regiewijzer.science.governance import from_scale
from regiewijzer.science.limits import Limits
from regiewijzer.tools.goals.models import Measurement

MEASUREMENTS = RowsOfNetworks("goal_measured", lambda: Measurement.objects.select_related("version"))


def ratings_by_network() -> dict[int, tuple[MemberRatings, ...]]:
    """By network, from old to new, scores from 0 to 1; `current` when it is about the wording of today."""
    rows: QuerySet[Any] = Measurement.objects.annotate(newest=newest_goal())
    return facts_by_subject(rows, lambda each: to_fact(each, current=each.version_id == each.newest))


def to_fact(measurement: Measurement, *, current: bool) -> MemberRatings:
    """A stored measurement (1-5) as the rules take it (0-1)."""
    return MemberRatings(
        ratings={
            dimension.value: Rating(from_scale(float(score)), None if agreed is None else float(agreed))
            for dimension in Dimension
            for score, agreed in [score_of(measurement, dimension)]
            if score is not None
        },
        current=current,
        **measurement.provenance(),
    )


def score_of(measurement: Measurement, dimension: Dimension) -> tuple[Decimal | None, Decimal | None]:
    """The score of 1 to 5 and the agreement of 0 to 1 of one dimension."""
    return getattr(measurement, dimension), getattr(measurement, f"{dimension}_consensus")


@dataclass(frozen=True, slots=True)
class ShownScore:
    """One dimension as a page shows it. `low`: under the limit; `divided`: the answers fall apart."""

    dimension: Dimension
    score: Decimal | None
    consensus: Decimal | None
    low: bool
    divided: bool


@dataclass(frozen=True, slots=True)
class ShownMeasurement:
    """A measurement with its scores in order."""

    measurement: Measurement
    scores: tuple[ShownScore, ...]

    @property
    def measured_on(self) -> date:
        return self.measurement.measured_on


def of_network(network: Network) -> list[Measurement]:
    """Measurements of one network, newest first."""
    return MEASUREMENTS.of(network)


def shown(measurement: Measurement, limits: Limits) -> ShownMeasurement:
    """A measurement held against the limits."""
    return ShownMeasurement(measurement, tuple(_score(measurement, dimension, limits) for dimension in Dimension))


def latest_by_version(measurements: Iterable[Measurement]) -> dict[int | None, Measurement]:
    """The newest measurement of each version, of a list that runs from new to old."""
    return {measurement.version_id: measurement for measurement in reversed(list(measurements))}


def _score(measurement: Measurement, dimension: Dimension, limits: Limits) -> ShownScore:
    score, agreed = score_of(measurement, dimension)
    return ShownScore(
        dimension,
        score,
        agreed,
        low=score is not None and from_scale(float(score)) < limits.goal_rating,
        divided=falls_apart(None if agreed is None else float(agreed), measurement.answers, limits),
    )
