"""No page shows a button to who may not: every link and every form leads to what the role of who reads it may do.

Which role may what stands in the policy, which the matrix proves address by address; so no form is sent here.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import Any

import pytest
from django.test import Client
from django.urls import Resolver404, ResolverMatch, resolve, reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from tests.accounts import logged_in, position_in, undone
from tests.architecture.policy import POLICY, Row
from tests.world import World, add_papers, build_world

ROLES = {
    "coordinator": Role.COORDINATOR,
    "manager": Role.NETWORK_MANAGER,
    "contributor": Role.CONTRIBUTOR,
    "facilitator": Role.FACILITATOR,
    "reader": Role.READER,
    "guest": Role.GUEST,
}
REFUSED = 400
PARTS = ("goal", "table", "people", "form", "forward", "minutes")
IN_THE_PAGE = re.compile(r"<main.*</main>", re.DOTALL)


@dataclass(frozen=True)
class Town:
    """A world with somebody of each role."""

    world: World
    clients: dict[str, Client]


class _Ways(HTMLParser):
    """Where the links and the forms of a page lead, with how they are asked."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[tuple[str, str]] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "a" and given.get("href"):
            self.found.add(("get", given["href"] or ""))
        if tag == "form" and given.get("action"):
            self.found.add(((given.get("method") or "get").lower(), given["action"] or ""))


@pytest.fixture(scope="module")
def town(django_db_setup: None, django_db_blocker: Any) -> Iterator[Town]:
    with undone(django_db_blocker):
        authority = Authority.objects.create(slug="knoppen", name="Knoppen")
        people = {name: logged_in(position_in(authority, role, name.title())) for name, role in ROLES.items()}
        administrator = logged_in(position_in(authority, Role.ADMINISTRATOR, "Amira"))
        world = build_world(authority, managed_by=people["manager"].position, guest=people["guest"].position)
        with inside(authority.pk):
            add_papers(world, by=administrator.position)
        yield Town(world, {name: member.client for name, member in people.items()})


def _pages(town: Town, role: str) -> Iterator[str]:
    for name, row in POLICY.items():
        if not _may(town, role, "get", row, {"pk": town.world.keys.get(row.target)}):
            continue
        parts: dict[str, Any] = {"authority": town.world.authority.slug}
        parts |= {"pk": town.world.key(row.target)} if row.target else {}
        yield reverse(name, kwargs=parts | {part: town.world.keys.get(kind, kind) for part, kind in row.also})
    if role != "guest":
        network = reverse("network", args=[town.world.authority.slug, town.world.key("network")])
        yield from (f"{network}?part={part}" for part in PARTS)


def _may(town: Town, role: str, how: str, row: Row, kwargs: dict[str, Any]) -> bool:
    if role in (row.post if how == "post" else row.get):
        return True
    own = (role == "manager" and row.manager_own) or (role == "guest" and row.guest_own)
    return own and (row.target != "network" or kwargs.get("pk") == town.world.key("network"))


def _leads_to(address: str) -> ResolverMatch | None:
    try:
        return resolve(re.split("[?#]", address)[0])
    except Resolver404:
        return None


@pytest.mark.parametrize("role", ROLES)
def test_no_page_shows_a_button_to_who_may_not(role: str, town: Town) -> None:
    wrong: set[str] = set()
    for page in _pages(town, role):
        answer = town.clients[role].get(page)
        if answer.status_code != 200 or not answer.get("Content-Type", "").startswith("text/html"):
            continue
        ways = _Ways()
        ways.feed("".join(IN_THE_PAGE.findall(answer.content.decode())))
        for how, address in ways.found:
            match = _leads_to(address) if address.startswith(f"/{town.world.authority.slug}/") else None
            row = POLICY.get(match.url_name or "") if match else None
            if not (match and row) or _may(town, role, how, row, match.kwargs):
                continue
            # what is somebody's own, such as a seat or a test of oneself, stands in no policy of roles
            if how == "post" or town.clients[role].get(address).status_code >= REFUSED:
                wrong.add(f"{page} {how} {address}")

    assert not wrong, "\n".join(sorted(wrong))
