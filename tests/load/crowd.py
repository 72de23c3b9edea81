"""Can one visitor, or one authority, stop the pages of others? A real program, with those who would try it.

`python -m tests.load.crowd`: an authority's pages are read on a quiet program, then beside two hundred senders of one
byte a second, beside twenty colleagues of another authority whose saving waits for a lock that is never let go, beside
five hundred mails of that authority to a mail server that thinks 0.7 s about each, with the worker killed halfway, and
beside its import of 5,000 rows. It fails when the 95th percentile is more than three times that of the quiet program,
when somebody holds no code that works or two, or when the import does not end.
"""

import asyncio
import os
import re
import signal
import tempfile
import time
from collections.abc import AsyncGenerator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import date, timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psycopg

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER
from tests.letterbox import Letterbox, letterbox
from tests.load.phones import part
from tests.load.plain import Plain
from tests.load.processes import processes
from tests.load.program import Program, running

SENDERS, WRITERS, PAGES, SURVEYS, PEOPLE, ROWS = 200, 20, 60, 2, 250, 5_000
SECONDS_A_MAIL, LONGEST_IMPORT, MAILS_BEFORE_THE_KILL = 0.7, 120.0, 10
MOST_TIMES = 3.0
ASKED_ABOUT = "Kansrijk Opgroeien"
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


async def ask(town: str, asker: Plain, number: int) -> str:
    """Launch a survey among 250 people, who are of this number. Returns its page."""
    await asker.get(f"/{town}/bevragingen/nieuw/")
    form = {
        "questionnaire": "governance-conditions",
        "network": ASKED_ABOUT,
        "privacy": "confidential",
        "closes_on": (date.today() + timedelta(days=9)).isoformat(),  # noqa: DTZ011 - a day of this machine
        "people": "\n".join(f"lid{number}-{nr}@example.org" for nr in range(PEOPLE)),
    }
    made = await asker.post(f"/{town}/bevragingen/nieuw/", form)
    assert made.status == 302, made.text
    await asker.get(made.location)
    begun = time.perf_counter()
    launched = await asker.post(f"{made.location}versturen/", {})
    assert launched.status == 302, launched.text
    print(f"launch answered in {time.perf_counter() - begun:.2f} s")
    return made.location


@asynccontextmanager
async def mails(program: Program, town: str, asker: Plain, post: Letterbox) -> AsyncGenerator[None]:
    """Two surveys of 250 people each go out; the worker is killed when ten mails went."""
    for number in range(SURVEYS):
        await ask(town, asker, number)
    while len(post.mails) < MAILS_BEFORE_THE_KILL:
        await asyncio.sleep(0.1)
    workers = [number for number, role in processes(program).items() if role == "tasks"]
    os.kill(max(workers), signal.SIGKILL)  # what was started last, not what watches it
    await asyncio.sleep(2)
    try:
        yield
    finally:
        print(f"{len(post.mails)} mails at {post.seconds:g} s each went meanwhile; the others at once")
        post.seconds = 0.0
        to = set[str]()
        until = time.monotonic() + LONGEST_IMPORT
        while len(to) < SURVEYS * PEOPLE and time.monotonic() < until:
            await asyncio.sleep(1)
            to = {str(mail["To"]) for mail in post.mails}
        twice = len(post.mails) - len(to)
        print(f"reached {len(to)} of {SURVEYS * PEOPLE}, written again after the kill {twice}")
        assert len(to) == SURVEYS * PEOPLE
        assert twice <= 1


@asynccontextmanager
async def large_import(town: str, importer: Plain) -> AsyncGenerator[None]:
    """Five thousand partners, read and saved."""
    await importer.get(f"/{town}/uitwisselen/")
    lines = [f"Instelling {nr:05},ocmw,Gemeente {nr % 300},{date.today()}" for nr in range(ROWS)]  # noqa: DTZ011
    content = "\n".join(["Naam,Soort,Gemeente,Stand op", *lines]).encode()
    begun = time.perf_counter()
    made = await importer.upload(f"/{town}/uitwisselen/inlezen/", "upload", "Partners.csv", content)
    assert made.status == 302, made.text

    async def save() -> float:
        while (page := await importer.get(made.location)).status == 200 and "bevestigen" not in page.text:
            await asyncio.sleep(0.5)
        confirmed = await importer.post(f"{made.location}bevestigen/", {})
        assert confirmed.status == 302, confirmed.text
        while "every 1s" in (await importer.get(made.location)).text:
            await asyncio.sleep(0.5)
        return time.perf_counter() - begun

    saving = asyncio.create_task(save())
    try:
        yield
    finally:
        seconds = await asyncio.wait_for(saving, LONGEST_IMPORT)
        print(f"import of {ROWS} rows read, confirmed and saved in {seconds:.1f} s")


async def measure(program: Program, post: Letterbox) -> None:
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
        able = [each for each in colleagues if (await each.get(f"/{town}/bevragingen/nieuw/")).status == 200]
        async with mails(program, town, able[0], post):
            rows[f"{SURVEYS * PEOPLE} mails of another"] = await _read(readers[0], pages)
        async with large_import(town, able[0]):
            rows[f"an import of {ROWS} rows of another"] = await _read(readers[0], pages)
    print(f"load of the machine {os.getloadavg()[0]:.1f}")
    quiet = part(rows["quiet"], 0.95)
    for name, seconds in rows.items():
        p95 = part(seconds, 0.95)
        print(f"{name:32} median {part(seconds, 0.5):.3f} s, p95 {p95:.3f} s, {p95 / quiet:.1f} x quiet")
    assert all(part(seconds, 0.95) <= MOST_TIMES * quiet for seconds in rows.values())


def main() -> None:
    with (
        letterbox(SECONDS_A_MAIL) as post,
        tempfile.TemporaryDirectory(prefix="crowd-") as folder,
        running(Path(folder), EMAIL_URL=post.url) as program,
    ):
        asyncio.run(measure(program, post))


if __name__ == "__main__":
    main()
