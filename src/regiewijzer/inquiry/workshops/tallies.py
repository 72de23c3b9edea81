"""What do the answers to one question come to? Counts, mean and agreement, per line where several things were judged.

A scale, slider or choice has one line; a ranking has one for each thing that was put in order, placing one for each
partner, and where partners are scored one for each score of each as well. Agreement is that of Tastle & Wierman 2007,
and only where the steps have an order. 'I don't know' is counted apart and weighs nothing.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from regiewijzer.inquiry.workshops.models import Kind, Question, Ring
from regiewijzer.inquiry.workshops.models.questions import SLIDER_ENDS
from regiewijzer.science.consensus import consensus, mean
from regiewijzer.science.dependence import HIGHEST, LOWEST, standing

WHOLE = ""  # the key of the only line
SLIDER_STEPS = 5  # a slider is told in five equal stretches
RINGS = tuple(Ring)
SCORES = ("importance", "replaceability")
SCORE_STEPS = tuple(str(step) for step in range(LOWEST, HIGHEST + 1))
BETWEEN = "."  # between two scores, and between a partner and the name of a score

Answer = int | Sequence[str] | Mapping[str, int] | Mapping[str, str] | None
Counts = Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """How one thing was judged. `counts`: step, option, place or ring -> how often, in their order.

    `mean` and `consensus` are None without answers, and where the steps have no order.
    """

    key: str
    answered: int
    counts: Counts
    mean: float | None = None
    consensus: float | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """All answers to one question. `answered` said something, `unknown` said they do not know."""

    answered: int
    unknown: int
    lines: tuple[Line, ...]

    @property
    def total(self) -> int:
        return self.answered + self.unknown

    @property
    def line(self) -> Line:
        """The only line, or the first."""
        return self.lines[0]


def tally(question: Question, answers: Iterable[Answer]) -> Tally:
    """The tally of these answers to a question that is not about texts. The answers must be well-formed."""
    given = list(answers)
    known: list[Any] = [answer for answer in given if answer is not None]
    return Tally(len(known), len(given) - len(known), tuple(_LINES[Kind(question.kind)](question, known)))


def _scale(question: Question, given: list[int]) -> Iterable[Line]:
    steps = [int(key) for key in question.keys]
    yield _ordered(WHOLE, given, {str(step): given.count(step) for step in steps}, (min(steps), max(steps)))


def _slider(question: Question, given: list[int]) -> Iterable[Line]:
    stretches = Counter(slider_step(value) for value in given)
    counts = {str(step): stretches[step] for step in range(1, SLIDER_STEPS + 1)}
    yield _ordered(WHOLE, given, counts, SLIDER_ENDS)


def _choice(question: Question, given: list[list[str]]) -> Iterable[Line]:
    chosen = Counter(key for keys in given for key in keys)
    yield Line(WHOLE, len(given), {key: chosen[key] for key in question.keys})


def _ranking(question: Question, given: list[dict[str, int]]) -> Iterable[Line]:
    last = len(question.keys)
    for key in question.keys:
        places = [places[key] for places in given]
        counts = {str(place): places.count(place) for place in range(1, last + 1)}
        yield _ordered(key, places, counts, (1, last))


def _placing(question: Question, given: list[dict[str, str]]) -> Iterable[Line]:
    """The ring of each partner; of two scores also each score."""
    for key in question.keys:
        answers = [placed[key] for placed in given if key in placed]
        rings = [RINGS.index(ring_of(answer) if question.is_scored else Ring(answer)) + 1 for answer in answers]
        counts = {ring.value: rings.count(place) for place, ring in enumerate(RINGS, start=1)}
        yield _ordered(key, rings, counts, (1, len(RINGS)))
        if question.is_scored:
            scores = [scores_in(answer) for answer in answers]
            for place, name in enumerate(SCORES):
                each = [pair[place] for pair in scores]
                steps = {step: each.count(int(step)) for step in SCORE_STEPS}
                yield _ordered(score_key(key, name), each, steps, (LOWEST, HIGHEST))


def score_key(partner: str, score: str) -> str:
    """The key of the line with one score of a partner."""
    return f"{partner}{BETWEEN}{score}"


def scores_in(answer: str) -> tuple[int, int]:
    """Importance and replaceability in what a phone said of a partner."""
    importance, replaceability = answer.split(BETWEEN)
    return int(importance), int(replaceability)


def ring_of(answer: str) -> Ring:
    """The ring on which two scores put a partner, by the rule of `science.dependence`."""
    return RINGS[-standing(*scores_in(answer)).rank]


_LINES: Mapping[Kind, Callable[[Question, list[Any]], Iterable[Line]]] = {
    Kind.SCALE: _scale,
    Kind.SLIDER: _slider,
    Kind.CHOICE: _choice,
    Kind.RANKING: _ranking,
    Kind.PLACING: _placing,
}


def slider_step(value: int) -> int:
    """In which of the equal stretches a value of the slider lies, from 1."""
    lowest, highest = SLIDER_ENDS
    return min(SLIDER_STEPS, 1 + (value - lowest) * SLIDER_STEPS // (highest - lowest))


def _ordered(key: str, values: list[int], counts: Counts, ends: tuple[int, int]) -> Line:
    if not values:
        return Line(key, 0, counts)
    lowest, highest = ends
    return Line(key, len(values), counts, mean(values), consensus(values, lowest=lowest, highest=highest))


def stored(found: Tally) -> dict[str, Any]:
    """A tally as JSON."""
    lines = [
        {
            "key": line.key,
            "answered": line.answered,
            "counts": dict(line.counts),
            "mean": line.mean,
            "consensus": line.consensus,
        }
        for line in found.lines
    ]
    return {"answered": found.answered, "unknown": found.unknown, "lines": lines}


def read_back(kept: Mapping[str, Any], question: Question) -> Tally:
    """A tally that was stored, with its steps in their order: the database keeps keys in its own."""
    lines = tuple(
        Line(
            line["key"],
            line["answered"],
            {step: line["counts"].get(step, 0) for step in steps_of(question, line["key"])},
            line["mean"],
            line["consensus"],
        )
        for line in kept["lines"]
    )
    return Tally(kept["answered"], kept["unknown"], lines)


def steps_of(question: Question, line: str = WHOLE) -> tuple[str, ...]:
    """What is counted in a line, in order."""
    if question.kind == Kind.SLIDER:
        return tuple(str(step) for step in range(1, SLIDER_STEPS + 1))
    if question.kind == Kind.RANKING:
        return tuple(str(place) for place in range(1, len(question.keys) + 1))
    if question.kind == Kind.PLACING:
        return SCORE_STEPS if BETWEEN in line else tuple(ring.value for ring in RINGS)
    return question.keys
