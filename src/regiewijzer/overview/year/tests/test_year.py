"""The account of a year: what was decided, changed and stopped, on a page, on two sheets and in two texts."""

from datetime import date, timedelta
from io import BytesIO

import pytest
from django.utils import timezone
from pypdf import PdfReader
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.year.sections import LONG_TEXT, SHORT_TEXT
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network

TODAY = timezone.localdate()
LAST = TODAY.year - 1


@pytest.fixture
def full(world: World) -> World:
    """A year with far more than fits, and the one before with one decision and one network that went into another."""
    with inside(world.authority.pk):
        about = {"authority": world.authority, "network_id": world.key("network")}
        Decision.objects.bulk_create(
            Decision(name=f"Besluit {number} over een lang verhaal " * 3, decided_on=TODAY, **about)
            for number in range(60)
        )
        Decision.objects.create(name="Van vorig jaar", decided_on=date(LAST, 3, 1), **about)
        Network.objects.create(
            authority=world.authority,
            name="Oud Overleg",
            started=date(2019, 1, 1),
            ended=date(LAST, 6, 30),
            went_into_id=world.key("network"),
        )
    return world


def test_a_year_tells_what_was_decided_and_stopped_in_it_alone(full: World, reader: Member) -> None:
    page = reader.client.get(f"/vliermonde/jaar/?year={LAST}").content.decode()

    assert "<b>One decision</b> in" in page
    assert "Van vorig jaar" in page
    assert "Oud Overleg" in page
    assert "went into Kansrijk Opgroeien" in page
    assert "Besluit 1" not in page


@pytest.mark.parametrize("year", ["", "1066", "nonsense", "²"])
def test_a_year_of_which_nothing_stands_there_is_this_one(full: World, reader: Member, year: str) -> None:
    answer = reader.client.get("/vliermonde/jaar/", {"year": year})

    assert answer.context["year"] == TODAY.year
    assert LAST in answer.context["years"]


def test_the_texts_keep_to_the_fields_of_the_plan(full: World, reader: Member) -> None:
    (short, most), (long, most_long) = reader.client.get("/vliermonde/jaar/").context["texts"]

    assert (most, most_long) == (SHORT_TEXT, LONG_TEXT)
    assert 0 < len(short) <= SHORT_TEXT
    assert SHORT_TEXT < len(long) <= LONG_TEXT
    assert "What we decided" in long


def test_the_paper_has_two_pages_however_much_was_decided(full: World, coordinator: Member) -> None:
    answer = coordinator.client.get("/vliermonde/jaar/jaar.pdf")

    reader = PdfReader(BytesIO(answer.content))
    assert answer["Content-Type"] == "application/pdf"
    assert len(reader.pages) <= 2
    assert "What we stopped" in "".join(page.extract_text() for page in reader.pages)


def test_an_empty_year_says_that_nothing_stands_there(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        Decision.objects.all().delete()
        Network.objects.update(ended=None)

    page = reader.client.get("/vliermonde/jaar/").content.decode()

    assert "nothing stands in the register that was decided or stopped" in page
    assert "Nothing was decided in this year." in page


def test_what_is_in_the_archive_does_not_count(full: World, reader: Member) -> None:
    with inside(full.authority.pk):
        Decision.objects.filter(name="Van vorig jaar").update(archived_at=timezone.now() - timedelta(days=1))

    assert "Van vorig jaar" not in reader.client.get(f"/vliermonde/jaar/?year={LAST}").content.decode()
