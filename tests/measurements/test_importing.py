"""What people said becomes a measurement, once, and never holds up anything else."""

from collections.abc import Callable
from datetime import date
from functools import partial

import pytest

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import (
    About,
    Filled,
    Way,
    finish,
    keep,
    questionnaire,
    start,
)
from regiewijzer.overview.findings.actions import refresh_when_needed
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.measurements import actions
from regiewijzer.overview.measurements.actions import import_completed
from regiewijzer.overview.measurements.models import Imported
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.actions import MeasurementFields
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import Network
from regiewijzer.register.tool import Tool
from regiewijzer.tools.effect.models import Evaluation as Effect
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.steering.models import Evaluation as Steering
from tests.accounts import Member
from tests.world import World

DAY = date(2026, 11, 1)
Importing = Callable[[str, int], None]


@pytest.fixture
def told(world: World, vliermonde: Authority, coordinator: Member) -> Importing:
    """A table that fills in a questionnaire with one and the same answer, after everything before was handed on."""
    import_completed(authority=vliermonde)
    about = About(
        network=Network.objects.get(pk=world.key("network")),
        instrument=Instrument.objects.get(pk=world.key("instrument")),
    )

    def told(key: str, value: int) -> None:
        asked = questionnaire(key)
        subject = About(**{asked.subject: getattr(about, asked.subject)})
        answers = {each.id: value for each in asked.questions if value in each.scale.labels}
        sitting = start(questionnaire=asked, way=Way.TOGETHER, by=coordinator.position, about=subject)
        keep(sitting=sitting, filled=Filled(asked=tuple(answers), answers=answers))
        finish(sitting=sitting, held_on=DAY, present=6, actor=coordinator.actor)

    return told


def test_conditions_become_a_measurement_of_the_form(told: Importing, vliermonde: Authority) -> None:
    told("governance-conditions", 3)

    assert import_completed(authority=vliermonde) == 1

    found = Measurement.objects.get(measured_on=DAY)
    scores = [float(score) for score in (found.trust, found.consensus, found.need, found.trust_in_lead) if score]
    assert scores == [3, 3, 3, 3]
    assert (found.source, found.answers, found.invited, found.measured_by) == ("workshop", 6, None, None)
    assert found.participants == 11


def test_an_instrument_is_evaluated_in_whole_steps(told: Importing, vliermonde: Authority) -> None:
    told("instrument-evaluation", 4)

    assert import_completed(authority=vliermonde) == 1

    found = Steering.objects.get(measured_on=DAY)
    assert (found.goal_reached, found.power_used, found.power_needed) == (4, 4, 4)


def test_levels_in_their_highest_band_are_results(told: Importing, vliermonde: Authority) -> None:
    told("network-effect", 5)

    assert import_completed(authority=vliermonde) == 1

    found = Effect.objects.get(evaluated_on=DAY)
    assert (found.community, found.network_level, found.organisations) == (True, True, True)


def test_it_happens_once(told: Importing, vliermonde: Authority) -> None:
    told("governance-conditions", 3)
    import_completed(authority=vliermonde)

    assert import_completed(authority=vliermonde) == 0
    assert Measurement.objects.filter(measured_on=DAY).count() == 1


def test_what_no_tool_asks_for_waits_until_one_does(
    told: Importing, vliermonde: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def importer(*, inquiry: CompletedInquiry, actor: Actor) -> None:
        taken.append(inquiry.questionnaire)

    monkeypatch.setattr(actions, "TOOLS", ())
    told("cooperation-health", 4)
    first = import_completed(authority=vliermonde)
    monkeypatch.setattr(actions, "TOOLS", (Tool("cooperation", imports={"cooperation-health": importer}),))
    second = import_completed(authority=vliermonde)

    assert (first, second, taken) == (0, 1, ["cooperation-health"])


def test_one_that_fails_holds_up_nothing_and_is_tried_again(
    told: Importing, vliermonde: Authority, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def importer(*, inquiry: CompletedInquiry, actor: Actor) -> None:
        Network.objects.all().delete()  # undone with the rest
        raise RuntimeError

    told("governance-conditions", 2)
    told("instrument-evaluation", 4)
    failing = Tool("governance", imports={"governance-conditions": importer})
    broken = tuple(failing if tool.name == failing.name else tool for tool in TOOLS)
    with monkeypatch.context() as patched:
        patched.setattr(actions, "TOOLS", broken)
        first = import_completed(authority=vliermonde)

    assert (first, import_completed(authority=vliermonde)) == (1, 1)
    assert "was not kept as a measurement" in caplog.text
    assert Imported.objects.filter(questionnaire="governance-conditions", tool="governance").count() == 1


def test_the_findings_follow(told: Importing, world: World, vliermonde: Authority) -> None:
    told("governance-conditions", 1)

    with inside(vliermonde.pk):
        refresh_when_needed(authority=vliermonde, today=DAY)

    rules = {row.rule for row in StoredFinding.objects.standing() if row.measured_on == DAY}
    assert rules


def _fields() -> list[tuple[str, MeasurementFields]]:
    each = [pair for tool in TOOLS for pair in tool.imports.items()]
    return [(key, importer.keywords["fields"]) for key, importer in each if isinstance(importer, partial)]


@pytest.mark.parametrize(("key", "fields"), _fields(), ids=[key for key, _ in _fields()])
def test_what_a_tool_keeps_is_asked_and_is_a_field_of_its_table(key: str, fields: MeasurementFields) -> None:
    asked = questionnaire(key)
    known = {dimension.id for dimension in asked.dimensions} | {question.id for question in asked.questions}

    assert {*fields.scores.values(), *fields.beside.values()} <= known
    for name in (*fields.scores, *fields.beside):
        assert fields.model._meta.get_field(name)


def test_each_questionnaire_becomes_a_measurement_of_one_tool() -> None:
    keys = [key for tool in TOOLS for key in tool.imports]

    assert len(keys) == len(set(keys)) == 9
