"""Which networks sit at the table with the same partners, and do they have the same goal? Two axes, never one number.

Same partners: Jaccard 1901, the overlap coefficient (Szymkiewicz-Simpson; here 'containment'), and the exact
hypergeometric tail: how often would two networks of these sizes share so many, had they drawn their partners from the
territory by lot? Corrected for the number of pairs after Benjamini & Hochberg 1995. Same goal comes in as a cosine
(`likeness`). Where a pair is worth showing: seed 001 for the question, the limits are our proposal.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import comb
from typing import TypeVar

from regiewijzer.science.facts import Network, Ref

GoalCosine = Callable[[Ref, Ref], float | None]
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two networks with the partners they `share`, in the order of the first, and the number of both together.

    `p` is the chance of sharing at least so many by lot, `q` the same corrected for every pair that could be made.
    `goal_cosine` is None when a goal has no words or goals were not compared.
    """

    first: Network
    second: Network
    share: tuple[Ref, ...]
    union: int
    p: float
    q: float
    goal_cosine: float | None

    @property
    def shared(self) -> int:
        return len(self.share)

    @property
    def smallest(self) -> int:
        """The number of partners of the smaller network: 'they share 9 of 11'."""
        return min(len(self.first.partners), len(self.second.partners))

    @property
    def jaccard(self) -> float:
        return self.shared / self.union

    @property
    def containment(self) -> float:
        """Overlap coefficient: 1 when the smaller network sits wholly inside the larger."""
        return self.shared / self.smallest


def pairs(
    networks: Sequence[Network],
    *,
    population: int | None = None,
    min_shared: int = 3,
    min_jaccard: float = 0.0,
    goal_cosines: GoalCosine | None = None,
) -> tuple[Pair, ...]:
    """The pairs that share enough, most alike first: by Jaccard, then by number shared, then by name.

    `population` is the number of organisations in the territory; when not given, those in any of the networks. Only
    pairs with a partner in common are looked at (an index by organisation). `q` is corrected over the family of
    **all** pairs of networks with partners, whatever they share: a pair without a common partner has p = 1 and needs
    no looking at. In a pair the first network is the one whose `ref` comes first as text, whatever the order they are
    given in. Raises ValueError when the population is smaller than the number of different partners, or a `ref` occurs
    twice.
    """
    ordered = _ordered(networks)
    partners = {network.ref: frozenset(network.partners) for network in ordered}
    everyone = len(frozenset().union(*partners.values()))
    if population is not None and population < everyone:
        raise ValueError(f"A territory of {population} organisations cannot hold {everyone} partners of networks.")
    shared = _shared(ordered)
    p_values = _p_values(shared, partners, population or everyone)
    q_values = benjamini_hochberg(p_values, comb(sum(1 for each in partners.values() if each), 2))
    by_ref = {network.ref: network for network in ordered}
    found = []
    for (one, other), share in shared.items():
        union = len(partners[one]) + len(partners[other]) - len(share)
        if len(share) >= min_shared and len(share) / union >= min_jaccard:
            cosine = goal_cosines(one, other) if goal_cosines else None
            p, q = p_values[one, other], q_values[one, other]
            found.append(Pair(by_ref[one], by_ref[other], tuple(share), union, p, q, cosine))
    return tuple(sorted(found, key=lambda pair: (-pair.jaccard, -pair.shared, pair.first.name, pair.second.name)))


def memberships(networks: Iterable[Network]) -> Mapping[Ref, tuple[Network, ...]]:
    """The networks each organisation sits in, organisations in order of first appearance."""
    sits_in: dict[Ref, list[Network]] = defaultdict(list)
    for network in networks:
        for partner in network.partners:
            sits_in[partner].append(network)
    return {partner: tuple(found) for partner, found in sits_in.items()}


def hypergeometric_tail(population: int, size: int, other_size: int, shared: int) -> float:
    """Chance that two groups of these sizes, drawn by lot from the population, share at least `shared`. Exact integers.

    Raises ValueError when a group is larger than the population or a number is negative.
    """
    if min(size, other_size, shared) < 0 or max(size, other_size) > population:
        raise ValueError(f"Groups of {size} and {other_size} sharing {shared} do not fit in {population}.")
    smallest = min(size, other_size)
    ways = sum(comb(size, both) * comb(population - size, other_size - both) for both in range(shared, smallest + 1))
    return ways / comb(population, other_size)


def benjamini_hochberg(p_values: Mapping[K, float], tests: int | None = None) -> dict[K, float]:
    """False discovery rate at which each test would count (Benjamini & Hochberg 1995), by the same key.

    `tests` is the size of the family; those that are not in `p_values` have p = 1. Raises ValueError when it is too
    small.
    """
    family = len(p_values) if tests is None else tests
    if family < len(p_values):
        raise ValueError(f"A family of {family} tests cannot hold {len(p_values)}.")
    lowest, q_values = 1.0, {}
    ranked = sorted(p_values.items(), key=lambda item: item[1])
    for rank, (key, p) in reversed(tuple(enumerate(ranked, start=1))):
        lowest = min(lowest, p * (family / rank))
        q_values[key] = lowest
    return q_values


def _ordered(networks: Sequence[Network]) -> tuple[Network, ...]:
    if len({network.ref for network in networks}) < len(networks):
        raise ValueError("Two networks have the same reference.")
    return tuple(sorted(networks, key=lambda network: str(network.ref)))


def _shared(ordered: Sequence[Network]) -> dict[tuple[Ref, Ref], list[Ref]]:
    """For every pair with a partner in common: those partners."""
    common: dict[tuple[Ref, Ref], list[Ref]] = defaultdict(list)
    for partner, sits_in in memberships(ordered).items():
        for one, other in combinations(sits_in, 2):
            common[one.ref, other.ref].append(partner)
    return common


def _p_values(
    shared: Mapping[tuple[Ref, Ref], Sequence[Ref]], partners: Mapping[Ref, frozenset[Ref]], population: int
) -> dict[tuple[Ref, Ref], float]:
    """Many pairs have the same sizes, so each tail is counted once."""
    tails: dict[tuple[int, int, int], float] = {}
    p_values = {}
    for (one, other), share in shared.items():
        sizes = (len(partners[one]), len(partners[other]), len(share))
        if sizes not in tails:
            tails[sizes] = hypergeometric_tail(population, *sizes)
        p_values[one, other] = tails[sizes]
    return p_values
