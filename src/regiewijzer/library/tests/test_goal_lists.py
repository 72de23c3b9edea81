import re

import pytest

from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.science.likeness import corpus
from regiewijzer.science.limits import DEFAULTS

OTHERS = {3: "Meer bomen langs de wegen.", 4: "Handelaars zetten hun winkel open."}
A_WORD = re.compile(r"(?!-)(?:[^\W_]|[*-])+(?<!-)")


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
    goals = corpus({1: one, 2: other, **OTHERS}, goal_lists())

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
    goals = corpus({1: one, 2: other, **OTHERS}, goal_lists())

    assert goals.likeness(1, 2) < DEFAULTS.goal_likeness


def test_every_pattern_is_made_of_words_that_a_goal_can_have():
    lists = (*goal_lists().themes.items(), *goal_lists().people.items())

    assert [
        (name, pattern)
        for name, patterns in lists
        for pattern in patterns
        if not all(A_WORD.fullmatch(word) for word in pattern.split(" "))
    ] == []


def test_no_list_has_a_pattern_twice():
    for patterns in (*goal_lists().themes.values(), *goal_lists().people.values()):
        assert len(set(patterns)) == len(patterns)
