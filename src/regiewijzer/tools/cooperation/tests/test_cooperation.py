from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from tests.accounts import Member
from tests.typed import day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import Response, Way, completed, outcome, questionnaire
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.networks.queries import partners_of
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.cooperation.forms import ThemesForm
from regiewijzer.tools.cooperation.models import Measurement, Statement
from regiewijzer.tools.cooperation.public import TOOL
from regiewijzer.tools.cooperation.queries import (
    balance_of,
    cooperation_page,
    give_and_take_by_network,
    ratings_by_network,
)

pytestmark = pytest.mark.usefixtures("english")


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    Statement.objects.all().delete()
    return Network.objects.get(pk=world.key("network"))


def _page(network: Network, more: str = "") -> str:
    return f"/vliermonde/netwerken/{network.pk}/samenwerking/{more}"


def _said(network: Network, number: int = 0, **more: Any) -> Statement:
    organisation = partners_of(network)[number].organisation
    given = {"brings_size": 3, "gets_size": 0, "said_by": "partner", "said_on": date(2025, 1, 1), **more}
    return Statement.objects.create(
        authority_id=network.authority_id, network=network, organisation=organisation, **given
    )


def _typed(**more: str) -> dict[str, str]:
    return {"measured_on": "2025-06-01", "source": "workshop", "returns": "2.1", **more}


def test_what_members_accept_is_kept_told_and_shown(network: Network, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(network, "meten/"), _typed(answers="8", invited="10"))

    page = coordinator.client.get(_page(network)).content.decode()
    assert answer["location"] == _page(network)
    assert Measurement.objects.get().returns == Decimal("2.10")
    assert Entry.objects.get(kind="network").changes == {
        "measurement": [None, "2025-06-01"],
        "returns": [None, "2.1"],
    }
    assert "too low" in page
    assert "8 of 10 answered" in page


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"returns": ""}, "__all__"),
        ({"returns": "5.1"}, "returns"),
        ({"answers": "12", "invited": "10"}, "__all__"),
        ({"source": "gehoord"}, "source"),
        ({"measured_on": day(1)}, "measured_on"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: dict[str, str], field: str) -> None:
    assert list(ThemesForm(network, _typed(**typed)).errors) == [field]


def test_answers_fall_apart_only_when_enough_people_gave_them(network: Network) -> None:
    for answers in (4, 5):
        Measurement.objects.create(
            authority_id=network.authority_id,
            network=network,
            agreement=3,
            agreement_consensus=Decimal("0.4"),
            answers=answers,
        )

    newest, older = cooperation_page(network, partners_of(network), limits_of(network.authority)).measurements

    assert (newest.scores[0].divided, older.scores[0].divided) == (True, False)


def test_what_a_partner_brings_and_gets_is_kept_in_a_line_of_its_own(network: Network, coordinator: Member) -> None:
    partner = partners_of(network)[0]
    address = _page(network, f"partner/{partner.pk}/")
    typed = {"brings": "Een zaal", "brings_size": "1", "gets": "Bereik", "said_by": "table", "said_on": day()}

    coordinator.client.post(address, typed)
    coordinator.client.post(address, typed | {"brings_size": "3", "gets_size": "0"})

    newest, older = Statement.objects.filter(network=network)
    assert (newest.brings_size, newest.gets_size, older.brings_size, older.gets_size) == (3, 0, 1, None)
    assert newest.written_by == coordinator.position
    line = Entry.objects.filter(kind="network").order_by("number").last()
    assert line is not None
    assert line.changes == {"organisation": ["Partner 0"] * 2, "brings_size": [1, 3], "gets_size": [None, 0]}
    assert "Een zaal" in coordinator.client.get(address).content.decode()


@pytest.mark.parametrize("typed", [{}, {"brings_size": "4"}, {"brings": "x", "said_on": day(1)}, {"brings": "x" * 401}])
def test_a_statement_that_says_nothing_or_too_much_is_refused(
    network: Network, coordinator: Member, typed: dict[str, str]
) -> None:
    address = _page(network, f"partner/{partners_of(network)[0].pk}/")

    answer = coordinator.client.post(address, {"said_by": "table", "said_on": day(), **typed})

    assert answer.status_code == 422
    assert not Statement.objects.exists()


def test_a_statement_typed_by_mistake_is_taken_back(network: Network, coordinator: Member) -> None:
    partner, kept = partners_of(network)[0], _said(network, brings="Een zaal")
    wrong = _said(network, brings="Een boot")

    coordinator.client.post(_page(network, f"partner/{partner.pk}/{wrong.pk}/terug/"))

    assert list(Statement.objects.all()) == [kept]


def test_only_a_partner_of_today_is_asked(network: Network, coordinator: Member) -> None:
    partner = partners_of(network)[0]
    Membership.objects.filter(pk=partner.pk).update(started=date(2020, 1, 1), ended=date(2021, 1, 1))

    assert coordinator.client.get(_page(network, f"partner/{partner.pk}/")).status_code == 404


def test_the_newest_statement_counts_and_the_most_uneven_is_named_first(network: Network) -> None:
    _said(network, 0, brings_size=0, gets_size=3)
    _said(network, 0, said_on=date(2025, 2, 2), brings_size=2, gets_size=0)
    _said(network, 1)
    _said(network, 2, brings_size=1, gets_size=3)
    _said(network, 3, brings_size=None)

    balance = balance_of(network, partners_of(network), limits_of(network.authority))

    assert [row.name for row in balance.bring_more] == ["Partner 1", "Partner 0"]
    assert [row.name for row in balance.get_more] == ["Partner 2"]
    assert (balance.known, balance.estimated, len(balance.rows)) == (4, 3, len(partners_of(network)))
    assert balance.division is not None
    assert (balance.percent, balance.one_carries) == (50, False)


def test_one_who_brings_much_is_no_lack_of_balance(coordinator: Member, network: Network) -> None:
    _said(network, 0, brings_size=3, gets_size=3)
    for nth in (1, 2, 3):
        _said(network, nth, brings_size=1, gets_size=1)

    page = coordinator.client.get(_page(network)).content.decode()

    assert "A large part of what was estimated comes from one partner" in page
    assert "What is brought and what is got is out of balance" not in page


def test_the_rules_get_the_newest_statement_of_each_partner(network: Network) -> None:
    _said(network, 0, brings_size=1, said_by="estimate")
    _said(network, 0, said_on=date(2025, 2, 2), brings_size=2, said_by="table")

    (row,) = give_and_take_by_network()[network.pk]

    assert (row.name, row.brings, row.gets, row.agreed, row.said_on) == ("Partner 0", 2, 0, True, date(2025, 2, 2))


def test_a_guest_reads_the_table_and_no_judgement(network: Network, guest: Member) -> None:
    _said(network, brings="Een zaal voor zestig", gets="Een goede naam")
    Measurement.objects.create(authority_id=network.authority_id, network=network, returns=Decimal("1.37"))

    page = guest.client.get(f"/vliermonde/mijn-netwerken/{network.pk}/").content.decode()

    assert "Een zaal voor zestig" in page
    assert "Een goede naam" in page
    assert "1.4" not in page
    assert "/partner/" not in page


def test_a_network_of_which_nothing_is_known_says_what_to_ask(vliermonde: Authority, coordinator: Member) -> None:
    network = Network.objects.create(authority=vliermonde, name="Leeg")

    page = coordinator.client.get(_page(network)).content.decode()

    assert "Nobody was asked yet" in page
    assert "Nobody sits in this network yet." in page


def _asked(network: Network | None, answers: list[dict[str, int]]) -> CompletedInquiry:
    told = outcome(
        questionnaire("cooperation-health"),
        [Response(each) for each in answers],
        source=InputSource.SURVEY,
        held_on=date(2025, 9, 1),
        answered=len(answers),
        invited=9,
    )
    return completed(told, Way.SURVEY, 1, network=network)


HAPPY = {"returns.own": 5, "returns.fair": 5, "returns.free_riders": 1, "returns.grant": 5}
UNHAPPY = {"returns.own": 1, "returns.fair": 1, "returns.free_riders": 5, "returns.grant": 1}


def test_answers_to_the_questionnaire_become_a_measurement(network: Network, coordinator: Member) -> None:
    TOOL.imports["cooperation-health"](inquiry=_asked(network, [HAPPY, UNHAPPY]), actor=coordinator.actor)
    TOOL.imports["cooperation-health"](inquiry=_asked(network, [HAPPY]), actor=coordinator.actor)
    TOOL.imports["cooperation-health"](inquiry=_asked(network, [{}]), actor=coordinator.actor)
    TOOL.imports["cooperation-health"](inquiry=_asked(None, [HAPPY]), actor=coordinator.actor)

    both, one = Measurement.objects.order_by("id")
    assert {"cooperation-health"} == set(TOOL.imports)
    assert (both.returns, both.returns_consensus, both.agreement) == (Decimal(3), Decimal(0), None)
    assert (both.answers, both.invited, both.measured_on) == (2, 9, date(2025, 9, 1))
    assert (one.returns, one.returns_consensus) == (Decimal(5), None)


def test_what_another_authority_knows_stays_there(world_elsewhere: World, network: Network) -> None:
    with inside(world_elsewhere.authority.pk):
        Measurement.objects.create(
            authority=world_elsewhere.authority, network_id=world_elsewhere.key("network"), returns=3
        )

    assert ratings_by_network() == {}
    assert give_and_take_by_network() == {}
