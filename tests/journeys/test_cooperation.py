"""Cooperation in a browser: from an authority in which nothing stands to a table, a finding and a decision."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def _save(page: Page, then: str) -> None:
    """Save a form; afterwards the page with this heading opens."""
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(then)


def _cooperation_of(visitor: Visitor, name: str) -> Page:
    page = visitor.go(f"/vliermonde/netwerken/?q={name}")
    page.locator("tbody a", has_text=name).click()
    return visitor.go(f"{page.url.removeprefix(visitor.address)}samenwerking/")


def test_from_nothing_to_a_finding_and_a_decision(newcomer_in: Callable[[str], Visitor]) -> None:
    newcomer = newcomer_in("samenrode")
    page = newcomer.go("/samenrode/partners/nieuw/")
    page.get_by_label("Naam").fill("Huurderswerking Rode")
    _save(page, "Huurderswerking Rode")
    newcomer.go("/samenrode/netwerken/nieuw/")
    page.get_by_label("Naam").fill("Wonen in Samenrode")
    _save(page, "Wonen in Samenrode")
    address = page.url.removeprefix(newcomer.address)
    newcomer.go(f"{address}samenwerking/")
    expect(page.get_by_role("heading", name="Nog niemand is bevraagd")).to_be_visible()
    expect(page.get_by_text("Er zit nog niemand in dit netwerk.")).to_be_visible()
    newcomer.go(f"{address}leden/")
    page.get_by_label("Organisatie").fill("Huurderswerking Rode")
    page.get_by_role("button", name="Voeg toe aan het netwerk").click()
    expect(page.get_by_text("Huurderswerking Rode doet nu mee.")).to_be_visible()

    newcomer.go(f"{address}samenwerking/")
    page.get_by_role("link", name="Noteer Huurderswerking Rode").click()
    page.get_by_label("wat die brengt").fill("Elke week een zitdag")
    page.locator("#id_brings_size").select_option("3")
    page.locator("#id_gets_size").select_option("0")
    page.locator("#id_said_by").select_option("partner")
    _save(page, "Hoe werken de partners van Wonen in Samenrode samen?")
    expect(page.get_by_text("Huurderswerking Rode brengt veel meer dan die haalt: 3 tegen 0")).to_be_visible()
    page.get_by_role("link", name="Voeg een meting toe").click()
    page.locator("#id_returns").fill("2")
    page.get_by_role("button", name="Bewaar de meting").click()
    expect(page.locator(".state--short")).to_have_text("te laag")
    assert newcomer.barriers() == []

    newcomer.go("/samenrode/bevindingen/")
    told = page.locator(".found a", has_text="opbrengst")
    expect(told).to_have_count(1)
    told.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("de verdeling van de opbrengst te weinig: 2,0 op 5")
    expect(page.locator(".side")).to_contain_text("brengt Huurderswerking Rode veel meer dan die eruit haalt")
    page.get_by_label("Wat ga je doen?").fill("We vragen wat de huurderswerking nodig heeft.")
    page.get_by_label("Wie doet het?").fill("Ann van Samenrode")
    page.get_by_label("Tegen wanneer?").fill("2027-03-31")
    page.get_by_role("button", name="Leg het besluit vast").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("We vragen wat de huurderswerking nodig heeft.")
    newcomer.go("/samenrode/overzicht/")
    expect(page.locator(".finding", has_text="opbrengst")).to_have_count(0)


def test_a_statement_is_taken_back_with_one_click(visitor: Visitor) -> None:
    page = _cooperation_of(visitor.enter("Hilde Maertens"), "Woonoverleg")
    page.get_by_role("link", name="Wijzig CAW Schelde").click()
    page.locator("#id_brings").fill("Een vergissing")
    _save(page, "Hoe werken de partners van Woonoverleg samen?")
    expect(page.get_by_role("cell", name="Een vergissing")).to_be_visible()

    page.get_by_role("button", name="Ongedaan maken").click()

    expect(page.get_by_role("cell", name="Een vergissing")).to_have_count(0)
    expect(page.get_by_role("cell", name="Kennis van wie geen huis vindt.")).to_be_visible()


def test_the_table_reads_on_a_phone_without_barriers(phone: Visitor) -> None:
    page = _cooperation_of(phone.enter("Hilde Maertens"), "Woonoverleg")

    expect(page.get_by_text("Brengen en halen zijn niet in evenwicht")).to_be_visible()
    assert phone.fits()
    assert phone.barriers() == []


def test_why_is_answered_with_rule_numbers_and_source(visitor: Visitor) -> None:
    page = _cooperation_of(visitor.enter("Lezer"), "Woonoverleg")

    for fold in page.get_by_text("Waarom?").all():
        fold.click()

    for word in ("Regel.", "Cijfers.", "Bron."):
        expect(page.get_by_text(word, exact=True).first).to_be_visible()
    expect(page.get_by_role("link", name=re.compile("Voeg een meting toe"))).to_have_count(0)
