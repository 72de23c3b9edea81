import json
import shutil
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from regiewijzer.config import backup, roles
from regiewijzer.config.embedded import SUPERUSER

MADE_AT = "2026-11-30T12:00:00+00:00"


@dataclass(frozen=True)
class Place:
    """A database with a table of its own, and somewhere to put a backup."""

    administrator: str
    database: str
    folder: Path

    @property
    def file(self) -> Path:
        return self.folder / "backup.zip"

    def does(self, statement: str) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.administrator, dbname=self.database, autocommit=True) as connection:
            done = connection.execute(statement.encode())
            return done.fetchall() if done.description else []

    def back_up(self) -> backup.Manifest:
        return backup.back_up(self.administrator, self.database, self.file, MADE_AT)

    def restore(self) -> None:
        backup.restore(self.administrator, self.database, self.file, f"{self.database}_before")


@pytest.fixture
def place(django_db_setup: None, tmp_path: Path, worker_id: str) -> Iterator[Place]:
    found = Place(f"host={settings.EMBEDDED.host} user={SUPERUSER}", f"backup_{worker_id}", tmp_path)
    roles.prepare(found.administrator, found.database)
    found.does(f"set role {roles.OWNER}; create table django_migrations (app text, name text)")
    found.does(f"set role {roles.OWNER}; create table thing (id int primary key, name text)")
    found.does("insert into thing select nr, 'ding ' || nr from generate_series(1, 500) nr")
    found.does(f"set role {roles.OWNER}; create table audit_entry (authority_id int, number int, hash text)")
    found.does("insert into audit_entry values (1, 1, 'a'), (1, 2, 'b'), (2, 1, 'c')")
    found.does("insert into django_migrations values ('networks', '0001_initial')")
    yield found
    with psycopg.connect(found.administrator, dbname="postgres", autocommit=True) as server:
        for name in (found.database, f"{found.database}_before", f"{found.database}_restored"):
            server.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def test_what_was_kept_comes_back_row_by_row(place: Place) -> None:
    before = place.does("select * from thing order by id")
    place.back_up()
    place.does("delete from thing where id > 100; insert into thing values (1000, 'nieuw')")

    place.restore()

    assert place.does("select * from thing order by id") == before
    assert len(before) == 500


def test_what_was_there_stays_beside_it(place: Place) -> None:
    place.back_up()
    place.does("insert into thing values (1000, 'nieuw')")

    place.restore()

    aside = Place(place.administrator, f"{place.database}_before", place.folder)
    assert aside.does("select name from thing where id = 1000") == [("nieuw",)]


def test_the_program_has_its_rights_in_what_came_back(place: Place) -> None:
    place.back_up()
    place.restore()

    with psycopg.connect(host=settings.EMBEDDED.host, user=roles.PROGRAM, dbname=place.database) as program:
        assert program.execute("select count(*) from thing").fetchone() == (500,)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            program.execute("drop table thing")


def test_a_backup_says_what_it_holds(place: Place) -> None:
    manifest = place.back_up()

    assert manifest == backup.checked(place.file)
    assert manifest.tables["thing"][0] == "500"
    assert (manifest.migrations, manifest.made_at) == ([["networks", "0001_initial"]], MADE_AT)


def test_the_order_of_rows_makes_no_difference_and_a_letter_does(place: Place) -> None:
    def sums() -> list[str]:
        with psycopg.connect(place.administrator, dbname=place.database) as connection:
            return backup.tables_of(connection)["thing"]

    first = sums()
    place.does("create table other as select * from thing order by name desc; truncate thing")
    place.does("insert into thing select * from other")
    second = sums()
    place.does("update thing set name = 'Ding 7' where id = 7")

    assert first == second
    assert sums() != first


def test_a_backup_writes_over_nothing(place: Place) -> None:
    place.file.write_text("van iemand anders")

    with pytest.raises(FileExistsError):
        place.back_up()

    assert place.file.read_text() == "van iemand anders"


@pytest.mark.parametrize("share", [0.2, 0.5, 0.8, 0.98])
def test_a_damaged_backup_is_refused_before_anything_is_touched(place: Place, share: float) -> None:
    place.back_up()
    damaged = bytearray(place.file.read_bytes())
    for nr in range(16):
        damaged[int(len(damaged) * share) + nr] ^= 0xFF
    place.file.write_bytes(damaged)
    place.does("insert into thing values (1000, 'nieuw')")

    with pytest.raises(backup.Unusable, match="Nothing was changed"):
        place.restore()

    assert place.does("select name from thing where id = 1000") == [("nieuw",)]


def _with_manifest(path: Path, **other: Any) -> None:
    """The same backup with something else in its manifest."""
    with zipfile.ZipFile(path) as archive:
        manifest, dump = json.loads(archive.read(backup.MANIFEST)), archive.read(backup.DUMP)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(backup.MANIFEST, json.dumps({**manifest, **other}))
        archive.writestr(backup.DUMP, dump)


def test_a_dump_that_is_not_the_one_of_the_manifest_is_refused(place: Place) -> None:
    place.back_up()
    _with_manifest(place.file, sha256="0" * 64)

    with pytest.raises(backup.Unusable, match="not what was written"):
        place.restore()


def test_rows_that_do_not_come_back_are_told_and_change_nothing(place: Place) -> None:
    place.back_up()
    _with_manifest(place.file, tables={"thing": ["501", "0"]})
    place.does("insert into thing values (1000, 'nieuw')")

    with pytest.raises(backup.Unusable, match="differs from what was kept, in"):
        place.restore()

    assert place.does("select count(*) from thing") == [(501,)]
    assert place.does("select count(*) from pg_database where datname like '%\\_restored'") == [(0,)]


def test_a_backup_says_under_seal_where_each_audit_trail_ends(place: Place) -> None:
    manifest = place.back_up()
    assert manifest.trails == {"1": [2, "b"], "2": [1, "c"]}
    _with_manifest(place.file, trails={"1": [1, "a"], "2": [1, "c"]})

    with pytest.raises(backup.Unusable, match="was altered"):
        place.restore()


def test_a_trail_cut_in_a_backup_that_is_right_for_the_rest_is_refused(place: Place) -> None:
    """Rows, sums and the sum of the file put right again; only the seal cannot be."""
    kept = place.back_up()
    place.file.unlink()
    place.does("delete from audit_entry where number = 2")
    place.back_up()
    _with_manifest(place.file, trails=kept.trails, seal=kept.seal)

    with pytest.raises(backup.Unusable, match="do not end where they did"):
        place.restore()


def test_a_backup_of_a_newer_server_is_refused(place: Place) -> None:
    place.back_up()
    _with_manifest(place.file, server=99)

    with pytest.raises(backup.Unusable, match="was made on PostgreSQL 99"):
        place.restore()


@pytest.mark.parametrize("content", [b"", b"PK", b"een brief"])
def test_another_file_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "brief.zip"
    path.write_bytes(content)

    with pytest.raises(backup.Unusable, match="is not a backup"):
        backup.checked(path)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "foto.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("foto.jpg", b"...")

    with pytest.raises(backup.Unusable, match="is not a backup"):
        backup.checked(path)


def test_programs_of_another_version_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _name: None)

    with pytest.raises(backup.Unusable, match="postgresql-client-99"):
        backup.program_of("pg_dump", 99)
