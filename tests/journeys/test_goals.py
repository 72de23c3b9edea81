"""The goal of a network in a browser: from an authority without anything to a finding, a decision and a split."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

PARTNERS = ("Huis Linde", "School De Brug", "Zorg Noord")


def _save(page: Page, then: str) -> None:
    """Save a form; afterwards the page with this heading opens."""
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(then)


def _a_network_with_partners(visitor: Visitor) -> str:
    """The address of its page."""
    for name in PARTNERS:
        page = visitor.go("/doelrode/partners/nieuw/")
        page.get_by_label("Naam").fill(name)
        _save(page, name)
    page = visitor.go("/doelrode/netwerken/nieuw/")
    page.get_by_label("Naam").fill("Ouder worden in Doelrode")
    page.locator("#id_target_groups").fill("ouderen, mantelzorgers, buren")
    _save(page, "Ouder worden in Doelrode")
    address = page.url.removeprefix(visitor.address)
    for name in PARTNERS:
        page = visitor.go(f"{address}leden/")
        page.get_by_label("Organisatie").fill(name)
        page.get_by_role("button", name="Voeg toe aan het netwerk").click()
        expect(page.get_by_text(f"{name} doet nu mee.")).to_be_visible()
    return address


def _add_part(page: Page, text: str, groups: str) -> None:
    if not page.locator("#part_target_groups").is_visible():
        page.get_by_text("Voeg een deel toe", exact=True).click()
    page.locator("#part_text").fill(text)
    page.locator("#part_target_groups").fill(groups)
    page.get_by_role("button", name="Voeg dit deel toe").click()
    expect(page.get_by_text("Deel toegevoegd.")).to_be_visible()


def test_from_nothing_to_a_split_goal_and_a_decision(newcomer_in: Callable[[str], Visitor]) -> None:
    newcomer = newcomer_in("doelrode")
    address = _a_network_with_partners(newcomer)
    page = newcomer.go(f"{address}doel/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Dit netwerk heeft nog geen doel")

    page.get_by_role("link", name="Verwoord het doel").click()
    page.locator("#id_goal").fill("Ouderen, mantelzorgers en buren wonen goed samen.")
    _save(page, "Ouder worden in Doelrode")
    newcomer.go(f"{address}doel/")
    expect(page.get_by_role("heading", level=1)).to_have_text("Het doel van dit netwerk is te breed")
    page.get_by_role("link", name="Voeg een meting toe").click()
    page.locator("#id_concrete").fill("1.8")
    page.get_by_role("button", name="Bewaar de meting").click()
    expect(page.locator(".judged .state--short").first).to_have_text("te laag")
    assert newcomer.barriers() == []

    newcomer.go("/doelrode/bevindingen/")
    told = page.locator(".found a", has_text="doelgroepen")
    expect(told).to_have_count(1)
    told.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("noemt 3 doelgroepen")
    expect(page.locator(".side")).to_contain_text("concreet: 1,8 op 5")
    page.get_by_label("Wat ga je doen?").fill("We splitsen het doel met de partners.")
    page.get_by_label("Wie doet het?").fill("Ann van Doelrode")
    page.get_by_label("Tegen wanneer?").fill("2027-03-31")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("We splitsen het doel met de partners.")

    newcomer.go(f"{address}doel/splitsen/")
    page.get_by_role("button", name="Begin een voorstel").click()
    _add_part(page, "Elke oudere krijgt elke week bezoek.", "ouderen, mantelzorgers")
    _add_part(page, "Elke straat heeft een contactpersoon.", "buren")
    expect(page.get_by_role("heading", name="Nog niet klaar om aan te nemen")).to_be_visible()
    for name, part in zip(PARTNERS, ("1", "2", "geen deel"), strict=True):
        page.get_by_role("group", name=f"Delen van {name}").get_by_label(part, exact=True).check()
    page.get_by_role("button", name="Bewaar wie wat draagt").click()
    expect(page.get_by_role("heading", name="Klaar om aan te nemen")).to_be_visible()
    assert newcomer.barriers() == []
    page.get_by_role("button", name="Neem aan als doel").click()

    expect(page.get_by_text("Gesplitst in 2 delen")).to_be_visible()
    expect(page.locator(".wording ins").first).to_contain_text("Elke oudere")
    newcomer.go("/doelrode/bevindingen/?state=all")
    expect(page.locator(".finding", has_text="doelgroepen")).to_have_count(0)


def test_a_split_can_be_taken_back(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/?q=Zorgzame")
    page.locator("tbody a", has_text="Zorgzame Buurt Noord").click()
    page.locator("nav.tabs").get_by_role("link", name="Doel").click()
    page.get_by_role("link", name="Bekijk het doel").click()
    page.get_by_role("link", name="Werk verder aan de splitsing").click()
    page.get_by_role("group", name="Delen van Seniorenraad Vliermonde").get_by_label("1", exact=True).check()
    page.get_by_role("button", name="Bewaar wie wat draagt").click()
    page.get_by_role("button", name="Neem aan als doel").click()
    expect(page.get_by_text("Het doel is gesplitst.")).to_be_visible()

    page.get_by_role("button", name="Ongedaan maken").click()

    expect(page.get_by_text("Het is weer een voorstel.")).to_be_visible()
    expect(page.get_by_role("heading", name="Klaar om aan te nemen")).to_be_visible()


def test_the_wordings_stand_side_by_side_on_a_desk_and_under_each_other_on_a_phone(
    visitor: Visitor, phone: Visitor
) -> None:
    for someone, beside in ((visitor, True), (phone, False)):
        page = someone.enter("Hilde Maertens").go("/vliermonde/netwerken/?q=Kansrijk")
        page.locator("tbody a", has_text="Kansrijk Opgroeien").click()
        someone.go(f"{page.url.removeprefix(someone.address)}doel/")
        first, second = (page.locator(".version").nth(number).bounding_box() for number in range(2))

        assert first is not None
        assert second is not None
        assert (second["x"] > first["x"]) is beside
        assert someone.fits()
        assert someone.barriers() == []
