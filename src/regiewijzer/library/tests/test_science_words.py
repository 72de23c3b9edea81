"""Whatever the science says, the library can tell: every rule, every ground, every code, every limit."""

import pytest
from hypothesis import HealthCheck, given, settings

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Attendance, Basis, Duty, MandateStatus, SeatBasis
from regiewijzer.library.finding_text import FindingText
from regiewijzer.library.texts import Language
from regiewijzer.science import (
    breakthrough,
    choice,
    composition,
    cooperation,
    effect,
    effectiveness,
    facts,
    goals,
    governance,
    limits,
    mandates,
    overlap_groups,
    placing,
    power,
    tensions,
)
from regiewijzer.science.finding import Certainty, Kind
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.evidence import Evidence
from regiewijzer.science.rules.tests.registers import registers
from regiewijzer.science.rules.vocabulary import Reason, Rule

WORDS = [
    (facts.Form, "forms"),
    (facts.Power, "powers"),
    (facts.Origin, "origins"),
    (facts.NetworkLayer, "network_layers"),
    (overlap_groups.InCommon, "goals_shared"),
    (facts.Intensity, "intensities"),
    (facts.InstrumentStatus, "instrument_statuses"),
    (facts.Level, "effect_levels"),
    (facts.InputSource, "input_sources"),
    (governance.Condition, "form_conditions"),
    (governance.Bound, "bounds"),
    (governance.Verdict, "verdicts"),
    (tensions.Tension, "tensions"),
    (tensions.Leaning, "leanings"),
    (effectiveness.Requirement, "requirements"),
    (effectiveness.Standing, "standings"),
    (effect.Misfit, "misfit_reasons"),
    (effect.Verdict, "conclusions"),
    (power.Proportion, "proportions"),
    (Certainty, "certainties"),
    (limits.Basis, "bases"),
    (limits.Whose, "limit_owners"),
    (Basis, "bases"),
    (limits.Topic, "limit_topics"),
    (facts.Advice, "advices"),
    (facts.Layer, "layers"),
    (facts.Attitude, "readiness_conditions"),
    (choice.CoreProcess, "core_processes"),
    (choice.Caution, "choice_cautions"),
    (placing.Place, "places"),
    (breakthrough.Impasse, "impasses"),
    (breakthrough.Helped, "try_effects"),
    (mandates.Decides, "mandate_decides"),
    (facts.InsightKind, "insight_kinds"),
    (facts.Proof, "insight_proofs"),
    (facts.Consent, "consents"),
    (facts.Stage, "journey_stages"),
    (facts.Feeling, "feelings"),
    (placing.Hint, "place_hints"),
    (goals.Dimension, "goal_dimensions"),
    (goals.Breadth, "breadths"),
    (cooperation.Theme, "cooperation_themes"),
    (cooperation.Lean, "leans"),
    (MandateStatus, "mandate_statuses"),
    (Duty, "duties"),
    (SeatBasis, "seat_bases"),
    (Attendance, "attendances"),
    (Evidence, "evidences"),
]


@pytest.mark.parametrize(("codes", "group"), WORDS)
def test_every_code_has_a_word_and_every_word_a_code(codes, group):
    assert {word.code for word in catalogue.words(group)} == set(codes)


def test_every_kind_of_record_has_a_plural():
    assert all(catalogue.word(kind, "record_kinds").plural.nl for kind in Kind)


def test_every_limit_has_a_name():
    assert {word.code for word in catalogue.words("limits")} == {each.name for each in limits.thresholds()}


def test_every_source_of_a_limit_is_known():
    for threshold in limits.thresholds():
        assert all(catalogue.source(key) for key in threshold.sources)


def test_every_rule_and_every_ground_has_its_texts():
    assert {kind.rule for kind in catalogue.finding_types()} >= set(Rule)
    assert {kind.code for kind in catalogue.ground_types()} >= set(Reason)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(register=registers)
@pytest.mark.parametrize("language", Language)
def test_every_finding_brings_what_its_sentences_ask(language, register, speak):
    speak(language)

    for finding in find_all(register, Limits()):
        text = FindingText.of(finding)
        for each in (text, *text.others):
            assert all(map(str, (each.sentence, each.explanation, each.sure, each.rule_text.sentence)))
            assert all(way.title.plain and way.text.plain for way in each.ways)
            assert all(reason.sentence.plain for reason in each.reasons)


def test_partners_choose_from_as_many_domains_as_variety_is_measured_against():
    assert len(catalogue.words("domains")) == composition.DOMAINS
