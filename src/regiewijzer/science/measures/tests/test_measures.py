"""Measures of graphs, against networkx on graphs that chance made, and on cases that can be counted by hand."""

import networkx
import pytest

from regiewijzer.science.measures.centrality import (
    WORTH_SHARING,
    betweenness,
    betweenness_centralisation,
    betweenness_shared,
    closeness,
    constraint,
    degree_centralisation,
    degrees,
    in_degrees,
)
from regiewijzer.science.measures.cohesion import (
    articulation_points,
    communities,
    components,
    density,
    fragmentation,
    key_players,
    reciprocity,
    transitivity,
)
from regiewijzer.science.measures.graph import Graph, build
from regiewijzer.science.measures.profile import profile

EXACT = 1e-9


def star(others):
    return build([str(nr) for nr in range(others + 1)], [(0, nr) for nr in range(1, others + 1)], directed=False).graph


def chance_graph(seed, *, directed):
    made = networkx.gnp_random_graph(4 + seed % 17, (0.05, 0.15, 0.3, 0.6)[seed % 4], seed=seed, directed=directed)
    return made, Graph(tuple(map(str, made)), tuple(made.edges), directed)


def constraint_of(made, node):
    """As networkx defines it; what it says of all nodes at once leaves out those without ties that go out."""
    around = set(networkx.all_neighbors(made, node))
    return sum(networkx.local_constraint(made, node, other) for other in around) if around else None


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("seed", range(100))
def test_measures_are_those_of_networkx(seed, directed):
    made, graph = chance_graph(seed, directed=directed)
    groups = list(networkx.strongly_connected_components(made) if directed else networkx.connected_components(made))
    close = {
        node: value for group in groups for node, value in networkx.closeness_centrality(made.subgraph(group)).items()
    }

    found = profile(graph)

    between = networkx.betweenness_centrality(made, normalized=False)
    assert found.density == pytest.approx(networkx.density(made), abs=EXACT)
    assert betweenness(graph) == pytest.approx([between[node] for node in made], abs=EXACT)
    assert closeness(graph) == pytest.approx([close[node] for node in made], abs=EXACT)
    assert constraint(graph) == pytest.approx([constraint_of(made, node) for node in made], abs=EXACT)
    assert degrees(graph) == tuple(degree for _node, degree in made.degree)
    assert sorted(map(len, components(graph, strong=directed))) == sorted(map(len, groups))
    assert set(articulation_points(graph)) == set(networkx.articulation_points(made.to_undirected()))
    assert found.connected == (len(groups) == 1)
    if directed and made.edges:
        assert found.reciprocity.arc == pytest.approx(networkx.overall_reciprocity(made), abs=EXACT)
    if directed:
        assert in_degrees(graph) == tuple(degree for _node, degree in made.in_degree)
    elif found.transitivity is not None:
        assert found.transitivity == pytest.approx(networkx.transitivity(made), abs=EXACT)


@pytest.mark.parametrize("seed", range(20))
def test_the_first_key_player_leaves_the_most_pairs_apart(seed):
    made, graph = chance_graph(seed, directed=False)

    def without(node):
        left = made.copy()
        left.remove_node(node)
        return fragmentation([len(group) for group in networkx.connected_components(left)])

    first = key_players(graph)[0]

    assert first.fragmentation == pytest.approx(max(without(node) for node in made))
    assert first.fragmentation == pytest.approx(without(first.node))


@pytest.mark.parametrize("directed", [False, True])
def test_parts_of_the_work_add_up_to_the_whole(directed):
    made, graph = chance_graph(12, directed=directed)

    halves = [betweenness(graph, range(start, len(made), 2)) for start in (0, 1)]

    assert list(map(sum, zip(*halves, strict=True))) == pytest.approx(betweenness(graph))


def test_processors_share_the_work_of_a_large_graph():
    made = networkx.path_graph(WORTH_SHARING)
    graph = Graph(tuple(map(str, made)), tuple(made.edges), directed=False)

    assert betweenness_shared(graph, 2) == pytest.approx([nr * (len(graph) - 1 - nr) for nr in range(len(graph))])


def test_transitivity_with_direction_counts_paths_that_are_closed_forward():
    triangle_and_tail = build("abcd", [(0, 1), (1, 2), (0, 2), (2, 3)], directed=True).graph

    assert transitivity(triangle_and_tail) == pytest.approx(1 / 3)  # abc closed; bcd, acd open
    assert transitivity(build("ab", [(0, 1), (1, 0)], directed=True).graph) is None


def test_communities_are_groups_with_more_inside():
    two = networkx.barbell_graph(5, 0)
    graph = Graph(tuple(map(str, two)), tuple(two.edges), directed=False)

    assert communities(graph) == ((0, 1, 2, 3, 4), (5, 6, 7, 8, 9))
    assert communities(build("ab", [], directed=False).graph) == ((0,), (1,))


def test_a_star_is_as_central_as_can_be():
    graph = star(6)

    assert degree_centralisation(degrees(graph), directed=False) == 1
    assert betweenness_centralisation(betweenness(graph), directed=False) == 1
    assert degree_centralisation((4, 0, 0, 0, 0), directed=True) == 1


def test_removal_of_the_middle_of_a_star_leaves_nothing_together():
    first, *_others = key_players(star(6))

    assert (first.node, first.fragmentation) == (0, 1)


def test_self_loops_and_doubles_are_left_out_and_told():
    built = build("abc", [(0, 0), (0, 1), (1, 0), (0, 1), (1, 2)], directed=False)

    assert built.graph.ties == ((0, 1), (1, 2))
    assert (built.loops, built.doubles) == ((0,), (((0, 1), 2),))


def test_what_has_no_denominator_has_no_value():
    alone = profile(build(["a"], [], directed=True).graph)

    assert (alone.density, alone.transitivity, alone.reciprocity.dyad) == (None, None, None)
    assert (alone.in_degree_centralisation, alone.betweenness_centralisation, alone.fragmentation) == (None, None, None)
    assert alone.nodes[0].constraint is None
    assert density(build("ab", [], directed=False).graph) == 0
    assert reciprocity(build("ab", [(0, 1)], directed=False).graph) is None
