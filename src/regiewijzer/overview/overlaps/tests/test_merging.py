"""A network goes into another on a day, and out again until that day, without a difference."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.queries import export_csv
from regiewijzer.overview.overlaps.actions import merge_networks, stop_network, take_back
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Action, Meeting
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.networks.actions import change_network, seat
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.records.actions import Conflict

TODAY = timezone.localdate()
DAY = TODAY + timedelta(days=30)
GOAL = "Elk gezin heeft één vaste gids en één vaste plaats in de opvang."


@pytest.fixture
def goes(world: World) -> int:
    """An imposed network with a partner of both, one of its own with a person, a meeting and an action."""
    with inside(world.authority.pk):
        owned = {"authority": world.authority}
        network = Network.objects.create(name="Lokaal Overleg", origin="flanders", **owned)
        both = Organisation.objects.filter(name="Partner 1").get()
        alone = Organisation.objects.create(name="Oudercomité", **owned)
        Membership.objects.create(network=network, organisation=both, **owned)
        joins = Membership.objects.create(network=network, organisation=alone, action="We koken.", **owned)
        person = Person.objects.create(name="An Peeters", organisation=alone, **owned)
        joins.delegates.create(person=person, **owned)
        for name, held in (("Voor", DAY - timedelta(days=9)), ("Na", DAY + timedelta(days=9))):
            Meeting.objects.create(name=name, network=network, held_on=held, starts=time(9), ends=time(11), **owned)
        Action.objects.create(name="Bellen met ouders", network=network, **owned)
        return network.pk


def _merge(world: World, goes: int, actor: Member, goal: str = GOAL, day: date = DAY) -> Merge:
    stays, other = (Network.objects.get(pk=pk) for pk in (world.key("network"), goes))
    seen = (stays.version, other.version)
    return merge_networks(stays=stays, goes=other, goal=goal, day=day, seen=seen, actor=actor.actor, now=timezone.now())


def test_members_meetings_actions_and_goal_move_and_the_old_one_says_where_it_went(
    world: World, goes: int, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        before = Membership.objects.sitting(DAY).filter(network=world.key("network")).count()
        _merge(world, goes, coordinator)

        stays, old = (Network.objects.get(pk=pk) for pk in (world.key("network"), goes))
        seats = Membership.objects.sitting(DAY).filter(network=stays)
        joined = seats.get(organisation__name="Oudercomité")
        assert seats.count() == before + 1
        assert (joined.started, joined.action) == (DAY, "We koken.")
        assert [delegate.person.name for delegate in joined.delegates.all()] == ["An Peeters"]
        assert not Membership.objects.sitting(DAY).filter(network=old).exists()
        assert Membership.objects.sitting(TODAY).filter(network=old).count() == 2
        assert (old.ended, old.went_into) == (DAY, stays)
        assert "Lokaal Overleg" in stays.note
        assert {meeting.name: meeting.network_id for meeting in Meeting.objects.filter(name__in=("Voor", "Na"))} == {
            "Voor": goes, "Na": stays.pk,
        }  # fmt: skip
        assert Action.objects.get(name="Bellen met ouders").network_id == stays.pk
        first = stays.goals.first()
        assert first is not None
        assert (first.text, first.valid_from) == (GOAL, DAY)
        assert Entry.objects.filter(verb=Verb.MERGED, kind=Network.KIND).count() == 2


def test_open_decisions_move_along_and_those_of_before_or_of_both_stay(
    world: World, goes: int, coordinator: Member
) -> None:
    stays = world.key("network")
    one, both = ([{"kind": "network", "ref": pk, "name": "Netwerk"} for pk in pks] for pks in ((goes,), (stays, goes)))
    with inside(world.authority.pk):
        owned = {"authority": world.authority}
        pair = [{"kind": "instrument", "ref": 9, "name": "Reglement"}, *one]
        Decision.objects.create(name="Van het netwerk", network_id=goes, subjects=one, rule="old_data", **owned)
        Decision.objects.create(
            name="Van een paar", subjects=pair, rule="clash", finding=f"clash:instrument-9:network-{goes}", **owned
        )
        Decision.objects.create(name="Van beide", network_id=goes, subjects=both, rule="overlap.theme", **owned)
        Decision.objects.create(name="Bekeken", network_id=goes, subjects=one, reviewed_on=TODAY, **owned)
        before = list(Decision.objects.order_by("pk").values("name", "network", "subjects", "finding"))

        merge = _merge(world, goes, coordinator)

        moved = {each.name: each for each in Decision.objects.all()}
        assert moved["Van het netwerk"].network_id == stays
        assert moved["Van een paar"].finding == f"clash:instrument-9:network-{stays}"
        assert moved["Van een paar"].subjects[1]["ref"] == stays
        assert moved["Van beide"].subjects == both
        assert (moved["Bekeken"].network_id, moved["Bekeken"].subjects) == (goes, one)
        assert take_back(merge=merge, today=TODAY, actor=coordinator.actor, now=timezone.now())
        assert list(Decision.objects.order_by("pk").values("name", "network", "subjects", "finding")) == before


def test_a_merge_and_its_undo_leave_an_export_without_a_difference(
    world: World, goes: int, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        before = export_csv()
        merge = _merge(world, goes, coordinator)
        assert export_csv() != before

        assert take_back(merge=merge, today=TODAY, actor=coordinator.actor, now=timezone.now())
        assert export_csv() == before


def test_from_its_day_on_or_when_something_was_built_on_it_nothing_is_taken_back(
    world: World, goes: int, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        merge = _merge(world, goes, coordinator)
        assert not take_back(merge=merge, today=DAY + timedelta(days=1), actor=coordinator.actor, now=timezone.now())
        stays = Network.objects.get(pk=world.key("network"))
        joined = Membership.objects.get(network=stays, organisation__name="Oudercomité")
        person = Person.objects.create(authority=world.authority, name="Jan", organisation=joined.organisation)
        seat(membership=joined, person=person, actor=coordinator.actor)
        joined.action = "We bakken."
        joined.save()
        assert not take_back(merge=merge, today=TODAY, actor=coordinator.actor, now=timezone.now())


def test_who_changed_one_meanwhile_is_not_overwritten(world: World, goes: int, coordinator: Member) -> None:
    with inside(world.authority.pk):
        stays, other = (Network.objects.get(pk=pk) for pk in (world.key("network"), goes))
        seen = (stays.version, other.version)
        changed = Network.objects.get(pk=goes)
        changed.territory = "de Kaai"
        change_network(network=changed, goal="", actor=coordinator.actor, seen_version=changed.version)

        with pytest.raises(Conflict):
            merge_networks(
                stays=stays, goes=other, goal="", day=DAY, seen=seen, actor=coordinator.actor, now=timezone.now()
            )


def test_the_page_says_what_happens_and_carries_it_out_with_a_way_back(
    world: World, goes: int, coordinator: Member
) -> None:
    page = f"/vliermonde/overlap/{world.key('network')}/samengaan/"
    told = " ".join(coordinator.client.get(f"{page}?goes={goes}").content.decode().split())
    assert "Oudercomité" in told
    assert "One open action moves along" in told

    with inside(world.authority.pk):
        versions = {pk: Network.objects.get(pk=pk).version for pk in (world.key("network"), goes)}
    typed = {"goes": goes, "goal": GOAL, "seen_stays": versions[world.key("network")], "seen_goes": versions[goes]}
    late = coordinator.client.post(page, {**typed, "day": "2020-01-01"})
    assert late.status_code == 422
    assert "yet to come" in late.content.decode()
    done = coordinator.client.post(page, {**typed, "day": str(DAY)}, follow=True)
    assert "goes into" in done.content.decode()
    with inside(world.authority.pk):
        merge = Merge.objects.get(kind=Network.KIND, goes=goes)
    assert "Undo the merge" in coordinator.client.get(page).content.decode()
    coordinator.client.post(f"{page}{merge.pk}/ongedaan/")
    with inside(world.authority.pk):
        assert Network.objects.get(pk=goes).ended is None


def _stop(world: World, pk: int, actor: Member, **more: Any) -> Merge:
    network = Network.objects.get(pk=pk)
    told = {"day": DAY, "keep_actions": False, "tell": True, "seen": network.version, **more}
    return stop_network(network=network, actor=actor.actor, now=timezone.now(), **told)


def test_a_network_that_stops_lets_its_partners_go_and_puts_telling_them_on_a_list(
    world: World, goes: int, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        _stop(world, goes, coordinator)

        network = Network.objects.get(pk=goes)
        assert (network.ended, network.went_into) == (DAY, None)
        assert not Membership.objects.sitting(DAY).filter(network=network).exists()
        assert Meeting.objects.get(name="Na").is_cancelled is (Meeting.objects.get(name="Na").held_on >= DAY)
        assert Action.objects.get(name="Bellen met ouders").state == "dropped"
        telling = Action.objects.open().get(network=network)
        assert (telling.colleague, telling.due) == (coordinator.position, DAY)


def test_a_stop_is_taken_back_until_its_day_and_leaves_no_difference(
    world: World, goes: int, coordinator: Member
) -> None:
    with inside(world.authority.pk):
        before = export_csv()
        merge = _stop(world, goes, coordinator, keep_actions=True)
        assert Action.objects.get(name="Bellen met ouders").state == "open"
        assert export_csv() != before
        assert not take_back(merge=merge, today=DAY + timedelta(days=1), actor=coordinator.actor, now=timezone.now())

        assert take_back(merge=merge, today=TODAY, actor=coordinator.actor, now=timezone.now())
        assert export_csv() == before


def test_who_changed_a_network_that_is_to_stop_is_not_overwritten(world: World, goes: int, coordinator: Member) -> None:
    with inside(world.authority.pk), pytest.raises(Conflict):
        _stop(world, goes, coordinator, seen=99)


def test_the_page_of_the_end_leads_to_the_merge_or_carries_it_out(world: World, goes: int, coordinator: Member) -> None:
    page = f"/vliermonde/netwerken/{goes}/stoppen/"
    with inside(world.authority.pk):
        Network.objects.filter(pk=goes).update(origin="own")
        version = Network.objects.get(pk=goes).version
    typed = {"day": str(DAY), "seen_version": str(version)}

    into = coordinator.client.post(page, {**typed, "into": str(world.key("network"))})
    done = coordinator.client.post(page, typed, follow=True)

    assert into.url == f"/vliermonde/overlap/{world.key('network')}/samengaan/?goes={goes}"
    assert "ongedaan" in done.content.decode()
    with inside(world.authority.pk):
        assert Network.objects.get(pk=goes).ended == DAY
    assert "Let it go on" in coordinator.client.get(page).content.decode()


def test_a_manager_stops_the_own_network_and_takes_that_back_but_no_merge(
    world: World, goes: int, manager: Member, coordinator: Member
) -> None:
    own = world.key("network")
    page = f"/vliermonde/netwerken/{own}/stoppen/"
    with inside(world.authority.pk):
        Network.objects.filter(pk=own).update(mandate="", origin="own")
        merged = _merge(world, goes, coordinator)
        version = Network.objects.get(pk=own).version
    form = manager.client.get(page).context["form"]

    stopped = manager.client.post(page, {"day": str(DAY), "keep_actions": "on", "seen_version": str(version)})
    with inside(world.authority.pk):
        ended, done = Network.objects.get(pk=own).ended, Merge.objects.get(stays=own, goes=own)
    refused = manager.client.post(f"/vliermonde/overlap/{own}/samengaan/{merged.pk}/ongedaan/")
    manager.client.post(f"/vliermonde/overlap/{own}/samengaan/{done.pk}/ongedaan/")

    assert "into" not in form.fields
    assert (stopped.status_code, ended, refused.status_code) == (302, DAY, 403)
    with inside(world.authority.pk):
        assert Network.objects.get(pk=own).ended is None
    assert manager.client.get(f"/vliermonde/netwerken/{goes}/stoppen/").status_code == 403


def test_an_imposed_network_is_not_stopped(world: World, goes: int, coordinator: Member) -> None:
    answer = coordinator.client.post(f"/vliermonde/netwerken/{goes}/stoppen/", {"day": str(DAY), "seen_version": "1"})

    assert answer.status_code == 422
    assert "It is imposed" in answer.content.decode()


def test_the_network_that_took_another_over_says_so(world: World, goes: int, coordinator: Member) -> None:
    with inside(world.authority.pk):
        _merge(world, goes, coordinator)
        name = Network.objects.get(pk=goes).name

    stays = coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/").content.decode()
    gone = coordinator.client.get(f"/vliermonde/netwerken/{goes}/").content.decode()

    assert "Took over" in stays
    assert name in stays
    assert f'href="/vliermonde/netwerken/{world.key("network")}/"' in gone


def test_a_network_that_goes_on_went_into_none(world: World, goes: int, coordinator: Member) -> None:
    page = f"/vliermonde/netwerken/{goes}/wijzigen/"
    typed = coordinator.client.get(page).context["form"].initial
    sent = {name: value for name, value in typed.items() if isinstance(value, str | int)}
    answer = coordinator.client.post(page, {**sent, "went_into": world.key("network"), "ended": ""})

    assert answer.status_code == 422
    assert "say on which day" in answer.content.decode()
