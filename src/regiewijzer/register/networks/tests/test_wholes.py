"""A network is part of another, has a layer, and does much or little together."""

from collections.abc import Mapping

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Network
from regiewijzer.register.search.queries import search

LIST = "/vliermonde/netwerken/"


def _part_of(world: World, whole: int, name: str = "Stuurgroep") -> int:
    with inside(world.authority.pk):
        return Network.objects.create(authority=world.authority, name=name, within_id=whole, layer="steering_group").pk


def _names(client: Client, **asked: str) -> set[str]:
    page = client.get(LIST, asked).content.decode()
    return {name for name in ("Kansrijk Opgroeien", "Lokaal Overleg") if f">{name}<" in page}


def _typed(**more: object) -> Mapping[str, object]:
    return record("network", **more)


def test_a_part_is_typed_listed_searched_and_told_in_both_dossiers(world: World, coordinator: Member) -> None:
    whole = world.key("network")
    typed = _typed(within=whole, layer="working_group", intensity="align")

    coordinator.client.post(f"{LIST}nieuw/", typed)

    with inside(world.authority.pk):
        part = Network.objects.get(name="Lokaal Overleg")
        found = [result.title for result in search("op elkaar afstemmen")]
        told = Entry.objects.get(record=part.pk, kind=Network.KIND, verb=Verb.CREATED).changes
    assert (part.within_id, part.layer, part.intensity) == (whole, "working_group", "align")
    assert found == ["Lokaal Overleg"]
    assert told["layer"] == [None, "working_group"]
    assert _names(coordinator.client, layer="working_group") == {"Lokaal Overleg"}
    assert _names(coordinator.client, intensity="do_together") == set()
    assert f"{LIST}{part.pk}/" in coordinator.client.get(f"{LIST}{whole}/").content.decode()
    assert f"{LIST}{whole}/" in coordinator.client.get(f"{LIST}{part.pk}/").content.decode()


def test_a_circle_gets_a_sentence_and_nothing_is_saved(world: World, coordinator: Member) -> None:
    whole = world.key("network")
    working_group = _part_of(world, _part_of(world, whole), "Werkgroep")

    answer = coordinator.client.post(f"{LIST}{whole}/wijzigen/", _typed(within=working_group, seen_version=1))

    assert answer.status_code == 422
    assert "“Werkgroep” is part of “" in answer.content.decode()
    with inside(world.authority.pk):
        assert Network.objects.get(pk=whole).within_id is None


def test_the_database_refuses_a_network_within_itself(world: World) -> None:
    with inside(world.authority.pk), pytest.raises(IntegrityError), transaction.atomic():
        Network.objects.filter(pk=world.key("network")).update(within=world.key("network"))


def test_a_whole_of_another_authority_cannot_be_chosen(world: World, coordinator: Member, stranger: Member) -> None:
    elsewhere = Authority.objects.exclude(pk=world.authority.pk).get()
    with inside(elsewhere.pk):
        theirs = Network.objects.create(authority=elsewhere, name="Van elders").pk

    answer = coordinator.client.post(f"{LIST}nieuw/", _typed(within=theirs))

    assert answer.status_code == 422
    assert "Van elders" not in answer.content.decode()
