import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.db import connection
from django.db.migrations.recorder import MigrationRecorder

from regiewijzer.config.serving import faults_of_ports, faults_of_version, hold_data_folder


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another listens, as a server of many processes does."""
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_port_in_use_is_named(taken: int) -> None:
    (fault,) = faults_of_ports("127.0.0.1", taken)

    assert f"Port {taken} of 127.0.0.1 cannot be used" in fault
    assert "PORT=" in fault


def test_a_free_port_is_no_fault(taken: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    assert not [*faults_of_ports("127.0.0.1", port)]


def test_the_port_of_live_streams_is_looked_at_too(taken: int) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]

    (fault,) = faults_of_ports("127.0.0.1", port, taken)

    assert str(taken) in fault


def test_a_data_folder_has_one_program(tmp_path: Path) -> None:
    first, second, other = (
        [*hold_data_folder(folder)] for folder in (tmp_path / "een", tmp_path / "een", tmp_path / "twee")
    )

    assert (first, other) == ([], [])
    assert "already runs" in second[0]
    assert str(tmp_path / "een") in second[0]


def test_a_data_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("")

    (fault,) = hold_data_folder(tmp_path / "bestand" / "var")

    assert "cannot be written" in fault
    assert "DATA_DIR" in fault


@pytest.mark.django_db
def test_a_database_of_this_version_is_no_fault() -> None:
    done = {(each.app, each.name) for each in MigrationRecorder(connection).migration_qs}

    assert len(done) > 20
    assert not [*faults_of_version(done)]
    assert not [*faults_of_version(set())]


def test_a_database_of_a_newer_version_is_not_touched() -> None:
    (fault,) = faults_of_version({("networks", "0001_initial"), ("networks", "9999_something_new")})

    assert "networks.9999_something_new" in fault
    assert "newer program" in fault


def test_tables_of_programs_that_are_not_ours_do_not_count() -> None:
    assert not [*faults_of_version({("wagtail", "0042_elsewhere")})]
