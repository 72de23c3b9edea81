"""Splitting a goal."""

from collections.abc import Collection, Mapping
from typing import Any

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.actions import take_back_goal, word_goal
from regiewijzer.register.networks.models import GoalVersion, Network
from regiewijzer.register.networks.queries import goal_of
from regiewijzer.tools.goals.models import Measurement, Place, Split, Status, SubGoal


class CannotUndo(Exception):
    """Something was built on it since: another wording, another proposal, or a measurement."""


@transaction.atomic
def propose_split(*, network: Network, actor: Actor) -> Split:
    """Begin to split the goal; one proposal at a time, so the one that is open goes on."""
    split, made = Split.objects.get_or_create(
        authority_id=actor.authority_id,
        network=network,
        status=Status.PROPOSED,
        defaults={"proposed_by_id": actor.position_id},
    )
    if made:
        _note(actor, network.pk, split=[None, Status.PROPOSED])
    return split


@transaction.atomic
def put_part(*, split: Split, part: SubGoal, actor: Actor) -> SubGoal:
    """Add a part to the proposal, or keep what changed in it."""
    before = SubGoal.objects.get(pk=part.pk).text if part.pk else None
    part.authority_id, part.split = actor.authority_id, split
    part.save()
    _note(actor, split.network_id, sub_goal=[before, part.text])
    return part


@transaction.atomic
def remove_part(*, part: SubGoal, actor: Actor) -> None:
    """Take a part out of the proposal; its partners have no place again."""
    network, text = part.split.network_id, part.text
    part.delete()
    _note(actor, network, sub_goal=[text, None])


@transaction.atomic
def place_partners(
    *, split: Split, text: str, parts: Mapping[int, Collection[int]], none: Collection[int], actor: Actor
) -> Split:
    """Say which partners carry which parts, and which carry none. `parts`: partner -> its parts. What was said goes."""
    split.text = text
    split.save(update_fields=["text"])
    split.places.all().delete()
    carried = [(partner, part) for partner, found in parts.items() for part in found]
    owned = {"authority_id": actor.authority_id, "split": split}
    Place.objects.bulk_create(
        Place(organisation_id=partner, sub_goal_id=part, **owned)
        for partner, part in [*carried, *((partner, None) for partner in none if not parts.get(partner))]
    )
    _note(actor, split.network_id, sub_goal_partners=[None, len({partner for partner, _ in carried})])
    return split


@transaction.atomic
def adopt_split(*, split: Split, text: str, actor: Actor) -> GoalVersion:
    """The proposal becomes the goal: a new version with this text, to which the parts belong."""
    today = timezone.localdate()
    version = word_goal(network=split.network, text=text, valid_from=today, actor=actor)
    _settle(split, Status.ADOPTED, version)
    _note(actor, split.network_id, split=[Status.PROPOSED, Status.ADOPTED])
    return version


@transaction.atomic
def withdraw_split(*, split: Split, actor: Actor) -> None:
    """Put the proposal aside; it can be taken up again."""
    _settle(split, Status.WITHDRAWN, None)
    _note(actor, split.network_id, split=[Status.PROPOSED, Status.WITHDRAWN])


@transaction.atomic
def reopen_split(*, split: Split, actor: Actor) -> None:
    """Take the last step back: adopted or withdrawn becomes a proposal again. CannotUndo when it is too late."""
    before, version = split.status, split.adopted_as
    if before == Status.PROPOSED or Split.objects.proposed().filter(network=split.network_id).exists():
        raise CannotUndo
    if version is not None and _is_built_on(version):
        raise CannotUndo
    split.status, split.adopted_as, split.settled_on = Status.PROPOSED, None, None
    split.save(update_fields=["status", "adopted_as", "settled_on"])
    if version is not None:
        take_back_goal(version=version, actor=actor)
    _note(actor, split.network_id, split=[before, Status.PROPOSED])


def _is_built_on(version: GoalVersion) -> bool:
    """A later wording stands on it, or members judged it."""
    return version != goal_of(version.network) or Measurement.objects.filter(version=version).exists()


def _settle(split: Split, status: Status, version: GoalVersion | None) -> None:
    split.status, split.adopted_as, split.settled_on = status, version, timezone.localdate()
    split.save(update_fields=["status", "adopted_as", "settled_on"])


def _note(actor: Actor, network: int, **changes: list[Any]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network, changes=changes)
