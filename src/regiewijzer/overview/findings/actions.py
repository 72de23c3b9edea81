"""Computing the findings again, and keeping what came and went."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor, Position
from regiewijzer.foundation.audit import actions as audit
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.audit.queries import last_number
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.weighing import weights
from regiewijzer.overview.facts.queries import gathered_on, remember
from regiewijzer.overview.findings.models import Refresh, StoredFinding
from regiewijzer.overview.findings.queries import evidence_now
from regiewijzer.overview.findings.sections import drawn_in_every_language
from regiewijzer.overview.measurements.actions import import_completed
from regiewijzer.register.decisions.actions import decide, review
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import answered, standing_answers
from regiewijzer.register.meetings.actions import follow_up
from regiewijzer.register.meetings.models import Action
from regiewijzer.register.records.actions import archive
from regiewijzer.science.finding import Finding, Ground
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.grounds import is_measured
from regiewijzer.science.rules.vocabulary import version_of

MAY_CHANGE = (
    "key",
    "rule",
    "weight",
    "subjects",
    "numbers",
    "certainty",
    "grounds",
    "measured_on",
    "rule_version",
    "limits_used",
    "size",
    "measured",
    "also",
)


LONGEST_NAME = 200


class Gone(Exception):
    """The finding no longer stands, so there is nothing to answer."""


class Answered(Exception):
    """A decision answers the finding already."""


@transaction.atomic
def refresh(*, authority: Authority, today: date) -> int:
    """Compute all findings of the authority and store the difference. Returns how many stand.

    Must run inside the authority. Two at once wait for each other on the row that says how far we are.
    """
    marks = Refresh.objects.only("entry", "day")
    made, _new = marks.get_or_create(authority=authority)
    mark = marks.select_for_update().get(pk=made.pk)
    authority = Authority.objects.get(pk=authority.pk)  # while we waited somebody may have changed its limits
    upto = last_number()
    known = gathered_on(authority, today)
    found = find_all(known.register, limits_of(authority))
    stored = list(StoredFinding.objects.standing())
    before = rows_of(found, stored)
    kept = {row.pk for row in before.values()}
    StoredFinding.objects.filter(pk__in=[row.pk for row in stored if row.pk not in kept]).update(gone_on=today)
    weighed = weights(found, standing_answers().keys())
    changed = [
        _brought_up_to_date(before[finding.key], finding, weighed[finding.key])
        for finding in found
        if finding.key in before
    ]
    StoredFinding.objects.bulk_update([row for row in changed if row], MAY_CHANGE)
    StoredFinding.objects.bulk_create(
        StoredFinding(authority=authority, found_on=today, **_shown_of(finding, weighed[finding.key]))
        for finding in found
        if finding.key not in before
    )
    mark.entry, mark.day, mark.pictures = upto, today, drawn_in_every_language(authority, known)
    mark.save()
    transaction.on_commit(partial(remember, authority, upto, known))
    return len(found)


def refresh_when_needed(*, authority: Authority, today: date) -> bool:
    """Refresh when a fact changed, or the day did, since the last time. What people said is imported first."""
    mark = Refresh.objects.filter(authority=authority).only("entry", "day").first()
    if mark is not None and mark.entry == last_number() and mark.day == today:
        return False
    import_completed(authority=authority)
    refresh(authority=authority, today=today)
    return True


def rows_of(found: Sequence[Finding], stored: Sequence[StoredFinding]) -> dict[str, StoredFinding]:
    """The row that keeps each of these findings, by key; a finding without one is new.

    A fact keeps its row when another rule begins or ceases to speak for it.
    """
    own = {row.key: row for row in stored}
    rows = {finding.key: own[finding.key] for finding in found if finding.key in own}
    taken = {row.pk for row in rows.values()}
    speaking = {key: row for row in stored if row.pk not in taken for key in row.keys}
    for finding in found:
        row = next((speaking[key] for key in finding.keys if key in speaking), None)
        if finding.key not in rows and row is not None and row.pk not in taken:
            rows[finding.key] = row
            taken.add(row.pk)
    return rows


def _shown_of(finding: Finding, weight: int) -> dict[str, Any]:
    """The columns that may change while a finding stands."""
    return {
        "key": finding.key,
        "rule": finding.rule,
        "weight": weight,
        "subjects": [subject.as_kept() for subject in finding.subjects],
        "numbers": dict(finding.numbers),
        "certainty": str(finding.certainty),
        "grounds": _as_stored(finding.grounds),
        "measured_on": finding.measured_on,
        "rule_version": version_of(finding.rule),
        "limits_used": dict(finding.limits_used),
        "size": finding.size,
        "measured": is_measured(finding.grounds),
        "also": [_spoken_for(other) for other in finding.also],
    }


def _spoken_for(finding: Finding) -> dict[str, Any]:
    return {
        "key": finding.key,
        "rule": finding.rule,
        "numbers": dict(finding.numbers),
        "certainty": str(finding.certainty),
        "grounds": _as_stored(finding.grounds),
        "measured_on": str(finding.measured_on) if finding.measured_on else None,
        "rule_version": version_of(finding.rule),
        "limits_used": dict(finding.limits_used),
    }


def _as_stored(grounds: Sequence[Ground]) -> list[dict[str, Any]]:
    return [{"code": ground.code, "holds": ground.holds, "numbers": dict(ground.numbers)} for ground in grounds]


def _brought_up_to_date(row: StoredFinding, finding: Finding, weight: int) -> StoredFinding | None:
    now = _shown_of(finding, weight)
    if all(getattr(row, name) == value for name, value in now.items()):
        return None
    for name, value in now.items():
        setattr(row, name, value)
    return row


@transaction.atomic
def answer(*, decision: Decision, stored: StoredFinding, actor: Actor) -> Decision:
    """Answer a finding with a decision that remembers what the finding rested on.

    Raises Gone when it no longer stands, Answered when a decision answers it already.
    """
    found = StoredFinding.objects.select_for_update().get(pk=stored.pk)
    if found.gone_on is not None:
        raise Gone
    if answered(found.keys):
        raise Answered
    if not decision.name:
        decision.name = found.text().sentence.plain[:LONGEST_NAME]
    decision.answer_to(found.rule, found.key, found.subjects, found.evidence_of(found.key))
    for subject in found.subjects:
        column = f"{subject['kind']}_id"
        if subject["kind"] in Decision.ABOUT and getattr(decision, column) is None:
            setattr(decision, column, subject["ref"])
    made = decide(decision=decision, actor=actor)
    follow_up(decision=made, actor=actor)
    return made


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding as somebody saw it in a list: with the digest of what it said then."""

    pk: int
    digest: str


@transaction.atomic
def answer_each(
    *, seen: Sequence[Seen], made: Callable[[], Decision], may: Callable[[StoredFinding], bool], actor: Actor
) -> tuple[list[Decision], list[StoredFinding]]:
    """Answer several findings alike, each with a decision of its own. Returns the decisions, and the findings that were
    left alone: answered, gone or changed since they were seen, or not this person's to answer.
    """
    decisions, left = [], []
    rows = StoredFinding.objects.in_bulk([each.pk for each in seen])
    for each in seen:
        stored = rows.get(each.pk)
        if stored is None:
            continue
        if each.digest != stored.digest or not may(stored):
            left.append(stored)
            continue
        try:
            with transaction.atomic():
                decisions.append(answer(decision=made(), stored=stored, actor=actor))
        except (Gone, Answered):
            left.append(stored)
    return decisions, left


@transaction.atomic
def put_off(*, findings: Iterable[StoredFinding], until: date, reason: str, actor: Actor) -> None:
    """Not now: they come back by themselves on this day."""
    for stored in findings:
        before = stored.not_now_until
        stored.not_now_until, stored.not_now_reason = until, reason
        stored.save(update_fields=["not_now_until", "not_now_reason"])
        _tell(stored, actor, not_now_until=[before and str(before), str(until)])


@transaction.atomic
def assign(*, findings: Iterable[StoredFinding], owner: Position | None, actor: Actor) -> None:
    """A colleague looks into them; None: nobody in particular any more."""
    for stored in findings:
        before, stored.owner = stored.owner, owner
        stored.save(update_fields=["owner"])
        _tell(stored, actor, owner=[before and before.pk, owner and owner.pk])


def _tell(stored: StoredFinding, actor: Actor, **changes: list[object]) -> None:
    audit.record(actor=actor, verb=Verb.CHANGED, kind="finding", pk=stored.pk, changes=changes)


class TooLate(Exception):
    """It was decided on another day, or looked at since: nothing was undone."""


@transaction.atomic
def undo(*, decision: Decision, actor: Actor) -> None:
    """Take back a decision on the day it was taken: it goes to the archive, with the actions that came of it."""
    found = Decision.objects.select_for_update().get(pk=decision.pk)
    if not may_be_undone(found):
        raise TooLate
    archive(found, actor=actor)
    for action in Action.objects.current().filter(decision=found):
        archive(action, actor=actor)


def may_be_undone(decision: Decision) -> bool:
    """Until the evening of the day on which it was written down."""
    return decision.open and not decision.outcome and timezone.localdate(decision.created_at) == timezone.localdate()


@transaction.atomic
def look_again(
    *,
    decision: Decision,
    outcome: str,
    note: str,
    again_on: date | None,
    seen_version: int,
    actor: Actor,
    authority: Authority,
    today: date,
) -> Decision:
    """Compute the finding again, and keep what it rests on now beside what it rested on then.

    Raises Closed or Conflict as `review` does.
    """
    refresh(authority=authority, today=today)
    return review(
        decision=decision,
        outcome=outcome,
        note=note,
        evidence=evidence_now(decision.finding),
        actor=actor,
        again_on=again_on,
        seen_version=seen_version,
    )
