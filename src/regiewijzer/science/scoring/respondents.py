"""What do the answers of one person say? Items turned the right way round, scores per dimension, the order they prefer.

'I don't know' and no answer never count as zero: they stay out. A dimension with too few answers has no score.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from regiewijzer.science.consensus import mean
from regiewijzer.science.scoring.definitions import DECIMALS, Answers, Dimension, Item, Ranking, Scheme, Score

WHOLE = 100


@dataclass(frozen=True, slots=True)
class Response:
    """One filled-in form; `layer` is the part of the organisation that filled it in, empty when nobody asked."""

    answers: Answers
    layer: str = ""


def rating(item: Item, answers: Answers) -> int | None:
    """The answer as it counts, turned round for a reversed item; None without one. ValueError when off the scale."""
    value = answers.get(item.id)
    if value is None:
        return None
    if not isinstance(value, int) or value not in item.scale.steps:
        raise ValueError(f"{item.id} takes {', '.join(map(str, item.scale.steps))}, not {value!r}.")
    return item.scale.turned_round(value) if item.reversed else value


def score(scheme: Scheme, dimension: Dimension, answers: Answers) -> float | None:
    """The score of one dimension, on the scale of its items; None when too little was answered."""
    items = scheme.scored_items(dimension)
    if dimension.score is Score.NONE or not items:
        return None
    if dimension.score is Score.COUNT:
        return _count(dimension, items, answers)
    ratings = [rating(item, answers) for item in items]
    if dimension.score is Score.COMPARE:
        return _difference(ratings)
    known = [each for each in ratings if each is not None]
    return mean(known) if len(known) >= max(1, dimension.min_answered) else None


def scores(scheme: Scheme, answers: Answers) -> dict[str, float | None]:
    """The score of every dimension, in their order."""
    return {dimension.id: score(scheme, dimension, answers) for dimension in scheme.dimensions}


def points(score: float, lowest: int, highest: int) -> float:
    """A score as a distance along its scale, from 0 to 100: on a scale of 1 to 5, (score - 1) x 25."""
    return WHOLE * (score - lowest) / (highest - lowest)


def places(ranking: Ranking, answers: Answers) -> dict[str, int] | None:
    """Dimension -> the place it got in one ranking; None unless every place is given once."""
    given = [answers.get(option.id) for option in ranking.options]
    if set(given) != set(range(1, len(given) + 1)):
        return None
    return {option.dimension: int(place) for option, place in zip(ranking.options, given, strict=True) if place}


def mean_places(scheme: Scheme, answers: Answers) -> dict[str, float]:
    """Dimension -> its mean place over the complete rankings, 1 for first; empty without any."""
    complete = [found for ranking in scheme.rankings if (found := places(ranking, answers)) is not None]
    names = dict.fromkeys(name for found in complete for name in found)
    return {name: mean([found[name] for found in complete if name in found]) for name in names}


def top(values: Mapping[str, float | None], how_many: int) -> frozenset[str]:
    """The names with the highest values; whoever ties with the last of them is there too."""
    known = {name: round(value, DECIMALS) for name, value in values.items() if value is not None}
    if not known:
        return frozenset()
    last = sorted(known.values(), reverse=True)[min(how_many, len(known)) - 1]
    return frozenset(name for name, value in known.items() if value >= last)


def strengths(scheme: Scheme, answers: Answers) -> frozenset[str]:
    """The dimensions in which this person is strong: high enough, and among their own highest (ours)."""
    if scheme.strength is None:
        return frozenset()
    found, enough = scores(scheme, answers), scheme.strength.at_least
    highest = top(found, scheme.strength.among_top)
    return frozenset(name for name in highest if round(found[name] or 0, DECIMALS) >= enough)


def ranking_differs(scheme: Scheme, answers: Answers) -> bool:
    """True when what somebody does most is not what they would rather do; two that tie are given the benefit."""
    preferred = {name: -place for name, place in mean_places(scheme, answers).items()}
    if scheme.strength is None or not preferred:
        return False
    often, rather = (top(values, scheme.strength.among_top) for values in (scores(scheme, answers), preferred))
    return bool(often) and not (often <= rather or rather <= often)


def _count(dimension: Dimension, items: tuple[Item, ...], answers: Answers) -> float | None:
    given = [answers[item.id] for item in items if answers.get(item.id) is not None]
    enough = len(given) >= max(1, dimension.min_answered)
    return float(given.count(dimension.counted)) if enough else None


def _difference(ratings: list[int | None]) -> float | None:
    first, second = (*ratings, None)[:2]
    return None if first is None or second is None else float(first - second)
