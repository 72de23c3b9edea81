"""What the map and the hours say of a register that is empty, in parts, or known in part."""

from collections.abc import Callable

import pytest

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation
from tests.accounts import Member

Sits = Callable[[dict[str, str]], None]


@pytest.fixture
def sits(authority: Authority) -> Sits:
    """Makes networks by name, each with partners by the letters of a word."""

    def sits(seats: dict[str, str]) -> None:
        with inside(authority.pk):
            for name, letters in seats.items():
                network = Network.objects.create(authority=authority, name=name, hours_per_year=40)
                for letter in letters:
                    partner, _made = Organisation.objects.get_or_create(authority=authority, name=f"Partner {letter}")
                    Membership.objects.create(authority=authority, network=network, organisation=partner)

    return sits


def said_on(member: Member, page: str) -> str:
    return " ".join(member.client.get(f"/vliermonde/{page}/").content.decode().split())


def test_a_map_without_networks_holds_no_numbers(authority: Authority, reader: Member) -> None:
    said = said_on(reader, "kaart")

    assert "No network runs yet" in said
    assert "<b>0</b>" not in said


def test_what_is_in_parts_is_not_said_to_stay_whole(sits: Sits, reader: Member) -> None:
    sits({"Wonen": "abc", "Sport": "xyz"})

    said = said_on(reader, "kaart")
    assert "<b>Two parts stand apart</b>" in said
    assert "stays whole" not in said


def test_what_is_known_in_part_is_not_said_to_stay_whole(sits: Sits, reader: Member) -> None:
    sits({"Wonen": "abc", "Zorg": "abc", "Sport": ""})

    said = said_on(reader, "kaart")
    assert "<b>In what we know nobody holds this together alone</b>" in said
    assert "stays whole" not in said


def test_what_is_known_and_holds_is_said_to_stay_whole(sits: Sits, reader: Member) -> None:
    sits({"Wonen": "abc", "Zorg": "abc"})

    assert "<b>No partner holds this together alone</b>: without any one of them it stays whole" in said_on(
        reader, "kaart"
    )


def test_where_no_network_is_imposed_no_hours_of_one_are_unknown(sits: Sits, reader: Member) -> None:
    sits({"Wonen": "abc"})

    said = said_on(reader, "uren")
    assert "No network in the register is imposed" in said
    assert "Of no imposed network we know the hours" not in said
