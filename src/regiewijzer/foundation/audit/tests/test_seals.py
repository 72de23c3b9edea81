"""Somebody who can write in the database, and has not the key that lies outside it."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from django.utils import timezone
from tests.accounts import Member

from regiewijzer.foundation import keys
from regiewijzer.foundation.audit import actions, queries
from regiewijzer.foundation.audit.models import FIRST_HASH, Entry, Verb
from regiewijzer.foundation.authorities.models import Authority


def _written(member: Member, number: int) -> list[Entry]:
    for nr in range(number):
        actions.record(actor=member.actor, verb=Verb.CHANGED, kind="network", pk=1, changes={"name": ["a", f"b{nr}"]})
    return list(Entry.objects.order_by("number"))


def _forged(authority: Authority, member: Member, number: int, former: str, seal: str = "") -> Entry:
    """A line in the name of a colleague, with a chain that is right: what SQL under the role of the program can add."""
    line = Entry(
        authority=authority,
        number=number,
        at=timezone.now(),
        actor=member.position.pseudonym,
        verb=Verb.CHANGED,
        kind="network",
        record=1,
        changes={"name": ["a", "valse naam"]},
        previous_hash=former,
        seal=seal,
    )
    line.hash = line.computed_hash()
    line.save(force_insert=True)
    return line


@pytest.mark.parametrize("seal", ["", "nobody:" + "0" * 64, "former"])
def test_a_line_in_the_name_of_a_colleague_is_found_without_the_key(
    vliermonde: Authority, coordinator: Member, seal: str
) -> None:
    last = _written(coordinator, 3)[-1]

    _forged(vliermonde, coordinator, 4, last.hash, last.seal if seal == "former" else seal)

    assert queries.broken_link() == 4
    assert queries.broken_link(of_last=1) == 4


def test_a_trail_written_anew_with_a_right_chain_does_not_keep_its_seals(
    vliermonde: Authority, coordinator: Member, stranger: Member
) -> None:
    """The attack of a penetration test: lines taken out, put back otherwise, the chain computed again."""
    seals, former = [line.seal for line in _written(coordinator, 3)], FIRST_HASH
    with connection.cursor() as cursor:  # a trail elsewhere stands for one that was emptied
        cursor.execute("select set_config('app.authority', %s, true)", [str(stranger.position.authority_id)])

    for number, seal in enumerate(seals, 1):
        former = _forged(stranger.position.authority, coordinator, number, former, seal).hash

    assert queries.broken_link() == 1


def test_lines_of_an_earlier_version_stand_and_cannot_be_changed_once_one_is_sealed(
    vliermonde: Authority, coordinator: Member
) -> None:
    first = _forged(vliermonde, coordinator, 1, FIRST_HASH)
    second = _forged(vliermonde, coordinator, 2, first.hash)

    assert queries.broken_link() is None
    assert _written(coordinator, 1)[-1].previous_hash == second.hash
    assert queries.broken_link() is None


def test_lines_of_another_installation_stand_before_our_own(vliermonde: Authority, coordinator: Member) -> None:
    _forged(vliermonde, coordinator, 1, FIRST_HASH, "elsewher:" + "0" * 64)

    assert _written(coordinator, 1)[-1].number == 2
    assert queries.broken_link() is None


def test_the_key_lies_in_the_data_folder_for_the_program_alone(
    vliermonde: Authority, coordinator: Member, tmp_path: Path, settings: Any
) -> None:
    settings.DATA_DIR = tmp_path
    _written(coordinator, 1)

    (key,) = (path for path in tmp_path.rglob("*") if path.is_file())
    assert key.relative_to(tmp_path).as_posix() == "keys/trail"
    assert (key.stat().st_mode & 0o777, len(key.read_bytes())) == (0o600, keys.KEY_BYTES)


def test_last_lines_that_somebody_moved_along_count_for_nothing(
    vliermonde: Authority, coordinator: Member, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    last = _written(coordinator, 2)[-1]
    actions.keep_heads(tmp_path, {vliermonde.pk: queries.Link(2, last.hash)})
    assert queries.heads_in(tmp_path) == {vliermonde.pk: queries.Link(2, last.hash)}
    kept = json.loads((tmp_path / queries.HEADS).read_text())

    kept["heads"] = {str(vliermonde.pk): [1, last.previous_hash]}
    (tmp_path / queries.HEADS).write_text(json.dumps(kept))

    assert queries.heads_in(tmp_path) == {}
    assert "was not written by this program" in caplog.text


def test_two_processes_that_make_the_key_at_once_have_one(tmp_path: Path, settings: Any) -> None:
    settings.DATA_DIR = tmp_path
    first = keys.sealed("trail", "a line")
    keys._lasting.cache_clear()

    assert keys.sealed("trail", "a line") == first
