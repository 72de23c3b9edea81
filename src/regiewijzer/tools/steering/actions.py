"""Naming the policy field of a stance."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.tools.steering.models import Stance


class AlreadyNamed(Exception):
    """Somebody said already which policy field the stance is about; nothing was changed."""


@transaction.atomic
def name_field(*, stance: Stance, policy_field: str, actor: Actor) -> Stance:
    """Say which policy field a stance is about; AlreadyNamed when that was said before."""
    if not Stance.objects.filter(pk=stance.pk, policy_field="").update(policy_field=policy_field):
        raise AlreadyNamed
    changes = {"policy_field": [None, policy_field]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Stance.KIND, pk=stance.pk, changes=changes)
    stance.policy_field = policy_field
    return stance
