"""What do the answers of several people say together? Per item the spread, per dimension score, agreement and band.

The score of a group is the mean of its respondents' scores, each respondent once: whoever answered too few items of a
dimension has none there and is left out, and long answers weigh no more than short ones. Agreement is that of Tastle &
Wierman 2007, over the respondents' scores. Nothing here knows who answered, and no score is added to another.

One respondent is a group of one. Where answers of one person are kept together nowhere, counts per question are enough
(`result_of_counts`). Who may see which group is decided elsewhere.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import fsum
from statistics import fmean

from regiewijzer.science import consensus as agreement
from regiewijzer.science.limits import DEFAULTS, Limits
from regiewijzer.science.scoring.conditions import Seen, holds, spread
from regiewijzer.science.scoring.definitions import DECIMALS, Dimension, Item, Scheme, Score, Value
from regiewijzer.science.scoring.respondents import (
    Response,
    mean_places,
    places,
    ranking_differs,
    rating,
    score,
    strengths,
)

_FINE = 1000  # agreement does not depend on the unit, so scores are compared in thousandths
_WITH_AGREEMENT = (Score.MEAN, Score.SINGLE)

Counts = Mapping[str, Mapping[Value, int]]
"""Question -> answer -> how often it was given. 'I don't know' is no answer; what was not asked is absent."""
_Given = Mapping[str, Sequence[Value]]  # question -> the answers to it, in no order of people


@dataclass(frozen=True, slots=True)
class ItemResult:
    """How one question was answered, as it was asked: a reversed item is not turned round here.

    `counts` has every value of the scale in its order, and for numbers every number that was given; texts are not
    counted. `consensus` and `mean` are None without answers or steps.
    """

    id: str
    answered: int
    unanswered: int
    counts: tuple[tuple[Value, int], ...]
    mean: float | None
    consensus: float | None
    split: bool


@dataclass(frozen=True, slots=True)
class DimensionResult:
    """One dimension of a group. `answered`: whose answers were enough for a score. `strong`: people strong in it.

    `layers`: layer -> its mean, for every layer the questionnaire has; `gap` is the highest less the lowest of them.
    """

    id: str
    score: float | None
    answered: int
    consensus: float | None
    split: bool
    band: str | None
    strong: int
    layers: Mapping[str, float | None]
    gap: float | None


@dataclass(frozen=True, slots=True)
class RankingResult:
    """How a dimension was ranked: its mean place (1 is first), and how often it came first."""

    dimension: str
    mean_place: float
    firsts: int


@dataclass(frozen=True, slots=True)
class Match:
    """A pattern that holds, and of which dimension when it is judged of each by itself."""

    pattern: str
    dimension: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """Everything the answers say, in the order of the questionnaire."""

    respondents: int
    items: tuple[ItemResult, ...]
    dimensions: tuple[DimensionResult, ...]
    rankings: tuple[RankingResult, ...]
    patterns: tuple[Match, ...]


def result(
    scheme: Scheme,
    responses: Sequence[Response],
    limits: Limits = DEFAULTS,
    circumstances: Mapping[str, float] | None = None,
    *,
    by_question: bool = False,
) -> Result:
    """What these forms say together; with none of them, that nothing is known.

    `circumstances` are numbers from elsewhere that a pattern may ask for. `by_question`: the score of a dimension is
    made of those of its questions, so that it says nothing that they do not say already (`science.release`).
    ValueError for an answer off its scale.
    """
    dimensions = tuple(
        _dimension(scheme, each, responses, limits, by_question=by_question) for each in scheme.dimensions
    )
    return Result(
        respondents=len(responses),
        items=_items(scheme, _given(scheme.items, responses), len(responses), limits),
        dimensions=dimensions,
        rankings=_rankings(scheme, responses),
        patterns=_patterns(scheme, dimensions, circumstances or {}, differs=_prefers_other(scheme, responses)),
    )


def result_of_counts(
    scheme: Scheme,
    counts: Counts,
    respondents: int,
    limits: Limits = DEFAULTS,
    circumstances: Mapping[str, float] | None = None,
) -> Result:
    """What `respondents` people say together, when only the counts per question are known.

    Exact for each question. The score of a dimension is made of those of its questions. Its agreement is known when it
    has one question only, and `answered` is how many people can have answered enough of several. Layers, rankings and
    strong people are not known. ValueError for an answer off its scale.
    """
    given = {
        item: [value for value, times in found.items() for _each in range(times)] for item, found in counts.items()
    }
    dimensions = tuple(_dimension_of_counts(scheme, each, given, limits) for each in scheme.dimensions)
    return Result(
        respondents=respondents,
        items=_items(scheme, given, respondents, limits),
        dimensions=dimensions,
        rankings=(),
        patterns=_patterns(scheme, dimensions, circumstances or {}),
    )


def _given(items: Iterable[Item], responses: Sequence[Response]) -> _Given:
    return {
        item.id: [value for each in responses if (value := each.answers.get(item.id)) is not None] for item in items
    }


def _items(scheme: Scheme, given: _Given, respondents: int, limits: Limits) -> tuple[ItemResult, ...]:
    return tuple(_item(item, given.get(item.id, ()), respondents, limits) for item in scheme.items)


def _item(item: Item, given: Sequence[Value], respondents: int, limits: Limits) -> ItemResult:
    steps = [value for value in given if isinstance(value, int)] if item.scale.counts else []
    ends = {"lowest": item.scale.lowest, "highest": item.scale.highest} if steps else {}
    return ItemResult(
        id=item.id,
        answered=len(given),
        unanswered=respondents - len(given),
        counts=_counts(item, given),
        mean=agreement.mean(steps) if steps else None,
        consensus=agreement.consensus(steps, **ends) if steps else None,
        split=agreement.is_split(steps, limits, **ends) if steps else False,
    )


def _counts(item: Item, given: Sequence[Value]) -> tuple[tuple[Value, int], ...]:
    counted = Counter(given)
    if item.scale.values:
        return tuple((value, counted[value]) for value in item.scale.values)
    numbers = sorted(value for value in counted if not isinstance(value, str))
    return tuple((number, counted[number]) for number in numbers)


def _dimension(
    scheme: Scheme, dimension: Dimension, responses: Sequence[Response], limits: Limits, *, by_question: bool
) -> DimensionResult:
    known = _scores(scheme, dimension, responses)
    of_group = _score_by_question if by_question else _score_by_person
    mean = of_group(scheme, dimension, responses)
    items = _means(scheme, dimension, _given(scheme.scored_items(dimension), responses))
    band = dimension.band_of(mean, items) if mean is not None else None
    layers = {
        layer: of_group(scheme, dimension, [response for response in responses if response.layer == layer])
        for layer in scheme.layers
    }
    agreed, split = _agreement(scheme, dimension, known, limits)
    return DimensionResult(
        id=dimension.id,
        score=mean,
        answered=len(known),
        consensus=agreed,
        split=split,
        band=band.id if band else None,
        strong=sum(dimension.id in strengths(scheme, response.answers) for response in responses),
        layers=layers,
        gap=spread(layers),
    )


def _scores(scheme: Scheme, dimension: Dimension, responses: Sequence[Response]) -> list[float]:
    found = (score(scheme, dimension, response.answers) for response in responses)
    return [each for each in found if each is not None]


def _score_by_person(scheme: Scheme, dimension: Dimension, responses: Sequence[Response]) -> float | None:
    return _mean(_scores(scheme, dimension, responses))


def _score_by_question(scheme: Scheme, dimension: Dimension, responses: Sequence[Response]) -> float | None:
    """What the questions say together; None when nobody answered enough of them for a score."""
    if not _scores(scheme, dimension, responses):
        return None
    return _of_questions(scheme, dimension, _given(scheme.scored_items(dimension), responses))


def _of_questions(scheme: Scheme, dimension: Dimension, given: _Given) -> float | None:
    means = _means(scheme, dimension, given)
    if dimension.score is Score.COUNT:
        return round(fsum(means), DECIMALS)
    return round(means[0] - means[1], DECIMALS) if dimension.score is Score.COMPARE else _mean(means)


def _means(scheme: Scheme, dimension: Dimension, given: _Given) -> list[float]:
    """What each question that was answered comes to."""
    found = (_of_item(item, dimension, given.get(item.id, ())) for item in scheme.scored_items(dimension))
    return [mean for mean in found if mean is not None]


def _of_item(item: Item, dimension: Dimension, given: Sequence[Value]) -> float | None:
    """The mean answer as it counts; where answers are counted, the part of people who gave the one that is."""
    if dimension.score is Score.COUNT:
        return sum(value == dimension.counted for value in given) / len(given) if given else None
    rated = _ratings(item, given)
    return fmean(rated) if rated else None


def _ratings(item: Item, given: Sequence[Value]) -> list[int]:
    return [rated for value in given if (rated := rating(item, {item.id: value})) is not None]


def _dimension_of_counts(scheme: Scheme, dimension: Dimension, given: _Given, limits: Limits) -> DimensionResult:
    asked = [item for item in scheme.scored_items(dimension) if item.id in given]
    answered = _answered_enough(dimension, [len(given[item.id]) for item in asked])
    mean = _of_questions(scheme, dimension, given) if answered else None
    band = dimension.band_of(mean, _means(scheme, dimension, given)) if mean is not None else None
    alone = _ratings(asked[0], given[asked[0].id]) if len(asked) == 1 and dimension.score in _WITH_AGREEMENT else []
    agreed, split = _agreement(scheme, dimension, alone, limits)
    return DimensionResult(
        id=dimension.id,
        score=mean,
        answered=answered,
        consensus=agreed,
        split=split,
        band=band.id if band else None,
        strong=0,
        layers=dict.fromkeys(scheme.layers),
        gap=None,
    )


def _answered_enough(dimension: Dimension, answered: Sequence[int]) -> int:
    """How many people can have answered enough questions of a dimension, from how many answered each of them."""
    if dimension.score is Score.NONE:
        return 0
    enough = 2 if dimension.score is Score.COMPARE else max(1, dimension.min_answered)
    return sorted(answered, reverse=True)[enough - 1] if len(answered) >= enough else 0


def _mean(scores: Sequence[float]) -> float | None:
    return round(fmean(scores), DECIMALS) if scores else None


def _agreement(
    scheme: Scheme, dimension: Dimension, scores: Sequence[float], limits: Limits
) -> tuple[float | None, bool]:
    ends = scheme.ends(dimension)
    if not scores or ends is None or dimension.score not in _WITH_AGREEMENT:
        return None, False
    fine, lowest, highest = [round(each * _FINE) for each in scores], ends[0] * _FINE, ends[1] * _FINE
    return (
        agreement.consensus(fine, lowest=lowest, highest=highest),
        agreement.is_split(fine, limits, lowest=lowest, highest=highest),
    )


def _rankings(scheme: Scheme, responses: Sequence[Response]) -> tuple[RankingResult, ...]:
    by_person = [mean_places(scheme, response.answers) for response in responses]
    complete = [
        found
        for response in responses
        for ranking in scheme.rankings
        if (found := places(ranking, response.answers)) is not None
    ]
    names = [dimension.id for dimension in scheme.dimensions if any(dimension.id in person for person in by_person)]
    return tuple(
        RankingResult(
            dimension=name,
            mean_place=round(fmean(person[name] for person in by_person if name in person), DECIMALS),
            firsts=sum(found.get(name) == 1 for found in complete),
        )
        for name in names
    )


def _prefers_other(scheme: Scheme, responses: Sequence[Response]) -> bool:
    return len(responses) == 1 and ranking_differs(scheme, responses[0].answers)


def _patterns(
    scheme: Scheme,
    dimensions: Sequence[DimensionResult],
    circumstances: Mapping[str, float],
    *,
    differs: bool = False,
) -> tuple[Match, ...]:
    scores = {each.id: each.score for each in dimensions if scheme.dimension(each.id).score is not Score.NONE}
    bands = {each.id: each.band for each in dimensions}
    found = []
    for pattern in scheme.patterns:
        for looked_at in dimensions if pattern.each_dimension else (None,):
            layers = looked_at.layers if looked_at else {}
            seen = Seen(scores, bands, layers, circumstances, ranking_differs=differs)
            if any(holds(condition, seen) for condition in pattern.when):
                found.append(Match(pattern.id, looked_at.id if looked_at else ""))
    return tuple(found)
