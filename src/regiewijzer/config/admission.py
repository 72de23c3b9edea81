"""When does a request get a thread? Not before all of it is here, and never all threads for one authority.

A sender of one byte a second, or one authority whose pages wait for each other, would else hold every thread. Reading
a body costs no thread; it waits in a file without a name.
"""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import AsyncExitStack
from tempfile import SpooledTemporaryFile
from typing import IO, Any
from weakref import WeakValueDictionary

Scope = dict[str, Any]
Event = Mapping[str, Any]
Receive = Callable[[], Awaitable[Event]]
Send = Callable[[Event], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

THREADS = 8  # of one page process
OF_ONE_AUTHORITY = 4
BODY_WITHIN = 60.0  # seconds for a whole body, and as many more as it needs at the slowest pace
SLOWEST = 20_000  # bytes a second
MOST_BYTES = 120_000_000  # above what any form takes, so that a form can say what is too large
IN_MEMORY = 500_000
CHUNK = 2**16
PROBES = frozenset({"/healthz", "/readyz"})


class Gone(Exception):
    """Who asked has left before all was sent."""


class Refused(Exception):
    """A body that does not come, or is larger than any form takes. `status` and `sentence` are the answer."""

    def __init__(self, status: int, sentence: str) -> None:
        super().__init__(sentence)
        self.status, self.sentence = status, sentence


class Admission:
    """An ASGI application that hands whole requests to another, as many at once as there are threads."""

    def __init__(self, application: Application, *, threads: int = THREADS, of_one: int = OF_ONE_AUTHORITY) -> None:
        self.application, self.of_one = application, of_one
        self.threads = asyncio.Semaphore(threads)
        self.lanes: WeakValueDictionary[str, asyncio.Semaphore] = WeakValueDictionary()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self.application(scope, receive, send)
            return
        with SpooledTemporaryFile(IN_MEMORY) as body:
            try:
                await _read_into(body, receive)
            except Gone:
                return
            except Refused as refused:
                await _say(refused, send)
                return
            async with AsyncExitStack() as held:
                if scope["path"] not in PROBES:
                    await held.enter_async_context(self._lane(scope["path"]))
                    await held.enter_async_context(self.threads)

                async def answer(event: Event) -> None:
                    await held.aclose()  # whoever reads an answer slowly holds no thread
                    await send(event)

                await self.application(scope, _from(body), answer)

    def _lane(self, path: str) -> asyncio.Semaphore:
        """The share of one authority, or of what stands outside every authority: by the first word of the address."""
        authority = path.split("/", 2)[1] if path.startswith("/") else ""
        lane = self.lanes.get(authority)
        if lane is None:
            lane = self.lanes[authority] = asyncio.Semaphore(self.of_one)
        return lane


async def _read_into(body: IO[bytes], receive: Receive) -> None:
    loop = asyncio.get_running_loop()
    begun, size = loop.time(), 0
    while True:
        try:
            async with asyncio.timeout_at(begun + BODY_WITHIN + size / SLOWEST):
                event = await receive()
        except TimeoutError:
            raise Refused(408, "This request did not arrive in time. Try again on a better connection.") from None
        if event["type"] == "http.disconnect":
            raise Gone
        chunk = event.get("body", b"")
        size += len(chunk)
        if size > MOST_BYTES:
            raise Refused(413, f"This request is larger than {MOST_BYTES // 1_000_000} MB.")
        body.write(chunk)
        if not event.get("more_body"):
            body.seek(0)
            return


def _from(body: IO[bytes]) -> Receive:
    """Gives the body again, and then waits: a page that was begun is finished, whether or not somebody still waits."""
    ended = False

    async def receive() -> Event:
        nonlocal ended
        if ended:
            await asyncio.Event().wait()
        chunk = body.read(CHUNK)
        ended = len(chunk) < CHUNK
        return {"type": "http.request", "body": chunk, "more_body": not ended}

    return receive


async def _say(refused: Refused, send: Send) -> None:
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"connection", b"close")]
    await send({"type": "http.response.start", "status": refused.status, "headers": headers})
    await send({"type": "http.response.body", "body": refused.sentence.encode()})
