from datetime import date

import pytest

from regiewijzer.science.facts import (
    Challenge,
    Decision,
    Instrument,
    InstrumentStatus,
    Member,
    Network,
    Organisation,
    Register,
)
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import upkeep

TODAY = date(2026, 11, 23)
OLD, FRESH = date(2025, 7, 1), date(2026, 7, 1)


def found(limits=None, **facts):
    return upkeep.find(Register(TODAY, authority=9, authority_name="Vliermonde", **facts), limits or Limits())


def challenges(number, as_of):
    return tuple(Challenge(ref, f"Opgave {ref}", as_of) for ref in range(number))


def test_an_old_record_is_told_with_its_age():
    (finding,) = found(challenges=challenges(1, OLD))

    assert finding.rule == "register.stale"
    assert finding.numbers == {"subject": "Opgave 0", "months": 16}
    assert finding.subjects[0].kind == "challenge"


def test_five_old_records_are_five_findings_and_six_are_one():
    five, six = found(challenges=challenges(5, OLD)), found(challenges=challenges(6, OLD))

    assert [finding.rule for finding in five] == ["register.stale"] * 5
    assert [finding.rule for finding in six] == ["register.many_stale"]
    assert six[0].numbers == {"kind": "challenge", "count": 6, "total": 6, "months": 12, "oldest": 16}
    assert (six[0].subjects[0].kind, six[0].subjects[0].ref, six[0].subjects[0].name) == ("authority", 9, "Vliermonde")


def test_many_old_records_of_two_kinds_are_two_findings_with_two_keys():
    instruments = tuple(Instrument(ref, f"Instrument {ref}", as_of=OLD) for ref in range(6))

    findings = found(challenges=challenges(6, OLD), instruments=instruments)

    assert [finding.numbers["kind"] for finding in findings] == ["instrument", "challenge"]
    assert len({finding.key for finding in findings}) == 2


def test_a_fresh_record_and_one_without_a_date_are_not_called_old():
    assert found(challenges=(*challenges(1, FRESH), Challenge(7, "Zonder datum"))) == ()


def test_organisations_count_only_when_they_sit_in_a_running_network():
    organisations = tuple(Organisation(ref, f"Partner {ref}", as_of=OLD) for ref in range(3))
    running = Network(1, "Loopt", members=(Member(0),), as_of=FRESH)
    ended = Network(2, "Gedaan", members=(Member(1),), as_of=OLD, ended=date(2026, 1, 1))

    findings = found(organisations=organisations, networks=(running, ended))

    assert [finding.subjects[0].name for finding in findings] == ["Partner 0"]


def test_an_instrument_that_ended_is_not_asked_after():
    ended = Instrument(1, "Premie", status=InstrumentStatus.ENDED, as_of=OLD)

    assert found(instruments=(ended,)) == ()


def test_the_authority_may_set_its_own_pace():
    relaxed = from_overrides({"stale_months": 24})

    assert found(relaxed, challenges=challenges(6, OLD)) == ()


@pytest.mark.parametrize(
    ("review_on", "reviewed", "due"),
    [
        (date(2026, 11, 22), False, True),
        (date(2026, 11, 23), False, True),
        (date(2026, 11, 24), False, False),
        (date(2026, 11, 22), True, False),
        (None, False, False),
    ],
)
def test_a_decision_is_due_from_its_review_day_until_somebody_looked(review_on, reviewed, due):
    decision = Decision(3, "de vorm van Kansrijk", date(2026, 6, 9), review_on, reviewed=reviewed)

    findings = found(decisions=(decision,))

    assert bool(findings) is due
    for finding in findings:
        assert finding.rule == "decision.review_due"
        assert finding.numbers == {
            "subject": "de vorm van Kansrijk",
            "date": "2026-06-09",
            "review_on": review_on.isoformat(),
        }
