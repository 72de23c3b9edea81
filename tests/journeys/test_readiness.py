"""From no answer at all to a decision about what the layers see differently, and a network rightly placed."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def _write(page: Page, layer: str, room: str, example: str) -> None:
    page.get_by_role("link", name="Noteer wat een laag zegt").click()
    page.get_by_label("Laag").select_option(label=layer)
    page.get_by_role("group", name="Medewerkers mogen in een netwerk iets toezeggen").get_by_label(room).check()
    page.get_by_label("Wat mocht een medewerker de laatste keer zelf toezeggen?").fill(example)
    page.get_by_role("button", name="Bewaar de meting").click()


def test_from_no_answer_to_a_decision_about_a_gap(newcomer_in: Callable[[str], Visitor]) -> None:
    visitor = newcomer_in("laagrode")
    page = visitor.go("/laagrode/klaar-voor-regie/")
    expect(page.get_by_role("heading", name="Nog geen laag bevraagd")).to_be_visible()

    _write(page, "Bestuur", "Ja", "Een lokaal voor de jeugdclub.")
    _write(page, "Medewerkers", "Nee", "Niets: alles moet eerst langs het college.")

    expect(page.get_by_role("heading", level=1)).to_have_text("De lagen zien één voorwaarde anders")
    page.get_by_text("Waarom?").click()
    expect(page.get_by_text("Twee lagen verschillen vanaf een punt.")).to_be_visible()
    assert visitor.barriers() == []
    visitor.go("/laagrode/bevindingen/")
    page.get_by_role("link", name="medewerkers ruimte geven").click()
    page.get_by_label("Wat ga je doen?").fill("We spreken per netwerk af wat iemand zelf mag toezeggen.")
    page.get_by_label("Wie doet het?").fill("De algemeen directeur")
    page.get_by_label("Tegen wanneer?").fill("2027-03-31")
    page.get_by_role("button", name="Leg het besluit vast").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "We spreken per netwerk af wat iemand zelf mag toezeggen."
    )


def test_a_network_is_placed_by_hand_with_what_the_facts_propose(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/wat-regie-niet-is/")
    row = page.locator("tr", has_text="Brede School")
    expect(row).to_contain_text("Meerdere partners doen zelf iets voor het doel")
    row.get_by_role("link", name="Plaats Brede School").click()

    page.get_by_role("button", name="Plaats het netwerk").click()
    expect(page.get_by_text("Schrijf waarom: dat wil je later lezen.").first).to_be_visible()
    page.get_by_label("Waarom?").fill("Negen partners werken aan één doel.")
    page.get_by_role("button", name="Plaats het netwerk").click()

    expect(page.get_by_text("“Brede School” is geplaatst.")).to_be_visible()
    shelf = page.locator("section", has_text="Tijdelijke, doelgerichte samenwerking")
    expect(shelf.get_by_role("link", name="Brede School", exact=True)).to_be_visible()
