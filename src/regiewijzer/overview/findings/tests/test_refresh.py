from datetime import date, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from tests.accounts import Member
from tests.typed import record
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import answer, refresh, refresh_when_needed, rows_of
from regiewijzer.overview.findings.models import Refresh, StoredFinding
from regiewijzer.overview.findings.queries import standing_findings, weekly_change
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import FormPeriod, Membership, Network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.actions import archive, confirm, restore
from regiewijzer.science.finding import Certainty, Finding, Kind, Subject
from regiewijzer.science.limits import DEFAULTS

TODAY = timezone.localdate()
TOO_MANY = "form.too_many_participants"


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    refresh(authority=vliermonde, today=TODAY)
    return Network.objects.get(pk=world.key("network"))


def _about(network: Network, rule: str = TOO_MANY) -> list[StoredFinding]:
    found = StoredFinding.objects.filter(rule=rule).order_by("pk")
    return [row for row in found if row.subjects[0]["ref"] == network.pk]


def test_a_finding_is_kept_with_what_it_rests_on(network: Network) -> None:
    row = _about(network)[0]

    assert row.subjects == [{"kind": "network", "ref": network.pk, "name": "Kansrijk Opgroeien"}]
    assert (row.numbers["count"], row.numbers["limit"]) == (11, DEFAULTS.self_participants)
    assert (row.found_on, row.gone_on, row.key) == (TODAY, None, f"{TOO_MANY}:network-{network.pk}")
    assert row.certainty
    assert row.grounds


def test_a_finding_keeps_the_version_of_its_rule(
    network: Network, vliermonde: Authority, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("regiewijzer.overview.findings.actions.version_of", lambda rule: 7 if rule == TOO_MANY else 1)
    StoredFinding.objects.all().delete()

    refresh(authority=vliermonde, today=TODAY)

    assert {row.rule_version for row in _about(network)} == {7}
    assert {row.rule_version for row in StoredFinding.objects.exclude(rule=TOO_MANY)} <= {1}


def test_a_row_that_spoke_for_two_facts_goes_on_with_one_of_them() -> None:
    """The other is a new row: two findings on one row would write each other over."""
    spoke = StoredFinding(pk=1, key="a:network-1", rule="a", also=[{"key": "b:network-1"}, {"key": "c:network-1"}])
    now = [Finding(rule, (Subject(Kind.NETWORK, 1, "N"),), {}, Certainty.FAIR) for rule in "bc"]

    assert rows_of(now, [spoke]) == {"b:network-1": spoke}


def test_findings_are_weighed_by_size_and_five_subjects_come_first(vliermonde: Authority, coordinator: Member) -> None:
    owned = {"authority": vliermonde}
    partners = Organisation.objects.bulk_create(Organisation(name=f"Partner {number}", **owned) for number in range(20))
    for number in range(7):
        network = Network.objects.create(name=f"Netwerk {number}", as_of=TODAY, **owned)
        FormPeriod.objects.create(network=network, form="self_regulating", started=TODAY, **owned)
        seated = partners[: 9 if number == 6 else 20]
        Membership.objects.bulk_create(Membership(network=network, organisation=each, **owned) for each in seated)

    refresh(authority=vliermonde, today=TODAY)

    crowded = StoredFinding.objects.filter(rule=TOO_MANY)
    assert sorted((row.weight, row.size) for row in crowded) == [(3, 1.0), (3, 12.0), *[(5, 12.0)] * 5]
    first = next(row for row in crowded if row.weight == 5)
    decision = Decision(name="Kleiner", answer="act", decided_on=TODAY)
    answer(decision=decision, stored=first, actor=coordinator.actor)
    refresh(authority=vliermonde, today=TODAY)
    assert sorted(row.weight for row in crowded.all()) == [3, *[5] * 6]


def test_computing_again_without_a_change_writes_nothing(network: Network, vliermonde: Authority) -> None:
    with CaptureQueriesContext(connection) as queries:
        refresh(authority=vliermonde, today=TODAY)

    touched = [query["sql"] for query in queries if "findings_storedfinding" in query["sql"]]
    assert [sql for sql in touched if not sql.startswith("SELECT")] == []


def test_a_finding_follows_its_numbers_and_keeps_its_day(network: Network, vliermonde: Authority) -> None:
    StoredFinding.objects.update(found_on=date(2025, 1, 1))
    Membership.objects.filter(network=network).order_by("-id")[0].delete()

    refresh(authority=vliermonde, today=TODAY)

    row = _about(network)[0]
    assert (row.numbers["count"], row.found_on, row.gone_on) == (10, date(2025, 1, 1), None)


def test_a_renamed_network_keeps_its_findings_under_its_new_name(network: Network, vliermonde: Authority) -> None:
    keys = set(StoredFinding.objects.standing().values_list("key", flat=True))
    Network.objects.filter(pk=network.pk).update(name="Zzz achteraan")

    refresh(authority=vliermonde, today=TODAY)

    assert set(StoredFinding.objects.standing().values_list("key", flat=True)) == keys
    assert _about(network)[0].subjects[0]["name"] == "Zzz achteraan"


def test_what_no_longer_holds_is_gone_and_what_holds_again_comes_anew(
    network: Network, vliermonde: Authority, coordinator: Member
) -> None:
    archive(network, actor=coordinator.actor)
    refresh(authority=vliermonde, today=TODAY)
    gone = _about(network)

    restore(network, actor=coordinator.actor)
    refresh(authority=vliermonde, today=TODAY + timedelta(days=1))

    assert [(row.gone_on, row.numbers["count"]) for row in gone] == [(TODAY, 11)]
    assert [(row.found_on, row.gone_on) for row in _about(network)] == [
        (TODAY, TODAY),
        (TODAY + timedelta(days=1), None),
    ]


def test_other_limits_give_other_findings(network: Network, vliermonde: Authority) -> None:
    vliermonde.limits = {"self_participants": 20}
    vliermonde.save()

    refresh(authority=vliermonde, today=TODAY)

    assert [row.gone_on for row in _about(network)] == [TODAY]


def test_nothing_is_computed_twice_for_the_same_day_and_facts(network: Network, vliermonde: Authority) -> None:
    refresh(authority=vliermonde, today=TODAY)

    assert not refresh_when_needed(authority=vliermonde, today=TODAY)


def test_a_new_day_and_a_new_fact_ask_for_computing(
    network: Network, vliermonde: Authority, coordinator: Member
) -> None:
    refresh(authority=vliermonde, today=TODAY)

    assert refresh_when_needed(authority=vliermonde, today=TODAY + timedelta(days=1))
    confirm(network, actor=coordinator.actor, day=TODAY)
    assert refresh_when_needed(authority=vliermonde, today=TODAY + timedelta(days=1))
    assert not refresh_when_needed(authority=vliermonde, today=TODAY + timedelta(days=1))


def test_a_fact_grown_old_becomes_a_finding_by_itself(network: Network, vliermonde: Authority) -> None:
    refresh_when_needed(authority=vliermonde, today=TODAY + timedelta(days=400))

    stale = StoredFinding.objects.standing().filter(rule__startswith="register.")
    assert stale.exists()


def test_a_change_through_a_page_computes_and_looking_does_not(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/netwerken/{world.key('network')}/wijzigen/"
    with inside(world.authority.pk):
        Refresh.objects.update(entry=999, day=date(2001, 1, 1))

    coordinator.client.get(page)
    with inside(world.authority.pk):
        looked = Refresh.objects.get().day
    coordinator.client.post(page, record("network", ended="2024-12-31", seen_version="1"))

    assert looked == date(2001, 1, 1)
    with inside(world.authority.pk):
        assert Refresh.objects.get().day == TODAY
        assert Refresh.objects.get().entry > 0
        assert [row.gone_on for row in _about(Network.objects.get(pk=world.key("network")))] == [TODAY]


def test_a_rule_that_breaks_does_not_undo_what_was_saved(
    world: World, coordinator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(**_given: object) -> bool:
        raise ZeroDivisionError

    monkeypatch.setattr("regiewijzer.overview.findings.middleware.refresh_when_needed", breaks)
    page = f"/vliermonde/netwerken/{world.key('network')}/wijzigen/"

    answer = coordinator.client.post(page, record("network", name="Nieuwe naam", seen_version="1"))

    assert answer.status_code == 302
    with inside(world.authority.pk):
        assert Network.objects.filter(name="Nieuwe naam").exists()


def test_the_findings_of_each_authority_are_its_own(world: World, world_elsewhere: World) -> None:
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            names = {row.subjects[0]["ref"] for row in StoredFinding.objects.filter(rule=TOO_MANY)}
            assert names == {place.key("network"), place.other_network}


def test_what_came_and_went_is_counted_over_a_week(network: Network, vliermonde: Authority) -> None:
    standing = len(standing_findings())
    first, second = StoredFinding.objects.order_by("pk")[:2]
    StoredFinding.objects.filter(pk=first.pk).update(found_on=TODAY - timedelta(days=7))
    StoredFinding.objects.filter(pk=second.pk).update(gone_on=TODAY - timedelta(days=6))

    assert weekly_change(TODAY) == (standing - 2, 1)
