"""Giving roles in a network to people, and offering one oneself.

An offer leaves no line in the trail: what somebody took back would stand there for ever.
"""

from collections.abc import Mapping

from django.db import IntegrityError, transaction

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.roles.models import Beginner, Offer, Task


class TakenAlready(Exception):
    """This person has this role in the network already."""


@transaction.atomic
def give_role(*, task: Task, actor: Actor) -> Task:
    """Somebody takes a role in the network from now on."""
    task.authority_id = actor.authority_id
    try:
        with transaction.atomic():
            task.save()
    except IntegrityError as wrong:
        raise TakenAlready from wrong
    _note(actor, task.network, [None, str(task)])
    return task


@transaction.atomic
def take_role(*, task: Task, actor: Actor) -> None:
    """Somebody has the role no more."""
    network, who = task.network, str(task)
    task.delete()
    _note(actor, network, [who, None])


@transaction.atomic
def offer(*, position: Position, gladly: Mapping[str, bool], beginner: bool) -> None:
    """What this person offers from now on, by role; a role that is not named is offered no more."""
    mine = Offer.objects.filter(position=position)
    there = dict(mine.values_list("role", "gladly"))
    mine.exclude(role__in=[role for role, wish in gladly.items() if there.get(role) is wish]).delete()
    Offer.objects.bulk_create(
        Offer(authority_id=position.authority_id, position=position, role=role, gladly=wish)
        for role, wish in gladly.items()
        if there.get(role) is not wish
    )
    if beginner:
        Beginner.objects.get_or_create(authority_id=position.authority_id, position=position)
    else:
        Beginner.objects.filter(position=position).delete()


def _note(actor: Actor, network: Network, change: list[str | None]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network.pk, changes={"network_role": change})
