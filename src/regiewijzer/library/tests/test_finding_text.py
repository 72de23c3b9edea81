from datetime import date

from regiewijzer.library import catalogue
from regiewijzer.library.finding_text import FindingText, RuleText
from regiewijzer.science.effect import STAY
from regiewijzer.science.facts import Network, Register, Satisfaction
from regiewijzer.science.finding import Certainty, Finding
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import effect, grounds
from regiewijzer.science.rules.vocabulary import Reason

TODAY = date(2026, 11, 23)
LATE, CROWDED, OLD = "effect.two_years_no_result", "form.too_many_participants", "register.stale"


def owners(finding):
    return list(map(str, FindingText.of(finding).owners))


def found(rule, name, certainty=Certainty.FAIR, also=(), limits_used=None):
    numbers = {"network": name, "subject": name, "months": 31, "count": 14, "limit": 8}
    return Finding(rule, (), numbers, certainty, also=also, limits_used=limits_used or {})


def test_a_finding_says_its_rule_its_numbers_its_sources_and_how_sure():
    doubting = Network(1, "Buurt in Balans", member_satisfaction=(Satisfaction(date(2026, 9, 1), {STAY: 0.25}),))
    (finding,) = effect.find(Register(TODAY, networks=(doubting,)), Limits())

    text = FindingText.of(finding, Limits())

    assert str(text.sentence) == "In Buurt in Balans twijfelen leden of ze blijven: 2,0 op 5."
    assert str(text.rule_text.sentence) == "De leden geven ‘blijven’ minder dan 2,5 op 5."
    assert str(text.sure) == "beperkt"
    assert [reason.holds for reason in text.reasons] == [False, True, True]
    assert list(map(str, text.owners)) == ["grens: ons voorstel"]
    assert [str(each) for each in text.whose_limits] == [
        "leden die blijven, minder dan: 2,5 op 5. Een voorstel van ons, geen cijfer uit de bron"
    ]
    assert text.rule_text.references
    assert text.ways


def test_a_finding_is_put_in_words_when_it_is_read(speak):
    text = FindingText.of(found(CROWDED, "Kansrijk"))

    speak("en")

    assert str(text.sentence).startswith("Kansrijk runs as a self-regulating network")
    assert [str(source) for source in text.sources] == ["Provan and Kenis, 2008", "VVSG, organisation networks"]


def test_a_finding_of_several_rules_names_the_sources_of_each_once(speak):
    speak("en")
    other = found("cooperation.low", "Kansrijk")

    text = FindingText.of(found(CROWDED, "Kansrijk", also=(other, other)))

    own = ["Provan and Kenis, 2008", "VVSG, organisation networks"]
    assert [str(source) for source in text.sources] == [*own, "Louweret, Gemeente.nu"]
    assert [each.rule for each in text.others] == ["cooperation.low"] * 2


def test_every_number_says_whose_it_is_and_of_two_rules_both():
    ours = found(CROWDED, "Kansrijk", limits_used={"self_participants": 8})
    chosen = found("cooperation.low", "Kansrijk", limits_used={"cooperation_rating": 0.5})
    source = found(LATE, "Kansrijk", limits_used={"effect_months": 24})

    assert owners(ours) == ["grens: ons voorstel"]
    without = found(OLD, "Kansrijk", also=(chosen,))
    assert owners(without) == ["grens: eigen keuze", "regel: ons voorstel"]
    both = found(LATE, "Kansrijk", limits_used={"cooperation_rating": 0.5}, also=(ours,))
    assert owners(both) == [
        "grens: eigen keuze",
        "grens: ons voorstel",
    ]
    assert owners(source) == ["grens: vuistregel van de VVSG"]
    assert owners(found("people.role_gap", "Kansrijk")) == ["regel: ons voorstel"]
    assert owners(found("choice.not_recorded", "Kansrijk")) == []


def test_a_rule_says_which_part_of_it_is_ours():
    assert str(RuleText(CROWDED).basis) == "gedachte uit de literatuur; de getallen zijn een voorstel van ons"
    assert "de uitwerking is een voorstel van ons" in str(RuleText("instrument.no_lighter_step").basis)
    assert str(RuleText("choice.not_recorded").basis) == "uit de praktijk van de VVSG en Gemeente.nu"


def test_a_rule_that_rests_on_practice_names_that_first():
    assert list(map(str, RuleText(LATE).sources)) == ["VVSG, Lokaal 4/2020", "Provan en Milward, 2001"]


def test_a_rule_shows_the_limit_the_authority_chose():
    limits = from_overrides({"members_stay": 0.6})

    assert "3,4" in str(RuleText("effect.members_leaving", limits).sentence)


def test_our_own_proposal_is_a_source_only_where_there_is_no_other():
    for kind in catalogue.finding_types():
        bases = [catalogue.source(key).basis for key in kind.sources]
        shown = {str(source) for source in RuleText(kind.rule).sources}

        ours = {str(catalogue.source(key).short) for key in kind.sources if catalogue.source(key).basis == "ours"}
        assert shown
        assert not shown & ours or set(bases) == {"ours"}


def test_a_line_names_two_sources_at_most_and_the_literature_first():
    several = [kind for kind in catalogue.finding_types() if len(set(kind.sources) - {"ours"}) > 2]

    assert several
    for kind in several:
        assert len(RuleText(kind.rule).sources) == 2
        assert len(RuleText(kind.rule).references) == len(kind.sources)


def test_goals_are_to_be_written_down_first_only_where_one_is_unknown():
    numbers = {"count": 3, "names": "A, B, C", "shared": 4, "union": 6, "mandated": 0}
    unknown = grounds.ground(Reason.GOALS_UNKNOWN, holds=False)

    first = [
        FindingText("overlap.group", numbers, Certainty.FAIR, reasons).ways[0].title.plain
        for reasons in ((unknown,), ())
    ]

    assert first == ["De doelen opschrijven.", "Eén tafel maken."]
