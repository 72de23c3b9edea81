import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.scoring.definitions import Scale, ScaleKind
from regiewijzer.science.scoring.respondents import (
    mean_places,
    places,
    points,
    ranking_differs,
    rating,
    score,
    scores,
    strengths,
    top,
)
from regiewijzer.science.scoring.tests.cast import PITFALLS, ROLE_TEST, SCHEME, TRUST, USED, role_answers

ITEMS = {item.id: item for item in SCHEME.items}
OPPORTUNISM = ITEMS["trust.opportunism"]


@st.composite
def ladder_and_step(draw):
    """A scale of any whole numbers, and one of them."""
    values = draw(st.lists(st.integers(-20, 20), min_size=2, max_size=9, unique=True))
    return Scale(ScaleKind.ORDINAL, tuple(values)), draw(st.sampled_from(values))


@given(ladder_and_step())
def test_turning_round_twice_changes_nothing(case):
    scale, step = case

    assert scale.turned_round(scale.turned_round(step)) == step
    assert scale.lowest <= scale.turned_round(step) <= scale.highest


def test_a_reversed_item_counts_as_minimum_plus_maximum_less_the_answer():
    assert rating(OPPORTUNISM, {"trust.opportunism": 1}) == 5
    assert rating(ITEMS["trust.goodwill"], {"trust.goodwill": 1}) == 1


@pytest.mark.parametrize("answer", [0, 6, "5", 2.5])
def test_an_answer_off_the_scale_is_refused(answer):
    with pytest.raises(ValueError, match="takes 1, 2, 3, 4, 5"):
        rating(OPPORTUNISM, {"trust.opportunism": answer})


def test_a_mean_is_of_what_was_answered():
    assert score(SCHEME, TRUST, {"trust.agreements": 4, "trust.opportunism": 2, "trust.goodwill": None}) == 4.0


def test_too_few_answers_give_no_score():
    assert score(SCHEME, TRUST, {"trust.agreements": 4}) is None
    assert score(SCHEME, TRUST, {"trust.agreements": 4, "trust.opportunism": None, "trust.goodwill": None}) is None


@given(st.dictionaries(st.sampled_from([item.id for item in SCHEME.items[:3]]), st.none() | st.integers(1, 5)))
def test_a_mean_lies_on_the_scale_and_no_answer_never_counts_as_zero(answers):
    found = score(SCHEME, TRUST, answers)
    without = {name: value for name, value in answers.items() if value is not None}

    assert found is None or 1 <= found <= 5
    assert found == score(SCHEME, TRUST, without)


def test_power_used_is_compared_with_power_needed():
    assert score(SCHEME, USED, {"power.used": 4, "power.needed": 1}) == 3
    assert score(SCHEME, USED, {"power.used": 1, "power.needed": 4}) == -3
    assert score(SCHEME, USED, {"power.used": 1, "power.needed": None}) is None


def test_pitfalls_are_counted():
    assert score(SCHEME, PITFALLS, {"pitfalls.idle": "yes", "pitfalls.talk": "no"}) == 1
    assert score(SCHEME, PITFALLS, {"pitfalls.idle": "no"}) == 0
    assert score(SCHEME, PITFALLS, {}) is None


def test_context_is_never_scored():
    assert scores(SCHEME, {"context.partners": 3})["context"] is None


def test_a_mean_is_reported_as_mean_less_one_times_25():
    assert [points(value, 1, 5) for value in (1, 3.4, 5)] == pytest.approx([0, 60, 100])


def test_a_ranking_counts_once_every_place_is_given_once():
    ranking = ROLE_TEST.rankings[0]

    assert places(ranking, {"start.operator": 2, "start.promoter": 1, "start.guardian": 3}) == {
        "operator": 2,
        "promoter": 1,
        "guardian": 3,
    }
    assert places(ranking, {"start.operator": 1, "start.promoter": 1, "start.guardian": 3}) is None
    assert places(ranking, {"start.operator": 1, "start.promoter": 2}) is None
    assert places(ranking, {}) is None


def test_an_unfinished_ranking_stays_out_of_the_mean_place():
    answers = {"start.operator": 2, "start.promoter": 1, "start.guardian": 3, "stuck.operator": 1}

    assert mean_places(ROLE_TEST, answers) == {"operator": 2, "promoter": 1, "guardian": 3}


@pytest.mark.parametrize(
    ("answers", "strong"),
    [
        (role_answers(5, 4, 3), {"operator", "promoter"}),
        (role_answers(5, 3, 3), {"operator"}),
        (role_answers(3, 3, 2), set()),
        (role_answers(5, 4, 4), {"operator", "promoter", "guardian"}),  # a tie at the second place shows both
        (role_answers(5, 5, 4), {"operator", "promoter"}),
        ({}, set()),
    ],
)
def test_strong_is_high_and_among_the_own_top_two(answers, strong):
    assert strengths(ROLE_TEST, answers) == strong


def test_a_questionnaire_without_roles_finds_nobody_strong():
    assert strengths(SCHEME, {"trust.agreements": 5, "trust.goodwill": 5}) == frozenset()


def test_the_top_of_nothing_is_empty():
    assert top({"a": None}, 2) == frozenset()
    assert top({"a": 3.0}, 2) == {"a"}


def _rather(*order):
    return {f"start.{role}": place for place, role in enumerate(order, start=1)}


def test_what_one_does_most_may_differ_from_what_one_would_rather_do():
    often = role_answers(5, 4, 2)

    assert ranking_differs(ROLE_TEST, {**often, **_rather("guardian", "operator", "promoter")})
    assert not ranking_differs(ROLE_TEST, {**often, **_rather("promoter", "operator", "guardian")})
    assert not ranking_differs(ROLE_TEST, often)


def test_a_tie_is_given_the_benefit_of_the_doubt():
    assert not ranking_differs(ROLE_TEST, {**role_answers(4, 4, 4), **_rather("guardian", "operator", "promoter")})
