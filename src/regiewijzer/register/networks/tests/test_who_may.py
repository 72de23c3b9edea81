from datetime import date, timedelta

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Right, Role
from regiewijzer.foundation.team.actions import accept, end_position, invite
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.actions import give_manager, seat_guest
from regiewijzer.register.networks.forms import ManagerForm
from regiewijzer.register.networks.models import GuestSeat, Management, Membership, Network
from regiewijzer.register.networks.queries import (
    access_network,
    managers_of,
    may_on_network,
    networks_of_guest,
    networks_of_manager,
)
from regiewijzer.register.organisations.models import Organisation


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    """The network that `manager` manages and that the guest's organisation sits in."""
    return Network.objects.get(pk=world.key("network"))


@pytest.fixture
def other(world: World, vliermonde: Authority) -> Network:
    return Network.objects.get(pk=world.other_network)


def test_a_manager_may_more_on_the_networks_they_manage(manager: Member, network: Network, other: Network) -> None:
    for right in (Right.EDIT_REGISTER, Right.DECIDE):
        assert may_on_network(manager.position, network, right)
        assert not may_on_network(manager.position, other, right)
    assert not may_on_network(manager.position, network, Right.MANAGE_PEOPLE)
    assert list(networks_of_manager(manager.position)) == [network]


def test_not_theirs_to_change_is_403_and_not_theirs_to_see_404(
    manager: Member, guest: Member, reader: Member, network: Network, other: Network
) -> None:
    assert access_network(manager.position, network.pk, Right.EDIT_REGISTER) == network
    with pytest.raises(PermissionDenied):
        access_network(manager.position, other.pk, Right.EDIT_REGISTER)
    with pytest.raises(PermissionDenied):
        access_network(reader.position, network.pk, Right.EDIT_REGISTER)
    with pytest.raises(Http404):
        access_network(guest.position, network.pk)


def _leaves_and_returns(member: Member, by: Member) -> None:
    authority = member.position.authority
    end_position(position=Position.objects.get(pk=member.position.pk), actor=by.actor)
    role, email = member.position.role, member.user.email
    _invitation, code = invite(authority=authority, email=email, role=role, actor=by.actor)
    accept(code=code, user=member.user)
    member.position.refresh_from_db()


def test_a_manager_who_left_and_returns_manages_nothing_until_somebody_says_so(
    manager: Member, administrator: Member, network: Network
) -> None:
    _leaves_and_returns(manager, administrator)

    assert not may_on_network(manager.position, network, Right.EDIT_REGISTER)
    assert list(networks_of_manager(manager.position)) == managers_of(network) == []
    offered = ManagerForm(network).fields["position"].queryset  # type: ignore[attr-defined]
    assert manager.position in offered

    give_manager(network=network, position=manager.position, actor=administrator.actor)

    assert may_on_network(manager.position, network, Right.EDIT_REGISTER)
    assert [each.position for each in managers_of(network)] == [manager.position]


def test_a_guest_who_left_and_returns_sits_nowhere_until_somebody_says_so(
    guest: Member, administrator: Member, network: Network
) -> None:
    organisation = GuestSeat.objects.get(position=guest.position).organisation
    _leaves_and_returns(guest, administrator)

    assert list(networks_of_guest(guest.position)) == []

    seat_guest(position=guest.position, organisation=organisation, actor=administrator.actor)

    assert list(networks_of_guest(guest.position)) == [network]


def test_another_invitation_while_somebody_works_here_takes_nothing_away(
    manager: Member, administrator: Member, network: Network
) -> None:
    invitation = {"authority": network.authority, "email": manager.user.email, "role": Role.CONTRIBUTOR}
    _made, code = invite(**invitation, actor=administrator.actor)

    accept(code=code, user=manager.user)

    manager.position.refresh_from_db()
    assert may_on_network(manager.position, network, Right.DECIDE)


def test_a_guest_opens_the_networks_its_organisation_sits_in(guest: Member, network: Network, other: Network) -> None:
    assert access_network(guest.position, network.pk, Right.SEE_OWN_NETWORKS) == network
    with pytest.raises(Http404):
        access_network(guest.position, other.pk, Right.SEE_OWN_NETWORKS)


@pytest.mark.parametrize(
    "changes",
    [
        {"ended": timezone.localdate()},
        {"started": timezone.localdate() + timedelta(days=1)},
    ],
    ids=["left", "has yet to come"],
)
def test_a_guest_sees_a_network_only_while_its_organisation_sits_there(
    guest: Member, network: Network, changes: dict[str, date]
) -> None:
    Membership.objects.filter(organisation__guests__position=guest.position).update(**changes)

    assert not networks_of_guest(guest.position).exists()


@pytest.mark.parametrize("changes", [{"archived_at": timezone.now()}, {"ended": timezone.localdate()}])
def test_a_guest_does_not_see_a_network_that_is_over(guest: Member, network: Network, changes: dict[str, date]) -> None:
    Network.objects.filter(pk=network.pk).update(**changes)

    assert not networks_of_guest(guest.position).exists()


def test_a_guest_page_shows_own_networks_and_no_more(guest: Member, world: World) -> None:
    page = guest.client.get("/vliermonde/mijn-netwerken/").content.decode()
    one = guest.client.get(f"/vliermonde/mijn-netwerken/{world.key('network')}/").content.decode()

    assert "Kansrijk Opgroeien" in page
    assert "Huis van het Kind" not in page + one
    assert "Els Wouters" not in one  # persons, findings and notes are not for guests
    assert guest.client.get(f"/vliermonde/netwerken/{world.key('network')}/").status_code in (403, 404)


def test_a_guest_works_for_one_organisation_at_a_time(guest: Member, coordinator: Member, network: Network) -> None:
    partner = Organisation.objects.get(name="Partner 1")

    seat_guest(position=guest.position, organisation=partner, actor=coordinator.actor)

    assert GuestSeat.objects.get().organisation == partner
    assert set(networks_of_guest(guest.position)) == set(Network.objects.all())
    assert Entry.objects.get().changes == {"guest": [None, str(guest.position.pseudonym)]}


def test_a_manager_who_becomes_a_guest_loses_the_network(manager: Member, network: Network) -> None:
    manager.position.role = Role.GUEST
    manager.position.save()

    assert not may_on_network(manager.position, network, Right.EDIT_REGISTER)
    answer = manager.client.post(f"/vliermonde/netwerken/{network.pk}/archiveren/")
    assert answer.status_code == 404
    network.refresh_from_db()
    assert network.archived_at is None


def test_a_colleague_is_made_manager_and_taken_away(coordinator: Member, reader: Member, world: World) -> None:
    page = f"/vliermonde/netwerken/{world.other_network}/beheer/"

    before = reader.client.get(f"/vliermonde/netwerken/{world.other_network}/wijzigen/").status_code
    coordinator.client.post(page, {"position": reader.position.pk})
    during = reader.client.get(f"/vliermonde/netwerken/{world.other_network}/wijzigen/").status_code
    with inside(world.authority.pk):
        management = Management.objects.get(network=world.other_network)
    coordinator.client.post(f"{page}{management.pk}/weg/")
    after = reader.client.get(f"/vliermonde/netwerken/{world.other_network}/wijzigen/").status_code

    assert (before, during, after) == (403, 200, 403)
    with inside(world.authority.pk):
        told = [line.changes for line in Entry.objects.filter(kind="network").order_by("number")]
    pseudonym = str(reader.position.pseudonym)
    assert told == [{"manager": [None, pseudonym]}, {"manager": [pseudonym, None]}]


def test_a_guest_a_stranger_and_who_already_manages_cannot_be_chosen(
    coordinator: Member, manager: Member, guest: Member, stranger: Member, world: World
) -> None:
    page = f"/vliermonde/netwerken/{world.key('network')}/beheer/"

    for somebody in (manager, guest, stranger):
        answer = coordinator.client.post(page, {"position": somebody.position.pk})

        assert answer.status_code == 422
        assert answer.context["form"].errors["position"]


def test_making_somebody_manager_twice_is_once(coordinator: Member, manager: Member, network: Network) -> None:
    for _time in range(2):
        give_manager(network=network, position=manager.position, actor=coordinator.actor)

    assert Management.objects.filter(network=network).count() == 1
    assert not Entry.objects.exists()


GUESTS = "/vliermonde/team/gasten/"


def test_an_administrator_says_for_whom_a_guest_works(world: World, administrator: Member, guest: Member) -> None:
    gone = administrator.client.post(f"{GUESTS}{guest.position.pk}/weg/", follow=True)

    assert "Gust Gast sees no network any more." in gone.content.decode()
    assert [seat for _guest, seat in gone.context["guests"]] == [None]
    assert guest.client.get("/vliermonde/mijn-netwerken/", follow=True).context["networks"].count() == 0

    typed = {"position": guest.position.pk, "organisation": "Partner 3"}
    seated = administrator.client.post(GUESTS, typed, follow=True)

    assert "Gust Gast now sees the networks of Partner 3." in seated.content.decode()
    with inside(world.authority.pk):
        assert networks_of_guest(guest.position).count() == 2
        told = [line.changes["guest"] for line in Entry.objects.filter(changes__has_key="guest").order_by("number")]
        assert told == [[str(guest.position.pseudonym), None], [None, str(guest.position.pseudonym)]]


def test_only_a_guest_of_this_authority_gets_a_seat(world: World, administrator: Member, reader: Member) -> None:
    refused = administrator.client.post(GUESTS, {"position": reader.position.pk, "organisation": "Nergens"})

    assert refused.status_code == 422
    assert set(refused.context["form"].errors) == {"position", "organisation"}
