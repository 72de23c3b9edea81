"""How does one database keep authorities apart? Row-level security in PostgreSQL, set per transaction.

Every table of an authority carries `authority_id`. Its policy reads `app.authority` without a default, so a query
outside `inside()` fails loudly instead of returning nothing. Keys between such tables are `(authority_id, id)` pairs.
`docs/decisions/0003-tenant-wall.md` says why.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.apps.registry import Apps
from django.db import connection, transaction
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.operations.base import Operation
from django.db.migrations.state import ProjectState
from django.db.models import ForeignKey, Model

POLICY = "authority_id = current_setting('app.authority')::bigint"


@contextmanager
def inside(authority: int) -> Iterator[None]:
    """One transaction in which the tables are those of this authority; a nested use gives the outer one back after."""
    outer = _current() if connection.in_atomic_block else None
    with transaction.atomic():
        _become(str(authority))
        yield
        if outer is not None:
            _become(outer)  # after an exception the rolled-back savepoint does this


def current() -> int:
    """The authority whose tables these are now. ValueError outside `inside`."""
    return int(_current())


def _current() -> str:
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(current_setting('app.authority', true), '')")
        return str(cursor.fetchone()[0])


def _become(authority: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("select set_config('app.authority', %s, true)", [authority])


def has_authority(model: type[Model]) -> bool:
    """Whether rows of this model belong to one authority."""
    return any(field.name == "authority" for field in model._meta.get_fields())


def fields_behind_the_wall(model: type[Model]) -> list["ForeignKey[Model, Model]"]:
    """Foreign keys to other rows of an authority: the ones that must stay within it."""
    keys = [field for field in model._meta.get_fields() if isinstance(field, ForeignKey)]
    return [key for key in keys if key.name != "authority" and has_authority(key.related_model)]


class RowLevelSecurity(Operation):
    """Puts a table behind the wall: unique (authority, id), composite foreign keys, forced row-level security.

    Comes after CreateModel, in the same migration. For a later foreign key use `TenantForeignKeys`.
    """

    reversible = True
    reduces_to_sql = True
    atomic = True

    def __init__(self, model: str) -> None:
        self.model = model

    def state_forwards(self, app_label: str, state: ProjectState) -> None:
        """The wall is not part of Django's picture of the model."""

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = self._model(app_label, to_state.apps)
        table = _quoted(schema_editor, model)
        name = schema_editor.quote_name(f"{model._meta.db_table}_authority_id_key")
        schema_editor.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} UNIQUE (authority_id, id)")
        add_tenant_foreign_keys(schema_editor, model, fields_behind_the_wall(model))
        schema_editor.execute(f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"CREATE POLICY own_authority ON {table} USING ({POLICY}) WITH CHECK ({POLICY})")

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = self._model(app_label, from_state.apps)
        table = _quoted(schema_editor, model)
        schema_editor.execute(f"DROP POLICY own_authority ON {table}")
        schema_editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
        schema_editor.execute(f"ALTER TABLE {table} DISABLE ROW LEVEL SECURITY")
        for key in fields_behind_the_wall(model):
            schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {_brick_name(schema_editor, model, key)}")
        name = schema_editor.quote_name(f"{model._meta.db_table}_authority_id_key")
        schema_editor.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name} CASCADE")

    def describe(self) -> str:
        return f"Wall around {self.model}"

    def _model(self, app_label: str, apps: Apps) -> type[Model]:
        return apps.get_model(app_label, self.model)


class TenantForeignKeys(RowLevelSecurity):
    """Composite keys for foreign keys that were added to a table already behind the wall."""

    def __init__(self, model: str, fields: list[str]) -> None:
        super().__init__(model)
        self.fields = fields

    def database_forwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = self._model(app_label, to_state.apps)
        add_tenant_foreign_keys(schema_editor, model, self._keys(model))

    def database_backwards(
        self, app_label: str, schema_editor: BaseDatabaseSchemaEditor, from_state: ProjectState, to_state: ProjectState
    ) -> None:
        model = self._model(app_label, from_state.apps)
        for key in self._keys(model):
            schema_editor.execute(
                f"ALTER TABLE {_quoted(schema_editor, model)} DROP CONSTRAINT {_brick_name(schema_editor, model, key)}"
            )

    def describe(self) -> str:
        return f"Composite keys of {self.model}: {', '.join(self.fields)}"

    def _keys(self, model: type[Model]) -> list["ForeignKey[Model, Model]"]:
        return [key for key in fields_behind_the_wall(model) if key.name in self.fields]


def add_tenant_foreign_keys(
    schema_editor: BaseDatabaseSchemaEditor, model: type[Model], keys: list["ForeignKey[Model, Model]"]
) -> None:
    """Add the composite foreign keys. A new key checks existing rows as the owner: the walls open meanwhile."""
    walled = _walled_tables(schema_editor)
    for table in walled:
        schema_editor.execute(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY")
    for statement in list(schema_editor.deferred_sql):  # Django's own keys wait for the end: too late behind the wall
        schema_editor.execute(statement)
        schema_editor.deferred_sql.remove(statement)
    for key in keys:
        schema_editor.execute(
            f"ALTER TABLE {_quoted(schema_editor, model)} ADD CONSTRAINT {_brick_name(schema_editor, model, key)} "
            f"FOREIGN KEY (authority_id, {schema_editor.quote_name(key.column)}) "
            f"REFERENCES {_quoted(schema_editor, key.related_model)} (authority_id, id) DEFERRABLE INITIALLY DEFERRED"
        )
    for table in walled:
        schema_editor.execute(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY")


def _quoted(schema_editor: BaseDatabaseSchemaEditor, model: type[Model]) -> str:
    return schema_editor.quote_name(model._meta.db_table)


def _brick_name(schema_editor: BaseDatabaseSchemaEditor, model: type[Model], key: "ForeignKey[Model, Model]") -> str:
    return schema_editor.quote_name(f"{model._meta.db_table}_{key.column}_same_authority")


def _walled_tables(schema_editor: BaseDatabaseSchemaEditor) -> list[str]:
    with schema_editor.connection.cursor() as cursor:
        cursor.execute("select oid::regclass::text from pg_class where relforcerowsecurity order by 1")
        return [row[0] for row in cursor.fetchall()]
