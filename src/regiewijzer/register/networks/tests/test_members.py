from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Delegate, Membership
from regiewijzer.register.networks.queries import access_network, former_members_of, members_of
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.register.organisations.queries import organisations_for_list, persons_for_list

TODAY = timezone.localdate()


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/leden/{rest}"


def _names(member: Member, world: World) -> list[str]:
    """Who sits there, as the page says."""
    return [row.organisation.name for row in member.client.get(_page(world)).context["members"]]


def _membership(world: World, **changes: Any) -> Membership:
    with inside(world.authority.pk):
        Membership.objects.filter(pk=world.key("membership")).update(**changes)
        return Membership.objects.select_related("organisation").get(pk=world.key("membership"))


def _told(world: World) -> list[dict[str, Any]]:
    with inside(world.authority.pk):
        return [line.changes for line in Entry.objects.filter(kind="network").order_by("number")]


def test_an_organisation_joins_with_a_role_and_an_action(world: World, coordinator: Member) -> None:
    typed = {"organisation": "buurtwerk", "role": "chair", "action": "Opent de deuren", "started": "2025-01-01"}

    answer = coordinator.client.post(_page(world, "nieuw/"), typed, follow=True)

    with inside(world.authority.pk):
        found = Membership.objects.get(organisation=world.key("newcomer"))
    assert "Buurtwerk joined" in answer.content.decode()
    assert (found.role, found.action, found.started) == ("chair", "Opent de deuren", date(2025, 1, 1))
    assert _told(world) == [{"member": [None, "Buurtwerk"]}]


@pytest.mark.parametrize("typed", ["Partner 0", "Nergens", ""])
def test_somebody_who_sits_there_or_is_not_known_cannot_join(world: World, coordinator: Member, typed: str) -> None:
    answer = coordinator.client.post(_page(world, "nieuw/"), {"organisation": typed, "role": "member"})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["organisation"]


def test_somebody_who_will_join_later_is_not_added_twice(world: World, coordinator: Member) -> None:
    later = {"organisation": "Buurtwerk", "role": "member", "started": str(TODAY + timedelta(days=30))}
    coordinator.client.post(_page(world, "nieuw/"), later)

    again = coordinator.client.post(_page(world, "nieuw/"), later)

    assert again.status_code == 422
    assert "This organisation already sits in the network." in again.content.decode()


def test_a_member_leaves_and_the_step_is_taken_back(world: World, coordinator: Member) -> None:
    gone = coordinator.client.post(_page(world, f"{world.key('membership')}/vertrekt/"), follow=True)

    assert "Partner 0" not in [row.organisation.name for row in gone.context["members"]]
    assert [row.organisation.name for row in gone.context["former"]] == ["Partner 0"]
    assert _membership(world).ended == TODAY

    undo = _page(world, f"{world.key('membership')}/terug/")
    assert f'action="{undo}"' in gone.content.decode()
    coordinator.client.post(undo)

    assert "Partner 0" in _names(coordinator, world)
    assert _told(world) == [{"member": ["Partner 0", None]}, {"member": [None, "Partner 0"]}]


def test_somebody_who_left_can_join_anew_and_then_the_step_is_not_taken_back(world: World, coordinator: Member) -> None:
    coordinator.client.post(_page(world, f"{world.key('membership')}/vertrekt/"))
    coordinator.client.post(_page(world, "nieuw/"), {"organisation": "Partner 0", "role": "member"})

    page = coordinator.client.post(_page(world, f"{world.key('membership')}/terug/"), follow=True)

    assert page.status_code == 200
    assert "Partner 0 already sits in the network" in page.content.decode()
    assert _names(coordinator, world).count("Partner 0") == 1


def test_somebody_who_had_yet_to_come_leaves_without_having_sat_there(world: World, coordinator: Member) -> None:
    _membership(world, started=TODAY + timedelta(days=30))

    answer = coordinator.client.post(_page(world, f"{world.key('membership')}/vertrekt/"))

    assert answer.status_code == 302
    assert _membership(world).ended == TODAY + timedelta(days=30)


def test_a_member_gets_another_role_and_the_change_is_told(world: World, coordinator: Member) -> None:
    typed = {
        "seen_version": "1",
        "role": "secretary",
        "action": "Schrijft het verslag",
        "started": "2024-09-01",
        "ended": "",
    }

    coordinator.client.post(_page(world, f"{world.key('membership')}/"), typed)

    changes = {"action": ["", "Schrijft het verslag"], "role": ["member", "secretary"], "started": [None, "2024-09-01"]}
    assert _told(world) == [{"member": ["Partner 0", "Partner 0"], **changes}]


@pytest.mark.parametrize(
    ("typed", "sentence"),
    [
        ({"started": "2025-02-01", "ended": "2025-01-01"}, "The end lies before the start."),
        ({"role": "keizer"}, "Select a valid choice"),
        ({"action": "x" * 401}, "at most 400"),
    ],
)
def test_a_change_that_makes_no_sense_gets_a_sentence(
    world: World, coordinator: Member, typed: dict[str, str], sentence: str
) -> None:
    answer = coordinator.client.post(
        _page(world, f"{world.key('membership')}/"), {"seen_version": "1", "role": "member", **typed}
    )

    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert _told(world) == []


def test_two_who_change_one_membership_do_not_overwrite_each_other(
    world: World, coordinator: Member, administrator: Member
) -> None:
    page = _page(world, f"{world.key('membership')}/")
    seen = administrator.client.get(page).context["form"]["seen_version"].value()
    coordinator.client.post(page, {"seen_version": seen, "role": "chair", "action": "Zit voor"})

    late = administrator.client.post(page, {"seen_version": seen, "role": "member", "action": "Luistert"})

    assert late.status_code == 409
    assert [(conflict.mine, conflict.theirs) for conflict in late.context["conflicts"]] == [
        ("Member", "Chair"),
        ("Luistert", "Zit voor"),
    ]
    assert (_membership(world).role, _membership(world).action) == ("chair", "Zit voor")

    again = late.context["form"]["seen_version"].value()
    assert administrator.client.post(page, {"seen_version": again, "role": "member"}).status_code == 302
    assert (_membership(world).role, _membership(world).version) == ("member", 3)


def test_an_old_page_does_not_move_the_day_on_which_somebody_left(world: World, coordinator: Member) -> None:
    _membership(world, ended=date(2025, 1, 1))

    told = coordinator.client.post(_page(world, f"{world.key('membership')}/vertrekt/"), follow=True)

    assert "Partner 0 left the network before." in told.content.decode()
    assert (_membership(world).ended, _told(world)) == (date(2025, 1, 1), [])


def test_an_old_page_does_not_undo_that_somebody_left(world: World, coordinator: Member) -> None:
    coordinator.client.post(_page(world, f"{world.key('membership')}/vertrekt/"))

    late = coordinator.client.post(_page(world, f"{world.key('membership')}/"), {"seen_version": "1", "role": "member"})

    assert (late.status_code, _membership(world).ended) == (409, TODAY)


def test_opening_an_old_membership_beside_a_running_one_gets_a_sentence(world: World, coordinator: Member) -> None:
    old = _membership(world, ended=date(2025, 1, 1))
    coordinator.client.post(_page(world, "nieuw/"), {"organisation": "Partner 0", "role": "member"})

    answer = coordinator.client.post(_page(world, f"{old.pk}/"), {"seen_version": "1", "role": "member", "ended": ""})

    assert answer.status_code == 422
    assert "This organisation already sits in the network." in answer.content.decode()


def test_a_membership_counts_from_its_start_until_the_day_it_ends(world: World) -> None:
    with inside(world.authority.pk):
        network = _membership(world).network
        for started, ended, sits in (
            (TODAY, None, True),
            (TODAY + timedelta(days=1), None, False),
            (None, TODAY + timedelta(days=1), True),
            (None, TODAY, False),
        ):
            row = _membership(world, started=started, ended=ended)
            assert (row in members_of(network)) is sits
            assert (row in former_members_of(network)) is (ended == TODAY)


def test_a_person_is_seated_by_name_or_added_on_the_spot(world: World, coordinator: Member) -> None:
    page = _page(world, f"{world.key('membership')}/persoon/")
    with inside(world.authority.pk):
        Delegate.objects.all().delete()

    coordinator.client.post(page, {"person": "els wouters"})
    coordinator.client.post(page, {"new_name": "Piet Nieuw", "new_function": "hoofd"})
    coordinator.client.post(page, {"person": "Els Wouters"})

    with inside(world.authority.pk):
        seated = Delegate.objects.filter(membership=world.key("membership"))
        assert [(seat.person.name, seat.person.function) for seat in seated] == [
            ("Els Wouters", ""),
            ("Piet Nieuw", "hoofd"),
        ]
        assert Person.objects.get(name="Piet Nieuw").organisation.name == "Partner 0"
    assert _told(world) == [{"delegate": [None, "Partner 0"]}] * 2


@pytest.mark.parametrize("typed", [{}, {"person": "Vreemde Eend"}, {"new_name": "x" * 201}])
def test_nobody_is_seated_by_mistake(world: World, coordinator: Member, typed: dict[str, str]) -> None:
    answer = coordinator.client.post(_page(world, f"{world.key('membership')}/persoon/"), typed)

    assert answer.status_code == 422
    assert answer.context["delegate_form"].errors


def test_two_persons_of_one_name_are_told_apart(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        partner = Organisation.objects.get(pk=world.key("organisation"))
        other = Person.objects.create(authority=world.authority, name="Els Wouters", organisation=partner)
    page = _page(world, f"{world.key('membership')}/")

    offered = coordinator.client.get(page).context["delegate_form"].fields["person"].suggestions
    coordinator.client.post(f"{page}persoon/", {"person": next(name for name in offered if str(other.pk) in name)})

    assert len(offered) == 2
    with inside(world.authority.pk):
        assert Delegate.objects.filter(person=other).exists()


def test_a_person_stands_up(world: World, coordinator: Member) -> None:
    coordinator.client.post(f"/vliermonde/netwerken/{world.key('network')}/personen/{world.key('delegate')}/weg/")

    with inside(world.authority.pk):
        assert not Delegate.objects.sitting(TODAY).exists()
        assert Delegate.objects.get(pk=world.key("delegate")).ended == TODAY
        sitting = members_of(access_network(coordinator.position, world.key("network")))
        (shown,) = [each for each in sitting if each.pk == world.key("membership")]
        assert not shown.delegates.all()
    assert _told(world) == [{"delegate": ["Partner 0", None]}]


def test_a_reader_sees_who_sits_there_without_a_form(world: World, reader: Member) -> None:
    page = reader.client.get(_page(world))

    assert page.context["form"] is None
    assert len(page.context["members"]) == 11
    with inside(world.authority.pk):
        assert access_network(reader.position, world.key("network")).pk == world.key("network")


def test_who_joins_later_stands_on_the_page_until_then(world: World, coordinator: Member) -> None:
    started = TODAY + timedelta(days=30)
    coordinator.client.post(
        _page(world, "nieuw/"), {"organisation": "Buurtwerk", "role": "member", "started": str(started)}
    )

    page = coordinator.client.get(_page(world))

    assert [row.organisation.name for row in page.context["later"]] == ["Buurtwerk"]
    assert "Buurtwerk" not in _names(coordinator, world)
    assert "Joins later" in page.content.decode()

    pk = page.context["later"][0].pk
    after = coordinator.client.post(_page(world, f"{pk}/vertrekt/"), follow=True)

    assert after.context["later"] == []
    assert [row.organisation.name for row in after.context["former"]] == ["Buurtwerk"]


def test_lists_count_only_the_networks_of_today(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        before = organisations_for_list().get(pk=world.key("organisation")).network_count
        seats = persons_for_list().get(pk=world.key("person")).seat_count
    _membership(world, started=TODAY + timedelta(days=30))

    with inside(world.authority.pk):
        assert organisations_for_list().get(pk=world.key("organisation")).network_count == before - 1
        assert (seats, persons_for_list().get(pk=world.key("person")).seat_count) == (1, 0)


def test_taking_a_person_away_can_be_taken_back(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/netwerken/{world.key('network')}/personen/{world.key('delegate')}/weg/"
    undo = _page(world, f"{world.key('membership')}/persoon/{world.key('person')}/terug/")

    gone = coordinator.client.post(page, follow=True)
    with inside(world.authority.pk):
        assert not Delegate.objects.sitting(TODAY).filter(person=world.key("person")).exists()
    assert f'action="{undo}"' in gone.content.decode()

    coordinator.client.post(undo)

    with inside(world.authority.pk):
        again = Delegate.objects.get(person=world.key("person"))
        assert (again.membership_id, again.ended) == (world.key("membership"), None)


def test_a_long_table_is_read_fifty_at_a_time(world: World, coordinator: Member) -> None:
    pk, owned = world.key("network"), {"authority": world.authority}
    with inside(world.authority.pk):
        many = Organisation.objects.bulk_create(Organisation(name=f"Zeer veel {n:02}", **owned) for n in range(45))
        Membership.objects.bulk_create(Membership(network_id=pk, organisation=each, **owned) for each in many)

    first, second = (coordinator.client.get(f"/vliermonde/netwerken/{pk}/leden/?page={n}") for n in (1, 2))

    assert [len(page.context["page"]) for page in (first, second)] == [50, 6]
    assert "56 partners" in second.content.decode()
    assert 'href="?page=2"' in first.content.decode()
    assert "Zeer veel 44" in second.content.decode()
