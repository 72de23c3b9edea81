import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override
from pytest_django import DjangoAssertNumQueries
from tests.world import World

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit.actions import record
from regiewijzer.foundation.audit.models import Verb
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.reports.documents.network_dossier import dossier_of, dossiers_of, papers_of
from regiewijzer.overview.reports.documents.pdf import GeneratedReport
from regiewijzer.overview.reports.tests.reading import alternatives_of, bold_in, headings_of, text_of
from regiewijzer.overview.reports.tests.samples import HOSTILE, TODAY
from regiewijzer.overview.reports.tests.test_board_report import DUTCH
from regiewijzer.register.networks.models import GoalVersion, Membership, Network
from regiewijzer.register.organisations.models import Organisation


def made(network: Network, world: World, language: str = "en") -> GeneratedReport:
    with inside(world.authority.pk), override(language):
        return dossier_of(Network.objects.get(pk=network.pk), world.authority, TODAY)


@pytest.fixture
def dossier(known: Network, world: World) -> bytes:
    return made(known, world).pdf.content


def test_it_tells_everything_chapter_by_chapter_and_the_tables_last(dossier: bytes) -> None:
    chapters = [
        "Kansrijk Opgroeien",
        "What asks for a decision",
        "The form it has falls short on 2 conditions",
        "What the form of today needs",
        "Measurements, on a scale of 1 to 5",
        "The goal",
        "How the goal was worded before",
        "How the partners cooperate",
        "Who sits at the table",
        "Is there a result?",
        "What was decided",
        "How it went",
        "More about this network",
        "How we know this",
        "Sources",
        "Tables with the pictures",
    ]

    found = headings_of(dossier)

    assert [heading for heading in found if heading in chapters] == chapters


def test_what_comes_from_our_questions_says_that_nobody_studied_them(dossier: bytes) -> None:
    assert "The questions are by Regiewijzer itself and not yet validated" in text_of(dossier)


def test_it_begins_with_a_plain_sentence_and_the_goal(dossier: bytes) -> None:
    assert "A guide for every family Kansrijk Opgroeien exists 26 months and has 11 partners." in text_of(
        dossier, page=0
    )
    assert "findings ask for a decision." in bold_in(dossier)


def test_it_says_what_the_form_falls_short_of_and_by_how_much(dossier: bytes) -> None:
    said = text_of(dossier)

    assert "Trust at least 4.0 2.8 out of 5 1.2 too low" in said
    assert "Number of partners at most 8 11 3 too many" in said
    assert "For the form it has you would need: the trust at least 4.0" in said


def test_each_finding_comes_with_its_reasons_its_certainty_its_rule_and_its_source(dossier: bytes) -> None:
    said = text_of(dossier)

    for label in ("Why this matters:", "How sure we are:", "What supports it:", "What weakens it:", "Rule:", "Source:"):
        assert label in said
    assert "11 partners" in bold_in(dossier)
    assert "Provan, K. and Kenis, P. (2008)." in said


def test_it_names_partners_persons_and_actions(dossier: bytes) -> None:
    said = text_of(dossier)

    assert "Els Wouters Keeps the list of guides" in said
    assert "10 partners have no fixed person." in said


def test_it_shows_before_and_after_of_a_decision(dossier: bytes) -> None:
    said = text_of(dossier)

    assert "Act: Narrow the goal" in said
    assert re.search(r"When we decided, [\w ]+: Kansrijk .* as a self- ?regulating network with 14", said)
    assert re.search(r"When we looked again, [\w ]+: Kansrijk .* as a self- ?regulating network with 9", said)
    assert "What we learned: Fewer people, faster." in said


def test_pictures_are_described_and_repeated_as_tables(known: Network, world: World) -> None:
    dossier = made(known, world)

    assert len(alternatives_of(dossier.pdf.content)) == 3
    assert all("The table at the end says the same." in words for words in alternatives_of(dossier.pdf.content))
    assert [table.caption for table in dossier.tables] == [
        "Forms of governance against conditions",
        "Mieke zoekt hulp",
        "Course of Kansrijk Opgroeien",
    ]


def test_a_long_dossier_lists_its_chapters(known: Network, world: World) -> None:
    dossier = made(known, world)

    assert dossier.pdf.pages >= 4
    assert "Contents What asks for a decision" in text_of(dossier.pdf.content).replace(".", "")


def test_a_network_of_which_nothing_is_known_gets_a_short_dossier(world: World) -> None:
    with inside(world.authority.pk):
        bare = Network.objects.create(authority=world.authority, name="Bare", as_of=TODAY)

    dossier = made(bare, world)

    said = text_of(dossier.pdf.content)
    assert dossier.pdf.pages < 4
    assert dossier.tables == ()
    assert "Contents" not in said
    assert "No goal is worded yet." in said
    assert "Nobody sits in this network yet." in said
    assert "Nothing was measured yet." in said


def test_an_english_dossier_holds_no_dutch(dossier: bytes) -> None:
    of_the_town = "Belt voor de"  # what a step of the journey is called there
    before_the_sources = text_of(dossier).split("Briels, G. and Cousaert")[0].replace(of_the_town, "")

    assert {word.strip(".,;:()?").lower() for word in before_the_sources.split()} & DUTCH <= {"van", "het"}


def test_a_dutch_dossier_speaks_dutch_whoever_asks(known: Network, world: World) -> None:
    with override("en"):
        said = text_of(made(known, world, "nl").pdf.content)

    assert "14 oktober 2026" in said
    assert "draait als zelfregulerend netwerk met 11 partners" in said


@pytest.mark.parametrize("words", HOSTILE)
def test_what_people_typed_is_set_as_it_is(known: Network, world: World, words: str) -> None:
    clean = words.replace("\u0000", "")
    with inside(world.authority.pk):
        Organisation.objects.filter(memberships__network=known).update(name=clean)
        Membership.objects.filter(network=known).update(action=f"{clean} " * 3)
        GoalVersion.objects.filter(network=known).update(text=f"{clean} {'x' * 900}")
        Network.objects.filter(pk=known.pk).update(note=clean * 20, target_groups=[clean], territory=clean)

    dossier = made(known, world)

    if words.isascii():
        assert " ".join(clean.split()) in text_of(dossier.pdf.content)


def test_it_says_when_it_was_never_recorded_why(dossier: bytes) -> None:
    assert "Regiewijzer has no record of why a network was the answer." in text_of(dossier)


def test_a_set_of_dossiers_is_each_of_them_in_their_order(known: Network, world: World) -> None:
    with inside(world.authority.pk), override("en"):
        other = Network.objects.exclude(pk=known.pk).first()
        assert other is not None
        networks = [other, known, other]

        reports = dossiers_of(networks, world.authority, TODAY)

        assert reports == [dossier_of(network, world.authority, TODAY) for network in networks]


def test_a_larger_set_of_dossiers_asks_no_more(
    known: Network, world: World, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with inside(world.authority.pk):
        few = list(Network.objects.running(TODAY))
        papers_of(few, world.authority, TODAY)
        with CaptureQueriesContext(connection) as asked:
            papers_of(few, world.authority, TODAY)
        for nr in range(5):
            added = Network.objects.create(authority=world.authority, name=f"N{nr}", challenge=known.challenge)
            for organisation in Organisation.objects.current()[:3]:
                Membership.objects.create(authority=world.authority, network=added, organisation=organisation)
        record(actor=Actor(world.authority.pk), verb=Verb.CHANGED, kind=Network.KIND, pk=known.pk)
        current_snapshot(world.authority, TODAY)  # gathered anew, and kept
        many = list(Network.objects.running(TODAY))

        with django_assert_max_num_queries(len(asked)):
            papers_of(many, world.authority, TODAY)

    assert len(many) == len(few) + 5
