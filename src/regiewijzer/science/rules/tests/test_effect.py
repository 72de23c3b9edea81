from dataclasses import replace
from datetime import date

from regiewijzer.science.facts import Level, Network, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import effect

TODAY = date(2026, 11, 23)
LATE = Network(ref=1, name="Buurt in Balans", started=date(2024, 4, 1), results_known=True, as_of=date(2026, 9, 1))


def found(network, limits=None):
    return effect.find(Register(TODAY, networks=(network,)), limits or Limits())


def test_thirty_one_months_without_a_result_is_told():
    (finding,) = found(LATE)

    assert finding.rule == "effect.two_years_no_result"
    assert finding.numbers == {"network": "Buurt in Balans", "months": 31, "mark": "2026-04-01"}


def test_two_years_is_a_rule_of_thumb_and_so_at_most_fair():
    (finding,) = found(LATE)

    assert [ground.code for ground in finding.grounds] == ["facts_dated", "rule_of_thumb"]
    assert finding.certainty is Certainty.FAIR


def test_nobody_looked_a_result_or_an_end_is_not_told():
    assert found(replace(LATE, results_known=False)) == ()
    assert found(replace(LATE, results=frozenset({Level.COMMUNITY}))) == ()
    assert found(replace(LATE, ended=date(2026, 9, 1))) == ()


def test_an_authority_may_give_more_time():
    assert found(LATE, from_overrides({"effect_months": 36})) == ()
