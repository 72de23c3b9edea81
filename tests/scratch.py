"""A database of its own for tests that change tables, roles or policies: a copy of the template, gone afterwards."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
import pytest
from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg import sql

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER

ALIAS = "scratch"


@dataclass(frozen=True)
class Scratch:
    """Where the database is; `as_role` opens it through Django, `plainly` without."""

    name: str
    host: str

    @contextmanager
    def as_role(self, role: str) -> Iterator[BaseDatabaseWrapper]:
        known = connections["default"].settings_dict
        connections.databases[ALIAS] = {**known, "NAME": self.name, "HOST": self.host, "USER": role, "OPTIONS": {}}
        try:
            yield connections[ALIAS]
        finally:
            connections[ALIAS].close()
            del connections[ALIAS], connections.databases[ALIAS]

    def plainly(self, role: str) -> "psycopg.Connection[tuple[Any, ...]]":
        return psycopg.connect(host=self.host, dbname=self.name, user=role, autocommit=True)


@pytest.fixture
def scratch(django_db_setup: None, django_db_blocker: Any, worker_id: str) -> Iterator[Scratch]:
    made = Scratch(f"scratch_{worker_id}", connections["default"].settings_dict["HOST"])
    name = sql.Identifier(made.name)
    administrator = psycopg.connect(host=made.host, dbname="postgres", user=SUPERUSER, autocommit=True)
    with django_db_blocker.unblock(), administrator as admin:
        template = admin.execute("select datname from pg_database where datname like 'template\\_%' limit 1").fetchone()
        assert template is not None
        admin.execute(sql.SQL("drop database if exists {} with (force)").format(name))
        copy = sql.SQL("create database {} template {} owner {}")
        admin.execute(copy.format(name, sql.Identifier(template[0]), sql.Identifier(roles.OWNER)))
        yield made
        admin.execute(sql.SQL("drop database {} with (force)").format(name))
