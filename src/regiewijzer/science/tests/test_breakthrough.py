import pytest

from regiewijzer.science.breakthrough import MOST_FORWARD, SIGNS, Impasse, put_forward, seen_in
from regiewijzer.science.rules.vocabulary import Rule


def test_every_situation_has_its_signs_and_no_rule_is_a_sign_of_two():
    told = [rule for signs in SIGNS.values() for rule in signs]

    assert list(SIGNS) == list(Impasse)
    assert len(told) == len(set(told))


def test_what_the_facts_tell_is_a_sign_and_nothing_else_is():
    assert seen_in([Rule.PARTNER_AWAY, Rule.STALE, Rule.TWO_YEARS_NO_RESULT]) == {
        Impasse.TALK_NO_RESULT: (Rule.TWO_YEARS_NO_RESULT,),
        Impasse.ABSENT_MEMBER: (Rule.PARTNER_AWAY,),
    }
    assert seen_in([]) == {}


@pytest.mark.parametrize(
    ("suggested", "expected"),
    [
        ([], ()),
        ([("a", "b", "c")], ("a", "b", "c")),
        ([("a", "b", "c"), ("d", "e", "f")], ("a", "d", "b", "e")),
        ([("a", "b", "c"), ("d", "c", "e")], ("c", "a", "d", "b")),
        ([("a", "a", "b"), ("c", "d", "b")], ("b", "a", "c", "d")),
    ],
)
def test_three_or_four_principles_come_forward_and_every_situation_has_its_turn(suggested, expected):
    assert put_forward(suggested) == expected


def test_never_more_than_four_whatever_is_ticked():
    assert len(put_forward([(f"{nr}a", f"{nr}b", f"{nr}c") for nr in range(12)])) == MOST_FORWARD
