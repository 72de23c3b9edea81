import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings

from regiewijzer.config import embedded
from regiewijzer.config.embedded import LONGEST_SOCKET_PATH, Embedded, Server, lives_as_postgres, open_to_others, places


@pytest.fixture
def foreigner() -> Iterator["subprocess.Popen[bytes]"]:
    """A program that has nothing to do with us."""
    with subprocess.Popen(["sleep", "60"]) as process:
        yield process
        process.kill()


@pytest.fixture
def own(tmp_path: Path) -> Iterator[Embedded]:
    """A data folder of its own, with a space in its name."""
    made = Embedded(tmp_path / "gegevens van ons")
    yield made
    made.leave()
    shutil.rmtree(made.places.data.parent)  # as root not always under tmp_path


def test_everything_lies_in_the_data_folder(tmp_path: Path) -> None:
    found = places(tmp_path, None)

    assert (found.data, found.sockets) == (tmp_path / "pg", tmp_path / "run")
    assert (found.programs / "bin" / "postgres").exists()


def test_a_path_too_long_for_a_socket_gets_one_in_the_folder_for_passing_things(tmp_path: Path) -> None:
    deep = tmp_path / ("een-heel-lange-naam-" * 6)

    found, other = places(deep, None), places(deep / "nog-een", None)

    assert found.data == deep / "pg"
    assert len(os.fsencode(found.sockets / ".s.PGSQL.5432")) <= LONGEST_SOCKET_PATH
    assert found.sockets != other.sockets
    assert str(os.getuid()) in found.sockets.name


def test_as_root_a_folder_that_postgres_cannot_reach_is_not_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    account = embedded.pwd.getpwuid(os.getuid())
    monkeypatch.setattr(embedded, "open_to_others", lambda path: False)
    far = places(tmp_path, account)
    monkeypatch.setattr(embedded, "open_to_others", lambda path: True)
    near = places(tmp_path, account)

    assert far.data.is_relative_to(embedded.HOME_OF_ROOT)
    assert near.data == tmp_path / "pg"


def test_a_folder_is_open_when_the_whole_way_to_it_is(tmp_path: Path) -> None:
    inner = tmp_path / "deur" / "kamer"
    inner.mkdir(parents=True)
    for folder in (inner, *inner.parents):
        if folder.is_relative_to(tmp_path):
            folder.chmod(0o755)
    before = open_to_others(inner) or not open_to_others(tmp_path)

    inner.parent.chmod(0o700)

    assert before
    assert not open_to_others(inner)


@pytest.mark.parametrize("number", ["", "0", "abc", "-5", "99999999", "of a program that is no postgres"])
def test_a_number_that_is_not_a_living_postgres_does_not_count(number: str) -> None:
    assert not lives_as_postgres(number if len(number) < 10 else str(os.getpid()))


def test_a_living_postgres_counts() -> None:
    settings.EMBEDDED.start()
    note = settings.EMBEDDED.places.data / "postmaster.pid"

    assert lives_as_postgres(note.read_text().split()[0])


@pytest.mark.parametrize("rest", ["\n/data\n", "", "\n\n\n"])
def test_the_note_of_a_dead_server_goes_and_the_program_with_its_number_lives(
    own: Embedded, foreigner: "subprocess.Popen[bytes]", rest: str
) -> None:
    own._prepare_places()
    notes = (own.places.data / "postmaster.pid", own.places.sockets / ".s.PGSQL.5432.lock")
    for note in notes:
        note.write_text(f"{foreigner.pid}{rest}")

    own._forget_dead_server()

    assert [note.exists() for note in notes] == [False, False]
    assert foreigner.poll() is None


def test_a_half_written_note_goes_too(own: Embedded) -> None:
    own._prepare_places()
    (own.places.data / "postmaster.pid").write_text("")

    own._forget_dead_server()

    assert not (own.places.data / "postmaster.pid").exists()


def test_the_note_of_a_living_server_stays(own: Embedded) -> None:
    settings.EMBEDDED.start()
    number = (settings.EMBEDDED.places.data / "postmaster.pid").read_text().split()[0]
    own._prepare_places()
    (own.places.data / "postmaster.pid").write_text(number)

    own._forget_dead_server()

    assert (own.places.data / "postmaster.pid").exists()
    (own.places.data / "postmaster.pid").unlink()


def test_a_server_starts_over_the_note_of_a_stranger_and_stops_with_the_last_one_out(
    own: Embedded, foreigner: "subprocess.Popen[bytes]"
) -> None:
    own._prepare_places()
    own._make_cluster()
    (own.places.data / "postmaster.pid").write_text(f"{foreigner.pid}\n{own.places.data}\n")
    neighbour = Embedded(own.var)

    own.start()
    neighbour.start()
    both = own.ready()
    own.leave()
    one = neighbour.ready()
    neighbour.leave()

    assert (both, one, neighbour.ready()) == (True, True, False)
    assert foreigner.poll() is None


def _number(own: Embedded) -> int:
    return int((own.places.data / "postmaster.pid").read_text().split()[0])


@pytest.fixture
def halted(own: Embedded) -> Iterator[int]:
    """The number of a server that lives and does not answer, as one on a stalled disk."""
    own.start()
    number = _number(own)
    os.kill(number, signal.SIGSTOP)
    yield number
    os.kill(number, signal.SIGCONT)


def test_a_server_that_does_not_answer_is_not_one_that_is_gone(own: Embedded, halted: int) -> None:
    silent = own.server()

    own.begin()

    assert (silent, own.server(), _number(own)) == (Server.SILENT, Server.SILENT, halted)


def test_the_last_one_out_leaves_a_server_that_does_not_answer_to_itself(
    own: Embedded, halted: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(embedded, "STOPS_WITHIN", 0.1)

    own.leave()
    os.kill(halted, signal.SIGCONT)
    own.start()

    assert (own.server(), _number(own)) == (Server.ANSWERS, halted)


def test_a_start_waits_for_a_server_that_recovers(own: Embedded, halted: int) -> None:
    with subprocess.Popen(["sh", "-c", f"sleep 1; kill -CONT {halted}"]):
        own.start()

    assert (own.server(), _number(own)) == (Server.ANSWERS, halted)


def test_a_server_that_keeps_silent_is_told(own: Embedded, halted: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(embedded, "LONGEST_RECOVERY", 0.1)

    with pytest.raises(embedded.DatabaseDoesNotStart, match="lives and does not answer"):
        own.start()


def test_a_killed_server_is_gone_and_starts_again(own: Embedded) -> None:
    own.start()
    killed = _number(own)
    os.kill(killed, signal.SIGKILL)
    while lives_as_postgres(str(killed)):
        time.sleep(0.05)
    gone = own.server()

    own.start()

    assert (gone, own.server()) == (Server.GONE, Server.ANSWERS)
    assert _number(own) != killed


def test_a_server_that_cannot_start_says_why(own: Embedded) -> None:
    own._prepare_places()
    own._make_cluster()
    with (own.places.data / "postgresql.conf").open("a") as text:
        text.write("\nshared_buffers = 'een hoop'\n")

    with pytest.raises(embedded.DatabaseDoesNotStart, match="shared_buffers"):
        own.start()


def test_nobody_else_may_come_near_the_socket(own: Embedded) -> None:
    own._prepare_places()

    assert [folder.stat().st_mode & 0o077 for folder in (own.places.data, own.places.sockets)] == [0, 0]
