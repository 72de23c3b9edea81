from datetime import date

import pytest

from regiewijzer.science.facts import FormMeasurement, Network
from regiewijzer.science.finding import Certainty
from regiewijzer.science.governance import Condition
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.vocabulary import Reason

TODAY = date(2026, 11, 23)
FOR = grounds.ground(Reason.SEVERAL_SHORTAGES, holds=True, count=2)
AGAINST = grounds.ground(Reason.LIMIT_IS_OURS, holds=False, limit=8, limit_name="self_participants")
OTHER = grounds.ground(Reason.MEMBERS_UNDATED, holds=False)
ESTIMATE = grounds.ground(Reason.OWN_ESTIMATE, holds=False)


@pytest.mark.parametrize(
    ("reasons", "certainty"),
    [
        ([], Certainty.GREAT),
        ([FOR], Certainty.GREAT),
        ([FOR, AGAINST], Certainty.FAIR),
        ([AGAINST, AGAINST], Certainty.FAIR),
        ([FOR, AGAINST, OTHER], Certainty.LIMITED),
        ([FOR, ESTIMATE], Certainty.LIMITED),
    ],
)
def test_certainty_falls_with_each_kind_of_reason_against_and_with_an_own_estimate(reasons, certainty):
    assert grounds.certainty(reasons) is certainty


def test_a_limit_is_shown_on_the_scale_of_people():
    (score,) = grounds.of_limit("self_trust", Limits())
    (share,) = grounds.of_limit("dominant_domain", Limits())
    (count,) = grounds.of_limit("self_participants", Limits())

    assert [each.numbers["limit"] for each in (score, share, count)] == [4.0, 60, 8]


def test_a_limit_from_the_seeds_is_nobodys_proposal_until_the_authority_changes_it():
    assert grounds.of_limit("effect_months", Limits()) == ()

    (chosen,) = grounds.of_limit("effect_months", from_overrides({"effect_months": 36}))

    assert (chosen.code, chosen.holds, chosen.numbers["default"]) == ("limit_is_yours", True, 24)


def test_several_limits_are_ours_unless_the_authority_changed_one():
    names = ["self_trust", "self_need"]

    assert grounds.of_limits(names, Limits()).code == "limits_are_ours"
    assert grounds.of_limits(names, from_overrides({"self_need": 0.4})).numbers == {"count": 1}


def test_the_oldest_list_of_members_tells_the_age_of_both():
    lists = [Network(1, "A", as_of=date(2026, 10, 1)), Network(2, "B", as_of=date(2025, 10, 1))]

    ground = grounds.of_members(lists, TODAY, Limits())

    assert (ground.numbers, ground.holds) == ({"date": "2025-10-01", "months": 13}, False)


def test_a_date_still_to_come_counts_as_today():
    assert grounds.of_facts(date(2027, 1, 1), TODAY, Limits()).numbers["months"] == 0


def test_a_condition_that_was_measured_before_is_compared() -> None:
    before = FormMeasurement(measured_on=date(2026, 5, 4), participants=21, consensus=0.71)
    between = FormMeasurement(measured_on=date(2026, 8, 4), participants=21, trust=0.5)
    now = FormMeasurement(measured_on=date(2026, 11, 2), participants=21, consensus=0.52, answers=17, invited=21)

    (change,) = grounds.of_change(Condition.CONSENSUS, [before, between, now])

    numbers = {"condition": "consensus", "value": 0.52, "before": 0.71, "date": "2026-05-04"}
    assert (change.code, change.numbers) == ("condition_before", numbers)
    assert grounds.of_change(Condition.CONSENSUS, [now]) == ()
    assert grounds.of_change(Condition.PARTICIPANTS, [before, now]) == ()
