"""How is a graph written for other programs, so that nothing is lost? With what is known of each node beside it.

GraphML (Brandes and others 2002), GEXF 1.2 (Gephi), Pajek, an edge list, a matrix, and a workbook with all of it.
Pajek, edge list and matrix have no place for measures. In an edge list a node without ties is a row with one name.
"""

import csv
import io
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from regiewijzer.register.exchange.files.cells import Raw, for_csv
from regiewijzer.register.exchange.files.writing import Heading, Written, workbook
from regiewijzer.science.measures.affiliation import WeightedGraph

Fact = str | int | float | bool | None
LARGEST_MATRIX = 1_000  # nodes of a matrix in a workbook
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_TYPES: Mapping[type, str] = {bool: "boolean", int: "long", float: "double", str: "string"}


@dataclass(frozen=True, slots=True)
class Sheets:
    """What a workbook calls its sheets and columns."""

    nodes: str
    ties: str
    matrix: str
    name: str
    source: str
    target: str
    weight: str
    facts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Described:
    """A graph with facts of its nodes by what they are called; each has a value for every node, None for unknown."""

    weighted: WeightedGraph
    facts: Mapping[str, Sequence[Fact]]

    @property
    def names(self) -> tuple[str, ...]:
        return self.weighted.graph.names

    @property
    def directed(self) -> bool:
        return self.weighted.graph.directed

    @property
    def ties(self) -> Iterable[tuple[str, str, float]]:
        """The ends of each tie by name, with its weight."""
        for (one, other), weight in zip(self.weighted.graph.ties, self.weighted.weights, strict=True):
            yield self.names[one], self.names[other], weight


def graphml(graph: Described) -> bytes:
    """GraphML; a node is called by its name."""
    types = _types(graph)
    lines = ['<graphml xmlns="http://graphml.graphdrawing.org/xmlns">']
    lines += [
        f'<key id={_quoted(fact)} for="node" attr.name={_quoted(fact)} attr.type="{kind}"/>'
        for fact, kind in types.items()
    ]
    lines.append('<key id="weight" for="edge" attr.name="weight" attr.type="double"/>')
    lines.append(f'<graph edgedefault="{_direction(graph)}">')
    for nr, name in enumerate(graph.names):
        data = "".join(
            f"<data key={_quoted(fact)}>{escape(_xml(_plain(value)))}</data>" for fact, value in _known(graph, nr)
        )
        lines.append(f"<node id={_quoted(name)}>{data}</node>")
    for one, other, weight in graph.ties:
        lines.append(
            f"<edge source={_quoted(one)} target={_quoted(other)}>"
            f'<data key="weight">{_plain(float(weight))}</data></edge>'
        )
    return _document([*lines, "</graph></graphml>"])


def gexf(graph: Described) -> bytes:
    """GEXF 1.2; a node is called by its name."""
    place = {fact: str(nr) for nr, fact in enumerate(graph.facts)}
    lines = ['<gexf xmlns="http://www.gexf.net/1.2draft" version="1.2">']
    lines.append(f'<graph defaultedgetype="{_direction(graph)}" mode="static"><attributes class="node" mode="static">')
    lines += [
        f'<attribute id="{place[fact]}" title={_quoted(fact)} type="{kind}"/>' for fact, kind in _types(graph).items()
    ]
    lines.append("</attributes><nodes>")
    for nr, name in enumerate(graph.names):
        values = "".join(
            f'<attvalue for="{place[fact]}" value={_quoted(_plain(value))}/>' for fact, value in _known(graph, nr)
        )
        lines.append(f"<node id={_quoted(name)} label={_quoted(name)}><attvalues>{values}</attvalues></node>")
    lines.append("</nodes><edges>")
    for nr, (one, other, weight) in enumerate(graph.ties):
        lines.append(
            f'<edge id="{nr}" source={_quoted(one)} target={_quoted(other)} weight="{_plain(float(weight))}"/>'
        )
    return _document([*lines, "</edges></graph></gexf>"])


def pajek(graph: Described) -> bytes:
    """A .net file of Pajek. Quotes in a name stand behind a backslash, and line ends become spaces."""
    lines = [f"*Vertices {len(graph.names)}"]
    for nr, name in enumerate(graph.names, start=1):
        label = " ".join(name.splitlines()).replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'{nr} "{label}"')
    lines.append("*Arcs" if graph.directed else "*Edges")
    for (one, other), weight in zip(graph.weighted.graph.ties, graph.weighted.weights, strict=True):
        lines.append(f"{one + 1} {other + 1} {_plain(weight)}")
    return "\n".join([*lines, ""]).encode()


def edge_list(graph: Described) -> bytes:
    """CSV with headings: a row per tie, then a row with one name per node without ties."""
    tied = {name for one, other, _weight in graph.ties for name in (one, other)}
    rows: list[list[str]] = [["source", "target", "weight"]]
    rows += [[for_csv(one), for_csv(other), _plain(weight)] for one, other, weight in graph.ties]
    rows += [[for_csv(name), "", ""] for name in graph.names if name not in tied]
    return _csv(rows)


def matrix(graph: Described) -> bytes:
    """CSV with the nodes on both sides and the weight of the tie from the row to the column; 0 is no tie."""
    heading = ["", *map(for_csv, graph.names)]
    rows = ([for_csv(name), *map(_plain, row)] for name, row in zip(graph.names, _matrix(graph), strict=True))
    return _csv([heading, *rows])


def spreadsheet(graph: Described, sheets: Sheets) -> bytes:
    """A workbook with nodes and what is known of them, ties, and the matrix where it is not too large."""
    nodes = Written(
        sheets.nodes,
        (Heading(sheets.name), *(Heading(sheets.facts.get(fact, fact)) for fact in graph.facts)),
        [
            (name, *("" if (value := values[nr]) is None else value for values in graph.facts.values()))
            for nr, name in enumerate(graph.names)
        ],
    )
    ends = (Heading(sheets.source), Heading(sheets.target), Heading(sheets.weight))
    written = [nodes, Written(sheets.ties, ends, list(graph.ties))]
    if len(graph.names) <= LARGEST_MATRIX:
        rows: list[Sequence[Raw]] = [(name, *row) for name, row in zip(graph.names, _matrix(graph), strict=True)]
        written.append(Written(sheets.matrix, (Heading(""), *map(Heading, graph.names)), rows))
    return workbook(written)


WRITERS: Mapping[str, Callable[[Described], bytes]] = {
    ".graphml": graphml,
    ".gexf": gexf,
    ".net": pajek,
    ".csv": edge_list,
}


def _matrix(graph: Described) -> list[list[float]]:
    cells: list[list[float]] = [[0] * len(graph.names) for _name in graph.names]
    for (one, other), weight in zip(graph.weighted.graph.ties, graph.weighted.weights, strict=True):
        cells[one][other] = weight
        if not graph.directed:
            cells[other][one] = weight
    return cells


def _types(graph: Described) -> dict[str, str]:
    found = {}
    for fact, values in graph.facts.items():
        kinds = {type(value) for value in values if value is not None}
        found[fact] = _TYPES[kinds.pop() if len(kinds) == 1 else float if kinds == {int, float} else str]
    return found


def _known(graph: Described, nr: int) -> Iterable[tuple[str, str | int | float | bool]]:
    for fact, values in graph.facts.items():
        if (value := values[nr]) is not None:
            yield fact, value


def _direction(graph: Described) -> str:
    return "directed" if graph.directed else "undirected"


def _plain(value: str | int | float | bool) -> str:
    """A number with all its decimals, and without any when it is whole."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 2**53 else repr(value)
    return str(value)


def _xml(text: str) -> str:
    return _NOT_IN_XML.sub("\ufffd", text)


def _quoted(text: str) -> str:
    return quoteattr(_xml(text))


def _document(lines: Iterable[str]) -> bytes:
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines, ""]).encode()


def _csv(rows: Iterable[Sequence[str]]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()
