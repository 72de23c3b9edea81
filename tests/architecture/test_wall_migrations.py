"""The wall in migrations: put up and taken down again, also around rows that are already there."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.state import ProjectState

from regiewijzer.config import roles
from regiewijzer.foundation.tenancy import RowLevelSecurity, TenantForeignKeys
from tests.scratch import ALIAS, Scratch

ROWS = """
select set_config('app.authority', '7', true);
insert into authorities_authority (id, slug, name, service, kbo, accent, second_step, asks_partners, limits,
  version, is_example, created_at)
  values (7, 'zeven', 'Zeven', '', '', 'leie', 'nobody', false, '{}', 1, false, now());
insert into organisations_organisation (id, authority_id, name, as_of, version, created_at, updated_at, kind, domains,
  speaks_for_users, is_own, municipality, website, note)
  values (70, 7, 'Partner', current_date, 1, now(), now(), 'other', '{}', false, false, '', '', '');
insert into instruments_instrument (id, authority_id, name, as_of, version, created_at, updated_at, communicative,
  market, financial, legal, status, origin, goal, note, policy_codes)
  values (71, 7, 'Convenant', current_date, 1, now(), now(), 100, 0, 0, 0, 'in_use', 'own', '', '', '{}');
insert into instruments_aim (authority_id, instrument_id, organisation_id) values (7, 71, 70);
"""


@pytest.fixture
def owner(scratch: Scratch) -> Iterator[BaseDatabaseWrapper]:
    """The tables as the role that owns them, with one row behind the wall."""
    with scratch.plainly(roles.PROGRAM) as program, program.transaction():
        program.execute(ROWS.encode())
    with scratch.as_role(roles.OWNER) as connection:
        yield connection


def _walls(owner: BaseDatabaseWrapper, table: str) -> tuple[Any, ...]:
    """Whether the table is there, guarded and forced, with how many policies and composite keys."""
    with owner.cursor() as cursor:
        cursor.execute(
            "select relrowsecurity, relforcerowsecurity, "
            "(select count(*) from pg_policies where tablename = relname), "
            "(select count(*) from pg_constraint where conrelid = c.oid and conname like '%%_same_authority') "
            "from pg_class c where relname = %s and relkind = 'r'",
            [table],
        )
        return cursor.fetchone() or ()


@pytest.mark.parametrize(
    ("app", "table", "keys"),
    [("effect", "effect_evaluation", 3), ("steering", "steering_evaluation", 2), ("findings", "findings_refresh", 0)],
)
def test_an_app_with_a_wall_migrates_back_and_forth(
    owner: BaseDatabaseWrapper, app: str, table: str, keys: int
) -> None:
    before = _walls(owner, table)

    call_command("migrate", app, "zero", database=ALIAS, verbosity=0)
    gone = _walls(owner, table)
    call_command("migrate", app, database=ALIAS, verbosity=0)

    assert before == (True, True, 1, keys)
    assert gone == ()
    assert _walls(owner, table) == before


def test_a_wall_goes_up_around_rows_that_are_there(owner: BaseDatabaseWrapper) -> None:
    state, wall = ProjectState.from_apps(apps), RowLevelSecurity("aim")

    with owner.schema_editor() as editor:
        wall.database_backwards("instruments", editor, state, state)
    without = _walls(owner, "instruments_aim")
    with owner.schema_editor() as editor:
        wall.database_forwards("instruments", editor, state, state)

    assert without == (False, False, 0, 0)
    assert _walls(owner, "instruments_aim") == (True, True, 1, 2)
    assert _walls(owner, "instruments_instrument")[:2] == (True, True)


def test_bricks_are_laid_for_a_key_that_came_later(owner: BaseDatabaseWrapper) -> None:
    state, keys = ProjectState.from_apps(apps), TenantForeignKeys("aim", ["organisation"])

    with owner.schema_editor() as editor:
        keys.database_backwards("instruments", editor, state, state)
    without = _walls(owner, "instruments_aim")
    with owner.schema_editor() as editor:
        keys.database_forwards("instruments", editor, state, state)

    assert without == (True, True, 1, 1)
    assert _walls(owner, "instruments_aim") == (True, True, 1, 2)


def test_every_migration_is_made(django_db_setup: None, django_db_blocker: Any) -> None:
    """makemigrations exits with 1 when models and migrations say something else."""
    with django_db_blocker.unblock():
        call_command("makemigrations", check=True, dry_run=True, verbosity=0)
