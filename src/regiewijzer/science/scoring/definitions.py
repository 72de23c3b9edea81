"""What does scoring need to know of a questionnaire? Scales, items, dimensions with bands, rankings and patterns.

A scheme holds codes only; words in two languages belong to whoever shows it. An item without a dimension, or with
`scored` off, is asked and never counted. A dimension is never added to another: there is no total mark.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from regiewijzer.science.limits import at_least
from regiewijzer.science.scoring.conditions import Condition
from regiewijzer.science.scoring.selection import Fit, Selection, Stage

Value = int | float | str
Answers = Mapping[str, Value | None]
"""By item id, and by option id for a ranking. None is 'I don't know'; an id that is absent was not answered."""

NO_LEAST = float("-inf")
DECIMALS = 6  # a mean of means may miss a limit by the last bits of a float


class ScaleKind(StrEnum):
    """What an answer is: a step of a ladder, a name, a place in a row, a number, or words."""

    ORDINAL = "ordinal"
    NOMINAL = "nominal"
    RANK = "rank"
    NUMBER = "number"
    TEXT = "text"


class Score(StrEnum):
    """How a dimension is scored.

    MEAN: mean of the items that were answered. SINGLE: its one item. COMPARE: its first item less its second. COUNT:
    how many items have the answer that is counted. NONE: shown, never scored.
    """

    MEAN = "mean"
    SINGLE = "single"
    COMPARE = "compare"
    COUNT = "count"
    NONE = "none"


class Direction(StrEnum):
    """Whether a high score is good; NEUTRAL is neither good nor bad."""

    HIGHER_IS_BETTER = "higher_is_better"
    LOWER_IS_BETTER = "lower_is_better"
    NEUTRAL = "neutral"


class Edge(StrEnum):
    """Where a score on the line between two bands belongs: to the band of which it is the lower, or the upper edge."""

    LOWER = "lower"
    UPPER = "upper"


@dataclass(frozen=True, slots=True)
class Scale:
    """The answers an item takes. `values` are in the order in which they are offered; numbers and texts have none."""

    kind: ScaleKind
    values: tuple[Value, ...] = ()
    minimum: float | None = None
    maximum: float | None = None
    longest: int | None = None

    def __post_init__(self) -> None:
        if self.counts and (len(set(self.values)) < 2 or any(not isinstance(value, int) for value in self.values)):
            raise ValueError(f"A scale of kind {self.kind} needs two or more whole numbers, not {self.values}.")

    @property
    def counts(self) -> bool:
        """True when answers are steps that can be averaged."""
        return self.kind in (ScaleKind.ORDINAL, ScaleKind.RANK)

    @property
    def steps(self) -> tuple[int, ...]:
        """The values of a scale that counts, from low to high; empty otherwise."""
        return tuple(sorted(int(value) for value in self.values)) if self.counts else ()

    @property
    def lowest(self) -> int:
        """ValueError for a scale that does not count."""
        return self._end(0)

    @property
    def highest(self) -> int:
        return self._end(-1)

    def turned_round(self, value: int) -> int:
        """What an answer to a sentence that says the opposite is worth: minimum + maximum - value."""
        return self.lowest + self.highest - value

    def _end(self, place: int) -> int:
        if not self.counts:
            raise ValueError(f"A scale of kind {self.kind} has no lowest and no highest answer.")
        return self.steps[place]


@dataclass(frozen=True, slots=True)
class Item:
    """One question. `reversed`: agreeing means less of the dimension. `fit`: for which networks it is worth asking."""

    id: str
    scale: Scale
    dimension: str = ""
    reversed: bool = False
    scored: bool = True
    fit: Fit | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a dimension that reads alike. One that starts where it ends is that score exactly; it goes first.

    `no_item_below`: with an item of the dimension under this, the band before it holds: one loss is not made up for.
    """

    id: str
    start: float
    end: float
    no_item_below: float = NO_LEAST

    @property
    def is_point(self) -> bool:
        return self.start == self.end


@dataclass(frozen=True, slots=True)
class Dimension:
    """What a few items measure together. Bands run from low to high and join. `counted` is the answer COUNT counts."""

    id: str
    score: Score
    min_answered: int = 1
    direction: Direction = Direction.NEUTRAL
    bands: tuple[Band, ...] = ()
    edge: Edge = Edge.LOWER
    counted: Value | None = None

    def band_of(self, score: float, items: Sequence[float] = ()) -> Band | None:
        """The band a score falls in, with what each item comes to; None when there is none, or none that reaches it."""
        band = self._reached(score)
        while band is not None and any(not at_least(item, band.no_item_below) for item in items):
            band = self._before(band)
        return band

    def _before(self, band: Band) -> Band | None:
        place = self.bands.index(band)
        return self.bands[place - 1] if place else None

    def _reached(self, score: float) -> Band | None:
        exact = round(score, DECIMALS)
        for band in self.bands:
            if band.is_point and exact == band.start:
                return band
        stretches = [band for band in self.bands if not band.is_point]
        return next((band for band in stretches if self._holds(band, exact, last=band is stretches[-1])), None)

    def _holds(self, band: Band, score: float, *, last: bool) -> bool:
        """The lower edge is in, also with `Edge.UPPER`: the band before it then had the score already."""
        return band.start <= score < band.end or (score == band.end and (last or self.edge is Edge.UPPER))


@dataclass(frozen=True, slots=True)
class Option:
    """One of the things that are put in order, and the dimension it speaks for."""

    id: str
    dimension: str


@dataclass(frozen=True, slots=True)
class Ranking:
    """A forced order: every option gets a place of its own, 1 for what suits best."""

    id: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class Strength:
    """When a person is strong in a dimension: a mean of at least so much, and among their own highest few."""

    at_least: float
    among_top: int


@dataclass(frozen=True, slots=True)
class Pattern:
    """Something worth saying when any of `when` holds; with `each_dimension`, of each dimension by itself."""

    id: str
    when: tuple[Condition, ...]
    each_dimension: bool = False


@dataclass(frozen=True, slots=True)
class Scheme:
    """One questionnaire, as scoring sees it. ValueError when an item or option names a dimension that is not there."""

    items: tuple[Item, ...]
    dimensions: tuple[Dimension, ...]
    rankings: tuple[Ranking, ...] = ()
    patterns: tuple[Pattern, ...] = ()
    layers: tuple[str, ...] = ()
    stages: tuple[Stage, ...] = ()
    selection: Selection | None = None
    strength: Strength | None = None
    _by_id: Mapping[str, Dimension] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "_by_id", {dimension.id: dimension for dimension in self.dimensions})
        named = [item.dimension for item in self.items if item.dimension]
        named += [option.dimension for ranking in self.rankings for option in ranking.options]
        if unknown := sorted(set(named) - set(self._by_id)):
            raise ValueError(f"No dimension is called {', '.join(unknown)}.")

    def dimension(self, name: str) -> Dimension:
        """KeyError for a dimension that is not there."""
        return self._by_id[name]

    def scored_items(self, dimension: Dimension) -> tuple[Item, ...]:
        """The items that count for a dimension, in their order."""
        return tuple(item for item in self.items if item.dimension == dimension.id and item.scored)

    def ends(self, dimension: Dimension) -> tuple[int, int] | None:
        """Lowest and highest score a dimension can have; None when it is not scored."""
        items = self.scored_items(dimension)
        if dimension.score is Score.NONE or not items:
            return None
        if dimension.score is Score.COUNT:
            return 0, len(items)
        lowest, highest = items[0].scale.lowest, items[0].scale.highest
        return (lowest - highest, highest - lowest) if dimension.score is Score.COMPARE else (lowest, highest)
