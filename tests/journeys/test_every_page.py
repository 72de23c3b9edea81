"""Every page at a desk and on a phone: nothing sticks out, no barrier for whoever uses a reader or a keyboard."""

from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser

from tests.journeys.conftest import DESK, PHONE, Visitor, visit

pytestmark = pytest.mark.browser

PAGES = (
    "overzicht/",
    "bevindingen/",
    "bevindingen/?state=all",
    "besluiten/",
    "besluiten/nieuw/",
    "bevragingen/",
    "werksessies/",
    "werksessies/nieuw/",
    "vragenlijsten/",
    "rapporten/",
    "jaar/",
    "uitwisselen/",
    "regie/",
    "instrumenten/as/",
    "opgaven/",
    "opgaven/nieuw/",
    "instrumenten/",
    "instrumenten/nieuw/",
    "netwerken/",
    "netwerken/nieuw/",
    "vormen/",
    "overlap/",
    "partners/",
    "partners/nieuw/",
    "mensen/",
    "mensen/nieuw/",
    "bevragingen/nieuw/",
    "kennis/",
    "kennis/three-forms/",
    "hulp/",
    "hulp/help-import/",
    "hulp/help-form/",
    "hulp/help-effect/",
    "hulp/woorden/",
    "hulp/bronnen/",
    "keuzes/",
    "keuzes/nieuw/",
    "klaar-voor-regie/",
    "klaar-voor-regie/meten/",
    "wat-regie-niet-is/",
    "zoeken/?q=opvang",
    "spoor/",
    "team/",
    "instellingen/",
)
LISTS = ("besluiten/", "instrumenten/", "keuzes/", "mensen/", "netwerken/", "opgaven/", "partners/")


@pytest.fixture(scope="module")
def administrators(browser: Browser, program: str) -> Iterator[tuple[Visitor, Visitor]]:
    """Somebody who may see every page, at a desk and with a phone; they come in once."""
    with visit(browser, program, DESK) as desk, visit(browser, program, PHONE) as phone:
        yield desk.enter("Beheerder"), phone.enter("Beheerder")


@pytest.mark.parametrize("path", PAGES)
def test_a_page_fits_and_has_no_barrier(administrators: tuple[Visitor, Visitor], path: str) -> None:
    for someone in administrators:
        someone.go(f"/vliermonde/{path}")

        assert someone.fits(), f"{path} is wider than the screen"
        assert someone.barriers() == []
        assert someone.complaints == []


@pytest.mark.parametrize("many", LISTS)
def test_the_page_of_one_record_fits_and_has_no_barrier(administrators: tuple[Visitor, Visitor], many: str) -> None:
    for someone in administrators:
        page = someone.go(f"/vliermonde/{many}")
        page.locator("tbody th a").first.click()
        page.wait_for_load_state()

        assert someone.fits(), f"{page.url} is wider than the screen"
        assert someone.barriers() == []
        assert someone.complaints == []


def test_the_first_screen_on_a_phone_is_small(phone: Visitor) -> None:
    """The overview, with everything it needs: under 100 kB over the line, for a browser that has nothing yet."""
    session = phone.enter("Beheerder").page.context.storage_state()
    browser = phone.page.context.browser
    assert browser is not None
    sizes: list[int] = []
    with closing(browser.new_context(storage_state=session, viewport=PHONE)) as empty:  # type: ignore[arg-type]
        page = empty.new_page()
        page.on("response", lambda response: sizes.append(int(response.headers.get("content-length", "0"))))
        page.goto(f"{phone.address}/vliermonde/overzicht/")
        page.wait_for_load_state("networkidle")

    assert 50_000 < sum(sizes) < 100_000


def test_dark_mode_has_no_barrier(visitor: Visitor) -> None:
    visitor.page.emulate_media(color_scheme="dark")
    visitor.enter("Beheerder").go("/vliermonde/overzicht/")

    assert visitor.barriers() == []
