"""Graphs in files of every kind, and what is said of files that hold none, or a hostile one."""

import io

import networkx
import pytest

from regiewijzer.register.exchange.files.limits import Reason, Refused
from regiewijzer.register.exchange.graphs.found import GraphNote
from regiewijzer.register.exchange.graphs.reading import graph_at, read_graph

BOMB = b"""<?xml version="1.0"?><!DOCTYPE graphml [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>
<graphml><graph edgedefault="directed"><node id="&b;"/></graph></graphml>"""
OUTSIDE = b"""<!DOCTYPE graphml SYSTEM "file:///etc/passwd"><graphml><graph><node id="a"/></graph></graphml>"""


def read(text, name="net.csv", **asked):
    return read_graph(name, text if isinstance(text, bytes) else text.encode(), **asked)


def ties(found):
    names = found.graph.names
    return sorted((names[one], names[other]) for one, other in found.graph.ties)


def refusal(text, name="net.csv"):
    with pytest.raises(Refused) as caught:
        read(text, name)
    return caught.value


def notes(found):
    return {noted.note: noted.count for noted in found.notes}


@pytest.mark.parametrize(
    "text",
    [
        ",A,B,C\nA,0,1,0\nB,0,0,1\nC,0,0,0\n",
        ";A;B;C\r\nC;;;\r\nA;0;1;\r\nB;-;0;2,5\r\n",
        "\ufeffwie\tA\tB\tC\nA\t0\t1\t0\nB\t0\t0\t1\nC\t0\t0\t0\n",
        "A,B\nB,C\n",
        "A,B,0.5\nB,C,2\n",
        "jaar;naar;van\n2025;B;A\n2026;C;B\n",
        "Source,Target,Type,Weight\nA,B,Directed,1\nB,C,Directed,1\n",
    ],
)
def test_a_matrix_and_a_list_say_the_same(text):
    found = read(text)

    assert ties(found) == [("A", "B"), ("B", "C")]
    assert found.graph.directed


def test_a_list_that_networkx_wrote_is_read():
    out = io.BytesIO()
    networkx.write_weighted_edgelist(networkx.path_graph(4), out)
    with_data = io.BytesIO()
    networkx.write_edgelist(networkx.path_graph(4), with_data)

    assert ties(read(out.getvalue(), "net.edgelist")) == [("0", "1"), ("1", "2"), ("2", "3")]
    assert ties(read(b"# comment\n" + with_data.getvalue(), "net.txt")) == [("0", "1"), ("1", "2"), ("2", "3")]


def test_a_matrix_without_names_numbers_its_nodes():
    assert ties(read("0,1,0\n0,0,1\n0,0,0\n")) == [("1", "2"), ("2", "3")]


def test_two_columns_of_names_with_spaces_are_one_tie():
    found = read("OCMW Vliermonde;CLB De Linde\nHuis van het Kind\n")

    assert ties(found) == [("OCMW Vliermonde", "CLB De Linde")]
    assert found.noted(GraphNote.ISOLATED) == ("Huis van het Kind",)


@pytest.mark.parametrize("directed", [False, True])
@pytest.mark.parametrize("kind", ["graphml", "gexf"])
def test_what_networkx_writes_is_read_as_it_was(kind, directed, tmp_path):
    made = networkx.gnp_random_graph(9, 0.3, seed=3, directed=directed)
    made = networkx.relabel_nodes(made, {0: "Café & “bar”", 1: "<OCMW>"})
    made.add_node("alleen")
    path = tmp_path / f"net.{kind}"
    getattr(networkx, f"write_{kind}")(made, path)

    found = graph_at(path)

    assert found.graph.directed is directed
    assert set(found.graph.names) == set(map(str, made))
    expected = {frozenset(map(str, tie)) if not directed else tuple(map(str, tie)) for tie in made.edges}
    assert {tie if directed else frozenset(tie) for tie in ties(found)} == expected


def test_nodes_are_called_what_their_label_says_when_all_have_their_own():
    labelled = (
        '<gexf><graph defaultedgetype="undirected">'
        '<nodes><node id="0" label="Medici"/><node id="1" label="{}"/></nodes>'
        '<edges><edge source="0" target="1"/></edges></graph></gexf>'
    )
    named = (
        '<graphml><key id="d0" for="node" attr.name="name" attr.type="string"/><graph edgedefault="undirected">'
        '<node id="n0"><data key="d0">Medici</data></node><node id="n1"><data key="d0">Pazzi</data></node>'
        '<edge source="n0" target="n1"/></graph></graphml>'
    )

    assert read(labelled.format("Pazzi")).graph.names == ("Medici", "Pazzi")
    assert read(labelled.format("Medici")).graph.names == ("0", "1")
    assert read(named).graph.names == ("Medici", "Pazzi")


def test_a_tie_both_ways_among_ties_with_direction_counts_twice():
    mixed = (
        '<graphml><graph edgedefault="directed"><node id="a"/><node id="b"/><node id="c"/>'
        '<edge source="a" target="b" directed="false"/><edge source="b" target="c"/></graph></graphml>'
    )

    assert ties(read(mixed)) == [("a", "b"), ("b", "a"), ("b", "c")]
    assert ties(read(mixed, undirected=True)) == [("a", "b"), ("b", "c")]


def test_what_is_left_out_or_odd_is_told():
    found = read("A,A\nA,B\nA,B\nB,a\nCafé,cafe\nPucci,\n")

    assert notes(found) == {GraphNote.LOOPS: 1, GraphNote.DOUBLES: 1, GraphNote.ALIKE: 2, GraphNote.ISOLATED: 1}
    assert found.noted(GraphNote.ALIKE) == ("A = a", "Café = cafe")
    assert len(found.graph.names) == 6


def test_a_tie_said_by_both_sides_of_a_matrix_is_no_double():
    symmetric, lopsided = ",A,B\nA,1,1\nB,1,0\n", ",A,B,C\nA,0,1,1\nB,1,0,0\nC,0,0,0\n"

    assert notes(read(symmetric, undirected=True)) == {GraphNote.LOOPS: 1}
    assert notes(read(lopsided, undirected=True)) == {GraphNote.ONE_SIDED: 1}
    assert notes(read("A,B\nB,A\n", undirected=True)) == {GraphNote.DOUBLES: 1}
    assert notes(read("A,B\nB,A\n")) == {}


@pytest.mark.parametrize(
    ("text", "reason", "numbers"),
    [
        (",A,B,C\nA,0,1,0\nB,0,0,1\n", Reason.NOT_SQUARE, {"rows": 2, "columns": 3}),
        (",A,B\nA,0,1\nC,0,0\n", Reason.NAMES_DIFFER, {"name": "B", "cell": "C1"}),
        (",A,A\nA,0,1\nA,0,0\n", Reason.NODE_TWICE, {"name": "A", "cell": "C1"}),
        (",A,B\nA,0,veel\nB,0,0\n", Reason.NO_VALUE, {"found": "veel", "cell": "C2"}),
        (",A,B\nA,0,nan\nB,0,0\n", Reason.NO_VALUE, {"found": "nan", "cell": "C2"}),
        (",A,,B\nA,0,0,1\nB,0,0,0\n", Reason.NODE_NAMELESS, {"cell": "C1"}),
        (",A,B\nA,0,1\n,0,0\n", Reason.NODE_NAMELESS, {"cell": "A3"}),
        (",A,B\nA,0,1,1\nB,0,0,0\n", Reason.NODE_NAMELESS, {"cell": "D1"}),
        ("naam;adres;gemeente;telefoon\nX;y;z;03\n", Reason.NO_GRAPH, {"file": "net.csv"}),
        ("", Reason.NO_NODES, {"file": "net.csv"}),
        ("\n;;\n", Reason.NO_NODES, {"file": "net.csv"}),
        (b"\x00\x01\x02\x03", Reason.WRONG_TYPE, {"file": "net.csv"}),
        (b"PK\x03\x04zip", Reason.NO_GRAPH, {"file": "net.csv"}),
        ("<html><body/></html>", Reason.NO_GRAPH, {"file": "net.csv"}),
        ("<graphml></graphml>", Reason.NO_GRAPH, {"file": "net.csv"}),
        ('<graphml><graph edgedefault="directed"/></graphml>', Reason.NO_NODES, {"file": "net.csv"}),
        ('<graphml><graph><node id="a"/>', Reason.DAMAGED, {}),
        ('<graphml><graph><node/></graph></graphml>', Reason.NODE_NAMELESS, {"cell": "<node>"}),
        ('<graphml><graph><edge source="a"/></graph></graphml>', Reason.NODE_NAMELESS, {"cell": "<edge>"}),
        (
            '<graphml><graph><node id="a"/><edge source="a" target="b"/></graph></graphml>',
            Reason.NODE_UNKNOWN,
            {"name": "b"},
        ),
        (BOMB, Reason.ENTITIES, {}),
        (OUTSIDE, Reason.ENTITIES, {}),
    ],
)  # fmt: skip
def test_a_file_that_cannot_be_read_says_why(text, reason, numbers):
    refused = refusal(text)

    assert (refused.reason, dict(refused.numbers)) == (reason, numbers)


@pytest.mark.parametrize("kind", ["gml", "pajek"])
def test_a_language_we_do_not_read_is_not_taken_for_a_list(kind, tmp_path):
    path = tmp_path / f"net.{kind}"
    getattr(networkx, f"write_{kind}")(networkx.path_graph(4), path)

    with pytest.raises(Refused) as caught:
        graph_at(path)

    assert caught.value.reason == Reason.NO_GRAPH


def test_a_node_that_is_there_twice_counts_once():
    found = read('<graphml><graph><node id="a"/><node id="a"/><node id="b"/></graph></graphml>')

    assert (found.graph.names, notes(found)[GraphNote.NODES_TWICE]) == (("a", "b"), 1)


def test_a_hundred_thousand_ties_are_read():
    lines = "\n".join(f"{nr % 20_000},{(nr * 7 + 1 + nr // 20_000) % 20_000}" for nr in range(100_000))

    found = read(lines)

    assert len(found.graph.names) == 20_000
    assert (
        len(found.graph.ties) + sum(notes(found).get(note, 0) for note in (GraphNote.LOOPS, GraphNote.DOUBLES))
        == 100_000
    )
