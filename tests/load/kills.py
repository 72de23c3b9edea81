"""Is anything lost when processes are killed? A real program, people who write, and kill -9 in an order by chance.

`python -m tests.load.kills [KILLS] [SEED]`: every process but the supervisor is a target: pages, their workers, live
streams, tasks, what the day changes, PostgreSQL and each of its backends. Four colleagues write meanwhile; who gets no
answer sends the same form again, as a browser does. It counts what was acknowledged and is not there, what
is there twice, which processes outlive the program, and how long after a kill pages and writes work again.
It fails when anything is lost, double or left, or when that takes longer than fifteen seconds.
"""

import asyncio
import os
import random
import signal
import sys
import tempfile
import time
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import psycopg

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER
from tests.load.crowd import come_in
from tests.load.phones import part
from tests.load.plain import Failed, Plain, Reply
from tests.load.processes import processes
from tests.load.program import Program, running

KILLS, WRITERS = 200, 4
HEALTHY_WITHIN = 15.0
REST = (0.5, 3.0)  # seconds between being healthy and the next kill
MARK = "Moordproef"
FOUND, UNAVAILABLE = 302, 503


@dataclass
class Tally:
    """What happened. `healthy`: seconds from a kill until a page and a write worked again, by what was killed."""

    acknowledged: list[str] = field(default_factory=list)
    again: int = 0
    refused: Counter[int] = field(default_factory=Counter)
    healthy: dict[str, list[float]] = field(default_factory=dict)


async def _write(writer: Plain, town: str, name: str, tally: Tally) -> None:
    """One organisation, sent until somebody says that it is there."""
    page = f"/{town}/partners/nieuw/"
    form: dict[str, str] = {}
    while True:
        try:
            if not form:
                asked = await writer.get(page)
                if asked.status != 200:
                    raise Failed(str(asked.status))
                form = {
                    "csrfmiddlewaretoken": writer.token,
                    "name": name,
                    "kind": "ocmw",
                    "municipality": "Elders",
                    "as_of": time.strftime("%Y-%m-%d"),
                }
            reply: Reply = await writer.post(page, form)
        except Failed:
            tally.again += 1
        else:
            if reply.status == FOUND:
                tally.acknowledged.append(name)
                return
            tally.refused[reply.status] += 1
            if reply.status != UNAVAILABLE:
                form = {}
        await asyncio.sleep(0.2)


async def _writes_on(writer: Plain, town: str, number: int, tally: Tally) -> None:
    count = 0
    while True:
        count += 1
        await _write(writer, town, f"{MARK} {number}-{count}", tally)


async def _healthy_after(visitor: Plain, town: str, tally: Tally) -> float:
    """Seconds until the program says it is ready, shows a page, and somebody's write was acknowledged."""
    begun = time.monotonic()
    while True:
        before = len(tally.acknowledged)
        with suppress(Failed):
            ready, page = await visitor.get("/readyz"), await visitor.get(f"/{town}/partners/")
            if ready.status == page.status == 200:
                while len(tally.acknowledged) == before and time.monotonic() - begun < 10 * HEALTHY_WITHIN:
                    await asyncio.sleep(0.05)
                return time.monotonic() - begun
        if time.monotonic() - begun > 10 * HEALTHY_WITHIN:
            return time.monotonic() - begun
        await asyncio.sleep(0.1)


async def kill(program: Program, kills: int, chance: random.Random) -> Tally:
    towns = await come_in(program)
    town, visitors = max(towns.items(), key=lambda each: len(each[1]))
    able = [each for each in visitors if (await each.get(f"/{town}/partners/nieuw/")).status == 200]
    tally = Tally()
    writers = [
        Plain(program.address, dict(able[number % len(able)].cookies), able[number % len(able)].token)
        for number in range(WRITERS)
    ]
    tasks = [asyncio.create_task(_writes_on(each, town, number, tally)) for number, each in enumerate(writers)]
    for nr in range(kills):
        await asyncio.sleep(chance.uniform(*REST))
        by_role: dict[str, list[int]] = {}
        for number, role in processes(program).items():
            by_role.setdefault(role, []).append(number)
        role = chance.choice(sorted(by_role))
        victim = chance.choice(sorted(by_role[role]))
        with suppress(ProcessLookupError):
            os.kill(victim, signal.SIGKILL)
        seconds = await _healthy_after(able[0], town, tally)
        tally.healthy.setdefault(role, []).append(seconds)
        print(
            f"{nr + 1:4} {role:12} healthy after {seconds:5.1f} s, acknowledged {len(tally.acknowledged)}", flush=True
        )
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)
    return tally


def there(program: Program) -> Counter[str]:
    """How often each name that we wrote is there."""
    with psycopg.connect(host=program.database().host, user=SUPERUSER, dbname=roles.DATABASE) as database:
        found = database.execute("select name from organisations_organisation where name like %s", [f"{MARK}%"])
        return Counter(name for (name,) in found)


def main(kills: int = KILLS, seed: int = 0) -> None:
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        with running(Path(folder)) as program:
            tally = asyncio.run(kill(program, kills, random.Random(seed)))
            kept = there(program)
            alive = processes(program)
        time.sleep(3)
        left = sorted(role for number, role in alive.items() if Path(f"/proc/{number}").exists())
    lost = [name for name in tally.acknowledged if not kept[name]]
    double = [name for name, count in kept.items() if count > 1]
    for role, seconds in sorted(tally.healthy.items()):
        print(f"{role:12} killed {len(seconds)}, healthy after {part(sorted(seconds), 0.5):.1f} / {max(seconds):.1f} s")
    print(f"acknowledged {len(tally.acknowledged)}, lost {len(lost)}, double {len(double)}, processes left {len(left)}")
    print(f"sent again after no answer {tally.again}, other answers {dict(tally.refused)}")
    slow = [seconds for each in tally.healthy.values() for seconds in each if seconds > HEALTHY_WITHIN]
    assert [lost, double, left, slow] == [[], [], [], []]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
