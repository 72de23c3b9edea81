import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.likeness import corpus, stem, stems

words = st.sampled_from(["gezin", "kind", "opvang", "armoede", "buurt", "zorg", "school", "jongeren", "de", "één"])
texts = st.lists(words, max_size=8).map(" ".join)


def test_words_are_reduced_to_stems_without_stop_words_and_short_words():
    assert stems("De opvang van kinderen in één huis, en ‘opgroeien’.") == ("opvang", "kinder", stem("huis"), "opgroei")


def test_capitals_and_ways_of_writing_an_accent_do_not_matter():
    assert stems("PREVENTIE coördinatie") == stems("preventie coo\u0308rdinatie") == ("preventie", "coordinatie")


def test_the_same_goal_is_fully_alike_and_another_goal_not_at_all():
    goals = corpus({1: "Gezinnen in armoede", 2: "Armoede bij gezinnen", 3: "Veilige straten"})

    assert goals.cosine(1, 2) == pytest.approx(1)
    assert goals.cosine(1, 3) == 0


def test_a_rare_word_in_common_counts_more_than_one_that_all_share():
    goals = corpus({1: "zorg opvang", 2: "zorg opvang plein", 3: "zorg sport", 4: "zorg werk"})

    assert goals.cosine(1, 2) > goals.cosine(1, 3) > 0


def test_the_weights_are_those_of_the_formula():
    goals = corpus({1: "zorg zorg opvang", 2: "zorg"})

    # zorg: 2 x (1 + log(3/3)) = 2; opvang: 1 + log(3/2) = 1.4055
    assert goals.cosine(1, 2) == pytest.approx(2 / (2**2 + 1.4054651**2) ** 0.5)


@pytest.mark.parametrize("empty", ["", "de het een", "12 %", "a b"])
def test_a_goal_without_words_is_like_nothing_and_unlike_nothing(empty):
    goals = corpus({1: empty, 2: "opvang"})

    assert goals.cosine(1, 2) is None
    assert goals.cosine(2, 1) is None
    assert goals.cosine(2, 9) is None


@given(st.dictionaries(st.integers(0, 5), texts, min_size=2))
def test_likeness_is_the_same_both_ways_and_lies_between_none_and_full(goals):
    compared = corpus(goals)

    for one in goals:
        for other in goals:
            cosine = compared.cosine(one, other)
            assert cosine == compared.cosine(other, one)
            assert cosine is None or 0 <= cosine <= 1
