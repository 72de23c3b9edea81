import pytest
from django.test import Client
from tests.accounts import Member

from regiewijzer.foundation.accounts.models import User
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.audit.queries import trail
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.team import views
from regiewijzer.foundation.tenancy import inside


class Broken(Exception):
    """What a test lets go wrong."""


def test_what_a_page_wrote_is_undone_when_it_breaks(
    administrator: Member, authority: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(*_arguments: object) -> None:
        assert authority.invitations.count() == 1
        raise Broken

    monkeypatch.setattr(views, "redirect", breaks)
    administrator.client.raise_request_exception = False

    answer = administrator.client.post("/vliermonde/team/", {"email": "iemand@example.org", "role": "reader"})

    assert answer.status_code == 500
    assert "Nothing was half-saved" in answer.content.decode()
    assert authority.invitations.count() == 0
    with inside(authority.pk):
        assert Entry.objects.count() == 0


def test_a_page_is_made_behind_the_wall_of_its_own_authority(
    administrator: Member, stranger: Member, authority: Authority, other_authority: Authority
) -> None:
    for member in (administrator, stranger):
        member.client.post(
            f"/{member.position.authority.slug}/team/", {"email": "iemand@example.org", "role": "reader"}
        )

    page = stranger.client.get("/elders/spoor/")

    assert [line.who for line in page.context["lines"]] == ["Sam Stranger"]
    with inside(authority.pk):
        assert [line.who for line in trail()] == ["Amira Administrator"]


@pytest.mark.parametrize(("language", "words"), [("nl", "Wie hier werkt"), ("en", "Who works here")])
def test_a_page_speaks_the_language_of_the_person(administrator: Member, language: str, words: str) -> None:
    User.objects.filter(pk=administrator.user.pk).update(language=language)

    page = administrator.client.get("/vliermonde/team/")

    assert words in page.content.decode()
    assert f'<html lang="{language}"' in page.content.decode()


def test_every_page_carries_the_strict_policy(administrator: Member) -> None:
    policy = administrator.client.get("/vliermonde/team/")["Content-Security-Policy"]

    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy


FROM_OUR_PAGE = {"Referer": "http://localhost/vliermonde/team/?page=2"}


@pytest.mark.parametrize(
    ("headers", "back"),
    [
        (FROM_OUR_PAGE, "/vliermonde/team/%3Fpage%3D2"),
        ({"Referer": "https://elders.example/team/"}, "/"),
        ({}, "/"),
    ],
    ids=["our page", "somebody else's page", "nobody says"],
)
def test_who_was_logged_out_while_typing_comes_back_to_the_page_they_typed_on(
    authority: Authority, client: Client, headers: dict[str, str], back: str
) -> None:
    sent = client.post("/vliermonde/team/1/vertrekt/", headers={"host": "localhost", **headers})

    assert (sent.status_code, sent["location"]) == (302, f"/account/login/?next={back}")


def test_htmx_leaves_the_page_instead_of_putting_the_login_inside_it(authority: Authority, client: Client) -> None:
    on_page = {"HX-Request": "true", "HX-Current-URL": "http://localhost/vliermonde/netwerken/?sort=name"}

    asked = client.get("/vliermonde/netwerken/?q=huis", headers={"host": "localhost", **on_page})

    assert asked.status_code == 200
    assert asked.content == b""
    assert asked["HX-Redirect"] == "/account/login/?next=/vliermonde/netwerken/%3Fsort%3Dname"


def test_an_address_that_only_takes_forms_answers_with_a_page(administrator: Member) -> None:
    page = administrator.client.get(f"/vliermonde/team/{administrator.position.pk}/vertrekt/")

    assert (page.status_code, page["Allow"]) == (405, "POST")
    assert "There is nothing to see at this address" in page.content.decode()
