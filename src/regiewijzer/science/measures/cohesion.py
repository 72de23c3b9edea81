"""How close-knit is a network, and where does it fall apart?

Density, reciprocity by dyad and by arc, transitivity: Wasserman & Faust 1994, chapters 4, 6 and 13; Hanneman & Riddle
2005. Articulation points: Tarjan 1972. Communities: greedy modularity (Clauset, Newman & Moore 2004). Key-player
removal: fragmentation after Borgatti 2006, KPP-Neg, with a greedy choice.

A measure without a denominator is None.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from regiewijzer.science.measures.algorithms import as_igraph
from regiewijzer.science.measures.graph import Graph

Nodes = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reciprocity:
    """Pairs tied both ways and one way. `dyad`: of the tied pairs, `arc`: of the arcs, the part that is answered."""

    mutual: int
    asymmetric: int

    @property
    def dyad(self) -> float | None:
        return _part(self.mutual, self.mutual + self.asymmetric)

    @property
    def arc(self) -> float | None:
        return _part(2 * self.mutual, 2 * self.mutual + self.asymmetric)


@dataclass(frozen=True, slots=True)
class Removal:
    """A node that goes, and how fragmented the network then is."""

    node: int
    fragmentation: float


def density(graph: Graph) -> float | None:
    """Ties as a part of those that could be there: n(n-1) with direction, half of that without."""
    possible = len(graph) * (len(graph) - 1)
    return _part(len(graph.ties), possible if graph.directed else possible // 2)


def reciprocity(graph: Graph) -> Reciprocity | None:
    """How often a tie is answered; None where ties have no direction."""
    if not graph.directed:
        return None
    arcs = set(graph.ties)
    mutual = sum((other, one) in arcs for one, other in arcs) // 2
    return Reciprocity(mutual, len(arcs) - 2 * mutual)


def transitivity(graph: Graph) -> float | None:
    """Of the paths of two ties, the part whose ends are tied; with direction i > j > k closed by i > k."""
    if not graph.directed:
        value = as_igraph(graph).transitivity_undirected(mode="nan")
        return None if value != value else float(value)  # not a number: there are no such paths
    to, by = defaultdict[int, set[int]](set), defaultdict[int, set[int]](set)
    for one, other in graph.ties:
        to[one].add(other)
        by[other].add(one)
    there_and_back = sum(one in to[other] for one, other in graph.ties)
    paths = sum(len(by[node]) * len(to[node]) for node in range(len(graph))) - there_and_back
    closed = sum(len(to[one] & by[other]) for one, other in graph.ties)
    return _part(closed, paths)


def components(graph: Graph, *, strong: bool = False) -> tuple[Nodes, ...]:
    """Nodes that can reach each other, the largest group first; `strong`: along the direction of the ties."""
    found = as_igraph(graph).connected_components(mode="strong" if strong else "weak")
    return _largest_first(found)


def articulation_points(graph: Graph) -> Nodes:
    """Nodes without which a component falls apart, whatever the direction of ties."""
    return tuple(sorted(as_igraph(graph.undirected()).articulation_points()))


def communities(graph: Graph) -> tuple[Nodes, ...]:
    """Groups with more ties inside than chance would give, the largest first; directions are left out."""
    tied = graph.undirected()
    if not tied.ties:
        return tuple((node,) for node in range(len(graph)))
    return _largest_first(as_igraph(tied).community_fastgreedy().as_clustering())


def fragmentation(sizes: Sequence[int]) -> float | None:
    """Part of all pairs that cannot reach each other, given the sizes of the components (Borgatti 2006)."""
    nodes = sum(sizes)
    together = _part(sum(size * (size - 1) for size in sizes), nodes * (nodes - 1))
    return None if together is None else 1 - together


def key_players(graph: Graph, most: int = 3) -> tuple[Removal, ...]:
    """Which nodes, one after the other, leave the network most fragmented? The first of equals in their order."""
    left, places = graph.undirected(), list(range(len(graph)))
    removed: list[Removal] = []
    while len(removed) < most and len(left) > 2:
        found = _worst_loss(left)
        removed.append(Removal(places.pop(found.node), found.fragmentation))
        left = left.without([found.node])
    return tuple(removed)


def _worst_loss(graph: Graph) -> Removal:
    """A node that is no articulation point takes only itself away, so that counting tells what is left."""
    groups = components(graph)
    sizes = {node: len(group) for group in groups for node in group}
    pairs = sum(len(group) * (len(group) - 1) for group in groups)
    possible = (len(graph) - 1) * (len(graph) - 2)
    cut = set(articulation_points(graph))
    left = {node: pairs - 2 * (size - 1) for node, size in sizes.items()}
    for node in cut:
        parts = [len(part) for part in _parts_without(graph, node)]
        left[node] = pairs - sizes[node] * (sizes[node] - 1) + sum(part * (part - 1) for part in parts)
    worst = min(range(len(graph)), key=lambda node: (left[node], node))
    return Removal(worst, 1 - left[worst] / possible)


def _parts_without(graph: Graph, node: int) -> list[list[int]]:
    """The components into which the component of a node falls when it goes."""
    made = as_igraph(graph)
    around = made.neighbors(node)
    made.delete_vertices([node])
    membership = made.connected_components().membership
    groups = defaultdict[int, list[int]](list)
    for nr, group in enumerate(membership):
        groups[group].append(nr)
    touched = {membership[each - (each > node)] for each in around}
    return [groups[group] for group in sorted(touched)]


def _largest_first(groups: Iterable[Iterable[int]]) -> tuple[Nodes, ...]:
    found = [tuple(sorted(group)) for group in groups]
    return tuple(sorted(found, key=lambda group: (-len(group), group)))


def _part(count: int, of: int) -> float | None:
    return count / of if of else None
