from datetime import date
from random import Random
from statistics import fmean

import pytest

from regiewijzer.science.facts import Evaluation, InputSource, Instrument, InstrumentStatus, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import instrument

TODAY = date(2026, 11, 23)


def evaluated(on=date(2026, 6, 1), **scores):
    return Evaluation(measured_on=on, **scores)


def found(*evaluations, status=InstrumentStatus.IN_USE):
    one = Instrument(ref=4, name="Reglement leegstand", status=status, evaluations=evaluations)
    return {finding.rule: finding for finding in instrument.find(Register(TODAY, instruments=(one,)), Limits())}


@pytest.mark.parametrize(
    ("scores", "rule"),
    [
        ({"power_used": 4, "power_needed": 1}, "instrument.power_too_strong"),
        ({"power_used": 1, "power_needed": 3, "goal_reached": 2}, "instrument.power_too_weak"),
        ({"power_used": 1, "power_needed": 3, "goal_reached": 4}, "instrument.deterrent_works"),
    ],
)
def test_power_out_of_proportion_is_told_by_its_own_rule(scores, rule):
    findings = found(evaluated(**scores))

    (finding,) = findings.values()
    assert finding.rule == rule
    assert finding.numbers["instrument"] == "Reglement leegstand"
    assert (finding.numbers["used"], finding.numbers["needed"]) == (scores["power_used"], scores["power_needed"])


@pytest.mark.parametrize(
    "scores",
    [
        {},
        {"power_used": 2, "power_needed": 2, "goal_reached": 3},
        {"power_used": 1, "power_needed": 3, "goal_reached": 3},
        {"power_used": 1, "power_needed": 3},
        {"relation": 3},
    ],
)
def test_proportion_and_what_nobody_knows_are_not_told(scores):
    assert found(evaluated(**scores)) == {}


def test_only_the_latest_evaluation_counts():
    assert found(evaluated(power_used=4, power_needed=1), evaluated(power_used=1, power_needed=1)) == {}


def test_an_evaluation_is_an_own_estimate_and_so_limited_sure():
    finding = found(evaluated(power_used=4, power_needed=1))["instrument.power_too_strong"]

    assert finding.certainty is Certainty.LIMITED
    assert finding.grounds[0].code == "own_estimate"
    assert finding.measured_on == date(2026, 6, 1)


def test_a_worse_relation_is_told_with_the_number_of_partners_when_counted():
    findings = found(evaluated(relation=3, partners_worse=2, partners_total=5))

    assert set(findings) == {"instrument.relation_declined"}
    assert findings["instrument.relation_declined"].numbers == {
        "instrument": "Reglement leegstand",
        "partner_count": 2,
        "partners_total": 5,
        "value": 3,
    }


def test_a_poor_relation_without_a_count_is_told_with_its_score():
    findings = found(evaluated(relation=2))

    assert set(findings) == {"instrument.relation_weaker"}
    assert findings["instrument.relation_weaker"].numbers["value"] == 2


MANY = {"source": InputSource.SURVEY, "answers": 12}


def test_a_fallen_relation_is_compared_with_the_last_time_it_was_scored():
    findings = found(
        evaluated(date(2025, 1, 1), relation=5, **MANY), evaluated(date(2025, 6, 1)), evaluated(relation=3, **MANY)
    )

    (compared,) = [
        ground for ground in findings["instrument.relation_weaker"].grounds if ground.code == "compared_with_before"
    ]
    assert compared.numbers == {"before": 5, "after": 3, "date": "2025-01-01"}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"relation": 5, **MANY}, {"relation": 4, **MANY}),
        ({"relation": 5}, {"relation": 3}),
        ({"relation": 5, "source": InputSource.SURVEY, "answers": 4}, {"relation": 3, **MANY}),
        ({"relation": 5, **MANY}, {"relation": 3, "source": InputSource.SURVEY, "answers": 4}),
        ({"relation": 5, **MANY}, {"relation": 3, "source": InputSource.SURVEY}),
    ],
)
def test_one_step_down_or_what_few_say_is_no_weaker_relation(before, after):
    assert found(evaluated(date(2025, 1, 1), **before), evaluated(**after)) == {}


@pytest.mark.parametrize("people", [5, 10, 30])
@pytest.mark.parametrize("weights", [(1, 1, 1, 1, 1), (1, 2, 4, 8, 5)])
def test_of_evaluations_between_which_nothing_changed_at_most_one_in_twenty_is_weaker(people, weights):
    chance = Random(2026)

    def relation():
        return int(fmean(chance.choices(range(1, 6), weights, k=people)) + 0.5)

    pairs = [(relation(), relation()) for _ in range(400)]
    told = [
        pair
        for pair in pairs
        if pair[1] > Limits().poor_relation
        and found(*(evaluated(relation=each, source=InputSource.SURVEY, answers=people) for each in pair))
    ]

    assert len(told) <= 20


def test_a_relation_that_held_or_rose_is_not_told():
    assert found(evaluated(relation=3), evaluated(relation=3)) == {}
    assert found(evaluated(relation=3), evaluated(relation=4, partners_worse=0)) == {}


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (InstrumentStatus.PLANNED, False),
        (InstrumentStatus.IN_USE, True),
        (InstrumentStatus.DISPLAY_CASE, True),
        (InstrumentStatus.ENDED, False),
    ],
)
def test_only_an_instrument_that_stands_is_judged(status, told):
    assert bool(found(evaluated(power_used=4, power_needed=1), status=status)) is told
