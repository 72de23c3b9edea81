"""Somebody's own list: from the first page to a decision and two pages for the board; and out again, on a phone."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.hostile.workbooks import workbook
from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

READING, SAVING = 30_000, 60_000
HEADINGS = ["Nr", "Naam overleg", "Wat willen we", "Trekker", "Wie zit erin?", "Sinds", "Hoe vaak", "Kleur"]
LIST = workbook(
    {
        "Overzicht": [
            ["Samenwerkingsverbanden van onze gemeente"],
            [],
            HEADINGS,
            [1, "Jeugdtafel Proef", "Jongeren horen", "JH De Proef",
             "OCMW Proef; Jeugdhuis De Proef; CLB Proef (Els Bral)", "sept 2021", "4x/jaar", "rood"],
            [2, "Woontafel Proef", "Betaalbaar wonen", "OCMW Proef", "O.C.M.W. Proef, VCLB Proef en Politiezone Proef",
             "2019", "2 à 3 keer per jaar", ""],
            ["Totaal", "2 netwerken"],
        ]
    }
)  # fmt: skip


def _picture(page: Page, name: str) -> None:
    """A picture to look at, when somebody asks for it with PICTURES."""
    if folder := os.environ.get("PICTURES"):
        width = (page.viewport_size or {"width": 0})["width"]
        page.screenshot(path=Path(folder) / f"{name}-{width}.png", full_page=True)


def _heading(page: Page, text: str, timeout: int = READING) -> None:
    expect(page.get_by_role("heading", level=1)).to_contain_text(text, timeout=timeout)


FAMILY = "OCMW Zandbeke, CLB Zuid, Jeugdhuis De Kelder, Bib Zandbeke, Kind en Gezin, Politiezone Zand"
SOCIAL = "OCMW Zandbeke; CAW Zee; Woonmaatschappij Thuis; Samenlevingsopbouw; Welzijnsschakels; Huurdersbond"
TOWN = workbook(
    {
        "2026": [
            ["Waar zitten we allemaal in? (bijgewerkt door Hilde)"],
            [],
            ["Overlegtafel", "Waarom", "Getrokken door", "Aan tafel", "Loopt sinds", "Komt samen", "Opm."],
            [
                "Huis van het Kind",
                "Elk gezin vindt hulp",
                "OCMW Zandbeke",
                f"{FAMILY}, VDAB",
                "2016",
                "maandelijks",
                "",
            ],
            [
                "Kansen voor Kinderen",
                "Elk gezin vindt hulp",
                "Jeugdhuis De Kelder",
                FAMILY,
                "najaar 2019",
                "4x/jaar",
                "",
            ],
            ["Woontafel", "Betaalbaar wonen", "", SOCIAL, "2022", "2x per jaar", "slapend"],
            ["Taalpunt", "", "CVO Zee", "CVO Zee; VDAB; Atlas; Vokans", "", "", "te bekijken"],
        ]
    }
)
FIRST_DECISION = 25  # actions at most, from the first page to the two pages for the board


class Counted:
    """A page of which every action of a hand is counted."""

    def __init__(self, page: Page) -> None:
        self.page, self.actions = page, 0

    def click(self, role: str, name: str) -> None:
        self.actions += 1
        self.page.get_by_role(role, name=name).first.click()  # type: ignore[arg-type]

    def fill(self, label: str, text: str) -> None:
        self.actions += 1
        self.page.get_by_label(label).fill(text)

    def choose_file(self, path: Path) -> None:
        self.actions += 1
        self.page.locator("input[type=file]").set_input_files(path)


def test_a_newcomer_gets_from_a_list_to_a_decision_and_the_pages_for_the_board(
    visitor: Visitor, tmp_path: Path
) -> None:
    path = tmp_path / "waar zitten we in.xlsx"
    path.write_bytes(TOWN)
    page = visitor.go("/")
    hand = Counted(page)

    hand.click("link", "Begin")
    hand.fill("Naam van je bestuur", "Gemeente Zandbeke")
    hand.fill("Je naam", "Hilde Proef")
    hand.fill("Je e-mailadres", "hilde@zandbeke.example")
    hand.fill("Wachtwoord", "zand beek molen")
    hand.click("button", "Begin")
    _heading(page, "Lees eerst je lijst van netwerken in")
    _picture(page, "uur-0-stappen")
    assert visitor.barriers() == []

    hand.choose_file(path)
    hand.click("button", "Lees de lijst")
    _heading(page, "We zien 4 netwerken in je lijst")
    _picture(page, "uur-1-kolommen")
    hand.click("button", "Ga naar de namen")
    _heading(page, "over namen")
    _picture(page, "uur-2-namen")
    hand.click("button", "Toon wat er zou binnenkomen")
    _heading(page, "Dit inbrengen?")
    hand.click("button", "rijen in")
    _heading(page, "Dit zien we al in je 4 netwerken", SAVING)
    expect(page.locator(".finding").first).to_be_visible(timeout=SAVING)
    _picture(page, "uur-3-gezien")
    assert visitor.barriers() == []
    assert visitor.fits()

    hand.click("button", "Bewaar wie trekt")
    expect(page.get_by_text("3 netwerken aangevuld.")).to_be_visible()
    hand.click("link", "Beslis")
    hand.fill("Wat ga je doen?", "We leggen beide tafels samen.")
    hand.fill("Wie doet het?", "Hilde Proef")
    hand.fill("Tegen wanneer?", "2027-03-31")
    hand.click("button", "Leg het besluit vast")
    _heading(page, "We leggen beide tafels samen.")
    _picture(page, "uur-4-besluit")

    hand.actions += 1
    visitor.go("/gemeente-zandbeke/rapporten/")
    hand.click("button", "Maak het rapport")
    expect(page.get_by_role("link", name="Open de pdf")).to_be_visible(timeout=SAVING)
    expect(page.get_by_text("Klaar: 2 bladzijden")).to_be_visible()
    assert hand.actions + 1 < FIRST_DECISION  # and one to open it


def test_a_list_nobody_prepared_comes_in_and_goes_out_again_on_a_phone(phone: Visitor, tmp_path: Path) -> None:
    path = tmp_path / "onze netwerken.xlsx"
    path.write_bytes(LIST)
    page = phone.enter("Hilde Maertens").go("/vliermonde/eerste-uur/")
    _picture(page, "0-stappen")
    assert phone.barriers() == []
    assert phone.fits()
    phone.go("/vliermonde/uitwisselen/")

    page.get_by_label("Bestand").set_input_files(path)
    page.get_by_role("button", name="Bekijk het bestand").click()
    _heading(page, "We zien 2 netwerken in je lijst")
    expect(page.get_by_label("Wie zit erin?")).to_have_value("partners")
    _picture(page, "1-kolommen")
    assert phone.barriers() == []
    assert phone.fits()

    page.get_by_role("button", name="Ga naar de namen").click()
    _heading(page, "twijfels over namen")
    expect(page.get_by_text("Is dit dezelfde organisatie: “OCMW Proef”, “O.C.M.W. Proef”?")).to_be_visible()
    _picture(page, "2-namen")
    assert phone.barriers() == []
    assert phone.fits()

    page.get_by_role("button", name="Toon wat er zou binnenkomen").click()
    _heading(page, "Dit inbrengen?")
    page.get_by_role("button", name="rijen in").click()
    _heading(page, "Dit zien we al", SAVING)
    _picture(page, "3-gezien")
    assert phone.barriers() == []
    assert phone.fits()

    page.get_by_role("link", name="Maak het hele inlezen ongedaan").click()
    page.get_by_role("button", name="Maak het hele inlezen ongedaan").click()
    expect(page.get_by_text("Alles wat dit bestand binnenbracht, is er weer uit.")).to_be_visible(timeout=SAVING)
    phone.go("/vliermonde/netwerken/?q=Jeugdtafel")
    expect(page.get_by_role("link", name="Jeugdtafel Proef")).to_have_count(0)
