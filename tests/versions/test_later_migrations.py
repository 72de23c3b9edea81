"""The database of every earlier version, migrated to this one, is the database of this one, with its rows in it."""

import gzip
from pathlib import Path

import psycopg
import pytest
from django.core.management import call_command

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER
from tests.scratch import ALIAS, Scratch
from tests.versions.dump import FOLDER

DUMPS = sorted(FOLDER.glob("*.sql.gz"))
KEPT = ("authorities_authority", "organisations_organisation", "networks_network", "instruments_instrument")
COLUMNS = """
select table_name, column_name, data_type, is_nullable, column_default from information_schema.columns
where table_schema = 'public'
"""
WALLS = "select relname from pg_class where relkind = 'r' and relrowsecurity and relforcerowsecurity"
KEYS = """
select conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
where connamespace = 'public'::regnamespace and contype in ('c', 'p', 'u')
"""


def _rows(connection: "psycopg.Connection[tuple[object, ...]]", query: str) -> set[tuple[object, ...]]:
    return set(connection.execute(query.encode()).fetchall())


def _shape(connection: "psycopg.Connection[tuple[object, ...]]") -> list[set[tuple[object, ...]]]:
    """Columns, walls, and the rules a row must obey."""
    return [_rows(connection, query) for query in (COLUMNS, WALLS, KEYS)]


def _count(connection: "psycopg.Connection[tuple[object, ...]]") -> dict[str, tuple[object, ...] | None]:
    return {table: connection.execute(f"select count(*) from public.{table}".encode()).fetchone() for table in KEPT}


def test_there_is_a_dump_of_an_earlier_version() -> None:
    assert DUMPS


@pytest.mark.parametrize("dump", DUMPS, ids=lambda dump: dump.name)
def test_an_earlier_database_becomes_this_one_with_its_rows(scratch: Scratch, dump: Path) -> None:
    with scratch.plainly(SUPERUSER) as administrator:
        new = _shape(administrator)
        administrator.execute(b"drop schema public cascade; create schema public")
        administrator.execute(f"grant create, usage on schema public to {roles.OWNER}".encode())
        administrator.execute(gzip.decompress(dump.read_bytes()))
        before = _count(administrator)

    with scratch.as_role(roles.OWNER):
        call_command("migrate", database=ALIAS, verbosity=0, interactive=False)

    with scratch.plainly(SUPERUSER) as administrator:
        after, shape = _count(administrator), _shape(administrator)
    assert shape == new
    assert after == before
    assert all(count and count[0] for count in after.values())
