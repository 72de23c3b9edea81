"""A facilitator and a room of phones on a real program, as the scripts of its pages behave."""

import asyncio
import html
import random
import re
import time
import uuid
from contextlib import aclosing
from dataclasses import dataclass, field
from typing import Any

from tests.load.plain import Failed, Plain, events

STREAM = re.compile(r'data-stream="([^"]+)"')
CODE = re.compile(r'<dd class="code">(.{3}) (.{3})<')
QUESTION = re.compile(r'data-question="(\d+)"')
AGAIN_FIRST, AGAIN_LONGEST = 0.7, 8.0
BACK = (1.0, 4.0)  # seconds until a stream is opened again
BY_SCRIPT = "application/json"
LEADER = "Hilde Maertens"
FOUND, MOVED = 200, 302


@dataclass
class Facilitator:
    """Prepares a session of scales, opens it, and leads it."""

    site: str
    plain: Plain = field(init=False)
    base: str = ""
    code: str = ""

    def __post_init__(self) -> None:
        self.plain = Plain(self.site)

    async def prepare(self, questions: int) -> None:
        """Come in by the example, and open a room with so many scales."""
        entrance = await self.plain.get("/")
        await self.plain.post("/example/", {"position": _position_of(entrance.text, LEADER)})
        await self.plain.get("/vliermonde/werksessies/nieuw/")
        made = await self.plain.post("/vliermonde/werksessies/nieuw/", {"title": "Een volle zaal"})
        self.base = made.location
        for number in range(questions):
            words = {"text": f"Stelling {number + 1}", "low": "oneens", "high": "eens"}
            await self.plain.post(f"{self.base}vragen/nieuw/scale/", words)
        await self.plain.post(f"{self.base}openen/", {})
        found = CODE.search((await self.plain.get(f"{self.base}leiden/")).text)
        assert found is not None
        self.code = "".join(found.groups())

    async def go_to(self, number: int) -> None:
        """To a question; Failed when the program does not take the step."""
        await self._step("naar/", {"number": str(number)})

    async def open_again(self) -> None:
        """Open voting that is open: every phone hears of it, and no answer is lost. Failed as above."""
        await self._step("stemmen/", {"open": "yes"})

    async def _step(self, path: str, form: dict[str, str]) -> None:
        page = await self.plain.get(f"{self.base}leiden/")
        seen = re.search(r'name="seen" value="(\d+)"', page.text)
        if page.status != FOUND or seen is None:
            raise Failed(f"leiden/: {page.status}")
        reply = await self.plain.post(f"{self.base}{path}", {"seen": seen.group(1), **form})
        if reply.status != MOVED:
            raise Failed(f"{path}: {reply.status}")


def _position_of(page: str, name: str) -> str:
    """The position of the person with this name, as the entrance of the example sends it."""
    forms = re.findall(r"<form.*?</form>", page, re.DOTALL)
    mine = next(form for form in forms if name in form and "Vliermonde" in form)
    found = re.search(r'name="position" value="(\d+)"', mine)
    assert found is not None
    return found.group(1)


@dataclass
class Sent:
    """One answer: how long it took until it was acknowledged, and how many tries failed before."""

    seconds: float
    failed: int
    value: int


@dataclass
class Phone:
    """One phone in the room."""

    site: str
    comes_from: str = "127.0.0.1"
    plain: Plain = field(init=False)
    path: str = ""
    stream: str = ""
    question: str = ""
    answered: str = ""
    version: int = -1
    heard: float = 0.0
    breaks: int = 0
    sent: list[Sent] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.plain = Plain(self.site, comes_from=self.comes_from)

    async def join(self, code: str) -> None:
        """Type the code, come in, and see where the room is."""
        await self.plain.get("/meedoen/")
        self.path = (await self.plain.post("/meedoen/", {"code": code})).location
        await self.plain.get(self.path)
        await self.plain.post(f"{self.path}binnen/", {})
        page = await self.plain.get(self.path)
        found = STREAM.search(page.text)
        assert found is not None, page.text[:500]
        self.stream = html.unescape(found.group(1))

    async def follow(self) -> None:
        """Listen, and come back when the stream broke, as a browser does. Ends when the session is over."""
        while True:
            try:
                async with aclosing(events(self.stream)) as heard:
                    async for name, data in heard:
                        if name == "over":
                            return
                        if name == "stage":
                            self._see(data)
            except Failed:
                pass
            self.breaks += 1
            await asyncio.sleep(random.uniform(*BACK))

    def _see(self, data: dict[str, Any]) -> None:
        found = QUESTION.search(data["page"])
        self.question = found.group(1) if found else ""
        self.version, self.heard = data["version"], time.monotonic()

    async def answer(self, value: int) -> None:
        """Send until it is acknowledged, with the same mark each time."""
        begun, failed, wait = time.monotonic(), 0, AGAIN_FIRST
        form = {"submit": str(uuid.uuid4()), "value": str(value)}
        self.answered = question = self.question
        while True:
            try:
                reply = await self.plain.post(f"{self.path}antwoord/{question}/", form, accept=BY_SCRIPT)
            except Failed:
                reply = None
            if reply is not None and reply.status == 200:
                self.sent.append(Sent(time.monotonic() - begun, failed, value))
                return
            assert reply is None or reply.status >= 500, reply.status
            failed += 1
            await asyncio.sleep(wait * random.uniform(0.5, 1.5))
            wait = min(2 * wait, AGAIN_LONGEST)
