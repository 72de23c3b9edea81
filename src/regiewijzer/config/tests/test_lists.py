"""Somebody's own list, read on the command line."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from regiewijzer.config.lists import read

LIST = "Netwerk;Trekker;Wie doet mee\nBuurtzorg;OCMW Zand;OCMW Zand, CLB Zuid\n"


def _list(tmp_path: Path, text: str = LIST) -> str:
    path = tmp_path / "lijst.csv"
    path.write_text(text)
    return str(path)


def test_a_list_is_printed_as_one_object(tmp_path: Path) -> None:
    answer = CliRunner().invoke(read, [_list(tmp_path), "--json"])

    found = json.loads(answer.output)
    assert answer.exit_code == 0
    assert set(found) == {"mapping", "networks", "organisations", "contacts", "doubts", "ignored"}
    assert [(each["heading"], each["becomes"]) for each in found["mapping"]] == [
        ("Netwerk", "name"), ("Trekker", "lead"), ("Wie doet mee", "partners"),
    ]  # fmt: skip
    assert found["networks"][0]["partners"] == ["OCMW Zand", "CLB Zuid"]


def test_a_list_is_told_in_words(tmp_path: Path) -> None:
    answer = CliRunner().invoke(read, [_list(tmp_path), "--language", "en"])

    assert answer.exit_code == 0
    assert "1 network, 2 organisations, 2 memberships" in answer.output
    assert "Wie doet mee: partners, several in a cell" in answer.output


def test_two_files_of_a_program_are_read_as_one_and_named(tmp_path: Path) -> None:
    (tmp_path / "nodes.csv").write_text("Id,Label\n1,Jeugdoverleg\n2,OCMW Zand\n")
    (tmp_path / "edges.csv").write_text("Source,Target,Type\n2,1,Directed\n")

    told = CliRunner().invoke(read, [str(tmp_path), "--language", "nl"])
    found = json.loads(CliRunner().invoke(read, [str(tmp_path), "--json"]).output)

    assert "Dit is een bestand van Gephi." in told.output
    assert [(each["name"], each["partners"]) for each in found["networks"]] == [("Jeugdoverleg", ["OCMW Zand"])]
    assert {each["because"] for each in found["mapping"]} == {"program: Gephi"}


def test_a_mapping_overrides_what_is_proposed(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(json.dumps([{"heading": "Trekker", "becomes": "note"}]))

    answer = CliRunner().invoke(read, [_list(tmp_path), "--mapping", str(mapping), "--json"])

    network = json.loads(answer.output)["networks"][0]
    assert (network["lead"], network["rest"]) == (None, {"Trekker": "OCMW Zand"})


@pytest.mark.parametrize("text", ["a;b\n1;2\n", "Trekker;Sinds\nOCMW;2019\n", "\n"])
def test_a_list_without_networks_says_what_to_do(tmp_path: Path, text: str) -> None:
    answer = CliRunner().invoke(read, [_list(tmp_path, text)])

    assert answer.exit_code == 2
    assert "Netwerk" in answer.output or "Kies" in answer.output
    assert "Traceback" not in answer.output


def test_a_wrong_mapping_is_named(tmp_path: Path) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text('[{"heading": "Trekker", "becomes": "alles"}]')

    answer = CliRunner().invoke(read, [_list(tmp_path), "--mapping", str(mapping)])

    assert answer.exit_code == 2
    assert "mapping.json" in answer.output
