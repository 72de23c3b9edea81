"""Recording a measurement."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.governance.models import CONDITIONS, Measurement


@transaction.atomic
def measure(*, measurement: Measurement, actor: Actor) -> Measurement:
    """Append a measurement; an earlier one is never changed."""
    measurement.authority_id = actor.authority_id
    measurement.measured_by_id = actor.position_id
    measurement.save(force_insert=True)
    scores = {
        name: [None, str(getattr(measurement, name))] for name in CONDITIONS if getattr(measurement, name) is not None
    }
    audit.record(
        actor=actor,
        verb=Verb.CHANGED,
        kind=Network.KIND,
        pk=measurement.network_id,
        changes={"measurement": [None, str(measurement.measured_on)], **scores},
    )
    return measurement
