"""Which processes make the program, and what happens when one dies?

`regiewijzer run`: the database (when embedded), page processes, one process for live streams, one worker for tasks. A
dead child is started again; Ctrl-C stops all in order. Each child hangs on a leash: when this process is killed, the
children end too.
"""

import os
import signal
import subprocess
import sys
import time
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Event
from types import FrameType

from django.conf import settings

LOOK_EVERY = 0.25
LOOK_AT_DATABASE_EVERY = 3.0
LONGEST_WAIT = 15.0
STEADY_AFTER = 30.0
TIME_TO_STOP = 8.0
MOST_WAITING = 2048  # connections at the door: a whole room comes at once


@dataclass
class Child:
    """One process and how long to wait before starting it again."""

    name: str
    command: list[str]
    process: "subprocess.Popen[bytes] | None" = None
    born: float = 0.0
    wait: float = 0.5
    leash: int = field(default=-1)

    def begin(self) -> None:
        """In a session of its own, so that Ctrl-C reaches only us; with a pipe that closes when we die."""
        ours, theirs = os.pipe()
        command = [sys.executable, "-m", "regiewijzer.config.leash", str(ours), *self.command]
        self.process = subprocess.Popen(command, start_new_session=True, pass_fds=[ours])
        os.close(ours)
        self.leash, self.born = theirs, time.monotonic()

    def died(self) -> bool:
        return self.process is not None and self.process.poll() is not None

    def kill(self) -> None:
        """The whole group: page workers outlive a killed parent and would keep the port."""
        if self.process is not None:
            with suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()
        if self.leash >= 0:
            os.close(self.leash)
            self.leash = -1


def children(host: str, port: int, live_port: int) -> list[Child]:
    """Page processes, one per core, the process of the streams, and the worker that makes reports and imports."""
    pages = [
        sys.executable,
        "-m",
        "granian",
        "--interface",
        "wsgi",
        "--host",
        host,
        "--port",
        str(port),
        "--workers",
        str(settings.WORKERS),
        "--blocking-threads",
        "1",
        "--backlog",
        str(MOST_WAITING),
        "--respawn-failed-workers",
        "--workers-kill-timeout",
        "5",
        "--no-ws",
        "--log-level",
        "warning",
        "regiewijzer.config.wsgi:application",
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
        "regiewijzer.config.asgi:application",
    ]
    tasks = [sys.executable, "-m", "regiewijzer.config.manage", "db_worker", "--interval", "0.5", "--no-startup-delay"]
    daily = [sys.executable, "-m", "regiewijzer.config.daily"]
    return [Child("pages", pages), Child("live", live), Child("tasks", tasks), Child("daily", daily)]


def run(host: str, port: int, live_port: int) -> None:
    """Serve until somebody asks to stop."""
    stop = Event()

    def ask(_signal: int, _frame: FrameType | None) -> None:
        stop.set()

    signal.signal(signal.SIGINT, ask)
    signal.signal(signal.SIGTERM, ask)
    crew = children(host, port, live_port)
    for child in crew:
        child.begin()
    looked = time.monotonic()
    while not stop.wait(LOOK_EVERY):
        for child in crew:
            if child.died():
                _begin_again(child)
        if settings.EMBEDDED is not None and time.monotonic() - looked > LOOK_AT_DATABASE_EVERY:
            looked = time.monotonic()
            if not settings.EMBEDDED.ready():
                settings.EMBEDDED.start()
    _end(crew)


def _begin_again(child: Child) -> None:
    child.kill()
    child.wait = 0.5 if time.monotonic() - child.born > STEADY_AFTER else min(child.wait * 2, LONGEST_WAIT)
    sys.stderr.write(f"{child.name} stopped; again in {child.wait:g} s\n")
    time.sleep(child.wait)
    child.begin()


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
    if settings.EMBEDDED is not None:
        settings.EMBEDDED.leave()
