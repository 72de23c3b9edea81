"""Every address x method x role x target: allowed where the policy says so, and nowhere else."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http.response import HttpResponseBase
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from regiewijzer.config import urls
from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.kept import PAGES
from tests.accounts import logged_in, position_in, undone
from tests.architecture.policy import OUTSIDE, POLICY, Row
from tests.world import World, add_papers, build_world

MISSING = 999_999_999
MAY, MAY_NOT, NOT_OFFERED = (200, 302, 422), (403, 404), (403, 404, 405)
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
LEAST_ADDRESSES = 90


@dataclass(frozen=True)
class Site:
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


@pytest.fixture
def status_alone(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Who may is decided before a page is drawn and before findings are computed again: neither is done here.

    Every page is drawn for every role by `tests/pages/test_kept.py`.
    """
    monkeypatch.setattr("django.template.backends.django.Template.render", lambda *_args, **_context: SafeString())
    monkeypatch.setattr("regiewijzer.overview.findings.middleware.refresh_or_tell", lambda _authority: False)
    yield
    PAGES.clear()


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """Built once, inside one transaction that never commits."""
    with undone(django_db_blocker):
        yield _built()


def _built() -> Site:
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
            refresh(authority=each.authority, today=timezone.localdate())
    sessions = {name: _session_in_use(position) for name, position in people.items()}
    people["removed"].ended_at = timezone.now()
    people["removed"].save()
    return Site(world, elsewhere, sessions)


def _session_in_use(position: Position) -> str:
    """The cookie of somebody who is logged in. The first page of a session notes in it that it is used."""
    client = logged_in(position).client
    client.get("/")
    return str(client.cookies[settings.SESSION_COOKIE_NAME].value)


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
@pytest.mark.usefixtures("status_alone")
def test_only_those_who_may(name: str, site: Site) -> None:
    row = POLICY[name]

    for role, target, method in _combinations(row):
        address = _address(name, row, site, target)
        answer = site.asked(role, method, address)
        expected = _expected(row, role, method, target)
        assert answer.status_code in expected, f"{role} {method} {address} ({target}): {answer.status_code}"


@pytest.mark.parametrize("name", sorted(POLICY))
@pytest.mark.usefixtures("status_alone")
def test_nobody_from_outside_comes_in(name: str, site: Site) -> None:
    address = _address(name, POLICY[name], site, "own")

    for method in ("get", "post"):
        visitor = site.asked("", method, address)
        assert visitor.status_code == 302 and "/account/login/" in visitor["location"]  # noqa: PT018 - one thing
        assert site.asked("stranger", method, address).status_code == 404
        assert site.asked("removed", method, address).status_code == 404


@pytest.mark.parametrize("name", sorted(name for name, row in POLICY.items() if row.get or row.guest_own))
def test_reading_changes_nothing(name: str, site: Site) -> None:
    row = POLICY[name]
    role = "guest" if row.guest_own else "administrator" if "administrator" in row.get else "guest"

    with CaptureQueriesContext(connection) as queries:
        site.asked(role, "get", _address(name, row, site, "own"))

    writes = [query["sql"] for query in queries if query["sql"].lower().startswith(("insert", "update", "delete"))]
    assert writes == []


def _combinations(row: Row) -> Iterator[tuple[str, str, str]]:
    """Every role, target and method."""
    return product(ROLES, _targets(row), ("get", "post"))


def _targets(row: Row) -> tuple[str, ...]:
    if not row.target:
        return ("own",)
    return (
        ("own", "other", "elsewhere", "missing")
        if row.target in ("network", "finding")
        else ("own", "elsewhere", "missing")
    )


def _address(name: str, row: Row, site: Site, target: str) -> str:
    world = site.world
    named: dict[str, object] = {"authority": world.authority.slug}
    if row.target:
        named["pk"] = {
            "own": world.key(row.target),
            "other": {"network": world.other_network, "finding": world.other_finding}.get(row.target, MISSING),
            "elsewhere": site.elsewhere.key(row.target),
            "missing": MISSING,
        }[target]
    for part, kind in row.also:
        named[part] = world.keys.get(kind, kind)
    return reverse(name, kwargs=named)


def _expected(row: Row, role: str, method: str, target: str) -> tuple[int, ...]:
    """The statuses an answer may have: MAY, MAY_NOT, or NOT_OFFERED where nobody at all may do this here."""
    if not _offered(row, method):
        return NOT_OFFERED
    return MAY if _may(row, role, method, target) else MAY_NOT


def _offered(row: Row, method: str) -> bool:
    if method == "get":
        return bool(row.get) or row.guest_own
    return bool(row.post)


def _may(row: Row, role: str, method: str, target: str) -> bool:
    allowed = row.get if method == "get" else row.post
    if target in ("missing", "elsewhere") or (target == "other" and row.also):
        return False  # a part of one network is not found under another
    if row.manager_own and role == "manager" and target == "own":
        return True
    if row.guest_own and role == "guest":
        return target == "own"
    return role in allowed


def test_the_matrix_is_large_enough_to_trust() -> None:
    """An emptied matrix, or one in which nobody may or everybody may, would pass everything else."""
    wanted = [
        _expected(row, role, method, target) for row in POLICY.values() for role, target, method in _combinations(row)
    ]

    assert len(POLICY) >= LEAST_ADDRESSES
    assert len(wanted) > 2000
    assert min(wanted.count(outcome) for outcome in (MAY, MAY_NOT, NOT_OFFERED)) > 300


@pytest.mark.parametrize(
    ("row", "role", "method", "target", "expected"),
    [
        (Row(post=frozenset({"reader"})), "reader", "get", "own", NOT_OFFERED),
        (Row(get=frozenset({"reader"})), "reader", "post", "own", NOT_OFFERED),
        (Row(post=frozenset({"reader"})), "guest", "post", "own", MAY_NOT),
        (Row(post=frozenset({"reader"})), "reader", "post", "own", MAY),
        (Row(post=frozenset({"reader"})), "reader", "post", "elsewhere", MAY_NOT),
        (Row(post=frozenset({"reader"}), manager_own=True), "manager", "post", "own", MAY),
        (Row(post=frozenset({"reader"}), manager_own=True), "manager", "post", "other", MAY_NOT),
    ],
)
def test_may_not_and_not_offered_are_told_apart(
    row: Row, role: str, method: str, target: str, expected: tuple[int, ...]
) -> None:
    assert _expected(row, role, method, target) == expected
    assert 405 in NOT_OFFERED
    assert 405 not in MAY_NOT
