"""One partner is counted alike by the list, the page and the findings."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.facts.queries import network_on
from regiewijzer.register.networks.models import Membership
from regiewijzer.register.networks.queries import access_network, for_list, members_of
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.actions import archive
from tests.cast import Member
from tests.world import World

TODAY = timezone.localdate()


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
