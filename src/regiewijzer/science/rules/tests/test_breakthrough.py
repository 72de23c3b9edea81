from datetime import date

import pytest

from regiewijzer.science.facts import Network, Register, Stuck, Try
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import breakthrough

TODAY = date(2026, 11, 23)
STUCK = Stuck(date(2026, 9, 1), date(2026, 10, 1), ("conflict",))
MARKET = Try("Een marktkraam", "make_something", date(2026, 9, 10), date(2026, 11, 2))


def found(limits=None, **facts):
    register = Register(TODAY, networks=(Network(1, "Woonoverleg", **facts),))
    return breakthrough.find(register, limits or Limits())


def told(chosen_on):
    return Try("Taken ruilen", "strengths", chosen_on, date(2026, 10, 1), told=True)


def test_stuck_for_two_months_without_a_try():
    (finding,) = found(stuck=STUCK)

    assert finding.rule == "breakthrough.stuck_without_try"
    assert finding.numbers == {"network": "Woonoverleg", "months": 2, "date": "2026-09-01"}


@pytest.mark.parametrize(
    "facts",
    [
        {},
        {"stuck": Stuck(date(2026, 10, 1), date(2026, 10, 1))},
        {"stuck": STUCK, "tries": (told(date(2026, 9, 1)),)},
        {"stuck": STUCK, "tries": (Try("Nog bezig", "strengths", date(2026, 8, 1), date(2026, 12, 1)),)},
    ],
)
def test_not_when_it_is_recent_or_something_was_tried_since(facts):
    assert found(**facts) == ()


def test_a_try_of_before_it_got_stuck_says_nothing():
    assert len(found(stuck=STUCK, tries=(told(date(2026, 8, 31)),))) == 1


def test_the_limit_is_that_of_the_authority():
    assert found(from_overrides({"stuck_months": 3}), stuck=STUCK) == ()


def test_a_try_past_its_day_of_which_nobody_told():
    (finding,) = found(tries=(MARKET, Try("Later", "strengths", date(2026, 9, 1), date(2026, 11, 20))))

    assert finding.rule == "breakthrough.try_without_effect"
    assert finding.numbers == {"network": "Woonoverleg", "count": 2, "action": "Een marktkraam", "days": 21}


@pytest.mark.parametrize("until", [TODAY, date(2026, 12, 1)])
def test_not_on_its_day_nor_before(until):
    assert found(tries=(Try("Bezig", "strengths", date(2026, 9, 1), until),)) == ()


def test_not_of_a_network_that_ended():
    assert found(stuck=STUCK, tries=(MARKET,), ended=date(2026, 10, 1)) == ()
