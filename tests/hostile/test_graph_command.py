"""`regiewijzer graph`: what it writes is read back by networkx without a loss."""

import csv
from collections.abc import Callable
from pathlib import Path

import networkx
import pytest
from click.testing import CliRunner, Result
from python_calamine import CalamineWorkbook

from regiewijzer.config.command import main
from regiewijzer.science.facts import Member, Network
from regiewijzer.science.measures.affiliation import members_graph, partners_graph
from regiewijzer.science.measures.centrality import betweenness, constraint
from tests.hostile.workbooks import register

Reader = Callable[[Path], networkx.Graph]
ODD = 'Café "De Brug" & <co>; \\ ’t'
PARTNERS = ["CLB", "OCMW", ODD, "=1+1", "Huis"]
SEATS = [("Huis", "CLB"), ("Huis", "OCMW"), ("Huis", ODD), ("Tafel", "CLB"), ("Tafel", "OCMW"), ("Tafel", "=1+1")]
NETWORKS = [Network(name, name, members=tuple(Member(who) for where, who in SEATS if where == name))
            for name in ("Huis", "Tafel", "Leeg")]  # fmt: skip


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "register.xlsx"
    path.write_bytes(
        register(
            organisations=[{"name": name} for name in PARTNERS],
            networks=[{"name": network.name} for network in NETWORKS],
            members=[{"network": where, "organisation": who} for where, who in SEATS],
        )
    )
    return path


def _run(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["graph", *map(str, arguments)])


def _expected(*, partners: bool = False) -> networkx.Graph:
    made = (partners_graph if partners else members_graph)(NETWORKS, {})
    graph = networkx.Graph()
    graph.add_nodes_from(made.graph.names)
    for (one, other), weight in zip(made.graph.ties, made.weights, strict=True):
        graph.add_edge(made.graph.names[one], made.graph.names[other], weight=weight)
    return graph


def _same(found: networkx.Graph, expected: networkx.Graph) -> bool:
    ties = [{frozenset(tie): data["weight"] for *tie, data in each.edges(data=True)} for each in (found, expected)]
    return set(found) == set(expected) and ties[0] == ties[1]


@pytest.mark.parametrize(
    ("ending", "reader"),
    [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf), ("net", networkx.read_pajek)],
)
@pytest.mark.parametrize("which", ["members", "partners"])
def test_networkx_reads_back_nodes_ties_and_weights(
    ending: str, reader, which: str, path: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / f"uit.{ending}"

    done = _run(path, out, "--of", which)

    assert done.exit_code == 0
    assert _same(networkx.Graph(reader(out)), _expected(partners=which == "partners"))


@pytest.mark.parametrize(("ending", "reader"), [("graphml", networkx.read_graphml), ("gexf", networkx.read_gexf)])
def test_measures_of_each_node_go_along_with_all_their_decimals(
    ending: str, reader, path: Path, tmp_path: Path
) -> None:  # type: ignore[no-untyped-def]
    out = tmp_path / f"uit.{ending}"
    graph = members_graph(NETWORKS, {}).graph

    _run(path, out)

    read = reader(out).nodes
    for name, between, bound in zip(graph.names, betweenness(graph), constraint(graph), strict=True):
        assert read[name]["betweenness"] == between
        assert read[name].get("constraint") == bound
    assert {read[name]["kind"] for name in ("Huis", "Tafel", "Leeg")} == {"network"}
    assert read["CLB"]["articulation_point"] is False
    assert read["Huis"]["articulation_point"] is True


def test_an_edge_list_and_a_matrix_hold_every_tie(path: Path, tmp_path: Path) -> None:
    edges, square = tmp_path / "lijst.csv", tmp_path / "matrix.csv"

    _run(path, edges, "--of", "partners")
    _run(path, square, "--of", "partners", "--matrix")

    with edges.open(newline="") as opened:
        headings, *rows = csv.reader(opened)
    listed = networkx.Graph()
    for one, other, weight in rows:
        listed.add_weighted_edges_from([(one.lstrip("'"), other.lstrip("'"), int(weight))])
    with square.open(newline="") as opened:
        (_corner, *names), *cells = csv.reader(opened)
    numbers = {(row[0], name): int(cell) for row in cells for name, cell in zip(names, row[1:], strict=True)}
    expected = _expected(partners=True)
    assert headings == ["source", "target", "weight"]
    assert _same(listed, expected)
    assert sum(numbers.values()) == 2 * sum(weight for *_tie, weight in expected.edges(data="weight"))
    assert numbers["CLB", "OCMW"] == numbers["OCMW", "CLB"] == 2


def test_a_workbook_holds_nodes_ties_and_matrix(path: Path, tmp_path: Path) -> None:
    out = tmp_path / "uit.xlsx"

    _run(path, out, "--language", "en")

    book = CalamineWorkbook.from_path(str(out))
    nodes, ties = (book.get_sheet_by_name(name).to_python() for name in ("Nodes", "Ties"))
    square = book.get_sheet_by_name("Matrix").to_python()
    found = networkx.Graph()
    found.add_nodes_from(row[0] for row in nodes[1:])
    found.add_weighted_edges_from(ties[1:])
    assert nodes[0][:3] == ["Name", "Kind", "Degree"]
    assert _same(found, _expected())
    assert len(square) == len(square[0]) == len(nodes)


@pytest.mark.parametrize("ending", ["graphml", "gexf", "csv"])
def test_what_is_written_can_be_measured_again(ending: str, path: Path, tmp_path: Path) -> None:
    out, again = tmp_path / f"uit.{ending}", tmp_path / "weer.net"
    _run(path, out)

    done = _run(out, again, "--undirected")

    assert done.exit_code == 0
    assert set(networkx.read_pajek(again)) == set(_expected())


def test_a_bad_file_or_a_bad_ending_gets_a_sentence(path: Path, tmp_path: Path) -> None:
    broken = tmp_path / "net.csv"
    broken.write_text(",A,B\nA,0,1\n")

    assert _run(broken, tmp_path / "uit.net").exit_code == 2
    assert "vierkant" in _run(broken, tmp_path / "uit.net").stderr
    assert ".gexf" in _run(path, tmp_path / "uit.docx").stderr
    assert _run(path, tmp_path / "nergens" / "uit.net").exit_code == 2
    assert _run(tmp_path / "er is niets", tmp_path / "uit.net").exit_code == 2
