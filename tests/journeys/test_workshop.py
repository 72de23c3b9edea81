"""A whole session: twenty phones and a beamer, from preparing to the account; and a room that outlives a crash."""

import asyncio
import re
from collections.abc import Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from tests.journeys.conftest import PHONE, Visitor
from tests.load.phones import load, many_files
from tests.load.program import Program
from tests.load.room import Phone

pytestmark = pytest.mark.browser

PLAIN_PHONES, BROWSERS = 17, 3
ALL = PLAIN_PHONES + BROWSERS
NAME = "Hilde Maertens"


class Beside:
    """Coroutines beside the browser, which keeps this thread's own loop busy."""

    def __init__(self) -> None:
        self.loop, self.begun = asyncio.new_event_loop(), list[asyncio.Future[Any]]()
        self.thread = ThreadPoolExecutor(1)
        self.running = self.thread.submit(self.loop.run_forever)

    def do(self, work: Coroutine[Any, Any, Any]) -> Any:
        return asyncio.run_coroutine_threadsafe(work, self.loop).result(60)

    def begin(self, work: Coroutine[Any, Any, Any]) -> None:
        async def held() -> None:
            self.begun.append(asyncio.ensure_future(work))  # a loop forgets a task that nobody holds

        self.do(held())

    def close(self) -> None:
        async def cancel() -> None:
            others = asyncio.all_tasks() - {asyncio.current_task()}
            for task in others:
                task.cancel()
            await asyncio.gather(*others, return_exceptions=True)

        self.do(cancel())
        self.loop.call_soon_threadsafe(self.loop.stop)
        self.running.result(10)
        self.thread.shutdown()
        self.loop.close()


@pytest.fixture
def beside() -> Iterator[Beside]:
    made = Beside()
    yield made
    made.close()


@pytest.fixture
def new_context(browser: Browser) -> Iterator[Callable[[dict[str, int]], BrowserContext]]:
    """Browsers of people without an account."""
    opened: list[BrowserContext] = []

    def make(size: dict[str, int]) -> BrowserContext:
        opened.append(browser.new_context(viewport=size, locale="nl-BE", reduced_motion="reduce"))  # type: ignore[arg-type]
        return opened[-1]

    yield make
    for context in opened:
        context.close()


def _prepared(page: Page, here: str) -> str:
    """A session about a network: one question of a questionnaire, a choice and short texts. Returns its address."""
    page.goto(f"{here}netwerken/")
    page.locator("tbody a", has_text="Kansrijk Opgroeien").first.click()
    page.locator("a[href*='werksessies/nieuw/?network=']").click()
    page.locator("[name=title]").fill("Regiedag")
    page.locator("main form .btn").click()
    session = page.url
    page.goto(f"{session}vragenlijst/?key=governance-conditions")
    for box in page.locator("[name=items]").all()[1:]:
        box.uncheck()
    page.locator("main form .btn").click()
    page.goto(f"{session}vragen/nieuw/choice/")
    page.locator("[name=text]").fill("Waar beginnen we?")
    page.locator("[name=options]").fill("Een loket\nEen lijst\nEen gesprek")
    page.locator("main form .btn").click()
    page.goto(f"{session}vragen/nieuw/text/")
    page.locator("[name=text]").fill("Wat ontbreekt er?")
    page.locator("main form .btn").click()
    expect(page.locator(".asked-list li")).to_have_count(3)
    return session


def _came_in(page: Page, address: str, code: str) -> Page:
    page.goto(f"{address}/meedoen/")
    page.locator("#code").fill(code.lower())
    page.locator("main .btn").click()
    page.locator("main .btn").click()
    expect(page.locator("[data-stage]")).to_be_visible()
    return page


def _room_of(beside: Beside, address: str, code: str) -> list[Phone]:
    room = [Phone(address) for _phone in range(PLAIN_PHONES)]
    for phone in room:
        beside.do(phone.join(code))
        beside.begin(phone.follow())
    return room


def _words(hand: Page, state: str) -> str:
    """What a phone says of its answer in this state."""
    return hand.locator("[data-sent]").get_attribute(state) or ""


def _all_on(beside: Beside, room: list[Phone], version: int) -> None:
    async def wait() -> None:
        while any(phone.version < version for phone in room):
            await asyncio.sleep(0.05)

    beside.do(asyncio.wait_for(wait(), 30))


def test_a_session_from_the_code_to_the_account(
    visitor: Visitor, beside: Beside, new_context: Callable[[dict[str, int]], BrowserContext]
) -> None:
    page, address = visitor.enter(NAME).page, visitor.address
    session = _prepared(page, f"{address}/vliermonde/")
    page.locator("form[action$='/openen/'] button").click()
    code = "".join(re.findall(r"\w{3}", page.locator("dd.code").inner_text())[:2])
    beamer = page.context.new_page()
    beamer.goto(f"{session}scherm/")
    expect(beamer.locator("svg.qr")).to_be_visible()

    room = _room_of(beside, address, code)
    contexts = [new_context(PHONE) for _phone in range(BROWSERS)]
    hands = [_came_in(context.new_page(), address, code) for context in contexts]
    expect(beamer.locator("[data-count=joined]")).to_have_text(str(ALL))
    beamer.keyboard.press("ArrowRight")
    _all_on(beside, room, 1)
    for hand in hands:
        expect(hand.locator("form[data-answer]")).to_be_visible()
        expect(hand.locator("[data-state]")).to_have_attribute("data-live", hand.locator("[data-state]").inner_text())

    for phone in room:
        beside.do(phone.answer(4))
    hands[0].locator("input[value='5']").check()
    hands[0].locator("form[data-answer] .btn").click()
    contexts[1].set_offline(True)  # a phone that lost its network keeps its answer, and sends it when it is back
    hands[1].locator("input[value='2']").check()
    hands[1].locator("form[data-answer] .btn").click()
    expect(hands[1].locator("[data-sent]")).to_have_text(
        hands[1].locator("[data-sent]").get_attribute("data-out") or ""
    )
    expect(beamer.locator("[data-count=answers]")).to_have_text(str(ALL - 2))
    contexts[1].set_offline(False)
    expect(hands[1].locator("[data-sent]")).to_have_text(_words(hands[1], "data-in"))
    hands[2].locator("input[value='1']").check()
    hands[2].locator("form[data-answer] .btn").click()
    expect(beamer.locator("[data-count=answers]")).to_have_text(str(ALL))

    hands[2].reload()  # comes back where it was, and changes its vote: still one
    expect(hands[2].locator("input[value='1']")).to_be_checked()
    hands[2].locator("input[value='4']").check()
    hands[2].locator("form[data-answer] .btn").click()
    expect(hands[2].locator("[data-sent]")).to_have_text(_words(hands[2], "data-in"))
    expect(beamer.locator("svg.answers")).to_have_count(0)
    beamer.keyboard.press("r")
    expect(beamer.locator("svg.answers")).to_be_visible()
    expect(beamer.locator("svg.answers desc")).to_contain_text("18")
    assert NAME not in beamer.content()
    _all_on(beside, room, 2)  # showing closed the vote

    beamer.keyboard.press("ArrowRight")
    _all_on(beside, room, 3)
    expect(hands[0].locator("form[data-answer] input[value='3']")).to_be_visible()
    for phone in room:
        beside.do(phone.answer(1))
    expect(beamer.locator("[data-count=answers]")).to_have_text(str(PLAIN_PHONES))

    page.goto(f"{session}leiden/")
    page.locator("form[action$='/einde/'] button").click()
    expect(page.locator(".account__one")).to_have_count(3)
    expect(page.locator(".facts")).to_contain_text(str(ALL))
    expect(page.locator(".account__one svg.answers")).to_have_count(1)
    expect(hands[0].locator("form[data-answer]")).to_have_count(0)
    expect(hands[0].locator("a[href='/meedoen/']")).to_be_visible()
    assert visitor.fits()
    assert visitor.barriers() == []


def test_pages_of_a_session_fit_and_have_no_barrier(
    visitor: Visitor, phone: Visitor, new_context: Callable[[dict[str, int]], BrowserContext]
) -> None:
    page, address = visitor.enter(NAME).page, visitor.address
    session = _prepared(page, f"{address}/vliermonde/")
    path = session.removeprefix(address)
    phone.enter(NAME)
    for ending in ("", "over/", "vragenlijst/", "vragenlijst/?key=readiness", "vragen/nieuw/ranking/"):
        for someone in (visitor, phone):
            someone.go(f"{path}{ending}")
            assert someone.fits(), ending
            assert someone.barriers() == [], ending
    visitor.go(path)
    page.locator("form[action$='/openen/'] button").click()
    code = "".join(re.findall(r"\w{3}", page.locator("dd.code").inner_text())[:2])
    guest = Visitor(new_context(PHONE).new_page(), address)
    _came_in(guest.page, address, code)
    for number in range(4):
        if number:
            page.goto(f"{session}scherm/")
            page.locator(".steer [data-press^=ArrowRight]").click()
            expect(guest.page.locator("form[data-answer]")).to_be_visible()
        for someone in (visitor, guest):
            assert someone.fits(), f"question {number}"
            assert someone.barriers() == [], f"question {number}"
    visitor.go(f"{path}leiden/")
    assert visitor.barriers() == []
    page.locator("form[action$='/einde/'] button").click()


def test_a_session_without_scripts(
    browser: Browser, visitor: Visitor, new_context: Callable[[dict[str, int]], BrowserContext]
) -> None:
    page, address = visitor.enter(NAME).page, visitor.address
    session = _prepared(page, f"{address}/vliermonde/")
    page.locator("form[action$='/openen/'] button").click()
    code = "".join(re.findall(r"\w{3}", page.locator("dd.code").inner_text())[:2])
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)  # type: ignore[arg-type]
    hand = _came_in(context.new_page(), address, code)
    page.goto(f"{session}scherm/")
    page.locator(".steer [data-press^=ArrowRight]").click()

    hand.locator(".phone__refresh a").click()
    hand.locator("input[value='4']").check()
    hand.locator("form .btn").click()

    expect(hand.locator("input[value='4']")).to_be_checked()
    expect(hand.locator("[data-sent]")).not_to_be_empty()
    page.goto(f"{session}leiden/")
    expect(page.locator("[data-count=answers]")).to_have_text("1")
    page.locator("form[action$='/einde/'] button").click()
    with suppress(Exception):
        context.close()


def test_forty_phones_outlive_a_crash_of_the_database(running_program: Program) -> None:
    """The small version of `python -m tests.load.phones`: nothing acknowledged is lost, and all are live again."""
    many_files()
    with ThreadPoolExecutor(1) as beside:
        rounds = beside.submit(asyncio.run, load(running_program, phones=40, spread=3, burst=1)).result(240)

    for each in rounds:
        print(each)
    assert [(each.lost, each.twice) for each in rounds] == [(0, 0)] * 3
    assert [each.failed_tries for each in rounds[:2]] == [0, 0]
    assert rounds[2].away is not None
    assert rounds[2].away < 15
