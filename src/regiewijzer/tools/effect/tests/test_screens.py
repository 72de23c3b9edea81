"""The page of effect: for who may see it, with nothing known, and with everything known."""

from datetime import date

import pytest
from tests.accounts import Member
from tests.world import World, measure_all

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Network

pytestmark = pytest.mark.usefixtures("english")


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/effect/"


def test_a_network_of_which_nothing_is_known_says_what_to_do_first(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(_page(world)).content.decode()

    assert "Nobody looked yet at what this network yields" in page
    assert "No criteria were chosen yet. Choose them first, then score" in page
    assert "No user was asked yet." in page
    assert f"{_page(world)}criteria/" in page
    assert f"{_page(world)}beoordelen/" not in page


def test_a_network_without_a_start_is_not_held_against_two_years(
    world: World, coordinator: Member, vliermonde: Authority
) -> None:
    Network.objects.filter(pk=world.key("network")).update(started=None)

    page = coordinator.client.get(_page(world)).content.decode()

    assert "We do not know when this network began" in page


def test_a_network_that_has_yet_to_start_is_not_one_of_unknown_age(
    world: World, coordinator: Member, vliermonde: Authority
) -> None:
    Network.objects.filter(pk=world.key("network")).update(started=date(2127, 2, 8))

    page = coordinator.client.get(_page(world)).content.decode()

    assert "It starts: 8 February 2127." in page
    assert "We do not know when this network began" not in page


def test_every_screen_says_why(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(_page(world)).content.decode()

    assert "Why?" in page
    assert "The network has existed for at least <b>24 months</b>" in page
    assert "Provan, K. and Milward, H." in page


def test_a_reader_sees_it_and_changes_nothing(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        measure_all(world)

    page = reader.client.get(_page(world)).content.decode()

    assert "A result on 1 of 3 levels" in page
    assert "Without chosen criteria." in page
    for step in ("criteria/", "beoordelen/", "gebruikers/", "leden/", "besluit/"):
        assert f"{_page(world)}{step}" not in page
        assert reader.client.get(f"{_page(world)}{step}").status_code == 403


def test_its_manager_may_do_everything_and_a_stranger_sees_nothing(
    world: World, manager: Member, stranger: Member
) -> None:
    for step in ("", "criteria/", "gebruikers/", "leden/", "besluit/"):
        assert manager.client.get(f"{_page(world)}{step}").status_code == 200
        assert stranger.client.get(f"{_page(world)}{step}").status_code == 404
