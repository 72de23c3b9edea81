"""The main job in a browser: see what falls short, answer it, follow it up."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.conftest import Visitor

pytestmark = pytest.mark.browser


def test_a_coordinator_answers_a_finding_and_finds_the_decision_back(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/overzicht/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("bevindingen staan open")
    total = int(re.search(r"\d+", page.get_by_role("link", name=re.compile("Bekijk alle")).inner_text()).group())

    page.locator(".finding__say a").first.click()
    sentence = page.locator("h1.say").inner_text()
    page.get_by_text("De regel en de bron").click()
    expect(page.get_by_text("Bron.").first).to_be_visible()
    page.get_by_label("Wat ga je doen?").fill("We leggen dit voor aan de partners.")
    page.get_by_label("Wie doet het?").fill("Samira El Amrani")
    page.get_by_label("Tegen wanneer?").fill("2027-03-31")
    page.get_by_role("button", name="Leg het besluit vast").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("We leggen dit voor aan de partners.")
    expect(page.get_by_text("Voor en na")).to_be_visible()
    expect(page.locator(".change dd").first).to_have_text(sentence)
    visitor.go("/vliermonde/overzicht/")
    expect(page.get_by_role("link", name=f"Bekijk alle {total - 1} bevindingen")).to_be_visible()


def test_an_answer_without_a_reason_is_refused_and_keeps_what_was_typed(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/overzicht/")
    page.locator(".finding__say a").last.click()

    page.get_by_text("Aanvaarden", exact=True).click()
    page.get_by_role("button", name="Leg het besluit vast").click()

    expect(page.get_by_text("Schrijf waarom: dat wil je later lezen.").first).to_be_visible()
    expect(page.get_by_role("radio", name="Aanvaarden")).to_be_checked()


def test_a_draft_survives_a_reload_and_is_of_one_person(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/overzicht/")
    page.locator(".finding__say a").nth(3).click()
    finding = page.url.removeprefix(visitor.address)
    page.get_by_label("Wat ga je doen?").fill("Eerst met twee partners praten")
    expect(page.get_by_text("Klad bewaard om")).to_be_visible()

    page.reload()
    expect(page.get_by_label("Wat ga je doen?")).to_have_value("Eerst met twee partners praten")
    expect(page.get_by_text("en niet bewaarde, staat er weer.")).to_be_visible()

    page.context.clear_cookies()  # her session ends; she did not log out
    visitor.enter("Beheerder").go(finding)
    expect(page.get_by_label("Wat ga je doen?")).to_have_value("")
    page.locator("summary:has([data-who])").click()
    page.get_by_role("button", name="Afmelden").click()

    visitor.enter("Hilde Maertens").go(finding)
    expect(page.get_by_label("Wat ga je doen?")).to_have_value("Eerst met twee partners praten")
    page.locator("summary:has([data-who])").click()
    page.get_by_role("button", name="Afmelden").click()
    expect(page.locator("[data-who]")).to_have_count(0)
    assert page.evaluate("Object.keys(localStorage).filter((key) => key.startsWith('draft:')).length") == 0


def test_a_long_form_with_three_mistakes_is_mended_with_the_keyboard_and_loses_nothing(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/nieuw/")
    page.locator("#id_goal").fill("Elk kind een plek om te spelen")
    page.locator("#id_started").fill("31/31/2020")
    page.locator("#id_hours_per_year").fill("-5")
    page.locator("#id_hours_per_year").press("Enter")

    expect(page.get_by_text("3 dingen kloppen nog niet")).to_be_visible()
    expect(page.locator("[aria-invalid=true]")).to_have_count(3)
    expect(page.get_by_role("alert").first).to_be_focused()
    expect(page.get_by_text("en niet bewaarde, staat er weer.")).to_have_count(0)  # the answer itself shows it
    assert page.title().startswith("Fout")
    assert visitor.barriers() == []
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("#id_name")).to_be_focused()

    visitor.go("/vliermonde/netwerken/nieuw/")
    expect(page.get_by_text("en niet bewaarde, staat er weer.")).to_be_visible()
    expect(page.locator("#id_goal")).to_have_value("Elk kind een plek om te spelen")
    page.get_by_role("link", name="Annuleer").click()
    visitor.go("/vliermonde/netwerken/nieuw/")
    expect(page.locator("#id_goal")).to_have_value("")


def test_a_new_network_with_too_many_partners_becomes_a_finding(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/nieuw/")
    page.get_by_label("Naam").fill("Proeftuin Dorpspunt")
    page.locator("#id_goal").fill("Tegen 2028 heeft elk dorp één punt waar je hulp vindt.")
    page.get_by_role("button", name="Bewaar").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Proeftuin Dorpspunt")

    page.locator("nav.tabs").get_by_role("link", name="Vorm").click()
    page.get_by_role("link", name="Wijzig de vorm").click()
    page.get_by_label("Vorm").select_option("self_regulating")
    page.get_by_role("button", name="Bewaar").click()
    page.locator("nav.tabs").get_by_role("link", name="Tafel").click()
    page.get_by_role("link", name="Partners en personen").click()
    options = page.locator("datalist#id_organisation_list option")
    names = [options.nth(number).get_attribute("value") for number in range(9)]
    for name in names:
        page.get_by_label("Organisatie").fill(name or "")
        page.get_by_role("button", name="Voeg toe aan het netwerk").click()
        expect(page.get_by_text(f"{name} doet nu mee.")).to_be_visible()

    visitor.go("/vliermonde/bevindingen/")
    expect(
        page.locator(".found a", has_text="Proeftuin Dorpspunt draait als zelfregulerend netwerk met 9 partners")
    ).to_be_visible()


def test_two_editors_never_overwrite_each_other(visitor: Visitor, phone: Visitor) -> None:
    first = visitor.enter("Hilde Maertens").go("/vliermonde/opgaven/")
    first.locator("tbody a").first.click()
    address = first.url.removeprefix(visitor.address)
    first.get_by_role("link", name="Wijzig", exact=True).click()
    second = phone.enter("Nadia Bensalem").go(f"{address}wijzigen/")

    second.locator("#id_territory").fill("De Kaai")
    second.get_by_role("button", name="Bewaar").click()
    first.locator("#id_territory").fill("Heel Vliermonde")
    first.get_by_role("button", name="Bewaar").click()

    expect(first.get_by_role("heading", level=1)).to_have_text("Iemand was je voor")
    row = first.get_by_role("row", name="Waar Heel Vliermonde De Kaai")
    expect(row).to_be_visible()
    first.get_by_role("button", name="Bewaar die van mij").click()
    expect(first.get_by_text("Heel Vliermonde", exact=True)).to_be_visible()


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("opgroeien", "Kansrijk Opgroeien"),
        ("opvang", "Lokaal Overleg Kinderopvang"),
        ("armoede", "Vrije Tijd en Armoede"),
        ("kinderopvangs", "Lokaal Overleg Kinderopvang"),
        ("linde", "CLB De Linde"),
    ],
)
def test_one_box_finds_everything(visitor: Visitor, words: str, found: str) -> None:
    page = visitor.enter("Hilde Maertens").page

    page.keyboard.press("/")
    page.keyboard.type(words)
    page.keyboard.press("Enter")

    expect(page.locator(".results a", has_text=found).first).to_be_visible()


def test_an_archived_partner_comes_back_with_one_click(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/partners/")
    page.locator("tbody a").first.click()
    name = page.get_by_role("heading", level=1).inner_text()

    page.get_by_role("button", name="Archiveren").click()
    expect(page.get_by_text(f"“{name}” staat in het archief.")).to_be_visible()
    page.get_by_role("button", name="Ongedaan maken").click()

    expect(page.get_by_text(f"“{name}” is terug.")).to_be_visible()


def test_a_guest_sees_only_the_networks_of_its_organisation(phone: Visitor) -> None:
    page = phone.enter("Greet Lannoo").go("/vliermonde/mijn-netwerken/")

    expect(page.get_by_role("heading", level=1)).to_have_text("Mijn netwerken")
    expect(page.locator(".results a")).to_have_count(2)
    assert page.goto(f"{phone.address}/vliermonde/netwerken/").status == 403  # type: ignore[union-attr]


def test_a_reader_sees_findings_but_no_form_to_answer(visitor: Visitor) -> None:
    page = visitor.enter("Lezer").go("/vliermonde/overzicht/")

    page.locator(".finding__say a").first.click()

    expect(page.locator("h1.say")).to_be_visible()
    expect(page.get_by_role("button", name="Leg het besluit vast")).to_have_count(0)


def test_the_interface_speaks_english_when_asked(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/account/voorkeuren/")

    page.get_by_label("Taal").select_option("en")
    page.get_by_role("button", name="Bewaar").click()
    visitor.go("/vliermonde/overzicht/")

    expect(page.get_by_role("heading", level=1)).to_contain_text("findings are open")
    visitor.go("/account/voorkeuren/")
    page.get_by_label("Language").select_option("nl")
    page.get_by_role("button", name="Save").click()


def test_the_back_button_shows_a_whole_page(visitor: Visitor) -> None:
    page = visitor.enter("Hilde Maertens").go("/vliermonde/netwerken/")
    page.locator("input[name=q]").last.fill("huis")
    expect(page).to_have_url(re.compile("q=huis"))
    page.locator("tbody a").first.click()

    page.go_back()

    expect(page.get_by_role("heading", level=1)).to_have_text("Netwerken")
    expect(page.locator("header .brand")).to_be_visible()
