"""Bringing a register in, and handing a report to the board, in a browser."""

import io
import time
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect
from pypdf import PdfReader

from tests.hostile.flanders import flanders
from tests.hostile.planted import PLANTED, planted_workbook
from tests.hostile.workbooks import register
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
READING, SAVING = 30_000, 60_000
SMALL = register(
    organisations=[{"name": f"Proefpartner {number}"} for number in range(9)],
    networks=[{"name": "Proefnetwerk Inbrengen", "form": "Zelfregulerend"}],
    members=[{"network": "Proefnetwerk Inbrengen", "organisation": f"Proefpartner {number}"} for number in range(9)],
)


def choose(page: Page, *files: Path) -> None:
    page.get_by_label("Bestand").set_input_files(list(files))
    page.get_by_role("button", name="Bekijk het bestand").click()


def kept(folder: Path, name: str, data: bytes) -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def pdf_of(page: Page) -> str:
    """The text of the report whose page is open, once it is made."""
    link = page.get_by_role("link", name="Open de pdf")
    expect(link).to_be_visible(timeout=READING)
    answer = page.request.get(page.url.split("?")[0] + "pdf/")
    assert answer.headers["content-type"] == "application/pdf"
    return " ".join(" ".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(answer.body())).pages).split())


def _read_again_until(page: Page, said: Locator) -> None:
    """What was saved is there at once; the findings are computed right after it."""
    until = time.monotonic() + SAVING / 1000
    while not said.count() and time.monotonic() < until:
        page.wait_for_timeout(500)
        page.reload()
    expect(said.first).to_be_visible()


def test_a_workbook_comes_in_once_and_becomes_a_finding(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/uitwisselen/")
    workbook = kept(tmp_path, "register.xlsx", SMALL)

    choose(page, workbook)
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit inbrengen?", timeout=READING)
    page.get_by_role("button", name="Breng 19 rijen in").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("19 rijen bewaard", timeout=SAVING)
    page.get_by_role("link", name="Zie de bevindingen").click()
    said = page.get_by_text("Proefnetwerk Inbrengen draait als zelfregulerend netwerk met 9 partners")
    _read_again_until(page, said)

    visitor.go("/vliermonde/uitwisselen/")
    choose(page, workbook)
    expect(page.get_by_role("heading", level=1)).to_have_text("Er zou niets wijzigen", timeout=READING)


def test_every_mistake_is_named_with_its_cell_and_nothing_is_saved(visitor: Visitor, tmp_path: Path) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/uitwisselen/")

    choose(page, kept(tmp_path, "fouten.xlsx", planted_workbook()))

    expect(page.get_by_role("heading", level=1)).to_contain_text("fouten in je bestand", timeout=READING)
    for cell in PLANTED:
        expect(page.locator(".log b", has_text=cell).first).to_be_visible()
    page.get_by_role("button", name="Leg dit bestand weg").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Inbrengen en uithalen")
    assert visitor.fits()


def test_the_flemish_associations_come_in_and_a_dossier_tells_who_shares(visitor: Visitor) -> None:
    page = visitor.enter("Sabine", authority="Scheldekouter").go("/scheldekouter/uitwisselen/")
    folder = flanders()

    choose(page, folder / "organisations.csv", folder / "memberships.csv")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit inbrengen?", timeout=READING)
    page.get_by_role("button", name="rijen in").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("rijen bewaard", timeout=SAVING)

    visitor.go("/scheldekouter/overlap/?sort=jaccard")
    page.locator("#pairs").get_by_role("link", name="Leiedal").first.click()
    page.get_by_role("link", name="Leiedal", exact=True).first.click()
    expect(page.get_by_text("Zuidwest").first).to_be_visible()
    page.get_by_role("link", name="Dossier als pdf").click()
    page.get_by_role("button", name="Maak het dossier").click()
    assert "Zuidwest" in pdf_of(page)


def test_the_board_gets_two_pages_it_can_read(phone: Visitor) -> None:
    page = phone.enter("Hilde Maertens").go("/vliermonde/rapporten/")

    page.get_by_role("button", name="Maak het rapport").click()

    assert "Vliermonde" in pdf_of(page)
    expect(page.get_by_text("Klaar: 2 bladzijden")).to_be_visible()
    assert phone.fits()


def test_a_limit_of_the_authority_changes_what_is_found(visitor: Visitor) -> None:
    page = visitor.enter("Beheerder").go("/vliermonde/instellingen/")
    page.locator("[name=self_participants]").fill("0")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.locator("[name=self_participants]")).to_have_attribute("aria-invalid", "true")
    expect(page.locator("[name=self_participants]")).to_have_value("0")

    page.locator("[name=self_participants]").fill("60")
    page.get_by_role("button", name="Bewaar").click()
    visitor.go("/vliermonde/bevindingen/?state=all")
    expect(page.get_by_text("draait als zelfregulerend netwerk met")).to_have_count(0)
    visitor.go("/vliermonde/instellingen/")
    page.locator("[name=self_participants]").fill("")
    page.get_by_role("button", name="Bewaar").click()
