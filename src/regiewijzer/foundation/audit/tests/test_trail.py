import pytest
from django.db import DatabaseError, connection, transaction
from tests.cast import Member

from regiewijzer.foundation.audit import actions, queries
from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.authorities.models import Authority


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

    with pytest.raises(DatabaseError, match="only be added to"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


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
