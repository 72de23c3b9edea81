"""How broad is a goal, and each of its parts?"""

from collections.abc import Sequence
from dataclasses import dataclass

from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.science import facts
from regiewijzer.science.coverage import Coverage
from regiewijzer.science.goals import Breadth, Scope, named, scope, scope_of_part, too_broad
from regiewijzer.science.limits import Limits
from regiewijzer.tools.goals.models import Split


@dataclass(frozen=True, slots=True)
class ShownBreadth:
    """What a goal or a part of it names, and why that is too much; `holds` is True when it is not."""

    scope: Scope
    reasons: tuple[Breadth, ...]
    idle: tuple[str, ...]

    @property
    def holds(self) -> bool:
        return not self.reasons

    @property
    def named(self) -> Coverage:
        """How much was written down to judge it by."""
        return named(self.scope)

    @property
    def too_many_groups(self) -> bool:
        return Breadth.TARGET_GROUPS in self.reasons

    @property
    def too_many_domains(self) -> bool:
        return Breadth.POLICY_DOMAINS in self.reasons

    @property
    def too_few_act(self) -> bool:
        return Breadth.FEW_ACTIONS in self.reasons


def network_to_fact(network: Network, members: Sequence[Membership], split: Split | None) -> facts.Network:
    """The goal of a network in the terms of the rules."""
    return facts.Network(
        ref=network.pk,
        name=network.name,
        themes=tuple(network.themes),
        target_groups=tuple(network.target_groups),
        members=facts.members_with(
            (membership.organisation_id, membership.action, bool(membership.does)) for membership in members
        ),
        sub_goals=parts_to_facts(split) if split else (),
    )


def parts_to_facts(split: Split) -> tuple[facts.SubGoal, ...]:
    """The parts of a split in the terms of the rules; they and their places are prefetched."""
    places = list(split.places.all())
    return tuple(
        facts.SubGoal(
            text=part.text,
            themes=tuple(part.themes),
            target_groups=tuple(part.target_groups),
            partners=tuple(place.organisation_id for place in places if place.sub_goal_id == part.pk),
        )
        for part in split.sub_goals.all()
    )


def breadth(seen: facts.Network, members: Sequence[Membership], limits: Limits) -> ShownBreadth:
    """Of the goal as a whole."""
    return _shown(scope(seen), members, limits)


def breadth_of_part(
    part: facts.SubGoal, seen: facts.Network, members: Sequence[Membership], limits: Limits
) -> ShownBreadth:
    """Of one part, with the partners it has."""
    inside = [membership for membership in members if membership.organisation_id in part.partners]
    return _shown(scope_of_part(part, seen), inside, limits)


def _shown(measured: Scope, members: Sequence[Membership], limits: Limits) -> ShownBreadth:
    idle = {membership.organisation.name for membership in members if not membership.does}
    return ShownBreadth(measured, too_broad(measured, limits), tuple(sorted(idle)) if measured.recorded else ())
