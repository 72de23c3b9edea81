"""Somebody asks to be erased: the name is gone from every table, and the trail stands."""

from django.apps import apps
from django.core.serializers import serialize
from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.audit.queries import broken_link
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.actions import give_manager, seat
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Person
from tests.accounts import Member, logged_in, position_in
from tests.typed import record
from tests.world import World

CANARY = "Anneke Kanarievogel"


def _tables_with(text: str, authority: Authority) -> list[str]:
    """Which tables hold these words, in whatever column, of this authority or outside the wall."""
    with inside(authority.pk):
        return [
            model._meta.label
            for model in apps.get_models()
            if any(word in serialize("json", model._base_manager.all()).casefold() for word in text.casefold().split())
        ]


def _person(world: World, by: Member) -> int:
    """Somebody who was added, changed and seated."""
    typed = record("person", name=CANARY, email="anneke@kanarievogel.example", note="Anneke belt graag")
    made = by.client.post(reverse("person_add", args=["vliermonde"]), typed)
    pk = int(made["location"].rstrip("/").split("/")[-1])
    by.client.post(reverse("person_edit", args=["vliermonde", pk]), {**typed, "phone": "09 1", "seen_version": "1"})
    with inside(world.authority.pk):
        membership = Membership.objects.get(pk=world.key("membership"))
        seat(membership=membership, person=Person.objects.get(pk=pk), actor=by.actor)
    return pk


def test_a_person_who_is_erased_is_gone_from_every_table(world: World, administrator: Member) -> None:
    pk = _person(world, administrator)
    page = reverse("person_erase", args=["vliermonde", pk])
    assert {"organisations.Person", "search.SearchEntry"} <= set(_tables_with(CANARY, world.authority))
    asked = administrator.client.get(page).content.decode()

    done = administrator.client.post(page, follow=True)

    assert "1 seat in a network" in asked
    assert "Erased." in done.content.decode()
    assert _tables_with(CANARY, world.authority) == []
    with inside(world.authority.pk):
        line = Entry.objects.filter(kind="person", record=pk).order_by("number").last()
        assert line is not None
        assert (line.verb, line.changes, broken_link()) == ("removed", {}, None)


def test_only_an_administrator_is_offered_to_erase(world: World, coordinator: Member, administrator: Member) -> None:
    page = reverse("person", args=["vliermonde", world.key("person")])
    erase = reverse("person_erase", args=["vliermonde", world.key("person")])

    assert erase not in coordinator.client.get(page).content.decode()
    assert erase in administrator.client.get(page).content.decode()


def _colleague(world: World, by: Member) -> Member:
    """Somebody who decided, manages a network and was invited."""
    colleague = logged_in(position_in(world.authority, Role.COORDINATOR, CANARY))
    colleague.client.post(reverse("decision_add", args=["vliermonde"]), record("decision", name="Samen verder"))
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.other_network)
        give_manager(network=network, position=colleague.position, actor=by.actor)
    return colleague


def test_a_colleague_who_is_erased_is_gone_and_what_they_decided_stays(world: World, administrator: Member) -> None:
    colleague = _colleague(world, administrator)
    code = colleague.position.pseudonym
    assert "accounts.User" in _tables_with(CANARY, world.authority)

    administrator.client.post(reverse("team_erase", args=["vliermonde", colleague.position.pk]))

    assert _tables_with(CANARY, world.authority) == []
    with inside(world.authority.pk):
        assert Decision.objects.get(name="Samen verder").decided_by is None
        assert Entry.objects.filter(actor=code).exists()
    assert CANARY not in administrator.client.get(reverse("trail", args=["vliermonde"])).content.decode()
    assert colleague.client.get(reverse("overview", args=["vliermonde"])).status_code == 302


def test_who_left_before_can_be_erased_too(world: World, administrator: Member) -> None:
    colleague = _colleague(world, administrator)
    team, pk = reverse("team", args=["vliermonde"]), colleague.position.pk
    administrator.client.post(reverse("team_end", args=["vliermonde", pk]))
    erase = reverse("team_erase", args=["vliermonde", pk])
    assert erase in administrator.client.get(team).content.decode()

    administrator.client.post(erase)

    assert not User.objects.filter(name=CANARY).exists()


def test_who_also_works_elsewhere_keeps_the_account(
    world: World, administrator: Member, other_authority: Authority
) -> None:
    colleague = _colleague(world, administrator)
    elsewhere = Position.objects.create(authority=other_authority, user=colleague.user, role=Role.READER)

    administrator.client.post(reverse("team_erase", args=["vliermonde", colleague.position.pk]))

    assert Position.objects.get(user=colleague.user) == elsewhere


def test_nobody_erases_themselves(administrator: Member) -> None:
    page = reverse("team_erase", args=["vliermonde", administrator.position.pk])

    assert administrator.client.post(page).status_code == 404
    assert Position.objects.active().filter(pk=administrator.position.pk).exists()


def test_the_trail_never_says_who_does_a_decision_or_answers_for_a_challenge(
    world: World, administrator: Member
) -> None:
    typed = {
        "decision": record("decision", responsible=CANARY, seen_version="1"),
        "challenge": record("challenge", owner=CANARY, seen_version="1"),
    }
    for kind, form in typed.items():
        administrator.client.post(reverse(f"{kind}_add", args=["vliermonde"]), {**form, "name": "Nieuw"})
        administrator.client.post(reverse(f"{kind}_edit", args=["vliermonde", world.key(kind)]), form)

    with inside(world.authority.pk):
        assert Decision.objects.filter(responsible=CANARY).count() == 2
        assert Challenge.objects.filter(owner=CANARY).count() == 2
        lines = Entry.objects.filter(kind__in=typed, at__date=timezone.localdate())
        assert not lines.filter(changes__icontains="Kanarievogel").exists()
        assert lines.filter(changes__has_key="responsible").count() == 2
