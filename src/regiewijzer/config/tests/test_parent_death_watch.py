import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings

from regiewijzer.config import supervise
from regiewijzer.config.supervise import Child

PATIENCE = 8.0
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(settings.PACKAGE.parent)}
FAMILY = """
import os, subprocess, sys, time
grandchild = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
with open(sys.argv[1] + ".half", "w") as note:
    note.write(f"{os.getpid()} {grandchild.pid}")
os.rename(sys.argv[1] + ".half", sys.argv[1])
time.sleep(60)
"""
HOLDER = """
import sys, time
from regiewijzer.config import supervise
from regiewijzer.config.supervise import Child
child = Child("family", [sys.executable, "-c", sys.argv[1], sys.argv[2]])
child.begin()
time.sleep(60)
"""


def _lives(process: int) -> bool:
    """A zombie that nobody collects does not count."""
    try:
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text()
    except OSError:
        return False


def _until(holds: Callable[[], bool]) -> bool:
    end = time.monotonic() + PATIENCE
    while not holds() and time.monotonic() < end:
        time.sleep(0.05)
    return holds()


def _family(note: Path) -> list[int]:
    assert _until(note.exists)
    return [int(number) for number in note.read_text().split()]


def test_when_the_holder_is_killed_the_whole_family_ends(tmp_path: Path) -> None:
    note = tmp_path / "family"
    holder = subprocess.Popen([sys.executable, "-c", HOLDER, FAMILY, str(note)], env=ENVIRONMENT)
    family = _family(note)
    before = [_lives(process) for process in family]

    holder.kill()
    holder.wait()

    assert before == [True, True]
    assert _until(lambda: not any(map(_lives, family)))


@pytest.fixture
def child(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Child:
    monkeypatch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
    return Child("family", [sys.executable, "-c", FAMILY, str(tmp_path / "family")])


def test_a_child_is_killed_with_all_it_started(child: Child, tmp_path: Path) -> None:
    child.begin()
    family = _family(tmp_path / "family")

    child.kill()

    assert child.died()
    assert _until(lambda: not any(map(_lives, family)))
    assert child.watch_fd == -1


def test_asking_to_stop_reaches_the_command_behind_the_leash(child: Child, tmp_path: Path) -> None:
    child.begin()
    command = _family(tmp_path / "family")[0]
    assert child.process is not None

    child.process.send_signal(signal.SIGTERM)

    assert _until(child.died)
    assert not _lives(command)
    child.kill()


def test_a_command_that_ends_is_seen_with_its_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
    child = Child("short", [sys.executable, "-c", "raise SystemExit(3)"])

    child.begin()

    assert _until(child.died)
    assert child.process is not None
    assert child.process.returncode == 3
    child.kill()


@pytest.fixture
def nothing(monkeypatch: pytest.MonkeyPatch) -> Child:
    """A child that dies as soon as it begins."""

    def begin(child: Child) -> None:
        child.born, child.due = time.monotonic(), None

    monkeypatch.setattr(Child, "begin", begin)
    return Child("nothing", ["true"], born=time.monotonic())


def test_another_try_waits_longer_each_time_and_never_long(nothing: Child) -> None:
    waits = []

    for _time in range(6):
        supervise._begin_again(nothing)
        waits.append(nothing.wait)
        nothing.due = None

    assert waits == [1.0, 2.0, 4.0, 4.0, 4.0, 4.0]


def test_a_child_that_waits_keeps_no_other_waiting(nothing: Child) -> None:
    begun = time.monotonic()

    for _look in range(50):
        supervise._begin_again(nothing)

    assert time.monotonic() - begun < nothing.wait
    assert nothing.due is not None
    nothing.due = begun
    supervise._begin_again(nothing)
    assert nothing.due is None


def test_a_child_that_ran_steadily_is_tried_again_at_once(nothing: Child) -> None:
    nothing.born, nothing.wait = time.monotonic() - supervise.STEADY_AFTER - 1, 4.0

    supervise._begin_again(nothing)

    assert nothing.wait == 0.5


def test_a_child_that_is_done_rests_until_it_is_due(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
    child = Child("day", [sys.executable, "-c", ""], every=60)
    child.begin()
    _until(child.died)

    resting = child.resting()
    child.born -= 60

    assert (resting, child.resting()) == (True, False)
    child.kill()


def test_a_child_that_fails_does_not_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
    child = Child("day", [sys.executable, "-c", "raise SystemExit(1)"], every=60)
    child.begin()
    _until(child.died)

    assert not child.resting()
    child.kill()


def test_a_child_reads_what_the_one_before_it_noted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONPATH", ENVIRONMENT["PYTHONPATH"])
    with tempfile.TemporaryFile() as notes:
        program = "notes = open(0, 'r+'); notes.seek(0); told = notes.read(); notes.write(told + 'x'); notes.close()"
        child = Child("day", [sys.executable, "-c", program], every=60, notes=notes)

        for _time in range(2):
            child.begin()
            _until(child.died)
            child.kill()

        notes.seek(0)
        assert notes.read() == b"xx" + b"x"
