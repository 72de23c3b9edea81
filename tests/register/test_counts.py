"""One partner is counted alike by every list, page, measurement and finding."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Response, Way, completed, outcome, questionnaire
from regiewijzer.overview.dossier.queries import memberships_of, network_dossier, seats_of
from regiewijzer.overview.facts.queries import network_on, register_on
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import access_network, for_list, members_of, networks_of_guest, partners_of
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.organisations.queries import organisations_for_list, persons_for_list
from regiewijzer.register.records.actions import archive
from regiewijzer.science.choice import Sought
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.queries.existing import search
from regiewijzer.tools.cooperation.queries import cooperation_page
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.governance.public import TOOL
from regiewijzer.tools.governance.queries.effectiveness import signs_of
from regiewijzer.tools.readiness.queries import placed, places
from tests.accounts import Member
from tests.world import World

TODAY = timezone.localdate()
NAME = "Huis van het Kind"


def _imported(network: Network, by: Member) -> int:
    asked = questionnaire("governance-conditions")
    answers = Response({each.id: 4 for each in asked.questions})
    said = outcome(asked, [answers], source=InputSource.WORKSHOP, held_on=TODAY, answered=1, invited=10)
    TOOL.imports[asked.key](inquiry=completed(said, Way.WORKSHOP, 1, network=network), actor=by.actor)
    return Measurement.objects.get(network=network).participants


def _found(network: Network, world: World) -> int:
    wanted = Sought(goal=f"Doel van {NAME}", themes=(), partners=frozenset())
    found = search(wanted, Choice.objects.get(pk=world.key("choice")), TODAY, limits_of(world.authority))
    return next(each.members for each in found.found if each.network == network.pk)


COUNTS: dict[str, Callable[[Network, World, Member], int]] = {
    "list": lambda network, _world, _by: for_list().get(pk=network.pk).member_count,
    "members": lambda network, _world, _by: len(members_of(network)),
    "partners": lambda network, _world, _by: len(partners_of(network)),
    "facts": lambda network, world, _by: len(
        next(each for each in register_on(world.authority, TODAY).networks if each.ref == network.pk).members
    ),
    "facts of one": lambda network, _world, _by: len(network_on(network.pk, TODAY).members),  # type: ignore[union-attr]
    "dossier": lambda network, _world, by: len(network_dossier(network, by.position).members),
    "placement": lambda network, _world, _by: placed(network, TODAY).proposal.others,
    "placements": lambda network, _world, _by: next(
        each.proposal.others for each in places(TODAY).unplaced if each.network == network
    ),
    "reading of the form": lambda network, _world, _by: signs_of(network, TODAY).members,
    "measurement taken over": lambda network, _world, by: _imported(network, by),
    "bringing and getting": lambda network, world, _by: len(
        cooperation_page(network, members_of(network), limits_of(world.authority)).balance.rows
    ),
    "networks there already": lambda network, world, _by: _found(network, world),
}


@pytest.mark.parametrize("count", COUNTS.values(), ids=COUNTS.keys())
def test_a_partner_in_the_archive_is_counted_nowhere(
    count: Callable[[Network, World, Member], int], world: World, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        archive(Organisation.objects.get(name="Partner 1"), actor=coordinator.actor)

        assert count(Network.objects.get(name=NAME), world, coordinator) == 9


def test_every_place_counts_the_same_partners(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        later = TODAY + timedelta(days=30)
        Membership.objects.filter(pk=world.key("membership")).update(started=later)
        away = Organisation.objects.get(name="Partner 1")
        archive(away, actor=coordinator.actor)
        network = access_network(coordinator.position, world.key("network"))
        counted = for_list().get(pk=network.pk).member_count
        facts = network_on(network.pk, TODAY)
        assert facts is not None
        assert counted == len(members_of(network)) == len(facts.members) == 9

    page = coordinator.client.get(reverse("network_members", args=["vliermonde", world.key("network")]))
    assert [row.organisation for row in page.context["archived"]] == [away]


def test_a_partner_in_the_archive_sits_nowhere(world: World, coordinator: Member, guest: Member) -> None:
    with inside(world.authority.pk):
        outside = Organisation.objects.get(name="Partner van Gust")
        assert networks_of_guest(guest.position).exists()
        archive(outside, actor=coordinator.actor)

        assert organisations_for_list().get(pk=outside.pk).network_count == 0
        assert memberships_of(outside) == []
        assert not networks_of_guest(guest.position).exists()


def test_who_sat_in_a_network_that_ended_sits_there_no_more(world: World) -> None:
    with inside(world.authority.pk):
        person, organisation = (
            Person.objects.get(pk=world.key("person")),
            Organisation.objects.get(pk=world.key("organisation")),
        )
        Network.objects.filter(pk=world.key("network")).update(ended=TODAY)

        assert organisations_for_list().get(pk=organisation.pk).network_count == len(memberships_of(organisation)) == 1
        assert persons_for_list().get(pk=person.pk).seat_count == len(seats_of(person)) == 0
