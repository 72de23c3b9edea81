"""Codes of the multi-year plan: brought in as a list, chosen on records, and followed by the account of a year."""

import html
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from pypdf import PdfReader
from tests.accounts import Member
from tests.hostile.workbooks import workbook
from tests.typed import record
from tests.world import World
from xlsxwriter import Workbook

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.tests.journey import upload
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import Network
from regiewijzer.register.policy.models import PolicyCode
from regiewijzer.register.search.queries import search

PASTED = "Beleidscode\tOmschrijving\nBD-7\tIedereen mee\nAP-02\tGezinnen sterker maken\n"


@pytest.fixture
def coded(world: World) -> World:
    """A challenge, a network and an instrument under one code, and one decision about the network."""
    with inside(world.authority.pk):
        Challenge.objects.filter(pk=world.key("challenge")).update(policy_codes=["AP-02"])
        Network.objects.filter(pk=world.key("network")).update(policy_codes=["AP-02", "WEG-1"])
        Instrument.objects.filter(pk=world.key("instrument")).update(policy_codes=["AP-02"])
        about = {"authority": world.authority, "decided_on": timezone.localdate()}
        Decision.objects.create(name="Onder de code", network_id=world.key("network"), **about)
        Decision.objects.create(name="Ergens anders", network_id=world.other_network, **about)
    return world


def _bring_in(member: Member, **given: object) -> HttpResponse:
    """The preview of cells or a file, after it was looked at."""
    answer: HttpResponse = member.client.post(reverse("exchange_upload", args=["vliermonde"]), given, follow=True)
    return answer


def _confirm(member: Member, preview: HttpResponse) -> None:
    member.client.post(f"{preview.request['PATH_INFO']}bevestigen/", follow=True)  # type: ignore[attr-defined]


def _codes(world: World) -> dict[str, str]:
    with inside(world.authority.pk):
        return dict(PolicyCode.objects.values_list("code", "text"))


@pytest.mark.parametrize("way", ["pasted", "csv", "xlsx"])
def test_a_list_comes_in_and_a_code_that_is_there_gets_its_new_text(
    world: World, coordinator: Member, way: str
) -> None:
    rows = [line.split("\t") for line in PASTED.splitlines()]
    given = {
        "pasted": {"pasted": PASTED},
        "csv": {"upload": SimpleUploadedFile("Lijst.csv", "\n".join(map(";".join, rows)).encode())},
        "xlsx": {"upload": SimpleUploadedFile("Lijst.xlsx", _workbook(rows))},
    }[way]

    _confirm(coordinator, _bring_in(coordinator, **given))

    assert _codes(world) == {"BD-7": "Iedereen mee", "AP-02": "Gezinnen sterker maken"}


def _workbook(rows: list[list[str]]) -> bytes:
    kept = BytesIO()
    with Workbook(kept) as book:
        sheet = book.add_worksheet("Blad1")
        for number, row in enumerate(rows):
            sheet.write_row(number, 0, row)
    return kept.getvalue()


@pytest.mark.parametrize(
    ("pasted", "said"),
    [
        ("Beleidscode\tOmschrijving\n\tZonder code\n", "A2"),
        (f"Beleidscode\tOmschrijving\n{'X' * 31}\tTe lang\n", "A2"),
        ("Beleidscode\tOmschrijving\nBD-7\tEen\nBD-7\tTwee\n", "A3"),
    ],
)
def test_a_mistake_in_the_list_is_told_with_its_cell(world: World, coordinator: Member, pasted: str, said: str) -> None:
    page = _bring_in(coordinator, pasted=pasted).content.decode()

    assert said in page
    assert "BD-7" not in _codes(world)


@pytest.mark.parametrize(
    ("path", "kind"), [("opgaven", "challenge"), ("netwerken", "network"), ("instrumenten", "instrument")]
)
def test_a_code_is_chosen_on_a_record_shown_filtered_and_found(
    world: World, coordinator: Member, path: str, kind: str
) -> None:
    typed = record(kind, policy_codes=["AP-02"], seen_version="1", name=f"Onder de code {kind}")

    saved = coordinator.client.post(f"/vliermonde/{path}/nieuw/", typed)

    pk = int(saved["Location"].rstrip("/").rsplit("/", 1)[1])
    assert "AP-02 Gezinnen versterken" in coordinator.client.get(saved["Location"]).content.decode()
    listed = coordinator.client.get(f"/vliermonde/{path}/?policy=AP-02").context["list"]
    assert [row.pk for row in listed.page] == [pk]
    with inside(world.authority.pk):
        assert pk in [found.record for found in search("AP-02", kinds=frozenset({kind}), most=9)]


def test_a_code_that_is_not_on_the_list_is_refused(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post("/vliermonde/opgaven/nieuw/", record("challenge", policy_codes=["NIET"]))

    assert answer.status_code == 422
    assert "NIET" in " ".join(answer.context["form"].errors["policy_codes"])


def test_a_file_with_a_code_that_is_not_on_the_list_says_in_which_cell(world: World, coordinator: Member) -> None:
    rows = {
        "Beleidscodes": [("Beleidscode", "Omschrijving"), ("BD-7", "Iedereen mee")],
        "Opgaven": [("Naam", "Beleidscodes"), ("Een plek", "ap-02; BD-7"), ("Een dak", "BD-7; NIET-1")],
    }

    page = html.unescape(upload(coordinator.client, ("x.xlsx", workbook(rows))).content.decode())

    assert "holds what is not on the list: 1, such as “NIET-1” in Opgaven!B3. It comes in as it stands." in page


def test_without_a_list_a_file_is_not_compared_with_it(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        PolicyCode.objects.all().delete()
    rows = {"Opgaven": [("Naam", "Beleidscodes"), ("Een dak", "NIET-1")]}

    assert "not on the list" not in upload(coordinator.client, ("x.xlsx", workbook(rows))).content.decode()


def test_without_a_list_nobody_is_asked_for_a_code(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        PolicyCode.objects.all().delete()

    form = coordinator.client.get("/vliermonde/opgaven/nieuw/").context["form"]
    listed = coordinator.client.get("/vliermonde/opgaven/").context["list"]

    assert "policy_codes" not in form.fields
    assert "policy" not in [each.key for each in listed.filters]


def test_a_record_keeps_a_code_that_left_the_list(coded: World, coordinator: Member) -> None:
    with inside(coded.authority.pk):
        listed = PolicyCode.objects.get()

    coordinator.client.post(f"/vliermonde/beleidscodes/{listed.pk}/weghalen/")

    page = coordinator.client.get("/vliermonde/beleidscodes/").content.decode()
    form = coordinator.client.get(f"/vliermonde/netwerken/{coded.key('network')}/wijzigen/").context["form"]
    assert page.count("not on the list any more") == 2
    assert [code for code, _name in form.fields["policy_codes"].choices] == ["AP-02", "WEG-1"]


def test_the_list_says_how_much_falls_under_each(coded: World, reader: Member) -> None:
    codes = reader.client.get("/vliermonde/beleidscodes/").context["codes"]

    assert [(each.code, len(each.challenges), len(each.networks), len(each.instruments)) for each in codes] == [
        ("AP-02", 1, 1, 1),
        ("WEG-1", 0, 1, 0),
    ]


def test_the_account_of_the_year_tells_by_code(coded: World, reader: Member) -> None:
    page = reader.client.get("/vliermonde/jaar/")

    section = next(each for each in page.context["sections"] if each.key == "codes")
    decided = {row[0]: row[2] for row in section.table.rows}
    assert decided["AP-02 Gezinnen versterken"] == decided["WEG-1"]
    assert int(decided["WEG-1"]) >= 1


def test_the_account_of_the_year_narrows_to_a_code(coded: World, reader: Member) -> None:
    page = reader.client.get("/vliermonde/jaar/", {"code": "AP-02"})

    (short, most), (long, _most) = page.context["texts"]
    assert "AP-02" in short
    assert len(short) <= most
    assert "Onder de code" in long
    assert "Ergens anders" not in page.content.decode()


def test_the_paper_narrows_too(coded: World, reader: Member) -> None:
    whole, one = (
        "".join(page.extract_text() for page in PdfReader(BytesIO(answer.content)).pages)
        for answer in (reader.client.get("/vliermonde/jaar/jaar.pdf", {"code": code}) for code in ("", "AP-02"))
    )

    assert "By policy code" in whole
    assert "AP-02" in one
    assert "Ergens anders" in whole
    assert "Ergens anders" not in one


def test_a_code_nobody_knows_narrows_nothing(coded: World, reader: Member) -> None:
    page = reader.client.get("/vliermonde/jaar/", {"code": "NIET"})

    assert page.context["under"] is None
    assert "Ergens anders" in page.content.decode()
