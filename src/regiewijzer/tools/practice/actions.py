"""Keeping own cases, and sharing a copy with other authorities by a decision, until it is withdrawn."""

from django.db import transaction
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.decisions.actions import decide
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.records.actions import Conflict
from regiewijzer.tools.practice.models import Case, SharedCase

LONGEST_NAME = 200


@transaction.atomic
def keep(*, case: Case, actor: Actor, seen_version: int = 0) -> Case:
    """Keep a case, new or changed; what was shared of it stays as it was. Conflict when somebody else changed it."""
    before = Case.objects.select_for_update().filter(pk=case.pk).first() if case.pk else None
    if before is not None:
        if before.version != seen_version:
            raise Conflict
        case.version = seen_version + 1
    else:
        case.authority_id, case.made_by_id = actor.authority_id, actor.position_id
    case.save()
    verb = Verb.CHANGED if before else Verb.CREATED
    changes = audit.differences(before.facts() if before else {}, case.facts())
    audit.record(actor=actor, verb=verb, kind=Case.KIND, pk=case.pk, changes=changes)
    return case


@transaction.atomic
def share(*, case: Case, reason: str, actor: Actor) -> SharedCase:
    """Let every authority here read a copy of the case as it is now, with a decision that says why."""
    locked = Case.objects.select_for_update().get(pk=case.pk)
    name = _("Share with other authorities: %(case)s") % {"case": locked.title}
    decision = Decision(name=name[:LONGEST_NAME], reason=reason, network=locked.network)
    locked.decision = decide(decision=decision, actor=actor)
    locked.save(update_fields=["decision"])
    SharedCase.objects.filter(case=locked).delete()
    shared = SharedCase.objects.create(
        authority_id=actor.authority_id,
        case=locked,
        authority_name=Authority.objects.get(pk=actor.authority_id).name,
        **locked.content,
    )
    _note(actor, locked, "case_shared")
    return shared


@transaction.atomic
def withdraw(*, case: Case, actor: Actor) -> bool:
    """Take the copy away from everybody at once. False when there was none: twice is once."""
    gone, _kinds = SharedCase.objects.filter(case=case).delete()
    if gone:
        _note(actor, case, "case_withdrawn")
    return bool(gone)


@transaction.atomic
def remove(*, case: Case, actor: Actor) -> None:
    """Remove a case for good, and the copy others read."""
    title, pk = case.title, case.pk
    case.delete()
    audit.record(actor=actor, verb=Verb.REMOVED, kind=Case.KIND, pk=pk, changes={"title": [title, None]})


def _note(actor: Actor, case: Case, what: str) -> None:
    changes: audit.Changes = {what: [None, case.title]}
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Case.KIND, pk=case.pk, changes=changes)
