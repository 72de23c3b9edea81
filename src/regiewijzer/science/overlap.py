"""Which networks sit at the table with the same partners, and do they have the same goal? Two axes, never one number.

Same partners: Jaccard 1901, the overlap coefficient (Szymkiewicz-Simpson; here 'containment'), and the chance that two
networks of these sizes share so many, when some organisations sit in many networks anyhow (`degree_corrected`; Neal,
Domagalski & Sagan 2021). Corrected for the number of pairs after Benjamini & Hochberg 1995. Same goal comes in as a
`likeness`. Where a pair is worth showing: seed 001 for the question, the limits are our proposal.

Counted first, listed last: of millions of pairs that share something a few thousand are shown. Pairs are therefore
counted by their sizes and what they share, the chance is taken once for each such class, and partners are listed only
for a pair that is shown.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import accumulate, chain, combinations, pairwise
from math import comb
from operator import or_
from typing import TypeVar

from regiewijzer.science.degree_corrected import Sizes, tails
from regiewijzer.science.facts import Network, Ref
from regiewijzer.science.wholes import wholes

Likeness = Callable[[Ref, Ref], float | None]
K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Pair:
    """Two networks with the partners they `share`, in order of first appearance, and the number of both together.

    `smallest` is the number of partners of the smaller network: 'they share 9 of 11'. `p` is the chance of sharing at
    least so many anyhow, `q` the same corrected for every pair that could be made. `goal_likeness` is None when a goal
    has no words or goals were not compared.
    """

    first: Network
    second: Network
    share: tuple[Ref, ...]
    smallest: int
    union: int
    p: float
    q: float
    goal_likeness: float | None

    @property
    def shared(self) -> int:
        return len(self.share)

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
    min_shared: int = 3,
    min_jaccard: float = 0.0,
    likeness: Likeness | None = None,
) -> tuple[Pair, ...]:
    """The pairs that share enough, most alike first: by Jaccard, then by number shared, then by name.

    The authority with all its own services is one partner. Chance is over those that sit in any of these networks. Only
    pairs with a partner in common are looked at (an index by organisation). `q` is corrected over the family of
    **all** pairs of networks with partners, whatever they share: a pair without a common partner has p = 1 and needs
    no looking at. Networks of one whole are no pair: they are not compared, and not counted in the family. In a pair
    the first network is the one whose `ref` comes first as text, whatever the order they are given in. Raises
    ValueError when a `ref` occurs twice.
    """
    ordered = _ordered(networks)
    partners = [network.parties for network in ordered]
    sits_in = Counter(chain.from_iterable(partners))
    appearance = {partner: place for place, partner in enumerate(sits_in)}
    by_size = sorted(range(len(ordered)), key=lambda place: len(partners[place]))
    counted, enough = _counted([partners[place] for place in by_size], min_shared)
    one_whole = _of_one_whole(ordered)
    counted.subtract(_sharing_in(one_whole, partners))
    counted = +counted
    p_values = tails(counted, [len(each) for each in partners], sits_in.values())
    family = comb(sum(1 for each in partners if each), 2) - len(one_whole)
    q_values = benjamini_hochberg(p_values, family, times=counted)
    found = []
    for pair in enough:
        one, other = sorted(by_size[place] for place in pair)
        if (one, other) in one_whole:
            continue
        share = sorted(set(partners[one]).intersection(partners[other]), key=appearance.__getitem__)
        smallest, largest = sorted((len(partners[one]), len(partners[other])))
        union = smallest + largest - len(share)
        if len(share) / union >= min_jaccard:
            first, second = ordered[one], ordered[other]
            alike = likeness(first.ref, second.ref) if likeness else None
            sizes = (smallest, largest, len(share))
            found.append(Pair(first, second, tuple(share), smallest, union, p_values[sizes], q_values[sizes], alike))
    return tuple(sorted(found, key=lambda pair: (-pair.jaccard, -pair.shared, pair.first.name, pair.second.name)))


def memberships(networks: Iterable[Network]) -> Mapping[Ref, tuple[Network, ...]]:
    """The networks each organisation sits in, organisations in order of first appearance."""
    sits_in: dict[Ref, list[Network]] = defaultdict(list)
    for network in networks:
        for partner in network.partners:
            sits_in[partner].append(network)
    return {partner: tuple(found) for partner, found in sits_in.items()}


def benjamini_hochberg(
    p_values: Mapping[K, float], tests: int | None = None, *, times: Mapping[K, int] | None = None
) -> dict[K, float]:
    """False discovery rate at which each test would count (Benjamini & Hochberg 1995), by the same key.

    `tests` is the size of the family; those that are not in `p_values` have p = 1. `times` says of how many tests a
    key stands for; once each when it is not given. Raises ValueError when the family is too small.
    """
    ranked = sorted(p_values, key=p_values.__getitem__)
    ranks = list(accumulate(times[key] if times else 1 for key in ranked))
    known = ranks[-1] if ranks else 0
    family = known if tests is None else tests
    if family < known:
        raise ValueError(f"A family of {family} tests cannot hold {known}.")
    lowest, q_values = 1.0, {}
    for key, rank in zip(reversed(ranked), reversed(ranks), strict=True):
        lowest = min(lowest, p_values[key] * (family / rank))
        q_values[key] = lowest
    return q_values


def _of_one_whole(ordered: Sequence[Network]) -> frozenset[tuple[int, int]]:
    """The pairs with partners that belong to one whole, by place, the first place first."""
    place_of = {network.ref: place for place, network in enumerate(ordered) if network.parties}
    within = {network.ref: network.within for network in ordered if network.within is not None}
    groups = (sorted(place_of[ref] for ref in group if ref in place_of) for group in wholes(within).values())
    return frozenset(pair for group in groups for pair in combinations(group, 2))


def _sharing_in(found: Iterable[tuple[int, int]], partners: Sequence[Collection[Ref]]) -> Counter[Sizes]:
    """How many of these pairs have which sizes; only those that share something."""
    sizes: Counter[Sizes] = Counter()
    for one, other in found:
        if shared := len(set(partners[one]).intersection(partners[other])):
            smallest, largest = sorted((len(partners[one]), len(partners[other])))
            sizes[smallest, largest, shared] += 1
    return sizes


def _ordered(networks: Sequence[Network]) -> tuple[Network, ...]:
    if len({network.ref for network in networks}) < len(networks):
        raise ValueError("Two networks have the same reference.")
    return tuple(sorted(networks, key=lambda network: str(network.ref)))


def _counted(groups: Sequence[Collection[Ref]], min_shared: int) -> tuple[Counter[Sizes], list[tuple[int, int]]]:
    """How many pairs of these groups, smallest first, have which sizes; and the pairs that share enough, by place.

    Only pairs that share something are counted. Each group is one bit of a whole number, so that a single addition
    runs over all groups at once: `digits[k]` holds the k-th binary digit of what every earlier group shares with this.
    """
    starts = {len(group): place for place, group in reversed(tuple(enumerate(groups)))}
    blocks = sorted(starts.items())
    sits_in: dict[Ref, int] = defaultdict(int)
    counted: Counter[Sizes] = Counter()
    enough: list[tuple[int, int]] = []
    for place, group in enumerate(groups):
        for shared, others in _by_number(sits_in[member] for member in group).items():
            for size, many in _by_size(others, blocks):
                counted[size, len(group), shared] += many
            if shared >= min_shared:
                enough.extend((other, place) for other in _places(others))
        for member in group:
            sits_in[member] |= 1 << place
    return counted, enough


def _by_number(sets: Iterable[int]) -> dict[int, int]:
    """In how many of these sets of bits is a bit? Each number with the bits it holds for; not those in none."""
    digits: list[int] = []
    for each in sets:
        carry = each
        for nr, digit in enumerate(digits):
            digits[nr], carry = digit ^ carry, digit & carry
            if not carry:
                break
        if carry:
            digits.append(carry)
    parts = {0: reduce(or_, digits)} if digits else {}
    for nr, digit in enumerate(digits):
        with_digit = {number | 1 << nr: bits & digit for number, bits in parts.items()}
        without = {number: bits & ~digit for number, bits in parts.items()}
        parts = {number: bits for number, bits in (without | with_digit).items() if bits}
    return parts


def _by_size(bits: int, blocks: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """How many of these bits are in each block of places, given as size and first place, ascending."""
    rest = bits.bit_count()
    for (size, _start), (_next, end) in pairwise(blocks):
        beyond = (bits >> end).bit_count()
        if rest > beyond:
            yield size, rest - beyond
        rest = beyond
        if not rest:
            return
    yield blocks[-1][0], rest


def _places(bits: int) -> Iterator[int]:
    while bits:
        lowest = bits & -bits
        yield lowest.bit_length() - 1
        bits ^= lowest
