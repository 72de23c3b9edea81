"""A network names the rule that asks for it."""

from datetime import date

from django.test import Client
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.actions import change_network
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import as_facts
from regiewijzer.register.search.queries import search

LIST = "/vliermonde/netwerken/"
RULE = "house_of_the_child"


def _names(client: Client, **asked: str) -> set[str]:
    page = client.get(LIST, asked).content.decode()
    return {name for name in ("Kansrijk Opgroeien", "Lokaal Overleg") if f">{name}<" in page}


def test_a_rule_is_chosen_and_found_back(world: World, coordinator: Member) -> None:
    coordinator.client.post(f"{LIST}nieuw/", record("network", mandate=RULE))

    with inside(world.authority.pk):
        network = Network.objects.get(name="Lokaal Overleg")
        found = [result.title for result in search("preventieve gezinsondersteuning")]
    assert network.mandate == RULE
    assert found == ["Lokaal Overleg"]
    assert _names(coordinator.client, mandate=RULE) == {"Lokaal Overleg"}
    assert _names(coordinator.client, mandate="youth_council") == set()


def test_the_trail_tells_which_rule_was_chosen(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.key("network"))
        network.mandate = RULE
        change_network(network=network, goal="", actor=coordinator.actor, seen_version=network.version)
        entry = Entry.objects.filter(record=network.pk, kind=Network.KIND).latest("number")

    assert entry.changes["mandate"] == ["", RULE]


def test_a_rule_that_is_not_in_the_list_gets_a_sentence(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(f"{LIST}nieuw/", record("network", mandate="de maan"))

    assert answer.status_code == 422
    assert "Select a valid choice" in answer.content.decode()


def test_the_rules_are_told_who_says_who_sits_there(world: World) -> None:
    with inside(world.authority.pk):
        network = Network.objects.filter(pk=world.key("network"))
        said = []
        for mandate in ("", "house_of_the_child", "local_security_cell_radicalisation"):
            network.update(mandate=mandate)
            said.append(as_facts(network, date(2026, 12, 1))[world.key("network")].seats_by_rule)

    assert said == [None, False, True]
