"""Somebody goes to another organisation: which of their seats end?"""

from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Delegate, Membership
from regiewijzer.register.organisations.models import Person

OTHER = "Huis van het Kind"


@pytest.fixture
def seats(world: World) -> list[str]:
    """Els sits in two networks for Partner 0."""
    with inside(world.authority.pk):
        second = Membership.objects.get(network=world.other_network, organisation__name="Partner 0")
        Delegate.objects.create(authority=world.authority, membership=second, person_id=world.key("person"))
        found = Delegate.objects.order_by("membership__network__name")
        return [str(each.pk) for each in found]


def _sent(member: Member, world: World, **typed: object) -> HttpResponse:
    address = f"/vliermonde/mensen/{world.key('person')}/wijzigen/"
    moved = record("person", name="Els Wouters", organisation="Partner 3", seen_version="1")
    return member.client.post(address, {**moved, **typed})


def _sitting(world: World) -> set[str]:
    with inside(world.authority.pk):
        return {str(pk) for pk in Delegate.objects.sitting(timezone.localdate()).values_list("pk", flat=True)}


def _works_for(world: World) -> str:
    with inside(world.authority.pk):
        return Person.objects.get(pk=world.key("person")).organisation.name


def test_the_seats_are_listed_all_ticked_before_anything_is_saved(
    world: World, coordinator: Member, seats: list[str]
) -> None:
    asked = _sent(coordinator, world)

    form = asked.context["form"]
    assert asked.status_code == 422
    assert form.errors["ends"][0].startswith("Els Wouters sits in 2 networks for Partner 0.")
    assert [label for _key, label in form.fields["ends"].choices] == [
        f"{OTHER}, Partner 0",
        "Kansrijk Opgroeien, Partner 0",
    ]
    assert form["ends"].value() == seats
    assert _works_for(world) == "Partner 0"


def test_what_is_ticked_ends_today_and_the_rest_goes_on_as_one_act(
    world: World, coordinator: Member, seats: list[str]
) -> None:
    with inside(world.authority.pk):
        before = Entry.objects.count()

    saved = _sent(coordinator, world, seats_shown=",".join(seats), ends=[seats[0]])

    assert saved.status_code == 302
    assert _works_for(world) == "Partner 3"
    assert _sitting(world) == {seats[1]}
    with inside(world.authority.pk):
        assert Delegate.objects.get(pk=seats[0]).ended == timezone.localdate()
        assert Entry.objects.count() == before + 2


def test_no_tick_ends_nothing(world: World, coordinator: Member, seats: list[str]) -> None:
    _sent(coordinator, world, seats_shown=",".join(seats))

    assert _works_for(world) == "Partner 3"
    assert _sitting(world) == set(seats)


def test_a_seat_taken_since_the_list_was_shown_is_asked_about(
    world: World, coordinator: Member, seats: list[str]
) -> None:
    asked = _sent(coordinator, world, seats_shown=seats[0], ends=[seats[0]])

    assert asked.status_code == 422
    assert _sitting(world) == set(seats)


def test_a_colleague_who_was_first_loses_nothing(world: World, coordinator: Member, seats: list[str]) -> None:
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(version=2)

    late = _sent(coordinator, world, seats_shown=",".join(seats), ends=seats)

    assert late.status_code == 409
    assert _sitting(world) == set(seats)


def test_a_manager_ends_seats_in_own_networks_only(world: World, manager: Member, seats: list[str]) -> None:
    asked = _sent(manager, world)

    form = asked.context["form"]
    assert [key for key, _label in form.fields["ends"].choices] == [seats[1]]
    assert OTHER in form.fields["ends"].help_text

    _sent(manager, world, seats_shown=",".join(seats), ends=seats)

    assert _sitting(world) == {seats[0]}


def test_seats_that_are_over_and_another_function_ask_nothing(
    world: World, coordinator: Member, seats: list[str]
) -> None:
    same = _sent(coordinator, world, organisation="Partner 0", function="gids")
    with inside(world.authority.pk):
        Delegate.objects.update(ended=timezone.localdate() - timedelta(days=1))
    moved = _sent(coordinator, world, seen_version="2")

    assert (same.status_code, moved.status_code) == (302, 302)
