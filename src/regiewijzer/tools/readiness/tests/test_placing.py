"""What a network rightly is: placed by hand with a reason, proposed by facts."""

import pytest
from tests.accounts import Member

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation

PAGE = "/vliermonde/wat-regie-niet-is/"


@pytest.fixture
def network(vliermonde: Authority) -> Network:
    """A network with the authority itself and one other party."""
    network = Network.objects.create(authority=vliermonde, name="Voedselpunt")
    for name, own in (("Vliermonde", True), ("De Brug", False)):
        partner = Organisation.objects.create(authority=vliermonde, name=name, is_own=own)
        Membership.objects.create(authority=vliermonde, network=network, organisation=partner)
    return network


def _place(member: Member, network: Network, **typed: str):  # type: ignore[no-untyped-def]
    return member.client.post(f"/vliermonde/netwerken/{network.pk}/plaatsen/", typed)


def test_the_facts_propose_and_say_why(coordinator: Member, network: Network) -> None:
    text = " ".join(coordinator.client.get(PAGE).content.decode().split())

    assert "1 network is not placed yet" in text
    assert "Outsourcing" in text
    assert "Only one other party sits at the table" in text


def test_a_network_is_placed_with_a_reason_and_keeps_where_it_was(coordinator: Member, network: Network) -> None:
    _place(coordinator, network, place="participation", reason="Bewoners denken mee")
    _place(coordinator, network, place="steering", reason="Iedereen doet nu iets")

    placement = network.placements.first()
    assert placement is not None
    assert (placement.place, placement.placed_by) == ("steering", coordinator.position)
    again = coordinator.client.get(f"/vliermonde/netwerken/{network.pk}/plaatsen/").content.decode()
    assert "Bewoners denken mee" in again
    text = " ".join(coordinator.client.get(PAGE).content.decode().split())
    assert "the facts point to outsourcing" in text
    assert "not placed yet" not in text


def test_without_a_reason_nothing_is_placed(coordinator: Member, network: Network) -> None:
    answer = _place(coordinator, network, place="participation", reason="")

    assert answer.status_code == 422
    assert "Write why: that is what you will want to read later." in answer.content.decode()
    assert network.placements.first() is None


def test_the_dossier_says_where_the_network_is_placed(coordinator: Member, network: Network) -> None:
    _place(coordinator, network, place="outsourcing", reason="Eén vereniging verdeelt")

    text = coordinator.client.get(f"/vliermonde/netwerken/{network.pk}/?part=goal").content.decode()

    assert "We place this network under <b>outsourcing</b>: Eén vereniging verdeelt" in text


def test_the_manager_places_the_own_network_and_a_reader_places_none(
    manager: Member, reader: Member, network: Network
) -> None:
    assert _place(reader, network, place="steering", reason="Zo is het").status_code == 403
    assert _place(manager, network, place="steering", reason="Zo is het").status_code == 403
    network.managements.create(authority_id=network.authority_id, position=manager.position)
    assert _place(manager, network, place="steering", reason="Zo is het").status_code == 302


@pytest.mark.usefixtures("vliermonde")
def test_without_networks_the_page_says_what_to_do(reader: Member) -> None:
    text = reader.client.get(PAGE).content.decode()

    assert "No networks yet" in text
    assert "Then you are a client, not a director." in text
