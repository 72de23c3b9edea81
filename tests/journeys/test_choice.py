"""From a challenge to a signed choice in a browser: alone, apart, and to a network that keeps where it came from."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

CHALLENGE = "Elk kind een fietsroute"


def _answer(page: Page, question: str, answer: str, reason: str = "") -> None:
    expect(page.get_by_role("heading", level=1)).to_have_text(question)
    page.get_by_text(answer, exact=True).click()
    if reason:
        page.get_by_label("Waarom?").fill(reason)
    page.get_by_role("button", name="Bewaar en ga verder").click()


def _to_what_exists(page: Page) -> None:
    """The questions before the search, for a challenge that asks for others."""
    page.get_by_label("Beleid uitvoeren").check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    _answer(page, "Kan je bestuur dit alleen oplossen?", "Nee", "De scholen en de politie beslissen zelf.")
    _answer(page, "Wat heb je van anderen nodig?", "Inzet en keuzes van organisaties die zelf ook iets willen")
    _answer(page, "Is dit een resultaat dat geen enkele organisatie apart kan bereiken?", "Ja")
    _answer(page, "Is de opgave complex?", "Ja, complex")
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Bestaat er al een netwerk met dit doel of met deze partners?"
    )


def _new_challenge(visitor: Visitor, authority: str, name: str) -> Page:
    page = visitor.go(f"/{authority}/opgaven/nieuw/")
    page.get_by_label("Naam").fill(name)
    page.locator("#id_result").fill("Elk kind fietst veilig naar school.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)
    return page


def test_from_no_choice_at_all_to_a_network_that_keeps_its_choice(visitor: Visitor) -> None:
    page = visitor.enter("Sabine Van Gorp", "Scheldekouter").go("/scheldekouter/keuzes/")
    expect(page.get_by_role("heading", name="Nog geen keuzes")).to_be_visible()
    page = _new_challenge(visitor, "scheldekouter", CHALLENGE)
    expect(page.get_by_text("Er is nog niet gekozen")).to_be_visible()
    page.get_by_role("link", name="Maak een keuze").click()
    page.get_by_role("button", name="Naar de eerste vraag").click()

    _to_what_exists(page)
    expect(page.locator("#found")).to_contain_text("die lopen")
    page.get_by_text("Nee", exact=True).click()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    page.get_by_text("Ja", exact=True).click()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    _answer(page, "Is er voor de partners die je nodig hebt iets te winnen?", "Ja")
    expect(page.get_by_text("Zet een netwerk op.")).to_be_visible()
    page.get_by_text("Waarom?").first.click()
    expect(page.get_by_text("Wat de doorslag gaf:")).to_be_visible()
    page.get_by_role("button", name="Mijn antwoorden zijn volledig").click()
    page.get_by_role("button", name="Onderteken de keuze").click()

    expect(page.get_by_text("De keuze is ondertekend.")).to_be_visible()
    page.get_by_role("link", name="Start het netwerk").click()
    expect(page.locator("#id_goal")).to_have_value("Elk kind fietst veilig naar school.")
    page.get_by_label("Naam").fill("Fietstafel")
    page.get_by_role("button", name="Start het netwerk").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Fietstafel")
    page.locator("nav.tabs").get_by_role("link", name="Doel").click()
    expect(page.get_by_text("dit netwerk kwam eruit")).to_be_visible()
    visitor.go("/scheldekouter/besluiten/")
    expect(page.get_by_role("link", name=f"Zet een netwerk op: {CHALLENGE}")).to_be_visible()


def test_while_one_types_the_networks_with_that_goal_come_up_and_one_can_be_joined(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/keuzes/nieuw/")
    page.get_by_label("Opgave").fill("Opvang voor elk kind")
    page.get_by_role("button", name="Naar de eerste vraag").click()
    _to_what_exists(page)

    page.get_by_label("Wat wil je bereiken?").fill("Elke huurder woont gezond en betaalbaar.")
    expect(page.locator("#found > ol > li").first).not_to_contain_text("Lokaal Overleg Kinderopvang")
    goal = "Elk gezin met jonge kinderen in armoede kent de weg naar de opvang en vindt er een vaste plaats."
    page.get_by_label("Wat wil je bereiken?").fill(goal)
    expect(page.locator("#found > ol > li").first).to_contain_text("Lokaal Overleg Kinderopvang")
    expect(page.locator("#found > ol > li").first).to_contain_text("het doel lijkt erop")
    page.locator("#found > ol > li").first.get_by_role("button").click()

    expect(page.get_by_text("Gebruik het bestaande netwerk.")).to_be_visible()
    page.get_by_role("button", name="Mijn antwoorden zijn volledig").click()
    expect(page.get_by_label("In welk netwerk?")).to_have_value("Lokaal Overleg Kinderopvang")
    page.get_by_role("button", name="Onderteken de keuze").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Gebruik het bestaande netwerk")


def test_going_back_keeps_the_answers(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/keuzes/nieuw/")
    page.get_by_label("Opgave").fill("Veilig naar school")
    page.get_by_role("button", name="Naar de eerste vraag").click()
    page.get_by_label("Beleid evalueren").check()
    page.get_by_role("button", name="Bewaar en ga verder").click()
    _answer(page, "Kan je bestuur dit alleen oplossen?", "Nee", "Ouders kiezen zelf hoe ze komen.")

    page.get_by_role("link", name="Vorige vraag").click()

    expect(page.get_by_role("radio", name="Nee")).to_be_checked()
    expect(page.get_by_label("Waarom?")).to_have_value("Ouders kiezen zelf hoe ze komen.")
    page.get_by_role("link", name="Vorige vraag").click()
    expect(page.get_by_label("Beleid evalueren")).to_be_checked()


def test_two_people_answer_apart_and_see_where_they_differ(visitor: Visitor, phone: Visitor) -> None:
    first = visitor.enter("Hilde Maertens").go("/vliermonde/keuzes/nieuw/")
    first.get_by_label("Opgave").fill("Een levendig winkelhart")
    first.get_by_role("button", name="Naar de eerste vraag").click()
    first.get_by_label("Beleid uitvoeren").check()
    first.get_by_role("button", name="Bewaar en ga verder").click()
    _answer(first, "Kan je bestuur dit alleen oplossen?", "Ja", "We hebben een reglement.")
    first.get_by_role("button", name="Mijn antwoorden zijn volledig").click()
    first.get_by_label("Collega", exact=True).select_option(label="Pieter Van Acker")
    first.get_by_role("button", name="Vraag het deze collega").click()
    expect(first.get_by_role("button", name="Onderteken de keuze")).to_have_count(0)
    address = re.sub(r"#.*", "", first.url.removeprefix(visitor.address))

    second = phone.enter("Pieter Van Acker").go(address)
    expect(second.get_by_text("We hebben een reglement.")).to_have_count(0)
    second.get_by_role("link", name="Ga door met je antwoorden").click()
    second.get_by_label("Beleid uitvoeren").check()
    second.get_by_role("button", name="Bewaar en ga verder").click()
    _answer(second, "Kan je bestuur dit alleen oplossen?", "Nee")
    _answer(second, "Wat heb je van anderen nodig?", "De mening of ideeën van inwoners; het bestuur beslist")
    second.get_by_role("button", name="Mijn antwoorden zijn volledig").click()

    expect(second.get_by_role("heading", name="Jullie verschillen op 2 van 3 vragen")).to_be_visible()
    expect(second.get_by_text("We hebben een reglement.")).to_be_visible()
    assert phone.fits()
    assert phone.barriers() == []
    page = visitor.go(address)
    page.get_by_label("Wat beslis je?").select_option(label="Betrek inwoners")
    page.get_by_role("button", name="Onderteken de keuze").click()
    expect(page.get_by_text("Je beslist anders dan het advies. Schrijf waarom.").first).to_be_visible()
    page.get_by_label("Waarom?").fill("Handelaars en klanten weten wat er ontbreekt.")
    page.get_by_role("button", name="Onderteken de keuze").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Betrek inwoners")


def test_every_step_fits_a_phone_and_has_no_barrier(phone: Visitor) -> None:
    page = phone.enter("Hilde Maertens").go("/vliermonde/keuzes/nieuw/")
    page.get_by_label("Opgave").fill("Langer thuis in de eigen buurt")
    page.get_by_role("button", name="Naar de eerste vraag").click()
    assert phone.barriers() == []
    _to_what_exists(page)

    assert phone.fits()
    assert phone.barriers() == []
