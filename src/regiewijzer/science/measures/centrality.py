"""Who stands in the middle, and how much does the network hang on one of them?

Degree, closeness, betweenness and their centralisations: Freeman 1979; betweenness computed after Brandes 2001.
Centralisation of degree divides by (n-1)^2 with direction and by (n-1)(n-2) without; the largest value it can then
have is that of a star. Constraint: Burt 1992, chapter 2, ties counted without weight.
"""

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from itertools import repeat
from math import isnan

from regiewijzer.science.measures.algorithms import as_igraph
from regiewijzer.science.measures.cohesion import components
from regiewijzer.science.measures.graph import Graph

WORTH_SHARING = 1_000  # nodes; below it starting a process takes longer than counting
Values = tuple[float, ...]


def degrees(graph: Graph) -> tuple[int, ...]:
    """Ties of each node, whatever their direction."""
    counted = [0] * len(graph)
    for tie in graph.ties:
        for node in tie:
            counted[node] += 1
    return tuple(counted)


def in_degrees(graph: Graph) -> tuple[int, ...]:
    """Ties that come in at each node."""
    return _at_end(graph, 1)


def out_degrees(graph: Graph) -> tuple[int, ...]:
    """Ties that leave each node."""
    return _at_end(graph, 0)


def degree_centralisation(counted: Sequence[int], *, directed: bool) -> float | None:
    """How unequal degrees are, 0-1: the sum of the distances to the highest, over what a star would have.

    `counted` are the degrees of all nodes: of one direction when `directed`. None for fewer than three nodes.
    """
    nodes = len(counted)
    if nodes < 3:
        return None
    return _distances(counted) / ((nodes - 1) ** 2 if directed else (nodes - 1) * (nodes - 2))


def betweenness(graph: Graph, sources: Sequence[int] | None = None) -> Values:
    """On how many shortest paths each node lies, not normalised: a pair with several paths counts a part for each.

    With `sources` only the paths from those nodes; the sums over parts of all nodes are those of the whole, so that
    several processors can share the work.
    """
    return tuple(as_igraph(graph).betweenness(directed=graph.directed, sources=sources))


def betweenness_shared(graph: Graph, processors: int) -> Values:
    """Betweenness, with the work of a large graph shared by so many processors."""
    if len(graph) < WORTH_SHARING or processors < 2:
        return betweenness(graph)
    parts = [range(first, len(graph), processors) for first in range(processors)]
    with ProcessPoolExecutor(processors) as pool:
        return tuple(map(sum, zip(*pool.map(betweenness, repeat(graph), parts), strict=True)))


def betweenness_centralisation(between: Sequence[float], *, directed: bool) -> float | None:
    """The mean distance to the highest betweenness, as a part of the pairs of others, 0-1; None under three nodes."""
    nodes = len(between)
    if nodes < 3:
        return None
    pairs = (nodes - 1) * (nodes - 2) / (1 if directed else 2)
    return _distances(between) / pairs / (nodes - 1)


def closeness(graph: Graph) -> Values:
    """The number of others over the sum of their distances, in each component apart, 0-1.

    With direction: distances to the node, within nodes that reach each other both ways. A node alone has 0.
    """
    values = [0.0] * len(graph)
    groups = components(graph, strong=graph.directed)
    for group in groups:
        if len(group) > 1:
            part = graph if len(groups) == 1 else graph.among(group)
            for node, value in zip(group, as_igraph(part).closeness(mode="in"), strict=True):
                values[node] = value
    return tuple(values)


def is_connected(graph: Graph) -> bool:
    """Whether closeness is over all others: every node reaches every other, along the direction of ties."""
    return len(components(graph, strong=graph.directed)) <= 1


def constraint(graph: Graph) -> tuple[float | None, ...]:
    """How much the partners of a node are partners of each other; a tie both ways weighs twice.

    From about 0 (partners strange to each other) up; None for a node without ties.
    """
    return tuple(None if isnan(value) else value for value in as_igraph(graph).constraint())


def _at_end(graph: Graph, end: int) -> tuple[int, ...]:
    counted = [0] * len(graph)
    for tie in graph.ties:
        counted[tie[end]] += 1
    return tuple(counted)


def _distances(values: Sequence[float]) -> float:
    highest = max(values)
    return sum(highest - value for value in values)
