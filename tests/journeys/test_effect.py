"""The effect of a network in a browser: from nothing known to criteria, an evaluation, a finding and a decision."""

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def _new_network(visitor: Visitor, name: str, started: str) -> str:
    """A network of which only the start is known; the address of its effect."""
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/nieuw/")
    page.get_by_label("Naam").fill(name)
    page.locator("#id_started").fill(started)
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return f"{page.url.removeprefix(visitor.address)}effect/"


def test_from_nothing_known_to_a_decision_to_stop(visitor: Visitor) -> None:
    address = _new_network(visitor, "Proeftuin Effect", "2021-03-01")
    page = visitor.go(address)
    expect(page.get_by_role("heading", level=1)).to_have_text("Niemand keek al naar wat dit netwerk oplevert")

    page.get_by_role("link", name="Kies de criteria").first.click()
    for criterion in ("community.goal", "network.coordination", "organisations.own_clients"):
        page.locator(f'input[value="{criterion}"]').check()
    page.get_by_role("button", name="Bewaar deze criteria").click()
    expect(page.get_by_text("voor er iets beoordeeld was")).to_be_visible()

    page.get_by_role("link", name="Beoordeel de criteria").click()
    for criterion in ("community.goal", "network.coordination", "organisations.own_clients"):
        page.locator(f'input[name="{criterion}"][value="3"]').check()
        page.locator(f'textarea[name="{criterion}.evidence"]').fill("Zoals in het begin")
    page.get_by_label("In één zin: wat zag je?").fill("Er is veel overlegd.")
    page.get_by_role("button", name="Bewaar de evaluatie").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Nog op geen van de drie niveaus een resultaat")
    expect(page.locator(".finding__say", has_text="geen van de niveaus waar iemand keek")).to_have_count(1)
    visitor.go("/vliermonde/bevindingen/")
    expect(page.locator(".found a", has_text="Proeftuin Effect bestaat")).to_have_count(1)

    visitor.go(f"{address}besluit/")
    page.get_by_label("Stoppen").check()
    page.locator("#id_learned").fill("Begin kleiner, met één wijk.")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Stoppen met Proeftuin Effect")
    expect(page.get_by_text("Voor en na")).to_be_visible()
    visitor.go(address)
    expect(page.get_by_text("Begin kleiner, met één wijk.")).to_be_visible()


def test_scoring_before_choosing_leads_to_choosing(visitor: Visitor) -> None:
    address = _new_network(visitor, "Proeftuin Eerst Kiezen", "2025-01-01")

    page = visitor.go(f"{address}beoordelen/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Waarop ga je dit netwerk beoordelen?")
    expect(page.get_by_text("achteraf kiezen is naar een uitkomst toewerken").first).to_be_visible()


def test_a_criterion_that_fits_badly_is_kept_only_with_a_reason(visitor: Visitor) -> None:
    address = _new_network(visitor, "Proeftuin Misfit", "2020-01-01")
    page = visitor.go(f"{address}criteria/")
    for criterion in ("community.goal", "network.coordination", "network.members_joining"):
        page.locator(f'input[value="{criterion}"]').check()

    page.get_by_role("button", name="Bewaar deze criteria").click()
    said = "Je houdt een criterium dat slecht past. Schrijf waarom, of kies een ander."
    expect(page.get_by_text(said, exact=True)).to_be_visible()
    expect(page.locator('input[value="network.members_joining"]')).to_be_checked()
    page.locator("#id_reason").fill("We willen weten of er nog iemand bij wil.")
    page.get_by_role("button", name="Bewaar deze criteria").click()

    expect(page.get_by_text("Gehouden om een reden.")).to_be_visible()


def test_a_drop_that_chance_explains_is_shown_with_the_first_years_and_is_no_finding(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/?q=Zorgzame+Buurt+Noord")
    page.locator("tbody a").first.click()
    visitor.go(f"{page.url.removeprefix(visitor.address)}effect/")

    expect(page.locator("svg.only-wide text", has_text="eerst minder tevreden is gewoon")).to_be_visible()
    expect(page.locator(".finding__say", has_text="minder tevreden")).to_have_count(0)


@pytest.mark.parametrize("page", ["", "criteria/", "beoordelen/", "gebruikers/", "leden/", "besluit/"])
def test_the_screens_of_effect_fit_a_phone_and_have_no_barriers(phone: Visitor, page: str) -> None:
    phone.enter("Hilde Maertens").go("/vliermonde/netwerken/?q=Kansrijk")
    phone.page.locator("tbody a").first.click()

    phone.go(f"{phone.page.url.removeprefix(phone.address)}effect/{page}")

    assert phone.fits()
    assert phone.barriers() == []
