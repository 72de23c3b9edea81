"""An authority of one's own, begun on one's own machine."""

import re
from typing import Any

import pytest
import time_machine
from django.core import mail
from django.test import Client
from django.urls import reverse

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.post import TO_THE_LOG
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


LINK = re.compile(r"https://regiewijzer\.example(/begin/\S+/)")


@pytest.fixture
def open_server(settings: Any) -> None:
    """A server whose administrator lets visitors begin."""
    settings.EXAMPLE, settings.PUBLIC_URL, settings.VISITORS_MAY_BEGIN = False, "https://regiewijzer.example", True


def _asked(**other: str) -> str:
    """Ask for an authority; returns where the mailed link leads, empty when it leads nowhere."""
    answer = Client().post(
        reverse("begin"), {"authority": "Gemeente Zandbeke", "address": "Hilde@zandbeke.example"} | other
    )
    assert answer.status_code == 200, answer.content.decode()
    found = LINK.search(mail.outbox[-1].body)
    return found[1] if found else ""


@pytest.mark.django_db
@pytest.mark.usefixtures("open_server")
def test_a_server_that_lets_visitors_begin_mails_a_link_and_keeps_nothing() -> None:
    link = _asked()

    assert mail.outbox[-1].to == ["hilde@zandbeke.example"]
    assert Client().get(link).status_code == 200
    assert (Authority.objects.count(), User.objects.count()) == (0, 0)


@pytest.mark.django_db
@pytest.mark.usefixtures("open_server")
def test_behind_the_link_a_name_and_a_password_make_the_authority() -> None:
    link, browser = _asked(), Client()

    answer = browser.post(link, {"name": "Hilde Peeters", "password": TYPED["password"]})

    position = Position.objects.get(user__email="hilde@zandbeke.example")
    assert (position.role, position.authority.name) == (Role.ADMINISTRATOR, "Gemeente Zandbeke")
    assert answer.headers["Location"] == reverse("onboarding", args=["gemeente-zandbeke"])
    assert Client().post(link, {"name": "Nog eens", "password": TYPED["password"]}).status_code == 302
    assert Authority.objects.count() == 1


@pytest.mark.django_db
@pytest.mark.usefixtures("open_server")
def test_an_address_with_an_account_gets_the_same_answer_and_no_link() -> None:
    User.objects.create_user("hilde@zandbeke.example", "Hilde", TYPED["password"])

    assert _asked() == ""
    assert mail.outbox[-1].to == ["hilde@zandbeke.example"]


@pytest.mark.django_db
@pytest.mark.usefixtures("open_server")
def test_a_link_that_is_old_or_written_anew_opens_nothing() -> None:
    with time_machine.travel("2026-11-28 10:00"):
        link = _asked()

    assert Client().get(link).status_code == 410
    assert Client().get(reverse("begin_asked", args=["x" + link.split("/")[2]])).status_code == 410


@pytest.mark.django_db
@pytest.mark.usefixtures("open_server")
def test_a_link_is_asked_for_three_times_an_hour() -> None:
    for _time in range(3):
        _asked()

    again = Client().post(reverse("begin"), {"authority": "Zandbeke", "address": "hilde@zandbeke.example"})

    assert again.status_code == 422
    assert len(mail.outbox) == 3


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("may", "backend", "words"),
    [
        (True, "django.core.mail.backends.locmem.EmailBackend", "Begin met je eigen bestuur"),
        (False, "django.core.mail.backends.locmem.EmailBackend", "Vraag wie dit programma beheert"),
        (True, TO_THE_LOG, "Vraag wie dit programma beheert"),
    ],
)
def test_the_start_of_a_server_says_how_an_authority_comes_in(
    may: bool, backend: str, words: str, settings: Any
) -> None:
    settings.EXAMPLE, settings.VISITORS_MAY_BEGIN, settings.EMAIL_BACKEND = False, may, backend

    page = Client().get("/", follow=True).content.decode()

    assert words in page
    assert (reverse("begin") in page) == (words == "Begin met je eigen bestuur")
