from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member
from tests.typed import day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Response, Way, completed, outcome, questionnaire
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import GoalVersion, Network
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.goals.forms import GoalForm
from regiewijzer.tools.goals.models import Measurement
from regiewijzer.tools.goals.public import TOOL, ratings_by_network

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    return Network.objects.get(pk=world.key("network"))


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/doel/"


def _typed(network: Network, **more: str) -> dict[str, str]:
    version = network.goals.first()
    assert version is not None
    return {"measured_on": "2025-06-01", "source": "workshop", "version": str(version.pk), "concrete": "2.2", **more}


def _reword(network: Network) -> GoalVersion:
    return GoalVersion.objects.create(
        authority_id=network.authority_id, network=network, number=2, text="Elk gezin", valid_from=date(2099, 1, 1)
    )


def test_what_members_think_is_kept_told_and_shown(world: World, network: Network, coordinator: Member) -> None:
    answer = coordinator.client.post(f"{_page(world)}meten/", _typed(network, answers="8", invited="10"))

    kept, line = Measurement.objects.get(), Entry.objects.get(kind="network")
    page = coordinator.client.get(_page(world)).content.decode()
    assert answer["location"] == _page(world)
    assert (kept.concrete, kept.attractive, kept.measured_by) == (Decimal("2.20"), None, coordinator.position)
    assert line.changes == {"measurement": [None, "2025-06-01"], "concrete": [None, "2.2"]}
    assert "8 of 10 answered" in page
    assert "too low" in page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"concrete": ""}, "__all__"),
        ({"concrete": "0.9"}, "concrete"),
        ({"concrete": "veel"}, "concrete"),
        ({"version": ""}, "version"),
        ({"version": "999999"}, "version"),
        ({"answers": "12", "invited": "10"}, "__all__"),
        ({"measured_on": day(1)}, "measured_on"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: dict[str, str], field: str) -> None:
    assert list(GoalForm(network, _typed(network, **typed)).errors) == [field]


def test_a_page_that_is_refused_shows_what_was_typed(world: World, network: Network, coordinator: Member) -> None:
    answer = coordinator.client.post(f"{_page(world)}meten/", _typed(network, concrete="7", note="Lang gepraat"))

    assert answer.status_code == 422
    assert "Lang gepraat" in answer.content.decode()


def test_what_was_said_of_a_former_wording_is_not_current(network: Network) -> None:
    owned = {"authority_id": network.authority_id, "network": network, "version": network.goals.first()}
    Measurement.objects.create(concrete=Decimal(3), concrete_consensus=Decimal("0.8"), **owned)

    (before,) = ratings_by_network()[network.pk]
    _reword(network)
    (after,) = ratings_by_network()[network.pk]

    assert (before.ratings["concrete"].score, before.ratings["concrete"].agreement) == (0.5, 0.8)
    assert set(before.ratings) == {"concrete"}
    assert (before.current, after.current) == (True, False)


def _said(network: Network | None, answers: list[dict[str, int]], held_on: date | None = None) -> CompletedInquiry:
    asked = questionnaire("goal-quality")
    told = outcome(
        asked,
        [Response(each) for each in answers],
        source=InputSource.SURVEY,
        held_on=held_on,
        answered=len(answers),
        invited=9,
    )
    return completed(told, Way.SURVEY, 1, network=network)


CLEAR = {"concrete.who": 5, "concrete.when_reached": 5, "concrete.anything_fits": 1}
VAGUE = {"concrete.who": 1, "concrete.when_reached": 1, "concrete.anything_fits": 5}


def test_answers_to_the_questionnaire_become_a_measurement(network: Network, coordinator: Member) -> None:
    TOOL.imports["goal-quality"](inquiry=_said(network, [CLEAR, VAGUE], date(2025, 9, 1)), actor=coordinator.actor)

    kept = Measurement.objects.get()
    assert {"goal-quality"} == set(TOOL.imports)
    assert (kept.measured_on, kept.source, kept.answers, kept.invited) == (date(2025, 9, 1), "survey", 2, 9)
    assert (kept.concrete, kept.concrete_consensus, kept.attractive) == (Decimal("3.00"), Decimal("0.00"), None)
    assert kept.version == network.goals.first()


def test_one_form_says_nothing_about_agreement(network: Network, coordinator: Member) -> None:
    TOOL.imports["goal-quality"](inquiry=_said(network, [CLEAR]), actor=coordinator.actor)

    assert (Measurement.objects.get().concrete, Measurement.objects.get().concrete_consensus) == (Decimal(5), None)


def test_answers_are_about_the_wording_of_their_day(network: Network, coordinator: Member) -> None:
    oldest = network.goals.first()
    _reword(network)

    TOOL.imports["goal-quality"](inquiry=_said(network, [CLEAR], date(2020, 1, 1)), actor=coordinator.actor)

    assert Measurement.objects.get().version == oldest


def test_nothing_is_recorded_without_a_score_or_a_network(network: Network, coordinator: Member) -> None:
    TOOL.imports["goal-quality"](inquiry=_said(network, [{}]), actor=coordinator.actor)
    TOOL.imports["goal-quality"](inquiry=_said(None, [CLEAR]), actor=coordinator.actor)

    assert not Measurement.objects.exists()


def test_a_network_without_a_goal_can_be_judged_by_its_members_all_the_same(
    network: Network, coordinator: Member
) -> None:
    network.goals.all().delete()

    TOOL.imports["goal-quality"](inquiry=_said(network, [CLEAR]), actor=coordinator.actor)

    (known,) = ratings_by_network()[network.pk]
    assert known.current


def test_measurements_of_another_authority_stay_there(world_elsewhere: World, network: Network) -> None:
    with inside(world_elsewhere.authority.pk):
        Measurement.objects.create(
            authority=world_elsewhere.authority, network_id=world_elsewhere.key("network"), concrete=3
        )

    assert ratings_by_network() == {}
