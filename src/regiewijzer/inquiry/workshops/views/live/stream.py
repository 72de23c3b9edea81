"""One stream of events (text/event-stream) to a phone or a screen, as a plain ASGI application.

Without Django's request handling on purpose: that gives every open request a thread of its own, and a room has a
thousand. Nothing here knows a person: the ticket in the address is all that is asked.
"""

import asyncio
import random
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

from regiewijzer.inquiry.workshops.views.live.hub import Hub
from regiewijzer.inquiry.workshops.views.live.tickets import UNDER, Ticket, read_ticket

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]

HEARTBEAT = 15.0  # seconds; a proxy hangs up after a minute of silence, a phone after forty seconds
RETRY = (1000, 4000)  # milliseconds; spread, so that a room does not come back in one instant
PLAIN = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store")]
EVENTS = [
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"cache-control", b"no-store"),
    (b"x-accel-buffering", b"no"),
    (b"x-content-type-options", b"nosniff"),
    # a page on another port may read it: no cookie is looked at, the ticket alone opens a stream
    (b"access-control-allow-origin", b"*"),
]


class Streams:
    """The application: GET /live/TICKET streams, everything else is not there."""

    def __init__(self, hub: Hub | None = None) -> None:
        self.hub = hub or Hub()

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            return
        ticket = _ticket_of(scope)
        if ticket is None:
            await _refuse(send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": EVENTS})
        hangs_up = asyncio.ensure_future(_hung_up(receive))
        try:
            await self._follow(ticket, send, hangs_up)
        finally:
            hangs_up.cancel()

    async def _follow(self, ticket: Ticket, send: Send, hangs_up: "asyncio.Future[None]") -> None:
        """Send each new frame once, a sign of life when nothing is new for long, and stop when either side ends."""
        await _send(send, f"retry: {random.randint(*RETRY)}\n\n")  # noqa: S311 - spreads load, keeps no secret
        sent = None
        with self.hub.entered(ticket) as room:
            while not hangs_up.done():
                frame, turn = room.frame(ticket), room.turn()
                if frame is not None and frame != sent:
                    await _send(send, frame)
                    sent = frame
                if room.over:
                    break
                done, _waiting = await asyncio.wait(
                    {turn, hangs_up}, timeout=HEARTBEAT, return_when=asyncio.FIRST_COMPLETED
                )
                if not done:
                    await _send(send, "event: here\ndata: {}\n\n")
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _ticket_of(scope: Message) -> Ticket | None:
    path = str(scope["path"])
    if scope["method"] != "GET" or not path.startswith(UNDER):
        return None
    return read_ticket(path.removeprefix(UNDER).rstrip("/"))


async def _hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _refuse(send: Send) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": PLAIN})
    await send({"type": "http.response.body", "body": b"Nothing here.\n", "more_body": False})


async def _send(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})
