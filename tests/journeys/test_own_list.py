"""Somebody's own list, from a file nobody prepared to findings, and out again; at a desk and on a phone."""

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


@pytest.mark.parametrize("who", ["visitor", "phone"])
def test_a_list_nobody_prepared_comes_in_and_goes_out_again(
    who: str, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    someone: Visitor = request.getfixturevalue(who)
    path = tmp_path / "onze netwerken.xlsx"
    path.write_bytes(LIST)
    page = someone.enter("Hilde Maertens").go("/vliermonde/uitwisselen/")
    _picture(page, "0-kies")

    page.get_by_label("Bestand").set_input_files(path)
    page.get_by_role("button", name="Bekijk het bestand").click()
    _heading(page, "We zien 2 netwerken in je lijst")
    expect(page.get_by_label("Wie zit erin?")).to_have_value("partners")
    _picture(page, "1-kolommen")
    assert someone.barriers() == []
    assert someone.fits()

    page.get_by_role("button", name="Ga naar de namen").click()
    _heading(page, "twijfels over namen")
    expect(page.get_by_text("Is dit dezelfde organisatie: “OCMW Proef”, “O.C.M.W. Proef”?")).to_be_visible()
    _picture(page, "2-namen")
    assert someone.barriers() == []
    assert someone.fits()

    page.get_by_role("button", name="Toon wat er zou binnenkomen").click()
    _heading(page, "Dit inbrengen?")
    _picture(page, "3-controle")
    page.get_by_role("button", name="rijen in").click()
    _heading(page, "rijen bewaard", SAVING)
    _picture(page, "4-bewaard")
    assert someone.barriers() == []

    page.get_by_role("button", name="Maak het hele inlezen ongedaan").click()
    expect(page.get_by_text("Alles wat dit bestand binnenbracht, is er weer uit.")).to_be_visible(timeout=SAVING)
    someone.go("/vliermonde/netwerken/?q=Jeugdtafel")
    expect(page.get_by_role("link", name="Jeugdtafel Proef")).to_have_count(0)
