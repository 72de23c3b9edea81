"""How likely is it that two networks share so many partners, when some organisations sit in many networks anyhow?

The stochastic degree sequence model (Neal 2014; Neal, Domagalski & Sagan 2021, Scientific Reports 11:23929, who advise
it above the hypergeometric): every way to seat organisations in networks counts, as long as each network has on average
its number of partners and each organisation its number of networks. The chance that organisation k sits in network i
is then x_i y_k / (1 + x_i y_k) (bipartite configuration model, Saracco and others 2015), and what two networks share is
a sum of independent chances (Poisson binomial).

Only the numbers count: networks of the same size are alike, and organisations with the same number of networks. So
chances are computed by class.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Sizes = tuple[int, int, int]  # partners of the smaller network, of the larger, and how many they share
_Counted = tuple[tuple[int, int], ...]  # a number, and how many have it; smallest number first

PRECISION = 1e-12  # of the expected number of partners of a network, against the number it has
MOST_ROUNDS = 10_000
NEGLIGIBLE = 1e-300  # nothing is taken away from anything, so that small chances are as exact as large ones


def tails(asked: Collection[Sizes], sizes: Sequence[int], sits_in: Iterable[int]) -> Mapping[Sizes, float]:
    """Chance that networks of two sizes share at least so many partners, for each (smaller, larger, shared) asked.

    `sizes` are the numbers of partners of all networks, `sits_in` the numbers of networks of all organisations that
    sit anywhere; both count the same seats. Raises ValueError when they do not, or a size asked is of no network.
    """
    networks, organisations = Counter(sizes), Counter(sits_in)
    if sum(sizes) != sum(number * many for number, many in organisations.items()):
        raise ValueError("The partners of the networks and the networks of the organisations do not add up alike.")
    if unknown := {size for each in asked for size in each[:2]} - networks.keys():
        raise ValueError(f"No network has {min(unknown)} partners.")
    return _tails(frozenset(asked), tuple(sorted(networks.items())), tuple(sorted(organisations.items())))


@lru_cache(maxsize=8)
def _tails(asked: frozenset[Sizes], networks: _Counted, organisations: _Counted) -> Mapping[Sizes, float]:
    """Kept, for the findings, the pictures and the reports of one register ask the same."""
    if not asked:
        return {}
    row_times, column_times = [many for _size, many in networks], [many for _number, many in organisations]
    place = {size: nr for nr, (size, _many) in enumerate(networks)}
    couples = sorted({each[:2] for each in asked})
    first, second = ([place[couple[side]] for couple in couples] for side in (0, 1))
    chances = seats(list(place), row_times, [number for number, _many in organisations], column_times)
    at_least = _at_least(chances[first] * chances[second], column_times, max(n for *_, n in asked))
    where = {couple: nr for nr, couple in enumerate(couples)}
    return {each: float(at_least[where[each[:2]], each[2]]) for each in asked}


def seats(rows: Sequence[int], row_times: Sequence[int], columns: Sequence[int], column_times: Sequence[int]) -> Floats:
    """Chance of a seat, per class of networks and class of organisations.

    `rows` are different sizes of networks, each `row_times` there; `columns` likewise for organisations. Shape: rows by
    columns. Every network then has on average its number of partners, to `PRECISION`. Raises ArithmeticError when no
    chances are found.
    """
    chances = np.zeros((len(rows), len(columns)))
    by_size, by_seats = np.argsort(rows)[::-1], np.argsort(columns)[::-1]
    sizes, times = np.array(rows, float)[by_size], np.array(row_times, float)[by_size]
    sits, many = np.array(columns, float)[by_seats], np.array(column_times, float)[by_seats]
    chances[np.ix_(by_size, by_seats)] = _seats(sizes, times, sits, many)
    return chances


def _seats(sizes: Floats, times: Floats, sits: Floats, many: Floats) -> Floats:
    """The chances of classes that come largest first.

    The largest networks may hold as many seats as they can at all (Gale 1957, Ryser 1957): then who sits in more
    networks than these sits in each of them, who sits in fewer sits nowhere else, and what is left falls apart in two.
    """
    chances = np.zeros((len(sizes), len(sits)))
    rows, columns = int((sizes > 0).sum()), int((sits > 0).sum())
    if not rows or not columns:
        return chances
    sizes, times, sits, many = sizes[:rows], times[:rows], sits[:columns], many[:columns]
    largest = np.cumsum(times)
    tight = np.flatnonzero(np.cumsum(sizes * times) == np.minimum(largest[:, None], sits) @ many)
    if tight[0] == rows - 1 and sits[0] < largest[-1]:
        chances[:rows, :columns] = _fitted(sizes, times, sits, many)
        return chances
    top, number = int(tight[0]) + 1, largest[tight[0]]
    everywhere, elsewhere = int((sits >= number).sum()), int((sits > number).sum())
    chances[:top, :everywhere] = 1.0
    chances[:top, everywhere:columns] = _seats(
        sizes[:top] - many[:everywhere].sum(), times[:top], sits[everywhere:], many[everywhere:]
    )
    chances[top:rows, :elsewhere] = _seats(sizes[top:], times[top:], sits[:elsewhere] - number, many[:elsewhere])
    return chances


def _fitted(sizes: Floats, times: Floats, sits: Floats, many: Floats) -> Floats:
    """Maximum likelihood of the model: each side is solved in turn for the other, in logarithms."""
    total = sizes @ times
    row, column = np.log(sizes / np.sqrt(total)), np.log(sits / np.sqrt(total))
    for _round in range(MOST_ROUNDS):
        row = _solved(row, column, many, sizes)
        column = _solved(column, row, times, sits)
        chances = _logistic(row[:, None] + column)
        if np.max(np.abs(chances @ many - sizes) / sizes) < PRECISION:
            return chances
    raise ArithmeticError("No chances fit these numbers of partners.")


def _solved(mine: Floats, other: Floats, weights: Floats, wanted: Floats) -> Floats:
    """Newton's method per class: the expected number must be what is wanted."""
    for _step in range(50):
        chances = _logistic(mine[:, None] + other)
        missing = wanted - chances @ weights
        step = missing / ((chances * (1 - chances)) @ weights)
        mine = mine + np.clip(step, -2, 2)
        if np.max(np.abs(missing) / wanted) < PRECISION / 10:
            break
    return mine


def _logistic(value: Floats) -> Floats:
    return 1 / (1 + np.exp(-value))


def _at_least(together: Floats, times: Sequence[int], most: int) -> Floats:
    """Chance of at least n successes, n from 0 to `most`; a row per couple of sizes, a chance per class."""
    mean = together @ np.array(times, float)
    width = most + int(np.max(mean) + 12 * np.sqrt(np.max(mean))) + 40
    exactly = np.ones((1, len(together)))
    for many, nr in sorted(zip(times, range(len(times)), strict=True)):
        exactly = _with_binomial(exactly, together[:, nr], many, width)
    at_least = np.zeros((most + 1, len(together)))
    cumulated = np.minimum(1.0, np.cumsum(exactly[::-1], axis=0)[::-1])[: most + 1]
    at_least[: len(cumulated)] = cumulated
    return at_least.T


def _with_binomial(exactly: Floats, chance: Floats, many: int, width: int) -> Floats:
    """The distribution after `many` more tries with this chance each: a row per number of successes, below `width`."""
    sure = chance >= 1
    with np.errstate(divide="ignore", invalid="ignore"):
        odds = np.where(sure, 0.0, chance / (1 - chance))
    weight = np.where(sure, 1.0, (1 - chance) ** many)
    grown = np.zeros((min(len(exactly) + many, width), exactly.shape[1]))
    grown[: len(exactly)] = exactly * weight
    more = np.empty_like(exactly)
    for number in range(1, min(many, width - 1) + 1):
        weight = weight * odds * (many - number + 1) / number
        if np.max(weight) < NEGLIGIBLE:
            break
        fits = width - number
        grown[number : number + len(exactly)] += np.multiply(exactly[:fits], weight, out=more[:fits])
    if sure.any():
        grown[:, sure] = 0
        grown[many : many + len(exactly), sure] = exactly[: max(width - many, 0), sure]
    return grown
