"""Recording an evaluation of an instrument, and a stance on a policy field."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.tools.steering.models import Evaluation, Stance


class AlreadyNamed(Exception):
    """Somebody said already which policy field the stance is about; nothing was changed."""


@transaction.atomic
def evaluate(*, evaluation: Evaluation, actor: Actor) -> Evaluation:
    """Append an evaluation; an earlier one is never changed."""
    evaluation.authority_id = actor.authority_id
    evaluation.evaluated_by_id = actor.position_id
    evaluation.save(force_insert=True)
    changes = {"evaluation": [None, str(evaluation.evaluated_on)]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Instrument.KIND, pk=evaluation.instrument_id, changes=changes)
    return evaluation


@transaction.atomic
def take_stance(*, stance: Stance, actor: Actor) -> Stance:
    """Append a stance; an earlier one is never changed."""
    stance.authority_id = actor.authority_id
    stance.evaluated_by_id = actor.position_id
    stance.save(force_insert=True)
    changes = {"policy_field": [None, stance.policy_field], "measured_on": [None, str(stance.measured_on)]}
    audit.record(actor=actor, verb=Verb.CREATED, kind=Stance.KIND, pk=stance.pk, changes=changes)
    return stance


@transaction.atomic
def name_field(*, stance: Stance, policy_field: str, actor: Actor) -> Stance:
    """Say which policy field a stance is about; AlreadyNamed when that was said before."""
    if not Stance.objects.filter(pk=stance.pk, policy_field="").update(policy_field=policy_field):
        raise AlreadyNamed
    changes = {"policy_field": [None, policy_field]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Stance.KIND, pk=stance.pk, changes=changes)
    stance.policy_field = policy_field
    return stance
