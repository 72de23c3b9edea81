"""What does the overlap map show? Networks, and how many partners each pair of them shares."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class MapNode:
    """A network. `key` is unique on the map; networks of one `group` (a theme) are drawn near each other."""

    key: str
    name: str
    partners: int
    mandated: bool = False
    group: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class MapLink:
    """Two networks, by key, that share partners. `hot` is a pair a finding speaks of."""

    one: str
    other: str
    shared: int
    hot: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A link with the networks it joins, the first named first."""

    one: MapNode
    other: MapNode
    shared: int
    hot: bool

    @property
    def smallest(self) -> int:
        """Partners of the smaller network: the most they could share."""
        return max(self.shared, min(self.one.partners, self.other.partners))

    @property
    def together(self) -> int:
        """Partners of both networks, each counted once."""
        return max(self.smallest, self.one.partners + self.other.partners - self.shared)

    @property
    def mandated(self) -> bool:
        return self.one.mandated or self.other.mandated


@dataclass(frozen=True, slots=True)
class OverlapMap:
    """Up to about fourteen networks; the caller takes the strongest pairs of more."""

    nodes: tuple[MapNode, ...]
    links: tuple[MapLink, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The links that join two networks of the map, the strongest overlap first."""
        node = {node.key: node for node in self.nodes}
        pairs = (
            Pair(node[link.one], node[link.other], link.shared, link.hot)
            for link in self.links
            if link.one in node and link.other in node and link.one != link.other and link.shared > 0
        )
        return tuple(sorted(pairs, key=_strength))


def _strength(pair: Pair) -> tuple[bool, float, int, str, str]:
    return not pair.hot, -pair.shared / pair.smallest, -pair.shared, pair.one.name, pair.other.name
