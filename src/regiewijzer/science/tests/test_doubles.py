from datetime import date

import pytest

from regiewijzer.science.doubles import is_too_short, likely
from regiewijzer.science.facts import Network, Register
from regiewijzer.science.limits import Limits

GOAL = "Gezinnen met jonge kinderen vinden opvang"
REGISTER = Register(
    date(2026, 12, 1),
    networks=(
        Network(1, "Lokaal Overleg Kinderopvang", goal=GOAL),
        Network(2, "Huis van het Kind", goal="Ouders vinden raad over opvoeding"),
        Network(3, "Overleg Kinderopvang", ended=date(2020, 1, 1)),
    ),
)


def found(name="", goal=""):
    return [each.network.ref for each in likely(name, goal, (), REGISTER, Limits())]


NAMES = ("huis  van het KIND", "Hûis van het Kind", "Huis van het kindje", "Overleg kinderopvang")


@pytest.mark.parametrize("name", NAMES)
def test_a_name_that_is_nearly_there_is_found(name):
    assert found(name) == ([1] if "opvang" in name else [2])


def test_a_goal_in_the_same_words_is_found_whatever_the_name():
    assert found("Tafel Negen", "Jonge kinderen van gezinnen vinden opvang") == [1]


def test_nothing_is_said_of_another_name_or_a_goal_of_one_word():
    assert found("Erfgoedoverleg", "opvang") == []
    assert found() == []
    assert is_too_short("opvang")
    assert not is_too_short(GOAL)
