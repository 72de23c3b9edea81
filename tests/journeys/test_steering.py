"""Steering in a browser: from an authority without anything to a decision, and the axis as a working surface."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

PAGES = ("instrumenten/as/", "instrumenten/as/?then=2025-06-01&status=all", "regie/", "regie/nieuw/", "hulp/help-mix/")


@pytest.fixture
def newcomer(visitor: Visitor, program_folder: Path) -> Visitor:
    """The first administrator of an authority in which nothing stands yet."""
    settings = {"DATA_DIR": str(program_folder / "var"), "DJANGO_SETTINGS_MODULE": "regiewijzer.config.settings"}
    command = [
        sys.executable,
        "-m",
        "regiewijzer.config.command",
        "authority",
        "leegrode",
        "Leegrode",
        "ann@leegrode.be",
    ]
    said = subprocess.run(command, env={**os.environ, **settings}, capture_output=True, text=True, check=True).stdout
    link = re.search(r"/account/uitnodiging/\S+", said)
    assert link, said
    page = visitor.go(link.group())
    page.locator("#id_name").fill("Ann Leegmans")
    page.locator("input[type=password]").first.fill("een lang wachtwoord 7")
    page.get_by_role("button", name="Kom binnen").click()
    page.wait_for_load_state()
    return visitor


def _save(page: Page) -> None:
    page.get_by_role("button", name="Bewaar", exact=True).click()


def test_from_nothing_to_a_decision(newcomer: Visitor) -> None:
    page = newcomer.go("/leegrode/instrumenten/as/")
    expect(page.locator(".empty")).to_be_visible()

    newcomer.go("/leegrode/opgaven/nieuw/")
    page.get_by_label("Naam").fill("Lege winkels vullen")
    _save(page)
    newcomer.go("/leegrode/instrumenten/nieuw/")
    page.get_by_label("Naam").fill("Heffing op leegstand")
    page.locator("#id_communicative").fill("0")
    page.locator("#id_legal").fill("100")
    page.get_by_label("Lege winkels vullen").check()
    _save(page)
    page.locator("a[href$='/evalueren/']").first.click()
    page.locator("#id_goal_reached").select_option("3")
    page.locator("#id_seen_goal_reached").fill("Drie van de elf panden verhuurd, na een gesprek.")
    page.locator("#id_power_used").select_option("4")
    page.locator("#id_power_needed").select_option("1")
    page.locator("#id_willingness").select_option("2")
    page.get_by_role("button", name="Bewaar de evaluatie").click()

    expect(page.locator("#evaluations")).to_contain_text("Drie van de elf panden verhuurd")
    page.get_by_role("link", name=re.compile("Heffing op leegstand zet je een verplichting in")).click()
    expect(page.get_by_text(re.compile("Braithwaite")).first).to_be_attached()
    page.get_by_label("Wat ga je doen?").fill("Eerst een gesprek met elke eigenaar")
    page.get_by_label("Wie doet het?").fill("Ann Leegmans")
    page.get_by_label("Tegen wanneer?").fill("2030-03-31")
    page.get_by_role("button", name="Leg het besluit vast").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Eerst een gesprek met elke eigenaar")
    newcomer.go("/leegrode/instrumenten/")
    page.get_by_role("link", name="Heffing op leegstand").click()
    expect(page.locator("#decisions")).to_contain_text("Eerst een gesprek met elke eigenaar")


def test_an_instrument_is_moved_with_the_arrow_keys_and_the_move_undone(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/instrumenten/")
    page.get_by_role("link", name="Sluitingsuur horeca").click()
    page.locator("a[href$='/verplaatsen/']").click()
    sliders = page.locator("input[type=range]")
    expect(sliders).to_have_count(4)

    sliders.first.focus()
    for _time in range(4):
        page.keyboard.press("ArrowRight")

    expect(page.locator("#id_communicative")).to_have_value("20")
    expect(page.locator("#id_legal")).to_have_value("80")
    data_table = page.locator("#preview table")
    expect(data_table).to_contain_text("3,40")
    expect(data_table).to_contain_text("4,00")
    assert visitor.fits()
    assert visitor.barriers() == []
    page.locator("#id_reason").fill("Eerst een gesprek")
    page.locator("form .btn").first.click()
    expect(page.locator(".facts")).to_contain_text("Communicatief 20 %, juridisch 80 %")
    page.get_by_role("button", name="Ongedaan maken").click()

    expect(page.locator("#id_legal")).to_have_value("100")
    expect(page.locator(".log")).to_contain_text("Eerst een gesprek")


def test_the_place_is_shown_before_saving_without_scripts_too(browser, program: str) -> None:  # type: ignore[no-untyped-def]
    context = browser.new_context(java_script_enabled=False, locale="nl-BE")
    page = Visitor(context.new_page(), program).enter("Hilde Maertens").page
    page.goto(f"{program}/vliermonde/instrumenten/")
    page.get_by_role("link", name="Schoolstraat").click()
    page.locator("a[href$='/verplaatsen/']").click()
    page.locator("#id_communicative").fill("50")
    page.locator("#id_legal").fill("50")

    page.locator("button[name=show_place]").click()

    expect(page.locator("#preview table")).to_contain_text("2,50")
    expect(page.locator("#id_legal")).to_have_value("50")
    context.close()


def test_clashing_instruments_lead_from_the_challenge_to_the_rule(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/opgaven/")
    page.get_by_role("link", name="Een levendig winkelhart").click()
    page.locator("main a[href$='/instrumentenmix/']").click()

    expect(page.locator(".gaps > li")).to_have_count(2)
    page.locator(".gaps summary").first.click()
    expect(page.get_by_text("Bij de instrumenten staat dat het ene het andere tegenwerkt").first).to_be_visible()
    assert visitor.barriers() == []


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_steering_fits_and_has_no_barrier(visitor: Visitor, phone: Visitor, path: str) -> None:
    for someone in (visitor, phone):
        someone.enter("Beheerder").go(f"/vliermonde/{path}")

        assert someone.fits(), f"{path} is wider than the screen"
        assert someone.barriers() == []


def test_pages_of_one_instrument_fit_and_have_no_barrier(visitor: Visitor, phone: Visitor) -> None:
    for someone in (visitor, phone):
        page = someone.enter("Beheerder").go("/vliermonde/instrumenten/")
        page.get_by_role("link", name="Reglement leegstand winkels").click()
        address = page.url.removeprefix(someone.address)
        for more in ("", "evalueren/", "evaluaties/", "verplaatsen/"):
            someone.go(f"{address}{more}")

            assert someone.fits(), f"{more} is wider than the screen"
            assert someone.barriers() == []
