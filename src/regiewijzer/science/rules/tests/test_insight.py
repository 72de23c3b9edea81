from datetime import date

import pytest

from regiewijzer.science.facts import Insight, InsightKind, Member, Network, Proof, Register, Step
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import insight

TODAY, LATELY = date(2026, 12, 1), date(2026, 9, 1)
PARTNERS = (Member(1), Member(2))
THREE = Step("wacht", ((1, "P1"), (2, "P2"), (3, "P3")))


def _made(kind=InsightKind.PERSONA, made_on=LATELY, proof=Proof.SEEN, used=True, goal=True, **facts):
    return Insight(kind, made_on, proof, used=used, goal=goal, **facts)


def _found(*insights, goal="Elk kind een plek", members=PARTNERS):
    network = Network(ref=1, name="N", goal=goal, members=members, insights=insights, as_of=LATELY)
    return {finding.rule: finding for finding in insight.find(Register(TODAY, networks=(network,)), Limits())}


def test_a_network_without_insights_has_nothing_to_tell():
    assert _found() == {}


def test_insights_that_changed_nothing_are_counted_among_all():
    numbers = _found(_made(used=False), _made())["insight.unused"].numbers

    assert (numbers["count"], numbers["total"]) == (1, 2)


@pytest.mark.parametrize(("made_on", "told"), [(date(2026, 11, 2), False), (date(2026, 11, 1), True)])
def test_an_insight_has_a_month_to_change_something(made_on, told):
    assert ("insight.unused" in _found(_made(made_on=made_on, used=False))) is told


def test_what_was_destroyed_is_asked_nothing_any_more():
    assert _found(_made(used=False, goal=False, kept=False)) == {}


def test_a_goal_that_no_insight_changed_is_told_once_users_were_asked():
    assert set(_found(_made(goal=False))) == {"insight.goal_without"}
    assert _found(_made(goal=False), _made()) == {}
    assert _found(_made(goal=False, proof=Proof.ASSUMED)) == {}
    assert _found(_made(goal=False), goal="") == {}


def test_a_goal_keeps_the_insight_that_changed_it_and_was_destroyed_since():
    assert _found(_made(goal=False), _made(kept=False)) == {}


def test_a_step_of_three_of_which_one_does_not_sit_there_is_told():
    finding = _found(_made(InsightKind.JOURNEY, steps=(THREE,)))["insight.many_hands"]

    assert (finding.numbers["step"], finding.numbers["count"], finding.numbers["absent"]) == ("wacht", 3, "P3")


@pytest.mark.parametrize(
    ("step", "members"),
    [
        (Step("wacht", THREE.organisations[:2]), (Member(9),)),  # two is not many
        (THREE, (*PARTNERS, Member(3))),  # all of them sit there
        (THREE, ()),  # nobody knows who sits there
    ],
)
def test_other_steps_are_not(step, members):
    assert _found(_made(InsightKind.JOURNEY, steps=(step,)), members=members) == {}


def test_an_assumed_journey_makes_less_sure():
    sure, unsure = (
        _found(_made(InsightKind.JOURNEY, proof=proof, steps=(THREE,)))["insight.many_hands"].certainty
        for proof in (Proof.SEEN, Proof.ASSUMED)
    )

    assert sure != unsure
