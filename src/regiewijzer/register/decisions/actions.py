"""Deciding, and looking at a decision again."""

from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.register.decisions.models import Decision, DecisionQuerySet, FindingEvidence, Review
from regiewijzer.register.merges.actions import Journal
from regiewijzer.register.records import actions as records
from regiewijzer.register.records.models import Record
from regiewijzer.science.finding import key_of

GONE = FindingEvidence({}, None, {})


class Closed(Exception):
    """The decision was looked at for the last time, or put in the archive: nothing was saved."""


def decide(*, decision: Decision, actor: Actor) -> Decision:
    """Record a decision, signed by whoever takes it."""
    decision.decided_by_id = actor.position_id
    return records.create(decision, actor=actor)


def move_subjects(*, journal: Journal, decisions: DecisionQuerySet, stays: Record, goes: Record) -> None:
    """Decisions that are about the record that goes keep answering their finding, now about the one that stays.

    They are found by their subjects too: of a pair or a group every one counts.
    """
    kind = goes.KIND
    for decision in decisions.about(kind, goes.pk).order_by("pk"):
        if getattr(decision, f"{kind}_id", None) == goes.pk:
            setattr(decision, kind, stays)
        before = key_of(decision.rule, [(each["kind"], each["ref"]) for each in decision.subjects])
        aspect = decision.finding.removeprefix(before).strip(":")
        about: list[dict[str, Any]] = []
        for each in decision.subjects:
            is_gone = (each["kind"], each["ref"]) == (kind, goes.pk)
            moved = {**each, "ref": stays.pk, "name": stays.name} if is_gone else each
            if (moved["kind"], moved["ref"]) not in [(known["kind"], known["ref"]) for known in about]:
                about.append(moved)
        decision.subjects = about
        if decision.finding:
            decision.finding = key_of(decision.rule, [(each["kind"], each["ref"]) for each in about], aspect)
        journal.change(decision)


@transaction.atomic
def review(
    *,
    decision: Decision,
    outcome: str,
    note: str,
    evidence: FindingEvidence | None,
    actor: Actor,
    seen_version: int,
    again_on: date | None = None,
) -> Decision:
    """Close the decision with what the finding rests on now; `again_on` keeps it open until another day instead.

    evidence: of the finding computed again; None when the finding is gone.
    Raises Closed when it was closed or archived meanwhile, Conflict when it is no longer the version that was read.
    """
    found = Decision.objects.select_for_update().get(pk=decision.pk)
    if not found.open:
        raise Closed
    if found.version != seen_version:
        raise records.Conflict
    _keep_a_look_from_elsewhere(found)
    before = {"outcome": found.outcome, "review_on": found.review_on and str(found.review_on)}
    found.outcome, found.review_note = outcome, note
    seen = evidence or GONE
    found.review_numbers = dict(seen.numbers) if evidence else None
    found.review_rule_version, found.review_limits_used = seen.rule_version, dict(seen.limits_used)
    if again_on is None:
        found.reviewed_on = timezone.localdate()
    else:
        found.review_on = again_on
    found.version += 1
    found.save()
    Review.objects.create(
        authority_id=found.authority_id,
        decision=found,
        outcome=outcome,
        note=note,
        numbers=found.review_numbers,
        rule_version=found.review_rule_version,
        limits_used=found.review_limits_used,
        again_on=again_on,
        by_id=actor.position_id,
    )
    after = {"outcome": outcome, "review_on": str(again_on) if again_on else before["review_on"]}
    changes = audit.differences(before, after)
    audit.record(actor=actor, verb=Verb.CHANGED, kind=Decision.KIND, pk=found.pk, changes=changes)
    return found


def _keep_a_look_from_elsewhere(decision: Decision) -> None:
    """An outcome that came with a workbook has no look of its own yet; the next one would write over it."""
    if decision.outcome and not decision.reviews.exists():
        Review.objects.create(
            authority_id=decision.authority_id,
            decision=decision,
            seen_on=decision.as_of,
            outcome=decision.outcome,
            note=decision.review_note,
            numbers=decision.review_numbers,
            rule_version=decision.review_rule_version,
            limits_used=decision.review_limits_used,
            again_on=decision.review_on,
        )
