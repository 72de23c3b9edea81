"""One authority out of a database, back into it, and away, on a database of its own."""

import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.apps import apps
from django.core.serializers import serialize
from django.db import connection, connections
from tests.accounts import position_in
from tests.scratch import Scratch
from tests.world import add_papers, build_world

from regiewijzer.config import backup, one_authority, roles
from regiewijzer.config.embedded import SUPERUSER
from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.foundation.team.actions import delete_authority
from regiewijzer.foundation.tenancy import inside

MADE_AT = "2026-11-30T12:00:00+00:00"
CANARY = "Kanarievogel"


@pytest.fixture
def two(scratch: Scratch) -> Iterator[tuple[str, Scratch]]:
    """Two authorities with one of everything, committed, and how the owner reaches them."""
    known = dict(connections["default"].settings_dict)
    connection.close()
    connection.settings_dict.update(NAME=scratch.name, USER=roles.OWNER, OPTIONS={})
    for slug in ("vliermonde", "elders"):
        authority = Authority.objects.create(slug=slug, name=slug.title())
        somebody = position_in(authority, Role.COORDINATOR, f"Anna {CANARY if slug == 'vliermonde' else 'Ander'}")
        world = build_world(authority, managed_by=somebody)
        with inside(authority.pk):
            add_papers(world, by=somebody)
    Position.objects.create(
        authority=Authority.objects.get(slug="elders"),
        user=User.objects.get(email="karel.collega@vliermonde.example"),
        role=Role.READER,
    )
    yield f"host={scratch.host} user={roles.OWNER} dbname={scratch.name}", scratch
    connection.close()
    connection.close_pool()
    connection.settings_dict.update(known)


def _sums(scratch: Scratch) -> dict[str, list[str]]:
    with scratch.plainly(SUPERUSER) as admin:
        return backup.tables_of(admin)


def _does(scratch: Scratch, statement: str) -> list[tuple[Any, ...]]:
    with scratch.plainly(SUPERUSER) as admin:
        done = admin.execute(statement.encode())
        return done.fetchall() if done.description else []


def _tables_with(text: str) -> list[str]:
    return [
        model._meta.label
        for model in apps.get_models()
        if text.casefold() in serialize("json", model._base_manager.all()).casefold()
    ]


def test_one_authority_comes_back_as_it_was_and_the_other_stays(two: tuple[str, Scratch], tmp_path: Path) -> None:
    place, scratch = two
    before = _sums(scratch)
    file = tmp_path / "vliermonde.zip"
    kept = one_authority.write(place, "vliermonde", file, MADE_AT)
    _does(scratch, "update networks_network set name = 'Vernield ' || id; delete from effect_evaluation")
    _does(scratch, "delete from mfa_authenticator; delete from surveys_sealedtext")
    changed = _sums(scratch)

    one_authority.read(place, file)

    assert backup.checked(file) == kept
    assert kept.authority == "vliermonde"
    assert changed != before
    assert _does(scratch, "select distinct a.slug from networks_network n join authorities_authority a "
                 "on a.id = n.authority_id where n.name like 'Vernield%'") == [("elders",)]  # fmt: skip
    again = one_authority.write(place, "vliermonde", tmp_path / "again.zip", MADE_AT)
    assert again.tables == kept.tables
    assert sum(int(rows) for rows, _sum in kept.tables.values()) > 100


def test_what_was_deleted_comes_back_with_its_people(two: tuple[str, Scratch], tmp_path: Path) -> None:
    place, scratch = two
    before = _sums(scratch)
    one_authority.write(place, "vliermonde", tmp_path / "v.zip", MADE_AT)
    number = Authority.objects.get(slug="vliermonde").pk
    delete_authority(authority=Authority.objects.get(pk=number))

    left = one_authority.left_of(place, number)
    assert len(left) > 50
    assert set(left.values()) == {0}
    connection.close()
    connection.settings_dict.update(USER=SUPERUSER)
    assert _tables_with(CANARY) == []
    assert User.objects.filter(name="Karel Collega").count() == 2  # who also works elsewhere

    one_authority.read(place, tmp_path / "v.zip")

    assert _sums(scratch) == before


def test_a_file_of_another_version_or_of_everything_changes_nothing(two: tuple[str, Scratch], tmp_path: Path) -> None:
    place, scratch = two
    one_authority.write(place, "vliermonde", tmp_path / "v.zip", MADE_AT)
    _does(scratch, "insert into django_migrations (app, name, applied) values ('networks', '9999_later', now())")
    before = _sums(scratch)

    with pytest.raises(backup.Unusable, match="was made by version"):
        one_authority.read(place, tmp_path / "v.zip")
    with pytest.raises(FileExistsError):
        one_authority.write(place, "vliermonde", tmp_path / "v.zip", MADE_AT)
    with pytest.raises(backup.Unusable, match="No authority has the address"):
        one_authority.write(place, "nergens", tmp_path / "n.zip", MADE_AT)

    assert _sums(scratch) == before
    assert not (tmp_path / "n.zip").exists()


def test_numbers_that_others_have_meanwhile_change_nothing(two: tuple[str, Scratch], tmp_path: Path) -> None:
    place, scratch = two
    one_authority.write(place, "vliermonde", tmp_path / "v.zip", MADE_AT)
    delete_authority(authority=Authority.objects.get(slug="vliermonde"))
    ours = backup.content(tmp_path / "v.zip")
    (tmp_path / "rows.zip").write_bytes(ours)
    with zipfile.ZipFile(tmp_path / "rows.zip") as rows:
        number = rows.read("meetings_agreement.csv").decode().split("\n")[1].split(",")[0]
    _does(scratch, f"update meetings_agreement set id = {number} where id = (select max(id) from meetings_agreement)")
    before = _sums(scratch)

    with pytest.raises(backup.Unusable, match="does not fit beside"):
        one_authority.read(place, tmp_path / "v.zip")

    assert _sums(scratch) == before


def test_what_others_may_read_holds_no_secret(two: tuple[str, Scratch]) -> None:
    place, _scratch = two

    tables = dict(one_authority.tables_for_reading(place, "vliermonde"))

    people = tables["accounts_user.csv"].decode()
    assert CANARY in people
    assert "password" not in people.split("\n")[0]
    assert "Meer tijd om te praten" not in "".join(data.decode() for data in tables.values())
    assert not [name for name in tables if "sealed" in name or "mfa" in name or "vote" in name]
    assert not [name for name, data in tables.items() if "code_hash" in data.decode().split("\n")[0]]
    assert b"Ander" not in tables["accounts_user.csv"]


def test_every_table_of_an_authority_is_in_it(two: tuple[str, Scratch]) -> None:
    place, _scratch = two

    with psycopg.connect(place) as opened:
        names = {part.table for part in one_authority.parts_of(opened, 1)}

    ours = {
        model._meta.db_table
        for model in apps.get_models()
        if any(field.name == "authority" for field in model._meta.get_fields())
    }
    assert ours - {"accounts_user"} <= names
    assert len(ours) > 50
