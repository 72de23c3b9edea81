"""A graph as igraph knows it, apart from what only reads graphs: the library takes a tenth of a second to load."""

import igraph

from regiewijzer.science.measures.graph import Graph


def as_igraph(graph: Graph) -> igraph.Graph:
    """For the algorithms that igraph has; nodes keep their places."""
    return igraph.Graph(n=len(graph), edges=graph.ties, directed=graph.directed)
