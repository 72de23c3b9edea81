from contextlib import suppress

import pytest
from django.db import DatabaseError, connection, transaction
from django.utils import timezone
from django.utils.translation import override
from tests.accounts import Member

from regiewijzer.foundation.audit import actions, queries
from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside


def _write(member: Member, name: str) -> Entry:
    return actions.record(actor=member.actor, verb=Verb.CHANGED, kind="network", pk=1, changes={"name": ["a", name]})


def test_lines_are_numbered_and_chained(vliermonde: Authority, coordinator: Member) -> None:
    first, second = _write(coordinator, "b"), _write(coordinator, "c")

    assert (first.number, second.number) == (1, 2)
    assert second.previous_hash == first.hash
    assert queries.broken_link() is None


@pytest.mark.parametrize("statement", ["update audit_entry set verb = 'created'", "delete from audit_entry"])
def test_a_line_can_neither_be_changed_nor_removed(vliermonde: Authority, coordinator: Member, statement: str) -> None:
    _write(coordinator, "b")

    with pytest.raises(DatabaseError, match="permission denied"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


VIEW = "select current_user as tableowner, 'audit_entry'::name as tablename, current_schema() as schemaname"


@pytest.mark.parametrize(
    "before", ["create temp table audit_entry (number int)", f"create temp view pg_tables as {VIEW}"]
)
def test_no_table_of_the_same_name_opens_the_trail(vliermonde: Authority, coordinator: Member, before: str) -> None:
    _write(coordinator, "b")

    for statement in (before, "set local search_path = pg_temp, public, pg_catalog", "delete from public.audit_entry"):
        with suppress(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)

    with connection.cursor() as cursor:
        cursor.execute("select count(*) from public.audit_entry")
        assert cursor.fetchone() == (1,)


def test_the_trigger_stands_behind_the_rights(vliermonde: Authority, coordinator: Member) -> None:
    """A right that was given by mistake changes nothing, even with a table of one's own before the real one."""
    _write(coordinator, "b")
    asked = "select proconfig from pg_proc where proname = 'audit_entry_is_insert_only'"

    with connection.cursor() as cursor:
        cursor.execute(asked)
        assert cursor.fetchone() == (["search_path=pg_catalog, pg_temp"],)


def test_a_line_changed_behind_our_back_is_found(vliermonde: Authority, coordinator: Member) -> None:
    _write(coordinator, "b")
    forged = Entry(
        authority=vliermonde,
        number=2,
        at=Entry.objects.get().at,
        verb=Verb.CHANGED,
        kind="network",
        previous_hash="0" * 64,
        hash="f" * 64,
    )
    forged.save(force_insert=True)

    assert queries.broken_link() == 2


def test_history_names_who_changed_what(vliermonde: Authority, coordinator: Member) -> None:
    _write(coordinator, "b")

    line = queries.history("network", 1)[0]

    assert line.who == "Hilde Maertens"
    assert (line.changes[0].before, line.changes[0].after) == ("a", "b")


def test_a_line_names_nobody_once_the_person_is_erased(vliermonde: Authority, coordinator: Member) -> None:
    _write(coordinator, "b")
    coordinator.user.delete()

    assert queries.history("network", 1)[0].who == ""
    assert queries.broken_link() is None


def test_the_trail_of_another_authority_has_numbers_of_its_own(
    vliermonde: Authority, coordinator: Member, stranger: Member
) -> None:
    _write(coordinator, "b")
    with inside(stranger.position.authority_id):
        first = _write(stranger, "c")
        assert queries.broken_link() is None

    assert first.number == 1
    assert queries.last_number() == 1


def test_a_removed_line_is_found(vliermonde: Authority, coordinator: Member) -> None:
    first = _write(coordinator, "b")
    late = Entry(authority=vliermonde, number=3, at=first.at, verb=Verb.CHANGED, kind="network", previous_hash="1" * 64)
    late.hash = late.computed_hash()
    late.save(force_insert=True)

    assert queries.broken_link() == 2


def test_missing_first_lines_are_found(vliermonde: Authority, coordinator: Member) -> None:
    second = Entry(authority=vliermonde, number=2, at=timezone.now(), verb=Verb.CHANGED, kind="network")
    second.previous_hash = "1" * 64
    second.hash = second.computed_hash()
    second.save(force_insert=True)

    assert queries.broken_link() == 1


def test_the_last_lines_are_checked_from_the_line_before_them(vliermonde: Authority, coordinator: Member) -> None:
    for name in "abcd":
        _write(coordinator, name)
    late = Entry(authority=vliermonde, number=5, at=timezone.now(), verb=Verb.CHANGED, kind="network")
    late.previous_hash = "1" * 64
    late.hash = late.computed_hash()
    late.save(force_insert=True)

    assert queries.broken_link(of_last=1) == 5
    assert queries.broken_link(of_last=2) == 5


def test_a_chain_is_checked_on_from_the_last_line_found_right(vliermonde: Authority, coordinator: Member) -> None:
    right: dict[int, queries.Link] = {}
    last = [_write(coordinator, name) for name in "ab"][-1]

    assert queries.check_on(vliermonde.pk, right) is None
    assert right == {vliermonde.pk: queries.Link(2, last.hash)}
    _write(coordinator, "c")
    late = Entry(authority=vliermonde, number=4, at=timezone.now(), verb=Verb.CHANGED, kind="network")
    late.save(force_insert=True)
    assert (queries.check_on(vliermonde.pk, right), right[vliermonde.pk].number) == (4, 3)
    assert queries.check_on(vliermonde.pk, right) == 4


def test_a_trail_rewritten_as_a_whole_is_found_by_the_line_that_was_remembered(
    vliermonde: Authority, coordinator: Member
) -> None:
    _write(coordinator, "b")

    assert queries.broken_link() is None
    assert queries.check_on(vliermonde.pk, {vliermonde.pk: queries.Link(1, "f" * 64)}) == 1
    assert queries.check_on(vliermonde.pk, {vliermonde.pk: queries.Link(7, "f" * 64)}) == 7  # the end was cut off


def test_the_trail_is_read_a_hundred_lines_at_a_time(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        for number in range(103):
            _write(coordinator, f"naam {number}")

    first = coordinator.client.get("/vliermonde/spoor/")
    second = coordinator.client.get(f"/vliermonde/spoor/?before={first.context['older']}")

    assert [line.number for line in first.context["lines"]] == list(range(103, 3, -1))
    assert [line.number for line in second.context["lines"]] == [3, 2, 1]
    assert second.context["older"] is None


@pytest.mark.parametrize("before", ["", "²", "-1", "drie", "9" * 40])
def test_a_number_that_is_none_starts_at_the_newest(coordinator: Member, authority: Authority, before: str) -> None:
    with inside(authority.pk):
        _write(coordinator, "b")

    page = coordinator.client.get(f"/vliermonde/spoor/?before={before}")

    assert [line.number for line in page.context["lines"]] == [1]


@pytest.mark.usefixtures("english")
def test_fields_and_kinds_stand_there_in_words(coordinator: Member, authority: Authority) -> None:
    changes = {"started": [None, "2025-01-01"], "speaks_for_users": [False, True], "themes": [[], ["a", "b"]]}
    with inside(authority.pk):
        actions.record(actor=coordinator.actor, verb=Verb.CHANGED, kind="person", pk=1, changes=changes)
        line = queries.trail()[0]

    assert line.kind == "person"
    assert {(change.field, change.before, change.after) for change in line.changes} == {
        ("start", "–", "1 Jan. 2025"),
        ("speaks for users", "no", "yes"),
        ("themes", "–", "a, b"),
    }


def test_who_was_noted_as_a_critical_voice_before_is_told_no_more(coordinator: Member, authority: Authority) -> None:
    with inside(authority.pk):
        changes = {"critical_voice": [False, True], "started": [None, "2025-01-01"]}
        actions.record(actor=coordinator.actor, verb=Verb.CHANGED, kind="person", pk=1, changes=changes)
        (line,) = queries.trail()

    assert [change.field for change in line.changes] == ["start"]


def test_codes_stand_there_in_words(vliermonde: Authority, coordinator: Member) -> None:
    actions.record(
        actor=coordinator.actor, verb=Verb.CHANGED, kind="position", pk=1, changes={"role": [None, "administrator"]}
    )
    actions.record(
        actor=coordinator.actor, verb=Verb.CREATED, kind="decision", pk=1, changes={"answer": [None, "accept"]}
    )

    with override("nl"):
        said = [change.after for line in queries.trail() for change in line.changes]

    assert said == ["Aanvaarden", "Beheerder"]
