from datetime import date

import pytest

from regiewijzer.science.facts import FormMeasurement, InputSource, MemberRatings, Network
from regiewijzer.science.finding import Certainty
from regiewijzer.science.governance import Condition
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import grounds
from regiewijzer.science.rules.evidence import evidence_of
from regiewijzer.science.rules.vocabulary import Reason

TODAY = date(2026, 11, 23)
FOR = grounds.ground(Reason.SEVERAL_SHORTAGES, holds=True, count=2)
AGAINST = grounds.of_limit("self_participants", 9, Limits())
OTHER = grounds.ground(Reason.MEMBERS_UNDATED, holds=False)
ESTIMATE = grounds.ground(Reason.OWN_ESTIMATE, holds=False)


@pytest.mark.parametrize(
    ("reasons", "certainty"),
    [
        ([], Certainty.LIMITED),
        ([FOR], Certainty.GREAT),
        ([FOR, AGAINST], Certainty.FAIR),
        ([AGAINST, AGAINST], Certainty.FAIR),
        ([FOR, AGAINST, OTHER], Certainty.LIMITED),
        ([FOR, ESTIMATE], Certainty.LIMITED),
    ],
)
def test_certainty_falls_with_each_kind_of_reason_against_and_with_an_own_estimate(reasons, certainty):
    assert grounds.certainty(reasons) is certainty


@pytest.mark.parametrize(
    ("name", "value", "code", "margins"),
    [
        ("self_participants", 9, "close_to_limit", 1.0),
        ("self_participants", 11, "beyond_limit", 3.0),
        ("self_participants", 14, "far_beyond_limit", 6.0),
        ("lead_participants", 36, "close_to_limit", 0.25),
        ("members_stay", 0.3125, "close_to_limit", 1.0),
        ("members_stay", 0.125, "far_beyond_limit", 4.0),
        ("dominant_domain", 0.75, "beyond_limit", 2.4),
        ("effect_months", 31, "beyond_limit", 2.33),
    ],
)
def test_a_distance_to_a_limit_is_counted_in_what_is_near(name, value, code, margins):
    found = grounds.of_limit(name, value, Limits())

    assert (found.code, found.holds, found.numbers["margins"]) == (code, code != "close_to_limit", margins)


def test_where_nothing_is_called_near_only_the_limit_itself_is():
    nothing = from_overrides({"narrow_score": 0, "narrow_participants": 0})

    assert grounds.of_limit("self_participants", 9, nothing).numbers["margins"] == 1.0
    assert grounds.of_limit("members_stay", 0.125, nothing).numbers["margins"] == 4.0


@pytest.mark.parametrize(("steps", "code", "holds"), [(1, "steps_apart", False), (3, "steps_apart", True)])
def test_one_step_between_two_judgements_is_a_reason_for_doubt(steps, code, holds):
    assert (grounds.of_steps(steps).code, grounds.of_steps(steps).holds) == (code, holds)


@pytest.mark.parametrize(("answers", "certainty"), [(2, Certainty.FAIR), (5, Certainty.GREAT), (1, Certainty.LIMITED)])
def test_what_two_people_fill_in_together_is_less_sure_than_what_five_do(answers, certainty):
    found = grounds.of_people(InputSource.WORKSHOP, answers, TODAY, TODAY, Limits())

    assert grounds.certainty(found) is certainty


def test_answers_that_fall_apart_are_a_reason_for_doubt_and_answers_that_agree_are_none():
    members = MemberRatings(TODAY, {}, InputSource.SURVEY, answers=8, invited=9)

    (apart,) = grounds.of_agreement(0.19, members, Limits())

    assert (apart.code, apart.holds, apart.numbers) == ("answers_fall_apart", False, {"agreement": 0.19})
    assert grounds.of_agreement(0.9, members, Limits()) == ()
    assert grounds.of_agreement(None, members, Limits()) == ()


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


@pytest.mark.parametrize(("day", "fresh"), [(date(2025, 11, 24), True), (date(2025, 11, 23), False)])
def test_a_fact_is_old_on_the_day_it_is_so_many_months(day, fresh):
    assert grounds.of_facts(day, TODAY, Limits()).holds is fresh


@pytest.mark.parametrize(("answers", "enough"), [(7, True), (6, False)])
def test_a_response_on_the_limit_is_enough(answers, enough):
    asked = FormMeasurement(TODAY, 10, source=InputSource.SURVEY, answers=answers, invited=10)

    assert grounds.of_measurement(asked, TODAY, Limits())[0].holds is enough


def test_what_one_person_filled_in_is_an_own_estimate_whatever_it_is_called():
    alone, nobody_counted = (
        grounds.of_people(InputSource.WORKSHOP, answers, TODAY, TODAY, Limits())[0] for answers in (1, None)
    )

    assert (alone.code, nobody_counted.code) == ("own_estimate", "people_uncounted")


def test_one_list_of_members_without_a_date_makes_both_undated():
    lists = [Network(1, "A", as_of=date(2026, 10, 1)), Network(2, "B")]

    assert grounds.of_members(lists, TODAY, Limits()).code == "members_undated"


def test_what_the_service_judged_was_judged_and_not_measured():
    judged = grounds.of_people(InputSource.WORKSHOP, 6, TODAY, TODAY, Limits())

    assert evidence_of("instrument.goal_missed", judged, TODAY) == "judgement"
