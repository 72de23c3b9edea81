"""A map as a file for the tools of experts: with what is known and measured of each node."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext

from regiewijzer.register.exchange.graphs.writing import WRITERS, Described, Fact, Sheets, matrix, spreadsheet
from regiewijzer.science.measures.affiliation import WeightedGraph
from regiewijzer.science.measures.profile import Profile

WORKBOOK, CSV = ".xlsx", ".csv"
ENDINGS = (*WRITERS, WORKBOOK)


def file_of(read: WeightedGraph, found: Profile, ending: str, *, as_matrix: bool = False) -> bytes:
    """The graph in the form of this ending, with its measures where that form has room for them."""
    described = Described(read, _facts(read, found))
    if ending == WORKBOOK:
        return spreadsheet(described, _sheets())
    if ending == CSV and as_matrix:
        return matrix(described)
    return WRITERS[ending](described)


def _facts(read: WeightedGraph, found: Profile) -> Mapping[str, Sequence[Fact]]:
    group = {node: nr for nr, nodes in enumerate(found.communities, start=1) for node in nodes}
    cut = set(found.articulation_points)
    directed = read.graph.directed
    facts: dict[str, Sequence[Fact]] = {"kind": [kind.value for kind in read.kinds]} if read.kinds else {}
    if directed:
        facts |= {
            "in_degree": [each.in_degree for each in found.nodes],
            "out_degree": [each.out_degree for each in found.nodes],
        }
    else:
        facts["degree"] = [each.degree for each in found.nodes]
    return facts | {
        "betweenness": [each.betweenness for each in found.nodes],
        "closeness": [each.closeness for each in found.nodes],
        "constraint": [each.constraint for each in found.nodes],
        "community": [group[node] for node in range(len(read.graph))],
        "articulation_point": [node in cut for node in range(len(read.graph))],
    }


def _sheets() -> Sheets:
    return Sheets(
        nodes=gettext("Nodes"),
        ties=gettext("Ties"),
        matrix=gettext("Matrix"),
        name=gettext("Name"),
        source=gettext("From whom"),
        target=gettext("To whom"),
        weight=gettext("Weight"),
        facts={
            "kind": gettext("Kind"),
            "degree": gettext("Degree"),
            "in_degree": gettext("Degree in"),
            "out_degree": gettext("Degree out"),
            "betweenness": gettext("Betweenness"),
            "closeness": gettext("Closeness"),
            "constraint": gettext("Constraint"),
            "community": gettext("Community"),
            "articulation_point": gettext("Holds it together"),
        },
    )
