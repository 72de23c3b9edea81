from dataclasses import dataclass, field

import pytest

from regiewijzer.library import sentences
from regiewijzer.science.finding import Certainty, Finding, Ground
from regiewijzer.science.limits import Limits

TOO_MANY = {"network": "Kansrijk Opgroeien", "count": 14, "limit": 8}


def finding(rule, **numbers):
    return Finding(rule=rule, subjects=(), numbers=numbers, certainty=Certainty.FAIR)


def test_a_finding_reads_as_a_sentence_with_its_figures_bold():
    sentence = sentences.sentence(finding("form.too_many_participants", **TOO_MANY))

    assert sentence.parts == (
        ("Kansrijk Opgroeien draait als zelfregulerend netwerk met ", False),
        ("14 partners", True),
        ("; de gekozen grens voor die vorm is ", False),
        ("8", True),
        (".", False),
    )


def test_the_plain_sentence_has_no_marks(speak):
    speak("en")

    sentence = sentences.sentence_of("form.too_many_participants", TOO_MANY)

    assert sentence.plain == (
        "Kansrijk Opgroeien runs as a self-regulating network with 14 partners; the limit chosen for that form is 8."
    )


@pytest.mark.parametrize("name", ["{count}", "**vet**", "{x", "<b>x</b>", "a|b", "%s {0} {limit}"])
def test_a_name_is_shown_literally_whatever_it_holds(name):
    sentence = sentences.sentence_of("form.too_many_participants", TOO_MANY | {"network": name})

    assert sentence.parts[0] == (f"{name} draait als zelfregulerend netwerk met ", False)


def test_codes_become_words_and_numbers_become_dutch():
    numbers = {"network": "Brede School", "form": "nao", "value": 2.35, "limit": 2.6}

    sentence = sentences.sentence_of("form.trust_too_low", numbers)

    assert sentence.plain == (
        "In Brede School rekenen de leden te weinig op elkaar voor een netwerk-administratieve organisatie: "
        "2,4 op 5; de gekozen grens is 2,6."
    )


def test_a_value_just_short_of_its_limit_does_not_look_equal_to_it():
    numbers = {"network": "Brede School", "form": "self_regulating", "value": 3.96, "limit": 4.0}

    sentence = sentences.sentence_of("form.trust_too_low", numbers)

    assert "3,96 op 5; de gekozen grens is 4,00" in sentence.plain


def test_a_count_of_one_is_said_in_words():
    one = sentences.sentence_of("instrument.relation_declined", {"instrument": "de heffing", "partner_count": 1})
    two = sentences.sentence_of("instrument.relation_declined", {"instrument": "de heffing", "partner_count": 2})

    assert one.plain == "Sinds je de heffing gebruikt, is de relatie met één partner slechter."
    assert two.plain == "Sinds je de heffing gebruikt, is de relatie met 2 partners slechter."


@pytest.mark.parametrize(
    ("groups", "shown"), [(1, "1 doelgroep en"), (3, "3 doelgroepen en"), (0, "geen doelgroepen en")]
)
def test_a_unit_follows_its_number(groups, shown):
    numbers = {"network": "Jongeren aan Zet", "groups": groups, "domains": 4, "active": 4, "count": 12}

    assert shown in sentences.sentence_of("goal.too_broad", numbers).plain


def test_a_missing_number_is_refused_with_the_rule_and_its_name():
    with pytest.raises(KeyError, match=r"form\.too_many_participants needs a value for count, limit"):
        sentences.sentence_of("form.too_many_participants", {"network": "Brede School"})


def test_an_unknown_rule_is_refused_with_a_sentence():
    with pytest.raises(KeyError, match=r"no finding type called .form\.unheard_of."):
        sentences.sentence_of("form.unheard_of", {})


def test_a_stored_finding_reads_like_a_fresh_one():
    @dataclass
    class Stored:
        rule: str = "form.too_many_participants"
        numbers: dict[str, object] = field(default_factory=lambda: dict(TOO_MANY))

    fresh = finding("form.too_many_participants", **TOO_MANY)

    assert sentences.sentence(Stored()) == sentences.sentence(fresh)


def test_the_explanation_counts_the_lines_between_partners():
    explained = sentences.explanation(finding("form.too_many_participants", **TOO_MANY))

    assert explained.plain == (
        "Zonder trekker moet iedereen met iedereen afstemmen. Met 8 partners zijn dat 28 lijnen, met 14 zijn het er 91."
    )


def test_options_have_a_short_lead_and_a_sentence_and_sometimes_a_caution():
    first, second, third = sentences.options(finding("form.too_many_participants", **TOO_MANY))

    assert first.title.plain == "Naar een leiderorganisatie."
    assert first.text.plain.startswith("Spreek af wie trekt.")
    assert first.caution is not None
    assert third.caution is None
    assert second.title != third.title


def test_a_rule_is_told_with_the_limits_of_the_authority():
    own = sentences.rule_text("form.too_many_participants", Limits(self_participants=10, self_trust=0.7))

    assert own.plain == (
        "Een zelfregulerend netwerk vraagt hoogstens 10 partners, vertrouwen van minstens 3,8 op 5, "
        "eensgezindheid over het doel van minstens 4,0 en een nood aan netwerkkunde van hoogstens 2,3. "
        "We nemen nooit een gemiddelde: één tekort volstaat. Je eigen diensten tellen samen als één partner."
    )


@pytest.mark.parametrize(
    ("code", "numbers", "shown"),
    [
        (
            "answers_of_invited",
            {"answers": 12, "invited": 14, "percent": 86},
            "12 van 14 leden antwoordden (86\u00a0%)",
        ),
        ("measured_months_ago", {"months": 1, "date": "2026-10-14"}, "de meting is 1 maand oud"),
        (
            "limit_is_ours",
            {"limit": 8, "limit_name": "self_participants"},
            "partners in een zelfregulerend netwerk, hoogstens: 8. Een voorstel van ons, geen cijfer uit de bron",
        ),
        (
            "limit_is_yours",
            {"limit": 0.7, "default": 0.6, "limit_name": "dominant_domain"},
            "aandeel partners uit één domein, vanaf: 70\u00a0%. Dat koos je bestuur zelf; de standaard is 60\u00a0%",
        ),
        (
            "near_limit",
            {"condition": "trust", "value": 3.9, "limit": 4.0},
            "het vertrouwen ligt vlak bij de grens: 3,9 tegenover 4,0",
        ),
    ],
)
def test_a_ground_says_why_we_are_more_or_less_sure(code, numbers, shown):
    assert sentences.ground(Ground(code=code, holds=True, numbers=numbers)).plain == shown


def test_a_limit_without_its_name_is_refused():
    with pytest.raises(KeyError, match="limit_is_ours needs a value for limit_name"):
        sentences.ground(Ground(code="limit_is_ours", holds=False, numbers={"limit": 8}))
