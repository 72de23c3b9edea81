"""Which graph is in a file of GraphML or GEXF? Walked through once; a file with entities is refused.

A node is called what its name or label says when every node has one of its own, and its id otherwise. A tie with
direction in a graph without, or the other way round, counts as it says itself.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.graphs.found import Found, GraphNote, Noted, places

NAMES = frozenset({"name", "label", "naam"})
ONE_WAY, BOTH_WAYS, NO_WAY = "directed", "mutual", "undirected"
ROOTS = frozenset({"graphml", "gexf"})


@dataclass(slots=True)
class _Walk:
    """What is met on the way through the file."""

    file: str
    root: str = ""
    default: str = NO_WAY
    graphs: int = 0
    depth: int = 0
    keys: set[str] = field(default_factory=set)
    ids: list[str] = field(default_factory=list)
    labels: dict[str, str] = field(default_factory=dict)
    ties: list[tuple[str, str, str]] = field(default_factory=list)
    hyperedges: int = 0
    weights: int = 0
    node: str | None = None
    text: list[str] | None = None

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        element = _local(name)
        given = {_local(key): value for key, value in attributes.items()}
        if not self.root:
            self.root = element.casefold()
            if self.root not in ROOTS:
                raise Refused(Reason.NO_GRAPH, file=self.file)
        if element == "graph":
            self._graph(given)
        elif element == "key" and given.get("for") in ("node", "all") and _is_name(given):
            self.keys.add(given.get("id", ""))
        elif self.graphs == 1:
            self._inside(element, given)

    def _graph(self, given: Mapping[str, str]) -> None:
        self.depth += 1
        if self.depth == 1:
            self.graphs += 1
        if self.graphs == 1 and self.depth == 1:
            self.default = given.get("edgedefault", given.get("defaultedgetype", NO_WAY))

    def _inside(self, element: str, given: Mapping[str, str]) -> None:
        if element == "node":
            self.node = given.get("id", "").strip()
            if not self.node:
                raise Refused(Reason.NODE_NAMELESS, cell="<node>")
            self.ids.append(self.node)
            if given.get("label", "").strip():
                self.labels[self.node] = given["label"].strip()
        elif element == "edge":
            ends = [given.get(end, "").strip() for end in ("source", "target")]
            if not all(ends):
                raise Refused(Reason.NODE_NAMELESS, cell="<edge>")
            self.ties.append((ends[0], ends[1], self._way(given)))
            self.weights += given.get("weight", "1") not in ("1", "1.0")
        elif element == "hyperedge":
            self.hyperedges += 1
        elif element == "data" and self.node is not None and given.get("key") in self.keys:
            self.text = []

    def _way(self, given: Mapping[str, str]) -> str:
        if "directed" in given:
            return ONE_WAY if given["directed"].casefold() in ("true", "1") else NO_WAY
        return given.get("type", self.default)

    def words(self, text: str) -> None:
        if self.text is not None:
            self.text.append(text)

    def end(self, name: str) -> None:
        element = _local(name)
        if element == "graph":
            self.depth -= 1
        elif element == "node":
            self.node = None
        elif element == "data" and self.text is not None:
            if self.node is not None and (said := "".join(self.text).strip()):
                self.labels.setdefault(self.node, said)
            self.text = None


def read_markup(file: str, data: bytes) -> Found:
    """The first graph in this XML. Refused when it is damaged, hostile or something else."""
    walk = _Walk(file)
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    parser.StartElementHandler, parser.EndElementHandler = walk.start, walk.end
    parser.CharacterDataHandler = walk.words
    try:
        parser.Parse(data, True)
    except (expat.ExpatError, ValueError, LookupError) as wrong:
        raise Refused(Reason.DAMAGED) from wrong
    if not walk.graphs:
        raise Refused(Reason.NO_GRAPH, file=file)
    return _found(walk)


def _found(walk: _Walk) -> Found:
    place = places(walk.ids)
    directed = walk.default == ONE_WAY or any(way == ONE_WAY for *_ends, way in walk.ties)
    found = Found(_names(place, walk.labels), [], directed=directed, two_sided=True)
    for source, target, way in walk.ties:
        if missing := next((end for end in (source, target) if end not in place), None):
            raise Refused(Reason.NODE_UNKNOWN, name=missing[:40])
        found.ties.append((place[source], place[target]))
        if directed and way != ONE_WAY and source != target:
            found.ties.append((place[target], place[source]))
    if twice := len(walk.ids) - len(place):
        found.notes.append(Noted(GraphNote.NODES_TWICE, twice))
    if walk.hyperedges:
        found.notes.append(Noted(GraphNote.HYPEREDGES, walk.hyperedges))
    if walk.graphs > 1:
        found.notes.append(Noted(GraphNote.MORE_GRAPHS, walk.graphs))
    if walk.weights:
        found.notes.append(Noted(GraphNote.WEIGHTS, walk.weights))
    return found


def _names(place: Mapping[str, int], labels: Mapping[str, str]) -> list[str]:
    named = [labels.get(node, "") for node in place]
    return named if all(named) and len(set(named)) == len(named) else list(place)


def _is_name(given: Mapping[str, str]) -> bool:
    return given.get("attr.name", "").casefold() in NAMES


def _local(name: str) -> str:
    return name.rpartition(":")[2]


def _refuse(*_arguments: object) -> None:
    raise Refused(Reason.ENTITIES)
