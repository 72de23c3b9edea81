"""How does this process hear what changed? On one connection to PostgreSQL, for all streams together."""

import asyncio
import logging
from collections.abc import Callable

import psycopg
from django.db import connection
from psycopg.conninfo import make_conninfo

from regiewijzer.inquiry.workshops.actions.announcing import CHANNEL
from regiewijzer.inquiry.workshops.views.live.reading import Place

log = logging.getLogger(__name__)

FIRST_WAIT, LONGEST_WAIT = 0.25, 2.0  # seconds between tries when the database is away
LOOK_EVERY = 20.0  # seconds of silence after which we ask whether the connection still lives


class Listener:
    """Hears of changed sessions, and connects again when the database was away.

    `changed` is called for each session that changed, `missed` each time it starts to listen: whatever happened before
    was not heard.
    """

    def __init__(self, changed: Callable[[Place], None], missed: Callable[[], None]) -> None:
        self._changed, self._missed = changed, missed

    async def listen(self) -> None:
        """Never returns; ends when it is cancelled."""
        wait = FIRST_WAIT
        while True:
            try:
                async with await psycopg.AsyncConnection.connect(_where(), autocommit=True) as connected:
                    await connected.execute(f"listen {CHANNEL}")
                    wait = FIRST_WAIT
                    self._missed()
                    await self._hear(connected)
            except (psycopg.Error, OSError) as reason:
                log.info("The database is away, streams wait: %s", reason)
            await asyncio.sleep(wait)
            wait = min(2 * wait, LONGEST_WAIT)

    async def _hear(self, connected: "psycopg.AsyncConnection[tuple[object, ...]]") -> None:
        while True:
            async for notice in connected.notifies(timeout=LOOK_EVERY):
                place = _place_of(notice.payload)
                if place is not None:
                    self._changed(place)
            await connected.execute("select 1")


def _place_of(payload: str) -> Place | None:
    authority, _colon, workshop = payload.partition(":")
    return Place(int(authority), int(workshop)) if authority.isdecimal() and workshop.isdecimal() else None


def _where() -> str:
    """The database of the program; a connection that listens cannot come from the pool."""
    known = connection.settings_dict
    names = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
    return make_conninfo(**{name: known[key] for name, key in names.items() if known.get(key)})
