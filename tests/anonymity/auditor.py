"""Does anything that is released give away what fewer than five people answered? Found by linear algebra.

Every released figure is a weighted sum of answers. Whoever adds and subtracts figures gets other weighted sums; when
one of them rests on fewer than five people, that small group can be derived. Which there are is a question of rank.
"""

import random
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations

from regiewijzer.science.release import LEAST_FOR_SCORES, Disclosed, disclosed
from regiewijzer.science.scoring.definitions import Dimension, Item, Scale, ScaleKind, Scheme, Score
from regiewijzer.science.scoring.groups import result
from regiewijzer.science.scoring.respondents import Response

FIVE = Scale(ScaleKind.ORDINAL, (1, 2, 3, 4, 5))
DIMENSIONS = ("trust", "goal")
SCHEME = Scheme(
    items=(
        *(Item(f"{name}.{number}", FIVE, name) for name in DIMENSIONS for number in range(3)),
        Item("alone", FIVE),
    ),
    dimensions=tuple(Dimension(name, Score.MEAN, min_answered=2) for name in DIMENSIONS),
)
CLOSE = 1e-5
PRIME = 2**61 - 1

Figure = Mapping[tuple[int, str], Fraction]
"""(person, question) -> how much that answer weighs in one released figure."""
Row = Mapping[tuple[int, str], int]
Group = tuple[int, ...]


@dataclass(frozen=True)
class Case:
    """One survey by chance: who answered what, in which cell, and what is told of it."""

    responses: tuple[Response, ...]
    cells: tuple[str, ...]
    disclosed: Disclosed | None


def surveys(seed: int, how_many: int) -> Iterator[Case]:
    """Surveys of networks by chance: 3 to 25 answers, up to five cells, and people who skip questions."""
    chance = random.Random(seed)
    for _number in range(how_many):
        cells = tuple("abcde"[: chance.randint(0, 5)])
        skips = chance.choice((0.0, 0.03, 0.1, 0.3))
        weights = [chance.random() + 0.1 for _cell in cells]
        responses = tuple(_form(chance, cells, weights, skips) for _person in range(chance.randint(3, 25)))
        yield Case(responses, cells, disclosed(SCHEME, responses, cells))


def _form(chance: random.Random, cells: Sequence[str], weights: Sequence[float], skips: float) -> Response:
    cell = chance.choices(cells, weights)[0] if cells else ""
    answers = {item.id: chance.randint(1, 5) for item in SCHEME.items if chance.random() >= skips}
    return Response(answers, cell)


def small_groups(case: Case, *, by_question: bool = True) -> list[Group]:
    """Groups of fewer than five people (by their place in the survey) of which something can be derived."""
    if case.disclosed is None:
        return []
    scopes = list(_scopes(case, case.disclosed))
    units = [list(_figures(scopes, unit, by_question=by_question)) for unit in (*DIMENSIONS, "")]
    return [group for figures in units for group in _derivable(figures)] + _few_hidden(case, case.disclosed)


@dataclass(frozen=True)
class _Scope:
    """One set of people of whom figures are told: their places in the survey, with what is told of each."""

    forms: Mapping[int, Response]


def _scopes(case: Case, released: Disclosed) -> Iterator[_Scope]:
    yield _Scope(dict(enumerate(released.everyone)))
    for cell, forms in released.cells.items():
        places = [place for place, form in enumerate(case.responses) if form.layer == cell]
        yield _Scope(dict(zip(places, forms, strict=True)))


def _figures(scopes: Sequence[_Scope], unit: str, *, by_question: bool) -> Iterator[Figure]:
    """The released figures of one dimension: how much the answer of each person to each question weighs."""
    items = [item.id for item in SCHEME.items if item.dimension == unit]
    for scope in scopes:
        given = {item: [place for place, form in scope.forms.items() if form.answers.get(item)] for item in items}
        for item, places in given.items():
            if places:
                yield {(place, item): Fraction(1) for place in places}
        if unit:
            yield from _score(scope, unit, given, by_question=by_question)


def _score(scope: _Scope, unit: str, given: Mapping[str, Sequence[int]], *, by_question: bool) -> Iterator[Figure]:
    """The score of a dimension, with weights that are seen to give the score that is released."""
    forms = tuple(scope.forms.values())
    says = next(each for each in result(SCHEME, forms, by_question=by_question).dimensions if each.id == unit)
    if says.score is None:
        return
    weights = _by_question(given) if by_question else _by_person(given)
    summed = sum(weight * Fraction(scope.forms[place].answers[item] or 0) for (place, item), weight in weights.items())
    assert abs(float(summed) - says.score) < CLOSE
    yield weights


def _by_question(given: Mapping[str, Sequence[int]]) -> Figure:
    """The mean of the means of the questions somebody answered."""
    used = sum(bool(places) for places in given.values())
    return {(place, item): Fraction(1, used * len(places)) for item, places in given.items() for place in places}


def _by_person(given: Mapping[str, Sequence[int]]) -> Figure:
    """The mean of the means of the people who answered two questions or more."""
    times = Counter(place for places in given.values() for place in places)
    enough = [place for place, answered in times.items() if answered >= 2]
    return {
        (place, item): Fraction(1, len(enough) * times[place])
        for item, places in given.items()
        for place in places
        if place in enough
    }


def _derivable(figures: Sequence[Figure]) -> list[Group]:
    """The smallest groups under five on which some sum of figures rests alone.

    Without the people of such a group fewer of the figures are independent. People who weigh the same in every figure
    cannot be told apart, so a group holds all of them or none.
    """
    atoms = _atoms(figures)
    rows = _independent([_row(figure, atoms) for figure in figures])
    small = [number for number, atom in enumerate(atoms) if len(atom) < LEAST_FOR_SCORES]
    if not any(_alone(rows, group) for group in _unions(atoms, small, only_largest=True)):
        return []
    found = [frozenset(group) for group in _unions(atoms, small, only_largest=False) if _alone(rows, group)]
    smallest = [group for group in found if not any(other < group for other in found)]
    return [tuple(sorted(place for number in group for place in atoms[number])) for group in smallest]


def _atoms(figures: Sequence[Figure]) -> list[Group]:
    weighs: dict[int, list[tuple[int, str, Fraction]]] = {}
    for number, figure in enumerate(figures):
        for (place, item), weight in figure.items():
            weighs.setdefault(place, []).append((number, item, weight))
    same: dict[tuple[tuple[int, str, Fraction], ...], list[int]] = {}
    for place, weight in weighs.items():
        same.setdefault(tuple(sorted(weight)), []).append(place)
    return [tuple(places) for places in same.values()]


def _unions(atoms: Sequence[Group], small: Sequence[int], *, only_largest: bool) -> Iterator[tuple[int, ...]]:
    """Sets of small atoms that are together fewer than five people; the largest hold what any other holds."""
    for number in range(1, LEAST_FOR_SCORES):
        for chosen in combinations(small, number):
            room = LEAST_FOR_SCORES - 1 - sum(len(atoms[each]) for each in chosen)
            grows = any(len(atoms[each]) <= room for each in small if each not in chosen)
            if room >= 0 and not (only_largest and grows):
                yield chosen


def _row(figure: Figure, atoms: Sequence[Group]) -> Row:
    """One figure over atoms and questions, as numbers modulo a prime: exact, and quick."""
    number_of = {atom[0]: number for number, atom in enumerate(atoms)}
    return {
        (number_of[place], item): weight.numerator * pow(weight.denominator, -1, PRIME) % PRIME
        for (place, item), weight in figure.items()
        if place in number_of
    }


def _independent(rows: Iterable[Row]) -> list[Row]:
    """The rows that are no sum of others, by Gaussian elimination."""
    kept: list[tuple[tuple[int, str], Row]] = []
    for row in rows:
        left = dict(row)
        for column, other in kept:
            if factor := left.get(column, 0):
                for where, value in other.items():
                    left[where] = (left.get(where, 0) - factor * value) % PRIME
        column = next((where for where, value in left.items() if value), None)
        if column is not None:
            inverse = pow(left[column], -1, PRIME)
            kept.append((column, {where: value * inverse % PRIME for where, value in left.items() if value}))
    return [row for _column, row in kept]


def _alone(rows: Sequence[Row], group: Collection[int]) -> bool:
    """Whether some sum of these rows rests on the group alone."""
    without = [{where: value for where, value in row.items() if where[0] not in group} for row in rows]
    return len(_independent(without)) < len(rows)


def _few_hidden(case: Case, released: Disclosed) -> list[Group]:
    """The people of the hidden cells, when 'everybody less the shown cells' says how few they are; also none."""
    hidden = set(case.cells) - set(released.cells)
    people = tuple(place for place, form in enumerate(case.responses) if form.layer in hidden)
    return [people] if hidden and len(people) < LEAST_FOR_SCORES else []


def thresholds_only(figures: Sequence[Mapping[str, int]], least: int = 5, hidden: object = ()) -> frozenset[str]:
    """What people make who forget subtraction: a fault to plant."""
    return frozenset(cell for cell in figures[0] if all(each[cell] >= least for each in figures))
