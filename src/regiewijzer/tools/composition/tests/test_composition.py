from datetime import date
from typing import Any

import pytest
from tests.accounts import Member
from tests.workshops import asked_of_room
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Delegate, Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.composition import attainable, compose, parties
from regiewijzer.tools.composition.queries import MOST_MOMENTS

TODAY = date(2026, 6, 1)


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/samenstelling/"


def _shown(member: Member, world: World) -> Any:
    answer = member.client.get(_page(world))
    assert answer.status_code == 200
    return answer


@pytest.fixture
def table(world: World, vliermonde: Authority) -> World:
    """Eleven partners of whom eight are of health, two of education and one unknown; none is the authority itself."""
    Membership.objects.filter(network=world.key("network")).update(started=date(2025, 1, 15), ended=None)
    seats = list(Membership.objects.filter(network=world.key("network")).order_by("pk"))
    for number, seat in enumerate(seats):
        domains = ["health"] if number < 8 else ["education"] if number < 10 else []
        Organisation.objects.filter(pk=seat.organisation_id).update(
            domains=domains, is_own=False, speaks_for_users=False
        )
    for seat, started in zip(seats[6:9], (date(2025, 9, 3), date(2025, 9, 20), date(2026, 2, 1)), strict=True):
        Membership.objects.filter(pk=seat.pk).update(started=started)
    return world


def test_own_services_are_one_partner_with_the_domain_most_of_them_have() -> None:
    found = parties([["health"], []], [["welfare"], ["work"], ["welfare"]])

    assert found == [["health"], [], ("welfare",)]
    assert parties([["health"]], []) == [["health"]]
    composed = compose([["health"], ["health"], ["work"], []], user_voice=True)
    assert attainable(composed) == pytest.approx(1 - 3 / 9)
    assert attainable(compose([[]], user_voice=True)) is None


def test_the_page_says_from_which_domains_and_what_could_be_reached(table: World, coordinator: Member) -> None:
    page = _shown(coordinator, table).context["page"]

    assert page.heading.startswith("8 of the 11 partners work in ")
    assert [(row.said, len(row.full)) for row in page.domains] == [("8", 8), ("2", 2)]
    assert len(page.absent) == 12
    assert page.found.blau == pytest.approx(1 - (64 + 4) / 100)
    assert page.found.attainable == pytest.approx(0.9)
    assert page.found.composed.unknown == 1


def test_it_says_how_the_table_moved_month_by_month(table: World, coordinator: Member) -> None:
    page = _shown(coordinator, table).context["page"]

    assert [(each.on, each.alike, each.parties, each.joined, each.left) for each in page.found.moments] == [
        (date(2025, 1, 15), 6, 8, 11 - 3, 0),
        (date(2025, 9, 20), 8, 10, 2, 0),
        (date(2026, 2, 1), 8, 11, 1, 0),
    ]
    assert "6 of 8" in page.moved
    assert "8 of 11" in page.moved


def test_of_many_months_the_first_and_the_last_few_are_told(table: World, coordinator: Member) -> None:
    with inside(table.authority.pk):
        seats = Membership.objects.filter(network=table.key("network")).order_by("pk")
        for month, seat in enumerate(seats, start=1):
            Membership.objects.filter(pk=seat.pk).update(started=date(2025, min(month, 12), 1))

    moments = _shown(coordinator, table).context["page"].found.moments

    assert len(moments) == MOST_MOMENTS
    assert moments[0].on == date(2025, 1, 1)
    assert moments[-1].on == date(2025, 11, 1)


def test_since_when_nobody_knows_is_said(table: World, coordinator: Member) -> None:
    with inside(table.authority.pk):
        Membership.objects.filter(network=table.key("network")).update(started=None)

    answer = _shown(coordinator, table)

    assert answer.context["page"].found.moments == ()
    assert "Of no partner it is known since when" in answer.content.decode()


def test_a_network_without_partners_has_a_page_too(table: World, coordinator: Member) -> None:
    with inside(table.authority.pk):
        Membership.objects.filter(network=table.key("network")).update(started=None, ended=date(2026, 1, 1))

    answer = _shown(coordinator, table)

    assert "Nobody sits at this table today" in answer.content.decode()


def test_contradiction_is_a_spread_and_only_of_a_room_about_this_network_alone(
    table: World, facilitator: Member, coordinator: Member, reader: Member
) -> None:
    with inside(table.authority.pk):
        network, by = Network.objects.get(pk=table.key("network")), facilitator.position
        asked_of_room("open-table", [1, 1, 1, 5, 5, 5], by, [network])
        asked_of_room("open-table", [5] * 6, by, [network, "Kinderopvang"])
        asked_of_room("open-table", [4] * 4, by, [network])

    for member in (coordinator, reader):
        (first, *_others) = _shown(member, table).context["page"].found.spread
        assert first.result.answered == 6
        assert first.result.agreement == "divided"


def test_critical_voices_are_counted_for_who_sees_mandates_alone(
    table: World, coordinator: Member, manager: Member, reader: Member, contributor: Member
) -> None:
    with inside(table.authority.pk):
        Delegate.objects.filter(membership__network=table.key("network")).update(critical_voice=True)

    seen = {each.position.role: _shown(each, table) for each in (coordinator, manager, reader, contributor)}

    assert all("question this network" in seen[role].content.decode() for role in ("coordinator", "network_manager"))
    for role in ("reader", "contributor"):
        assert seen[role].context["critical_voices"] is None
        assert "it was agreed that they question" not in seen[role].content.decode()


def test_the_dossier_says_it_in_short(table: World, coordinator: Member, stranger: Member) -> None:
    page = coordinator.client.get(f"/vliermonde/netwerken/{table.key('network')}/?part=table").content.decode()

    assert "The variety is" in page
    assert _page(table) in page
    assert stranger.client.get(_page(table)).status_code == 404
