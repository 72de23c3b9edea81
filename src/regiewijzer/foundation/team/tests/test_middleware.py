import pytest
from tests.cast import Member

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

    monkeypatch.setattr(views, "_mail", breaks)
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
