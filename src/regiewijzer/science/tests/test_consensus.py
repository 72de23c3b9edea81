import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.consensus import (
    ONE_MIND,
    Agreement,
    consensus,
    falls_apart,
    in_a_word,
    is_split,
    leading,
    mean,
)
from regiewijzer.science.limits import DEFAULTS

answers_on_five = st.lists(st.integers(1, 5), min_size=1, max_size=40)


@pytest.mark.parametrize(
    ("answers", "agreement"),
    [
        ([5] * 7, 1.0),
        ([1, 1, 5, 5], 0.0),
        ([1, 2, 3, 4, 5], 0.4340),
        ([3, 3, 4, 4], 0.8074),
        ([2, 2, 4, 4], 0.5850),
    ],
)
def test_agreement_has_the_published_values(answers, agreement):
    assert consensus(answers) == pytest.approx(agreement, abs=5e-5)


def test_agreement_depends_on_the_width_of_the_scale():
    assert consensus([0, 4], lowest=0, highest=4) == 0
    assert consensus([1, 5], lowest=0, highest=10) > 0.5


@given(answers_on_five)
def test_agreement_lies_between_none_and_full(answers):
    assert 0 <= consensus(answers) <= 1


@given(answers_on_five, st.randoms(use_true_random=False))
def test_agreement_does_not_depend_on_who_answered_first(answers, chance):
    shuffled = answers.copy()
    chance.shuffle(shuffled)

    assert consensus(shuffled) == consensus(answers)


@given(answers_on_five)
def test_a_scale_turned_round_gives_the_same_agreement(answers):
    assert consensus([6 - answer for answer in answers]) == pytest.approx(consensus(answers))


def test_the_mean_is_on_the_scale_of_the_answers():
    assert mean([2, 3, 3, 4, 5]) == 3.4


@pytest.mark.parametrize("measure", [mean, consensus])
def test_without_answers_there_is_no_number(measure):
    with pytest.raises(ValueError, match="Without answers"):
        measure([])


def test_an_answer_off_the_scale_is_refused():
    with pytest.raises(ValueError, match="from 1 to 5, not 0, 6"):
        consensus([0, 3, 6])


def test_a_scale_without_width_is_refused():
    with pytest.raises(ValueError, match="must run up"):
        consensus([1], lowest=1, highest=1)


def test_a_group_is_split_when_enough_people_answer_at_either_side():
    assert is_split([2, 2, 2, 4, 4, 4])
    assert not is_split([3, 3, 3, 4, 4, 4])
    assert not is_split([1, 1, 5, 5])


@pytest.mark.parametrize(
    ("agreed", "answered", "word"),
    [
        (1.0, 1, Agreement.ONE_MIND),
        (ONE_MIND, 9, Agreement.ONE_MIND),
        (0.79, 9, Agreement.MIXED),
        (DEFAULTS.split_consensus, 9, Agreement.MIXED),
        (0.41, 18, Agreement.DIVIDED),
        (0.0, DEFAULTS.split_answers - 1, Agreement.MIXED),
    ],
)
def test_agreement_in_a_word(agreed: float, answered: int, word: Agreement) -> None:
    assert in_a_word(agreed, answered) is word


def test_an_agreement_on_the_limit_but_for_the_last_bit_does_not_fall_apart():
    on_it = DEFAULTS.split_consensus - 1e-12

    assert not falls_apart(on_it, 9)
    assert in_a_word(on_it, 9) is Agreement.MIXED
    assert in_a_word(ONE_MIND - 1e-12, 9) is Agreement.ONE_MIND
    assert falls_apart(DEFAULTS.split_consensus - 1e-6, 9)


def test_five_answers_are_enough_to_call_them_divided_and_four_are_not():
    assert falls_apart(0.2, DEFAULTS.split_answers)
    assert not falls_apart(0.2, DEFAULTS.split_answers - 1)
    assert not falls_apart(None, 9)
    assert not falls_apart(0.2, None)


@pytest.mark.parametrize(
    ("counts", "agreed", "first"),
    [
        ({"core": 4, "context": 2}, 0.7, "core"),
        ({"core": 3, "context": 3}, 0.9, None),
        ({"core": 4, "context": 2}, 0.59, None),
        ({"core": 2, "context": 1}, 0.1, "core"),  # too few to call it falling apart
        ({"core": 4, "context": 2}, None, "core"),
        ({"core": 0, "context": 0}, None, None),
        ({}, None, None),
    ],
)
def test_a_tie_or_a_group_that_falls_apart_chose_nothing(counts, agreed, first):
    assert leading(counts, agreed) == first
