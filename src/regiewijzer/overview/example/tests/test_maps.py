"""Who works with whom, on the example: words, picture, measures and files."""

import io
from collections.abc import Iterator

import networkx
import pytest
from django.test import Client
from django.utils import translation
from pypdf import PdfReader

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.maps.queries import NETWORKS, PARTNERS, Asked, map_of
from regiewijzer.overview.maps.sections import headline, sections
from regiewijzer.science.measures.affiliation import MAPS


@pytest.fixture
def dutch() -> Iterator[None]:
    with translation.override("nl"):
        yield


@pytest.fixture
def client(example: Example) -> Client:
    position = Position.objects.get(authority=example.authority, role=Role.COORDINATOR)
    client = Client()
    client.force_login(position.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _page(client: Client, **asked: str) -> str:
    return " ".join(client.get("/vliermonde/kaart/", asked).content.decode().split())


def test_who_holds_a_theme_together_comes_first(example: Example, dutch: None) -> None:
    found = map_of(example.authority, Asked(theme="social_services"), example.today)
    if not found.networks:
        found = map_of(example.authority, Asked(), example.today)
    holding = found.holding()

    assert holding
    graph = networkx.Graph(found.read.graph.ties)
    graph.add_nodes_from(range(len(found.names)))
    before = networkx.number_connected_components(graph)
    for each in holding:
        left = graph.copy()
        left.remove_node(each.place)
        assert networkx.number_connected_components(left) - before + 1 == each.parts
    assert found.names[holding[0].place] in headline(found).plain


def test_the_page_draws_every_kind_and_says_of_how_many_it_knows(client: Client) -> None:
    for kind in ("members", "partners", "networks"):
        page = _page(client, kind=kind)
        assert "OCMW Vliermonde" in page or kind == "networks"
        assert "Van 41 van 41 netwerken" in page
        assert "<svg" in page


def test_a_name_is_found_and_stands_in_focus(client: Client) -> None:
    assert "focus=CAW+Schelde" in _page(client, search="cáw")
    page = _page(client, focus="CAW Schelde")
    assert "In beeld: <b>CAW Schelde</b>" in page
    assert "Niets op deze kaart heeft “zzz” in de naam" in _page(client, search="zzz")


def test_no_label_is_cut_off_and_none_overlaps(example: Example, dutch: None) -> None:
    for kind in (PARTNERS, NETWORKS, "members"):
        found = map_of(example.authority, Asked(kind=kind), example.today)
        told = sections(found, limits_of(example.authority), lambda _name: "")
        (drawn,) = [each for each in told if each.key == "map"]
        assert drawn.picture is not None
        assert "…" not in drawn.picture.wide
        assert "…" not in drawn.picture.narrow


def test_a_year_gone_by_holds_who_sat_then(example: Example) -> None:
    then = map_of(example.authority, Asked(year=2017), example.today)

    assert then.day.year == 2017
    assert {network.name for network in then.networks} >= {"Huis van het Kind", "Lokaal Overleg Kinderopvang"}
    assert "Kansrijk Opgroeien" not in {network.name for network in then.networks}


@pytest.mark.parametrize("kind", ["members", "partners", "networks"])
def test_files_are_read_back_by_another_program(example: Example, client: Client, kind: str) -> None:
    found = map_of(example.authority, Asked(kind=kind), example.today)

    def file(form: str, **more: str) -> bytes:
        return client.get("/vliermonde/kaart/bestand/", {"kind": kind, "form": form, **more}).content

    graphml = networkx.parse_graphml(file("graphml").decode())
    assert set(graphml) == set(found.names)
    assert graphml.number_of_edges() == len(found.read.graph.ties)
    names = found.names
    between = {names[nr]: each.betweenness for nr, each in enumerate(found.measured.nodes)}
    assert {node: data["betweenness"] for node, data in graphml.nodes(data=True)} == pytest.approx(between)
    gexf = networkx.read_gexf(io.BytesIO(file("gexf")))
    pajek = networkx.parse_pajek(file("net").decode())
    assert len(gexf) == len(pajek) == len(names)
    assert len(file("csv").splitlines()) > len(found.read.graph.ties)
    assert len(file("csv", matrix="1").splitlines()) == len(names) + 1
    assert file("xlsx").startswith(b"PK")


def test_a_form_we_do_not_write_is_not_there(client: Client) -> None:
    assert client.get("/vliermonde/kaart/bestand/", {"form": "exe"}).status_code == 404


@pytest.mark.parametrize("kind", MAPS)
def test_a_map_on_paper_says_the_same_with_its_measures_and_its_table(
    example: Example, client: Client, dutch: None, kind: str
) -> None:
    answer = client.get("/vliermonde/kaart/kaart.pdf", {"kind": kind})
    found = map_of(example.authority, Asked(kind=kind), example.today)

    pages = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(answer.content)).pages]
    text = " ".join(pages)
    assert headline(found).plain in text
    assert "Dichtheid" in text
    assert "Tabellen bij de figuren" in text
    assert len(pages) <= 9
    assert ("Wie de meeste banden heeft, staat getekend" in text) == (kind != "networks")


def test_on_paper_a_large_map_draws_those_with_most_ties(example: Example, dutch: None) -> None:
    found = map_of(example.authority, Asked(), example.today)
    limits = limits_of(example.authority)
    whole, small = (
        next(each for each in sections(found, limits, lambda _name: "", most=most) if each.picture)
        for most in (300, 20)
    )

    assert small.picture is not None
    assert whole.picture is not None
    assert len(small.picture.data_table.rows) < len(whole.picture.data_table.rows)
    assert small.note.startswith("Wie de meeste banden heeft, staat getekend; ")
