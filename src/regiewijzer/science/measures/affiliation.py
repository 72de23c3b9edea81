"""Who sits in which network, as a graph: both kinds of nodes, or one kind tied by what they share (Breiger 1974)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import combinations
from types import MappingProxyType

from regiewijzer.science.facts import Network, Ref
from regiewijzer.science.measures.graph import Graph, Tie


class NodeKind(StrEnum):
    """What a node is."""

    NETWORK = "network"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class WeightedGraph:
    """A graph with a weight for each of its ties, in their order; `kinds` tells what each node is, where that is known.

    Between partners a weight is how many networks they share, between networks how many partners.
    """

    graph: Graph
    weights: tuple[float, ...]
    kinds: tuple[NodeKind, ...] = ()


def members_graph(networks: Sequence[Network], names: Mapping[Ref, str]) -> WeightedGraph:
    """Networks and partners, tied where a partner sits in a network. Equal names get a number behind."""
    partners = _partners(networks)
    place = {ref: len(networks) + nr for nr, ref in enumerate(partners)}
    ties = [(nr, place[ref]) for nr, network in enumerate(networks) for ref in network.partners]
    nodes = [network.name for network in networks] + [names.get(ref, str(ref)) for ref in partners]
    kinds = (NodeKind.NETWORK,) * len(networks) + (NodeKind.PARTNER,) * len(partners)
    return WeightedGraph(Graph(_unique(nodes), tuple(ties), directed=False), (1,) * len(ties), kinds)


def partners_graph(networks: Sequence[Network], names: Mapping[Ref, str]) -> WeightedGraph:
    """Partners, tied where they share a network."""
    partners = _partners(networks)
    place = {ref: nr for nr, ref in enumerate(partners)}
    groups = [[place[ref] for ref in network.partners] for network in networks]
    return _shared([names.get(ref, str(ref)) for ref in partners], groups, NodeKind.PARTNER)


def networks_graph(networks: Sequence[Network], _names: Mapping[Ref, str]) -> WeightedGraph:
    """Networks, tied where they share a partner."""
    groups: dict[Ref, list[int]] = {ref: [] for ref in _partners(networks)}
    for nr, network in enumerate(networks):
        for ref in network.partners:
            groups[ref].append(nr)
    return _shared([network.name for network in networks], groups.values(), NodeKind.NETWORK)


MAPS: Mapping[str, Callable[[Sequence[Network], Mapping[Ref, str]], WeightedGraph]] = MappingProxyType(
    {"members": members_graph, "partners": partners_graph, "networks": networks_graph}
)


def _partners(networks: Iterable[Network]) -> list[Ref]:
    return list(dict.fromkeys(ref for network in networks for ref in network.partners))


def _shared(names: Sequence[str], groups: Iterable[Sequence[int]], kind: NodeKind) -> WeightedGraph:
    counted: Counter[Tie] = Counter(pair for group in groups for pair in combinations(sorted(group), 2))
    graph = Graph(_unique(names), tuple(counted), directed=False)
    return WeightedGraph(graph, tuple(counted.values()), (kind,) * len(names))


def _unique(names: Sequence[str]) -> tuple[str, ...]:
    taken: set[str] = set(names)
    met: set[str] = set()
    made = []
    for name in names:
        number, unique = 2, name
        while unique in met or (unique != name and unique in taken):
            unique = f"{name} ({number})"
            number += 1
        met.add(unique)
        made.append(unique)
    return tuple(made)
