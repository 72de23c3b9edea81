"""A Monday of work: findings answered one by one, and several alike in one go."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser

ONE_BY_ONE, ALIKE = 20, 10
MOST_ACTIONS = 100


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
