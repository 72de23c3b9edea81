from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import Context, Evaluation, Pitfall, PowerUse, Presence
from regiewijzer.science.limits import from_overrides
from regiewijzer.science.pitfalls import Explanation, Recognised, explanations, recognised, works_unused

DAY = date(2026, 6, 1)
scores = st.none() | st.integers(1, 5)


def found(*, in_display_case=False, **answers):
    return recognised(Evaluation(DAY, **answers), in_display_case=in_display_case)


@pytest.mark.parametrize(
    ("answers", "pitfall", "value"),
    [
        ({"take_up": 2}, Pitfall.IDLE, 2),
        ({"right_actors": 1}, Pitfall.WRONG_BIDDER, 1),
        ({"goal_reached": 2}, Pitfall.TALK_ONLY, 2),
    ],
)
def test_the_three_pitfalls_of_the_seeds_are_recognised_from_an_answer(answers, pitfall, value):
    assert found(**answers) == (Recognised(pitfall, value),)


@pytest.mark.parametrize("answers", [{"take_up": 3}, {"right_actors": 3}, {"goal_reached": 3}, {"relation": 1}, {}])
def test_half_is_no_pitfall_and_not_known_neither(answers):
    assert found(**answers) == ()


def test_a_pitfall_that_somebody_named_is_recognised_without_a_number():
    assert found(take_up=4, pitfalls=frozenset({Pitfall.IDLE, Pitfall.DEPENDENCE})) == (
        Recognised(Pitfall.IDLE),
        Recognised(Pitfall.DEPENDENCE),
    )


def test_little_use_is_no_pitfall_for_a_stick_that_works():
    named = frozenset({Pitfall.IDLE})

    assert found(take_up=1, pitfalls=named, in_display_case=True) == ()
    assert found(take_up=1, pitfalls=named, ever_used=PowerUse.UNUSED_WORKS) == ()
    assert found(take_up=1, pitfalls=named, power_used=0, power_needed=3, goal_reached=4) == ()


def test_a_stick_that_does_nothing_is_an_empty_threat():
    assert found(ever_used=PowerUse.UNUSED_IDLE, in_display_case=True) == (Recognised(Pitfall.EMPTY_THREAT),)
    assert found(ever_used=PowerUse.UNUSED_IDLE) == (Recognised(Pitfall.IDLE),)


def test_an_authority_draws_its_own_line():
    strict = from_overrides({"poor_use": 3})

    assert recognised(Evaluation(DAY, take_up=3), in_display_case=False, limits=strict) == (
        Recognised(Pitfall.IDLE, 3),
    )


@given(scores, scores, scores, st.frozensets(st.sampled_from(Pitfall)), st.booleans())
def test_a_pitfall_is_told_once_and_in_a_fixed_order(take_up, right_actors, goal_reached, named, in_display_case):
    told = [
        each.pitfall
        for each in found(
            take_up=take_up,
            right_actors=right_actors,
            goal_reached=goal_reached,
            pitfalls=named,
            in_display_case=in_display_case,
        )
    ]

    assert told == sorted(set(told), key=list(Pitfall).index)
    assert named - {Pitfall.IDLE} <= set(told)


@pytest.mark.parametrize(
    ("context", "explanation"),
    [
        (Context(partners_present=Presence.NONE), Explanation.NOBODY_CAN),
        (Context(partners_present=Presence.ONE), Explanation.ONE_PARTNER),
        (Context(willingness=2), Explanation.UNWILLING),
        (Context(expertise=1), Explanation.NO_EXPERTISE),
        (Context(access=2), Explanation.NO_ACCESS),
        (Context(replaceable=False), Explanation.IRREPLACEABLE),
    ],
)
def test_the_context_explains(context, explanation):
    assert explanations(context) == (explanation,)


def test_an_easy_context_and_an_unknown_one_explain_nothing():
    easy = Context(Presence.SEVERAL, willingness=3, expertise=4, access=3, replaceable=True)

    assert explanations(easy) == explanations(Context()) == ()


@given(st.builds(Context, st.none() | st.sampled_from(Presence), *[st.none() | st.integers(1, 4)] * 3))
def test_the_context_never_counts(context):
    plain = Evaluation(DAY, power_used=2, power_needed=2, goal_reached=2, take_up=2)
    explained = Evaluation(DAY, power_used=2, power_needed=2, goal_reached=2, take_up=2, context=context)

    assert recognised(plain, in_display_case=False) == recognised(explained, in_display_case=False)
    assert works_unused(plain) is works_unused(explained) is False
