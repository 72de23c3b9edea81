from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.science.facts import (
    Challenge,
    Evaluation,
    InputSource,
    Instrument,
    InstrumentStatus,
    Interplay,
    Pitfall,
    Power,
    Register,
    Relation,
)
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import instrument

TODAY = date(2026, 11, 23)
SHOPS, HOMES = Challenge(1, "Winkelhart"), Challenge(2, "Wonen")
TALK, RULE = {Power.COMMUNICATIVE: 100}, {Power.LEGAL: 100}


def one(ref, *relations, shares=TALK, status=InstrumentStatus.IN_USE, challenges=(1,), **scores):
    return Instrument(
        ref=ref,
        name=f"I{ref}",
        shares=shares,
        status=status,
        challenges=challenges,
        evaluations=(Evaluation(date(2026, 6, 1), **scores),) if scores else (),
        as_of=date(2026, 6, 1),
        relations=tuple(Relation(kind, other) for kind, other in relations),
    )


def found(*instruments, limits=None):
    register = Register(TODAY, instruments=instruments, challenges=(SHOPS, HOMES))
    return [
        (finding.rule.removeprefix("instrument."), finding) for finding in instrument.find(register, limits or Limits())
    ]


def rules(*instruments):
    return [rule for rule, _finding in found(*instruments)]


def test_a_recorded_clash_on_the_same_challenge_is_told_once_and_surely():
    (told,) = found(one(1, (Interplay.WEAKENS, 2)), one(2, (Interplay.WEAKENS, 1)))

    rule, finding = told
    assert rule == "conflicts"
    assert finding.numbers == {"instrument": "I1", "other": "I2", "challenge": "Winkelhart"}
    assert [subject.ref for subject in finding.subjects] == [1, 2, 1]
    assert finding.certainty is Certainty.GREAT


@pytest.mark.parametrize(
    "other",
    [one(2, challenges=(2,)), one(2, status=InstrumentStatus.ENDED), one(2, status=InstrumentStatus.PLANNED)],
)
def test_a_clash_needs_a_shared_challenge_and_both_standing(other):
    assert rules(one(1, (Interplay.WEAKENS, 2)), other) == []


def test_a_bad_fit_is_told_when_no_clash_says_it_already():
    assert rules(one(1, fit=2)) == ["fits_badly"]
    assert rules(one(1, fit=3)) == []
    assert rules(one(1, (Interplay.WEAKENS, 2), fit=2), one(2, fit=1)) == ["conflicts"]


def test_mixed_messages_are_not_told_beside_a_clash():
    named = frozenset({Pitfall.MIXED_MESSAGES})

    assert rules(one(1, pitfalls=named)) == ["pitfall"]
    assert rules(one(1, (Interplay.WEAKENS, 2), pitfalls=named), one(2)) == ["conflicts"]


@pytest.mark.parametrize("status", [InstrumentStatus.ENDED, InstrumentStatus.PLANNED])
def test_a_need_for_what_does_not_stand_is_told(status):
    ((rule, finding),) = found(one(1, (Interplay.NEEDS, 2)), one(2, status=status, challenges=()))

    assert rule == "need_unmet"
    assert finding.numbers == {"instrument": "I1", "other": "I2", "status": status.value}


def test_a_successor_beside_what_it_replaces_is_told():
    assert rules(one(1, (Interplay.REPLACES, 2)), one(2)) == ["both_stand"]
    assert rules(one(1, (Interplay.REPLACES, 2)), one(2, status=InstrumentStatus.ENDED)) == []


WEAK = {"power_used": 0, "power_needed": 2, "goal_reached": 2}


def test_several_too_weak_instruments_beyond_the_mix_are_told_together():
    told = found(one(1, **WEAK), one(2, **WEAK))

    ((rule, finding),) = told
    assert rule == "mix_too_light"
    assert finding.numbers == {"challenge": "Winkelhart", "count": 2, "needed": 2, "reach": 0}
    assert [subject.ref for subject in finding.subjects] == [1, 1, 2]


def test_one_too_weak_instrument_is_told_by_itself():
    assert rules(one(1, **WEAK)) == ["power_too_weak"]


def test_a_heavier_instrument_within_reach_leaves_each_its_own_finding():
    assert rules(one(1, **WEAK), one(2, **WEAK), one(3, shares=RULE)) == ["power_too_weak", "power_too_weak"]


def test_heavy_instruments_only_are_told_of_the_challenge():
    ((rule, finding),) = found(one(1, shares=RULE))

    assert (rule, finding.numbers) == ("no_lighter_step", {"challenge": "Winkelhart", "count": 1})


@pytest.mark.parametrize(
    ("scores", "rule", "value"),
    [
        ({"take_up": 2}, "hardly_used", 2),
        ({"right_actors": 1}, "wrong_actors", 1),
        ({"goal_reached": 2}, "goal_missed", 2),
        ({"power_used": 3, "power_needed": 3, "goal_reached": 1}, "goal_missed", 1),
    ],
)
def test_a_pitfall_of_the_seeds_is_told_with_its_answer(scores, rule, value):
    ((told, finding),) = found(one(1, **scores))

    assert (told, finding.numbers["value"]) == (rule, value)


def test_a_goal_missed_with_too_little_power_is_told_once():
    assert rules(one(1, power_used=0, power_needed=2, goal_reached=2)) == ["power_too_weak"]


def test_little_use_of_a_stick_in_the_display_case_is_not_told():
    assert rules(one(1, take_up=1, status=InstrumentStatus.DISPLAY_CASE)) == []


def test_resistance_is_not_told_beside_a_relation_that_got_worse():
    named = frozenset({Pitfall.RESISTANCE})

    assert rules(one(1, pitfalls=named, relation=2)) == ["relation_weaker"]
    assert rules(one(1, pitfalls=named)) == ["pitfall"]


def test_two_named_pitfalls_are_two_findings_with_keys_of_their_own():
    told = found(one(1, pitfalls=frozenset({Pitfall.DEPENDENCE, Pitfall.SMALL_EXCLUDED})))

    assert [finding.key for _rule, finding in told] == [
        "instrument.pitfall:instrument-1:dependence",
        "instrument.pitfall:instrument-1:small_excluded",
    ]


@pytest.mark.parametrize(
    ("source", "answers", "certainty"),
    [
        (InputSource.ESTIMATE, None, Certainty.LIMITED),
        (InputSource.WORKSHOP, 1, Certainty.LIMITED),
        (InputSource.WORKSHOP, 4, Certainty.FAIR),
        (InputSource.WORKSHOP, 5, Certainty.GREAT),
        (InputSource.WORKSHOP, None, Certainty.FAIR),
    ],
)
def test_what_several_people_filled_in_is_surer(source, answers, certainty):
    strong = one(1, power_used=3, power_needed=1, source=source, answers=answers)

    ((_rule, finding),) = found(strong)

    assert finding.certainty is certainty


def test_an_ended_instrument_says_nothing():
    assert rules(replace(one(1, take_up=1, fit=1, **WEAK), status=InstrumentStatus.ENDED)) == []
