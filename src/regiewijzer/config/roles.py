"""Who may do what inside PostgreSQL? An owner that migrates, a program role that owns nothing, a role for backups.

The program role can read and write rows, never change a table, a policy or the list of migrations, and the audit
trail it can only add to. The backup role passes the wall, because pg_dump refuses to dump what it may not wholly see.
"""

import psycopg
from psycopg import sql

OWNER, PROGRAM, BACKUP = "regiewijzer_owner", "regiewijzer_app", "regiewijzer_backup"
DATABASE = "regiewijzer"

RIGHTS = {"tables": "select, insert, update, delete", "sequences": "usage, select, update"}
ONLY_READ_BY_PROGRAM = ("django_migrations",)
# Tables with an authority that a person must be able to read before an authority is chosen (docs/decisions/0003, 0009),
# and copies that an authority shares with all others (0018): those only their own authority writes.
OUTSIDE_THE_WALL = ("accounts_position", "accounts_invitation", "workshops_joinlink", "practice_sharedcase")
ATTRIBUTES = {
    OWNER: "login createdb nosuperuser nobypassrls nocreaterole",
    PROGRAM: "login nosuperuser nobypassrls nocreatedb nocreaterole",
    BACKUP: "login nosuperuser bypassrls nocreatedb nocreaterole",
}
# The log of PostgreSQL would quote a statement that failed, with the answers and names in it, and the row it met.
LOGGED = {"log_min_error_statement": "panic", "log_error_verbosity": "terse"}


def prepare(administrator: str, database: str = DATABASE, passwords: dict[str, str] | None = None) -> None:
    """Make the roles and the database when they are not there. Safe to repeat.

    administrator: connection string of a superuser, without a database name.
    passwords: per role; only needed where the server asks for one.
    """
    with psycopg.connect(administrator, dbname="postgres", autocommit=True) as connection:
        for role, attributes in ATTRIBUTES.items():
            _ensure_role(connection, role, attributes, (passwords or {}).get(role))
        if not connection.execute("select 1 from pg_database where datname = %s", [database]).fetchone():
            connection.execute(
                sql.SQL("create database {} owner {}").format(sql.Identifier(database), sql.Identifier(OWNER))
            )
    with psycopg.connect(administrator, dbname=database, autocommit=True) as connection:
        grant(connection)


def _ensure_role(
    connection: "psycopg.Connection[tuple[object, ...]]", role: str, attributes: str, password: str | None
) -> None:
    if not connection.execute("select 1 from pg_roles where rolname = %s", [role]).fetchone():
        connection.execute(sql.SQL("create role {}").format(sql.Identifier(role)))
    connection.execute(sql.SQL("alter role {} {}").format(sql.Identifier(role), sql.SQL(attributes)))
    for setting, value in LOGGED.items():
        quiet = sql.SQL("alter role {} set {} = {}")
        connection.execute(quiet.format(sql.Identifier(role), sql.Identifier(setting), sql.Literal(value)))
    if password:
        connection.execute(sql.SQL("alter role {} password {}").format(sql.Identifier(role), sql.Literal(password)))


def grant(connection: "psycopg.Connection[tuple[object, ...]]") -> None:
    """Rights on all present and later tables. Default privileges count per owner and per database."""
    for role in (PROGRAM, BACKUP):
        connection.execute(sql.SQL("grant usage on schema public to {}").format(sql.Identifier(role)))
    connection.execute("revoke create on schema public from public")
    # A table of one's own could stand before a real one of the same name.
    here = sql.Identifier(connection.info.dbname)
    connection.execute(sql.SQL("revoke temporary on database {} from public").format(here))
    connection.execute(sql.SQL("grant create, usage on schema public to {}").format(sql.Identifier(OWNER)))
    for what, rights in RIGHTS.items():
        later = "alter default privileges for role {} in schema public grant {} on {} to {}"
        for role, granted in ((PROGRAM, rights), (BACKUP, "select")):
            connection.execute(
                sql.SQL(later).format(
                    sql.Identifier(OWNER),
                    sql.SQL(granted),
                    sql.SQL(what),
                    sql.Identifier(role),
                )
            )


def close_migrations(connected: str, database: str = DATABASE) -> None:
    """After migrating: the program may read which migrations ran, and change nothing about it.

    connected: connection string of a superuser or of the owner.
    """
    with psycopg.connect(connected, dbname=database, autocommit=True) as connection:
        for table in ONLY_READ_BY_PROGRAM:
            revoke = sql.SQL("revoke insert, update, delete on {} from {}")
            connection.execute(revoke.format(sql.Identifier(table), sql.Identifier(PROGRAM)))
