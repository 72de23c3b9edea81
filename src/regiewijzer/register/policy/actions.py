"""Taking a code off the list. Codes come in with a workbook or pasted cells."""

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.policy.models import PolicyCode

TOLD_AS = "policy_code"


@transaction.atomic
def remove_code(*, code: PolicyCode, actor: Actor) -> None:
    """Off the list; records keep it."""
    changes: audit.Changes = {"policy_code": [str(code), None]}
    code.delete()
    audit.record(actor=actor, verb=Verb.REMOVED, kind=TOLD_AS, pk=None, changes=changes)
