from typing import Any

import pytest
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.challenges.models import Challenge
from regiewijzer.register.instruments.forms import InstrumentForm, RelationForm
from regiewijzer.register.instruments.models import Aim, Instrument, Purpose, Relation
from regiewijzer.register.networks.models import Network
from regiewijzer.register.records.actions import archive

pytestmark = pytest.mark.usefixtures("english")


def _form(authority: Authority, **more: Any) -> InstrumentForm:
    form = InstrumentForm(record("instrument") | more)
    form.instance.authority = authority
    return form


@pytest.mark.parametrize(
    ("shares", "total"),
    [({"legal": "90"}, 90), ({"legal": "60", "market": "60"}, 120), ({"legal": ""}, 0)],
)
def test_shares_that_do_not_sum_to_a_hundred_say_what_they_sum_to(
    vliermonde: Authority, shares: dict[str, str], total: int
) -> None:
    form = _form(vliermonde, **shares)

    assert form.errors["communicative"] == [f"The four shares sum to {total}; they must sum to 100."]


def test_a_mix_is_kept_and_an_empty_share_is_nothing(world: World, coordinator: Member) -> None:
    coordinator.client.post("/vliermonde/instrumenten/nieuw/", record("instrument", legal="30", financial="70"))

    with inside(world.authority.pk):
        stored = Instrument.objects.get(name="Reglement")
    assert [getattr(stored, share) for share in Instrument.SHARES] == [0, 0, 70, 30]


@pytest.mark.parametrize("share", ["101", "-1", "veel"])
def test_a_share_out_of_range_is_named_itself(vliermonde: Authority, share: str) -> None:
    assert "legal" in _form(vliermonde, legal=share).errors


def test_a_name_that_exists_gets_a_question(world: World, vliermonde: Authority) -> None:
    form = _form(vliermonde, name="Convenant")

    assert form.errors["another"][0].startswith("“Convenant” is here already. Is it the same?")


def test_an_end_before_the_start_gets_a_sentence(vliermonde: Authority) -> None:
    form = _form(vliermonde, started="2025-02-01", ended="2025-01-31")

    assert form.non_field_errors() == ["The end lies before the start."]


def test_an_instrument_that_is_a_network_names_it(world: World, vliermonde: Authority) -> None:
    form = _form(vliermonde, network="huis van het kind")

    assert form.is_valid()
    assert form.cleaned_data["network"] == Network.objects.get(name="Huis van het Kind")
    assert "network" in _form(vliermonde, network="Nergens").errors


def test_an_instrument_of_an_archived_network_can_still_be_changed(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/instrumenten/{world.key('instrument')}/wijzigen/"
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.key("network"))
        Instrument.objects.filter(pk=world.key("instrument")).update(network=network)
        archive(network, actor=coordinator.actor)

    shown = coordinator.client.get(page).context["form"]["network"].value()
    answer = coordinator.client.post(page, record("instrument", network=shown, seen_version="1"))

    assert shown == network.name
    assert answer.status_code == 302
    with inside(world.authority.pk):
        assert Instrument.objects.get(pk=world.key("instrument")).network == network


def test_the_challenges_it_serves_become_exactly_those_ticked(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/instrumenten/{world.key('instrument')}/wijzigen/"
    with inside(world.authority.pk):
        other = Challenge.objects.create(authority=world.authority, name="Wonen")
    typed: dict[str, Any] = record("instrument", seen_version="1") | {"challenges": [str(other.pk)]}

    coordinator.client.post(page, typed)

    with inside(world.authority.pk):
        served = Purpose.objects.filter(instrument=world.key("instrument")).values_list("challenge__name", flat=True)
        line = Entry.objects.filter(kind="instrument").order_by("-number")[0]
        assert list(served) == ["Wonen"]
        assert line.changes == {"challenges": [["Kinderarmoede"], ["Wonen"]]}


def test_a_challenge_in_the_archive_stays_served_when_something_else_changes(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/instrumenten/{world.key('instrument')}/wijzigen/"
    with inside(world.authority.pk):
        archive(Challenge.objects.get(pk=world.key("challenge")), actor=coordinator.actor)
    shown = coordinator.client.get(page).context["form"]["challenges"]

    ticked = [str(key) for key in shown.value()]
    answer = coordinator.client.post(page, record("instrument", seen_version="1") | {"challenges": ticked})

    assert answer.status_code == 302
    with inside(world.authority.pk):
        assert Purpose.objects.filter(instrument=world.key("instrument")).count() == 1


LINKS = "/vliermonde/instrumenten/{}/{}"


def test_an_instrument_aims_at_an_organisation_once(world: World, coordinator: Member) -> None:
    add = LINKS.format(world.key("instrument"), "gericht-op/nieuw/")

    for _time in range(2):
        coordinator.client.post(add, {"organisation": "Partner 4"})

    with inside(world.authority.pk):
        assert [aim.organisation.name for aim in Aim.objects.all()] == ["Partner 0", "Partner 4"]
        assert Entry.objects.filter(kind="instrument").count() == 1


def test_an_aim_is_taken_away_under_its_own_instrument_only(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        other = Instrument.objects.get(name="Premie").pk

    wrong = coordinator.client.post(LINKS.format(other, f"gericht-op/{world.key('aim')}/weg/"))
    right = coordinator.client.post(LINKS.format(world.key("instrument"), f"gericht-op/{world.key('aim')}/weg/"))

    assert (wrong.status_code, right.status_code) == (404, 302)
    with inside(world.authority.pk):
        assert not Aim.objects.exists()


def test_a_relation_stands_once_and_never_with_itself(world: World, vliermonde: Authority) -> None:
    instrument = Instrument.objects.get(pk=world.key("instrument"))

    again = RelationForm(instrument, {"kind": "reinforces", "other": "Premie"})
    itself = RelationForm(instrument, {"kind": "needs", "other": "Convenant"})
    another = RelationForm(instrument, {"kind": "needs", "other": "Premie"})

    assert again.non_field_errors() == ["This relation is already there."]
    assert list(itself.errors) == ["other"]
    assert another.is_valid()


def test_a_relation_comes_and_goes_with_a_line_each(world: World, coordinator: Member) -> None:
    page = LINKS.format(world.key("instrument"), "relaties/")

    coordinator.client.post(f"{page}nieuw/", {"kind": "needs", "other": "Premie", "note": "Zonder premie geen akkoord"})
    coordinator.client.post(f"{page}{world.key('relation')}/weg/")

    with inside(world.authority.pk):
        assert [relation.kind for relation in Relation.objects.all()] == ["needs"]
        told = [line.changes for line in Entry.objects.filter(kind="instrument").order_by("number")]
    assert told == [{"relation": [None, "needs: Premie"]}, {"relation": ["reinforces: Premie", None]}]
