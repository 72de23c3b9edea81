"""Who sits where, as a graph of both, of partners and of networks."""

from regiewijzer.science.facts import Member, Network
from regiewijzer.science.measures.affiliation import NodeKind, members_graph, networks_graph, partners_graph

NAMES = {"c": "CLB", "o": "OCMW", "s": "Huis"}
NETWORKS = [
    Network("h", "Huis", members=(Member("c"), Member("o"), Member("s"))),
    Network("t", "Tafel", members=(Member("c"), Member("o"))),
    Network("l", "Leeg"),
]


def ties(made):
    names = made.graph.names
    return {
        (names[one], names[other]): weight for (one, other), weight in zip(made.graph.ties, made.weights, strict=True)
    }


def test_networks_are_tied_to_their_partners_and_equal_names_are_told_apart():
    made = members_graph(NETWORKS, NAMES)

    assert made.graph.names == ("Huis", "Tafel", "Leeg", "CLB", "OCMW", "Huis (2)")
    assert made.kinds == (NodeKind.NETWORK,) * 3 + (NodeKind.PARTNER,) * 3
    assert set(ties(made)) == {
        ("Huis", "CLB"), ("Huis", "OCMW"), ("Huis", "Huis (2)"), ("Tafel", "CLB"), ("Tafel", "OCMW"),
    }  # fmt: skip


def test_partners_are_tied_by_the_networks_they_share():
    assert ties(partners_graph(NETWORKS, NAMES)) == {("CLB", "OCMW"): 2, ("CLB", "Huis"): 1, ("OCMW", "Huis"): 1}


def test_networks_are_tied_by_the_partners_they_share():
    made = networks_graph(NETWORKS, NAMES)

    assert ties(made) == {("Huis", "Tafel"): 2}
    assert made.graph.names == ("Huis", "Tafel", "Leeg")
