"""Who watches which session in this process, and what do they get?

A room reads its session once for everybody in it: when something was announced, and every second for the counts while
a screen watches and votes come in. Votes announce nothing themselves: a thousand votes in two seconds stay a thousand
votes, not a thousand rounds of reading.
"""

import asyncio
import json
import logging
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import Error
from django.utils import timezone

from regiewijzer.inquiry.workshops.views.live.listener import Listener
from regiewijzer.inquiry.workshops.views.live.reading import Now, Place, read_now
from regiewijzer.inquiry.workshops.views.live.tickets import Audience, Ticket

log = logging.getLogger(__name__)

COUNT_EVERY = 1.0  # seconds
AGAIN_AFTER = 0.5  # seconds, when the database is away
READERS = 2  # threads


@dataclass
class Room:
    """One session with everybody in this process who watches it."""

    place: Place
    threads: ThreadPoolExecutor
    now: Now | None = None
    gone: bool = False
    phones: int = 0
    screens: int = 0

    def __post_init__(self) -> None:
        self._stale, self._turn = asyncio.Event(), asyncio.get_running_loop().create_future()
        self._stale.set()

    @property
    def empty(self) -> bool:
        return not self.phones + self.screens

    @property
    def over(self) -> bool:
        """Whether there is nothing more to follow."""
        return self.gone or (self.now is not None and (self.now.over or self.now.expires_at <= timezone.now()))

    def must_be_read(self) -> None:
        self._stale.set()

    def turn(self) -> "asyncio.Future[None]":
        """Done when there is something new for anybody; one future for all who wait."""
        return self._turn

    def wake(self) -> None:
        turn, self._turn = self._turn, asyncio.get_running_loop().create_future()
        turn.set_result(None)

    async def keep(self) -> None:
        """Read when something changed, and count while it is worth it. Never returns; ends when it is cancelled."""
        while True:
            try:
                await asyncio.wait_for(self._stale.wait(), COUNT_EVERY)
            except TimeoutError:
                if not (self.screens and self.now and self.now.counting):
                    continue
            self._stale.clear()
            await self._read()

    async def _read(self) -> None:
        try:
            found = await asyncio.get_running_loop().run_in_executor(self.threads, read_now, self.place)
        except Error as reason:
            log.info("Session %s waits for the database: %s", self.place, reason)
            self.must_be_read()
            await asyncio.sleep(AGAIN_AFTER)
            return
        if found != self.now or found is None:
            self.now, self.gone = found, found is None
            self.wake()

    def frame(self, ticket: Ticket) -> str | None:
        """What somebody must have now, as one event; None before anything was read."""
        if self.over:
            return _event("over", {})
        if self.now is None:
            return None
        if ticket.audience is Audience.PHONE:
            return _event("stage", {"version": self.now.stage, "page": self.now.pages.get(ticket.language, "")})
        counts = {"answers": self.now.answers, "joined": self.now.joined, "phones": self.phones}
        return _event("screen", {"version": self.now.screen, **counts})


def _event(name: str, data: dict[str, object]) -> str:
    return f"event: {name}\ndata: {json.dumps(data)}\n\n"


class Hub:
    """All rooms of this process, and its one listener."""

    def __init__(self) -> None:
        self.rooms: dict[Place, Room] = {}
        self._tasks: dict[Place, asyncio.Task[None]] = {}
        self._listening: asyncio.Task[None] | None = None
        self._threads = ThreadPoolExecutor(READERS, thread_name_prefix="rooms")

    @contextmanager
    def entered(self, ticket: Ticket) -> Iterator[Room]:
        """The room of a ticket, with its holder in it. The first one in opens it, the last one out closes it."""
        place = Place(ticket.authority, ticket.workshop)
        room, phone = self._room(place), ticket.audience is Audience.PHONE
        room.phones += phone
        room.screens += not phone
        if phone and room.screens:
            room.wake()
        try:
            yield room
        finally:
            room.phones -= phone
            room.screens -= not phone
            if room.empty:
                self._close(place)
            elif phone and room.screens:
                room.wake()

    def _room(self, place: Place) -> Room:
        if self._listening is None or self._listening.done():
            self._listening = asyncio.ensure_future(Listener(self._changed, self._missed).listen())
        if place not in self.rooms:
            self.rooms[place] = Room(place, self._threads)
            self._tasks[place] = asyncio.ensure_future(self.rooms[place].keep())
        return self.rooms[place]

    def _close(self, place: Place) -> None:
        self.rooms.pop(place)
        self._tasks.pop(place).cancel()

    def _changed(self, place: Place) -> None:
        if place in self.rooms:
            self.rooms[place].must_be_read()

    def _missed(self) -> None:
        for room in self.rooms.values():
            room.must_be_read()

    async def close(self) -> None:
        """Stop listening; for a process that goes on without streams."""
        for task in [*self._tasks.values(), *([self._listening] if self._listening else [])]:
            task.cancel()
        self._listening = None
        self._threads.shutdown(wait=True)
