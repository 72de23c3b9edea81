"""The first page where nothing stands, where findings are to come, and where nothing is late."""

from datetime import timedelta

import pytest
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.register.networks.models import Network
from tests.accounts import Member

HOME = "/vliermonde/deze-week/"
STAFF = ("coordinator", "manager", "contributor", "facilitator", "reader")
ONLY_WHEN_KNOWN = ("Nothing waits for you", "No action is late", "No finding is new", "looked at lately")


def said_to(member: Member) -> str:
    return " ".join(member.client.get(HOME).content.decode().split())


@pytest.mark.parametrize("role", STAFF)
def test_of_an_empty_register_only_that_is_told(
    authority: Authority, role: str, request: pytest.FixtureRequest
) -> None:
    said = said_to(request.getfixturevalue(role))

    assert "The register is still empty" in said
    assert [words for words in ONLY_WHEN_KNOWN if words in said] == []


def test_who_may_bring_a_list_in_is_led_there(authority: Authority, coordinator: Member, reader: Member) -> None:
    begin = 'href="/vliermonde/eerste-uur/"'

    assert begin in said_to(coordinator)
    assert begin not in said_to(reader)


def test_while_findings_are_computed_none_is_said_to_be_new(authority: Authority, coordinator: Member) -> None:
    with inside(authority.pk):
        Network.objects.create(authority=authority, name="Buurtzorg")

    said = said_to(coordinator)
    assert "The findings are being computed" in said
    assert "The findings about the latest change are not there yet" in said
    assert [words for words in ONLY_WHEN_KNOWN if words in said] == []


def test_without_actions_none_is_said_to_be_late(authority: Authority, coordinator: Member) -> None:
    today = timezone.localdate()
    with inside(authority.pk):
        Network.objects.create(authority=authority, name="Buurtzorg", started=today - timedelta(days=90))
        refresh(authority=authority, today=today)

    said = said_to(coordinator)
    assert "No action is open." in said
    assert "No action is late" not in said
