"""Deciding, and looking at a decision again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.records import actions as records


def decide(*, decision: Decision, actor: Actor) -> Decision:
    """Record a decision, signed by whoever takes it."""
    decision.decided_by_id = actor.position_id
    return records.create(decision, actor=actor)


def change(*, decision: Decision, actor: Actor, seen_version: int) -> Decision:
    return records.change(decision, actor=actor, seen_version=seen_version)


@transaction.atomic
def review(
    *,
    decision: Decision,
    outcome: str,
    note: str,
    numbers: dict[str, Any] | None,
    actor: Actor,
    again_on: date | None = None,
) -> Decision:
    """Close the decision with what the finding rests on now; `again_on` keeps it open until another day instead.

    numbers: of the finding computed again; None when the finding is gone.
    """
    before = {"outcome": decision.outcome, "review_on": decision.review_on and str(decision.review_on)}
    decision.outcome, decision.review_note, decision.review_numbers = outcome, note, numbers
    if again_on is None:
        decision.reviewed_on = timezone.localdate()
    else:
        decision.review_on = again_on
    decision.version += 1
    decision.save()
    after = {"outcome": outcome, "review_on": str(again_on) if again_on else before["review_on"]}
    changes = audit.differences(before, after)
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Decision.KIND, pk=decision.pk, changes=changes)
    return decision
