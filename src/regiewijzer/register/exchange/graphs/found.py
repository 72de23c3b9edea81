"""What does a file say before it is judged? Nodes by name and ties between them, with what a reader should know."""

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.science.measures.graph import Built, Graph, Tie, build

MOST_WORK = 10**10  # nodes times ties: some minutes of counting shortest paths


class GraphNote(StrEnum):
    """What was read otherwise than it stands there, or may not be meant so."""

    LOOPS = "loops"
    DOUBLES = "doubles"
    ALIKE = "alike"
    ISOLATED = "isolated"
    WEIGHTS = "weights"
    ONE_SIDED = "one_sided"
    NODES_TWICE = "nodes_twice"
    HYPEREDGES = "hyperedges"
    MORE_GRAPHS = "more_graphs"


@dataclass(frozen=True, slots=True)
class Noted:
    """A note; `names` are those it is about, `count` how many there are."""

    note: GraphNote
    count: int
    names: tuple[str, ...] = ()


@dataclass(slots=True)
class Found:
    """A graph as a file has it. `two_sided`: without direction a tie said from both ends is one tie, not a double."""

    names: list[str]
    ties: list[Tie]
    directed: bool
    two_sided: bool = False
    notes: list[Noted] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class ReadGraph:
    """A graph that is read: without self-loops and doubles, which the notes tell."""

    graph: Graph
    notes: tuple[Noted, ...]

    def noted(self, note: GraphNote) -> tuple[str, ...]:
        """The names a note is about; none when there is no such note."""
        return tuple(name for each in self.notes if each.note is note for name in each.names)


def judged(found: Found, file: str, *, undirected: bool) -> ReadGraph:
    """The graph. Refused when there is nothing in it, or too much."""
    if not found.names:
        raise Refused(Reason.NO_NODES, file=file)
    if len(found.names) * len(found.ties) > MOST_WORK:
        raise Refused(Reason.GRAPH_TOO_LARGE, nodes=len(found.names), ties=len(found.ties))
    merged = undirected and found.directed and found.two_sided
    built = build(found.names, found.ties, directed=merged or (found.directed and not undirected))
    graph = built.graph.undirected() if merged else built.graph
    return ReadGraph(graph, (*found.notes, *_left_out(built), *_odd(graph, built, merged=merged)))


def places(names: Iterable[str]) -> Mapping[str, int]:
    """Where each name stands, the first time it is met."""
    found: dict[str, int] = {}
    for name in names:
        found.setdefault(name, len(found))
    return found


def _left_out(built: Built) -> Iterable[Noted]:
    names = built.graph.names
    if built.loops:
        yield Noted(GraphNote.LOOPS, len(built.loops), tuple(names[node] for node in built.loops))
    if built.doubles:
        sign = " > " if built.graph.directed else " - "
        told = tuple(sign.join(names[node] for node in tie) for tie, _times in built.doubles)
        yield Noted(GraphNote.DOUBLES, sum(times for _tie, times in built.doubles), told)


def _odd(graph: Graph, built: Built, *, merged: bool) -> Iterable[Noted]:
    arcs = set(built.graph.ties)
    if merged and (lone := sum((other, one) not in arcs for one, other in arcs)) and lone < len(arcs):
        yield Noted(GraphNote.ONE_SIDED, lone)
    tied = {node for tie in graph.ties for node in tie}
    if isolated := tuple(name for node, name in enumerate(graph.names) if node not in tied):
        yield Noted(GraphNote.ISOLATED, len(isolated), isolated)
    alike = defaultdict[str, list[str]](list)
    for name in graph.names:
        alike[_bare(name)].append(name)
    if groups := [group for group in alike.values() if len(group) > 1]:
        yield Noted(GraphNote.ALIKE, len(groups), tuple(" = ".join(group) for group in groups))


def _bare(name: str) -> str:
    """A name without case, accents or spacing."""
    letters = unicodedata.normalize("NFKD", name.casefold())
    return "".join(letter for letter in letters if not unicodedata.combining(letter) and not letter.isspace())
