"""Whoever makes a second record of one name is asked whether it is the same; nothing is refused, nothing is guessed."""

from collections.abc import Callable

import pytest
from django.urls import reverse

from regiewijzer.foundation.accounts.models import User
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.organisations.models import Person
from tests.typed import FORMS, KINDS, Typed, record
from tests.world import House, undone_here

MAKING: dict[str, Callable[[], Typed]] = {
    **{f"{kind}_add": FORMS[f"{kind}_add"] for kind in KINDS},
    "network_delegate_add": lambda: {"new_name": "Ans Peeters"},
}
PREPARED = {"network_delegate_add": "person_add"}  # what makes the first of that name


def _spelt_otherwise(typed: Typed) -> Typed:
    """Its name in capitals, with another kind of space."""
    return {key: str(typed[key]).upper().replace(" ", "\u00a0") for key in ("name", "new_name") if key in typed}


@pytest.mark.parametrize("name", sorted(MAKING))
def test_a_second_of_one_name_is_asked_about_and_made_when_it_is_another(name: str, house: House) -> None:
    client, typed = house.administrator.client, MAKING[name]()
    first = PREPARED.get(name, name)

    with undone_here():
        made = client.post(house.address(first), FORMS[first]())
        asked = client.post(house.address(name), {**typed, **_spelt_otherwise(typed)})
        key = next(part for part in made["Location"].split("/") if part.isdecimal())
        answered = client.post(house.address(name), {**typed, "another": key})

    assert (made.status_code, asked.status_code, answered.status_code) == (302, 422, 302)
    page = reverse(first.removesuffix("_add"), args=[house.world.authority.slug, key])
    assert f'href="{page}"' in asked.content.decode()


def test_an_answer_holds_for_the_namesakes_that_were_shown_and_no_others(house: House) -> None:
    client, address = house.administrator.client, house.address("challenge_add")
    other = str(house.world.key("challenge"))

    with undone_here():
        client.post(address, record("challenge"))
        asked = client.post(address, {**record("challenge"), "another": other})

    assert asked.status_code == 422


@pytest.mark.parametrize("kind", ["challenge", "organisation", "network", "instrument"])
def test_a_record_that_gets_the_name_of_another_is_asked_about_too(kind: str, house: House) -> None:
    client = house.administrator.client

    with undone_here():
        client.post(house.address(f"{kind}_add"), record(kind))
        renamed = client.post(house.address(f"{kind}_edit"), record(kind, seen_version="1"))

    assert renamed.status_code == 422
    assert "another" in renamed.context["form"].errors


def test_a_record_that_keeps_its_name_is_not_asked_about(house: House) -> None:
    client, address = house.administrator.client, house.address("person_edit")
    kept = record("person", name="Els Wouters", organisation="Partner 0")

    with undone_here():
        with inside(house.world.authority.pk):
            person = Person.objects.get(pk=house.world.key("person"))
            Person.objects.create(authority=person.authority, name=person.name, organisation=person.organisation)
        saved = client.post(address, {**kept, "seen_version": "1", "function": "gids"})

    assert saved.status_code == 302


@pytest.mark.parametrize("differs", ["held_on", "starts"])
def test_meetings_are_namesakes_on_one_day_only(differs: str, house: House) -> None:
    client, address = house.administrator.client, house.address("meeting_add")
    named = record("meeting", name="Stuurgroep")
    other = {"held_on": "2027-01-14", "starts": "09:00"}[differs]

    with undone_here():
        client.post(address, named)
        second = client.post(address, {**named, differs: other})

    assert second.status_code == {"held_on": 302, "starts": 422}[differs]


def test_the_question_is_asked_in_dutch_with_the_way_to_the_namesake(house: House) -> None:
    client, address = house.administrator.client, house.address("organisation_add")

    with undone_here():
        User.objects.filter(pk=house.administrator.user.pk).update(language="nl")
        shown = client.post(address, record("organisation", name="buurtwerk")).content.decode()

    assert "“Buurtwerk” staat er al. Is het dezelfde? Open die dan, en bewaar hier niets." in shown
    assert "een andere dan “Buurtwerk”" in shown
