from datetime import timedelta
from typing import Any

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from django.contrib.sessions.models import Session
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member, logged_in, with_second_step

from regiewijzer.foundation.authorities.models import Authority, SecondStep

PAGE, TEAM = reverse("preferences"), "/vliermonde/team/"
OVERVIEW = "/vliermonde/overzicht/"


def _comes_in(member: Member, page: str = OVERVIEW) -> bool:
    return member.client.get(page).status_code == 200


def _elsewhere(member: Member, agent: str) -> Member:
    """The same person in another browser, which they used."""
    other = logged_in(member.position)
    other.client.get(PAGE, headers={"user-agent": agent})
    return other


def test_a_session_that_nobody_uses_ends_and_one_in_use_goes_on(reader: Member) -> None:
    start = timezone.now()
    with time_machine.travel(start, tick=False):
        assert _comes_in(reader)
    for hours in (8, 16, 24):
        with time_machine.travel(start + timedelta(hours=hours), tick=False):
            assert _comes_in(reader)
    with time_machine.travel(start + timedelta(hours=37), tick=False):
        assert not _comes_in(reader)


def test_somebody_sees_where_they_are_logged_in_and_nobody_else_does(reader: Member, manager: Member) -> None:
    reader.client.get(PAGE, headers={"user-agent": "Firefox thuis"})
    _elsewhere(reader, "Telefoon")

    page = reader.client.get(PAGE).content.decode()

    assert "Firefox thuis" in page
    assert "Telefoon" in page
    assert page.count("Log out there") == 1
    assert "Telefoon" not in manager.client.get(PAGE).content.decode()
    assert not [each for each in Session.objects.all() if each.session_key in page]


def test_one_session_is_ended_and_the_others_go_on(reader: Member) -> None:
    phone, tablet = _elsewhere(reader, "Telefoon"), _elsewhere(reader, "Tablet")
    page = reader.client.get(PAGE)
    mark = next(each.mark for each in page.context["sessions"] if each.agent == "Telefoon")

    reader.client.post(reverse("session_end"), {"session": mark})

    assert (_comes_in(phone), _comes_in(tablet), _comes_in(reader)) == (False, True, True)


def test_all_other_sessions_are_ended_at_once(reader: Member) -> None:
    others = [_elsewhere(reader, "Telefoon"), _elsewhere(reader, "Tablet")]
    reader.client.get(PAGE)

    reader.client.post(reverse("session_end"))

    assert [_comes_in(each) for each in (*others, reader)] == [False, False, True]


def test_nobody_ends_the_session_of_somebody_else(reader: Member, manager: Member) -> None:
    theirs = _elsewhere(manager, "Telefoon")
    mark = next(each.mark for each in manager.client.get(PAGE).context["sessions"] if each.agent == "Telefoon")

    reader.client.post(reverse("session_end"), {"session": mark})
    reader.client.post(reverse("session_end"))

    assert _comes_in(theirs)
    assert Client(headers={"host": "localhost"}).post(reverse("session_end")).status_code == 302


@pytest.mark.parametrize(
    ("asked", "in_"),
    [
        (SecondStep.NOBODY, (True, True)),
        (SecondStep.ADMINISTRATORS, (False, True)),
        (SecondStep.EVERYBODY, (False, False)),
    ],
)
def test_whoever_has_to_sets_up_two_steps_first(
    authority: Authority, administrator: Member, reader: Member, asked: str, in_: tuple[bool, bool]
) -> None:
    Authenticator.objects.all().delete()
    Authority.objects.update(second_step=asked)

    assert (_comes_in(administrator), _comes_in(reader)) == in_

    for member in (administrator, reader):
        with_second_step(member.user)
    assert (_comes_in(administrator), _comes_in(reader)) == (True, True)


def test_who_has_to_set_them_up_is_told_so_and_saves_nothing_before(administrator: Member) -> None:
    Authenticator.objects.all().delete()

    answer = administrator.client.get(TEAM, follow=True)
    written = administrator.client.post(reverse("challenge_add", args=["vliermonde"]), {"name": "Nieuw"})
    part = administrator.client.get(OVERVIEW, headers={"hx-request": "true"})

    assert answer.redirect_chain == [(reverse("mfa_index"), 302)]
    assert "Vliermonde asks for a second step" in answer.content.decode()
    assert written["location"] == part["hx-redirect"] == reverse("mfa_index")


def test_recovery_codes_alone_are_no_second_step(administrator: Member) -> None:
    Authenticator.objects.update(type=Authenticator.Type.RECOVERY_CODES)

    assert not _comes_in(administrator)


def test_whoever_came_through_an_outside_provider_has_its_steps(administrator: Member) -> None:
    Authenticator.objects.all().delete()
    session = administrator.client.session
    session["account_authentication_methods"] = [{"method": "socialaccount", "at": 1.0, "provider": "oidc"}]
    session.save()

    assert _comes_in(administrator)


def test_a_program_that_lets_anybody_in_asks_no_second_step(administrator: Member, settings: Any) -> None:
    Authenticator.objects.all().delete()
    settings.EXAMPLE = True

    assert _comes_in(administrator)


def test_by_default_administrators_have_to_and_nobody_in_an_example(authority: Authority) -> None:
    assert authority.asks_second_step("administrator")
    assert not authority.asks_second_step("reader")
    authority.is_example = True
    assert not authority.asks_second_step("administrator")


def test_an_administrator_says_who_has_to(authority: Authority, administrator: Member) -> None:
    page = reverse("settings", args=["vliermonde"])
    form = administrator.client.get(page).context["form"]
    typed = {name: form[name].value() or "" for name in form.fields}

    administrator.client.post(page, {**typed, "second_step": "everybody", "power_order": "legal_last"})

    authority.refresh_from_db()
    assert authority.second_step == SecondStep.EVERYBODY
