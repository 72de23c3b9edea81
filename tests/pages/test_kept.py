"""A kept page is the page that would be drawn now: whoever asks, and whatever changed."""

import re
from collections.abc import Hashable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone, translation

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.kept import BESIDE, PAGES, Beside, stamp_of
from regiewijzer.register.networks.models import Management
from tests.accounts import Member, logged_in, position_in, undone
from tests.architecture.policy import POLICY, Row
from tests.typed import FORMS
from tests.world import World, add_papers, build_world, measure_all

ROLES = {
    "administrator": Role.ADMINISTRATOR,
    "coordinator": Role.COORDINATOR,
    "manager": Role.NETWORK_MANAGER,
    "contributor": Role.CONTRIBUTOR,
    "reader": Role.READER,
    "facilitator": Role.FACILITATOR,
    "guest": Role.GUEST,
}
TOKEN = re.compile(r'(csrfmiddlewaretoken" value="|X-CSRFToken": ")([A-Za-z0-9]{64})')
FEWEST_CHANGES = 70
DRAWN_FOR_EVERYBODY = frozenset({"coordinator", "contributor", "reader", "facilitator"})  # as for an administrator


@dataclass(frozen=True)
class House:
    """An authority with two people in every role."""

    world: World
    people: dict[str, tuple[Member, Member]]

    def address(self, name: str) -> str:
        row = POLICY[name]
        parts: dict[str, Any] = {"authority": self.world.authority.slug}
        parts |= {"pk": self.world.key(row.target)} if row.target else {}
        return reverse(name, kwargs=parts | {part: self.world.keys.get(kind, kind) for part, kind in row.also})

    def text(self, member: Member, name: str) -> str:
        """The page as this person sees it, but for the codes against forged forms."""
        answer = member.client.get(self.address(name))
        if answer.status_code == 302:
            member.client.get(self.address("help"))  # where a message says why
        is_page = answer.get("Content-Type", "").startswith("text/html") and "no-cache" not in answer["Cache-Control"]
        return TOKEN.sub(r"\1", answer.content.decode()) if is_page and answer.status_code == 200 else ""


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker: Any) -> Iterator[House]:
    """Built once, inside one transaction that never commits."""
    with undone(django_db_blocker):
        authority = Authority.objects.create(slug="bewaard", name="Bewaard")
        elsewhere = Authority.objects.create(slug="bewaard-elders", name="Elders")
        people = {
            name: (_member(authority, role, "Ans"), _member(authority, role, "Bo")) for name, role in ROLES.items()
        }
        Position.objects.create(authority=elsewhere, user=people["coordinator"][1].user, role=Role.READER)
        User.objects.filter(pk=people["reader"][1].user.pk).update(theme="dark")
        world = build_world(authority, managed_by=people["manager"][0].position, guest=people["guest"][0].position)
        with inside(authority.pk):
            add_papers(world, by=people["administrator"][0].position)
            measure_all(world)
            refresh(authority=authority, today=timezone.localdate())
        yield House(world, people)


def _member(authority: Authority, role: Role, name: str) -> Member:
    return logged_in(position_in(authority, role, f"{name} {role.value.replace('_', ' ').title()}"))


@pytest.fixture(autouse=True)
def _nothing_kept() -> Iterator[None]:
    PAGES.clear()
    yield
    PAGES.clear()


def _readable(role: str) -> list[str]:
    return [name for name, row in POLICY.items() if role in row.get or _on_own_network(row, role)]


def _on_own_network(row: Row, role: str) -> bool:
    return (role == "guest" and row.guest_own) or (role == "manager" and row.manager_own and bool(row.get))


@pytest.mark.parametrize("role", ROLES)
def test_each_of_two_people_sees_their_own_page_also_when_the_other_was_first(role: str, house: House) -> None:
    first, second = house.people[role]
    for name in _readable(role):
        PAGES.clear()
        theirs = house.text(second, name)
        PAGES.clear()
        drawn = house.text(first, name)

        assert house.text(second, name) == theirs, name
        assert role in DRAWN_FOR_EVERYBODY or house.text(first, name) == drawn, name


def test_whoever_manages_a_network_beside_their_role_opens_nothing_for_others(house: House) -> None:
    """Somebody with another role may still manage a network: their page is not that of the role."""
    for role, name in (("reader", "network_edit"), ("contributor", "network_form_decide"), ("reader", "network")):
        PAGES.clear()
        first, second = house.people[role]
        before = second.client.get(house.address(name))
        with transaction.atomic():
            with inside(house.world.authority.pk):
                Management.objects.create(
                    authority=house.world.authority, network_id=house.world.key("network"), position=first.position
                )
            opened = [first.client.get(house.address(name)).status_code for _time in range(2)]
            shut = second.client.get(house.address(name))
            transaction.set_rollback(True)

        assert opened == [200, 200]
        assert shut.status_code == before.status_code
        assert TOKEN.sub("", shut.content.decode()) == TOKEN.sub("", before.content.decode())


def test_another_language_is_another_page(house: House) -> None:
    member = house.people["coordinator"][0]
    english = house.text(member, "overview")
    User.objects.filter(pk=member.user.pk).update(language="nl")

    assert '<html lang="en"' in english
    assert '<html lang="nl"' in house.text(member, "overview")
    User.objects.filter(pk=member.user.pk).update(language="en")


CHANGES = sorted(name for name, row in POLICY.items() if row.post)


@pytest.fixture(scope="module")
def before(house: House) -> dict[str, str]:
    """Every page as it is before anything changes."""
    PAGES.clear()
    administrator = house.people["administrator"][0]
    return {name: house.text(administrator, name) for name in _readable("administrator")}


@pytest.mark.parametrize("name", CHANGES)
def test_no_page_outlives_a_change_that_it_shows(name: str, house: House, before: dict[str, str]) -> None:
    """What somebody sends changes the stamp of every page that is another page afterwards."""
    administrator = house.people["administrator"][0]
    stamps = _stamps(administrator)
    with transaction.atomic():
        with CaptureQueriesContext(connection) as queries:
            administrator.client.post(house.address(name), FORMS[name]() if name in FORMS else {})
        administrator.client.get(house.address("help"))  # where a message may wait
        still = _unchanged(stamps, _stamps(administrator)) if _wrote(queries) else set()
        PAGES.clear()
        shown = {page: text for page, text in before.items() if text and _beside(page) in still}
        stale = [page for page, text in shown.items() if house.text(administrator, page) != text]
        transaction.set_rollback(True)

    assert stale == []


def _wrote(queries: CaptureQueriesContext) -> bool:
    """Something but the session, where messages wait."""
    return any(
        query["sql"].startswith(("INSERT", "UPDATE", "DELETE")) and "session" not in query["sql"] for query in queries
    )


def test_what_is_sent_here_changes_something(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    """The test above would be right about nothing if the program refused what it sends."""
    monkeypatch.setattr("regiewijzer.overview.findings.middleware.refresh_or_tell", lambda _authority: False)
    administrator = house.people["administrator"][0]
    done = 0
    for name in CHANGES:
        with transaction.atomic():
            answer = administrator.client.post(house.address(name), FORMS[name]() if name in FORMS else {})
            done += answer.status_code == 302
            transaction.set_rollback(True)

    assert done >= FEWEST_CHANGES


def _beside(page: str) -> Beside:
    return BESIDE.get(page, Beside())


def _stamps(member: Member) -> dict[Beside, Hashable]:
    request: Any = RequestFactory().get("/")
    request.authority, request.position = member.position.authority, member.position
    with inside(member.position.authority_id):
        return {beside: stamp_of(request, beside) for beside in {Beside(), *BESIDE.values()}}


def _unchanged(first: dict[Beside, Hashable], second: dict[Beside, Hashable]) -> set[Beside]:
    return {beside for beside, stamp in first.items() if second[beside] == stamp}


def test_another_name_of_a_colleague_is_seen_at_once(house: House) -> None:
    administrator, contributor = house.people["administrator"][0], house.people["contributor"][0]
    with transaction.atomic():
        assert "Ans Contributor" in house.text(administrator, "team")
        contributor.client.post("/account/voorkeuren/", {"name": "Anke Nieuw", "language": "en", "theme": "auto"})

        assert "Anke Nieuw" in house.text(administrator, "team")
        transaction.set_rollback(True)


def test_a_message_is_for_one_person_once(house: House) -> None:
    first, second = house.people["coordinator"]
    with transaction.atomic():
        for member in (first, second):
            house.text(member, "challenge")
        first.client.post(house.address("challenge_confirm"))

        told = [house.text(member, "challenge") for member in (second, first, second, first)]
        transaction.set_rollback(True)

    assert ["Confirmed" in text for text in told] == [False, True, False, False]


def test_the_code_in_a_kept_form_is_that_of_who_asks(house: House) -> None:
    first, second = (_strict(member) for member in house.people["coordinator"])
    address = house.address("challenge_edit")
    codes = [_code(client.get(address)) for client in (first, second, first)]

    assert len(set(codes)) == 3
    with transaction.atomic():
        assert first.post(house.address("challenge_confirm"), {"csrfmiddlewaretoken": codes[2]}).status_code == 302
        assert first.post(house.address("challenge_confirm"), {"csrfmiddlewaretoken": codes[1]}).status_code == 403
        transaction.set_rollback(True)


def _strict(member: Member) -> Client:
    client = Client(enforce_csrf_checks=True, headers={"host": "localhost"})
    client.cookies[settings.SESSION_COOKIE_NAME] = member.client.cookies[settings.SESSION_COOKIE_NAME].value
    return client


def _code(answer: HttpResponse) -> str:
    found = TOKEN.search(answer.content.decode())
    assert found
    return found[2]


def test_a_page_is_drawn_once_for_everybody_in_a_role(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    first, second = house.people["reader"]
    with translation.override("en"):
        house.text(first, "help")
    monkeypatch.setattr("regiewijzer.overview.help.views.catalogue.knowledge_pages", lambda *_: 1 / 0)
    User.objects.filter(pk=second.user.pk).update(theme="auto")

    assert "Bo Reader" in house.text(second, "help")
    User.objects.filter(pk=second.user.pk).update(theme="dark")


def test_what_is_no_page_is_not_kept(house: House) -> None:
    client = house.people["administrator"][0].client
    for name in ("home_of", "exchange_template", "report_pdf", "workshop_lead"):
        client.get(house.address(name))
    client.get(f"/{house.world.authority.slug}/netwerken/999999999/")
    client.get(house.address("networks"), headers={"hx-request": "true"})
    client.get(house.address("networks"))

    assert len(PAGES) == 2
