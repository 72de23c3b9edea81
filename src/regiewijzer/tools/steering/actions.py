"""Recording an evaluation."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.tools.steering.models import Evaluation


@transaction.atomic
def evaluate(*, evaluation: Evaluation, actor: Actor) -> Evaluation:
    """Append an evaluation; an earlier one is never changed."""
    evaluation.authority_id = actor.authority_id
    evaluation.evaluated_by_id = actor.position_id
    evaluation.save(force_insert=True)
    changes = {"evaluation": [None, str(evaluation.evaluated_on)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Instrument.KIND, pk=evaluation.instrument_id, changes=changes)
    return evaluation
