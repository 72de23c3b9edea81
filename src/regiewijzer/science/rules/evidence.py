"""What kind of evidence does a finding rest on, of which it tells the day?

A measurement was measured, what the service finds was judged; a list of members, a choice, a decision and a record
were neither: they are of a day.
"""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from regiewijzer.science.finding import Ground
from regiewijzer.science.rules.vocabulary import Reason, Rule


class Evidence(StrEnum):
    """What the day under a finding is of."""

    MEASUREMENT = "measurement"
    JUDGEMENT = "judgement"
    MEMBERS = "members"
    CHOICE = "choice"
    DECISION = "decision"
    RECORD = "record"


_DATED = {
    Reason.MEASURED_MONTHS_AGO: Evidence.MEASUREMENT,
    Reason.JUDGED_MONTHS_AGO: Evidence.JUDGEMENT,
    Reason.MEMBERS_DATED: Evidence.MEMBERS,
    Reason.CHOICE_DATED: Evidence.CHOICE,
    Reason.FACTS_DATED: Evidence.RECORD,
}


def evidence_of(rule: str, grounds: Sequence[Ground], day: date) -> Evidence:
    """The ground that tells how old this is, says what it is; without one it is a decision or a record."""
    if rule == Rule.REVIEW_DUE:
        return Evidence.DECISION
    dated = {ground.code: ground.numbers.get("date") for ground in grounds}
    if Reason.MEMBERS_UNDATED in dated:
        return Evidence.MEMBERS  # one list of several has no day; this is the day of another
    return next((kind for reason, kind in _DATED.items() if dated.get(reason) == day.isoformat()), Evidence.RECORD)
