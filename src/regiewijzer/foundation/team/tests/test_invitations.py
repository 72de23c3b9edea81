import re
from datetime import timedelta
from smtplib import SMTPServerDisconnected
from typing import Any

import pytest
import time_machine
from allauth.account.models import EmailAddress
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import connection
from django.test import Client
from django.utils import timezone
from tests.accounts import Member, position_in

from regiewijzer.foundation.accounts.models import Actor, Invitation, Position, User
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.team import actions
from regiewijzer.foundation.tenancy import inside

TEAM = "/vliermonde/team/"
ACCOUNT = {"name": "Nieuwe Collega", "password": "drie-losse-woorden-samen"}


@pytest.fixture
def visitor(db: None) -> Client:
    return Client(headers={"host": "localhost"})


def _code(authority: Authority, role: Role = Role.READER, email: str = "nieuw@vliermonde.example") -> str:
    with inside(authority.pk):
        return actions.invite(authority=authority, email=email, role=role, actor=Actor(authority.pk))[1]


def _page(code: str) -> str:
    return f"/account/uitnodiging/{code}/"


@pytest.mark.django_db(transaction=True)
def test_an_invitation_goes_out_by_mail_with_a_link(administrator: Member, visitor: Client) -> None:
    administrator.client.post(TEAM, {"email": "Nieuw@Vliermonde.example", "role": "contributor"})

    letter = mail.outbox[0]
    link = re.search(r"/account/uitnodiging/\S+/", letter.body)
    assert letter.to == ["nieuw@vliermonde.example"]
    assert "Amira Administrator" in letter.body
    assert link is not None
    assert visitor.get(link.group()).status_code == 200


@pytest.mark.django_db(transaction=True)
def test_without_a_mail_server_nothing_is_called_sent_and_the_link_is_shown_once(
    administrator: Member, visitor: Client, settings: Any
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.console.EmailBackend"

    typed = {"email": "nieuw@vliermonde.example", "role": "reader"}
    shown = administrator.client.post(TEAM, typed, follow=True).content.decode()

    link = re.search(r"/account/uitnodiging/[\w-]+/", shown)
    assert "no mail to nieuw@vliermonde.example went out" in shown
    assert "Invitation sent" not in shown
    assert link is not None
    assert visitor.get(link.group()).status_code == 200
    assert link.group() not in administrator.client.get(TEAM).content.decode()


def test_only_the_hash_of_the_code_is_kept(authority: Authority) -> None:
    code = _code(authority)

    kept = Invitation.objects.values().get()
    assert code not in str(kept)
    assert kept["code_hash"] == actions.hash_of(code)
    with inside(authority.pk):
        assert code not in str(list(Entry.objects.values()))


def test_somebody_new_opens_an_account_and_is_in(authority: Authority, visitor: Client) -> None:
    code = _code(authority, Role.CONTRIBUTOR)

    answer = visitor.post(_page(code), {**ACCOUNT, "email": "ander@elders.example", "role": "administrator"})

    user = User.objects.get()
    assert answer["location"] == "/vliermonde/"
    assert (user.email, user.name) == ("nieuw@vliermonde.example", "Nieuwe Collega")
    assert [(held.authority, held.role) for held in user.positions.all()] == [(authority, Role.CONTRIBUTOR)]
    assert visitor.get("/vliermonde/overzicht/").status_code == 200
    proved = EmailAddress.objects.get(email="nieuw@vliermonde.example")
    assert proved.verified
    assert proved.primary


@pytest.mark.parametrize("password", ["kort", "12345678901", "nieuw@vliermonde", "password123"])
def test_a_weak_password_gets_a_sentence_and_no_account(authority: Authority, visitor: Client, password: str) -> None:
    answer = visitor.post(_page(_code(authority)), {**ACCOUNT, "password": password})

    assert answer.status_code == 422
    assert answer.context["form"].errors["password"]
    assert not User.objects.exists()


def test_somebody_with_an_account_logs_in_first(authority: Authority, stranger: Member, visitor: Client) -> None:
    code = _code(authority, email=stranger.user.email)

    assert visitor.get(_page(code))["location"] == f"/account/login/?next={_page(code)}"
    assert stranger.client.get(_page(code)).status_code == 200
    assert stranger.client.post(_page(code))["location"] == "/vliermonde/"
    assert stranger.client.get("/vliermonde/overzicht/").status_code == 200


def test_looking_at_an_invitation_accepts_nothing(authority: Authority, stranger: Member, visitor: Client) -> None:
    code = _code(authority)

    for client in (visitor, stranger.client):
        client.get(_page(code))
        client.head(_page(code))

    assert Invitation.objects.get().used_at is None
    assert not Position.objects.filter(authority=authority).exists()


def _used(authority: Authority, member: Member) -> str:
    code = _code(authority, email=member.user.email)
    member.client.post(_page(code))
    Position.objects.filter(authority=authority).update(ended_at=timezone.now())
    return code


def _withdrawn(authority: Authority, _member: Member) -> str:
    code = _code(authority)
    with inside(authority.pk):
        actions.withdraw(invitation=Invitation.objects.get(), actor=Actor(authority.pk))
    return code


def _expired(authority: Authority, _member: Member) -> str:
    code = _code(authority)
    Invitation.objects.update(expires_at=timezone.now() - timedelta(seconds=1))
    return code


def _replaced(authority: Authority, _member: Member) -> str:
    code = _code(authority)
    _code(authority)
    return code


@pytest.mark.parametrize("gone", [_used, _withdrawn, _expired, _replaced, lambda *_: "nooit-bestaan"])
def test_an_invitation_that_is_gone_opens_nothing(
    gone: object, authority: Authority, stranger: Member, visitor: Client
) -> None:
    assert callable(gone)
    code = gone(authority, stranger)

    answers = [
        visitor.get(_page(code)),
        visitor.post(_page(code), ACCOUNT),
        stranger.client.get(_page(code)),
        stranger.client.post(_page(code)),
    ]

    assert [answer.status_code for answer in answers] == [410] * 4
    assert not Position.objects.active().filter(authority=authority).exists()
    assert User.objects.count() == 1


def test_an_invitation_works_until_the_seventh_day(authority: Authority, visitor: Client) -> None:
    code = _code(authority)

    with time_machine.travel(timezone.now() + timedelta(days=6, hours=23), tick=False):
        assert visitor.get(_page(code)).status_code == 200
    with time_machine.travel(timezone.now() + timedelta(days=7, minutes=1), tick=False):
        assert visitor.get(_page(code)).status_code == 410


def test_an_invitation_used_by_two_at_once_lets_one_in(
    authority: Authority, stranger: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    code = _code(authority, email=stranger.user.email)
    find = actions.find_invitation

    def find_while_another_accepts(asked: str) -> Invitation:
        found = find(asked)
        Invitation.objects.update(used_at=timezone.now())
        return found

    monkeypatch.setattr(actions, "find_invitation", find_while_another_accepts)

    with pytest.raises(actions.InvitationGone):
        actions.accept(code=code, user=stranger.user)
    assert not Position.objects.filter(authority=authority).exists()


def test_whoever_comes_second_keeps_no_account(
    authority: Authority, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def too_late(**_given: object) -> Position:
        raise actions.InvitationGone

    monkeypatch.setattr(actions, "accept", too_late)

    assert visitor.post(_page(_code(authority)), ACCOUNT).status_code == 410
    assert not User.objects.exists()


def test_the_administrator_sees_and_withdraws_open_invitations(administrator: Member, visitor: Client) -> None:
    code = _code(administrator.position.authority)
    shown = administrator.client.get(TEAM).context["invitations"]

    administrator.client.post(f"{TEAM}uitnodigingen/{shown[0].pk}/intrekken/")

    assert administrator.client.get(TEAM).context["invitations"] == []
    assert visitor.get(_page(code)).status_code == 410


def test_somebody_who_works_here_already_is_not_invited(administrator: Member, reader: Member) -> None:
    answer = administrator.client.post(TEAM, {"email": reader.user.email.upper(), "role": "coordinator"})

    assert answer.status_code == 422
    assert reader.user.email in str(answer.context["form"].errors["email"])
    assert not mail.outbox


@pytest.mark.django_db(transaction=True)
def test_mail_goes_out_when_the_invitation_is_kept_and_nobody_waits_for_it(
    administrator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = []

    def sends(_backend: EmailBackend, _letters: object) -> int:
        seen.append((connection.in_atomic_block, Invitation.objects.exists()))
        return 1

    monkeypatch.setattr(EmailBackend, "send_messages", sends)

    page = administrator.client.post(TEAM, {"email": "nieuw@vliermonde.example", "role": "reader"}, follow=True)

    assert seen == [(False, True)]
    assert "Invitation sent to nieuw@vliermonde.example" in page.content.decode()


@pytest.mark.django_db(transaction=True)
def test_when_mail_fails_the_administrator_gets_the_link(
    administrator: Member, visitor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_arguments: object) -> None:
        raise SMTPServerDisconnected("gone")

    monkeypatch.setattr(EmailBackend, "send_messages", fails)

    page = administrator.client.post(TEAM, {"email": "nieuw@vliermonde.example", "role": "reader"}, follow=True)

    link = re.search(r"/account/uitnodiging/[\w-]+/", page.content.decode())
    assert link is not None
    assert visitor.get(link.group()).status_code == 200
    assert link.group() not in administrator.client.get(TEAM).content.decode()


@pytest.mark.django_db(transaction=True)
def test_a_name_with_a_line_in_it_still_makes_a_letter(administrator: Member) -> None:
    Authority.objects.update(name="Vliermonde\nBcc: iedereen@elders.example")

    administrator.client.post(TEAM, {"email": "nieuw@vliermonde.example", "role": "reader"})

    assert mail.outbox[0].recipients() == ["nieuw@vliermonde.example"]
    assert "\n" not in mail.outbox[0].subject


def test_coming_in_is_written_in_the_trail(authority: Authority, visitor: Client) -> None:
    visitor.post(_page(_code(authority, Role.CONTRIBUTOR)), ACCOUNT)

    with inside(authority.pk):
        line = Entry.objects.first()
    assert line is not None
    assert (line.verb, line.kind, line.changes) == ("created", "position", {"role": [None, "contributor"]})
    assert line.actor == Position.objects.get().pseudonym


@pytest.mark.parametrize("way", ["leaves", "gets a lesser role", "is erased"])
def test_whoever_may_no_longer_invite_lets_nobody_in_with_what_was_sent_before(
    authority: Authority, administrator: Member, way: str
) -> None:
    second = position_in(authority, Role.ADMINISTRATOR, "Bea Beheerder")
    with inside(authority.pk):
        mine = actions.invite(authority=authority, email="ik@elders.example", role="administrator", actor=second.actor)
        other = actions.invite(authority=authority, email="a@b.example", role="reader", actor=administrator.actor)
        if way == "leaves":
            actions.end_position(position=second, actor=administrator.actor)
        elif way == "is erased":
            actions.erase(position=second, actor=administrator.actor)
        else:
            actions.give_role(position=second, role=Role.READER, actor=administrator.actor)

    with pytest.raises(actions.InvitationGone):
        actions.find_invitation(mine[1])
    assert actions.find_invitation(other[1]).email == "a@b.example"


def test_another_administrator_role_keeps_what_was_sent(authority: Authority, administrator: Member) -> None:
    second = position_in(authority, Role.ADMINISTRATOR, "Bea Beheerder")
    with inside(authority.pk):
        _made, code = actions.invite(authority=authority, email="a@b.example", role="reader", actor=second.actor)
        actions.give_role(position=second, role=Role.ADMINISTRATOR, actor=administrator.actor)

    assert actions.find_invitation(code).email == "a@b.example"


def test_an_invitation_is_not_taken_up_by_somebody_else(authority: Authority, coordinator: Member) -> None:
    code = _code(authority, Role.ADMINISTRATOR, "collega@vliermonde.example")
    before = coordinator.position.role

    shown, taken = coordinator.client.get(_page(code)), coordinator.client.post(_page(code))

    assert (shown.status_code, taken.status_code) == (403, 403)
    assert "another address" in taken.content.decode()
    assert "collega@vliermonde.example" not in taken.content.decode()
    coordinator.position.refresh_from_db()
    assert coordinator.position.role == before
    assert actions.find_invitation(code).open
