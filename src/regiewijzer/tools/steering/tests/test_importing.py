from datetime import date
from typing import Any

from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.inquiry.questionnaires.public import (
    About,
    Filled,
    Response,
    Way,
    completed,
    completed_sittings,
    finish,
    keep,
    outcome,
    questionnaire,
    start,
)
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.steering.models import Evaluation, Stance
from regiewijzer.tools.steering.public import TOOL

EVALUATION, STANCE = "instrument-evaluation", "director-type"


def _workshop(key: str, forms: list[dict[str, Any]], instrument: Instrument | None = None) -> CompletedInquiry:
    told = outcome(
        questionnaire(key),
        [Response(answers) for answers in forms],
        source=InputSource.WORKSHOP,
        held_on=date(2025, 6, 1),
        answered=len(forms),
    )
    return completed(told, Way.WORKSHOP, 1, instrument=instrument)


def test_two_questionnaires_are_kept() -> None:
    assert {EVALUATION, STANCE} == set(TOOL.imports)


def test_a_form_becomes_an_evaluation_with_its_evidence(instrument: Instrument, coordinator: Member) -> None:
    draft = start(
        questionnaire=questionnaire(EVALUATION),
        way=Way.ALONE,
        by=coordinator.position,
        about=About(instrument=instrument),
    )
    answers = {
        "goal_reached.score": 2,
        "take_up.score": 4,
        "power.used": 3,
        "power.needed": 1,
        "power.ever_used": "used",
        "context.partners_present": "one",
        "context.willingness": 2,
        "context.replaceable": "no",
        "pitfalls.dependence": "yes",
        "pitfalls.idle": "no",
    }
    evidence = {"goal_reached.score": "Drie van elf."}
    keep(sitting=draft, filled=Filled(asked=tuple(answers), answers=answers, evidence=evidence))
    finish(sitting=draft, held_on=date(2025, 6, 1), actor=coordinator.actor)

    (inquiry,) = completed_sittings()
    TOOL.imports[EVALUATION](inquiry=inquiry, actor=coordinator.actor)

    kept = Evaluation.objects.get()
    assert (kept.goal_reached, kept.take_up, kept.power_used, kept.power_needed) == (2, 4, 3, 1)
    assert (kept.ever_used, kept.partners_present, kept.willingness, kept.replaceable) == ("used", "one", 2, "no")
    assert (kept.pitfalls, kept.seen) == (["dependence"], {"goal_reached": "Drie van elf."})
    assert (kept.source, kept.answers, kept.relation) == ("estimate", 1, None)


def test_several_forms_become_means_and_what_most_said(instrument: Instrument, coordinator: Member) -> None:
    forms = [
        {"goal_reached.score": 2, "pitfalls.idle": "yes", "context.partners_present": "one", "power.used": 3},
        {"goal_reached.score": 3, "pitfalls.idle": "yes", "context.partners_present": "several", "power.used": 4},
        {"goal_reached.score": 3, "pitfalls.idle": "no", "context.partners_present": None},
    ]

    TOOL.imports[EVALUATION](inquiry=_workshop(EVALUATION, forms, instrument), actor=coordinator.actor)

    kept = Evaluation.objects.get()
    assert (kept.goal_reached, kept.power_used, kept.answers, kept.source) == (3, 4, 3, "workshop")
    assert kept.pitfalls == ["idle"]
    assert kept.partners_present == ""


def test_where_nobody_knew_nothing_is_recorded(instrument: Instrument, coordinator: Member) -> None:
    TOOL.imports[EVALUATION](
        inquiry=_workshop(EVALUATION, [{"goal_reached.score": None}], instrument), actor=coordinator.actor
    )
    TOOL.imports[STANCE](inquiry=_workshop(STANCE, [{}]), actor=coordinator.actor)

    assert not Evaluation.objects.exists()
    assert not Stance.objects.filter(measured_on=date(2025, 6, 1)).exists()


def test_a_director_questionnaire_becomes_a_stance_that_waits_for_its_field(
    vliermonde: Authority, coordinator: Member
) -> None:
    asked = questionnaire(STANCE)
    forms = [{question.id: value for question in asked.questions} for value in (2, 4)]

    TOOL.imports[STANCE](inquiry=_workshop(STANCE, forms), actor=coordinator.actor)

    kept = Stance.objects.get()
    assert (kept.policy_field, kept.measured_on, kept.answers) == ("", date(2025, 6, 1), 2)
    assert (kept.overview, kept.organising) == (3, 3)
