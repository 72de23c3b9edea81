import pytest
from django.test import Client
from tests.accounts import Member

from regiewijzer.foundation.accounts.models import User

PAGE = "/account/voorkeuren/"


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(headers={"host": "localhost"})


def test_preferences_are_kept(reader: Member) -> None:
    reader.client.post(PAGE, {"name": "Rika Raadslid", "language": "nl", "theme": "dark"})
    page = reader.client.get(PAGE).content.decode()

    user = User.objects.get(pk=reader.user.pk)
    assert (user.name, user.language, user.theme) == ("Rika Raadslid", "nl", "dark")
    assert 'lang="nl"' in page
    assert 'data-theme="dark"' in page


def test_an_address_or_password_is_not_changed_here(reader: Member) -> None:
    before = User.objects.values().get(pk=reader.user.pk)
    extra = {"email": "x@elders.example", "is_active": "", "password": "x", "id": "1", "date_joined": "2001-01-01"}

    reader.client.post(PAGE, {**extra, "name": before["name"], "language": "en", "theme": "auto"})

    assert User.objects.values().get(pk=reader.user.pk) == before


def test_preferences_that_make_no_sense_get_a_sentence(reader: Member) -> None:
    answer = reader.client.post(PAGE, {"name": "", "language": "fr", "theme": "pink"})

    assert answer.status_code == 422
    assert set(answer.context["form"].errors) == {"name", "language", "theme"}


def test_a_visitor_has_no_preferences_but_chooses_a_language(visitor: Client) -> None:
    chosen = visitor.post("/language/", {"language": "en"})

    assert visitor.get(PAGE)["location"] == "/account/login/"
    assert chosen.cookies["django_language"].value == "en"
    assert "Log in" in visitor.get("/account/login/").content.decode()


def test_a_language_we_do_not_speak_is_ignored(visitor: Client) -> None:
    assert "django_language" not in visitor.post("/language/", {"language": "../../etc"}).cookies


def test_somebody_logged_in_keeps_the_language_in_their_preferences(reader: Member) -> None:
    reader.client.post("/language/", {"language": "nl"})

    assert User.objects.get(pk=reader.user.pk).language == "nl"
