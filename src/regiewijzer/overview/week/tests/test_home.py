"""The first page of every role: it says what waits, and every link on it works for who reads it."""

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.meetings.models import Action, Meeting, Presence

HOME = "/vliermonde/deze-week/"
ROLES = ("administrator", "coordinator", "manager", "contributor", "facilitator", "reader", "guest")
IN_THE_PAGE = re.compile(r"<main.*</main>", re.DOTALL)
LINK = re.compile(r'href="(/vliermonde/[^"#]*)')


@pytest.fixture
def _busy(world: World, manager: Member, contributor: Member) -> None:
    """A meeting to come, something late, and a finding on somebody's name."""
    today = timezone.localdate()
    with inside(world.authority.pk):
        Meeting.objects.filter(pk=world.key("meeting")).update(held_on=today + timedelta(days=2))
        Action.objects.filter(pk=world.key("action")).update(
            colleague=contributor.position, due=today - timedelta(days=3), state="open"
        )
        StoredFinding.objects.filter(pk=world.key("finding")).update(owner=manager.position)


@pytest.mark.parametrize("role", ROLES)
@pytest.mark.usefixtures("_busy")
def test_every_link_on_the_first_page_works_for_who_reads_it(
    world: World, role: str, request: pytest.FixtureRequest
) -> None:
    member: Member = request.getfixturevalue(role)

    page = member.client.get("/vliermonde/", follow=True)

    (main,) = IN_THE_PAGE.findall(page.content.decode())
    links = sorted(set(LINK.findall(main)))
    assert page.status_code == 200
    assert page.context["home"].parts
    answers = {link: member.client.get(link.replace("&amp;", "&")).status_code for link in links}
    assert answers == dict.fromkeys(links, 200)


@pytest.mark.usefixtures("_busy")
def test_a_manager_sees_the_next_meeting_and_who_stays_away(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Presence.objects.filter(meeting=world.key("meeting")).delete()

    parts = manager.client.get(HOME).context["home"].parts

    assert "Kansrijk Opgroeien" in parts[0].title
    assert parts[0].do is not None
    assert any(row.late for part in parts for row in part.rows)
    assert any(part.title == "Findings you look into" for part in parts)


@pytest.mark.usefixtures("_busy")
def test_what_is_on_somebody_s_name_is_on_nobody_else_s_page(world: World, contributor: Member, reader: Member) -> None:
    def mine(member: Member) -> list[str]:
        parts = member.client.get(HOME).context["home"].parts
        return [row.text for part in parts if part.title == "My actions" for row in part.rows]

    assert len(mine(contributor)) == 1
    assert mine(reader) == []


def test_who_is_not_from_here_finds_nothing(world: World, stranger: Member, client: Client) -> None:
    assert stranger.client.get(HOME).status_code == 404
    assert client.get(HOME).status_code == 302
