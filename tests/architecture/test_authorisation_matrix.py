"""Every address x method x role x target: allowed where the policy says so, and nowhere else."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone

from regiewijzer.config import urls
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from tests.architecture.policy import OUTSIDE, POLICY, Row
from tests.cast import logged_in, position_in, undone
from tests.world import World, add_papers, build_world

MISSING = 999_999_999
REFUSED = (403, 404)
ROLES = {
    "administrator": Role.ADMINISTRATOR,
    "coordinator": Role.COORDINATOR,
    "manager": Role.NETWORK_MANAGER,
    "contributor": Role.CONTRIBUTOR,
    "reader": Role.READER,
    "facilitator": Role.FACILITATOR,
    "guest": Role.GUEST,
}
INSIDE = {pattern.name: pattern for pattern in urls.of_authority}
COUNTED: list[int] = []


@dataclass(frozen=True)
class House:
    """Two authorities with their people. `sessions`: the cookie of everybody who is logged in, by name."""

    world: World
    elsewhere: World
    sessions: dict[str, str]

    def asked(self, who: str, method: str, address: str) -> HttpResponseBase:
        """One request in a browser of its own, of which nothing remains; nobody's name is a visitor."""
        client = Client(headers={"host": "localhost"})
        if who:
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        with transaction.atomic():
            answer: HttpResponseBase = getattr(client, method)(address)
            transaction.set_rollback(True)
        return answer


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """Built once, inside one transaction that never commits."""
    with undone(django_db_blocker):
        yield _built()


def _built() -> House:
    authority, other = (
        Authority.objects.create(slug=slug, name=slug.title()) for slug in ("vliermonde-matrix", "elders-matrix")
    )
    people = {name: position_in(authority, role, name) for name, role in ROLES.items()}
    people["removed"] = position_in(authority, Role.ADMINISTRATOR, "Wies Weg")
    people["stranger"] = position_in(other, Role.ADMINISTRATOR, "Sam Stranger")
    world = build_world(authority, managed_by=people["manager"], guest=people["guest"])
    elsewhere = build_world(other)
    for each, by in ((world, people["administrator"]), (elsewhere, people["stranger"])):
        with inside(each.authority.pk):
            add_papers(each, by=by)
    sessions = {
        name: logged_in(position).client.cookies[settings.SESSION_COOKIE_NAME].value
        for name, position in people.items()
    }
    people["removed"].ended_at = timezone.now()
    people["removed"].save()
    return House(world, elsewhere, sessions)


def test_every_address_has_a_row() -> None:
    outside = {name for name in _names(get_resolver().url_patterns) if name not in INSIDE and not _of_allauth(name)}

    assert set(INSIDE) == set(POLICY), set(INSIDE) ^ set(POLICY)
    assert outside == OUTSIDE, outside ^ OUTSIDE


def _names(patterns: list[URLPattern | URLResolver]) -> Iterator[str]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            yield from _names(pattern.url_patterns)
        elif pattern.name:
            yield pattern.name


def _of_allauth(name: str) -> bool:
    return name.startswith(("account_", "mfa_", "socialaccount_", "openid_connect_"))


@pytest.mark.parametrize("name", sorted(POLICY))
def test_only_those_who_may(name: str, house: House) -> None:
    row = POLICY[name]
    checks = 0

    for role in ROLES:
        for target in _targets(row):
            address = _address(name, row, house, target)
            for method in ("get", "post"):
                answer = house.asked(role, method, address)
                _judge(answer, _expected(row, role, method, target), f"{role} {method} {address} ({target})")
                checks += 1

    COUNTED.append(checks)


@pytest.mark.parametrize("name", sorted(POLICY))
def test_nobody_from_outside_comes_in(name: str, house: House) -> None:
    address = _address(name, POLICY[name], house, "own")

    for method in ("get", "post"):
        visitor = house.asked("", method, address)
        assert visitor.status_code == 302 and "/account/login/" in visitor["location"]  # noqa: PT018 - one thing
        assert house.asked("stranger", method, address).status_code == 404
        assert house.asked("removed", method, address).status_code == 404


@pytest.mark.parametrize("name", sorted(name for name, row in POLICY.items() if row.get or row.guest_own))
def test_reading_changes_nothing(name: str, house: House) -> None:
    row = POLICY[name]
    role = "guest" if row.guest_own else "administrator" if "administrator" in row.get else "guest"

    with CaptureQueriesContext(connection) as queries:
        house.asked(role, "get", _address(name, row, house, "own"))

    writes = [query["sql"] for query in queries if query["sql"].lower().startswith(("insert", "update", "delete"))]
    assert writes == []


def _targets(row: Row) -> tuple[str, ...]:
    if not row.target:
        return ("own",)
    return (
        ("own", "other", "elsewhere", "missing")
        if row.target in ("network", "finding")
        else ("own", "elsewhere", "missing")
    )


def _address(name: str, row: Row, house: House, target: str) -> str:
    world = house.world
    named: dict[str, object] = {"authority": world.authority.slug}
    if row.target:
        named["pk"] = {
            "own": world.key(row.target),
            "other": {"network": world.other_network, "finding": world.other_finding}.get(row.target, MISSING),
            "elsewhere": house.elsewhere.key(row.target),
            "missing": MISSING,
        }[target]
    for part, kind in row.also:
        named[part] = world.keys.get(kind, kind)
    return reverse(name, kwargs=named)


def _expected(row: Row, role: str, method: str, target: str) -> bool | None:
    """True: may; False: may not; None: not offered at all (405) or refused."""
    allowed = row.get if method == "get" else row.post
    if target in ("missing", "elsewhere") or (target == "other" and row.also):
        return False  # a part of one network is not found under another
    if row.manager_own and role == "manager":
        return (target == "own" and (method == "post" or bool(row.get))) or role in allowed
    if row.guest_own and role == "guest":
        return target == "own" and method == "get"
    if not allowed and method == "get":
        return None
    return role in allowed


def _judge(answer: HttpResponseBase, expected: bool | None, what: str) -> None:
    if expected:
        assert answer.status_code in (200, 302, 422), f"{what}: {answer.status_code}"
    else:
        assert answer.status_code in (*REFUSED, 405), f"{what}: {answer.status_code}"


def test_the_matrix_is_large_enough_to_trust() -> None:
    """Runs last in this module: what was checked is counted, so that an emptied matrix is seen."""
    if COUNTED:  # with several workers each counts its own share
        print(f"{sum(COUNTED)} combinations")
        assert sum(COUNTED) > 100
