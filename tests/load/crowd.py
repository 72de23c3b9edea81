"""Can one visitor, or one authority, stop the pages of others? A real program, with those who would try it.

`python -m tests.load.crowd`: an authority's pages are read on a quiet program, then beside two hundred senders of one
byte a second, then beside twenty colleagues of another authority whose saving waits for a lock that is never let go.
It fails when the 95th percentile is more than three times that of the quiet program.
"""

import asyncio
import re
import tempfile
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER
from tests.load.phones import part
from tests.load.plain import Plain
from tests.load.program import Program, running

SENDERS, WRITERS, PAGES = 200, 20, 60
MOST_TIMES = 3.0
CHAIN_LOCK = 7001  # which a line of the trail takes (foundation/audit/actions.py)
DOOR = re.compile(r'name="position" value="(\d+)"')
TOWN = re.compile(r"^/([a-z-]+)/")


async def come_in(program: Program) -> dict[str, list[Plain]]:
    """Everybody of the example, by the town they come in at."""
    start = Plain(program.address)
    doors = DOOR.findall((await start.get("/")).text)
    found: dict[str, list[Plain]] = {}
    for door in doors:
        visitor = Plain(program.address)
        await visitor.get("/")
        reply = await visitor.post("/example/", {"position": door})
        town = TOWN.match(reply.location)
        if town is not None:
            found.setdefault(town.group(1), []).append(visitor)
    return found


async def _read(reader: Plain, pages: Sequence[str]) -> list[float]:
    seconds = []
    for nr in range(PAGES):
        begun = time.perf_counter()
        reply = await reader.get(pages[nr % len(pages)])
        assert reply.status == 200, reply.status
        seconds.append(time.perf_counter() - begun)
    return sorted(seconds)


@asynccontextmanager
async def slow_senders(program: Program) -> AsyncGenerator[None]:
    """Each sends a form of a hundred thousand bytes, one byte a second."""
    where = urlsplit(program.address)

    async def send() -> None:
        _reader, writer = await asyncio.open_connection(where.hostname, where.port)
        head = "POST /account/login/ HTTP/1.1\r\nHost: {}\r\nCookie: csrftoken={}\r\nContent-Length: 100000\r\n"
        kind = "Content-Type: application/x-www-form-urlencoded\r\n\r\n"
        writer.write((head.format(where.netloc, "a" * 32) + kind).encode())
        with suppress(OSError):
            while True:
                writer.write(b"a")
                await writer.drain()
                await asyncio.sleep(1)

    senders = [asyncio.create_task(send()) for _nr in range(SENDERS)]
    await asyncio.sleep(2)
    try:
        yield
    finally:
        for sender in senders:
            sender.cancel()


@asynccontextmanager
async def stuck_writers(program: Program, town: str, writer: Plain) -> AsyncGenerator[None]:
    """Somebody holds the trail of a town, and twenty forms wait for it."""
    place = f"host={program.database().host} user={SUPERUSER} dbname={roles.DATABASE}"
    await writer.get(f"/{town}/partners/nieuw/")
    with psycopg.connect(place) as holder:
        holder.execute(
            "select pg_advisory_xact_lock(%s, id::int) from authorities_authority where slug = %s", [CHAIN_LOCK, town]
        )

        today, statuses = time.strftime("%Y-%m-%d"), list[int]()

        async def save(nr: int) -> None:
            colleague = Plain(program.address, dict(writer.cookies), writer.token)
            with suppress(Exception):
                while True:
                    form = {"name": f"Partner {nr}", "kind": "ocmw", "municipality": "Elders", "as_of": today}
                    statuses.append((await colleague.post(f"/{town}/partners/nieuw/", form)).status)

        writers = [asyncio.create_task(save(nr)) for nr in range(WRITERS)]
        await asyncio.sleep(2)
        try:
            yield
        finally:
            for each in writers:
                each.cancel()
            assert set(statuses) <= {503}, statuses


async def measure(program: Program) -> None:
    towns = await come_in(program)
    (own, readers), *others = sorted(towns.items(), key=lambda each: len(each[1]))
    pages = [f"/{own}/netwerken/", f"/{own}/partners/", f"/{own}/instrumenten/"]
    await _read(readers[0], pages)
    rows = {"quiet": await _read(readers[0], pages)}
    async with slow_senders(program):
        rows[f"{SENDERS} slow senders"] = await _read(readers[0], pages)
    if others:
        town, colleagues = others[0]
        async with stuck_writers(program, town, colleagues[0]):
            rows[f"{WRITERS} stuck writers of another"] = await _read(readers[0], pages)
    quiet = part(rows["quiet"], 0.95)
    for name, seconds in rows.items():
        p95 = part(seconds, 0.95)
        print(f"{name:32} median {part(seconds, 0.5):.3f} s, p95 {p95:.3f} s, {p95 / quiet:.1f} x quiet")
    assert all(part(seconds, 0.95) <= MOST_TIMES * quiet for seconds in rows.values())


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="crowd-") as folder, running(Path(folder)) as program:
        asyncio.run(measure(program))


if __name__ == "__main__":
    main()
