"""How a goal is split, or would be: its parts with their partners, and who has no place yet."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.shortcuts import get_object_or_404

from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import RowsOfNetworks, newest_goal, partners_of
from regiewijzer.science import facts
from regiewijzer.science.limits import Limits
from regiewijzer.tools.goals.models import Split, Status, SubGoal
from regiewijzer.tools.goals.queries.breadth import (
    ShownBreadth,
    breadth_of_part,
    network_to_fact,
    parts_to_facts,
)

FEWEST_PARTS = 2
WITH_PARTS = ("sub_goals", "places")

SPLITS = RowsOfNetworks(
    "goal_splits",
    lambda: Split.objects.exclude(status=Status.WITHDRAWN).prefetch_related(*WITH_PARTS).order_by("id"),
)


@dataclass(frozen=True, slots=True)
class ShownPart:
    """A part with its partners of today and its breadth."""

    sub_goal: SubGoal
    number: int
    partners: tuple[str, ...]
    breadth: ShownBreadth


@dataclass(frozen=True, slots=True)
class Placing:
    """One partner of today: the keys of its parts, and whether somebody said that it has none."""

    organisation: int
    name: str
    action: str
    parts: frozenset[int]
    none: bool

    @property
    def placed(self) -> bool:
        return bool(self.parts) or self.none


@dataclass(frozen=True, slots=True)
class ShownSplit:
    """A split with everything a page says of it."""

    split: Split
    parts: tuple[ShownPart, ...]
    placings: tuple[Placing, ...]

    @property
    def unplaced(self) -> tuple[str, ...]:
        return tuple(placing.name for placing in self.placings if not placing.placed)

    @property
    def without_part(self) -> tuple[str, ...]:
        return tuple(placing.name for placing in self.placings if placing.none and not placing.parts)

    @property
    def enough_parts(self) -> bool:
        return len(self.parts) >= FEWEST_PARTS

    @property
    def ready(self) -> bool:
        """Whether it can be adopted: two parts at least, and every partner in one of them or in none."""
        return self.enough_parts and not self.unplaced

    @property
    def whole(self) -> str:
        """The goal as a whole once it is split."""
        return self.split.text or " ".join(part.sub_goal.text for part in self.parts)


def proposal_of(network: Network) -> Split | None:
    """The split that is being worked on."""
    return Split.objects.proposed().filter(network=network).prefetch_related(*WITH_PARTS).first()


def split_of(network: Network, pk: int) -> Split:
    """A split of this network, or 404."""
    return get_object_or_404(Split.objects.prefetch_related(*WITH_PARTS), pk=pk, network=network)


def part_of(proposal: Split | None, pk: int) -> SubGoal:
    """A part of the proposal, or 404."""
    return get_object_or_404(SubGoal, pk=pk, split=proposal)


def standing_splits(network: Network) -> list[Split]:
    """The proposal and every split that became a version of the goal, oldest first."""
    return SPLITS.of(network)


def shown_split(split: Split, network: Network, members: Sequence[Membership], limits: Limits) -> ShownSplit:
    """A split against the partners of today."""
    seen = network_to_fact(network, members, split)
    names = {membership.organisation_id: membership.organisation.name for membership in members}
    return ShownSplit(
        split=split,
        parts=tuple(
            ShownPart(
                sub_goal=part,
                number=number,
                partners=tuple(sorted(names[partner] for partner in fact.partners if partner in names)),
                breadth=breadth_of_part(fact, seen, members, limits),
            )
            for number, (part, fact) in enumerate(zip(split.sub_goals.all(), seen.sub_goals, strict=True), 1)
        ),
        placings=_placings(split, members),
    )


def open_split(network: Network, limits: Limits) -> ShownSplit | None:
    """The proposal against the partners of today."""
    proposal = proposal_of(network)
    return shown_split(proposal, network, partners_of(network), limits) if proposal else None


def sub_goals_by_network() -> dict[int, tuple[facts.SubGoal, ...]]:
    """The parts of every goal that is split as it is worded today, by network."""
    held = Split.objects.adopted().filter(adopted_as=newest_goal()).prefetch_related(*WITH_PARTS)
    return {split.network_id: parts_to_facts(split) for split in held.order_by("id")}


def _placings(split: Split, members: Sequence[Membership]) -> tuple[Placing, ...]:
    parts: dict[int, set[int | None]] = defaultdict(set)
    for place in split.places.all():
        parts[place.organisation_id].add(place.sub_goal_id)
    return tuple(
        Placing(
            organisation=membership.organisation_id,
            name=membership.organisation.name,
            action=membership.does,
            parts=frozenset(part for part in parts[membership.organisation_id] if part is not None),
            none=None in parts[membership.organisation_id],
        )
        for membership in members
    )
