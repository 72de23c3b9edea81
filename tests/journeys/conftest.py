"""A real program for the journeys: started once, with the example authority, and driven by a real browser."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

from tests.letterbox import Letterbox, letterbox
from tests.load.program import Program, running

DESK, PHONE = {"width": 1280, "height": 900}, {"width": 360, "height": 780}
PLACES = (
    os.environ.get("CHROMIUM_PATH", ""),
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
)
# rules about the whole page that hold; 'region' would ask landmarks inside the pictures
AXE = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],  # what passed is a list ten times as long, which no test reads
}

expect.set_options(timeout=10_000)


def chromium() -> str | None:
    """The browser of the machine; None lets Playwright use its own, and fail with how to install it."""
    return next((place for place in PLACES if place and Path(place).exists()), shutil.which("chromium"))


@pytest.fixture(scope="session")
def program_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the program keeps its data, in `var`, and its log."""
    return tmp_path_factory.mktemp("program")


@pytest.fixture(scope="session")
def post() -> Iterator[Letterbox]:
    """The mail server of the program."""
    with letterbox() as box:
        yield box


@pytest.fixture(scope="session")
def running_program(program_folder: Path, post: Letterbox) -> Iterator[Program]:
    """`regiewijzer run` with the example, in a folder of its own."""
    with running(program_folder, EMAIL_URL=post.url) as program:
        yield program


@pytest.fixture(scope="session")
def program(running_program: Program) -> str:
    """The address of the program."""
    return running_program.address


@pytest.fixture(scope="module")
def playwright_driver() -> Iterator[Playwright]:
    """Ends with its file: while it runs, Django refuses the database to tests in the same process."""
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="module")
def browser(playwright_driver: Playwright) -> Iterator[Browser]:
    arguments = [
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--no-first-run",
    ]
    if os.geteuid() == 0:
        arguments.append("--no-sandbox")
    found = playwright_driver.chromium.launch(executable_path=chromium(), args=arguments)
    yield found
    found.close()


class Visitor:
    """Somebody with a browser window on the program, who notices errors of the page."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address
        self.complaints: list[str] = []
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", self._listen)

    def _listen(self, message: object) -> None:
        kind, text = getattr(message, "type", ""), getattr(message, "text", "")
        if kind in ("error", "warning") and "status of 4" not in text:  # an expected refusal is no error of the page
            self.complaints.append(text)

    def enter(self, name: str, authority: str = "Vliermonde") -> "Visitor":
        """Come in to the example by the name or the role of a person."""
        self.page.goto(f"{self.address}/")
        self.page.locator(".door", has_text=name).filter(has_text=authority).first.click()
        self.page.wait_for_load_state()
        return self

    def go(self, path: str) -> Page:
        """Open a page that must be there."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.status == 200, f"{path}: {answer.status}"
        return self.page

    def fits(self) -> bool:
        """Nothing sticks out to the side."""
        return bool(self.page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))

    def barriers(self) -> list[str]:
        """What the accessibility rules find, one line each."""
        found = Axe().run(self.page, options=AXE).response["violations"]
        return [f"{one['id']}: {node['html'][:160]}" for one in found for node in one["nodes"]]


@pytest.fixture
def visitor(browser: Browser, program: str) -> Iterator[Visitor]:
    """Somebody at a desk, in Dutch."""
    with visit(browser, program, DESK) as someone:
        yield someone


@pytest.fixture
def phone(browser: Browser, program: str) -> Iterator[Visitor]:
    """Somebody with a phone, in Dutch."""
    with visit(browser, program, PHONE) as someone:
        yield someone


@contextmanager
def visit(browser: Browser, program: str, size: dict[str, int]) -> Iterator[Visitor]:
    """A browser window of its own; the page must have had nothing to complain of."""
    context = browser.new_context(viewport=size, locale="nl-BE", reduced_motion="reduce")  # type: ignore[arg-type]
    someone = Visitor(context.new_page(), program)
    yield someone
    context.close()
    assert someone.complaints == [], someone.complaints


@pytest.fixture
def newcomer_in(visitor: Visitor, program_folder: Path) -> Callable[[str], Visitor]:
    """Makes an authority in which nothing stands, and comes in as its first administrator."""
    settings = {"DATA_DIR": str(program_folder / "var"), "DJANGO_SETTINGS_MODULE": "regiewijzer.config.settings"}

    def come_in(slug: str) -> Visitor:
        arguments = ["authority", slug, slug.title(), f"ann@{slug}.be"]
        command = [sys.executable, "-m", "regiewijzer.config.command", *arguments]
        environment = {**os.environ, **settings}
        told = subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout
        link = re.search(r"/account/uitnodiging/\S+", told)
        assert link, told
        page = visitor.go(link.group())
        page.locator("#id_name").fill(f"Ann van {slug.title()}")
        page.locator("input[type=password]").first.fill("drie paarse olifanten 47")
        page.get_by_role("button", name="Kom binnen").click()
        page.wait_for_url(f"**/{slug}/**")
        return visitor

    return come_in
