"""A network goes into another on a day, and out again until that day, without a difference."""

from datetime import date, time, timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.exchange.queries import export_csv
from regiewijzer.overview.overlaps.actions import merge_networks, take_back
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
        assert (old.ended, stays.name in old.note) == (DAY, True)
        assert "Lokaal Overleg" in stays.note
        assert {meeting.name: meeting.network_id for meeting in Meeting.objects.filter(name__in=("Voor", "Na"))} == {
            "Voor": goes, "Na": stays.pk,
        }  # fmt: skip
        assert Action.objects.get(name="Bellen met ouders").network_id == stays.pk
        first = stays.goals.first()
        assert first is not None
        assert (first.text, first.valid_from) == (GOAL, DAY)
        assert Entry.objects.filter(verb=Verb.MERGED, kind=Network.KIND).count() == 2


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
