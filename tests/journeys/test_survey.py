"""A survey among fourteen members, from the invitation to the advice on the form, with phones that do not behave."""

import re
from collections.abc import Iterator
from urllib.parse import urlencode
from urllib.request import Request, urlopen

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.conftest import PHONE, Visitor
from tests.letterbox import Letterbox

pytestmark = pytest.mark.browser

NETWORK = "Kansrijk Opgroeien"
MEMBERS = [f"lid{number:02}@kansrijk.example" for number in range(13)] + ["onbestelbaar@kansrijk.example"]
LINK = re.compile(r"http\S+#[0-9A-Z-]+")
CODE = re.compile(r"#([0-9A-Z-]+)")
MIDDLE, LEFT_OPEN = "3", ("trust.goodwill",)


@pytest.fixture
def plain_phone(browser: Browser) -> Iterator[Page]:
    """A phone on which no script runs."""
    context = browser.new_context(viewport=PHONE, locale="nl-BE", java_script_enabled=False)  # type: ignore[arg-type]
    yield context.new_page()
    context.close()


def test_fourteen_members_are_asked_and_the_form_is_advised(
    visitor: Visitor, phone: Visitor, plain_phone: Page, post: Letterbox
) -> None:
    desk = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/")
    desk.get_by_role("link", name=NETWORK, exact=True).first.click()
    desk.locator("nav.tabs").get_by_role("link", name="Vorm").click()
    _prepare(desk)
    expect(desk.get_by_text("Klaar om 14 personen te bevragen.")).to_be_visible()
    expect(desk.get_by_text("7 personen")).to_have_count(2)
    assert visitor.barriers() == []
    desk.get_by_role("button", name="Verstuur 14 mails").click()

    expect(desk.get_by_text("13 mails zijn aan de mailserver gegeven.")).to_be_visible()
    expect(desk.get_by_text("550 5.1.1 no such mailbox")).to_be_visible()
    assert visitor.barriers() == []
    survey = desk.url
    links = {address: _link(post, address) for address in MEMBERS[:-1]}

    _answer_one_by_one(phone, links[MEMBERS[0]], links[MEMBERS[1]])
    _answer_without_script(plain_phone, links[MEMBERS[1]])
    for address in MEMBERS[2:12]:
        _answer_quickly(links[address])
    phone.page.goto(links[MEMBERS[0]])
    phone.page.reload()
    _send(phone.page)
    expect(phone.page.get_by_text("Deze code opent deze bevraging niet.")).to_be_visible()

    desk.get_by_role("button", name="Stuur iedereen een herinnering").click()
    expect(desk.get_by_text("De herinnering gaat naar iedereen: niemand weet wie al antwoordde.")).to_be_visible()
    expect(desk.get_by_text("nog vertrekken")).to_have_count(0)
    assert all(LINK.search(post.to(address)[-1]) is None for address in links)
    desk.get_by_text("Sluit de bevraging nu af").click()
    desk.get_by_role("button", name="Sluit af en toon de resultaten").click()

    expect(desk.get_by_text("12 van 14 mensen antwoordden.")).to_be_visible()
    assert visitor.barriers() == []
    phone.page.goto(links[MEMBERS[12]])
    expect(phone.page.get_by_role("heading", level=1)).to_have_text("Deze bevraging is afgesloten")
    visitor.go(survey.removeprefix(visitor.address))
    for kind in ("pdf", "xlsx", "json"):
        assert desk.request.get(f"{survey}resultaat.{kind}").ok

    desk.get_by_role("link", name=NETWORK).first.click()
    desk.locator("nav.tabs").get_by_role("link", name="Vorm").click()
    expect(desk.locator("#form")).to_contain_text("tekorten")
    desk.locator("nav.tabs").get_by_role("link", name="Overzicht").click()
    desk.locator("#findings").get_by_role("link", name=re.compile("het eens over het doel|doel")).first.click()
    expect(desk.get_by_text("12 van 14 leden antwoordden")).to_be_visible()
    expect(desk.get_by_text(re.compile(r"doel 3,0 op 5, was 4,1 in oktober 2026"))).to_be_visible()


def _prepare(desk: Page) -> None:
    desk.get_by_role("link", name="Start een bevraging").click()
    expect(desk.locator("#id_network")).to_have_value(NETWORK)
    desk.get_by_label("Vragenlijst").select_option("governance-conditions")
    desk.locator("[name=privacy][value=anonymous]").check()
    desk.get_by_label("Waarvoor de resultaten dienen").fill("We bespreken dit in januari.")
    groups = ["zorg"] * 7 + ["onderwijs"] * 7
    lines = [f"Lid {number} <{address}>; {groups[number]}" for number, address in enumerate(MEMBERS)]
    desk.get_by_label("Wie je bevraagt").fill("\n".join(lines))
    desk.get_by_role("button", name="Bewaar en kijk na").click()


def _link(post: Letterbox, address: str) -> str:
    found = LINK.search(post.to(address)[-1])
    assert found is not None
    return found.group()


def _answer_one_by_one(phone: Visitor, link: str, of_somebody_else: str) -> None:
    """Question by question with a thumb; a reload, the skip link and another person in the middle lose nothing."""
    page = phone.page
    page.goto(link)
    expect(page.get_by_role("heading", name="Anoniem")).to_be_visible()
    expect(page.get_by_text("Niemand kan zien wie wat antwoordde.").first).to_be_visible()
    assert phone.fits()
    assert phone.barriers() == []
    page.get_by_role("button", name="Begin").click()
    page.locator(".rung:visible", has_text="Niet eens, niet oneens").click()
    expect(page.get_by_text("1 van 16 beantwoord")).to_be_visible()

    page.goto(of_somebody_else)
    expect(page.get_by_text("0 van 16 beantwoord")).to_be_attached()
    page.goto(link)
    expect(page.get_by_text("staat er weer")).to_be_visible()
    page.locator(".skip").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(link)
    page.get_by_role("button", name="Begin", exact=True).click()
    expect(page.locator(".question:visible input[value='3']")).to_be_checked()
    expect(page.get_by_text("1 van 16 beantwoord")).to_be_visible()
    assert phone.fits()
    assert phone.barriers() == []
    while page.get_by_role("button", name="Volgende vraag").is_visible():
        page.locator(".rung:visible", has_text="Niet eens, niet oneens").click()
        page.get_by_role("button", name="Volgende vraag").click()
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoorden zijn binnen")
    expect(page).to_have_url(re.compile(r"/dank/$"))
    assert page.context.cookies() == []
    assert page.evaluate("localStorage.length") == 0
    page.go_back()
    expect(page.locator("input:checked")).to_have_count(0)


def _send(page: Page) -> None:
    """Straight to the end, with one answer."""
    page.get_by_role("button", name="Begin").click()
    page.locator(".rung:visible").first.click()
    while page.get_by_role("button", name="Volgende vraag").is_visible():
        page.get_by_role("button", name="Volgende vraag").click()
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()


def _answer_without_script(page: Page, link: str) -> None:
    """The code is typed from the mail; everything stands on one page."""
    address, code = link.split("#")
    page.goto(address)
    page.get_by_label("Je code").fill(code.lower())
    for question in page.locator(".ladder").all():
        question.locator("input[value='3']").check()
    page.get_by_role("button", name="Verstuur mijn antwoorden").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Bedankt, je antwoorden zijn binnen")


def _answer_quickly(link: str) -> None:
    """The other members: the same form, sent without a browser."""
    address, code = link.split("#")
    names = re.findall(r'type="radio" name="([^"]+)"', urlopen(address).read().decode())
    typed = {name: MIDDLE for name in names if name not in LEFT_OPEN} | {"code": code}
    answer = urlopen(Request(address, data=urlencode(typed).encode()))
    assert answer.url.endswith("/dank/")
