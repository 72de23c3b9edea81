from datetime import date

import pytest

from regiewijzer.science.finding import Ground
from regiewijzer.science.rules.evidence import Evidence, evidence_of
from regiewijzer.science.rules.vocabulary import Reason, Rule

DAY, EARLIER = date(2026, 10, 14), date(2026, 3, 1)


def dated(reason: Reason, day: date = DAY) -> Ground:
    return Ground(reason.value, holds=True, numbers={"months": 1, "date": day.isoformat()})


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        (Reason.MEASURED_MONTHS_AGO, Evidence.MEASUREMENT),
        (Reason.MEMBERS_DATED, Evidence.MEMBERS),
        (Reason.MEMBERS_UNDATED, Evidence.MEMBERS),
        (Reason.CHOICE_DATED, Evidence.CHOICE),
        (Reason.FACTS_DATED, Evidence.RECORD),
    ],
)
def test_the_ground_that_tells_the_age_says_what_is_so_old(reason: Reason, kind: Evidence) -> None:
    assert evidence_of(Rule.STALE, [dated(reason)], DAY) is kind


def test_of_two_dated_grounds_the_one_of_that_day_counts() -> None:
    grounds = [dated(Reason.MEASURED_MONTHS_AGO, EARLIER), dated(Reason.MEMBERS_DATED)]

    assert evidence_of(Rule.TOO_MANY_PARTICIPANTS, grounds, DAY) is Evidence.MEMBERS
    assert evidence_of(Rule.TOO_MANY_PARTICIPANTS, grounds, EARLIER) is Evidence.MEASUREMENT


def test_a_decision_or_a_record_was_not_measured() -> None:
    assert evidence_of(Rule.REVIEW_DUE, (), DAY) is Evidence.DECISION
    assert evidence_of(Rule.STALE, (), DAY) is Evidence.RECORD
