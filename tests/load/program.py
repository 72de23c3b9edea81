"""A real program of its own, with the example authority: started for a load, stopped after it."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

from regiewijzer.config.embedded import Embedded

READY_WITHIN = 600.0


@dataclass(frozen=True)
class Program:
    """Where a running program is, and its database. `process`: the number of its supervisor."""

    address: str
    data: Path
    process: int = 0

    def database(self) -> Embedded:
        return Embedded(self.data)

    def crash_database(self) -> None:
        """PostgreSQL ends at once, as in a crash; the program itself starts it again."""
        embedded = self.database()
        embedded.run("pg_ctl", "-D", str(embedded.places.data), "-m", "immediate", "-W", "stop")


def free_port() -> int:
    with socket.socket() as join_link:
        join_link.bind(("127.0.0.1", 0))
        return int(join_link.getsockname()[1])


@contextmanager
def running(folder: Path, **more: str) -> Iterator[Program]:
    """`regiewijzer run` with the example, its data and its log in this folder, and more in its environment."""
    port, live = free_port(), free_port()
    environment = {name: value for name, value in os.environ.items() if name not in ("SECRET_KEY", "DATABASE_URL")}
    environment |= {
        "EXAMPLE": "1",
        "DATA_DIR": str(folder / "var"),
        "PORT": str(port),
        "DJANGO_SETTINGS_MODULE": "regiewijzer.config.settings",
        **more,
    }
    command = [sys.executable, "-m", "regiewijzer.config.command", "run", "--port", str(port), "--live-port", str(live)]
    with (folder / "log").open("w") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT)
        try:
            address = f"http://127.0.0.1:{port}"
            _wait(address, process, folder / "log")
            yield Program(address, folder / "var", process.pid)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(30)


def _wait(address: str, process: "subprocess.Popen[bytes]", log: Path) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        if process.poll() is not None:
            break
        try:
            if urlopen(f"{address}/readyz").status == 200:
                return
        except (URLError, ConnectionError):
            time.sleep(0.3)
    message = f"the program was not ready in {READY_WITHIN:g} s:\n{log.read_text()[-3000:]}"
    raise RuntimeError(message)
