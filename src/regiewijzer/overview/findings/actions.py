"""Computing the findings again, and keeping what came and went."""

from dataclasses import asdict
from datetime import date
from typing import Any

from django.db import transaction

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit.queries import last_number
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.library.catalogue import finding_type
from regiewijzer.overview.facts.queries import register_on
from regiewijzer.overview.findings.models import Refresh, StoredFinding
from regiewijzer.overview.findings.queries import numbers_now
from regiewijzer.overview.measurements.actions import take_over
from regiewijzer.register.decisions.actions import decide, review
from regiewijzer.register.decisions.models import Decision
from regiewijzer.science.finding import Finding
from regiewijzer.science.rules import find_all

SUBJECTS_OF_DECISION = frozenset({"network", "instrument", "organisation", "challenge"})
MAY_CHANGE = ("weight", "subjects", "numbers", "certainty", "grounds", "measured_on")


@transaction.atomic
def refresh(*, authority: Authority, today: date) -> int:
    """Compute all findings of the authority and store the difference. Returns how many stand.

    Must run inside the authority. Two at once wait for each other on the row that says how far we are.
    """
    mark, _made = Refresh.objects.get_or_create(authority=authority)
    mark = Refresh.objects.select_for_update().get(pk=mark.pk)
    authority = Authority.objects.get(pk=authority.pk)  # while we waited somebody may have changed its limits
    upto = last_number()
    found = {finding.key: finding for finding in find_all(register_on(authority, today), limits_of(authority))}
    stored = {row.key: row for row in StoredFinding.objects.standing()}
    StoredFinding.objects.filter(pk__in=[row.pk for key, row in stored.items() if key not in found]).update(
        gone_on=today
    )
    StoredFinding.objects.bulk_create(
        _row(authority, finding, found_on=today) for key, finding in found.items() if key not in stored
    )
    changed = [_brought_up_to_date(row, found[key]) for key, row in stored.items() if key in found]
    StoredFinding.objects.bulk_update([row for row in changed if row], MAY_CHANGE)
    mark.entry, mark.day = upto, today
    mark.save()
    return len(found)


def refresh_when_needed(*, authority: Authority, today: date) -> bool:
    """Refresh when a fact changed, or the day did, since the last time. What people told is taken over first."""
    mark = Refresh.objects.filter(authority=authority).first()
    if mark is not None and mark.entry == last_number() and mark.day == today:
        return False
    take_over(authority=authority)
    refresh(authority=authority, today=today)
    return True


def _row(authority: Authority, finding: Finding, found_on: date) -> StoredFinding:
    return StoredFinding(
        authority=authority, key=finding.key, rule=finding.rule, found_on=found_on, **_shown_of(finding)
    )


def _shown_of(finding: Finding) -> dict[str, Any]:
    """The columns that may change while a finding stands."""
    return {
        "weight": finding_type(finding.rule).weight,
        "subjects": [
            {"kind": str(subject.kind), "ref": subject.ref, "name": subject.name} for subject in finding.subjects
        ],
        "numbers": dict(finding.numbers),
        "certainty": str(finding.certainty),
        "grounds": [{**asdict(ground), "numbers": dict(ground.numbers)} for ground in finding.grounds],
        "measured_on": finding.measured_on,
    }


def _brought_up_to_date(row: StoredFinding, finding: Finding) -> StoredFinding | None:
    now = _shown_of(finding)
    if all(getattr(row, name) == value for name, value in now.items()):
        return None
    for name, value in now.items():
        setattr(row, name, value)
    return row


def answer(*, decision: Decision, stored: StoredFinding, actor: Actor) -> Decision:
    """Answer a finding with a decision that remembers what the finding rested on."""
    decision.rule, decision.finding, decision.numbers = stored.rule, stored.key, stored.numbers
    for subject in stored.subjects:
        column = f"{subject['kind']}_id"
        if subject["kind"] in SUBJECTS_OF_DECISION and getattr(decision, column) is None:
            setattr(decision, column, subject["ref"])
    return decide(decision=decision, actor=actor)


@transaction.atomic
def look_again(
    *,
    decision: Decision,
    outcome: str,
    note: str,
    again_on: date | None,
    actor: Actor,
    authority: Authority,
    today: date,
) -> Decision:
    """Compute the finding again, and keep what it rests on now beside what it rested on then."""
    refresh(authority=authority, today=today)
    return review(
        decision=decision,
        outcome=outcome,
        note=note,
        numbers=numbers_now(decision.finding),
        actor=actor,
        again_on=again_on,
    )
