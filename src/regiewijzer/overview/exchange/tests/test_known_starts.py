"""A start of which only the year or the month is known is kept and shown so, on the way in, out and in between."""

from datetime import date

import pytest
from django.urls import reverse
from django.utils import timezone
from tests.accounts import Member
from tests.typed import record

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.exchange.queries import export_csv, export_workbook, planned
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.exchange.sheets.rows import State
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import as_facts
from regiewijzer.register.organisations.models import Organisation

TODAY = date(2026, 12, 1)
WRITTEN = [("2019", "2019"), ("september 2021", "09/2021"), ("3/12/2020", "03/12/2020"), ("2020-12-03", "03/12/2020")]


@pytest.mark.parametrize(("typed", "kept"), WRITTEN)
def test_what_was_typed_is_what_the_form_shows_again(
    typed: str, kept: str, vliermonde: Authority, coordinator: Member
) -> None:
    made = coordinator.client.post(reverse("network_add", args=["vliermonde"]), record("network", started=typed))
    network = Network.objects.get()

    page = coordinator.client.get(reverse("network_edit", args=["vliermonde", network.pk])).content.decode()

    assert made.status_code == 302
    assert f'value="{kept}"' in page
    assert network.start is not None
    assert network.start.written == kept


@pytest.mark.parametrize("typed", ["4/3/27", "03/25/2027", "ooit", "ca. 2019", "31/02/2020", "0202"])
def test_a_start_that_is_none_or_two_is_named(typed: str, vliermonde: Authority, coordinator: Member) -> None:
    answer = coordinator.client.post(reverse("network_add", args=["vliermonde"]), record("network", started=typed))

    assert answer.status_code == 422
    assert typed in answer.content.decode()
    assert not Network.objects.exists()


@pytest.fixture
def known_in_part(vliermonde: Authority) -> Network:
    owned = {"authority": vliermonde, "as_of": TODAY}
    network = Network.objects.create(name="Taalpunt", started=date(2019, 1, 1), started_precision="year", **owned)
    partner = Organisation.objects.create(name="Partner", **owned)
    Membership.objects.create(
        authority=vliermonde,
        network=network,
        organisation=partner,
        started=date(2021, 9, 1),
        started_precision="month",
    )
    return network


def test_an_export_says_the_year_and_comes_back_unchanged(known_in_part: Network) -> None:
    written = " ".join(data.decode() for _name, data in export_csv())

    plan = planned(read_files([("uit.xlsx", export_workbook())]), TODAY)

    assert "2019" in written
    assert "09/2021" in written
    assert "01/01/2019" not in written
    assert "2019-01-01" not in written
    assert not [entry for sheet in plan.sheets for entry in sheet.entries if entry.state is not State.UNCHANGED]


def test_pages_say_no_day_that_nobody_knows(known_in_part: Network, coordinator: Member) -> None:
    for name, shown in (("network", "2019"), ("network_members", "2021")):
        page = coordinator.client.get(reverse(name, args=["vliermonde", known_in_part.pk])).content.decode()
        assert shown in page
        assert "1 January 2019" not in page
        assert "January 2019" not in page
    dossier = coordinator.client.get(reverse("network", args=["vliermonde", known_in_part.pk])).content.decode()
    assert "since 2019" in dossier
    assert "at least" in dossier


def test_the_rules_count_from_the_last_day_it_can_be(known_in_part: Network) -> None:
    (fact,) = as_facts(Network.objects.all(), timezone.localdate()).values()

    assert (fact.started, fact.started_in_part) == (date(2019, 12, 31), True)


def test_changing_only_how_much_is_known_is_a_change(known_in_part: Network, coordinator: Member) -> None:
    typed = record("network", name="Taalpunt", started="01/01/2019", seen_version="1")

    coordinator.client.post(reverse("network_edit", args=["vliermonde", known_in_part.pk]), typed)

    known_in_part.refresh_from_db()
    assert known_in_part.start == date(2019, 1, 1)
