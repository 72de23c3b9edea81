"""`regiewijzer arena` and `regiewijzer staff`: what they print, and what they say of a bad file."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from regiewijzer.config.command import main
from tests.hostile.workbooks import workbook

Sheets = dict[str, list[list[object]]]
ARENA = ["Netwerk", "Fase", "Partner", "Bijdrage", "Belang", "Vervangbaar", "Verplicht"]
NEEDED = ["Netwerk", "Fase", "Bijdrage", "Aantal", "Hoogstens"]
OFFERS, ROLES = ["Persoon", "Rol", "Wens"], ["Netwerk", "Rol"]


def _run(command: str, path: Path, *more: object) -> Result:
    return CliRunner().invoke(main, [command, str(path), "--json", *map(str, more)])


def _table(tmp_path: Path, arena: Sequence[list[object]], needed: Sequence[list[object]] | None = ()) -> Path:
    sheets: Sheets = {"Arena": [list(ARENA), *arena]}
    if needed is not None:
        sheets["Nodig"] = [list(NEEDED), *needed]
    path = tmp_path / "tafel.xlsx"
    path.write_bytes(workbook(sheets))
    return path


def _cover(done: Result, nr: int = 0) -> dict[str, object]:
    assert isinstance(done.exception, SystemExit | None)
    found = json.loads(done.stdout)["cover"][nr]
    assert isinstance(found, dict)
    return found


def test_rows_have_their_dependence_and_rank(tmp_path: Path) -> None:
    scores = [(4, 1), (4, 4), (1, 1), (1, 4), (3, ""), ("", 2)]
    path = _table(tmp_path, [["Huis", "acties", f"P{nr}", "", *each, ""] for nr, each in enumerate(scores)])

    done = _run("arena", path)

    rows = json.loads(done.stdout)["rows"]
    assert done.exit_code == 0
    assert rows[0].keys() == {"network", "phase", "partner", "dependence", "rank"}
    assert [(row["dependence"], row["rank"]) for row in rows] == [
        ("great", 4),
        ("limited", 3),
        ("limited", 2),
        ("almost_none", 1),
        (None, None),
        (None, None),
    ]


def test_each_phase_of_each_network_has_its_smallest_table(tmp_path: Path) -> None:
    path = _table(
        tmp_path,
        [
            ["Huis", "acties", "CLB", "toegang, kennis", 4, 1, ""],
            ["Huis", "acties", "OCMW", "geld", 4, 4, "ja"],
            ["Huis", "acties", "Bib", "lokalen", 1, 4, ""],
            ["Huis", "acties", "School", "lokalen,toegang", 1, 1, "nee"],
            ["huis", "Verkennen", "CLB", "kennis", 4, 1, ""],
            ["Tafel", "goals", "Bib", "lokalen", 1, 1, ""],
        ],
        [
            ["Huis", "acties", "Toegang", 2, ""],
            ["Huis", "acties", "lokalen", "", 8],
            ["Huis", "verkennen", "kennis", 3, ""],
            ["Anders", "doelen", "geld", 1, ""],
        ],
    )

    done = _run("arena", path)

    found = {(each["network"], each["phase"]): each for each in json.loads(done.stdout)["cover"]}
    assert done.exit_code == 0
    assert found["Huis", "acties"]["partners"] == ["CLB", "OCMW", "School"]
    assert (found["Huis", "acties"]["size"], found["Huis", "acties"]["uncovered"]) == (3, [])
    assert found["Huis", "verkennen"]["uncovered"] == ["kennis"]
    assert found["Huis", "verkennen"]["partners"] == ["CLB"]
    assert found["Tafel", "doelen"]["partners"] == []
    assert found["Anders", "doelen"]["uncovered"] == ["geld"]
    assert all(each["proven"] for each in found.values())


def test_tables_of_equal_value_are_at_most_ten(tmp_path: Path) -> None:
    path = _table(tmp_path, [["Huis", "acties", f"P{nr}", "geld", "", "", ""] for nr in range(20)],
                  [["Huis", "acties", "geld", 1, ""]])  # fmt: skip

    found = _cover(_run("arena", path))

    assert isinstance(found["alternatives"], list)
    assert len(found["alternatives"]) == 10
    assert found["partners"] not in found["alternatives"]


def test_without_what_is_needed_only_required_partners_sit_there(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Huis", "acties", "A", "geld", 1, 1, "ja"], ["Huis", "acties", "B", "geld", 1, 1, ""]]

    found = _cover(_run("arena", _table(tmp_path, rows, None), "--language", "en"))

    assert found["partners"] == ["A"]
    assert "needed" in str(found["why"])


def test_the_lowest_of_two_sizes_counts_and_never_puts_out_who_is_required(tmp_path: Path) -> None:
    rows: list[list[object]] = [["Huis", "acties", name, "geld", 1, 1, "ja"] for name in "ABC"]

    found = _cover(_run("arena", _table(tmp_path, rows, [
        ["Huis", "acties", "geld", 1, 5], ["Huis", "acties", "", "", 2], ["Huis", "acties", "tijd", 1, ""],
    ])))  # fmt: skip

    assert found["partners"] == ["A", "B", "C"]
    assert found["uncovered"] == ["tijd"]
    assert "3 partners zijn verplicht en er kunnen er hoogstens 2 zitten" in str(found["why"])


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (["Huis", "acties", "B", "", 5, 1, ""], "Arena!E3"),
        (["Huis", "acties", "B", "", 1, 0, ""], "Arena!F3"),
        (["Huis", "acties", "B", "", "veel", 1, ""], "Arena!E3"),
        (["Huis", "acties", "B", "", 2.5, 1, ""], "Arena!E3"),
        (["Huis", "ooit", "B", "", 1, 1, ""], "Arena!B3"),
        (["Huis", "acties", "", "geld", 1, 1, ""], "Arena!C3"),
        (["", "acties", "B", "geld", 1, 1, ""], "Arena!A3"),
        (["Huis", "acties", "a ", "tijd", 1, 1, ""], "Arena!C3"),  # the same partner twice in a phase
        (["Huis", "acties", "B", "geld", 1, 1, "misschien"], "Arena!G3"),
    ],
)
def test_a_row_that_cannot_be_read_is_named_and_left_out(row: list[object], cell: str, tmp_path: Path) -> None:
    path = _table(tmp_path, [["Huis", "acties", "A", "geld", 1, 1, ""], row])

    done = _run("arena", path)

    assert done.exit_code == 1
    assert cell in done.stderr
    assert [each["partner"] for each in json.loads(done.stdout)["rows"]] == ["A"]
    assert _run("arena", path, "--skip-bad").exit_code == 0


def test_columns_may_stand_in_any_order_and_in_english(tmp_path: Path) -> None:
    (tmp_path / "Arena.csv").write_text("Replaceable,Partner,Note,Network,Importance,Phase\n1,CLB,x,Huis,4,actions\n")

    done = _run("arena", tmp_path)

    assert done.exit_code == 0
    assert json.loads(done.stdout)["rows"][0]["rank"] == 4
    assert "Note" in done.stderr


def test_a_heading_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "Arena.csv").write_text("Netwerk,Partner,Belang\nHuis,CLB,4\n")

    done = _run("arena", tmp_path)

    assert (done.exit_code, done.stdout) == (2, "")
    assert "Fase" in done.stderr


@pytest.mark.parametrize("command", ["arena", "staff"])
def test_a_file_without_our_sheets_or_no_file_ends_with_two(command: str, tmp_path: Path) -> None:
    path = tmp_path / "anders.xlsx"
    path.write_bytes(workbook({"Blad1": [["x"]]}))

    assert _run(command, path).exit_code == 2
    assert _run(command, tmp_path / "er is niets").exit_code == 2


def _team(tmp_path: Path, offers: Sequence[list[object]], roles: Sequence[list[object]]) -> Path:
    path = tmp_path / "rollen.xlsx"
    path.write_bytes(workbook({"Aanbod": [list(OFFERS), *offers], "Rollen": [list(ROLES), *roles]}))
    return path


def test_roles_are_divided_over_who_offers_them(tmp_path: Path) -> None:
    path = _team(
        tmp_path,
        [["An", "Kampioen", "graag"], ["Bo", "kampioen", "leren"], ["bo", "operator", ""]],
        [["Huis", "kampioen"], ["Tafel", "kampioen"], ["Huis", "operator"], ["Huis", "promotor"]],
    )

    told = json.loads(_run("staff", path).stdout)

    assert told["assigned"] == [
        {"network": "Huis", "role": "kampioen", "person": "An"},
        {"network": "Tafel", "role": "kampioen", "person": "An"},
        {"network": "Huis", "role": "operator", "person": "Bo"},
    ]
    assert told["uncovered"] == [{"network": "Huis", "role": "promotor"}]
    assert (told["load"], told["proven"]) == ({"An": 2, "Bo": 1}, True)


def test_nobody_gets_more_roles_than_asked(tmp_path: Path) -> None:
    path = _team(tmp_path, [["An", "kampioen", "graag"]], [[f"N{nr}", "kampioen"] for nr in range(5)])

    assert json.loads(_run("staff", path).stdout)["load"] == {"An": 3}
    assert json.loads(_run("staff", path, "--most", 1).stdout)["load"] == {"An": 1}
    assert json.loads(_run("staff", path, "--most", 0).stdout)["load"] == {}
    assert _run("staff", path, "--most", -1).exit_code == 2


def test_an_offer_that_is_there_twice_or_not_readable_is_told(tmp_path: Path) -> None:
    path = _team(
        tmp_path,
        [["An", "kampioen", "graag"], ["An", "Kampioen", "leren"], ["Bo", "kampioen", "misschien"]],
        [["Huis", "kampioen"]],
    )

    done = _run("staff", path)

    assert done.exit_code == 1
    assert all(cell in done.stderr for cell in ("Aanbod!B3", "Aanbod!C4"))


@pytest.mark.parametrize(("language", "said"), [("nl", "niemand"), ("en", "nobody")])
def test_both_also_speak_to_people(language: str, said: str, tmp_path: Path) -> None:
    roles = _team(tmp_path, [["An", "kampioen", "graag"]], [["Huis", "kampioen"], ["Huis", "operator"]])
    arena = _table(tmp_path, [["Huis", "acties", "A", "geld", 1, 1, ""]], [["Huis", "acties", "tijd", 1, ""]])

    told = [CliRunner().invoke(main, [command, str(path), "--language", language]).stdout
            for command, path in (("staff", roles), ("arena", arena))]  # fmt: skip

    assert all(said in each.casefold() for each in told)
