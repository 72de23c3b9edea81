"""Agreeing on what a seat may promise, and noting what was promised. The trail says that it was done, and not what."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.tools.mandates.models import Card, Promise


@transaction.atomic
def agree(*, card: Card, actor: Actor, seen_version: int) -> Card:
    """Keep what was agreed about a seat; `seen_version` is 0 for a first card.

    Conflict when somebody else did since.
    """
    Membership.objects.select_for_update().get(pk=card.membership_id)
    stored = Card.objects.filter(membership=card.membership_id).first()
    if (stored.version if stored else 0) != seen_version:
        raise Conflict
    card.authority_id, card.version = actor.authority_id, seen_version + 1
    card.save()
    _note(actor, card.membership, "mandate_card")
    return card


@transaction.atomic
def note_promise(*, promise: Promise, actor: Actor, seen_version: int = 0) -> Promise:
    """Note a promise, or what became of it. Conflict when somebody else did since."""
    if promise.pk:
        stored = Promise.objects.select_for_update().get(pk=promise.pk)
        if stored.version != seen_version:
            raise Conflict
        promise.version = seen_version + 1
    promise.authority_id = actor.authority_id
    promise.save()
    _note(actor, promise.membership, "promise")
    return promise


def _note(actor: Actor, membership: Membership, what: str) -> None:
    changes: audit.Changes = {what: [None, membership.organisation.name]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=membership.network_id, changes=changes)
