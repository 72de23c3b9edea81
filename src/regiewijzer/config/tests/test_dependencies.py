import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from regiewijzer.config.command import COMMANDS, loaded
from regiewijzer.config.dependencies import KNOWN_HOLES, Part, bill_of_materials, holes_in, parts_of

DJANGO = Part("django", "5.2.3", "BSD-3-Clause")


def _record(*events: dict[str, str], name: str = "Django", **more: Any) -> dict[str, Any]:
    package = {"ecosystem": "PyPI", "name": name}
    ranges = [{"type": "ECOSYSTEM", "events": list(events)}]
    affected = [{"package": package, "ranges": ranges, **more.pop("affected", {})}]
    return {"id": "PYSEC-1", "summary": "A hole", "affected": affected, **more}


@pytest.mark.parametrize(
    ("events", "has"),
    [
        ([{"introduced": "0"}, {"fixed": "5.2.4"}], True),
        ([{"introduced": "0"}, {"fixed": "5.2.3"}], False),
        ([{"introduced": "5.2.4"}, {"fixed": "5.2.9"}], False),
        ([{"introduced": "4.2"}, {"fixed": "4.2.9"}, {"introduced": "5.2"}, {"fixed": "5.2.5"}], True),
        ([{"introduced": "4.2"}, {"fixed": "4.2.9"}, {"introduced": "5.3"}], False),
        ([{"introduced": "0"}, {"last_affected": "5.2.3"}], True),
        ([{"introduced": "0"}, {"last_affected": "5.2.2"}], False),
    ],
)
def test_a_version_has_a_hole_from_where_it_came_in_until_it_was_mended(
    events: list[dict[str, str]], has: bool
) -> None:
    assert bool(list(holes_in([DJANGO], [_record(*events)]))) is has


def test_a_hole_says_in_which_version_it_is_mended() -> None:
    (hole,) = holes_in([DJANGO], [_record({"introduced": "0"}, {"fixed": "5.2.10"}, {"fixed": "6.0"})])

    assert (hole.id, hole.mended_in) == ("PYSEC-1", "5.2.10")


def test_a_version_that_is_named_has_the_hole() -> None:
    assert list(holes_in([DJANGO], [_record({"introduced": "9"}, affected={"versions": ["5.2.3"]})]))


@pytest.mark.parametrize(
    "record",
    [
        _record({"introduced": "0"}, name="djangorestframework"),
        _record({"introduced": "0"}, withdrawn="2026-01-01T00:00:00Z"),
    ],
)
def test_a_hole_of_something_else_or_one_withdrawn_does_not_count(record: dict[str, Any]) -> None:
    assert not list(holes_in([DJANGO], [record]))


def test_a_known_hole_in_what_is_installed_ends_the_command_in_words(tmp_path: Path) -> None:
    file = tmp_path / "holes.json"
    file.write_text(json.dumps([_record({"introduced": "0"}, {"fixed": "99"})]))

    done = CliRunner().invoke(loaded(COMMANDS["advisories"]), [str(file)])

    assert done.exit_code == 1
    assert "PYSEC-1, A hole (mended in 99)" in done.output
    assert done.output.startswith("django 5.")


def test_nothing_that_is_installed_has_a_hole_in_the_list_of_this_version() -> None:
    done = CliRunner().invoke(loaded(COMMANDS["advisories"]))

    assert done.exit_code == 0, done.output
    assert isinstance(json.loads(KNOWN_HOLES.read_text()), list)


def test_the_bill_names_what_the_program_needs_and_what_that_needs() -> None:
    parts = {part.name: part for part in parts_of("regiewijzer")}

    assert {"django", "psycopg", "granian", "asgiref", "cryptography", "fido2"} <= set(parts)
    assert not {"pytest", "mypy", "ruff", "regiewijzer"} & set(parts)


def test_the_bill_is_cyclonedx() -> None:
    made = bill_of_materials([DJANGO], "0.2.0")

    assert (made["bomFormat"], made["specVersion"], made["metadata"]["component"]["version"]) == (
        "CycloneDX", "1.6", "0.2.0",
    )  # fmt: skip
    assert made["components"] == [
        {
            "type": "library",
            "name": "django",
            "version": "5.2.3",
            "purl": "pkg:pypi/django@5.2.3",
            "bom-ref": "pkg:pypi/django@5.2.3",
            "licenses": [{"license": {"name": "BSD-3-Clause"}}],
        }
    ]


def test_the_command_writes_it() -> None:
    done = CliRunner().invoke(loaded(COMMANDS["bill"]))

    assert json.loads(done.output)["components"][0]["purl"].startswith("pkg:pypi/")
