"""Groups and pairs of networks on two axes, and everything about a group side by side."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.utils import timezone

from regiewijzer.library import sentences
from regiewijzer.overview.facts.queries import Snapshot
from regiewijzer.register.decisions.models import Decision, DecisionQuerySet
from regiewijzer.register.decisions.queries import for_list, of_network
from regiewijzer.register.meetings.models import Action, Meeting
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.merges.queries import undoable
from regiewijzer.register.networks.models import Delegate, Membership, Network
from regiewijzer.science import facts
from regiewijzer.science.facts import AUTHORITY, Level, Ref
from regiewijzer.science.finding import Ground
from regiewijzer.science.likeness import SAYING_NOTHING, SHORTEST_WORD, stem
from regiewijzer.science.limits import Limits
from regiewijzer.science.overlap import Pair
from regiewijzer.science.overlap_groups import Group, InCommon, group_of, groups, in_common
from regiewijzer.science.rules.overlap import chance
from regiewijzer.ui.pictures.words import enumeration

SORTINGS: dict[str, Callable[[Pair], float]] = {
    "containment": lambda pair: pair.containment,
    "shared": lambda pair: pair.shared,
    "jaccard": lambda pair: pair.jaccard,
    "goal": lambda pair: pair.goal_likeness if pair.goal_likeness is not None else -1.0,
}
CROSSING, MANDATED, OWN = "crossing", "mandated", "own"
MOST_TOGETHER = 8  # networks side by side
MOST_NAMED = 12  # networks of a group in the plane
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody narrows the overlaps to; empty is everything. `origin` is own, mandated or crossing."""

    partner: str = ""
    theme: str = ""
    origin: str = ""
    layer: str = ""

    @property
    def narrows(self) -> bool:
        return bool(self.partner or self.theme or self.origin or self.layer)

    def keeps(self, pair: Pair) -> bool:
        both = (pair.first, pair.second)
        mandated = sum(network.mandated for network in both)
        return (
            (not self.partner or self.partner in map(str, pair.share))
            and (not self.theme or any(self.theme in network.themes for network in both))
            and (not self.layer or any(network.layer == self.layer for network in both))
            and (not self.origin or mandated == {CROSSING: 1, MANDATED: 2, OWN: 0}.get(self.origin))
        )


@dataclass(frozen=True, slots=True)
class ShownPair:
    """One pair as the screen shows it."""

    pair: Pair
    partners: tuple[str, ...]
    goal: InCommon
    chance: Ground  # whether sharing this much stands out

    @property
    def chance_in_words(self) -> str:
        return sentences.ground(self.chance).plain

    @property
    def percent_of_both(self) -> int:
        return round(100 * self.pair.jaccard)

    @property
    def crosses(self) -> bool:
        """One is mandated, the other is not."""
        return self.pair.first.mandated != self.pair.second.mandated


@dataclass(frozen=True, slots=True)
class ShownGroup:
    """A group as the list shows it. Meetings and hours are sums of what is known; `silent` are those without hours."""

    number: int
    group: Group
    meetings: int | None
    hours: int | None
    silent: int
    decisions: tuple[Decision, ...]

    @property
    def first(self) -> facts.Network:
        return self.group.networks[0]

    @property
    def strongest(self) -> Pair:
        return self.group.pairs[0]

    @property
    def with_names(self) -> str:
        """The others by name, the first of many."""
        return enumeration([each.name for each in self.others], MOST_NAMED)

    @property
    def named(self) -> tuple[facts.Network, ...]:
        """Those the plane has room for."""
        return self.group.networks[:MOST_NAMED]

    @property
    def more(self) -> int:
        return len(self.group.networks) - len(self.named)

    @property
    def sure(self) -> bool:
        """Whether a pair of it shares more than chance explains."""
        return bool(self.group.sure)

    @property
    def others(self) -> tuple[facts.Network, ...]:
        """Those that are not of the strongest pair."""
        pair = self.strongest
        return tuple(each for each in self.group.networks if each.ref not in (pair.first.ref, pair.second.ref))

    @property
    def to_review(self) -> Decision | None:
        """A decision that should have been looked at again by now."""
        today = timezone.localdate()
        due = (each for each in self.decisions if each.open and each.review_on is not None and each.review_on <= today)
        return next(due, None)


def kept_pairs(known: Snapshot, asked: Asked) -> tuple[Pair, ...]:
    """The pairs that fit what is asked, most alike first."""
    return tuple(pair for pair in known.pairs if asked.keeps(pair))


def shown_pairs(found: Sequence[Pair], known: Snapshot, limits: Limits, *, sort: str = "") -> list[ShownPair]:
    """Pairs with the names of who sits in both."""
    names = names_of(known)
    key = SORTINGS.get(sort, SORTINGS["containment"])
    ranked = sorted(found, key=lambda pair: (-key(pair), -pair.shared, pair.first.name))
    return [
        ShownPair(
            pair,
            tuple(sorted(names.get(ref, "") for ref in pair.share)),
            in_common(pair, limits),
            chance(pair.q, limits),
        )
        for pair in ranked
    ]


def shown_groups(found: Sequence[Pair], limits: Limits) -> list[ShownGroup]:
    """The groups with what was decided on them, numbered from 1."""
    made = groups(found, limits)
    taken = decisions_among(ref for group in made for ref in group.refs)
    return [_shown(number, group, taken) for number, group in enumerate(made, start=1)]


def _shown(number: int, group: Group, taken: Sequence[Decision]) -> ShownGroup:
    meetings = [each.meetings_per_year for each in group.networks if each.meetings_per_year is not None]
    hours = [each.hours_per_year for each in group.networks if each.hours_per_year is not None]
    return ShownGroup(
        number,
        group,
        sum(meetings) if meetings else None,
        sum(hours) if hours else None,
        len(group.networks) - len(hours),
        tuple(each for each in taken if len(networks_decided(each) & group.refs) > 1),
    )


def plane(shown: Sequence[ShownGroup]) -> list[tuple[InCommon, list[ShownGroup], list[ShownGroup]]]:
    """For each kind of goal: the groups that may be chance, and those that share more than that."""
    return [
        (
            kind,
            [each for each in shown if each.group.goal is kind and not each.sure],
            [each for each in shown if each.group.goal is kind and each.sure],
        )
        for kind in InCommon
        if kind is not InCommon.UNKNOWN or any(each.group.goal is kind for each in shown)
    ]


def names_of(known: Snapshot) -> Mapping[Ref, str]:
    """Names of partners; the authority with its services is one."""
    names: dict[Ref, str] = {organisation.ref: organisation.name for organisation in known.register.organisations}
    return names | {AUTHORITY: known.register.authority_name}


def networks_decided(decision: Decision) -> frozenset[Ref]:
    """The networks a decision is about."""
    return frozenset(each["ref"] for each in decision.subjects if each["kind"] == Network.KIND)


def decisions_among(refs: Iterable[Ref]) -> list[Decision]:
    """Decisions about two or more of these networks, newest first."""
    wanted = frozenset(refs)
    found = for_list().filter(archived_at=None, subjects__contains=[{"kind": Network.KIND}])
    return [decision for decision in found if len(networks_decided(decision) & wanted) > 1]


def group_around(known: Snapshot, limits: Limits, network: int, beside: Iterable[int] = ()) -> Group:
    """This network with those asked for beside it, else with its group, else with the one it shares most with."""
    running = {each.ref: each for each in known.register.running}
    own = known.network(network)
    if own is None:
        return group_of([], (), limits)
    asked = [running[ref] for ref in dict.fromkeys(beside) if ref in running and ref != network]
    if asked:
        return group_of(_by_name([own, *asked[: MOST_TOGETHER - 1]]), known.pairs, limits)
    for group in groups(known.pairs, limits):
        if network in group.refs and len(group.networks) <= MOST_TOGETHER:
            return group
    near = sorted(
        (pair for pair in known.pairs if network in (pair.first.ref, pair.second.ref)),
        key=lambda pair: (-pair.containment, -pair.shared),
    )
    return group_of(_by_name([near[0].first, near[0].second] if near else [own]), known.pairs, limits)


def _by_name(networks: Sequence[facts.Network]) -> list[facts.Network]:
    return sorted(networks, key=lambda each: (each.name, str(each.ref)))


@dataclass(frozen=True, slots=True)
class Column:
    """One network beside the others. `goal` is in pieces, those True are words that stand in another goal too."""

    network: facts.Network
    goal: tuple[tuple[str, bool], ...]
    results: int | None
    levels: int
    parts: int
    whole: str
    led_by: str
    intensity: str


@dataclass(frozen=True, slots=True)
class PartyRow:
    """A party with, for each network in order, whether it sits there."""

    name: str
    seats: tuple[bool, ...]

    @property
    def count(self) -> int:
        return sum(self.seats)


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who sits in two or more of them."""

    name: str
    organisation: str
    networks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Beside:
    """Everything about a group of networks side by side."""

    group: Group
    columns: tuple[Column, ...]
    parties: tuple[PartyRow, ...]
    alone: tuple[str, ...]
    persons: tuple[PersonRow, ...]
    pairs: tuple[ShownPair, ...]
    meetings: int | None
    hours: int | None
    silent: int
    decisions: tuple[Decision, ...]

    @property
    def address(self) -> str:
        """The networks as an address names them."""
        return "-".join(str(column.network.ref) for column in self.columns)

    @property
    def in_most(self) -> int:
        """Parties that sit in all networks, or in all but one of three or more."""
        least = max(2, len(self.columns) - 1)
        return sum(row.count >= least for row in self.parties)

    @property
    def least(self) -> int:
        return max(2, len(self.columns) - 1)


def beside(known: Snapshot, group: Group, limits: Limits) -> Beside:
    """The group side by side, in a fixed number of queries."""
    names = names_of(known)
    refs = [network.ref for network in group.networks]
    rows = Network.objects.select_related("within").in_bulk(refs)
    rows_of_parties = sorted(
        (
            PartyRow(names.get(party, ""), tuple(party in network.parties for network in group.networks))
            for party in group.parties
        ),
        key=lambda row: (-row.count, row.name),
    )
    shown = _shown(0, group, decisions_among(refs))
    words = _shared_words([network.goal for network in group.networks])
    return Beside(
        group=group,
        columns=tuple(
            Column(
                network=network,
                goal=_marked(network.goal, words),
                results=len(network.results) if network.results_known else None,
                levels=len(Level),
                parts=sum(each.within == network.ref for each in known.register.running),
                whole=whole.name if (whole := rows[network.ref].within) else "",
                led_by=network.lead_name,
                intensity=rows[network.ref].intensity,
            )
            for network in group.networks
        ),
        parties=tuple(row for row in rows_of_parties if row.count > 1),
        alone=tuple(row.name for row in rows_of_parties if row.count == 1),
        persons=tuple(_persons(group)),
        pairs=tuple(shown_pairs(group.pairs, known, limits)),
        meetings=shown.meetings,
        hours=shown.hours,
        silent=shown.silent,
        decisions=shown.decisions,
    )


def _persons(group: Group) -> Iterable[PersonRow]:
    """Who sits in two or more of them for a partner, by name."""
    names = {network.ref: network.name for network in group.networks}
    today = timezone.localdate()
    seats = Membership.objects.sitting(today).filter(network__in=list(names))
    found = (
        Delegate.objects.sitting(today)
        .filter(membership__in=seats)
        .select_related("person__organisation", "membership")
    )
    sits_in: dict[int, dict[str, None]] = defaultdict(dict)
    people = {}
    for delegate in found.order_by("person__name", "person_id", "membership__network__name"):
        people[delegate.person_id] = delegate.person
        sits_in[delegate.person_id][names[delegate.membership.network_id]] = None
    for pk, person in people.items():
        if len(sits_in[pk]) > 1:
            yield PersonRow(person.name, person.organisation.name, tuple(sits_in[pk]))


def _shared_words(goals: Sequence[str]) -> frozenset[str]:
    """Stems that stand in two goals or more."""
    counts: dict[str, int] = defaultdict(int)
    for goal in goals:
        for each in {_stem(word) for word in _WORD.findall(goal)} - {""}:
            counts[each] += 1
    return frozenset(each for each, count in counts.items() if count > 1)


def _marked(goal: str, words: frozenset[str]) -> tuple[tuple[str, bool], ...]:
    """The goal in pieces, with whether each is a word that another goal has too."""
    pieces, last = [], 0
    for found in _WORD.finditer(goal):
        if _stem(found[0]) in words:
            pieces += [(goal[last : found.start()], False), (found[0], True)]
            last = found.end()
    return tuple((text, marked) for text, marked in (*pieces, (goal[last:], False)) if text)


def _stem(word: str) -> str:
    """Empty for a word that says nothing."""
    plain = word.casefold()
    return "" if len(plain) < SHORTEST_WORD or plain in SAYING_NOTHING else stem(plain)


@dataclass(frozen=True, slots=True)
class Moves:
    """What happens when one network goes into another: partners of both and new ones, what is planned and to do."""

    both: tuple[str, ...]
    joins: tuple[str, ...]
    meetings: int
    actions: int
    decisions: int
    parties: int
    mandated: bool


def decisions_that_move(stays: Network, goes: Network) -> DecisionQuerySet:
    """Those about the network that goes that have to be looked at again; what is about both is found with both."""
    of_both = Decision.objects.about(Network.KIND, stays.pk).values("pk")
    return Decision.objects.standing().about(Network.KIND, goes.pk).exclude(pk__in=of_both)


def what_moves(stays: Network, goes: Network) -> Moves:
    """What would move today."""
    today = timezone.localdate()
    names = [
        dict(partners.order_by("organisation__name").values_list("organisation", "organisation__name"))
        for partners in (Membership.objects.sitting(today).filter(network=each) for each in (stays, goes))
    ]
    return Moves(
        both=tuple(name for pk, name in names[1].items() if pk in names[0]),
        joins=tuple(name for pk, name in names[1].items() if pk not in names[0]),
        meetings=Meeting.objects.to_come(today).filter(network=goes).count(),
        actions=Action.objects.open().filter(network=goes).count(),
        decisions=decisions_that_move(stays, goes).count(),
        parties=len(names[0].keys() | names[1].keys()),
        mandated=goes.mandated and not stays.mandated,
    )


@dataclass(frozen=True, slots=True)
class Stops:
    """What the end of a network is about: its partners, what is planned and to do, and what still is to be reviewed."""

    partners: int
    meetings: int
    actions: int
    decisions: tuple[Decision, ...]
    merges: tuple[Merge, ...]


def what_stops(network: Network) -> Stops:
    """As it stands today; `merges` are ends that can still be taken back."""
    today = timezone.localdate()
    to_review = [each for each in of_network(network.pk) if each.review_on and each.review_on >= today]
    ends = [each for each in undoable(Network.KIND, network.pk) if each.goes == network.pk]
    return Stops(
        partners=Membership.objects.sitting(today).filter(network=network).count(),
        meetings=Meeting.objects.to_come(today).filter(network=network).count(),
        actions=Action.objects.open().filter(network=network).count(),
        decisions=tuple(to_review),
        merges=tuple(ends) if network.ended is not None and network.ended >= today else (),
    )


def merges_into(network: Network) -> list[tuple[Merge, Network]]:
    """Networks that go into this one and can still be taken back, with the day on which they do."""
    today = timezone.localdate()
    found = [each for each in undoable(Network.KIND, network.pk) if each.goes != network.pk]
    gone = Network.objects.filter(ended__gte=today).in_bulk([each.goes for each in found])
    return [(each, gone[each.goes]) for each in found if each.goes in gone]
