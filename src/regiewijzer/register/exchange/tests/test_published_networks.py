"""Measures against values that others published, from the files to the numbers."""

from pathlib import Path

import networkx
import pytest

from regiewijzer.register.exchange.graphs.reading import graph_at
from regiewijzer.science.measures.graph import build
from regiewijzer.science.measures.profile import profile

NETWORKS = Path(__file__).parent / "networks"
# networkx 3.6.1, test_betweenness_centrality: the 15 families that married
FLORENTINE = {
    "Acciaiuoli": 0.000, "Albizzi": 0.212, "Barbadori": 0.093, "Bischeri": 0.104, "Castellani": 0.055, "Ginori": 0.000,
    "Guadagni": 0.255, "Lamberteschi": 0.000, "Medici": 0.522, "Pazzi": 0.000, "Peruzzi": 0.022, "Ridolfi": 0.114,
    "Salviati": 0.143, "Strozzi": 0.103, "Tornabuoni": 0.092,
}  # fmt: skip
# Borgatti & Halgin, in networkx 3.6.1, bipartite test_centrality: degree, betweenness, closeness
DAVIS = {
    "E8": (0.78, 0.24, 0.85), "E9": (0.67, 0.23, 0.79), "E7": (0.56, 0.13, 0.73), "Nora Fayette": (0.57, 0.11, 0.80),
    "Evelyn Jefferson": (0.57, 0.10, 0.80), "Theresa Anderson": (0.57, 0.09, 0.80), "E6": (0.44, 0.07, 0.69),
    "Sylvia Avondale": (0.50, 0.07, 0.77), "Laura Mandeville": (0.50, 0.05, 0.73), "Brenda Rogers": (0.50, 0.05, 0.73),
    "Katherina Rogers": (0.43, 0.05, 0.73), "E5": (0.44, 0.04, 0.59), "Helen Lloyd": (0.36, 0.04, 0.73),
    "E3": (0.33, 0.02, 0.56), "Ruth DeSand": (0.29, 0.02, 0.71), "Verne Sanderson": (0.29, 0.02, 0.71),
    "E12": (0.33, 0.02, 0.56), "Myra Liddel": (0.29, 0.02, 0.69), "E11": (0.22, 0.02, 0.54),
    "Eleanor Nye": (0.29, 0.01, 0.67), "Frances Anderson": (0.29, 0.01, 0.67), "Pearl Oglethorpe": (0.21, 0.01, 0.67),
    "E4": (0.22, 0.01, 0.54), "Charlotte McDowd": (0.29, 0.01, 0.60), "E10": (0.28, 0.01, 0.55),
    "Olivia Carleton": (0.14, 0.01, 0.59), "Flora Price": (0.14, 0.01, 0.59), "E2": (0.17, 0.00, 0.52),
    "E1": (0.17, 0.00, 0.52), "Dorothy Murchison": (0.14, 0.00, 0.65), "E13": (0.17, 0.00, 0.52),
    "E14": (0.17, 0.00, 0.52),
}  # fmt: skip


def measured(name, *, undirected=False):
    return profile(graph_at(NETWORKS / name, undirected=undirected).graph)


def by_name(found, what):
    return {name: getattr(node, what) for name, node in zip(found.graph.names, found.nodes, strict=True)}


def test_information_between_the_organisations_of_knoke():
    found = measured("knoke_information.csv")

    between = by_name(found, "betweenness")
    assert (len(found.graph), len(found.graph.ties)) == (10, 49)
    assert found.density == pytest.approx(0.5444, abs=5e-5)
    assert (found.reciprocity.mutual, found.reciprocity.asymmetric) == (17, 15)
    assert found.reciprocity.dyad == pytest.approx(0.5313, abs=5e-5)
    assert found.reciprocity.arc == pytest.approx(0.6939, abs=5e-5)
    assert found.transitivity == pytest.approx(146 / 217)
    assert {name: round(between[name], 3) for name in ("MAYR", "COMM", "EDUC")} == {
        "MAYR": 17.833,
        "COMM": 12.333,
        "EDUC": 11.694,
    }
    assert found.betweenness_centralisation == pytest.approx(0.2011, abs=5e-5)
    assert found.connected


def test_directed_centralisation_divides_by_the_square_and_not_as_in_print():
    found = measured("knoke_information.csv")

    assert found.out_degree_centralisation == pytest.approx(0.3827, abs=5e-5)
    assert found.out_degree_centralisation * 81 / 72 == pytest.approx(0.43056, abs=5e-6)
    assert found.in_degree_centralisation * 81 / 72 == pytest.approx(0.56944, abs=5e-6)
    assert found.degree_centralisation is None


def test_information_without_direction():
    found = measured("knoke_information.csv", undirected=True)

    assert (len(found.graph.ties), found.reciprocity) == (32, None)
    assert found.density == pytest.approx(0.711111, abs=5e-7)
    assert found.degree_centralisation == pytest.approx(0.361111, abs=5e-7)
    assert found.betweenness_centralisation == pytest.approx(0.091564, abs=5e-7)
    assert found.transitivity == pytest.approx(0.758065, abs=5e-7)


def test_money_between_the_organisations_of_knoke():
    found = measured("knoke_money.csv")

    assert (len(found.graph.ties), found.reciprocity.mutual, found.reciprocity.asymmetric) == (22, 1, 20)
    assert found.density == pytest.approx(0.244444, abs=5e-7)
    assert found.reciprocity.arc == pytest.approx(0.090909, abs=5e-7)
    assert found.transitivity == pytest.approx(21 / 32)
    assert found.out_degree_centralisation == pytest.approx(0.345679, abs=5e-7)
    assert found.in_degree_centralisation == pytest.approx(0.469136, abs=5e-7)
    assert found.betweenness_centralisation == pytest.approx(0.115741, abs=5e-7)
    assert [len(group) for group in found.components] == [9, 1]
    assert not found.connected


def test_sixteen_families_of_florence():
    found = measured("florentine_marriage16.csv", undirected=True)

    assert (len(found.graph), len(found.graph.ties)) == (16, 20)
    assert [len(group) for group in found.components] == [15, 1]
    assert found.transitivity == pytest.approx(0.1914894, abs=5e-8)
    assert found.degree_centralisation == pytest.approx(0.266667, abs=5e-7)
    assert found.betweenness_centralisation == pytest.approx(0.383492, abs=5e-7)
    assert by_name(found, "betweenness")["Medici"] == pytest.approx(47.5)
    assert by_name(found, "constraint")["Pucci"] is None
    assert by_name(found, "closeness")["Medici"] == pytest.approx(0.56, abs=5e-3)
    assert found.graph.names[found.key_players[0].node] == "Medici"


def test_fifteen_families_have_the_published_betweenness():
    graph = graph_at(NETWORKS / "florentine_marriage16.csv", undirected=True).graph
    found = profile(graph.without([graph.names.index("Pucci")]))

    between = by_name(found, "betweenness")
    assert {name: value / 91 for name, value in between.items()} == pytest.approx(FLORENTINE, abs=1e-3)
    assert found.betweenness_centralisation == pytest.approx(0.437, abs=5e-4)
    assert found.connected


def test_women_and_events_have_the_published_centralities():
    davis = networkx.davis_southern_women_graph()
    names = list(davis)
    women = [name for name in names if not davis.nodes[name]["bipartite"]]
    place = {name: nr for nr, name in enumerate(names)}
    found = profile(build(names, [(place[one], place[other]) for one, other in davis.edges], directed=False).graph)

    sides = {name: (18, 14) if name in women else (14, 18) for name in names}
    for name, node in zip(names, found.nodes, strict=True):
        degree, between, close = DAVIS[name]
        own, other = sides[name]
        assert node.degree / other == pytest.approx(degree, abs=1e-2)
        assert node.betweenness / most_between(own, other) == pytest.approx(between, abs=1e-2)
        nearest = (other + 2 * (own - 1)) / (len(names) - 1)
        assert node.closeness * nearest == pytest.approx(close, abs=1e-2)


def most_between(own, other):
    """Largest betweenness of a node in a two-mode network (Borgatti & Halgin 2011)."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
