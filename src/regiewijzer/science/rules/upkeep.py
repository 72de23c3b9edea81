"""Which findings follow from facts that are old and decisions that wait to be looked at again?

Limits: `upkeep`; all our proposal. Looked at are running networks, instruments that stand, challenges, and the organisations
in a running network. Many old records of one kind are one finding, not many. A record without a date is not called old.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from regiewijzer.science.facts import Decision, Ref, Register
from regiewijzer.science.finding import Certainty, Finding, Kind, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules.instrument import STANDING
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.science.upkeep import months_between, stale_for


@dataclass(frozen=True, slots=True)
class _Dated:
    """A record with the day on which its facts were last known to be right."""

    subject: Subject
    as_of: date | None


def find(register: Register, limits: Limits) -> tuple[Finding, ...]:
    """The findings about old records, kind by kind, and about decisions to look at again."""
    kept = (
        (Kind.NETWORK, register.running),
        (Kind.INSTRUMENT, [each for each in register.instruments if each.status in STANDING]),
        (Kind.CHALLENGE, register.challenges),
        (Kind.ORGANISATION, _at_a_table(register)),
    )
    old = (
        finding
        for kind, records in kept
        for finding in _stale(
            kind, [_Dated(Subject(kind, each.ref, each.name), each.as_of) for each in records], register, limits
        )
    )
    due = (_review_due(decision, register.today) for decision in register.decisions if is_due(decision, register.today))
    return (*old, *due)
