"""When is something worth saying? Conditions over scores, bands and layers, as data.

What was not measured never fulfils a condition: silence is no evidence.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Range:
    """Bounds of a number, each None when there is none."""

    at_least: float | None = None
    at_most: float | None = None
    above: float | None = None
    below: float | None = None

    def holds(self, value: float | None) -> bool:
        """False for a number that is not known."""
        if value is None:
            return False
        return (
            (self.at_least is None or value >= self.at_least)
            and (self.at_most is None or value <= self.at_most)
            and (self.above is None or value > self.above)
            and (self.below is None or value < self.below)
        )


@dataclass(frozen=True, slots=True)
class Condition:
    """Everything named here must hold together.

    `bands`: dimension -> the bands it may be in. `scores`: dimension -> its score. `layers`: layer -> its mean, of the
    one dimension looked at. `every_layer`: the mean of each layer there is. `between_layers` and `between_dimensions`:
    highest less lowest. `circumstances`: what is known from elsewhere, such as the age of a network in months.
    `no_dimension_in`: all are measured and none is in this band. `ranking_differs`: what somebody does most is not what
    they would rather do.
    """

    bands: Mapping[str, Collection[str]] = field(default_factory=dict)
    scores: Mapping[str, Range] = field(default_factory=dict)
    layers: Mapping[str, Range] = field(default_factory=dict)
    every_layer: Range | None = None
    between_layers: Range | None = None
    between_dimensions: Range | None = None
    circumstances: Mapping[str, Range] = field(default_factory=dict)
    no_dimension_in: str = ""
    ranking_differs: bool = False

    @property
    def about_layers(self) -> bool:
        """True when it can only be judged of one dimension at a time."""
        return bool(self.layers or self.every_layer or self.between_layers)


@dataclass(frozen=True, slots=True)
class Seen:
    """What is known when a condition is judged; None is 'not measured', and for a band also 'in no band'.

    `scores` and `bands` hold every dimension, `layers` every layer of the one dimension looked at.
    """

    scores: Mapping[str, float | None]
    bands: Mapping[str, str | None]
    layers: Mapping[str, float | None] = field(default_factory=dict)
    circumstances: Mapping[str, float] = field(default_factory=dict)
    ranking_differs: bool = False


def holds(condition: Condition, seen: Seen) -> bool:
    """Whether everything the condition names is the case."""
    return (
        all(seen.bands.get(name) in allowed for name, allowed in condition.bands.items())
        and _in_range(condition.scores, seen.scores)
        and _in_range(condition.layers, seen.layers)
        and _in_range(condition.circumstances, seen.circumstances)
        and (condition.every_layer is None or _each(condition.every_layer, seen.layers))
        and (condition.between_layers is None or condition.between_layers.holds(spread(seen.layers)))
        and (condition.between_dimensions is None or condition.between_dimensions.holds(spread(seen.scores)))
        and (not condition.no_dimension_in or _none_in(condition.no_dimension_in, seen))
        and (not condition.ranking_differs or seen.ranking_differs)
    )


def spread(values: Mapping[str, float | None]) -> float | None:
    """Highest less lowest of what is known; None for fewer than two."""
    known = [value for value in values.values() if value is not None]
    return max(known) - min(known) if len(known) > 1 else None


def _in_range(ranges: Mapping[str, Range], values: Mapping[str, float | None] | Mapping[str, float]) -> bool:
    return all(each.holds(values.get(name)) for name, each in ranges.items())


def _each(each: Range, values: Mapping[str, float | None]) -> bool:
    return bool(values) and all(each.holds(value) for value in values.values())


def _none_in(band: str, seen: Seen) -> bool:
    measured = all(score is not None for score in seen.scores.values())
    return measured and band not in seen.bands.values()
