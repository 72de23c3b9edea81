"""Which processes make the program, and what happens when one dies?

`regiewijzer run` becomes this process once everything is ready: page processes, one process for live streams, one
worker for tasks, what the day changes every ten minutes, and the embedded database. A dead child is started again;
Ctrl-C stops all in order. Each child watches for its parent: when this process is killed, the children end too. It only
watches, so it reads no settings and loads no framework: what it must know stands on its command line.
"""

import os
import signal
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from types import FrameType
from typing import IO

from regiewijzer.config.embedded import DatabaseDoesNotStart, Embedded, Server

LOOK_EVERY = 0.25
LOOK_AT_DATABASE_EVERY = 3.0
LONGEST_WAIT = 4.0  # with the seconds that a process needs to start, well under fifteen
STEADY_AFTER = 30.0
DAILY_EVERY = 600.0
TIME_TO_STOP = 8.0
MOST_WAITING = 2048  # connections that wait: a whole room comes at once


@dataclass
class Child:
    """One process and how long to wait before starting it again; `due`: when, once it has died.

    `every`: it ends by itself, and is due again so many seconds after it began; `notes` is then where it reads, and
    writes for the next time, what it must remember: a file without a name, as its standard input.
    """

    name: str
    command: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    born: float = 0.0
    wait: float = 0.5
    due: float | None = None
    watch_fd: int = field(default=-1)
    every: float | None = None
    notes: IO[bytes] | None = None

    def begin(self) -> None:
        """In a session of its own, so that Ctrl-C reaches only us; with a pipe that closes when we die."""
        ours, theirs = os.pipe()
        command = [sys.executable, "-m", "regiewijzer.config.parent_death_watch", str(ours), *self.command]
        self.process = subprocess.Popen(command, start_new_session=True, pass_fds=[ours], stdin=self.notes)
        os.close(ours)
        self.watch_fd, self.born, self.due = theirs, time.monotonic(), None

    def died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def resting(self) -> bool:
        """Whether it did what it had to do, and is not due again."""
        done = self.every is not None and self.process is not None and self.process.returncode == 0
        return done and time.monotonic() - self.born < (self.every or 0)

    def kill(self) -> None:
        """The whole group: page workers outlive a killed parent and would keep the port."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self.watch_fd >= 0:
            os.close(self.watch_fd)
            self.watch_fd = -1


def children(host: str, port: int, live_port: int, workers: int) -> list[Child]:
    """Page processes, one per core, the process of the streams, the worker for reports and mails, the day."""
    pages = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "asginl",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(workers),
        "--backlog",
        str(MOST_WAITING),
        "--respawn-failed-workers",
        "--workers-kill-timeout",
        "5",
        "--no-ws",
        "--log-level",
        "warning",
        "regiewijzer.config.asgi:application",
    ]
    live = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "asginl",
        "--host",
        host,
        "--port",
        str(live_port),
        "--workers",
        "1",
        "--backlog",
        str(MOST_WAITING),
        "--respawn-failed-workers",
        "--workers-kill-timeout",
        "2",  # an open stream would hold up a stop for ever
        "--no-ws",
        "--log-level",
        "warning",
        "regiewijzer.config.live:application",
    ]
    tasks = [sys.executable, "-m", "regiewijzer.config.worker"]
    daily = [sys.executable, "-m", "regiewijzer.config.daily"]
    day = Child("daily", daily, every=DAILY_EVERY, notes=tempfile.TemporaryFile())  # noqa: SIM115 - as long as we live
    return [Child("pages", pages), Child("live", live), Child("tasks", tasks), day]


def run(host: str, port: int, live_port: int, workers: int, embedded: Embedded | None) -> None:
    """Serve until somebody asks to stop."""
    stop = Event()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    if embedded is not None:
        embedded.start()
    crew = children(host, port, live_port, workers)
    for child in crew:
        child.begin()
    looked, said = time.monotonic(), ""
    while not stop.wait(LOOK_EVERY):
        for child in crew:
            if child.died() and not child.resting():
                _begin_again(child)
        if embedded is not None and time.monotonic() - looked > LOOK_AT_DATABASE_EVERY:
            said, before = _look_after(embedded), said
            if said and said != before:
                sys.stderr.write(f"{said}\n")
            looked = time.monotonic()
    _end(crew)
    if embedded is not None:
        embedded.leave()


def _look_after(embedded: Embedded) -> str:
    """Start a database that is gone; what is to be told of it, or nothing.

    One that lives and does not answer recovers by itself. One that cannot start, for instance on a full disk, is tried
    again at the next look. Pages say meanwhile that they wait for it.
    """
    try:
        if embedded.server() is Server.GONE:
            embedded.begin()
            return "the database was gone; it was started again"
    except (DatabaseDoesNotStart, OSError, subprocess.TimeoutExpired) as reason:
        return str(reason)
    return ""


def _begin_again(child: Child) -> None:
    """Start a child that died, once it is due. Nothing waits here: another may have died too."""
    if child.due is None:
        child.kill()
        child.due = time.monotonic() + _wait_for(child)
    if time.monotonic() >= child.due:
        child.begin()


def _wait_for(child: Child) -> float:
    """Seconds until it is started again: longer each time that it dies soon; none when it was done and is due."""
    if child.every is not None and child.process is not None and child.process.returncode == 0:
        return 0.0
    child.wait = 0.5 if time.monotonic() - child.born > STEADY_AFTER else min(child.wait * 2, LONGEST_WAIT)
    sys.stderr.write(f"{child.name} stopped; again in {child.wait:g} s\n")
    return child.wait


def _end(crew: list[Child]) -> None:
    for child in crew:
        if child.process is not None:
            child.process.send_signal(signal.SIGTERM)
    until = time.monotonic() + TIME_TO_STOP
    for child in crew:
        try:
            if child.process is not None:
                child.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            pass
        child.kill()


if __name__ == "__main__":
    _host, _port, _live_port, _workers, *_data = sys.argv[1:]
    run(_host, int(_port), int(_live_port), int(_workers), Embedded(Path(*_data)) if _data else None)
