"""The command that measures a network in a file, without a server, an account or a database."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click
from django.utils import translation
from django.utils.translation import gettext

from regiewijzer.config.options import json_option, language_option, print_object
from regiewijzer.config.scanning import refuse
from regiewijzer.library.figures import number
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.limits import Refused
from regiewijzer.register.exchange.graphs.found import GraphNote, ReadGraph
from regiewijzer.register.exchange.graphs.reading import graph_at
from regiewijzer.science.measures.centrality import betweenness_shared
from regiewijzer.science.measures.profile import NodeProfile, Profile, profile

MOST_ON_PAGE = 20


@click.command()
@click.argument("path", type=click.Path(path_type=Path))
@click.option("--undirected", is_flag=True, help="A tie has no direction: one way or the other is a tie.")
@json_option
@language_option
def measures(path: Path, undirected: bool, as_json: bool, language: str) -> None:
    """Measure a network in a matrix, an edge list, GraphML or GEXF.

    A matrix and an edge list are CSV. Prints density, reciprocity, transitivity, centralisations, and for each node its
    degree, betweenness, closeness and constraint. Self-loops, doubles and whatever else may not be meant are told on
    standard error. Ends with 2 when the file cannot be read.
    """
    with translation.override(language):
        try:
            read = graph_at(path, undirected=undirected)
        except Refused as refused:
            refuse(refused)
        found = profile(read.graph, betweenness_shared(read.graph, os.cpu_count() or 1))
        for note in read.notes:
            click.echo(wording.graph_note(note), err=True)
        if not found.connected:
            click.echo(_not_connected(found), err=True)
        if as_json:
            print_object(as_object(found, read))
        else:
            click.echo(as_page(found))


def as_object(found: Profile, read: ReadGraph) -> dict[str, Any]:
    """Every measure as plain values; None where a measure does not exist."""
    graph = found.graph
    return {
        "nodes": len(graph),
        "edges": len(graph.ties),
        "directed": graph.directed,
        "density": found.density,
        "reciprocity_dyad": found.reciprocity.dyad if found.reciprocity else None,
        "reciprocity_arc": found.reciprocity.arc if found.reciprocity else None,
        "transitivity": found.transitivity,
        **_degree_centralisation(found),
        "betweenness_centralisation": found.betweenness_centralisation,
        "connected": found.connected,
        "closeness_over": "all" if found.connected else "component",
        "components": [len(group) for group in found.components],
        "articulation_points": [graph.names[node] for node in found.articulation_points],
        "communities": [[graph.names[node] for node in group] for group in found.communities],
        "fragmentation": found.fragmentation,
        "key_players": [
            {"name": graph.names[each.node], "fragmentation_without": each.fragmentation} for each in found.key_players
        ],
        "left_out": {
            "self_loops": list(read.noted(GraphNote.LOOPS)),
            "doubles": list(read.noted(GraphNote.DOUBLES)),
        },
        "notes": [wording.graph_note(note) for note in read.notes],
        "node": {name: _node(each) for name, each in zip(graph.names, found.nodes, strict=True)},
    }


def as_page(found: Profile) -> str:
    """The same for people: the network as a whole, then the nodes on most shortest paths."""
    graph = found.graph
    centralisation = _degree_centralisation(found)
    whole = {
        gettext("Density"): found.density,
        gettext("Pairs that tie both ways"): found.reciprocity.dyad if found.reciprocity else None,
        gettext("Transitivity"): found.transitivity,
        gettext("Centralisation of degree"): centralisation.get("degree_centralisation"),
        gettext("Centralisation of ties that come in"): centralisation.get("in_degree_centralisation"),
        gettext("Centralisation of ties that go out"): centralisation.get("out_degree_centralisation"),
        gettext("Centralisation of betweenness"): found.betweenness_centralisation,
    }
    counted = gettext("%(nodes)s nodes, %(ties)s ties") % {"nodes": len(graph), "ties": len(graph.ties)}
    middle = sorted(zip(graph.names, found.nodes, strict=True), key=lambda each: -each[1].betweenness)
    lines = [counted, *(f"  {name}: {number(value, 3)}" for name, value in whole.items() if value is not None)]
    if found.articulation_points:
        names = ", ".join(graph.names[node] for node in found.articulation_points[:MOST_ON_PAGE])
        lines.append(gettext("Without one of these it falls apart: %(names)s") % {"names": names})
    lines.append(gettext("On most shortest paths between others:"))
    lines += [f"  {name}: {number(each.betweenness, 1)}" for name, each in middle[:MOST_ON_PAGE] if each.betweenness]
    return "\n".join(lines)


def _degree_centralisation(found: Profile) -> Mapping[str, float | None]:
    if not found.graph.directed:
        return {"degree_centralisation": found.degree_centralisation}
    return {
        "in_degree_centralisation": found.in_degree_centralisation,
        "out_degree_centralisation": found.out_degree_centralisation,
    }


def _node(each: NodeProfile) -> dict[str, float | None]:
    ties: dict[str, float | None] = (
        {"degree": each.degree}
        if each.in_degree is None
        else {"in_degree": each.in_degree, "out_degree": each.out_degree}
    )
    return ties | {
        "betweenness": each.betweenness,
        "closeness": each.closeness,
        "constraint": each.constraint,
    }


def _not_connected(found: Profile) -> str:
    if found.graph.directed:
        return gettext(
            "Not every node reaches every other along the direction of ties. Closeness is among nodes that reach each "
            "other both ways; a node alone has 0."
        )
    sentence = gettext(
        "Not every node reaches every other: there are %(count)s components. Closeness is within each; a node alone "
        "has 0."
    )
    return sentence % {"count": len(found.components)}
