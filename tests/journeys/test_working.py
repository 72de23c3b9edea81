"""A Monday of work: findings answered one by one, several alike in one go, and a meeting from agenda to minutes."""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor
from tests.letterbox import Letterbox

pytestmark = pytest.mark.browser

ONE_BY_ONE, ALIKE = 20, 10
MOST_ACTIONS = 100
MOST_OF_A_MEETING = 25  # from proposed agenda to sent minutes
TYPED = """1. Wachttijden
Iedereen vindt het te lang.
Actie: wachttijden in kaart brengen (dringend, tegen 10 januari)
Besluit: we bellen elk gezin binnen de week.
"""


def test_twenty_findings_are_answered_in_a_hundred_actions_and_ten_alike_in_one(visitor: Visitor) -> None:
    page, actions = visitor.enter("Hilde Maertens").go("/vliermonde/bevindingen/"), 1
    page.locator(".found a[href*='/bevindingen/']").first.click()
    for _turn in range(ONE_BY_ONE):
        before = page.locator("h1.say").inner_text()
        page.get_by_text("Aanvaarden", exact=True).click()
        page.get_by_role("textbox", name="Reden").fill("Zo werkt het hier.")
        page.get_by_role("button", name="Leg vast en open de volgende").click()
        actions += 3
        expect(page.locator("h1.say")).not_to_have_text(before)
    assert actions <= MOST_ACTIONS

    page.get_by_role("button", name="Ongedaan maken").click()
    expect(page.get_by_text("Het besluit is teruggenomen")).to_be_visible()

    page = visitor.go("/vliermonde/bevindingen/")
    boxes = page.locator("input[name=finding]")
    for place in range(ALIKE):
        boxes.nth(place).check()
    page.get_by_text("Geef ze hetzelfde antwoord").click()
    page.get_by_text("Aanvaarden", exact=True).click()
    page.get_by_role("textbox", name="Reden").fill("Dat weten we; we houden het in het oog.")
    page.get_by_role("button", name="Leg vast voor alles wat aangevinkt is").click()

    expect(page.get_by_text(re.compile(f"{ALIKE} bevindingen zijn beantwoord"))).to_be_visible()
    assert visitor.barriers() == []


def test_a_meeting_goes_from_a_proposed_agenda_to_sent_minutes(visitor: Visitor, post: Letterbox) -> None:
    page, actions = visitor.enter("Hilde Maertens").go("/vliermonde/overleg/?when=to_come"), 1

    def act(done: Callable[[], object]) -> None:
        nonlocal actions
        done()
        actions += 1

    act(page.get_by_role("link", name="Kansrijk Opgroeien").first.click)
    act(page.get_by_role("button", name="Neem deze agenda over").click)
    expect(page.get_by_text(re.compile("punten staan op de agenda"))).to_be_visible()
    act(page.get_by_role("link", name="Schrijf of plak het verslag").click)
    act(lambda: page.get_by_role("textbox", name="De tekst").fill(TYPED))
    act(page.get_by_role("button", name="Bewaar en bekijk wat erin staat").click)
    expect(page.get_by_text("wachttijden in kaart brengen").last).to_be_visible()
    act(lambda: page.get_by_label("Wie", exact=True).first.select_option(label="Hilde Maertens"))
    act(page.get_by_role("button", name="Sluit het verslag af").click)
    expect(page.get_by_text("Het verslag is afgesloten, met 1 actie.")).to_be_visible()
    before = len(post.mails)
    act(page.get_by_role("button", name="Mail het verslag naar de leden").click)
    expect(page.get_by_text(re.compile(r"mails? (is|zijn) aan de mailserver gegeven")).first).to_be_visible()
    expect(page.locator("#post[hx-get]")).to_have_count(0)

    assert len(post.mails) > before
    assert "Verslag: Kansrijk Opgroeien" in str(post.mails[-1]["Subject"])
    assert actions <= MOST_OF_A_MEETING
    assert visitor.barriers() == []


def test_a_partner_ticks_an_action_on_a_phone_without_an_account(visitor: Visitor, phone: Visitor) -> None:
    desk = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/")
    desk.get_by_role("link", name="Kansrijk Opgroeien", exact=True).first.click()
    desk.get_by_role("link", name=re.compile("^Verslagen")).first.click()
    desk.get_by_role("link", name="Persoonlijke links naar acties").click()
    busy = desk.locator("li.row").filter(has_text=re.compile(r"[1-9]\d* (open actie|acties? open)")).first
    busy.get_by_role("button", name=re.compile("Maak een link|Nieuwe link")).click()
    page = phone.page
    page.goto(desk.get_by_label("Adres", exact=True).input_value())
    to_do = page.get_by_role("button", name=re.compile("^Dit is klaar"))
    before = to_do.count()

    assert before > 0
    assert phone.fits()
    assert phone.barriers() == []
    to_do.first.click()
    expect(page.get_by_text("klaar op").first).to_be_visible()
    expect(to_do).to_have_count(before - 1)
    page.reload()
    expect(to_do).to_have_count(before - 1)
