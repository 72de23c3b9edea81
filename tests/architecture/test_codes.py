"""A code and its word live in one place: the code in science or the register, its word in the library."""

from collections.abc import Collection
from enum import StrEnum
from functools import partial

import pytest
from django.apps import apps
from django.db import models
from django.utils import translation

from regiewijzer.library import catalogue
from regiewijzer.register.challenges.models import Status
from regiewijzer.register.decisions.models import Answer, Outcome
from regiewijzer.register.meetings.models import ActionState, Aim, ItemOrigin, MeetingState, Seen
from regiewijzer.register.networks.models import MemberRole
from regiewijzer.register.organisations.models import Kind, Scheme
from regiewijzer.register.records.wording import word_choices
from regiewijzer.science.breakthrough import Helped
from regiewijzer.science.effect import Verdict
from regiewijzer.science.facts import (
    ArenaSource,
    Consent,
    Form,
    InputSource,
    InsightKind,
    InstrumentStatus,
    Intensity,
    Interplay,
    Layer,
    NetworkLayer,
    NetworkRole,
    Origin,
    Phase,
    Proof,
    Stage,
)
from regiewijzer.science.mandates import Decides
from regiewijzer.science.placing import Place
from regiewijzer.tools.arena.models import RANKS

CODES: dict[str, type[StrEnum]] = {
    "action_states": ActionState,
    "agenda_aims": Aim,
    "agenda_origins": ItemOrigin,
    "challenge_statuses": Status,
    "conclusions": Verdict,
    "decision_kinds": Answer,
    "decision_outcomes": Outcome,
    "forms": Form,
    "identifier_schemes": Scheme,
    "input_sources": InputSource,
    "instrument_relations": Interplay,
    "instrument_statuses": InstrumentStatus,
    "intensities": Intensity,
    "layers": Layer,
    "network_layers": NetworkLayer,
    "meeting_states": MeetingState,
    "membership_roles": MemberRole,
    "organisation_kinds": Kind,
    "origins": Origin,
    "mandate_decides": Decides,
    "consents": Consent,
    "insight_kinds": InsightKind,
    "insight_proofs": Proof,
    "journey_stages": Stage,
    "phases": Phase,
    "arena_ranks": RANKS,
    "manager_roles": NetworkRole,
    "arena_sources": ArenaSource,
    "places": Place,
    "presences": Seen,
    "try_effects": Helped,
}
LISTS = {"mandates", "principles"}  # of the library itself: the program knows none of their entries by name


def _groups_with(codes: Collection[str]) -> list[str]:
    """The groups of the library that have these very codes."""
    return [
        group
        for group in catalogue.word_groups()
        if {word.code for word in catalogue.words(group)} == {str(code) for code in codes}
    ]


def _written(field: models.Field[object, object]) -> list[str]:
    """The groups of which a field repeats the codes by hand."""
    choices = field.deconstruct()[3].get("choices")
    return _groups_with([code for code, _word in choices]) if isinstance(choices, list) else []


def _fields() -> list["models.Field[object, object]"]:
    ours = [model for model in apps.get_models() if model.__module__.startswith("regiewijzer.")]
    return [field for model in ours for field in model._meta.concrete_fields]


def test_no_field_repeats_words_of_the_library() -> None:
    found = {str(field): _written(field) for field in _fields()}

    assert {field: groups for field, groups in found.items() if groups} == {}


def test_a_field_that_repeats_them_is_caught() -> None:
    repeated = models.CharField(choices=[("board", "Board"), ("management", "Management"), ("staff", "Staff")])

    assert _written(repeated) == ["layers"]


def test_words_that_a_field_offers_are_the_codes_of_the_program() -> None:
    groups = {
        choices.args[0]
        for field in _fields()
        if isinstance(choices := field.deconstruct()[3].get("choices"), partial) and choices.func is word_choices
    }

    assert groups == CODES.keys() | LISTS
    for group, codes in CODES.items():
        assert [word.code for word in catalogue.words(group)] == list(codes), group


@pytest.mark.parametrize(("language", "label"), [("nl", "In de vitrine"), ("en", "In the display case")])
def test_a_choice_speaks_the_language_of_the_reader(language: str, label: str) -> None:
    field = apps.get_model("instruments", "Instrument")._meta.get_field("status")

    with translation.override(language):
        assert dict(field.flatchoices)["display_case"] == label
