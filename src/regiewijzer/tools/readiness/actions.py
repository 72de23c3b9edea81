"""Placing a network."""

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.readiness.models import Placement


@transaction.atomic
def place(*, network: Network, where: str, reason: str, actor: Actor) -> Placement:
    """Say what a network rightly is; where it was placed before stays readable."""
    former = network.placements.first()
    placed = Placement.objects.create(
        authority_id=actor.authority_id,
        network=network,
        place=where,
        reason=reason,
        placed_on=timezone.localdate(),
        placed_by_id=actor.position_id,
    )
    changes = {"placement": [former.place if former else None, where]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network.pk, changes=changes)
    return placed
