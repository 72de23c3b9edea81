"""A group of networks side by side, the decision taken there, and likely doubles."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.decisions.queries import of_network
from regiewijzer.register.networks.models import GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Organisation

REVIEW = str(timezone.localdate() + timedelta(days=200))


@pytest.fixture
def other(world: World) -> int:
    """An imposed network with four of the ten partners."""
    with inside(world.authority.pk):
        network = Network.objects.create(authority=world.authority, name="Lokaal Overleg", origin="flanders")
        Membership.objects.bulk_create(
            Membership(authority=world.authority, network=network, organisation=organisation)
            for organisation in Organisation.objects.filter(name__startswith="Partner ").order_by("pk")[:4]
        )
        return network.pk


def _page(world: World, other: int) -> str:
    return f"/vliermonde/overlap/{world.key('network')}/?met={other}"


def _typed(world: World, other: int, **more: Any) -> dict[str, Any]:
    return {
        "way": "keep_apart",
        "networks": [world.key("network"), other],
        "reason": "Elk heeft een eigen opdracht.",
        "review_on": REVIEW,
        **more,
    }


def _decided(authority: Authority, network: int) -> list[str]:
    with inside(authority.pk):
        return [decision.name for decision in of_network(network)]


def test_two_networks_stand_side_by_side(world: World, other: int, reader: Member) -> None:
    page = " ".join(reader.client.get(_page(world, other)).content.decode().split())

    assert "Lokaal Overleg" in page
    assert "4 parties sit in two networks or more" in page
    assert "unknown" in page
    assert "Record the decision" not in page


def test_a_decision_stands_in_the_dossier_of_each(world: World, other: int, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world, other), _typed(world, other))

    assert answer.status_code == 302
    for network in (world.key("network"), other):
        assert any(name.startswith("Keep ") and "Lokaal Overleg" in name for name in _decided(world.authority, network))
        dossier = coordinator.client.get(f"/vliermonde/netwerken/{network}/").content.decode()
        assert "Lokaal Overleg apart" in dossier or "Lokaal Overleg" in dossier


def test_under_one_roof_the_others_become_parts(world: World, other: int, coordinator: Member) -> None:
    typed = _typed(world, other, way="one_roof", which=world.key("network"), responsible="Hilde", due=REVIEW)

    coordinator.client.post(_page(world, other), typed)

    with inside(world.authority.pk):
        assert Network.objects.get(pk=other).within_id == world.key("network")
        decision = Decision.objects.get(name__startswith="Put ")
        assert {subject["ref"] for subject in decision.subjects} == {world.key("network"), other}
    page = coordinator.client.get("/vliermonde/overlap/").content.decode()
    assert f"/overlap/{world.key('network')}/?met={other}" not in page
    assert f"/overlap/{other}/?met={world.key('network')}" not in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"way": ""}, "Choose one of the five"),
        ({"networks": []}, "Choose at least two networks"),
        ({"reason": ""}, "Write why"),
        ({"way": "merge"}, "Say which network"),
        ({"way": "align"}, "Say who does it"),
        ({"review_on": "2020-01-01"}, "yet to come"),
    ],
)
def test_what_is_missing_gets_a_sentence_and_what_was_typed_stays(
    world: World, other: int, coordinator: Member, wrong: dict[str, Any], said: str
) -> None:
    answer = coordinator.client.post(_page(world, other), _typed(world, other, **wrong))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "reason" in wrong or "Elk heeft een eigen opdracht." in page


def test_an_imposed_network_cannot_be_stopped(world: World, other: int, coordinator: Member) -> None:
    typed = _typed(world, other, way="one_stops", which=other, responsible="Hilde", due=REVIEW)

    page = coordinator.client.post(_page(world, other), typed).content.decode()

    assert "“Lokaal Overleg” is imposed: you cannot stop it yourself." in page


def _doubles(client: Client, **typed: str) -> str:
    return " ".join(client.get("/vliermonde/netwerken/dubbel/", typed).content.decode().split())


def test_likely_doubles_are_named_while_somebody_types(world: World, other: int, coordinator: Member) -> None:
    with inside(world.authority.pk):
        GoalVersion.objects.create(
            authority=world.authority,
            network_id=other,
            number=1,
            text="Elk kind in armoede krijgt een vaste begeleider",
            valid_from="2026-01-01",
        )

    assert "nearly the same name" in _doubles(coordinator.client, name="Lokaal overlegje")
    alike = _doubles(coordinator.client, name="Tafel", goal="Een vaste begeleider voor elk kind in armoede")
    assert "the goal looks alike" in alike
    assert "too short to compare" in _doubles(coordinator.client, name="Tafel", goal="opvang")
    assert "likely_doubles" not in coordinator.client.get("/vliermonde/netwerken/nieuw/").content.decode()
    assert "/netwerken/dubbel/" in coordinator.client.get("/vliermonde/netwerken/nieuw/").content.decode()
