"""A thousand phones in one room, against a real program on this machine: does every vote count, and how fast?

`python -m tests.load.phones` starts a program of its own and prints the figures; `--phones`, `--spread` and `--burst`
choose other numbers. Three rounds: votes spread over ten seconds, all votes within two, and votes while the database
crashes in the middle. The phones behave as the scripts of the pages do: an open stream each, one vote each, sent again
until it is acknowledged.
"""

import argparse
import asyncio
import random
import resource
import tempfile
import time
from collections import Counter
from collections.abc import Coroutine, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg

from regiewijzer.config.embedded import SUPERUSER
from regiewijzer.config.roles import DATABASE
from tests.load.plain import Failed
from tests.load.program import Program, running
from tests.load.room import Facilitator, Phone

AT_THE_DOOR = 40  # phones that come in at the same time
OF_ONE_ADDRESS = 250  # a session takes some hundreds from one
LONGEST_PUSH = 60.0
STEPS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class Round:
    """What one round came to. Times in seconds; `lost` are acknowledged votes that are not in the database."""

    name: str
    phones: int
    push_p95: float
    push_last: float
    vote_p50: float
    vote_p95: float
    vote_last: float
    failed_tries: int
    lost: int
    twice: int
    away: float | None = None

    def __str__(self) -> str:
        said = (
            f"{self.name}: {self.phones} phones; question on the phone p95 {self.push_p95:.2f} s, last "
            f"{self.push_last:.2f} s; vote acknowledged p50 {self.vote_p50:.3f} s, p95 {self.vote_p95:.3f} s, last "
            f"{self.vote_last:.2f} s; failed tries {self.failed_tries}; lost {self.lost}; counted twice {self.twice}"
        )
        return said if self.away is None else f"{said}; all live again {self.away:.1f} s after the crash"


@dataclass
class Load:
    """A room on a program: a facilitator and phones that follow."""

    program: Program
    facilitator: Facilitator
    phones: list[Phone]

    async def round(self, number: int, name: str, spread: float, *, crash: bool = False) -> Round:
        """The room goes to a question, and every phone votes at some moment of the spread."""
        pushes = await self._heard_by_all(self.facilitator.go_to(number))
        for phone in self.phones:
            phone.sent.clear()
        moments = [random.uniform(0, spread) for _phone in self.phones]
        votes = [self._vote(phone, moment) for phone, moment in zip(self.phones, moments, strict=True)]
        crashing = asyncio.create_task(self._crash(spread / 2)) if crash else None
        await asyncio.gather(*votes)
        away = await crashing if crashing else None
        seconds = sorted(phone.sent[0].seconds for phone in self.phones)
        lost, twice = self._counted(int(self.phones[0].answered), [phone.sent[0].value for phone in self.phones])
        return Round(
            name,
            len(self.phones),
            part(pushes, 0.95),
            pushes[-1],
            part(seconds, 0.5),
            part(seconds, 0.95),
            seconds[-1],
            sum(phone.sent[0].failed for phone in self.phones),
            lost,
            twice,
            away,
        )

    async def _heard_by_all(self, step: Coroutine[Any, Any, None]) -> list[float]:
        """How long after the click each phone had heard of a step, the quickest first."""
        before = [phone.version for phone in self.phones]
        clicked = time.monotonic()
        await step
        until = clicked + LONGEST_PUSH
        while any(phone.version == seen for phone, seen in zip(self.phones, before, strict=True)):
            assert time.monotonic() < until, "not every phone heard of it"
            await asyncio.sleep(0.02)
        return sorted(phone.heard - clicked for phone in self.phones)

    async def _vote(self, phone: Phone, moment: float) -> None:
        await asyncio.sleep(moment)
        await phone.answer(random.choice(STEPS))

    async def _crash(self, moment: float) -> float:
        """How long after a crash of the database every phone hears of a step, however often the facilitator clicks."""
        await asyncio.sleep(moment)
        crashed = time.monotonic()
        await asyncio.to_thread(self.program.crash_database)
        while True:
            with suppress(Failed):
                await self._heard_by_all(self.facilitator.open_again())
                return max(phone.heard for phone in self.phones) - crashed
            await asyncio.sleep(0.2)

    def _counted(self, question: int, values: Sequence[int]) -> tuple[int, int]:
        """How many acknowledged votes are missing in the database, and how many stand there without a phone."""
        embedded = self.program.database()
        with psycopg.connect(host=embedded.host, user=SUPERUSER, dbname=DATABASE) as connection:
            found = connection.execute(
                "select answer::int, count(*) from workshops_vote where question_id = %s group by 1", [question]
            ).fetchall()
        kept, sent = Counter(dict(found)), Counter(values)
        return (sent - kept).total(), (kept - sent).total()


def part(seconds: Sequence[float], share: float) -> float:
    """The value under which this share lies; `seconds` in order."""
    return seconds[min(len(seconds) - 1, int(share * len(seconds)))]


async def load(program: Program, *, phones: int, spread: float, burst: float) -> list[Round]:
    """The three rounds, one after the other."""
    facilitator = Facilitator(program.address)
    await facilitator.prepare(questions=3)
    room = [Phone(program.address, f"127.0.0.{2 + nr // OF_ONE_ADDRESS}") for nr in range(phones)]
    join_link = asyncio.Semaphore(AT_THE_DOOR)

    async def come_in(phone: Phone) -> None:
        async with join_link:
            await phone.join(facilitator.code)

    await asyncio.gather(*(come_in(phone) for phone in room))
    following = [asyncio.create_task(phone.follow()) for phone in room]
    try:
        while any(phone.version < 0 for phone in room):
            await asyncio.sleep(0.05)
        whole = Load(program, facilitator, room)
        return [
            await whole.round(1, f"Spread over {spread:g} s", spread),
            await whole.round(2, f"All within {burst:g} s", burst),
            await whole.round(3, f"Over {spread:g} s, the database crashes halfway", spread, crash=True),
        ]
    finally:
        for task in following:
            task.cancel()
        await asyncio.gather(*following, return_exceptions=True)


def many_files() -> None:
    """Every phone is an open connection, and many systems start with room for a thousand."""
    most = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--phones", type=int, default=1000)
    asked.add_argument("--spread", type=float, default=10.0)
    asked.add_argument("--burst", type=float, default=2.0)
    chosen = asked.parse_args()
    many_files()
    with tempfile.TemporaryDirectory(prefix="phones-") as folder, running(Path(folder)) as program:
        for line in asyncio.run(load(program, phones=chosen.phones, spread=chosen.spread, burst=chosen.burst)):
            print(line)


if __name__ == "__main__":
    main()
