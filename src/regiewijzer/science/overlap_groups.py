"""Which networks overlap together, and on which side of two axes do they stand?

A group hangs together by pairs that share more partners than chance explains, that have half of all their partners in
common, or that share half of the smaller one's partners with the same or a related goal. Other pairs make none, for in
a small town they tie nearly everything to everything. Whether any pair of a group is beyond chance is one axis. The
other is the goal: the same (alike in words, or a theme and a target group in common), related (a theme), another, or
unknown. Seed 001 for the two axes, what ties and what counts as the same is our proposal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from regiewijzer.science.facts import Network, Ref
from regiewijzer.science.limits import Limits, at_least
from regiewijzer.science.overlap import Pair

SHARED_BY = 2  # a party counts as shared from so many networks of a group on


class InCommon(StrEnum):
    """What two goals have in common, the most first."""

    SAME = "same"
    RELATED = "related"
    OTHER = "other"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Group:
    """Networks by name, with every pair of them that shares enough, the most alike first; `sure` are beyond chance."""

    networks: tuple[Network, ...]
    pairs: tuple[Pair, ...]
    sure: tuple[Pair, ...]
    goal: InCommon

    @property
    def refs(self) -> frozenset[Ref]:
        return frozenset(network.ref for network in self.networks)

    @property
    def mandated(self) -> int:
        return sum(network.mandated for network in self.networks)

    @property
    def parties(self) -> frozenset[Ref]:
        """Everybody who sits in one of them."""
        return frozenset(party for network in self.networks for party in network.parties)

    def sitting_in(self, party: Ref) -> tuple[Network, ...]:
        """The networks of the group in which this party sits."""
        return tuple(network for network in self.networks if party in network.parties)

    @property
    def shared(self) -> tuple[Ref, ...]:
        """Parties of two networks of the group or more, those in most first."""
        counts = {party: len(self.sitting_in(party)) for party in self.parties}
        found = [party for party, count in counts.items() if count >= SHARED_BY]
        return tuple(sorted(found, key=lambda party: (-counts[party], str(party))))


def in_common(pair: Pair, limits: Limits) -> InCommon:
    """What the goals of a pair have in common."""
    themes = set(pair.first.themes).intersection(pair.second.themes)
    groups = set(pair.first.target_groups).intersection(pair.second.target_groups)
    alike = pair.goal_likeness is not None and at_least(pair.goal_likeness, limits.goal_likeness)
    if alike or (themes and groups):
        return InCommon.SAME
    if themes:
        return InCommon.RELATED
    return InCommon.UNKNOWN if pair.goal_likeness is None else InCommon.OTHER


def beyond_chance(pair: Pair, limits: Limits) -> bool:
    """Whether they share more than chance explains, corrected for every pair that could be made."""
    return at_least(limits.false_discovery, pair.q)


def ties(pair: Pair, limits: Limits) -> bool:
    """Whether a pair draws both into one group."""
    near = in_common(pair, limits) in (InCommon.SAME, InCommon.RELATED)
    half = at_least(pair.containment, limits.overlap_contained)
    return beyond_chance(pair, limits) or at_least(pair.jaccard, limits.overlap_alike) or (near and half)


def components(found: Sequence[Pair]) -> tuple[tuple[Network, ...], ...]:
    """The networks that hang together by these pairs, by name, each group where its first pair stood."""
    group_of: dict[Ref, list[Network]] = {}
    for pair in found:
        one, other = (group_of.setdefault(each.ref, [each]) for each in (pair.first, pair.second))
        if one is not other:
            one.extend(other)
            group_of.update((each.ref, one) for each in other)
    unlike = {id(group): group for group in group_of.values()}
    return tuple(tuple(sorted(group, key=lambda each: (each.name, str(each.ref)))) for group in unlike.values())


def groups(found: Sequence[Pair], limits: Limits) -> tuple[Group, ...]:
    """Those with the same goal first, then those that share most."""
    made = [
        group_of(networks, found, limits) for networks in components([pair for pair in found if ties(pair, limits)])
    ]
    order = list(InCommon)
    ranked = sorted(made, key=lambda each: (not each.sure, -each.pairs[0].containment, each.networks[0].name))
    return tuple(sorted(ranked, key=lambda each: order.index(each.goal)))


def group_of(networks: Sequence[Network], found: Sequence[Pair], limits: Limits) -> Group:
    """These networks as a group, whatever ties them."""
    refs = {network.ref for network in networks}
    pairs = tuple(pair for pair in found if pair.first.ref in refs and pair.second.ref in refs)
    ranked = sorted(pairs, key=lambda pair: (-pair.containment, -pair.shared))
    sure = tuple(pair for pair in ranked if beyond_chance(pair, limits))
    of_goal = [in_common(pair, limits) for pair in ranked if ties(pair, limits)] or [
        in_common(pair, limits) for pair in ranked
    ]
    goal = min(of_goal, key=list(InCommon).index, default=InCommon.UNKNOWN)
    return Group(tuple(networks), tuple(ranked), sure, goal)
