import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.likeness import NO_THEME, corpus, stem, stems
from regiewijzer.science.limits import DEFAULTS

words = st.sampled_from(["gezin", "kind", "opvang", "armoede", "buurt", "zorg", "school", "jongeren", "de", "één"])
texts = st.lists(words, max_size=6).map(" ".join)


def test_words_are_reduced_to_stems_without_stop_words_and_short_words():
    assert stems("De opvang van kinderen in één huis, en ‘opgroeien’.") == ("opvang", "kinder", stem("huis"), "opgroei")


def test_capitals_and_ways_of_writing_an_accent_do_not_matter():
    assert stems("PREVENTIE coördinatie") == stems("preventie coo\u0308rdinatie") == ("preventie", "coordinatie")


def test_the_same_goal_in_another_order_is_alike_and_another_goal_is_not():
    goals = corpus({1: "Gezinnen in armoede", 2: "Armoede bij gezinnen", 3: "Veilige straten"})

    assert goals.likeness(1, 2) > 0.9
    assert goals.likeness(1, 3) == 0


def test_a_rare_word_in_common_counts_more_than_one_that_all_share():
    goals = corpus({1: "plank schroef", 2: "plank schroef hamer", 3: "plank zaag", 4: "plank beitel"})

    assert goals.likeness(1, 2) > goals.likeness(1, 3) > 0


def test_the_weights_are_those_of_the_formula():
    goals = corpus({1: "plank schroef", 2: "plank"})

    # plank: 1 + log(3/3) = 1; schroef: 1 + log(3/2) = 1.4055; no list knows what either is about
    assert goals.likeness(1, 2) == pytest.approx(NO_THEME / (1 + 1.4054651**2) ** 0.5)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minder kinderen groeien op in armoede.", "We dringen kinderarmoede terug."),
        ("Meer kleuters gaan naar de kleuterschool.", "Het kleuteronderwijs bereikt elk kind."),
        ("Ouderen blijven langer thuis wonen.", "Senioren kunnen in hun eigen huis oud worden."),
        ("We dringen dakloosheid terug.", "Niemand slaapt nog op straat."),
    ],
)
def test_goals_that_mean_the_same_in_other_words_are_alike(one, other):
    goals = corpus({1: one, 2: other, 3: "Meer bomen langs de wegen.", 4: "Handelaars zetten hun winkel open."})

    assert goals.likeness(1, 2) >= DEFAULTS.goal_likeness


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Er leeft niemand meer op straat in het centrum.", "Er ligt geen zwerfvuil meer op straat in het centrum."),
        ("Geen wachtlijst meer voor het woonzorgcentrum.", "Geen wachtlijst meer voor de zwemlessen."),
        ("Minder leegstaande woningen rond de ring.", "Minder sluipverkeer rond de ring."),
    ],
)
def test_goals_that_want_something_else_in_the_same_words_are_not_alike(one, other):
    goals = corpus({1: one, 2: other, 3: "Meer bomen langs de wegen.", 4: "Handelaars zetten hun winkel open."})

    assert goals.likeness(1, 2) < DEFAULTS.goal_likeness


@pytest.mark.parametrize("empty", ["", "de het een", "12 %", "a b"])
def test_a_goal_without_words_is_like_nothing_and_unlike_nothing(empty):
    goals = corpus({1: empty, 2: "opvang"})

    assert goals.likeness(1, 2) is None
    assert goals.likeness(2, 1) is None
    assert goals.likeness(2, 9) is None


@given(st.dictionaries(st.integers(0, 5), texts, min_size=2, max_size=4))
def test_likeness_is_the_same_both_ways_and_lies_between_none_and_full(goals):
    compared = corpus(goals)

    for one in goals:
        for other in goals:
            likeness = compared.likeness(one, other)
            assert likeness == compared.likeness(other, one)
            assert likeness is None or 0 <= likeness <= 1
