"""Small tables, trust that is not spread, and the limits over which an advice holds."""

import pytest

from regiewijzer.science.consensus import consensus, mean
from regiewijzer.science.facts import Form
from regiewijzer.science.governance import Condition, Conditions, Verdict, advise, checks, from_scale, turns, verdict
from regiewijzer.science.limits import Limits, from_overrides

SELF, LEAD, NAO = Form
GOOD = {"trust": 0.9, "consensus": 0.9, "need": 0.1, "trust_in_lead": 0.6}
BAD = {"trust": 0.1, "consensus": 0.1, "need": 0.1, "trust_in_lead": 0.6}


@pytest.mark.parametrize("scores", [GOOD, BAD])
@pytest.mark.parametrize("members", [2, 3])
def test_two_or_three_members_give_no_verdict_and_no_strategic_question(members, scores):
    few = Conditions(participants=members, **scores)

    advice = advise(few)

    assert {verdict(form, few) for form in Form} == {Verdict.UNKNOWN}
    assert (advice.form, advice.strategic_question, advice.settled) == (None, False, False)
    assert advise(few, from_overrides({"form_members": 2})) != advice


def test_four_members_give_one():
    assert advise(Conditions(participants=4, **GOOD)).form is SELF


SPLIT = [5, 5, 5, 5, 5, 5, 1, 1]


def test_trust_that_is_high_for_most_and_not_for_all_is_not_high():
    trust = {"trust": from_scale(mean(SPLIT)), "trust_agreement": consensus(SPLIT), "answers": 8}
    conditions = Conditions(participants=8, **GOOD | trust)

    (check,) = [each for each in checks(SELF, conditions) if each.condition is Condition.TRUST]

    assert trust["trust"] == 0.75
    assert (check.verdict, check.split, check.gap) == (Verdict.SHORT, True, 0.0)
    assert advise(conditions).form is LEAD
    assert verdict(NAO, conditions) is Verdict.FITS


@pytest.mark.parametrize(
    "known", [{"trust_agreement": 0.9, "answers": 8}, {"trust_agreement": 0.19, "answers": 4}, {"answers": 8}]
)
def test_trust_that_is_spread_or_of_which_nobody_knows_or_that_few_gave_is_as_high_as_its_mean(known):
    assert advise(Conditions(participants=8, **GOOD | known)).form is SELF


def test_an_advice_says_over_which_limits_it_holds_the_nearest_first():
    found = turns(Conditions(participants=14, trust=0.45, consensus=0.8, need=0.3, trust_in_lead=0.7))

    assert [(each.form, each.condition, each.at) for each in found] == [
        (LEAD, Condition.TRUST_IN_LEAD, 0.7),
        (LEAD, Condition.NEED, 0.3),
        (LEAD, Condition.PARTICIPANTS, 14),
        (LEAD, Condition.CONSENSUS, 0.8),
    ]


def test_moving_a_limit_that_turns_the_advice_past_where_it_turns_gives_another_advice():
    conditions = Conditions(participants=9, **GOOD)

    (crowd,) = [turn for turn in turns(conditions) if turn.form is SELF]

    assert (crowd.condition, crowd.limit, crowd.at) == (Condition.PARTICIPANTS, 8, 9)
    assert advise(conditions).form is LEAD
    assert advise(conditions, Limits(self_participants=9)).form is SELF


def test_where_two_conditions_fail_no_single_limit_turns_a_strategic_question_and_few_members_have_none():
    assert turns(Conditions(participants=45, trust=0.1, consensus=0.1, need=0.9, trust_in_lead=0.1)) == ()
    assert turns(Conditions(participants=3, **GOOD)) == ()
