"""Building, building again, and taking away."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.apps import apps
from django.db import connection

from regiewijzer.foundation.accounts.models import Position, User
from regiewijzer.foundation.accounts.queries import example_positions
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import has_authority, inside
from regiewijzer.overview.example.actions import NameTaken, build_example, build_example_if_missing, remove_example
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.science.rules.vocabulary import Rule

A_LEAP_LATER = STORY_DAY + timedelta(days=1193)  # past the leap day of 2028


def _left_of_others(authority: Authority) -> dict[str, int]:
    """Rows per table that belong to another authority, seen from above the walls."""
    count = "select count(*) from {} where authority_id <> %s"
    counted = {}
    with connection.cursor() as cursor:
        for table in [model._meta.db_table for model in apps.get_models() if has_authority(model)]:
            cursor.execute("select relforcerowsecurity from pg_class where oid = %s::regclass", [table])
            (walled,) = cursor.fetchone()
            if walled:
                cursor.execute(f"alter table {table} no force row level security")
            cursor.execute(count.format(table), [authority.pk])
            (counted[table],) = cursor.fetchone()
            if walled:
                cursor.execute(f"alter table {table} force row level security")
    return counted


@pytest.fixture
def as_owner(transactional_db: None) -> Iterator[None]:
    """What is done here is done by the role that owns the tables, and stays done."""
    kept = dict(connection.settings_dict)
    with connection.cursor() as cursor:
        cursor.execute("select tableowner from pg_tables where tablename = 'audit_entry'")
        (owner,) = cursor.fetchone()
    connection.close()
    connection.settings_dict.update(USER=owner, OPTIONS={})
    yield
    connection.close()
    connection.settings_dict.update(kept)


def test_another_day_gives_findings_of_the_same_rules_about_the_same_records(db: None) -> None:
    authority = build_example(today=A_LEAP_LATER)
    fired = set[str]()
    for each in Authority.objects.all():
        with inside(each.pk):
            fired |= {rule for stored in StoredFinding.objects.standing() for rule in stored.rules}

    assert fired == {rule.value for rule in Rule}
    with inside(authority.pk):
        found = StoredFinding.objects.standing()
        stuck = found.get(rule=Rule.TWO_YEARS_NO_RESULT)
        assert stuck.numbers["months"] == 31
        assert found.filter(found_on__gt=A_LEAP_LATER).count() == 0


def test_what_is_missing_is_built(db: None) -> None:
    assert build_example_if_missing(today=STORY_DAY)

    assert Authority.objects.filter(is_example=True).count() == 2
    assert {position.user.name for position in example_positions()} >= {
        "Hilde Maertens",
        "Jonas Claeys",
        "Greet Lannoo",
    }


def test_an_authority_that_is_no_example_is_left_alone(db: None) -> None:
    Authority.objects.create(slug="scheldekouter", name="Scheldekouter")

    with pytest.raises(NameTaken, match="uses the address “scheldekouter”"):
        build_example(today=STORY_DAY)

    assert not Authority.objects.filter(slug="vliermonde").exists()


def test_removing_leaves_nothing_but_the_others(as_owner: None) -> None:
    other = Authority.objects.create(slug="elders", name="Elders")
    colleague = User.objects.create_user("hilde.maertens@vliermonde.example", "Hilde Maertens")
    Position.objects.create(authority=other, user=colleague, role="reader")
    build_example(today=STORY_DAY)

    assert remove_example() == 2

    assert list(Authority.objects.all()) == [other]
    assert list(User.objects.all()) == [colleague]
    assert {table: count for table, count in _left_of_others(other).items() if count} == {}
