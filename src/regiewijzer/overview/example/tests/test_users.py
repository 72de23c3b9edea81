"""Whom it is for, on paper and on top of an agenda: what stands there, and who gets it; and what is found by words."""

from collections.abc import Iterator
from io import BytesIO

import pytest
from django.test import Client
from django.utils.translation import override
from pypdf import PdfReader
from time_machine import travel

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.rights import Role
from regiewijzer.overview.example.files import STORY_DAY
from regiewijzer.overview.example.tests.conftest import Example
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.reports.documents.board_report import board_of
from regiewijzer.overview.reports.documents.network_dossier import dossier_of
from regiewijzer.overview.reports.tests.reading import text_of
from regiewijzer.register.meetings.models import Meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.facts import InsightKind
from regiewijzer.science.rules.vocabulary import Rule
from regiewijzer.tools.insights.public import Insight

A4, A3_ON_ITS_SIDE = (210, 297), (420, 297)  # millimetres
POINTS_PER_MM = 72 / 25.4


@pytest.fixture(autouse=True)
def dutch() -> Iterator[None]:
    with override("nl"), travel(STORY_DAY):
        yield


def _client(example: Example, role: Role) -> Client:
    position = Position.objects.filter(authority=example.authority, role=role).order_by("pk")[0]
    client = Client()
    client.force_login(position.user, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def _insight(kind: InsightKind, network: str = "Kansrijk Opgroeien") -> Insight:
    return Insight.objects.filter(kind=kind, network__name=network).order_by("pk")[0]


def _sheet(insight: Insight) -> str:
    return f"/vliermonde/netwerken/{insight.network_id}/gebruikers/{insight.pk}/blad.pdf"


def _size(content: bytes) -> tuple[int, int]:
    page = PdfReader(BytesIO(content)).pages[0]
    return round(float(page.mediabox.width) / POINTS_PER_MM), round(float(page.mediabox.height) / POINTS_PER_MM)


def test_a_persona_stands_on_one_sheet(example: Example) -> None:
    sara = Insight.objects.get(name="Sara")

    made = _client(example, Role.GUEST).get(_sheet(sara))

    assert made["Content-Type"] == "application/pdf"
    assert (_size(made.content), len(PdfReader(BytesIO(made.content)).pages)) == (A4, 1)
    said = text_of(made.content)
    assert all(words in said for words in ("Een verzonnen type", sara.quote, "Opvang als ze naar een dienst moet"))


def test_a_journey_lies_on_a3_with_its_table_behind_it(example: Example) -> None:
    journey = _insight(InsightKind.JOURNEY)

    content = _client(example, Role.GUEST).get(_sheet(journey)).content

    assert _size(content) == A3_ON_ITS_SIDE
    assert len(PdfReader(BytesIO(content)).pages) == 2
    assert text_of(content, 1).count(str(journey.steps.all()[0].name)) == 1


def test_a_day_is_for_those_who_see_it(example: Example) -> None:
    diary = _insight(InsightKind.DIARY)

    assert "06:40" in text_of(_client(example, Role.COORDINATOR).get(_sheet(diary)).content)
    assert _client(example, Role.GUEST).get(_sheet(diary)).status_code == 404
    assert _client(example, Role.READER).get(_sheet(diary)).status_code == 404


def test_an_interview_is_no_sheet_and_what_is_destroyed_has_none(example: Example) -> None:
    client, sara = _client(example, Role.COORDINATOR), Insight.objects.get(name="Sara")
    before, interview = sara.destroyed_on, _insight(InsightKind.INTERVIEW)

    Insight.objects.filter(pk=sara.pk).update(destroyed_on=STORY_DAY)
    answers = [client.get(_sheet(each)).status_code for each in (interview, sara)]
    Insight.objects.filter(pk=sara.pk).update(destroyed_on=before)

    assert answers == [404, 404]


def test_whom_it_is_for_stands_on_top_of_the_agenda(example: Example) -> None:
    meeting = Meeting.objects.filter(network__name="Kansrijk Opgroeien", held_on__gte=STORY_DAY).order_by("held_on")[0]

    page = _client(example, Role.READER).get(f"/vliermonde/overleg/{meeting.pk}/").content.decode()

    assert page.index("Voor wie doen we dit?") < page.index('id="agenda"')
    assert page.index("Ik vertel mijn verhaal elke keer opnieuw") < page.index('id="agenda"')


def test_the_dossier_tells_a_persona_and_the_board_how_users_were_heard(example: Example) -> None:
    network = Network.objects.get(name="Kansrijk Opgroeien")

    dossier = text_of(dossier_of(network, example.authority, example.today).pdf.content)
    board = board_of(example.authority, example.today).pdf

    assert "Opvang als ze naar een dienst moet" in dossier
    assert "Wat gebruikers meemaken" in text_of(board.content)
    assert board.pages == 2


def test_the_finding_about_many_hands_leads_to_the_arena_with_who_is_missing(example: Example) -> None:
    stored = StoredFinding.objects.standing().filter(rule=Rule.INSIGHT_MANY_HANDS).order_by("pk")[0]
    missing = Organisation.objects.get(name=stored.numbers["absent"].split(", ")[0])
    client = _client(example, Role.COORDINATOR)

    opened = client.get(f"/vliermonde/bevindingen/{stored.pk}/")
    advice = opened.context["finding"].advice
    elsewhere = Organisation.objects.current().order_by("-name")[0]
    placing = client.get(
        f"/vliermonde/netwerken/{stored.subjects[0]['ref']}/tafel/action/nieuw/", {"partner": elsewhere.pk}
    )

    assert f"/partner/{missing.pk}/" in advice  # it stands in the arena of this phase already
    assert advice in opened.content.decode()
    assert client.get(advice).status_code == 200
    assert f'value="{elsewhere.name}"' in placing.content.decode()


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kinderopvng", "Lokaal Overleg Kinderopvang"),
        ("netwerken jeugd", "Jongeren aan Zet"),
        ("organisatienetwerken", "organisatienetwerk"),
        ("vastgelopen overleg", "Veel overleg, weinig resultaat"),
    ],
)
def test_words_find_first_what_somebody_expects(example: Example, typed: str, first: str) -> None:
    page = _client(example, Role.READER).get("/vliermonde/zoeken/", {"q": typed})

    groups, known = page.context["groups"], page.context["known"]
    shown = [result.title for group in groups for result in group.results] + [result.title for result in known]
    assert shown[0] == first
