import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import GoalLists
from regiewijzer.science.likeness import NO_THEME, corpus, goal_words, stem, stems

words = st.sampled_from(["gezin", "kind", "opvang", "armoede", "buurt", "zorg", "school", "jongeren", "de", "één"])
CARE = GoalLists(themes={"care": ("kinder*opvang", "opvang voor elk*", "crèche*"), "teachers": ("zij-instromer*",)})
texts = st.lists(words, max_size=6).map(" ".join)


def test_words_are_reduced_to_stems_without_stop_words_and_short_words():
    assert stems("De opvang van kinderen in één huis, en ‘opgroeien’.") == ("opvang", "kinder", stem("huis"), "opgroei")


def test_capitals_and_ways_of_writing_an_accent_do_not_matter():
    assert stems("PREVENTIE coördinatie") == stems("preventie coo\u0308rdinatie") == ("preventie", "coordinatie")


def test_the_same_goal_in_another_order_is_alike_and_another_goal_is_not():
    texts = {1: "Gezinnen in armoede", 2: "Armoede bij gezinnen", 3: "Veilige straten"}

    goals = corpus(texts, GoalLists(themes={"poverty": ("armoede",), "streets": ("straten",)}))

    assert goals.likeness(1, 2) > 0.9
    assert goals.likeness(1, 3) == 0


def test_a_rare_word_in_common_counts_more_than_one_that_all_share():
    goals = corpus({1: "plank schroef", 2: "plank schroef hamer", 3: "plank zaag", 4: "plank beitel"})

    assert goals.likeness(1, 2) > goals.likeness(1, 3) > 0


def test_the_weights_are_those_of_the_formula():
    goals = corpus({1: "plank schroef", 2: "plank"})

    # plank: 1 + log(3/3) = 1; schroef: 1 + log(3/2) = 1.4055; no list knows what either is about
    assert goals.likeness(1, 2) == pytest.approx(NO_THEME / (1 + 1.4054651**2) ** 0.5)


def test_a_theme_of_the_lists_tells_goals_alike_that_share_no_word():
    texts = {1: "Opvang voor elke baby", 2: "Meer plaats in de crèche", 3: "Meer plaats in de zwembaden"}

    goals = corpus(texts, CARE)

    assert goals.likeness(1, 2) > goals.likeness(1, 3)
    assert corpus(texts).likeness(1, 2) == 0


@pytest.mark.parametrize(
    ("goal", "named"),
    [
        ("Kinderopvang in elke wijk", {"care"}),
        ("Opvang voor elke baby", {"care"}),
        ("Wie opvangt wat valt", set()),
        ("Een opvangbekken voor regen", set()),
        ("Opvang van water voor elke tuin", set()),
        ("ZIJ-INSTROMERS in de klas", {"teachers"}),
    ],
)
def test_a_pattern_is_found_as_whole_words_with_any_letters_for_its_star(goal, named):
    assert goal_words(goal, CARE).themes == named


def test_two_sets_of_lists_are_not_mixed_up():
    other = GoalLists(themes={"water": ("opvang*",)})

    assert goal_words("Opvang van water", CARE).themes == set()
    assert goal_words("Opvang van water", other).themes == {"water"}


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


def test_goals_in_one_frame_about_other_things_have_nothing_in_common():
    """Places, numbers, plain verbs and ways of working stand in nearly every goal."""
    goals = corpus(
        {
            1: "Samen met vijf partners bouwen we een sterk netwerk voor orgels in onze deelgemeenten",
            2: "Samen met vijf partners bouwen we een sterk netwerk voor kwallen in onze deelgemeenten",
        }
    )

    assert goals.likeness(1, 2) == 0.0


def test_the_same_people_are_not_the_same_aim():
    lists = GoalLists(people={"children": ("kind*",)})
    goals = corpus({1: "Kinderen zwemmen", 2: "Kinderen zingen", 3: "Kinderen zwemmen graag"}, lists)

    assert goals.likeness(1, 2) < 0.1 < goals.likeness(1, 3)


def test_a_goal_of_which_only_the_theme_is_known_is_compared_by_it():
    lists = GoalLists(themes={"service": ("loket*",)})
    goals = corpus({1: "Een loket voor iedereen", 2: "In elke wijk een loket", 3: "Minder kwallen"}, lists)

    assert goals.likeness(1, 2) > 0.8
    assert goals.likeness(1, 3) == 0.0


def test_goals_that_each_name_a_theme_and_share_none_have_nothing_in_common():
    lists = GoalLists(themes={"music": ("orgel*",), "sea": ("kwal*",)})
    goals = corpus({1: "Oude orgels herstellen", 2: "Oude kwallen herstellen"}, lists)

    assert goals.likeness(1, 2) == 0.0
