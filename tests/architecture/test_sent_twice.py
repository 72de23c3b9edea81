"""A form that is sent twice makes one thing: a double press, Back, an answer that was lost on the way."""

from threading import Thread
from typing import Any

import pytest
from django.db import connections
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.submissions.actions import DOUBLE_PRESS, KEPT, forget_old
from regiewijzer.foundation.submissions.models import Submission
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.organisations.models import Organisation
from tests.accounts import Member
from tests.architecture.policy import POLICY
from tests.typed import record
from tests.world import World

CODE, OTHER_CODE = ({"csrfmiddlewaretoken": letter * 64} for letter in "ab")
ADDRESS = "/vliermonde/partners/nieuw/"


def _address(name: str, world: World) -> str:
    row = POLICY[name]
    parts: dict[str, Any] = {"authority": world.authority.slug}
    parts |= {"pk": world.key(row.target)} if row.target else {}
    return reverse(name, kwargs=parts | {part: world.keys.get(kind, kind) for part, kind in row.also})


def _partners(authority: Authority) -> int:
    with inside(authority.pk):
        return Organisation.objects.filter(name="Huis van het Kind").count()


@pytest.fixture
def form() -> dict[str, Any]:
    return record("organisation", name="Huis van het Kind")


def test_the_second_sending_gets_the_answer_of_the_first(
    authority: Authority, coordinator: Member, form: dict[str, Any]
) -> None:
    first, second = (coordinator.client.post(ADDRESS, {**form, **CODE}) for _time in range(2))

    assert first["Location"] == second["Location"]
    assert _partners(authority) == 1


def test_the_second_sending_from_a_part_of_a_page_is_led_there_too(
    authority: Authority, coordinator: Member, form: dict[str, Any]
) -> None:
    first = coordinator.client.post(ADDRESS, {**form, **CODE})
    second = coordinator.client.post(ADDRESS, {**form, **CODE}, headers={"HX-Request": "true"})

    assert second["HX-Redirect"] == first["Location"]


def test_the_same_typed_on_another_page_is_another(
    authority: Authority, coordinator: Member, form: dict[str, Any]
) -> None:
    first = coordinator.client.post(ADDRESS, {**form, **CODE})
    another = {"another": first["Location"].rstrip("/").split("/")[-1]}
    coordinator.client.post(ADDRESS, {**form, **another, **OTHER_CODE})

    assert _partners(authority) == 2


def test_something_else_typed_on_the_same_page_is_another(authority: Authority, coordinator: Member) -> None:
    for name in ("Huis van het Kind", "Huis van de Buurt"):
        coordinator.client.post(ADDRESS, {**record("organisation", name=name), **CODE})

    with inside(authority.pk):
        assert Organisation.objects.count() == 2


def test_what_was_refused_can_be_sent_again(authority: Authority, coordinator: Member, form: dict[str, Any]) -> None:
    wrong = coordinator.client.post(ADDRESS, {**form, "name": "", **CODE})
    right = coordinator.client.post(ADDRESS, {**form, **CODE})

    assert (wrong.status_code, right.status_code) == (422, 302)
    assert _partners(authority) == 1


def test_a_switch_may_be_pressed_again(world: World, coordinator: Member) -> None:
    for name in ("organisation_archive", "organisation_restore"):
        coordinator.client.post(_address(name, world), CODE)
    with inside(world.authority.pk):
        Submission.objects.update(sent_at=timezone.now() - DOUBLE_PRESS)
    coordinator.client.post(_address("organisation_archive", world), CODE)

    with inside(world.authority.pk):
        assert Organisation.objects.get(pk=world.key("organisation")).archived_at is not None


def test_nothing_of_what_was_typed_is_kept(authority: Authority, coordinator: Member, form: dict[str, Any]) -> None:
    coordinator.client.post(ADDRESS, {**form, **CODE})

    with inside(authority.pk):
        kept = Submission.objects.get()
    assert "Huis" not in f"{kept.key} {kept.location}"


def test_what_was_sent_is_forgotten(authority: Authority, coordinator: Member, form: dict[str, Any]) -> None:
    coordinator.client.post(ADDRESS, {**form, **CODE})

    with inside(authority.pk):
        forget_old(timezone.now())
        kept = Submission.objects.count()
        forget_old(timezone.now() + KEPT)
        left = Submission.objects.count()

    assert (kept, left) == (1, 0)


@pytest.mark.django_db(transaction=True)
def test_two_presses_at_once_make_one(authority: Authority, coordinator: Member, form: dict[str, Any]) -> None:
    answers: list[HttpResponseBase] = []

    def press() -> None:
        try:
            answers.append(coordinator.client.post(ADDRESS, {**form, **CODE}))
        finally:
            connections.close_all()

    presses = [Thread(target=press) for _press in range(4)]
    for each in presses:
        each.start()
    for each in presses:
        each.join(30)

    assert {answer["Location"] for answer in answers} == {answers[0]["Location"]}
    assert len(answers) == 4
    assert _partners(authority) == 1
