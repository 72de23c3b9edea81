"""Is anything lost when processes are killed? A real program, people who write, and kill -9 in an order by chance.

`python -m tests.load.kills [KILLS] [SEED]`: every process but the supervisor is a target: pages, their workers, live
streams, tasks, what the day changes, PostgreSQL and each of its backends. Four colleagues write meanwhile; who gets no
answer sends the same form again, as a browser does. It counts what was acknowledged and is not there, what
is there twice, which processes outlive the program, and how long after a kill pages and writes work again. A survey is
answered all the while, one code after the other, and closed at the end.
It fails when anything is lost, double or left, or when that takes longer than fifteen seconds.
"""

import asyncio
import os
import random
import re
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
from tests.letterbox import Letterbox, letterbox
from tests.load.crowd import PEOPLE, ask, come_in
from tests.load.phones import part
from tests.load.plain import Failed, Plain, Reply
from tests.load.processes import processes
from tests.load.program import Program, running

KILLS, WRITERS = 200, 4
HEALTHY_WITHIN = 15.0
REST = (0.5, 3.0)  # seconds between being healthy and the next kill
MARK = "Moordproef"
FOUND, CODE_IS_USED, UNAVAILABLE = 302, 422, 503
LINK = re.compile(r"https?://[^/]+(/\S+)#([0-9A-Z-]{31})")


@dataclass
class Tally:
    """What happened.

    `answered`: how many forms of `survey` were acknowledged. `healthy`: seconds from a kill until a page and a write
    worked again, by what was killed.
    """

    acknowledged: list[str] = field(default_factory=list)
    again: int = 0
    refused: Counter[int] = field(default_factory=Counter)
    healthy: dict[str, list[float]] = field(default_factory=dict)
    answered: int = 0
    survey: int = 0


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


async def _answers(visitor: Plain, links: list[tuple[str, str]], tally: Tally) -> None:
    """Send a form for each code, again until somebody says that it is in. A code that is used up is in."""
    for path, code in links:
        while True:
            with suppress(Failed):
                reply = await visitor.post(path, {"code": code, "trust.agreements": "4"})
                if reply.status in (FOUND, CODE_IS_USED):
                    break
            await asyncio.sleep(0.2)
        tally.answered += 1
        await asyncio.sleep(2)


async def _links(post: Letterbox) -> list[tuple[str, str]]:
    """Where each person answers, and with which code, once all have their mail."""
    while len(post.mails) < PEOPLE:
        await asyncio.sleep(0.2)
    found = [LINK.search(mail.get_content()) for mail in list(post.mails)]
    return [(match.group(1), match.group(2)) for match in found if match]


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


async def kill(program: Program, post: Letterbox, kills: int, chance: random.Random) -> Tally:
    towns = await come_in(program)
    town, visitors = max(towns.items(), key=lambda each: len(each[1]))
    able = [each for each in visitors if (await each.get(f"/{town}/partners/nieuw/")).status == 200]
    tally = Tally()
    writers = [
        Plain(program.address, dict(able[number % len(able)].cookies), able[number % len(able)].token)
        for number in range(WRITERS)
    ]
    tasks = [asyncio.create_task(_writes_on(each, town, number, tally)) for number, each in enumerate(writers)]
    page = await ask(town, able[0], 0)
    tally.survey = int(page.rstrip("/").rpartition("/")[2])
    tasks.append(asyncio.create_task(_answers(Plain(program.address), await _links(post), tally)))
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
    await able[0].get(page)
    closed = await able[0].post(f"{page}sluiten/", {})
    assert closed.status == FOUND, closed.status
    return tally


def forms_of(program: Program, survey: int) -> int:
    """How many forms lie there, out of their envelopes."""
    with psycopg.connect(host=program.database().host, user=SUPERUSER, dbname=roles.DATABASE) as database:
        told = "select count(*) from surveys_sealedanswers where survey_id = %s and answers ? 'trust.agreements'"
        row = database.execute(told.encode(), [survey]).fetchone()
        return int(row[0]) if row else 0


def there(program: Program) -> Counter[str]:
    """How often each name that we wrote is there."""
    with psycopg.connect(host=program.database().host, user=SUPERUSER, dbname=roles.DATABASE) as database:
        found = database.execute("select name from organisations_organisation where name like %s", [f"{MARK}%"])
        return Counter(name for (name,) in found)


def main(kills: int = KILLS, seed: int = 0) -> None:
    with tempfile.TemporaryDirectory(prefix="kills-") as folder:
        with letterbox() as post, running(Path(folder), EMAIL_URL=post.url) as program:
            tally = asyncio.run(kill(program, post, kills, random.Random(seed)))
            kept, forms = there(program), forms_of(program, tally.survey)
            alive = processes(program)
        time.sleep(3)
        left = sorted(role for number, role in alive.items() if Path(f"/proc/{number}").exists())
    lost = [name for name in tally.acknowledged if not kept[name]]
    double = [name for name, count in kept.items() if count > 1]
    for role, seconds in sorted(tally.healthy.items()):
        print(f"{role:12} killed {len(seconds)}, healthy after {part(sorted(seconds), 0.5):.1f} / {max(seconds):.1f} s")
    print(f"acknowledged {len(tally.acknowledged)}, lost {len(lost)}, double {len(double)}, processes left {len(left)}")
    print(f"forms of a survey acknowledged {tally.answered}, there when it was closed {forms}")
    print(f"sent again after no answer {tally.again}, other answers {dict(tally.refused)}")
    slow = [seconds for each in tally.healthy.values() for seconds in each if seconds > HEALTHY_WITHIN]
    assert [lost, double, left, slow] == [[], [], [], []]
    assert tally.answered <= forms <= tally.answered + 1  # one may be in whose answer was not read any more


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
