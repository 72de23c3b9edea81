"""`regiewijzer measures`: what it prints of a good file, and the sentence it gives for a bad one."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regiewijzer.config.command import main

KNOKE = Path(__file__).parents[2] / "src/regiewijzer/register/exchange/tests/networks/knoke_information.csv"
WHOLE = {
    "nodes", "edges", "density", "reciprocity_dyad", "reciprocity_arc", "transitivity", "betweenness_centralisation",
}  # fmt: skip
BOMB = '<!DOCTYPE g [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><graphml><graph><node id="&b;"/></graph></graphml>'


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["measures", *(str(argument) for argument in arguments)])


def test_a_network_with_direction_has_two_centralisations_of_degree() -> None:
    told = json.loads(_run(KNOKE, "--json").stdout)

    assert told.keys() >= WHOLE | {"in_degree_centralisation", "out_degree_centralisation", "node"}
    assert "degree_centralisation" not in told
    assert told["out_degree_centralisation"] == pytest.approx(31 / 81)
    assert told["node"]["MAYR"].keys() == {"in_degree", "out_degree", "betweenness", "closeness", "constraint"}
    assert told["closeness_over"] == "all"


def test_without_direction_there_is_one() -> None:
    told = json.loads(_run(KNOKE, "--undirected", "--json").stdout)

    assert told.keys() >= WHOLE | {"degree_centralisation"}
    assert "in_degree_centralisation" not in told
    assert told["reciprocity_dyad"] is None
    assert told["node"]["MAYR"].keys() == {"degree", "betweenness", "closeness", "constraint"}


def test_what_is_left_out_is_told_beside_the_measures(tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text("A,A\nA,B\nA,B\nB,a\nPucci,\n")

    done = _run(path, "--undirected", "--json")

    told = json.loads(done.stdout)
    assert done.exit_code == 0
    assert told["left_out"] == {"self_loops": ["A"], "doubles": ["A - B"]}
    assert told["closeness_over"] == "component"
    assert told["node"]["Pucci"]["constraint"] is None
    assert all(name in done.stderr for name in ("A = a", "Pucci"))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_measures_also_speak_to_people(language: str) -> None:
    done = _run(KNOKE, "--language", language)

    assert done.exit_code == 0
    assert "MAYR" in done.stdout
    assert ("Dichtheid: 0,544" if language == "nl" else "Density: 0.544") in done.stdout


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (",A,B,C\nA,0,1,0\nB,0,0,1\n", "niet vierkant"),
        (",A,B\nA,0,veel\nB,0,0\n", "“veel” in cel C2"),
        (BOMB, "DOCTYPE"),
        ("", "geen knoop"),
    ],
)
def test_a_bad_file_ends_with_two_and_a_sentence(content: str, said: str, tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text(content)

    done = _run(path, "--json")

    assert (done.exit_code, done.stdout) == (2, "")
    assert said in done.stderr


def test_too_much_to_measure_is_told_before_it_is_tried(tmp_path: Path) -> None:
    path = tmp_path / "net.csv"
    path.write_text("\n".join(f"{nr},{nr + 1}" for nr in range(120_000)))

    done = _run(path)

    assert done.exit_code == 2
    assert "120001" in done.stderr


def test_no_file_is_told(tmp_path: Path) -> None:
    assert _run(tmp_path / "er is niets.csv").exit_code == 2
    assert _run(tmp_path).exit_code == 2
