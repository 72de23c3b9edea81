"""Whatever the science says, the library can tell: every rule, every ground, every code, every limit."""

import pytest

from regiewijzer.library import catalogue
from regiewijzer.library.entries import Basis
from regiewijzer.library.patterns import read_pattern
from regiewijzer.library.sentences import needed
from regiewijzer.science import (
    choice,
    cooperation,
    effect,
    effectiveness,
    facts,
    goals,
    governance,
    limits,
    placing,
    power,
    tensions,
)
from regiewijzer.science.finding import Certainty, Kind
from regiewijzer.science.rules.vocabulary import PLACEHOLDERS, REASON_PLACEHOLDERS, Reason, Rule

WORDS = [
    (facts.Form, "forms"),
    (facts.Power, "powers"),
    (facts.Origin, "origins"),
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
    (Basis, "bases"),
    (limits.Topic, "limit_topics"),
    (facts.Advice, "advices"),
    (facts.Layer, "layers"),
    (facts.Attitude, "readiness_conditions"),
    (choice.CoreProcess, "core_processes"),
    (choice.Caution, "choice_cautions"),
    (placing.Place, "places"),
    (placing.Hint, "place_hints"),
    (goals.Dimension, "goal_dimensions"),
    (goals.Breadth, "breadths"),
    (cooperation.Theme, "cooperation_themes"),
    (cooperation.Lean, "leans"),
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


@pytest.mark.parametrize("rule", Rule)
def test_every_rule_has_a_sentence_that_asks_no_more_than_the_rule_gives(rule):
    assert catalogue.finding_type(rule).placeholders <= PLACEHOLDERS[rule]


@pytest.mark.parametrize("reason", Reason)
def test_every_ground_has_a_sentence_that_asks_no_more_than_the_ground_gives(reason):
    assert needed(read_pattern(catalogue.ground_type(reason).text.nl)) <= REASON_PLACEHOLDERS[reason]
