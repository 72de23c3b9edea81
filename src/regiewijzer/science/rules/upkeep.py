"""Which findings follow from facts that are old and decisions that wait to be looked at again?

Limits: `upkeep`; all our proposal. Looked at are running networks, instruments that stand, challenges, and the
organisations in a running network. Many old records of one kind are one finding, not many. A record without a date is
not called old.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.science.facts import Decision, Register
from regiewijzer.science.finding import Finding, Kind, Subject
from regiewijzer.science.interplay import STANDING
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason, Rule
from regiewijzer.science.upkeep import months_between, stale_for

DAY_ON_RECORD = grounds.ground(Reason.DAY_ON_RECORD, holds=True)


@dataclass(frozen=True, slots=True)
class _Dated:
    """A record with the day on which its facts were last known to be right."""

    subject: Subject
    as_of: date | None


@dataclass(frozen=True, slots=True)
class _Old:
    """A record that is too old, by so many whole months."""

    subject: Subject
    as_of: date
    months: int


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about old records, kind by kind, and about decisions to look at again."""
    kinds = (_networks(register), _instruments(register), _challenges(register), _organisations(register))
    return (
        *(finding for records in kinds for finding in _stale(records, register, limits)),
        *(of_decision(decision) for decision in register.decisions if is_due(decision, register.today)),
    )


def is_due(decision: Decision, today: date) -> bool:
    """True from the review day on, until somebody looked again."""
    return decision.review_on is not None and decision.review_on <= today and not decision.reviewed


def of_decision(decision: Decision) -> Finding:
    """The finding that this decision is due for review."""
    assert decision.review_on is not None
    return Finding(
        rule=Rule.REVIEW_DUE.value,
        subjects=(Subject(Kind.DECISION, decision.ref, decision.subject),),
        numbers={
            "subject": decision.subject,
            "date": decision.decided_on.isoformat(),
            "review_on": decision.review_on.isoformat(),
        },
        certainty=grounds.certainty((DAY_ON_RECORD,)),
        grounds=(DAY_ON_RECORD,),
        measured_on=decision.decided_on,
    )


def _stale(records: Sequence[_Dated], register: Register, limits: Limits) -> tuple[Finding, ...]:
    """One finding per old record of one kind, or one about all of them when there are many."""
    old = [each for record in records for each in _aged(record, register.today, limits)]
    if len(old) > limits.stale_records:
        return (_many_stale(old, len(records), register, limits),)
    return tuple(
        Finding(
            rule=Rule.STALE.value,
            subjects=(each.subject,),
            numbers={"subject": each.subject.name, "months": each.months},
            certainty=grounds.certainty((DAY_ON_RECORD,)),
            grounds=(DAY_ON_RECORD,),
            measured_on=each.as_of,
            limits_used=grounds.limits_used(limits, "stale_months"),
        )
        for each in old
    )


def _aged(record: _Dated, today: date, limits: Limits) -> tuple[_Old, ...]:
    months = stale_for(record.as_of, today, limits)
    if record.as_of is None or months is None:
        return ()
    return (_Old(record.subject, record.as_of, months),)


def _many_stale(old: Sequence[_Old], total: int, register: Register, limits: Limits) -> Finding:
    kind, oldest = old[0].subject.kind, min(each.as_of for each in old)
    return Finding(
        rule=Rule.MANY_STALE.value,
        subjects=(Subject(Kind.AUTHORITY, register.authority, register.authority_name),),
        numbers={
            "kind": kind.value,
            "count": len(old),
            "total": total,
            "months": limits.stale_months,
            "oldest": months_between(oldest, register.today),
        },
        certainty=grounds.certainty((DAY_ON_RECORD,)),
        grounds=(DAY_ON_RECORD,),
        measured_on=oldest,
        aspect=kind.value,
        limits_used=grounds.limits_used(limits, "stale_months", "stale_records"),
    )


def _networks(register: Register) -> tuple[_Dated, ...]:
    return tuple(_Dated(Subject(Kind.NETWORK, each.ref, each.name), each.as_of) for each in register.running)


def _instruments(register: Register) -> tuple[_Dated, ...]:
    return tuple(
        _Dated(Subject(Kind.INSTRUMENT, each.ref, each.name), each.as_of)
        for each in register.instruments
        if each.status in STANDING
    )


def _challenges(register: Register) -> tuple[_Dated, ...]:
    return tuple(_Dated(Subject(Kind.CHALLENGE, each.ref, each.name), each.as_of) for each in register.challenges)


def _organisations(register: Register) -> tuple[_Dated, ...]:
    at_a_table = {partner for network in register.running for partner in network.partners}
    return tuple(
        _Dated(Subject(Kind.ORGANISATION, each.ref, each.name), each.as_of)
        for each in register.organisations
        if each.ref in at_a_table
    )
