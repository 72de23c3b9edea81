"""A file that is wrong ends in a sentence and a number a program can read, never in a trace."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regiewijzer.config.command import main

GOOD = "Naam;Doel\nHuis;Kinderen naar de kleuterklas\n"
REFUSED = "Naam;Start\nHuis;ooit\nTafel;2020-03-01\n"


def _scan(path: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["scan", str(path), *options])


def _folder(tmp_path: Path, **files: str) -> Path:
    for name, text in files.items():
        (tmp_path / f"{name}.csv").write_text(text, encoding="utf-8")
    return tmp_path


def test_a_file_of_which_everything_was_read_ends_with_nought(tmp_path: Path) -> None:
    done = _scan(_folder(tmp_path, Netwerken=GOOD), "--json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["counts"]["networks"] == 1


def test_a_refused_row_ends_with_one_and_the_rest_is_told(tmp_path: Path) -> None:
    done = _scan(_folder(tmp_path, Netwerken=REFUSED), "--json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["counts"]["networks"] == 1
    assert "Netwerken.csv!B2" in done.stderr


def test_a_program_may_say_that_it_goes_on_past_refused_rows(tmp_path: Path) -> None:
    done = _scan(_folder(tmp_path, Netwerken=REFUSED), "--json", "--skip-bad")

    assert done.exit_code == 0
    assert "Netwerken.csv!B2" in done.stderr


def test_a_sheet_that_is_not_ours_is_told_and_refuses_nothing(tmp_path: Path) -> None:
    done = _scan(_folder(tmp_path, Netwerken=GOOD, Kleuren="kleur\nrood\n"), "--json")

    assert done.exit_code == 0
    assert "Kleuren.csv" in done.stderr


@pytest.mark.parametrize("text", ["Naam\n", "Naam;Start\nHuis;ooit\n"])
def test_a_file_of_which_no_row_was_read_ends_with_two(tmp_path: Path, text: str) -> None:
    done = _scan(_folder(tmp_path, Netwerken=text), "--json", "--skip-bad")

    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Geen enkele rij" in done.stderr


@pytest.mark.parametrize(
    "given",
    [
        ["--min-jaccard", "nan"],
        ["--min-jaccard", "2"],
        ["--min-jaccard", "veel"],
        ["--language", "fr"],
        ["--kleur"],
    ],
)
def test_an_option_that_cannot_be_is_refused_in_a_sentence(tmp_path: Path, given: list[str]) -> None:
    done = _scan(_folder(tmp_path, Netwerken=GOOD), *given)

    assert done.exit_code == 2
    assert f"{given[0]}" in done.stderr.splitlines()[-1]
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leeg.csv", b""),
        ("leeg.xlsx", b""),
        ("beeld.png", b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR"),
        ("kapot.xlsx", b"PK\x03\x04" + bytes(range(256))),
        ("ruis.csv", bytes(range(256)) * 20),
    ],
)
def test_a_file_that_is_nothing_of_ours_ends_with_two_and_one_sentence(
    tmp_path: Path, name: str, content: bytes
) -> None:
    (tmp_path / name).write_bytes(content)

    done = _scan(tmp_path / name)

    assert done.exit_code == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_a_folder_that_is_not_there_or_holds_nothing_of_ours_ends_with_two(tmp_path: Path) -> None:
    (tmp_path / "er").mkdir()
    holding = _folder(tmp_path / "er", Kleuren="kleur\nrood\n")
    (tmp_path / "leeg").mkdir()

    ended = [_scan(path) for path in (tmp_path / "nergens", tmp_path / "leeg", holding)]

    assert [(done.exit_code, len(done.stderr.splitlines())) for done in ended] == [(2, 1)] * 3


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    (tmp_path / "Netwerken.csv").mkdir()

    done = _scan(tmp_path)

    assert done.exit_code == 2
    assert "Netwerken.csv" in done.stderr


def test_a_report_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    report = tmp_path / "nergens" / "verslag.pdf"

    done = _scan(_folder(tmp_path, Netwerken=GOOD), "--report", str(report))

    assert done.exit_code == 2
    assert str(report) in done.stderr


@pytest.mark.parametrize("given", ["nan", "1.5", "-1", "veel"])
def test_a_condition_that_cannot_be_is_refused_in_a_sentence(given: str) -> None:
    done = CliRunner().invoke(main, ["form", "--trust", given])

    assert done.exit_code == 2
    assert "--trust" in done.stderr.splitlines()[-1]
