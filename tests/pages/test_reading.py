"""What is read with one question is what each queryset would give by itself."""

from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from regiewijzer.foundation.reading import Select, read_at_once
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.dossier.queries import ROWS
from regiewijzer.register.networks.models import FormPeriod, GoalVersion, Membership, Network
from regiewijzer.register.networks.queries import as_facts, fact_of, read_together
from regiewijzer.register.organisations.models import Organisation
from tests.world import World, measure_all


def test_rows_come_with_what_was_selected_and_prefetched(world: World) -> None:
    with inside(world.authority.pk):
        members = Membership.objects.select_related("organisation", "network__challenge").prefetch_related("delegates")
        nothing = (Organisation.objects.none(), Organisation.objects.filter(name="-"))
        asked = [members.order_by("-pk"), *nothing, Network.objects.order_by("name"), Organisation.objects.all()]

        found = read_at_once([Select.of(rows) for rows in asked])

        with CaptureQueriesContext(connection) as later:
            assert [each.organisation.name for each in found[0]][:1] == ["Partner van Gust"]
            assert {each.network.challenge.name for each in found[0]} == {"Kinderarmoede"}
            assert sum(len(each.delegates.all()) for each in found[0]) == 1
        assert len(later) == 0
        assert found == [list(rows) for rows in asked]
        assert [each.domains for each in found[-1]] == [each.domains for each in asked[-1]]


def test_nothing_is_asked_when_nothing_can_match(world: World) -> None:
    with inside(world.authority.pk), CaptureQueriesContext(connection) as queries:
        assert read_at_once([Select.of(Network.objects.filter(pk__in=[]))]) == [[]]

    assert len(queries) <= 4  # opening the wall


def test_a_network_alone_is_read_as_among_others(world: World) -> None:
    with inside(world.authority.pk):
        measure_all(world)
        networks = list(Network.objects.order_by("pk"))
        read_together(networks, ROWS)
        for together in networks:
            alone = Network.objects.get(pk=together.pk)
            read_together([alone], ROWS)

            assert all(kind.of(alone) == kind.of(together) for kind in ROWS)


def test_a_network_is_the_same_fact_alone_as_among_others(world: World) -> None:
    today = timezone.localdate()
    with inside(world.authority.pk):
        about = {"authority": world.authority, "network_id": world.key("network")}
        GoalVersion.objects.create(number=2, text="Scherper", valid_from=today, **about)
        FormPeriod.objects.create(form="nao", started=today, **about)
        FormPeriod.objects.create(form="lead_organisation", **about)

        for pk, fact in as_facts(Network.objects.all(), today).items():
            assert fact_of(Network.objects.get(pk=pk)) == fact
