"""Keeping a second reading."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.governance.models import Reading


@transaction.atomic
def read(*, reading: Reading, actor: Actor) -> Reading:
    """Append a reading; an earlier one is never changed."""
    reading.authority_id = actor.authority_id
    reading.read_by_id = actor.position_id
    reading.save(force_insert=True)
    changes: audit.Changes = {"reading": [None, str(reading.read_on)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=reading.network_id, changes=changes)
    return reading
