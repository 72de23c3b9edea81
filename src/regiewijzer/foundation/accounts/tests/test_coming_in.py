import pytest
from allauth.account.models import EmailAddress
from django.conf import settings
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member, logged_in, position_in

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role

LOGIN, PASSWORD = reverse("account_login"), "drie-losse-woorden-samen"


@pytest.fixture
def visitor(db: None) -> Client:
    cache.clear()  # allauth counts attempts there
    return Client(headers={"host": "localhost"})


@pytest.fixture
def somebody(authority: Authority) -> User:
    user = User.objects.create_user("els@vliermonde.example", "Els Maes", PASSWORD, language="en")
    Position.objects.create(authority=authority, user=user, role=Role.READER)
    return user


def test_a_visitor_is_sent_to_the_login_and_comes_back(visitor: Client, somebody: User) -> None:
    asked = visitor.get("/vliermonde/netwerken/?sort=name")
    answer = visitor.post(asked["location"], {"login": somebody.email, "password": PASSWORD})

    assert asked["location"] == f"{LOGIN}?next=/vliermonde/netwerken/%3Fsort%3Dname"
    assert answer["location"] == "/vliermonde/netwerken/?sort=name"


def test_the_login_answers_alike_for_an_address_it_does_not_know(visitor: Client, somebody: User) -> None:
    known = visitor.post(LOGIN, {"login": somebody.email, "password": "iets anders dan dit"})
    unknown = visitor.post(LOGIN, {"login": "niemand@vliermonde.example", "password": "iets anders dan dit"})

    assert known.status_code == unknown.status_code
    assert known.context["form"].errors == unknown.context["form"].errors != {}


def test_the_login_does_not_send_anybody_elsewhere(visitor: Client, somebody: User) -> None:
    answer = visitor.post(f"{LOGIN}?next=https://elders.example/", {"login": somebody.email, "password": PASSWORD})

    assert answer.status_code == 302
    assert "elders.example" not in answer["location"]


def test_after_too_many_attempts_even_the_right_password_waits(visitor: Client, somebody: User) -> None:
    for _attempt in range(10):
        visitor.post(LOGIN, {"login": somebody.email, "password": "iets anders dan dit"})

    visitor.post(LOGIN, {"login": somebody.email, "password": PASSWORD})

    assert settings.SESSION_COOKIE_NAME not in visitor.cookies


def test_somebody_who_guesses_does_not_keep_the_owner_out(visitor: Client, somebody: User) -> None:
    for _attempt in range(40):
        visitor.post(LOGIN, {"login": somebody.email, "password": "iets anders dan dit"}, REMOTE_ADDR="192.0.2.7")

    visitor.post(LOGIN, {"login": somebody.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.7")
    assert settings.SESSION_COOKIE_NAME not in visitor.cookies
    visitor.post(LOGIN, {"login": somebody.email, "password": PASSWORD}, REMOTE_ADDR="192.0.2.8")

    assert settings.SESSION_COOKIE_NAME in visitor.cookies


def test_logging_in_and_out_leaves_a_line_that_names_nobody(
    visitor: Client, somebody: User, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO", "regiewijzer.foundation.accounts")
    visitor.post(LOGIN, {"login": somebody.email, "password": "iets anders dan dit"})
    visitor.post(LOGIN, {"login": somebody.email, "password": PASSWORD})
    visitor.post(reverse("account_logout"))

    assert [record.getMessage() for record in caplog.records if record.name.endswith("adapters")] == [
        "a wrong password was given",
        f"account {somebody.pk} logged in",
        f"account {somebody.pk} logged out",
    ]
    assert somebody.email not in caplog.text


def test_nobody_opens_an_account_uninvited(visitor: Client) -> None:
    typed = {"email": "indringer@elders.example", "password1": PASSWORD, "password2": PASSWORD}
    answer = visitor.post(reverse("account_signup"), typed)

    assert answer.status_code == 200
    assert not User.objects.exists()


def test_nobody_adds_an_address_that_may_be_a_colleagues(reader: Member) -> None:
    claim = {"action_add": "", "email": "burgemeester@vliermonde.example"}

    answers = [reader.client.get(reverse("account_email")), reader.client.post(reverse("account_email"), claim)]

    assert [answer.status_code for answer in answers] == [404, 404]
    assert not EmailAddress.objects.exists()


def test_another_password_ends_the_sessions_elsewhere(somebody: User, visitor: Client) -> None:
    at_home = Client(headers={"host": "localhost"})
    at_home.force_login(somebody)
    visitor.post(LOGIN, {"login": somebody.email, "password": PASSWORD})
    typed = {"oldpassword": PASSWORD, "password1": "vier-heel-andere-woorden", "password2": "vier-heel-andere-woorden"}

    visitor.post(reverse("account_change_password"), typed)

    assert at_home.get("/vliermonde/overzicht/").status_code == 302
    somebody.refresh_from_db()
    assert somebody.check_password("vier-heel-andere-woorden")


def test_a_stranger_and_a_page_that_is_not_there_look_alike(administrator: Member, stranger: Member) -> None:
    theirs = stranger.client.get("/vliermonde/overzicht/")
    nowhere = stranger.client.get("/nergens/overzicht/")

    assert theirs.status_code == nowhere.status_code == 404
    assert _without_token(theirs.content) == _without_token(nowhere.content)


def _without_token(page: bytes) -> list[bytes]:
    return [line for line in page.splitlines() if b"csrf" not in line.lower()]


def test_somebody_whose_position_ended_is_out_at_once(reader: Member) -> None:
    before = reader.client.get("/vliermonde/overzicht/")
    reader.position.ended_at = timezone.now()
    reader.position.save()

    assert before.status_code == 200
    assert reader.client.get("/vliermonde/overzicht/").status_code == 404


def test_an_account_that_is_switched_off_is_out_at_once(reader: Member) -> None:
    User.objects.filter(pk=reader.user.pk).update(is_active=False)

    assert reader.client.get("/vliermonde/overzicht/").status_code == 302


def test_the_start_leads_to_the_one_authority_or_to_a_choice(reader: Member, other_authority: Authority) -> None:
    one = reader.client.get("/")
    Position.objects.create(authority=other_authority, user=reader.user, role=Role.GUEST)
    two = reader.client.get("/")

    assert one["location"] == "/vliermonde/"
    assert "/vliermonde/" in two.content.decode()
    assert "/elders/" in two.content.decode()


def test_somebody_without_a_position_is_told_what_to_do(visitor: Client) -> None:
    visitor.force_login(User.objects.create_user("los@example.org", "Los", language="en"))

    assert "Ask an administrator" in visitor.get("/").content.decode()


def test_in_each_authority_somebody_is_what_they_are_there(other_authority: Authority, reader: Member) -> None:
    there = logged_in(position_in(other_authority, Role.ADMINISTRATOR, "Amira Elders"))
    Position.objects.create(authority=other_authority, user=reader.user, role=Role.GUEST)

    assert there.client.get("/elders/team/").status_code == 200
    assert reader.client.get("/elders/mijn-netwerken/").status_code == 200
    assert reader.client.get("/elders/overzicht/").status_code == 403
    assert reader.client.get("/vliermonde/").headers["location"] == "/vliermonde/deze-week/"
