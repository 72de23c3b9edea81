"""An authority of one's own, begun on one's own machine."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role

TYPED = {
    "authority": "Gemeente Zandbeke", "name": "Hilde Peeters", "address": "Hilde@zandbeke.example",
    "password": "drie gewone woorden",
}  # fmt: skip


@pytest.fixture
def laptop(settings: Any) -> None:
    settings.EXAMPLE, settings.PUBLIC_URL = True, "http://127.0.0.1:8000"


def _begin(**other: str) -> Any:
    return Client().post(reverse("begin"), {**TYPED, **other})


@pytest.mark.django_db
@pytest.mark.usefixtures("laptop")
def test_the_start_of_a_laptop_has_a_door_of_ones_own() -> None:
    page = Client().get("/").content.decode()

    assert reverse("begin") in page


@pytest.mark.django_db
@pytest.mark.usefixtures("laptop")
def test_a_name_and_a_password_make_an_authority_with_its_administrator_inside() -> None:
    browser = Client()

    answer = browser.post(reverse("begin"), TYPED)

    position = Position.objects.get(user__email="hilde@zandbeke.example")
    assert (position.role, position.authority.name, position.authority.slug) == (
        Role.ADMINISTRATOR, "Gemeente Zandbeke", "gemeente-zandbeke",
    )  # fmt: skip
    assert answer.headers["Location"] == reverse("onboarding", args=["gemeente-zandbeke"])
    assert browser.get(reverse("exchange", args=["gemeente-zandbeke"])).status_code == 200
    assert Client().login(email="hilde@zandbeke.example", password=TYPED["password"])


@pytest.mark.django_db
@pytest.mark.usefixtures("laptop")
def test_whoever_begins_sees_nothing_of_another_authority() -> None:
    Authority.objects.create(slug="elders", name="Elders")
    browser = Client()
    browser.post(reverse("begin"), TYPED)

    assert browser.get(reverse("exchange", args=["elders"])).status_code == 404


@pytest.mark.django_db
@pytest.mark.usefixtures("laptop")
@pytest.mark.parametrize("other", [{"authority": " "}, {"name": ""}, {"address": "geen adres"}, {"password": "kort"}])
def test_what_is_missing_is_asked_and_nothing_is_made(other: dict[str, str]) -> None:
    answer = _begin(**other)

    assert answer.status_code == 422
    assert (Authority.objects.count(), User.objects.count()) == (0, 0)


@pytest.mark.django_db
@pytest.mark.usefixtures("laptop")
def test_a_second_authority_of_one_name_gets_an_address_of_its_own_and_an_address_stays_one_account() -> None:
    _begin()

    assert _begin(address="an@zandbeke.example").status_code == 302
    assert _begin().status_code == 422
    assert sorted(Authority.objects.values_list("slug", flat=True)) == ["gemeente-zandbeke", "gemeente-zandbeke-2"]


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("example", "address", "visitor"),
    [
        (True, "https://regiewijzer.example", "127.0.0.1"),
        (True, "http://127.0.0.1:8000", "10.0.0.7"),
        (False, "http://127.0.0.1:8000", "127.0.0.1"),
    ],
)
def test_a_server_lets_no_visitor_begin(example: bool, address: str, visitor: str, settings: Any) -> None:
    settings.EXAMPLE, settings.PUBLIC_URL = example, address

    assert Client(REMOTE_ADDR=visitor).get(reverse("begin")).status_code == 404
    assert Client(REMOTE_ADDR=visitor).post(reverse("begin"), TYPED).status_code == 404
    assert Authority.objects.count() == 0
