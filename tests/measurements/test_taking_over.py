"""What people told becomes a measurement, once, and never holds up anything else."""

from collections.abc import Callable
from datetime import date

import pytest

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import About, Filled, Gathered, Way, finish, keep, questionnaire, start
from regiewijzer.overview.findings.actions import refresh_when_needed
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.measurements import actions
from regiewijzer.overview.measurements.actions import TOOLS, Tool, take_over
from regiewijzer.overview.measurements.models import Adoption
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.models import Evaluation as Effect
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.steering.models import Evaluation as Steering
from tests.cast import Member
from tests.world import World

DAY = date(2026, 11, 1)
Told = Callable[[str, int], None]


@pytest.fixture
def told(world: World, vliermonde: Authority, coordinator: Member) -> Told:
    """A table that fills in a questionnaire with one and the same answer, after everything before was handed on."""
    take_over(authority=vliermonde)
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


def test_conditions_become_a_measurement_of_the_form(told: Told, vliermonde: Authority) -> None:
    told("governance-conditions", 3)

    assert take_over(authority=vliermonde) == 1

    found = Measurement.objects.get(measured_on=DAY)
    scores = [float(score) for score in (found.trust, found.consensus, found.need, found.trust_in_lead) if score]
    assert scores == [3, 3, 3, 3]
    assert (found.source, found.answers, found.invited, found.measured_by) == ("workshop", 6, None, None)
    assert found.participants == 11


def test_an_instrument_is_evaluated_in_whole_steps(told: Told, vliermonde: Authority) -> None:
    told("instrument-evaluation", 4)

    assert take_over(authority=vliermonde) == 1

    found = Steering.objects.get(evaluated_on=DAY)
    assert (found.goal_reached, found.power_used, found.power_needed) == (4, 4, 4)


def test_levels_in_their_highest_band_are_results(told: Told, vliermonde: Authority) -> None:
    told("network-effect", 5)

    assert take_over(authority=vliermonde) == 1

    found = Effect.objects.get(evaluated_on=DAY)
    assert (found.community, found.network_level, found.organisations) == (True, True, True)


def test_it_happens_once(told: Told, vliermonde: Authority) -> None:
    told("governance-conditions", 3)
    take_over(authority=vliermonde)

    assert take_over(authority=vliermonde) == 0
    assert Measurement.objects.filter(measured_on=DAY).count() == 1


def test_what_no_tool_asks_for_waits_until_one_does(
    told: Told, vliermonde: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    taken: list[str] = []

    def adopt(*, gathered: Gathered, actor: Actor) -> None:
        taken.append(gathered.outcome.questionnaire.key)

    monkeypatch.setattr(actions, "TOOLS", ())
    told("cooperation-health", 4)
    first = take_over(authority=vliermonde)
    monkeypatch.setattr(actions, "TOOLS", (Tool("cooperation", frozenset({"cooperation-health"}), adopt),))
    second = take_over(authority=vliermonde)

    assert (first, second, taken) == (0, 1, ["cooperation-health"])


def test_one_that_fails_holds_up_nothing_and_is_tried_again(
    told: Told, vliermonde: Authority, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def adopt(*, gathered: Gathered, actor: Actor) -> None:
        Network.objects.all().delete()  # undone with the rest
        raise RuntimeError

    told("governance-conditions", 2)
    told("instrument-evaluation", 4)
    broken = (Tool("governance", frozenset({"governance-conditions"}), adopt), *TOOLS[1:])
    with monkeypatch.context() as patched:
        patched.setattr(actions, "TOOLS", broken)
        first = take_over(authority=vliermonde)

    assert (first, take_over(authority=vliermonde)) == (1, 1)
    assert "was not taken over" in caplog.text
    assert Adoption.objects.filter(questionnaire="governance-conditions", tool="governance").count() == 1


def test_the_findings_follow(told: Told, world: World, vliermonde: Authority) -> None:
    told("governance-conditions", 1)

    with inside(vliermonde.pk):
        refresh_when_needed(authority=vliermonde, today=DAY)

    rules = {row.rule for row in StoredFinding.objects.standing() if row.measured_on == DAY}
    assert rules
