"""The wall between authorities: every table behind it, a role that cannot open it, and nothing that gets through."""

from collections.abc import Callable, Iterator
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.db.models import Model
from psycopg import errors

from regiewijzer.config import roles
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import POLICY, fields_behind_the_wall, has_authority, inside
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation
from tests.world import World

WALLED: list[type[Model]] = [
    model for model in apps.get_models() if has_authority(model) and model._meta.db_table not in roles.OUTSIDE_THE_WALL
]
NEVER_SET, SET_BEFORE = "unrecognized configuration parameter", "invalid input syntax for type bigint"


def _ask(statement: str, *values: object) -> list[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


@pytest.fixture
def program(db: None) -> Iterator["psycopg.Connection[tuple[Any, ...]]"]:
    """A connection of its own as the role of the program."""
    known = connection.settings_dict
    with psycopg.connect(host=known["HOST"], dbname=known["NAME"], user=roles.PROGRAM, autocommit=True) as its_own:
        yield its_own


def test_every_table_with_an_authority_is_behind_the_wall(db: None) -> None:
    found = _ask(
        "select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'authority_id' "
        "where c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity"
    )

    assert {row[0] for row in found} == {model._meta.db_table for model in WALLED}
    assert len(WALLED) > 20


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model._meta.db_table)
def test_the_policy_holds_for_reading_and_writing(db: None, model: type[Model]) -> None:
    found = _ask(
        "select permissive, roles::text, cmd, qual, with_check from pg_policies where tablename = %s",
        model._meta.db_table,
    )
    as_postgres_says_it = "(authority_id = (current_setting('app.authority'::text))::bigint)"

    assert found == [("PERMISSIVE", "{public}", "ALL", as_postgres_says_it, as_postgres_says_it)]
    assert POLICY == "authority_id = current_setting('app.authority')::bigint"


@pytest.mark.parametrize("model", WALLED, ids=lambda model: model._meta.db_table)
def test_keys_cannot_cross(db: None, model: type[Model]) -> None:
    """UNIQUE (authority_id, id), and a composite key beside every key to a row of an authority."""
    found = {
        row[0]
        for row in _ask(
            "select pg_get_constraintdef(oid) from pg_constraint where conrelid = %s::regclass", model._meta.db_table
        )
    }
    keys = [
        f"FOREIGN KEY (authority_id, {key.column}) REFERENCES {key.related_model._meta.db_table}(authority_id, id) "
        "DEFERRABLE INITIALLY DEFERRED"
        for key in fields_behind_the_wall(model)
    ]

    assert "UNIQUE (authority_id, id)" in found
    assert set(keys) <= found


def test_the_program_owns_nothing_and_passes_no_wall(db: None) -> None:
    assert _ask("select current_user") == [(roles.PROGRAM,)]
    assert _ask("select relname from pg_class where pg_get_userbyid(relowner) = %s", roles.PROGRAM) == []
    assert _ask("select rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname = %s", roles.PROGRAM) == [
        (False, False, False)
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "alter table networks_network disable row level security",
        "alter table networks_network no force row level security",
        "drop policy own_authority on networks_network",
        "create table loot (id int)",
        "set role regiewijzer_owner",
        "set session authorization postgres",
        "drop table networks_network",
        "alter role regiewijzer_app bypassrls",
        "alter table audit_entry disable trigger all",
    ],
)
def test_the_program_cannot_open_the_wall(program: "psycopg.Connection[tuple[Any, ...]]", statement: str) -> None:
    with pytest.raises(errors.InsufficientPrivilege):
        program.execute(statement.encode())


def test_turning_row_security_off_hides_nothing(program: "psycopg.Connection[tuple[Any, ...]]") -> None:
    """Anybody may set row_security off; PostgreSQL then refuses the query instead of showing all rows."""
    program.execute("set row_security = off")

    with pytest.raises(psycopg.Error, match="would be affected by row-level security"):
        program.execute("select count(*) from networks_network")


def test_without_an_authority_a_query_fails_loudly_on_a_fresh_connection(
    program: "psycopg.Connection[tuple[Any, ...]]",
) -> None:
    with pytest.raises(errors.UndefinedObject, match=NEVER_SET):
        program.execute("select count(*) from networks_network")


def test_without_an_authority_a_query_fails_loudly_on_a_connection_used_before(
    program: "psycopg.Connection[tuple[Any, ...]]",
) -> None:
    with program.transaction():
        program.execute("select set_config('app.authority', '1', true)")
        program.execute("select count(*) from networks_network")

    with pytest.raises(errors.InvalidTextRepresentation, match=SET_BEFORE):
        program.execute("select count(*) from networks_network")


@pytest.mark.django_db(transaction=True)
def test_the_authority_does_not_leak_to_the_next_transaction() -> None:
    first = Authority.objects.create(slug="een", name="Een")
    with inside(first.pk):
        Challenge.objects.create(authority=first, name="Opgave")

        assert Challenge.objects.count() == 1

    with pytest.raises(DatabaseError, match=SET_BEFORE):
        Challenge.objects.count()


def _add_and_break(authority: Authority) -> None:
    with inside(authority.pk):
        Challenge.objects.create(authority=authority, name="Nieuw")
        raise ZeroDivisionError


@pytest.mark.django_db(transaction=True)
def test_an_exception_undoes_the_work_and_forgets_the_authority() -> None:
    first = Authority.objects.create(slug="een", name="Een")

    with pytest.raises(ZeroDivisionError):
        _add_and_break(first)

    with pytest.raises(DatabaseError, match=SET_BEFORE):
        Challenge.objects.count()
    with inside(first.pk):
        assert Challenge.objects.count() == 0


def test_one_authority_inside_another_gives_the_outer_one_back(
    world: World, world_elsewhere: World, vliermonde: Authority
) -> None:
    with inside(world_elsewhere.authority.pk):
        Challenge.objects.filter(pk=world_elsewhere.key("challenge")).update(name="Elders")

    assert Challenge.objects.get().name == "Kinderarmoede"


def test_an_exception_inside_gives_the_outer_one_back(
    world: World, world_elsewhere: World, vliermonde: Authority
) -> None:
    with pytest.raises(ZeroDivisionError):
        _add_and_break(world_elsewhere.authority)

    assert Challenge.objects.get().pk == world.key("challenge")
    with inside(world_elsewhere.authority.pk):
        assert Challenge.objects.count() == 1


def _moved(record: Model, elsewhere: World) -> None:
    record.authority_id = elsewhere.authority.pk  # type: ignore[attr-defined]
    record.save()


THROUGH: dict[str, Callable[[World, World], object]] = {
    "create": lambda _here, there: Challenge.objects.create(authority=there.authority, name="Buit"),
    "bulk_create": lambda _here, there: Challenge.objects.bulk_create(
        [Challenge(authority=there.authority, name="Buit")]
    ),
    "moving a row": lambda here, there: _moved(Challenge.objects.get(pk=here.key("challenge")), there),
    "update": lambda _here, there: Challenge.objects.update(authority=there.authority),
    "saving over a row of theirs": lambda here, there: Challenge(
        pk=there.key("challenge"), authority=here.authority, name="Buit"
    ).save(),
    "get_or_create by key": lambda here, there: Challenge.objects.update_or_create(
        pk=there.key("challenge"), defaults={"authority": here.authority, "name": "Buit"}
    ),
}
ACROSS: dict[str, Callable[[World, World], object]] = {
    "a membership of their network": lambda here, there: Membership.objects.create(
        authority=here.authority, network_id=there.key("network"), organisation_id=here.key("organisation")
    ),
    "their organisation in our network": lambda here, there: Membership.objects.create(
        authority=here.authority, network_id=here.key("network"), organisation_id=there.key("organisation")
    ),
    "our network for their challenge": lambda here, there: Network.objects.filter(pk=here.key("network")).update(
        challenge=there.key("challenge")
    ),
}


@pytest.mark.parametrize("attempt", THROUGH.values(), ids=THROUGH.keys())
def test_nothing_is_written_for_another_authority(
    world: World, world_elsewhere: World, vliermonde: Authority, attempt: Callable[[World, World], object]
) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        attempt(world, world_elsewhere)

    with inside(world_elsewhere.authority.pk):
        assert [challenge.name for challenge in Challenge.objects.all()] == ["Kinderarmoede"]


def _attempted(attempt: Callable[[], object]) -> None:
    """With every constraint checked at once, as at the end of a request."""
    with transaction.atomic():
        attempt()
        with connection.cursor() as cursor:
            cursor.execute("set constraints all immediate")


@pytest.mark.parametrize("attempt", ACROSS.values(), ids=ACROSS.keys())
def test_no_key_points_across_the_wall(
    world: World, world_elsewhere: World, vliermonde: Authority, attempt: Callable[[World, World], object]
) -> None:
    with pytest.raises(IntegrityError, match="same_authority"):
        _attempted(lambda: attempt(world, world_elsewhere))


def test_nothing_of_another_authority_is_read(world: World, world_elsewhere: World, vliermonde: Authority) -> None:
    theirs = world_elsewhere.key("organisation")

    assert not Organisation.objects.filter(pk=theirs).exists()
    assert Organisation.objects.filter(pk=theirs).update(name="Buit") == 0
    assert Organisation.objects.filter(pk=theirs).delete()[0] == 0
    for model in WALLED:
        assert set(model._default_manager.values_list("authority", flat=True)) <= {world.authority.pk}
