from datetime import date

from regiewijzer.library.telling import rule_told, told
from regiewijzer.science.effect import STAY
from regiewijzer.science.facts import Network, Register, Satisfaction
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import effect

TODAY = date(2026, 11, 23)


def test_a_finding_is_told_with_its_rule_its_numbers_its_sources_and_how_sure():
    doubting = Network(1, "Buurt in Balans", told=(Satisfaction(date(2026, 9, 1), {STAY: 0.25}),))
    (finding,) = effect.find(Register(TODAY, networks=(doubting,)), Limits())

    said = told(finding, Limits())

    assert said.sentence.plain == "In Buurt in Balans twijfelen leden of ze blijven: 2,0 op 5."
    assert said.rule.text.plain == "De leden geven ‘blijven’ minder dan 2,5 op 5."
    assert str(said.certainty) == "beperkt"
    assert [ground.holds for ground in said.grounds] == [False, True, False]
    assert said.rule.references
    assert said.ways


def test_a_rule_shows_the_limit_the_authority_chose():
    assert "3,4" in rule_told("effect.members_leaving", from_overrides({"members_stay": 0.6})).text.plain
