"""What was agreed about a seat, what users told and what a test answered: everybody else looks for it everywhere."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

import pytest
from django.http.response import HttpResponseBase
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Filled, Way, finish, keep, questionnaire, start
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.kept import PAGES
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.documents.network_dossier import paper_of
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.networks.models import Delegate, Management, Network
from regiewijzer.register.records.actions import make_findable
from regiewijzer.tools.insights.models import CONFIDENTIAL, Insight, Moment, Use
from regiewijzer.tools.mandates.models import Card, Promise
from tests.accounts import Member, logged_in, position_in, undone
from tests.architecture.policy import POLICY
from tests.typed import FORMS
from tests.world import World, add_papers, build_world

CANARY = "kanarievogel nestkast"  # of a mandate, a promise, an interview and a diary
OF_TEST = "rollenvink"  # what somebody answered in the test of roles
SEARCHED = "nestkast"
STATIC = ("help", "knowledge", "workshop", "survey", "questionnaire", "axis", "choice", "readiness")  # of no seat
ABOUT_TESTS = ("questionnaire", "sitting", "role", "staffing", "person", "week", "trail", "team", "network", "search")
ROLES = {
    "administrator": Role.ADMINISTRATOR,
    "coordinator": Role.COORDINATOR,
    "manager": Role.NETWORK_MANAGER,
    "other manager": Role.NETWORK_MANAGER,
    "contributor": Role.CONTRIBUTOR,
    "facilitator": Role.FACILITATOR,
    "reader": Role.READER,
    "guest": Role.GUEST,
}
FEW = ("administrator", "coordinator", "manager")  # of the network itself
OTHERS = (*(who for who in ROLES if who not in FEW), "stranger")
DOCUMENTS = ("application/zip", "application/vnd.openxmlformats")


@dataclass(frozen=True)
class Site:
    """An authority in which these words stand where few may read them, and everybody who looks."""

    world: World
    people: dict[str, Member]

    @property
    def slug(self) -> str:
        return self.world.authority.slug


@pytest.fixture(scope="module")
def site(django_db_setup: None, django_db_blocker: Any) -> Iterator[Site]:
    """Built once; nothing remains of it."""
    with undone(django_db_blocker):
        yield _built()
    PAGES.clear()


def _built() -> Site:
    authority, other = (Authority.objects.create(slug=slug, name=slug.title()) for slug in ("voliere", "buiten"))
    people = {who: logged_in(position_in(authority, role, who.title())) for who, role in ROLES.items()}
    people["stranger"] = logged_in(position_in(other, Role.ADMINISTRATOR, "Sam Stranger"))
    world = build_world(authority, managed_by=people["manager"].position, guest=people["guest"].position)
    with inside(authority.pk):
        Management.objects.create(
            authority=authority, network_id=world.other_network, position=people["other manager"].position
        )
        add_papers(world, by=people["administrator"].position)
        _hide(world)
        world.keys["own_test"] = _test_of_roles(people["coordinator"])
        refresh(authority=authority, today=timezone.localdate())
    return Site(world, people)


def _hide(world: World) -> None:
    """A mandate, an interview and a diary that nobody but a few may read."""
    Card.objects.update(**dict.fromkeys(("why", "may_promise", "asks", "reports_to"), CANARY))
    Promise.objects.update(
        **dict.fromkeys(("text", "overruled_by", "overruled_why", "relation"), CANARY), overruled_on=date(2026, 1, 1)
    )
    Delegate.objects.update(critical_voice=True)
    Insight.objects.filter(kind__in=CONFIDENTIAL).update(**dict.fromkeys((*Insight.EMPTIED, "name"), CANARY))
    Moment.objects.update(**dict.fromkeys(("what", "where", "company", "service", "note"), CANARY))
    for kind in ("interview", "diary"):
        Use.objects.create(authority=world.authority, insight_id=world.key(kind), contribution=CANARY, changed=CANARY)
    for network in Network.objects.all():
        make_findable(network)


def _test_of_roles(member: Member) -> int:
    """Of one person, who alone sees it. Its key."""
    sitting = start(questionnaire=questionnaire("manager-roles"), way=Way.ALONE, by=member.position)
    answers = {each.id: 5 for each in questionnaire("manager-roles").questions}
    keep(sitting=sitting, filled=Filled(asked=tuple(answers), answers=answers, minutes={"": OF_TEST}))
    finish(sitting=sitting, held_on=timezone.localdate(), actor=member.actor)
    return int(sitting.pk)


def _addresses(site: Site) -> Iterator[tuple[str, str]]:
    """The name and the address of every page that anybody may open, of this network and of what stands in it."""
    world = site.world
    for name, row in POLICY.items():
        parts: dict[str, int | str] = {"authority": site.slug}
        parts |= {"pk": world.key(row.target)} if row.target else {}
        parts |= {part: world.keys.get(kind, kind) for part, kind in row.also}
        if row.get or row.guest_own:
            yield name, reverse(name, kwargs=parts)
            if "insight" in parts and name != "network_insight_use_back":
                for kind in ("interview", "diary"):
                    yield name, reverse(name, kwargs={**parts, "insight": world.key(kind)})
    yield "sitting_result", reverse("sitting_result", args=[site.slug, world.key("own_test")])
    yield "search", f"{reverse('search', args=[site.slug])}?q={SEARCHED}"


def _words(answer: HttpResponseBase) -> str:
    """What somebody can read in an answer: of a page its source, of a paper or workbook what is in it."""
    content = b"".join(answer) if answer.streaming else answer.content  # type: ignore[arg-type, attr-defined]
    kind = answer.get("Content-Type", "")
    if kind.startswith("application/pdf") and len(content) > len(b"%PDF"):
        return " ".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)
    if kind.startswith(DOCUMENTS):
        files = zipfile.ZipFile(io.BytesIO(content))
        return " ".join(files.read(name).decode("utf-8", "replace") for name in files.namelist())
    return content.decode("utf-8", "replace")


def _read(client: Client, addresses: Iterator[tuple[str, str]]) -> dict[str, str]:
    answers = {address: client.get(address) for _name, address in addresses}
    return {address: _words(answer) for address, answer in answers.items() if answer.status_code == 200}


@pytest.mark.parametrize("who", OTHERS)
def test_nobody_else_finds_a_word_of_it_on_any_page(who: str, site: Site) -> None:
    """One who may read everything reads pages of no seat too; for the others those are the same."""
    pages = (each for each in _addresses(site) if who == "contributor" or not each[0].startswith(STATIC))

    shown = _read(site.people[who].client, pages)

    assert len(shown) > 2 or who == "stranger"
    assert not (who == "stranger" and shown)
    told = {address for address, words in shown.items() if SEARCHED in words.replace(f"?q={SEARCHED}", "")}
    assert told <= {f"{reverse('search', args=[site.slug])}?q={SEARCHED}"}
    assert [address for address, words in shown.items() if "kanarievogel" in words or OF_TEST in words] == []
    assert [address for address, words in shown.items() if "Critical voice" in words] == []


@pytest.mark.parametrize("who", ["administrator", "manager"])
def test_a_test_of_roles_stays_with_its_person_and_a_mandate_with_who_manages_its_network(who: str, site: Site) -> None:
    pages = (each for each in _addresses(site) if each[0].startswith(ABOUT_TESTS))

    shown = _read(site.people[who].client, pages)

    assert any("kanarievogel" in words for words in shown.values())  # they may, so that the others look for something
    assert [address for address, words in shown.items() if OF_TEST in words] == []


def test_somebody_reads_their_own_test_and_nobody_else_opens_it(site: Site) -> None:
    result = reverse("sitting_result", args=[site.slug, site.world.key("own_test")])

    opened = {who: member.client.get(result) for who, member in site.people.items()}

    assert OF_TEST in _words(opened.pop("coordinator"))
    assert {answer.status_code for answer in opened.values()} <= {403, 404}


@pytest.mark.parametrize("who", [*ROLES, "stranger"])
def test_only_the_full_export_of_the_coordinator_has_it(who: str, site: Site) -> None:
    client, reads = site.people[who].client, who in ("administrator", "coordinator")

    taken = [client.post(reverse(name, args=[site.slug])) for name in ("exchange_export_csv", "exchange_export")]

    words = [_words(each) for each in taken if each.status_code == 200]
    assert len(words) == (0 if who in ("facilitator", "guest", "stranger") else 2)
    assert all(("kanarievogel" in each) is reads for each in words)
    assert not any(OF_TEST in each for each in words)
    if not words:
        return
    files = zipfile.ZipFile(io.BytesIO(client.post(reverse("exchange_export_csv", args=[site.slug])).content))
    assert ("Mandaten.csv" in files.namelist()) is reads
    assert ("Gesprekken.csv" in files.namelist()) is reads
    assert "Persona’s.csv" in files.namelist()
    assert ("Kritische stem" in files.read("Zetels.csv").decode("utf-8-sig")) is reads


def test_the_trail_says_that_it_was_done_and_not_what(site: Site) -> None:
    client = site.people["coordinator"].client
    about = [site.world.key("network"), site.world.key("membership")]
    client.post(
        reverse("network_promise_add", args=[site.slug, *about]), {**FORMS["network_promise_add"](), "text": CANARY}
    )

    trail = client.get(reverse("trail", args=[site.slug])).content.decode()

    assert "kanarievogel" not in trail
    with inside(site.world.authority.pk):
        assert Promise.objects.filter(text=CANARY, overruled_on=None).exists()


def test_nothing_of_it_is_ever_on_paper(site: Site) -> None:
    world = site.world
    with inside(world.authority.pk):
        network, today = Network.objects.get(pk=world.key("network")), timezone.localdate()
        dossier, board = paper_of(network, world.authority, today), board_of(world.authority, today)

    assert "Mieke" in str(dossier)
    assert SEARCHED not in str(dossier)
    assert SEARCHED not in " ".join(page.extract_text() for page in PdfReader(io.BytesIO(board.pdf.content)).pages)


def test_no_rule_and_no_report_knows_of_it() -> None:
    (tool,) = [tool for tool in TOOLS if tool.name == "mandates"]

    assert (tool.facts, tool.board, tool.imports, tool.rows) == ({}, None, {}, ())
    assert tool.network_facts(timezone.localdate()) == {}
