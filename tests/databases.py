"""The databases of the tests: migrated once into a template, copied per worker, used as the role that owns nothing.

What many tests read and none keeps is built once per worker, in a database of its own (`holding`); a test works there
in a transaction that is undone.
"""

import fcntl
import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection, transaction
from django.utils import timezone
from psycopg import sql

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER, Embedded

Built = TypeVar("Built")
Admin = psycopg.Connection[tuple[Any, ...]]


@dataclass
class Databases:
    """Those of one worker. `built`: per database what its builder gave, and the day on which that was."""

    worker: str
    template: str = field(default_factory=lambda: f"template_{_stamp()}")
    built: dict[str, tuple[date, Any]] = field(default_factory=dict)

    def start(self) -> None:
        """PostgreSQL runs, and the database of this worker is as the migrations leave it."""
        _embedded().start()
        self._copy("test")
        self.use("test")

    def use(self, what: str) -> None:
        """From here on Django reads and writes this database of the worker."""
        if connection.settings_dict["NAME"] != self._name(what):
            _point_at(self._name(what), roles.PROGRAM)

    def holding(self, what: str, build: Callable[[], Built]) -> Built:
        """Use the database in which this stands. It is built when first asked for, and anew on another day."""
        today = timezone.localdate()
        if self.built.get(what, (None,))[0] != today:
            self._copy(what)
            self.use(what)
            with transaction.atomic():
                self.built[what] = today, build()
        self.use(what)
        made: Built = self.built[what][1]
        return made

    def _name(self, what: str) -> str:
        return f"{what}_{self.worker}"

    def _copy(self, what: str) -> None:
        """A new copy of the template; one that stood there goes."""
        with Path(settings.DATA_DIR, "test.lock").open("w") as lock, as_superuser("postgres") as admin:
            fcntl.flock(lock, fcntl.LOCK_EX)
            known = "select 1 from pg_database where datname = %s and datistemplate"
            if not admin.execute(known, [self.template]).fetchone():
                _drop_old_templates(admin)
                _make_template(admin, self.template)
            name = sql.Identifier(self._name(what))
            admin.execute(sql.SQL("drop database if exists {} with (force)").format(name))
            copy = sql.SQL("create database {} template {} strategy file_copy")
            admin.execute(copy.format(name, sql.Identifier(self.template)))


DATABASES = pytest.StashKey[Databases]()


def _embedded() -> Embedded:
    embedded: Embedded = settings.EMBEDDED
    return embedded


def as_superuser(database: str) -> Admin:
    """A connection of whoever may do everything; it commits each statement."""
    return psycopg.connect(host=_embedded().host, user=SUPERUSER, dbname=database, autocommit=True)


def _stamp() -> str:
    """Changes when a migration, a role or the wall does."""
    source = settings.PACKAGE
    files = [*sorted(source.rglob("migrations/*.py")), source / "config/roles.py", source / "foundation/tenancy.py"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:10]


def _drop_old_templates(admin: Admin) -> None:
    for (old,) in admin.execute("select datname from pg_database where datname like 'template\\_%%'").fetchall():
        admin.execute(sql.SQL("alter database {} is_template false").format(sql.Identifier(old)))
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(old)))


def _make_template(admin: Admin, template: str) -> None:
    roles.prepare(f"host={_embedded().host} user={SUPERUSER}", template)
    with as_superuser(template) as inside:
        # tests that commit empty the tables afterwards; the program itself may never
        inside.execute(
            f"alter default privileges for role {roles.OWNER} in schema public "
            f"grant truncate on tables to {roles.PROGRAM}"
        )
    pooled = connection.settings_dict["OPTIONS"]
    _point_at(template, roles.OWNER)
    connection.settings_dict["OPTIONS"] = {}
    call_command("migrate", verbosity=0, interactive=False)
    connection.close()
    connection.settings_dict["OPTIONS"] = pooled
    admin.execute(sql.SQL("alter database {} is_template true").format(sql.Identifier(template)))


def _point_at(database: str, role: str) -> None:
    connection.close()
    connection.close_pool()
    connection.settings_dict.update(NAME=database, USER=role)
    settings.DATABASES["default"].update(NAME=database, USER=role)
