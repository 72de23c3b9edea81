"""What was agreed about a seat, and what users told, is read by few: everybody else looks for it everywhere."""

import io
import zipfile
from collections.abc import Iterator
from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.documents.network_dossier import paper_of
from regiewijzer.overview.tools import TOOLS
from regiewijzer.register.networks.models import Delegate, Network
from regiewijzer.tools.insights.models import CONFIDENTIAL, Insight, Moment, Use
from regiewijzer.tools.mandates.models import Card, Promise
from tests.accounts import Member
from tests.architecture.policy import POLICY
from tests.world import World, add_papers

CANARY = "kanarievogel"


@pytest.fixture
def canary(world: World, administrator: Member) -> World:
    """A mandate, an interview and a diary that nobody but a few may read: their words are looked for everywhere."""
    with inside(world.authority.pk):
        add_papers(world, by=administrator.position)
        texts = dict.fromkeys(("why", "may_promise", "asks", "reports_to"), CANARY)
        Card.objects.update(**texts)
        Promise.objects.update(
            **dict.fromkeys(("text", "overruled_by", "overruled_why", "relation"), CANARY),
            overruled_on=date(2026, 1, 1),
        )
        Delegate.objects.update(critical_voice=True)
        told = dict.fromkeys((*Insight.EMPTIED, "name"), CANARY)
        Insight.objects.filter(kind__in=CONFIDENTIAL).update(**told)
        Moment.objects.update(**dict.fromkeys(("what", "where", "company", "service", "note"), CANARY))
        for kind in ("interview", "diary"):
            Use.objects.create(
                authority=world.authority, insight_id=world.key(kind), contribution=CANARY, changed=CANARY
            )
        refresh(authority=world.authority, today=timezone.localdate())
    return world


def _addresses(world: World) -> Iterator[str]:
    for name, row in POLICY.items():
        parts: dict[str, int | str] = {"authority": world.authority.slug}
        parts |= {"pk": world.key(row.target)} if row.target else {}
        parts |= {part: world.keys.get(kind, kind) for part, kind in row.also}
        if row.get or row.manager_own or row.guest_own:
            yield reverse(name, kwargs=parts)
            if "insight" in parts and name not in ("network_insight_use_back",):
                yield reverse(name, kwargs={**parts, "insight": world.key("interview")})
                yield reverse(name, kwargs={**parts, "insight": world.key("diary")})


@pytest.mark.parametrize("who", ["contributor", "reader", "facilitator", "guest"])
def test_nobody_else_finds_a_word_of_it_on_any_page(who: str, canary: World, request: pytest.FixtureRequest) -> None:
    client = request.getfixturevalue(who).client

    pages = {address: client.get(address) for address in _addresses(canary)}
    pages["search"] = client.get(f"/vliermonde/zoeken/?q={CANARY}")

    shown = {address: page.content for address, page in pages.items() if page.status_code == 200 and not page.streaming}
    told = {address for address, content in shown.items() if CANARY.encode() in content} - {"search"}
    assert len(shown) > 2
    assert told == set()
    assert [address for address, content in shown.items() if b"Critical voice" in content] == []
    assert pages["search"].status_code != 200 or pages["search"].content.count(CANARY.encode()) <= 3


@pytest.mark.parametrize(
    ("who", "reads"),
    [("coordinator", True), ("administrator", True), ("contributor", False), ("reader", False), ("manager", False)],
)
def test_only_the_full_export_of_the_coordinator_has_it(
    who: str, reads: bool, canary: World, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who).client

    taken = client.post(reverse("exchange_export_csv", args=["vliermonde"]))
    files = zipfile.ZipFile(io.BytesIO(taken.content))
    workbook = zipfile.ZipFile(io.BytesIO(client.post(reverse("exchange_export", args=["vliermonde"])).content))

    assert ("Mandaten.csv" in files.namelist()) is reads
    assert ("Gesprekken.csv" in files.namelist()) is reads
    assert "Persona’s.csv" in files.namelist()
    assert ("Kritische stem" in files.read("Zetels.csv").decode("utf-8-sig")) is reads
    assert any(CANARY.encode() in files.read(name) for name in files.namelist()) is reads
    assert any(CANARY.encode() in workbook.read(name) for name in workbook.namelist()) is reads


def test_nothing_of_it_is_ever_on_paper(canary: World) -> None:
    with inside(canary.authority.pk):
        network, today = Network.objects.get(pk=canary.key("network")), timezone.localdate()
        dossier, board = paper_of(network, canary.authority, today), board_of(canary.authority, today)

    assert "Mieke" in str(dossier)
    assert CANARY not in str(dossier)
    assert CANARY not in " ".join(page.extract_text() for page in PdfReader(io.BytesIO(board.pdf.content)).pages)


def test_no_rule_and_no_report_knows_of_it() -> None:
    (tool,) = [tool for tool in TOOLS if tool.name == "mandates"]

    assert (tool.facts, tool.board, tool.imports, tool.rows) == ({}, None, {}, ())
    assert tool.network_facts(timezone.localdate()) == {}
