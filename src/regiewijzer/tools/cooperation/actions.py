"""Recording what partners bring and get."""

from typing import Any

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.cooperation.models import Statement

SAID = ("brings", "brings_size", "gets", "gets_size", "said_by")


@transaction.atomic
def state(*, statement: Statement, actor: Actor) -> Statement:
    """Append what a partner brings and gets; what was said before stays."""
    former = Statement.objects.filter(network=statement.network_id, organisation=statement.organisation_id).first()
    statement.authority_id = actor.authority_id
    statement.written_by_id = actor.position_id
    statement.save(force_insert=True)
    changes = {name: [getattr(former, name) if former else None, getattr(statement, name)] for name in SAID}
    changed = {name: pair for name, pair in changes.items() if pair[0] != pair[1]}
    _note(actor, statement.network_id, organisation=[statement.organisation.name] * 2, **changed)
    return statement


@transaction.atomic
def take_back(*, statement: Statement, actor: Actor) -> None:
    """Undo a statement that was typed by mistake: what was said before holds again."""
    name, network = statement.organisation.name, statement.network_id
    statement.delete()
    _note(actor, network, statement=[name, None])


def _note(actor: Actor, network: int, **changes: list[Any]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Network.KIND, pk=network, changes=changes)
