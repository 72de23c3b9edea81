"""How is one authority taken out of a database, brought back into it, and taken away for good?

Every row that is its own, and the accounts of its people. The same file as a backup of everything (`backup`), with rows
instead of a dump in it. It is brought back all or nothing: what came back is compared with what was kept first.
"""

import io
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from regiewijzer.config import roles
from regiewijzer.config.backup import (
    EVERY_ROW,
    FORMAT,
    Manifest,
    Unusable,
    archive,
    checked,
    content,
    major_of_server,
    sum_of,
    with_trails,
)

Connection = psycopg.Connection[tuple[Any, ...]]

AUTHORITIES, USERS = "authorities_authority", "accounts_user"
PEOPLE = "select user_id from accounts_position where authority_id = {authority}"
# Of an account: its own tables, by the column that says whose they are. A session does not travel.
OF_PEOPLE = {USERS: "id", "account_emailaddress": "user_id", "mfa_authenticator": "user_id"}
# What nobody may read, the authority itself included: codes, and what people were promised not to be shown.
KEPT_BACK = ("surveys_code", "surveys_sealed", "workshops_vote", "workshops_participant", "workshops_joinlink")
KEPT_BACK_ACCOUNTS = ("account_emailaddress", "mfa_authenticator")
SECRET_COLUMNS = ("password", "code_hash", "salt", "key_hash", "submit")
CHAIN_LOCK = "select pg_advisory_xact_lock(7001, %s)"  # nobody adds to its trail meanwhile (foundation/audit/actions)


@dataclass(frozen=True, slots=True)
class Part:
    """The rows of one table that belong to an authority."""

    table: str
    columns: tuple[str, ...]
    where: sql.Composable

    @property
    def selected(self) -> sql.Composed:
        return sql.SQL("select {} from public.{} where {}").format(
            _names(self.columns), sql.Identifier(self.table), self.where
        )


def write(place: str, slug: str, path: Path, made_at: str) -> Manifest:
    """Everything of one authority, to be brought back by `read`. Raises Unusable, and FileExistsError."""
    if path.exists():
        raise FileExistsError(path)
    with _inside(place, slug) as (connection, authority):
        parts = parts_of(connection, authority)
        rows = io.BytesIO()
        with zipfile.ZipFile(rows, "w", zipfile.ZIP_DEFLATED) as tables:
            for part in parts:
                tables.writestr(f"{part.table}.csv", b"".join(_csv(connection, part)))
        manifest = Manifest(
            format=FORMAT,
            version=version("regiewijzer"),
            made_at=made_at,
            server=major_of_server(connection),
            migrations=_migrations(connection),
            tables={part.table: sum_of(connection, part.table, part.where) for part in parts},
            sha256="",
            authority=slug,
        )
        mine = sql.SQL("authority_id = {}").format(sql.Literal(authority))
        manifest = with_trails(manifest, connection, mine)
    return archive(path, manifest, rows.getvalue())


def tables_for_reading(place: str, slug: str) -> list[tuple[str, bytes]]:
    """Name and CSV of every table, without what nobody may read: codes, passwords, sealed answers and votes."""
    with _inside(place, slug) as (connection, authority):
        open_parts = [
            Part(part.table, tuple(each for each in part.columns if each not in SECRET_COLUMNS), part.where)
            for part in parts_of(connection, authority)
            if not part.table.startswith(KEPT_BACK) and part.table not in KEPT_BACK_ACCOUNTS
        ]
        return [(f"{part.table}.csv", b"".join(_csv(connection, part))) for part in open_parts]


def read(place: str, path: Path) -> Manifest:
    """Bring an authority back as it was kept, in place of what there is of it now. Raises Unusable."""
    manifest = checked(path)
    if manifest.authority is None:
        raise Unusable(f"{path} holds everything, not one authority. Nothing was changed.")
    with zipfile.ZipFile(io.BytesIO(content(path))) as tables:
        kept = {name.removesuffix(".csv"): tables.read(name) for name in tables.namelist()}
    try:
        with psycopg.connect(place) as connection:
            connection.execute(sql.SQL("set role {}").format(sql.Identifier(roles.OWNER)))
            if manifest.migrations != _migrations(connection):
                raise Unusable(
                    f"{path} was made by version {manifest.version}, whose tables are not those of this database. "
                    "Nothing was changed."
                )
            _replace(connection, _number_in(kept[AUTHORITIES]), kept, manifest)
    except psycopg.errors.IntegrityError as clash:
        raise Unusable(
            f"What {path} holds does not fit beside what is in this database ({clash.diag.message_detail or clash}). "
            "Bring it back into a database of its own. Nothing was changed."
        ) from clash
    return manifest


def left_of(place: str, authority: int) -> dict[str, int]:
    """Of every table that can hold something of this authority, how many rows do: all 0 once it is deleted."""
    with psycopg.connect(place) as connection:
        _become(connection, authority)
        return {
            part.table: int(str(_one(connection, sql.SQL("select count(*) from ({}) kept").format(part.selected))))
            for part in parts_of(connection, authority)
            if part.table not in OF_PEOPLE
        }


def parts_of(connection: Connection, authority: int) -> list[Part]:
    """Every table with something of this authority, from the catalogue: a new table is never forgotten."""
    found = connection.execute(
        "select table_name, array_agg(column_name::text order by ordinal_position) from information_schema.columns "
        "where table_schema = 'public' and is_generated = 'NEVER' "
        "and table_name in (select tablename from pg_tables where schemaname = 'public') group by 1 order by 1"
    ).fetchall()
    columns = {str(table): tuple(names) for table, names in found}
    number = sql.Literal(authority)
    people = sql.SQL(PEOPLE).format(authority=number)
    own = sql.SQL("authority_id = {}").format(number)
    return [
        Part(AUTHORITIES, columns[AUTHORITIES], sql.SQL("id = {}").format(number)),
        *(
            Part(table, columns[table], sql.SQL("{} in ({})").format(sql.Identifier(key), people))
            for table, key in OF_PEOPLE.items()
        ),
        *(Part(table, names, own) for table, names in columns.items() if "authority_id" in names),
    ]


def _replace(connection: Connection, authority: int, kept: dict[str, bytes], manifest: Manifest) -> None:
    _become(connection, authority)
    connection.execute(CHAIN_LOCK, [authority])
    connection.execute("set constraints all deferred")
    parts = parts_of(connection, authority)
    if {part.table for part in parts} != set(kept):
        raise Unusable("What was kept has other tables than this database. Nothing was changed.")
    own = [part for part in parts if part.table not in OF_PEOPLE]
    for part in own:
        connection.execute(sql.SQL("delete from public.{} where {}").format(sql.Identifier(part.table), part.where))
    newcomers = _add_accounts(connection, kept, {part.table: part for part in parts})
    for part in own:
        _put_back(connection, part, _aside(connection, part, kept[part.table]))
        _count_on(connection, part.table)
    connection.execute("set constraints all immediate")
    for part in own:
        if sum_of(connection, part.table, part.where) != manifest.tables[part.table]:
            raise Unusable(f"What came back differs from what was kept, in {part.table}. Nothing was changed.")
    for table in OF_PEOPLE if newcomers else ():
        _count_on(connection, table)


def _add_accounts(connection: Connection, kept: dict[str, bytes], parts: dict[str, Part]) -> int:
    """Accounts that are not there any more come back; one that is there stays as it is. Returns how many came."""
    added = 0
    for table, key in OF_PEOPLE.items():
        apart = _aside(connection, parts[table], kept[table])
        if table == USERS:
            connection.execute(
                "create temp table newcomers on commit drop as select id from kept_accounts_user kept "
                "where not exists (select from public.accounts_user there where there.id = kept.id)"
            )
            other = "select count(*) from kept_accounts_user kept join public.accounts_user there using (id) "
            if _one(connection, sql.SQL(other + "where there.email <> kept.email")):
                raise Unusable(
                    "Its people have numbers that other accounts have here. Bring it back into a database of its own. "
                    "Nothing was changed."
                )
        newcomers = sql.SQL("{} in (select id from newcomers)").format(sql.Identifier(key))
        added += _put_back(connection, parts[table], apart, newcomers)
    return added


def _aside(connection: Connection, part: Part, rows: bytes) -> sql.Composable:
    """A table of this transaction with the rows that were kept: behind the wall nothing is copied, only inserted."""
    apart = sql.Identifier("pg_temp", f"kept_{part.table}")
    made = sql.SQL("create temp table {} on commit drop as select {} from public.{} with no data").format(
        sql.Identifier(f"kept_{part.table}"), _names(part.columns), sql.Identifier(part.table)
    )
    connection.execute(made)
    header = rows.split(b"\n", 1)[0].decode().strip().split(",")
    asked = sql.SQL("copy {} ({}) from stdin with (format csv, header)").format(apart, _names(header))
    with connection.cursor() as cursor, cursor.copy(asked) as copied:
        copied.write(rows)
    return apart


def _put_back(connection: Connection, part: Part, apart: sql.Composable, which: sql.Composable = EVERY_ROW) -> int:
    put = sql.SQL("insert into public.{table} ({columns}) select {columns} from {apart} where {which}").format(
        table=sql.Identifier(part.table), columns=_names(part.columns), apart=apart, which=which
    )
    return connection.execute(put).rowcount


@contextmanager
def _inside(place: str, slug: str) -> Iterator[tuple[Connection, int]]:
    """As the owner, at one moment, in the tables of this authority."""
    with psycopg.connect(place) as connection:
        connection.execute("set transaction isolation level repeatable read")
        number = connection.execute("select id from authorities_authority where slug = %s", [slug]).fetchone()
        if number is None:
            raise Unusable(f"No authority has the address “{slug}”.")
        _become(connection, number[0])
        yield connection, number[0]


def _become(connection: Connection, authority: int) -> None:
    connection.execute(sql.SQL("set local role {}").format(sql.Identifier(roles.OWNER)))
    connection.execute("select set_config('app.authority', %s, true)", [str(authority)])


def _csv(connection: Connection, part: Part) -> Iterable[bytes]:
    asked = sql.SQL("copy ({}) to stdout with (format csv, header)").format(part.selected)
    with connection.cursor() as cursor, cursor.copy(asked) as copied:
        yield from (bytes(block) for block in copied)


def _count_on(connection: Connection, table: str) -> None:
    """New rows get numbers after those that came back."""
    counter = connection.execute(
        "select pg_get_serial_sequence(%s, 'id') from information_schema.columns "
        "where table_schema = 'public' and table_name = %s and column_name = 'id'",
        [f"public.{table}", table],
    ).fetchone()
    if counter is None or counter[0] is None:
        return
    name = sql.Identifier(*str(counter[0]).split("."))
    counted = "select setval({}::regclass, greatest((select last_value from {}), (select max(id) from public.{})))"
    connection.execute(sql.SQL(counted).format(sql.Literal(counter[0]), name, sql.Identifier(table)))


def _number_in(rows: bytes) -> int:
    header, row = rows.decode().split("\n", 1)
    return int(row.split(",")[header.split(",").index("id")])


def _migrations(connection: Connection) -> list[list[str]]:
    return [list(row) for row in connection.execute("select app, name from django_migrations order by 1, 2")]


def _names(columns: Iterable[str]) -> sql.Composed:
    return sql.SQL(", ").join(sql.Identifier(each) for each in columns)


def _one(connection: Connection, query: sql.SQL | sql.Composed) -> object:
    row = connection.execute(query).fetchone()
    return row[0] if row else None
