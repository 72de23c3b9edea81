"""Networks and partners of a day as a graph, with what holds it together."""

from collections import Counter
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from os import cpu_count

from django.db.models import Min

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import as_facts
from regiewijzer.science import facts
from regiewijzer.science.facts import Ref
from regiewijzer.science.measures.affiliation import MAPS, NodeKind, WeightedGraph
from regiewijzer.science.measures.centrality import betweenness_shared
from regiewijzer.science.measures.cohesion import components
from regiewijzer.science.measures.graph import Graph
from regiewijzer.science.measures.profile import Profile, profile

MEMBERS, PARTNERS, NETWORKS = MAPS  # kinds of maps, by their code
MOST_KEPT = 8  # profiles, of some megabytes each
MOST_HOLDING = 5  # named in words


@dataclass(frozen=True, slots=True)
class Asked:
    """Which map: its kind, one theme or all, the end of which year (None: today), what size means, who is in focus."""

    kind: str = MEMBERS
    theme: str = ""
    year: int | None = None
    size: str = "ties"
    focus: str = ""


@dataclass(frozen=True, slots=True)
class Holding:
    """A node without which the map falls apart, into so many parts."""

    place: int
    parts: int


@dataclass(frozen=True, slots=True)
class WhoMap:
    """A map of a day. `refs` name the record of each node; `known` of `running` networks say who sits in them."""

    asked: Asked
    day: date
    networks: tuple[facts.Network, ...]
    read: WeightedGraph
    refs: tuple[Ref, ...]
    known: int
    running: int
    first_year: int

    @property
    def measured(self) -> Profile:
        return _measured(self.read.graph)

    @property
    def names(self) -> tuple[str, ...]:
        return self.read.graph.names

    @property
    def sits_in(self) -> Counter[Ref]:
        """In how many networks each partner sits."""
        return Counter(ref for network in self.networks for ref in network.partners)

    @property
    def response(self) -> float:
        """The part of the networks of which we know who sits in them."""
        return self.known / self.running if self.running else 0.0

    @property
    def focus(self) -> int | None:
        """The place of the node that was asked for."""
        return self.names.index(self.asked.focus) if self.asked.focus in self.names else None

    def is_partner(self, place: int) -> bool:
        return self.read.kinds[place] is NodeKind.PARTNER

    @property
    def parts(self) -> int:
        """Into how many parts it falls by itself; a network of which no member is known is none."""
        return sum(len(part) > 1 for part in components(self.read.graph))

    def holding(self) -> tuple[Holding, ...]:
        """Partners (networks, on a map of networks) without which it falls apart, into the most parts first."""
        graph = self.read.graph
        whole = len(components(graph))
        wanted = NodeKind.NETWORK if self.asked.kind == NETWORKS else NodeKind.PARTNER
        found = []
        for place in self.measured.articulation_points:
            if self.read.kinds[place] is wanted and self._ties_more(place):
                parts = len(components(graph.without([place]))) - whole + 1
                found.append(Holding(place, parts))
        return tuple(sorted(found, key=lambda each: (-each.parts, self.names[each.place]))[:MOST_HOLDING])

    def _ties_more(self, place: int) -> bool:
        return self.measured.nodes[place].degree > 1


def map_of(authority: Authority, asked: Asked, today: date) -> WhoMap:
    """The map of today, or of the last day of a year gone by, in a fixed number of queries."""
    snapshot = current_snapshot(authority, today).register
    day = today if asked.year is None or asked.year >= today.year else date(asked.year, 12, 31)
    running = snapshot.running if day == today else _on(day)
    networks = tuple(each for each in running if not asked.theme or asked.theme in each.themes)
    names = {organisation.ref: organisation.name for organisation in snapshot.organisations}
    partners = tuple(dict.fromkeys(ref for network in networks for ref in network.partners))
    of_networks = tuple(network.ref for network in networks)
    refs = {MEMBERS: of_networks + partners, PARTNERS: partners, NETWORKS: of_networks}[asked.kind]
    first = Network.objects.aggregate(first=Min("started"))["first"]
    return WhoMap(
        asked,
        day,
        networks,
        MAPS[asked.kind](networks, names),
        refs,
        sum(bool(network.members) for network in networks),
        len(networks),
        first.year if first else today.year,
    )


def _on(day: date) -> tuple[facts.Network, ...]:
    """The networks that ran on a day gone by, with who sat in them then."""
    rows = Network.objects.that_ran(day)
    return tuple(as_facts(rows, day).values())


@lru_cache(MOST_KEPT)
def _measured(graph: Graph) -> Profile:
    return profile(graph, betweenness_shared(graph, cpu_count() or 1))
