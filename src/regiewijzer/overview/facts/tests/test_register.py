from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.overview.facts.queries import network_on, pairs_of, register_on
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.networks.models import FormPeriod, Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science import facts

TODAY = timezone.localdate()


def _network(world: World) -> facts.Network:
    register = register_on(world.authority, TODAY)
    return next(network for network in register.networks if network.ref == world.key("network"))


def test_an_empty_authority_knows_its_name_and_the_day(vliermonde: Authority) -> None:
    register = register_on(vliermonde, TODAY)

    assert (register.today, register.authority, register.authority_name) == (TODAY, vliermonde.pk, "Vliermonde")
    assert (register.networks, register.instruments, register.organisations, register.challenges) == ((), (), (), ())


def test_what_is_stored_becomes_what_the_rules_take(world: World, vliermonde: Authority) -> None:
    register = register_on(vliermonde, TODAY)
    network = _network(world)

    assert (len(register.organisations), len(register.networks), len(register.instruments)) == (12, 2, 2)
    assert (network.name, network.goal, network.themes) == (
        "Kansrijk Opgroeien",
        "Doel van Kansrijk Opgroeien",
        ("children_families",),
    )
    assert (network.form, network.lead, network.started) == (facts.Form.SELF_REGULATING, None, date(2024, 9, 1))
    assert len(network.members) == 11
    assert network.results_known == frozenset()
    instrument = next(each for each in register.instruments if each.ref == world.key("instrument"))
    assert instrument.shares[facts.Power.LEGAL] == 100
    assert instrument.challenges == (world.key("challenge"),)


def test_what_is_in_the_archive_is_not_known(world: World, vliermonde: Authority) -> None:
    now = timezone.now()
    for model, pk in (
        (Network, world.other_network),
        (Instrument, world.key("instrument")),
        (Organisation, world.key("organisation")),
        (Challenge, world.key("challenge")),
        (Decision, world.key("decision")),
    ):
        model._default_manager.filter(pk=pk).update(archived_at=now)

    register = register_on(vliermonde, TODAY)

    assert [network.ref for network in register.networks] == [world.key("network")]
    assert world.key("instrument") not in [instrument.ref for instrument in register.instruments]
    assert (register.challenges, register.decisions) == ((), ())
    assert world.key("organisation") not in register.networks[0].partners
    assert len(register.networks[0].members) == 10


@pytest.mark.parametrize(
    ("changes", "known"),
    [
        ({"ended": TODAY}, False),
        ({"ended": TODAY + timedelta(days=1)}, True),
        ({"started": TODAY + timedelta(days=1)}, True),
    ],
)
def test_a_network_counts_until_the_day_it_ends(
    world: World, vliermonde: Authority, changes: dict[str, date], known: bool
) -> None:
    Network.objects.filter(pk=world.key("network")).update(**changes)

    assert (world.key("network") in [each.ref for each in register_on(vliermonde, TODAY).networks]) is known
    assert network_on(world.key("network"), TODAY) is not None


def test_a_member_without_action_counts_as_such_only_where_others_have_one(world: World, vliermonde: Authority) -> None:
    before = {member.has_action for member in _network(world).members}
    Membership.objects.filter(pk=world.key("membership")).update(action="Opent een loket")

    after = [member.has_action for member in _network(world).members]

    assert before == {None}
    assert sorted(after) == [False] * 10 + [True]


def test_the_form_of_today_counts_with_who_leads(world: World, vliermonde: Authority) -> None:
    FormPeriod.objects.filter(network=world.key("network")).update(ended=TODAY)
    about = {"authority": vliermonde, "network_id": world.key("network"), "form": "lead_organisation"}
    FormPeriod.objects.create(
        started=TODAY, ended=TODAY + timedelta(days=9), lead_id=world.key("organisation"), **about
    )
    FormPeriod.objects.create(started=TODAY + timedelta(days=9), **{**about, "form": "nao"})

    network = _network(world)

    assert (network.form, network.lead, network.lead_name) == (
        facts.Form.LEAD_ORGANISATION,
        world.key("organisation"),
        "Partner 0",
    )


def test_a_network_that_is_not_there_is_none(vliermonde: Authority) -> None:
    assert network_on(999, TODAY) is None


def test_networks_that_share_enough_make_a_pair(world: World, vliermonde: Authority) -> None:
    register = register_on(vliermonde, TODAY)

    assert [pair.shared for pair in pairs_of(register)] == [10]
    assert pairs_of(register, least=11) == ()


def test_one_authority_knows_nothing_of_another(world: World, world_elsewhere: World, vliermonde: Authority) -> None:
    register = register_on(vliermonde, TODAY)

    assert {network.ref for network in register.networks} == {world.key("network"), world.other_network}
    assert len(register.organisations) == 12
