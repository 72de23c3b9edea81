"""What every kind of record does alike: added, changed, confirmed, archived, brought back; each time told and found."""

from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db.models import Model
from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.organisations.actions import add_person, change_person
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.models import Record
from regiewijzer.register.search.queries import search
from tests.accounts import Member
from tests.typed import KINDS, record
from tests.world import World

NOT_CONFIRMED = {"decision", "meeting", "action"}  # the days they carry say more
MODELS: dict[str, type[Record]] = {
    model.KIND: model
    for model in apps.get_models()
    if issubclass(model, Record)  # type: ignore[misc]
}
NEW_NAME = "Zeldzaamheid"


def _send(member: Member, world: World, name: str, typed: dict[str, Any], kind: str = "") -> Any:
    parts = [world.authority.slug, world.key(kind)] if kind else [world.authority.slug]
    answer = member.client.post(reverse(name, args=parts), typed)
    assert answer.status_code == 302, answer.content.decode()
    return answer


def _lines(kind: str, pk: int) -> list[tuple[str, dict[str, Any]]]:
    return [(line.verb, line.changes) for line in Entry.objects.filter(kind=kind, record=pk).order_by("number")]


def _stored(kind: str, pk: int) -> Any:
    return MODELS[kind]._default_manager.get(pk=pk)


@pytest.mark.parametrize("kind", KINDS)
def test_a_new_record_is_told_and_found(kind: str, world: World, administrator: Member) -> None:
    answer = _send(administrator, world, f"{kind}_add", record(kind, name=NEW_NAME))

    pk = int(answer["location"].rstrip("/").split("/")[-1])
    with inside(world.authority.pk):
        stored, line = _stored(kind, pk), Entry.objects.get(kind=kind, record=pk, verb="created")
        assert (stored.name, stored.version, stored.archived_at) == (NEW_NAME, 1, None)
        assert stored.as_of == timezone.localdate()
        assert line.actor == administrator.position.pseudonym
        assert [(found.kind, found.record) for found in search(NEW_NAME)] == [(kind, pk)]
    assert administrator.client.get(answer["location"]).status_code == 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_changed_record_is_told_and_found_by_its_new_name(kind: str, world: World, administrator: Member) -> None:
    with inside(world.authority.pk):
        before = _stored(kind, world.key(kind)).name

    _send(administrator, world, f"{kind}_edit", record(kind, name=NEW_NAME, seen_version="1"), kind)

    with inside(world.authority.pk):
        stored, lines = _stored(kind, world.key(kind)), _lines(kind, world.key(kind))
        told = next(changes for verb, changes in lines if verb == "changed" and "name" in changes)
        assert (stored.name, stored.version) == (NEW_NAME, 2)
        assert told["name"] == (["…", "…"] if kind == "person" else [before, NEW_NAME])
        assert world.key(kind) in [found.record for found in search(NEW_NAME) if found.kind == kind]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in NOT_CONFIRMED])
def test_a_record_confirmed_is_right_as_of_today(kind: str, world: World, administrator: Member) -> None:
    with inside(world.authority.pk):
        MODELS[kind]._default_manager.filter(pk=world.key(kind)).update(as_of=date(2020, 1, 1))

    _send(administrator, world, f"{kind}_confirm", {}, kind)

    with inside(world.authority.pk):
        stored = _stored(kind, world.key(kind))
        assert (stored.as_of, stored.version) == (timezone.localdate(), 1)
        assert _lines(kind, stored.pk) == [("confirmed", {"as_of": ["2020-01-01", str(timezone.localdate())]})]


@pytest.mark.parametrize("kind", KINDS)
def test_a_record_goes_to_the_archive_and_comes_back(kind: str, world: World, administrator: Member) -> None:
    many, page = reverse(MANY[kind], args=[world.authority.slug]), reverse(kind, args=["vliermonde", world.key(kind)])

    _send(administrator, world, f"{kind}_archive", {}, kind)
    with inside(world.authority.pk):
        name = _stored(kind, world.key(kind)).name
        archived = [found.archived for found in search(name) if (found.kind, found.record) == (kind, world.key(kind))]
    in_archive = administrator.client.get(many, {"archive": "archived"}).context["list"].page
    message = administrator.client.get(page)
    undo = reverse(f"{kind}_restore", args=["vliermonde", world.key(kind)])

    assert archived == [True]
    assert [row.pk for row in in_archive] == [world.key(kind)]
    assert world.key(kind) not in [row.pk for row in administrator.client.get(many).context["list"].page]
    assert f'action="{undo}"' in message.content.decode()

    administrator.client.post(undo)

    with inside(world.authority.pk):
        assert _stored(kind, world.key(kind)).archived_at is None
        assert [verb for verb, _changes in _lines(kind, world.key(kind))] == ["archived", "restored"]


MANY = {kind: f"{kind}s" for kind in KINDS}


def test_saving_what_already_stands_writes_no_line(world: World, administrator: Member) -> None:
    typed = record("challenge", name="Kinderarmoede", result="", target_groups="")
    with inside(world.authority.pk):
        MODELS["challenge"]._default_manager.update(as_of=timezone.localdate())

    _send(administrator, world, "challenge_edit", {**typed, "seen_version": "1"}, "challenge")

    with inside(world.authority.pk):
        assert _lines("challenge", world.key("challenge")) == []


def test_what_is_known_of_a_person_never_stands_in_the_trail(vliermonde: Authority, coordinator: Member) -> None:
    organisation = Organisation.objects.create(authority=vliermonde, name="Partner")
    secret = {"name": "Geheime Naam", "email": "geheim@example.org", "phone": "0499 99 99 99"}
    person = Person(organisation=organisation, function="geheim hoofd", note="geheime kanarie", **secret)
    add_person(person=person, actor=coordinator.actor)
    person.name, person.note, person.experience_years = "Ander Geheim", "geheimer", 31_313
    change_person(person=person, actor=coordinator.actor, seen_version=1)

    told = str(list(Entry.objects.values()))

    assert "eheim" not in told
    assert "31313" not in str([line.changes for line in Entry.objects.all()])
    assert {"name", "note"} <= set(Entry.objects.get(verb="changed").changes)


@pytest.mark.parametrize("kind", KINDS)
def test_every_personal_field_is_a_field(kind: str) -> None:
    model: type[Model] = MODELS[kind]

    assert set(MODELS[kind].PERSONAL) <= {field.name for field in model._meta.concrete_fields}
