"""What of a survey may be told, so that nobody can work out what fewer than five people answered?

Cell suppression as in official statistics (Willenborg & de Waal 2001, "Elements of Statistical Disclosure Control"):
one partition, fixed before anybody answers; no figure over fewer people than the limit; and no figure that gives such a
small group away by subtraction. The limits (five for scores, ten for texts) are our proposal.

A partition is a mapping of group to cell. Everybody is always one of the sets that is told, so what is hidden must
together be large enough too.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from regiewijzer.science.scoring.definitions import Answers, ScaleKind, Scheme, Score
from regiewijzer.science.scoring.respondents import Response, places, score

LEAST_FOR_SCORES = 5
LEAST_FOR_TEXTS = 10
REST = ""  # the cell of the groups that are too small by themselves

Counts = Mapping[str, int]
"""Cell -> how many people one figure rests on there."""


@dataclass(frozen=True, slots=True)
class Disclosed:
    """The answers of which figures may be made, for everybody together and for each cell that is shown.

    What may not be told was taken out of the forms. A form of `everyone` carries its cell as its layer only when
    everything of that cell is told.
    """

    everyone: tuple[Response, ...]
    cells: Mapping[str, tuple[Response, ...]]


def fixed_partition(sizes: Counts, least: int = LEAST_FOR_SCORES) -> Mapping[str, str]:
    """Group -> its cell, from how many people are asked in each group. No cell is smaller than the limit.

    Small groups go together in REST, with the smallest of the others when they are too few. Empty when that leaves
    fewer than two cells: then there is nothing to compare.
    """
    large = sorted(
        (name for name, size in sizes.items() if size >= least and name != REST), key=lambda n: (sizes[n], n)
    )
    small = [name for name in sizes if name not in large]
    while small and large and sum(sizes[name] for name in small) < least:
        small.append(large.pop(0))
    cells = {name: name for name in large} | dict.fromkeys(small, REST)
    return cells if len(set(cells.values())) > 1 else {}


def shown_cells(
    figures: Sequence[Counts], least: int = LEAST_FOR_SCORES, hidden: Collection[str] = ()
) -> frozenset[str]:
    """The cells that may be shown beside everybody, of figures that are shown or hidden together.

    Each figure says how many people it rests on in every cell of the partition. Whatever is hidden holds at least
    `least` people in every figure, so that 'everybody less what is shown' is no small group.
    """
    shown = {cell for cell in figures[0] if cell not in hidden and all(each[cell] >= least for each in figures)}
    while shown and any(_gives_away(each, shown, least) for each in figures):
        shown.remove(min(shown, key=lambda cell: (min(each[cell] for each in figures), cell)))
    return frozenset(shown)


def _gives_away(figure: Counts, shown: Collection[str], least: int) -> bool:
    """Whether subtraction leaves a group that is too small. An empty rest gives away that it is empty."""
    left = [people for cell, people in figure.items() if cell not in shown]
    return bool(left) and sum(left) < least


def comparable(before: Collection[str], now: Collection[str], least: int = LEAST_FOR_SCORES) -> bool:
    """Whether two waves may be compared: the same people were asked, or at least so many others."""
    differ = len(set(before) ^ set(now))
    return differ == 0 or differ >= least


def disclosed(
    scheme: Scheme, responses: Sequence[Response], cells: Collection[str], least: int = LEAST_FOR_SCORES
) -> Disclosed | None:
    """What may be told of these forms, of which the layer is the cell; None when they are too few.

    A score must be that of the questions (`result(..., by_question=True)`): one over people who skipped different
    questions gives them away by subtraction. Words in one's own words are never among it.
    """
    if len(responses) < least:
        return None
    units = _units(scheme, responses, least)
    known = frozenset(name for unit in units for name in unit.names)
    parts = {cell: [response for response in responses if response.layer == cell] for cell in cells}
    if not parts:
        return Disclosed(tuple(_only(response, known, "") for response in responses), {})
    shown = shown_cells([{cell: len(part) for cell, part in parts.items()}], least)
    hidden = frozenset(parts) - shown
    where = {unit: shown_cells(_figures(scheme, unit, parts), least, hidden) for unit in units}
    whole = frozenset(cell for cell in shown if all(cell in seen for seen in where.values()))
    return Disclosed(
        everyone=tuple(
            _only(response, known, response.layer if response.layer in whole else "") for response in responses
        ),
        cells={
            cell: tuple(_only(each, _names_in(cell, where), cell) for each in parts[cell]) for cell in sorted(shown)
        },
    )


@dataclass(frozen=True, slots=True)
class _Unit:
    """Questions that are told or hidden together: those of a dimension, one by itself, or a ranking."""

    names: tuple[str, ...]
    dimension: str = ""
    ranking: str = ""


def _units(scheme: Scheme, responses: Sequence[Response], least: int) -> list[_Unit]:
    """The units that may be told of everybody, with the questions that enough people answered."""
    items = [item for item in scheme.items if item.scale.kind is not ScaleKind.TEXT]
    enough = {item.id for item in items if _answered(item.id, responses) >= least}
    units = [
        _Unit(tuple(item.id for item in items if item.dimension == dimension.id and item.id in enough), dimension.id)
        for dimension in scheme.dimensions
    ]
    units += [_Unit((item.id,)) for item in items if not item.dimension and item.id in enough]
    units += [_Unit(tuple(option.id for option in ranking.options), ranking=ranking.id) for ranking in scheme.rankings]
    return [
        unit
        for unit in units
        if unit.names and all(each[REST] >= least for each in _figures(scheme, unit, {REST: responses}))
    ]


def _figures(scheme: Scheme, unit: _Unit, parts: Mapping[str, Sequence[Response]]) -> list[Counts]:
    """How many people each figure of a unit rests on, per cell."""
    if unit.ranking:
        ranking = next(each for each in scheme.rankings if each.id == unit.ranking)
        complete = {
            cell: sum(places(ranking, each.answers) is not None for each in part) for cell, part in parts.items()
        }
        return [complete]
    figures: list[Counts] = [{cell: _answered(name, part) for cell, part in parts.items()} for name in unit.names]
    if unit.dimension and scheme.dimension(unit.dimension).score is not Score.NONE:
        scored = frozenset(unit.names)
        figures.append({cell: _scored(scheme, unit.dimension, part, scored) for cell, part in parts.items()})
    return figures


def _answered(name: str, responses: Sequence[Response]) -> int:
    return sum(response.answers.get(name) is not None for response in responses)


def _scored(scheme: Scheme, dimension: str, responses: Sequence[Response], names: frozenset[str]) -> int:
    which = scheme.dimension(dimension)
    return sum(score(scheme, which, _kept(response.answers, names)) is not None for response in responses)


def _names_in(cell: str, where: Mapping[_Unit, frozenset[str]]) -> frozenset[str]:
    return frozenset(name for unit, seen in where.items() if cell in seen for name in unit.names)


def _only(response: Response, names: frozenset[str], layer: str) -> Response:
    return Response(_kept(response.answers, names), layer)


def _kept(answers: Answers, names: frozenset[str]) -> Answers:
    return {name: value for name, value in answers.items() if name in names}
