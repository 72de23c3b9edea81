"""Every measure of one network together: what a page, a file or a command shows of it."""

from dataclasses import dataclass

from regiewijzer.science.measures.centrality import (
    Values,
    betweenness,
    betweenness_centralisation,
    closeness,
    constraint,
    degree_centralisation,
    degrees,
    in_degrees,
    is_connected,
    out_degrees,
)
from regiewijzer.science.measures.cohesion import (
    Nodes,
    Reciprocity,
    Removal,
    articulation_points,
    communities,
    components,
    density,
    fragmentation,
    key_players,
    reciprocity,
    transitivity,
)
from regiewijzer.science.measures.graph import Graph


@dataclass(frozen=True, slots=True)
class NodeProfile:
    """A node: ties, and those of each direction (None without); measures as `centrality` defines them."""

    degree: int
    in_degree: int | None
    out_degree: int | None
    betweenness: float
    closeness: float
    constraint: float | None


@dataclass(frozen=True, slots=True)
class Profile:
    """A network. Without direction reciprocity and the centralisations of one direction are None, and with it
    `degree_centralisation` is. `connected`: closeness is over all others, not per component. `fragmentation` is that of
    the network as it is, `key_players` tells what it becomes.
    """

    graph: Graph
    density: float | None
    reciprocity: Reciprocity | None
    transitivity: float | None
    degree_centralisation: float | None
    in_degree_centralisation: float | None
    out_degree_centralisation: float | None
    betweenness_centralisation: float | None
    connected: bool
    components: tuple[Nodes, ...]
    articulation_points: Nodes
    communities: tuple[Nodes, ...]
    fragmentation: float | None
    key_players: tuple[Removal, ...]
    nodes: tuple[NodeProfile, ...]


def profile(graph: Graph, between: Values | None = None) -> Profile:
    """The measures of a network; `between` is its betweenness where somebody computed it already."""
    directed = graph.directed
    between = betweenness(graph) if between is None else between
    degree, inward, outward = degrees(graph), in_degrees(graph), out_degrees(graph)
    groups = components(graph)
    each = zip(degree, inward, outward, between, closeness(graph), constraint(graph), strict=True)
    return Profile(
        graph=graph,
        density=density(graph),
        reciprocity=reciprocity(graph),
        transitivity=transitivity(graph),
        degree_centralisation=None if directed else degree_centralisation(degree, directed=False),
        in_degree_centralisation=degree_centralisation(inward, directed=True) if directed else None,
        out_degree_centralisation=degree_centralisation(outward, directed=True) if directed else None,
        betweenness_centralisation=betweenness_centralisation(between, directed=directed),
        connected=is_connected(graph),
        components=groups,
        articulation_points=articulation_points(graph),
        communities=communities(graph),
        fragmentation=fragmentation([len(group) for group in groups]),
        key_players=key_players(graph),
        nodes=tuple(
            NodeProfile(ties, came if directed else None, went if directed else None, lies, near, bound)
            for ties, came, went, lies, near, bound in each
        ),
    )
