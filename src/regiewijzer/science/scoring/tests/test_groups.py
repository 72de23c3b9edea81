from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.limits import Limits
from regiewijzer.science.scoring.conditions import Condition, Range
from regiewijzer.science.scoring.definitions import Dimension, Item, Pattern, Scale, ScaleKind, Scheme, Score
from regiewijzer.science.scoring.groups import Match, result, result_of_counts
from regiewijzer.science.scoring.respondents import Response
from regiewijzer.science.scoring.tests.cast import FIVE, ROLE_TEST, SCHEME, role_answers

ONE_ITEM = Scheme(items=(Item("x.only", FIVE, "x"),), dimensions=(Dimension("x", Score.SINGLE),))
YES_PARTLY_NO = Scale(ScaleKind.ORDINAL, (2, 1, 0))
LAYERED = Scheme(
    items=(Item("room.statement", YES_PARTLY_NO, "room"),),
    dimensions=(Dimension("room", Score.SINGLE),),
    layers=("board", "management", "staff"),
    patterns=(
        Pattern("gap", (Condition(between_layers=Range(at_least=1.0)),), each_dimension=True),
        Pattern("all_yes", (Condition(every_layer=Range(at_least=2)),), each_dimension=True),
    ),
)

values = {item.id: st.none() | st.sampled_from(item.scale.steps) for item in SCHEME.items[:6]}
pitfalls = {item.id: st.none() | st.sampled_from(["yes", "no"]) for item in SCHEME.items[6:8]}
complete = st.lists(
    st.fixed_dictionaries(
        {item.id: st.sampled_from(item.scale.steps or ["yes", "no"]) for item in SCHEME.items[:8]}
    ).map(Response),
    min_size=5,
    max_size=12,
)
respondents = st.lists(st.fixed_dictionaries({}, optional={**values, **pitfalls}).map(Response), max_size=12)


def _of(found, name):
    return next(each for each in found.dimensions if each.id == name)


def _everybody(*answers):
    return [Response({"x.only": answer}) for answer in answers]


@pytest.mark.parametrize(
    ("answers", "agreement", "split"),
    [
        ([5] * 6, 1.0, False),
        ([1, 1, 1, 5, 5, 5], 0.0, True),
        ([1, 2, 3, 4, 5], 0.4340, True),
        ([3, 3, 3, 4, 4, 4], 0.8074, False),
        ([2, 2, 2, 4, 4, 4], 0.5850, True),
        ([2, 2, 4, 4], 0.5850, False),  # too few to call it split
    ],
)
def test_agreement_has_the_published_values(answers, agreement, split):
    found = result(ONE_ITEM, _everybody(*answers))

    assert found.dimensions[0].consensus == pytest.approx(agreement, abs=5e-5)
    assert found.items[0].consensus == pytest.approx(agreement, abs=5e-5)
    assert (found.dimensions[0].split, found.items[0].split) == (split, split)


def test_an_authority_may_draw_the_line_of_a_split_elsewhere():
    answers = _everybody(3, 3, 3, 4, 4, 4)

    assert result(ONE_ITEM, answers, Limits(split_consensus=0.9)).dimensions[0].split
    assert not result(ONE_ITEM, _everybody(1, 1, 1, 5, 5, 5), Limits(split_answers=7)).dimensions[0].split


def test_every_respondent_counts_once_however_many_items_they_answered():
    """The mean of item means would be 3.17 here, and of all answers together 3.4: both weigh the long answer more."""
    three_items = {"trust.agreements": 5, "trust.opportunism": 1, "trust.goodwill": 5}
    two_items = {"trust.agreements": 1, "trust.opportunism": 5}

    found = _of(result(SCHEME, [Response(three_items), Response(two_items)]), "trust")

    assert found.score == 3.0
    assert found.answered == 2


def test_who_answered_too_little_is_left_out_and_not_counted_as_zero():
    found = _of(result(SCHEME, [Response({"trust.agreements": 5, "trust.goodwill": 5}), Response({})]), "trust")

    assert (found.score, found.answered, found.band) == (5.0, 1, "high")


def test_two_camps_are_seen_per_person_not_per_item():
    """People who each answer one item high and one low agree with each other."""
    mixed = [Response({"trust.agreements": 5, "trust.goodwill": 1})] * 6
    camps = [Response({"trust.agreements": step, "trust.goodwill": step}) for step in (1, 1, 1, 5, 5, 5)]

    assert not _of(result(SCHEME, mixed), "trust").split
    assert _of(result(SCHEME, camps), "trust").split


@given(respondents, st.randoms(use_true_random=False))
def test_the_order_of_respondents_never_matters(responses, chance):
    shuffled = responses.copy()
    chance.shuffle(shuffled)

    assert result(SCHEME, shuffled) == result(SCHEME, responses)


@given(respondents)
def test_scores_lie_on_their_scale_and_agreement_between_none_and_full(responses):
    for found in result(SCHEME, responses).dimensions:
        ends = SCHEME.ends(SCHEME.dimension(found.id))
        if found.score is not None:
            assert ends[0] <= found.score <= ends[1]
        assert found.consensus is None or 0 <= found.consensus <= 1
        assert (found.score is None) == (found.answered == 0)


@given(respondents)
def test_somebody_who_answers_nothing_changes_no_score(responses):
    before, after = result(SCHEME, responses), result(SCHEME, [*responses, Response({})])

    assert after.dimensions == before.dimensions
    assert [item.counts for item in after.items] == [item.counts for item in before.items]
    assert after.respondents == before.respondents + 1


def _counted(responses):
    items = {name for response in responses for name in response.answers}
    return {name: Counter(response.answers[name] for response in responses) for name in items}


@given(complete)
def test_counts_per_question_say_the_same_as_the_forms(responses):
    forms, counts = result(SCHEME, responses), result_of_counts(SCHEME, _counted(responses), len(responses))

    assert counts.items == forms.items
    for of_counts, of_forms in zip(counts.dimensions, forms.dimensions, strict=True):
        assert of_counts.score == (None if of_forms.score is None else pytest.approx(of_forms.score, abs=2e-6))
        assert of_counts.answered == of_forms.answered
    assert _of(counts, "result") == _of(forms, "result")


@given(complete)
def test_counts_per_question_know_no_agreement_between_questions(responses):
    found = _of(result_of_counts(SCHEME, _counted(responses), len(responses)), "trust")

    assert (found.consensus, found.split, found.strong) == (None, False, 0)


def test_of_several_questions_no_more_people_are_counted_than_can_have_answered_enough():
    """Trust needs two of three questions."""
    counts = {
        "trust.agreements": {5: 6, 1: 1},
        "trust.goodwill": {3: 5},
        "trust.opportunism": {},
    }

    assert _of(result_of_counts(SCHEME, counts, 8), "trust").answered == 5
    assert _of(result_of_counts(SCHEME, counts | {"trust.goodwill": {}}, 8), "trust").score is None


def test_nobody_says_nothing():
    found = result(SCHEME, [])

    assert found.respondents == 0
    assert {each.score for each in found.dimensions} == {None}
    assert found.patterns == ()


def test_an_item_is_shown_as_it_was_asked():
    answers = [Response({"trust.opportunism": answer}) for answer in (1, 1, 2)] + [
        Response({"trust.opportunism": None})
    ]

    found = next(item for item in result(SCHEME, answers).items if item.id == "trust.opportunism")

    assert found.counts == ((1, 2), (2, 1), (3, 0), (4, 0), (5, 0))
    assert (found.answered, found.unanswered) == (3, 1)
    assert found.mean == pytest.approx(4 / 3)


def test_names_are_counted_and_numbers_listed():
    answers = [
        Response({"pitfalls.idle": "yes", "context.partners": 3}),
        Response({"pitfalls.idle": "no", "context.partners": 1}),
    ]

    items = {item.id: item for item in result(SCHEME, answers).items}

    assert items["pitfalls.idle"].counts == (("yes", 1), ("no", 1))
    assert items["context.partners"].counts == ((1, 1), (3, 1))
    assert items["pitfalls.idle"].mean is None


def test_layers_are_compared_and_their_gap_is_the_finding():
    layers = {"board": (2, 2), "management": (1, 2), "staff": (0, 1)}
    responses = [Response({"room.statement": answer}, layer) for layer, given in layers.items() for answer in given]

    found = result(LAYERED, responses)

    assert found.dimensions[0].layers == {"board": 2.0, "management": 1.5, "staff": 0.5}
    assert found.dimensions[0].gap == 1.5
    assert found.patterns == (Match("gap", "room"),)


def test_a_layer_that_said_nothing_makes_no_gap_and_no_yes():
    found = result(LAYERED, [Response({"room.statement": 2}, "board")])

    assert found.dimensions[0].gap is None
    assert found.patterns == ()


def test_all_layers_may_say_yes():
    found = result(LAYERED, [Response({"room.statement": 2}, layer) for layer in LAYERED.layers])

    assert found.patterns == (Match("all_yes", "room"),)


def test_roles_show_who_is_strong_and_what_came_first():
    ranked = {"start.operator": 1, "start.promoter": 2, "start.guardian": 3}
    again = {"stuck.operator": 2, "stuck.promoter": 1, "stuck.guardian": 3}
    people = [Response({**role_answers(5, 3, 2), **ranked, **again}), Response(role_answers(4, 4, 1))]

    found = result(ROLE_TEST, people)

    assert {each.id: each.strong for each in found.dimensions} == {"operator": 2, "promoter": 1, "guardian": 0}
    assert [(each.dimension, each.mean_place, each.firsts) for each in found.rankings] == [
        ("operator", 1.5, 1),
        ("promoter", 1.5, 1),
        ("guardian", 3.0, 0),
    ]
