"""How is everything kept apart and brought back? One file with a dump of PostgreSQL and what must be in it.

A backup says what each table held: the number of its rows and a sum over them, taken in the same moment as the dump.
A restore fills a new database, compares, and only then lets it take the place of the old one, which stays beside it.
"""

import hashlib
import json
import re
import shutil
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from regiewijzer.config import roles
from regiewijzer.config.embedded import DatabaseDoesNotStart, wheel_programs
from regiewijzer.foundation.audit.queries import Heads, forged, seal_of

FORMAT = 1
PRIVATE = 0o600
MANIFEST, DUMP = "manifest.json", "database.dump"
DEBIAN = "/usr/lib/postgresql/{major}/bin"
EVERY_ROW = sql.SQL("true")
Connection = psycopg.Connection[tuple[Any, ...]]


class Unusable(Exception):
    """Why a backup cannot be made or brought back, in a sentence."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup holds. `tables`: rows of each table, and a sum over them that no order changes.

    `authority`: the address of the only one it holds; None when it holds everything. `trails`: number and hash of the
    last line of each audit trail, by authority, with a seal under a key that is in no database.
    """

    format: int
    version: str
    made_at: str
    server: int
    migrations: list[list[str]]
    tables: dict[str, list[str]]
    sha256: str
    authority: str | None = None
    trails: Heads = field(default_factory=dict)
    seal: str = ""


def back_up(administrator: str, database: str, path: Path, made_at: str) -> Manifest:
    """Write the backup. Nothing stands at `path` before it is whole. Raises Unusable, and FileExistsError."""
    if path.exists():
        raise FileExistsError(path)
    with psycopg.connect(administrator, dbname=database) as connection, tempfile.TemporaryDirectory() as folder:
        connection.execute("set transaction isolation level repeatable read")
        snapshot = str(_one(connection, "select pg_export_snapshot()"))
        server = major_of_server(connection)
        dump = Path(folder) / DUMP
        _run("pg_dump", server, administrator, database, "-Fc", "--no-sync", f"--snapshot={snapshot}", "-f", str(dump))
        migrations = [list(row) for row in connection.execute("select app, name from django_migrations order by 1, 2")]
        manifest = Manifest(FORMAT, version("regiewijzer"), made_at, server, migrations, tables_of(connection), "")
        return archive(path, with_trails(manifest, connection), dump)


def with_trails(manifest: Manifest, connection: Connection, where: sql.Composable = EVERY_ROW) -> Manifest:
    """The same, with where the audit trails end, sealed."""
    heads = _trails(connection, where)
    return replace(manifest, trails=heads, seal=seal_of(heads))


def _trails(connection: Connection, where: sql.Composable = EVERY_ROW) -> Heads:
    last = sql.SQL(
        "select distinct on (authority_id) authority_id::text, number, hash from public.audit_entry where {} "
        "order by authority_id, number desc"
    )
    return {authority: [number, hashed] for authority, number, hashed in connection.execute(last.format(where))}


def archive(path: Path, manifest: Manifest, dump: Path | bytes) -> Manifest:
    """Write the file, readable by nobody else; it has its name once it is whole. Returns the manifest, signed."""
    signed = replace(manifest, sha256=_hash(dump) if isinstance(dump, Path) else hashlib.sha256(dump).hexdigest())
    part = path.with_name(f"{path.name}.part")
    part.touch(mode=PRIVATE)
    with zipfile.ZipFile(part, "w") as file:
        file.writestr(MANIFEST, json.dumps(asdict(signed), indent=1))
        if isinstance(dump, Path):
            file.write(dump, DUMP)
        else:
            file.writestr(DUMP, dump)
    part.rename(path)
    return signed


def content(path: Path) -> bytes:
    """What a checked backup of one authority holds."""
    with zipfile.ZipFile(path) as file:
        return file.read(DUMP)


def checked(path: Path) -> Manifest:
    """The manifest of a backup whose dump is as it was written. Raises Unusable."""
    try:
        with zipfile.ZipFile(path) as archive:
            if damaged := archive.testzip():
                raise Unusable(f"{path} is damaged: {damaged} is not as it was written. Nothing was changed.")
            manifest = Manifest(**json.loads(archive.read(MANIFEST)))
            with archive.open(DUMP) as dump:
                found = hashlib.file_digest(dump, "sha256").hexdigest()  # type: ignore[arg-type]
    except (zipfile.BadZipFile, NotImplementedError, KeyError, TypeError, ValueError, EOFError, OSError) as reason:
        raise Unusable(f"{path} is not a backup of Regiewijzer ({reason}). Nothing was changed.") from reason
    if manifest.format != FORMAT:
        raise Unusable(f"{path} has format {manifest.format}; this program reads {FORMAT}. Nothing was changed.")
    if manifest.seal and forged(manifest.trails, manifest.seal):
        raise Unusable(f"{path} was altered: the audit trails do not end where they did. Nothing was changed.")
    if found != manifest.sha256:
        raise Unusable(f"{path} is damaged: its contents are not what was written. Nothing was changed.")
    return manifest


def restore(administrator: str, database: str, path: Path, aside: str) -> None:
    """Bring a backup back in place of `database`, which is from then on called `aside`. Raises Unusable."""
    with (
        _beside(administrator, database, path) as new,
        psycopg.connect(administrator, dbname="postgres", autocommit=True) as server,
    ):
        _swap(server, database, new, aside)


@contextmanager
def _beside(administrator: str, database: str, path: Path) -> Iterator[str]:
    """A new database with what was kept, compared row by row; it is gone afterwards under this name."""
    manifest = checked(path)
    new = f"{database}_restored"
    with psycopg.connect(administrator, dbname="postgres", autocommit=True) as server:
        major = major_of_server(server)
        if major < manifest.server:
            raise Unusable(
                f"This backup was made on PostgreSQL {manifest.server}; this server is {major}. Nothing was changed."
            )
        server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(new)))
        roles.prepare(administrator, new)
        try:
            with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as folder:
                dump = archive.extract(DUMP, folder)
                _run("pg_restore", major, administrator, new, "--exit-on-error", "--single-transaction", dump)
            with psycopg.connect(administrator, dbname=new) as restored:
                found, trails = tables_of(restored), _trails(restored)
            for name in sorted({*found, *manifest.tables}):
                if found.get(name) != manifest.tables.get(name):
                    raise Unusable(f"What came back differs from what was kept, in {name}. Nothing was changed.")
            if manifest.seal and trails != manifest.trails:
                raise Unusable(f"{path} was altered: its audit trails do not end where they did. Nothing was changed.")
            yield new
        finally:
            server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(new)))


@contextmanager
def opened(administrator: str, database: str, path: Path) -> Iterator[str]:
    """Where to look at a backup of everything: a connection string of a database that is gone afterwards."""
    with _beside(administrator, database, path) as new:
        yield psycopg.conninfo.make_conninfo(administrator, dbname=new)


def _swap(server: Connection, database: str, new: str, aside: str) -> None:
    end = "select pg_terminate_backend(pid) from pg_stat_activity where datname = %s and pid <> pg_backend_pid()"
    rename = sql.SQL("alter database {} rename to {}")
    server.execute(end, [database])
    if _one(server, "select count(*) from pg_database where datname = %s", database):
        server.execute(rename.format(sql.Identifier(database), sql.Identifier(aside)))
    server.execute(rename.format(sql.Identifier(new), sql.Identifier(database)))


def tables_of(connection: Connection) -> dict[str, list[str]]:
    """Of every table how many rows it has, and the sum of the hashes of their text."""
    names = connection.execute("select tablename from pg_tables where schemaname = 'public' order by 1").fetchall()
    return {name: sum_of(connection, name) for (name,) in names}


def sum_of(connection: Connection, table: str, where: sql.Composable = EVERY_ROW) -> list[str]:
    """How many of these rows there are, and the sum of the hashes of their text."""
    summed = sql.SQL(
        "select count(*)::text, coalesce(sum(hashtextextended(each::text, 0)::numeric), 0)::text "
        "from public.{} each where {}"
    )
    row = connection.execute(summed.format(sql.Identifier(table), where)).fetchone()
    return [str(value) for value in row or ()]


def _run(program: str, major: int, administrator: str, database: str, *arguments: str) -> None:
    where = psycopg.conninfo.make_conninfo(administrator, dbname=database)
    done = subprocess.run(
        [str(program_of(program, major)), "-d", where, *arguments], capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise Unusable(f"{program}: {done.stderr.strip() or done.stdout.strip()}")


def program_of(name: str, major: int) -> Path:
    """The program of PostgreSQL that fits a server of this version. Raises Unusable when none is here."""
    folders = [DEBIAN.format(major=major)]
    if found := shutil.which(name):
        folders.append(str(Path(found).parent))
    with suppress(DatabaseDoesNotStart):
        folders.append(str(wheel_programs() / "bin"))
    for folder in folders:
        program = Path(folder) / name
        if program.exists() and _major_of(program) == major:
            return program
    raise Unusable(
        f"No {name} of PostgreSQL {major} is here; install the client programs of that version "
        f"(on Debian postgresql-client-{major})."
    )


def _major_of(program: Path) -> int:
    said = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\) (\d+)", said)
    return int(found.group(1)) if found else 0


def major_of_server(connection: Connection) -> int:
    return int(str(_one(connection, "show server_version_num"))) // 10_000


def _one(connection: Connection, query: str, *values: object) -> object:
    row = connection.execute(query.encode(), values).fetchone()
    return row[0] if row else None


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
