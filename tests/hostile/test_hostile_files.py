"""Unusable files: each gets its sentence within twelve seconds, and the program goes on."""

import os
import signal
import subprocess
import time
from dataclasses import replace

import psutil
import pytest

from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files import limits, reading
from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.files.reading import read_files
from tests.hostile import files
from tests.hostile.workbooks import workbook

MOST_GROWTH = 150 * limits.MEGABYTE
PATIENCE = 120


@pytest.mark.parametrize("name", files.UNUSABLE)
def test_an_unusable_file_gets_its_sentence(name: str) -> None:
    patient = replace(limits.UPLOAD, wall_seconds=PATIENCE)  # a busy machine; the limit on processor time stands
    file_name, make, reason = files.UNUSABLE[name]
    data = make()
    before = psutil.Process().memory_info().rss

    with pytest.raises(Refused) as refused:
        read_files([(file_name, data)], patient)

    assert refused.value.reason == reason
    assert psutil.Process().memory_info().rss - before < MOST_GROWTH
    sentence = wording.refusal(refused.value)
    assert sentence
    assert "%" not in sentence


def test_a_far_cell_is_named() -> None:
    with pytest.raises(Refused) as refused:
        read_files([("ver.xlsx", files.far_cell())])

    assert "Netwerken!XFD1048576" in wording.refusal(refused.value)


def test_a_far_cell_that_holds_nothing_is_no_problem() -> None:
    (sheet,) = read_files([("kleur.xlsx", files.far_formatting())])

    assert sheet.rows == ((1, ("Naam",)), (2, ("Huis van het Kind",)))


def test_of_a_part_that_lies_about_its_size_only_what_was_judged_is_read() -> None:
    (sheet,) = read_files([("leugen.xlsx", files.lying_size())])

    assert sheet.rows == ((1, ("Naam",)), (2, ("Huis van het Kind",)))


def test_two_workbooks_at_once_are_refused() -> None:
    with pytest.raises(Refused) as refused:
        read_files([("a.xlsx", files.ordinary()), ("b.xlsx", files.ordinary())])

    assert refused.value.reason == Reason.MIXED


def test_nothing_outside_is_read_through_an_entity() -> None:
    with pytest.raises(Refused):
        read_files([("x.xlsx", files.repacked({files.STRINGS: lambda _part: files.entity_text().encode()}))])


def test_a_reader_that_hangs_is_stopped(monkeypatch: pytest.MonkeyPatch) -> None:
    hasty = replace(limits.UPLOAD, wall_seconds=0.2)
    monkeypatch.setattr(reading, "_command", lambda: ["sleep", "60"])
    start = time.monotonic()

    with pytest.raises(Refused) as refused:
        read_files([("x.xlsx", files.ordinary())], hasty)

    assert refused.value.reason == Reason.TOO_SLOW
    assert time.monotonic() - start < 30  # half of what it would have slept


@pytest.mark.parametrize(
    ("ended_by", "reason"),
    [(signal.SIGXCPU, Reason.TOO_SLOW), (signal.SIGKILL, Reason.TOO_SLOW), (signal.SIGABRT, Reason.TOO_MUCH_MEMORY)],
)
def test_a_reader_that_dies_is_told(monkeypatch: pytest.MonkeyPatch, ended_by: int, reason: Reason) -> None:
    monkeypatch.setattr(reading, "_command", lambda: ["sh", "-c", f"kill -{int(ended_by)} $$"])

    with pytest.raises(Refused) as refused:
        read_files([("x.xlsx", files.ordinary())])

    assert refused.value.reason == reason


def test_the_reading_process_has_little_memory_and_no_secrets() -> None:
    environment = reading.environment()
    code = (
        "import os, resource; from regiewijzer.register.exchange.files import child; child.limit(child.UPLOAD);"
        "print(resource.getrlimit(resource.RLIMIT_AS)[0], resource.getrlimit(resource.RLIMIT_CPU)[0])"
    )

    told = subprocess.run(
        [reading.sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True
    )

    assert told.stdout.split() == [str(limits.UPLOAD.memory), str(limits.UPLOAD.cpu_seconds)]
    assert set(environment) <= {"PYTHONPATH", "PATH", "LC_ALL"}
    assert "SECRET_KEY" in os.environ


def test_no_process_is_left_behind() -> None:
    children = len(psutil.Process().children(recursive=True))

    for name in ("a far cell", "entities", "a zip bomb"):
        file_name, make, _reason = files.UNUSABLE[name]
        with pytest.raises(Refused):
            read_files([(file_name, make())])

    assert len(psutil.Process().children(recursive=True)) == children


def test_a_full_workbook_within_the_limits_is_read_in_time() -> None:
    rows = [["Naam", "Nota"], *([f"Partner {number}", "tekst " * 20] for number in range(19_000))]
    start = time.monotonic()

    (sheet,) = read_files([("vol.xlsx", workbook({"Partners": rows}))])

    assert len(sheet.rows) == 19_001
    assert time.monotonic() - start < limits.UPLOAD.wall_seconds


def test_a_file_of_ones_own_machine_may_be_larger_than_an_upload() -> None:
    rows = "\n".join(f"Partner {number}" for number in range(limits.UPLOAD.rows))
    file = ("Partners.csv", f"Naam\n{rows}\n".encode())

    with pytest.raises(Refused) as refused:
        read_files([file])
    (sheet,) = read_files([file], limits.OWN_FILE)

    assert refused.value.reason == Reason.FAR_CELL
    assert len(sheet.rows) == limits.UPLOAD.rows + 1
