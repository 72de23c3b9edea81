"""The page of the hours, its paper and its workbook, on the example."""

import io
from collections.abc import Iterator

import pytest
from django.test import Client
from django.utils import translation
from python_calamine import CalamineWorkbook

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.load.documents import workbook_of
from regiewijzer.overview.load.sections import headline, in_short, load_of
from regiewijzer.overview.reports.documents.load_report import load_report
from regiewijzer.overview.reports.tests.reading import text_of
from regiewijzer.science.facts import Register

SENTENCE = "Twaalf opgelegde netwerken vragen 1025 van 3345 uur; van zeven netwerken weten we de uren niet"


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


def test_imposed_and_unknown_hours_stand_in_one_sentence(example: Example, dutch: None) -> None:
    load = load_of(example.register)

    assert (len(load.hours.known), len(load.hours.networks)) == (31, 38)
    assert headline(load.hours).plain == SENTENCE
    assert "gekend in 31 van 38 netwerken" in in_short(example.register).plain


def test_the_page_names_every_origin_rule_and_theme(example: Example, client: Client) -> None:
    page = client.get(f"/{example.authority.slug}/uren/", {"partner": "cáw"}).content.decode()

    assert "1025 van 3345 uur" in page
    assert "Vul de uren van 7 netwerken in" in page
    assert "onbekend" in page
    assert ">CAW Schelde<" in page
    assert ">CKG De Notelaar<" not in page


def test_a_partner_that_is_not_there_gets_a_sentence(example: Example, client: Client) -> None:
    page = client.get(f"/{example.authority.slug}/uren/", {"partner": "<b>"}).content.decode()

    assert "Geen partner met “&lt;b&gt;” in de naam" in page


def test_the_paper_says_the_same(example: Example, dutch: None) -> None:
    text = " ".join(text_of(load_report(example.authority, example.register).content).split())

    assert SENTENCE in text
    assert "CAW Schelde" in text


def test_a_cell_of_unknown_hours_is_empty(example: Example, dutch: None) -> None:
    book = CalamineWorkbook.from_filelike(io.BytesIO(workbook_of(load_of(example.register))))
    networks, origins = (book.get_sheet_by_name(title).to_python() for title in ("Netwerken", "Herkomst"))

    hours = {row[0]: row[5] for row in networks}
    assert (hours["Huis van het Kind"], hours["Erfgoedoverleg"]) == (260, "")
    assert origins[1] == ["Eigen initiatief", 23, 4, 2320]


def test_without_networks_or_hours_nothing_is_told_as_nought(example: Example, dutch: None) -> None:
    empty = load_of(Register(example.today))

    assert "nog geen netwerk" in headline(empty.hours).plain
    assert in_short(Register(example.today)).plain == ""
