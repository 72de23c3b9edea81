"""The database of the tests: migrated once into a template, copied per worker, used as the role that owns nothing."""

import fcntl
import hashlib
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.utils import translation
from hypothesis import HealthCheck
from hypothesis import settings as examples
from psycopg import sql

from regiewijzer.config import roles
from regiewijzer.config.embedded import SUPERUSER, Embedded

# How long an example takes says how busy the machine is, not whether the rule holds.
examples.register_profile("by_the_outcome", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("by_the_outcome")
pytest_plugins = ["tests.accounts", "tests.world", "tests.scratch"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Long files first, so that no worker is left with one at the end: browser journeys, then whole-house tests."""
    items.sort(
        key=lambda item: (
            item.get_closest_marker("browser") is None,
            not {"architecture", "pages"} & set(item.path.parts),
        )
    )


def _stamp() -> str:
    """Changes when a migration, a role or the wall does."""
    source = settings.PACKAGE
    files = [*sorted(source.rglob("migrations/*.py")), source / "config/roles.py", source / "foundation/tenancy.py"]
    return hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()[:10]


@pytest.fixture(autouse=True)
def language_of_the_settings() -> None:
    """A test begins in the language of the settings, whatever a visitor of the test before it read."""
    translation.deactivate()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest, request: pytest.FixtureRequest) -> Iterator[None]:
    """A template per set of migrations; a copy of it per worker."""
    embedded: Embedded = settings.EMBEDDED
    embedded.start()
    worker = getattr(request.config, "workerinput", {}).get("workerid", "main")
    template, name = f"template_{_stamp()}", f"test_{worker}"
    administrator = f"host={embedded.host} user={SUPERUSER}"
    with Path(settings.DATA_DIR, "test.lock").open("w") as lock, django_db_blocker.unblock():
        fcntl.flock(lock, fcntl.LOCK_EX)
        with psycopg.connect(administrator, dbname="postgres", autocommit=True) as admin:
            if not admin.execute(
                "select 1 from pg_database where datname = %s and datistemplate", [template]
            ).fetchone():
                _drop_old_templates(admin)
                _make_template(admin, administrator, template)
            admin.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
            copy = sql.SQL("create database {} template {} strategy file_copy")
            admin.execute(copy.format(sql.Identifier(name), sql.Identifier(template)))
        _point_at(name, roles.PROGRAM)
    yield
    with django_db_blocker.unblock():
        connection.close()
        connection.close_pool()


def _drop_old_templates(admin: "psycopg.Connection[tuple[object, ...]]") -> None:
    for (old,) in admin.execute("select datname from pg_database where datname like 'template\\_%%'").fetchall():
        admin.execute(sql.SQL("alter database {} is_template false").format(sql.Identifier(old)))
        admin.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(old)))


def _make_template(admin: "psycopg.Connection[tuple[object, ...]]", administrator: str, template: str) -> None:
    roles.prepare(administrator, template)
    with psycopg.connect(administrator, dbname=template, autocommit=True) as inside:
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
    connection.settings_dict.update(NAME=database, USER=role)
    settings.DATABASES["default"].update(NAME=database, USER=role)
