"""The form of a network in a browser: from nothing known to a measurement, a finding, a try-out and a decision."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def _new_network(visitor: Visitor, name: str) -> str:
    """A network with a form and nothing measured; the address of its page."""
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/nieuw/")
    page.get_by_label("Naam").fill(name)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    address = page.url.removeprefix(visitor.address)
    page.locator("nav.tabs").get_by_role("link", name="Vorm").click()
    page.get_by_role("link", name="Wijzig de vorm").click()
    page.get_by_label("Vorm").select_option("self_regulating")
    page.get_by_role("button", name="Bewaar").click()
    return address


def _measure(page: Page, **scores: str) -> None:
    page.get_by_role("link", name="Voeg een meting toe").first.click()
    for name, score in scores.items():
        page.locator(f"#id_{name}").fill(score)
    page.get_by_role("button", name="Bewaar de meting").click()


def test_from_nothing_known_to_a_decision_about_the_form(visitor: Visitor) -> None:
    address = _new_network(visitor, "Proeftuin Vorm")
    page = visitor.go(f"{address}vorm/")
    expect(page.get_by_text("Er is nog niets gemeten.")).to_be_visible()

    _measure(page, trust="2.4", consensus="4.5", need="1.5", trust_in_lead="4.2", participants="6")
    expect(page.get_by_role("heading", level=1)).to_have_text(re.compile("De vorm van nu heeft (één|1) tekort"))
    expect(page.get_by_text("1,6 te laag").last).to_be_visible()
    page.get_by_text("Waarom?").first.click()
    expect(page.get_by_text("Bron.").first).to_be_visible()

    page.get_by_role("link", name="Probeer andere cijfers").click()
    page.locator("#id_trust").fill("4.6")
    page.get_by_role("button", name="Kijk wat past").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Dan is de lichtste vorm die past: zelfregulerend")
    page.get_by_role("link", name="Vorm", exact=True).click()
    expect(page.get_by_text("1,6 te laag").last).to_be_visible()

    page.get_by_role("link", name="Beslis over de vorm").first.click()
    page.get_by_label("Leiderorganisatie").check()
    page.get_by_label("Geleid door").fill("Gemeente Vliermonde")
    page.get_by_label("Waarom?").fill("De partners kennen elkaar nog niet.")
    page.get_by_role("button", name="Leg het besluit vast").click()

    expect(page.get_by_role("heading", level=1)).to_contain_text("Proeftuin Vorm wordt een leiderorganisatienetwerk")
    expect(page.get_by_text("Voor en na")).to_be_visible()
    visitor.go(f"{address}vorm/")
    expect(page.get_by_role("heading", level=1)).to_have_text("De vorm van nu houdt stand")


def test_a_finding_of_the_form_is_told_once_on_the_overview(visitor: Visitor) -> None:
    address = _new_network(visitor, "Proeftuin Bevinding")
    page = visitor.go(f"{address}vorm/")
    _measure(page, trust="2", consensus="4.5", need="1.5", trust_in_lead="4.2", participants="6")

    visitor.go("/vliermonde/bevindingen/")

    told = page.locator(".found a", has_text="Proeftuin Bevinding").filter(has_text="rekenen de leden")
    expect(told).to_have_count(1)


def test_lightening_is_refused_until_it_is_chosen_deliberately(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/?q=Dementievriendelijk")
    page.locator("tbody a").first.click()
    address = page.url.removeprefix(visitor.address)
    visitor.go(f"{address}vorm/besluit/")

    page.get_by_label("Zelfregulerend").check()
    page.get_by_label("Waarom?").fill("De partners doen het intussen zelf.")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_text("Deze vorm is lichter dan die van nu.").first).to_be_visible()
    expect(page.get_by_label("Waarom?")).to_have_value("De partners doen het intussen zelf.")

    page.get_by_label("We worden bewust lichter").check()
    page.get_by_role("button", name="Leg het besluit vast").click()

    expect(page.get_by_text("Bewust lichter gemaakt").first).to_be_visible()


def test_the_list_of_forms_can_be_narrowed_to_what_was_never_measured(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/vormen/")

    expect(page.get_by_role("heading", level=1)).to_contain_text("netwerken hebben een vorm die tekortschiet")
    visitor.go("/vliermonde/vormen/?only=input")
    expect(page.get_by_text("nooit").first).to_be_visible()


@pytest.mark.parametrize("page", ["vormen/", "vorm/", "vorm/proberen/", "vorm/besluit/", "vorm/lezing/"])
def test_the_screens_of_the_form_fit_a_phone_and_have_no_barriers(phone: Visitor, page: str) -> None:
    phone.enter("Hilde Maertens").go("/vliermonde/netwerken/?q=Kansrijk")
    phone.page.locator("tbody a").first.click()
    home = phone.page.url.removeprefix(phone.address)

    phone.go(f"/vliermonde/{page}" if page == "vormen/" else f"{home}{page}")

    assert phone.fits()
    assert phone.barriers() == []
