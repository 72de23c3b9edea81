from dataclasses import replace
from datetime import date

from regiewijzer.science.facts import InputSource, Register, Stance
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import director

TODAY = date(2026, 11, 23)
WEAK = Stance(
    "housing",
    date(2026, 9, 14),
    overview=0.6,
    accountability=0.4,
    policy_lines=0.5,
    organising=0.25,
    source=InputSource.WORKSHOP,
    answers=5,
)


def found(*stances):
    return director.find(Register(TODAY, stances=stances, authority=7, authority_name="Vliermonde"), Limits())


def test_the_weakest_component_of_a_field_is_told_as_people_score_it():
    (finding,) = found(WEAK)

    assert finding.key == "steering.component_weak:authority-7:housing"
    assert finding.numbers == {"domain": "housing", "component": "organising", "value": 2.0}
    assert finding.measured_on == date(2026, 9, 14)
    assert finding.certainty is Certainty.GREAT
    assert finding.limits_used == {"weak_component": 0.375}


def test_only_the_latest_stance_of_a_field_counts():
    assert found(WEAK, replace(WEAK, measured_on=date(2026, 10, 1), organising=0.5)) == ()


def test_fields_are_told_apart_and_one_without_a_name_is_not_told():
    told = found(replace(WEAK, policy_field="leisure"), WEAK, replace(WEAK, policy_field=""))

    assert [finding.numbers["domain"] for finding in told] == ["housing", "leisure"]
