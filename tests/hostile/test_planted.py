"""A workbook with forty mistakes: each is named by its cell, and nothing is saved."""

from django.db.models import Model
from django.utils import timezone

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.exchange.actions import save_plan
from regiewijzer.overview.exchange.queries import planned
from regiewijzer.register.exchange import wording
from regiewijzer.register.exchange.files.reading import read_files
from regiewijzer.register.exchange.plans.plan import Plan
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation
from tests.accounts import Member
from tests.hostile.planted import PLANTED, planted_workbook

REGISTER: tuple[type[Model], ...] = (Organisation, Network, Membership)


def _plan() -> Plan:
    return planned(read_files([("fouten.xlsx", planted_workbook())]), timezone.localdate())


def test_every_mistake_is_named_by_its_cell_and_nothing_else_is(vliermonde: Authority) -> None:
    found = {str(mistake.place): mistake.fault for mistake in _plan().mistakes}

    assert len(PLANTED) == 40
    assert found == PLANTED


def test_mistakes_come_in_the_order_of_the_file(vliermonde: Authority) -> None:
    places = [(mistake.place.sheet, mistake.place.row) for mistake in _plan().mistakes]

    sheets = list(dict.fromkeys(sheet for sheet, _row in places))
    assert sheets == list(dict.fromkeys(place.partition("!")[0] for place in PLANTED))
    assert places == sorted(places, key=lambda place: (sheets.index(place[0]), place[1]))


def test_every_mistake_says_what_was_found_what_is_allowed_and_an_example(vliermonde: Authority) -> None:
    told = {str(mistake.place): wording.sentence(mistake) for mistake in _plan().mistakes}

    assert "“31/02/2024”" in told["Netwerken!B3"]
    assert "03/12/2026" in told["Netwerken!B3"]
    assert "60 + 0 + 0 + 30 = 90" in told["Instrumenten!B3"]
    assert "10000" in told["Partners!A6"]
    assert "0207.508.932" in told["Partners!B4"]
    assert "Gemeente" in told["Partners!C8"]
    assert "(0207.437.468)" in told["Leden!B8"]
    assert "=SUM(D2:D3)" in told["Netwerken!E6"]
    assert all(sentence.startswith(f"{place} (") for place, sentence in told.items())
    assert not any("%(" in sentence for sentence in told.values())


def test_a_row_that_names_a_wrong_row_is_no_mistake_but_stays_out(vliermonde: Authority) -> None:
    members = next(each for each in _plan().sheets if each.sheet.code == "members")

    assert [str(place) for place in members.hanging] == ["Leden!A7"]


def test_looking_saves_nothing(vliermonde: Authority) -> None:
    _plan()

    assert [model._default_manager.count() for model in REGISTER] == [0, 0, 0]


def test_the_good_rows_alone_can_be_saved(vliermonde: Authority, coordinator: Member) -> None:
    plan = _plan()

    save_plan(plan=plan, digest=plan.digest, actor=Actor(vliermonde.pk), today=timezone.localdate(), file="x")

    assert set(Organisation.objects.values_list("name", flat=True)) == {"Aalst"}
    assert list(Network.objects.values_list("name", flat=True)) == ["Goed"]
    assert Membership.objects.count() == 1
