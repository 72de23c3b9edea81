"""Who is tied to whom? Nodes by name, and each tie once."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

Tie = tuple[int, int]  # places of nodes; from the first to the second where ties have a direction


@dataclass(frozen=True, slots=True)
class Graph:
    """Nodes and the ties between them, none of a node with itself and none twice.

    Without direction a tie stands there with the lower place first.
    """

    names: tuple[str, ...]
    ties: tuple[Tie, ...]
    directed: bool

    def __len__(self) -> int:
        return len(self.names)

    def undirected(self) -> "Graph":
        """The same nodes, tied where there is a tie one way or the other."""
        return build(self.names, self.ties, directed=False).graph

    def without(self, nodes: Iterable[int]) -> "Graph":
        """What is left when these nodes go."""
        gone = set(nodes)
        left = [node for node in range(len(self)) if node not in gone]
        return self.among(left)

    def among(self, nodes: Sequence[int]) -> "Graph":
        """These nodes, with the ties between them."""
        place = {node: nr for nr, node in enumerate(nodes)}
        ties = [(place[one], place[other]) for one, other in self.ties if one in place and other in place]
        return build([self.names[node] for node in nodes], ties, directed=self.directed).graph


@dataclass(frozen=True, slots=True)
class Built:
    """A graph, and what was left out of it: `loops` of nodes with themselves, and ties met again, with how often."""

    graph: Graph
    loops: tuple[int, ...]
    doubles: tuple[tuple[Tie, int], ...]


def build(names: Sequence[str], ties: Iterable[Tie], *, directed: bool) -> Built:
    """A graph of these nodes. Self-loops and doubles are left out and told."""
    counted: Counter[Tie] = Counter(ties if directed else ((min(tie), max(tie)) for tie in ties))
    loops = tuple(one for one, other in counted if one == other)
    kept = {tie: times for tie, times in counted.items() if tie[0] != tie[1]}
    doubles = tuple((tie, times - 1) for tie, times in kept.items() if times > 1)
    return Built(Graph(tuple(names), tuple(kept), directed), loops, doubles)
