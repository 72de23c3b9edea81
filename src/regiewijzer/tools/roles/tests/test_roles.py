from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import NetworkRole
from regiewijzer.tools.roles.models import Beginner, Offer, Task
from regiewijzer.tools.roles.queries import division, roles_by_network


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/rollen/{rest}"


MINE = "/vliermonde/mijn-rollen/"


def _offer(who: Member, **offers: str) -> None:
    typed = {**dict.fromkeys(NetworkRole, "not"), **offers}
    assert who.client.post(MINE, typed).status_code == 302


def _offers(world: World) -> list[tuple[str, str, bool]]:
    with inside(world.authority.pk):
        return [(str(each.position), each.role, each.gladly) for each in Offer.objects.all()]


def test_somebody_offers_roles_and_takes_them_back(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        trail = Entry.objects.count()

    _offer(manager, operator="learn", champion="gladly", beginner="on")

    assert sorted(_offers(world)) == [("Jonas Claeys", "champion", True), ("Jonas Claeys", "operator", False)]
    assert "wants to learn network operator" in manager.client.get(MINE).content.decode()
    with inside(world.authority.pk):
        assert Beginner.objects.count() == 1

    _offer(manager, champion="gladly")

    assert _offers(world) == [("Jonas Claeys", "champion", True)]
    with inside(world.authority.pk):
        assert not Beginner.objects.exists()
        assert Entry.objects.count() == trail  # what is taken back is nowhere


def test_nothing_is_offered_for_anybody(world: World, manager: Member) -> None:
    shown = manager.client.get(MINE)

    assert {field.initial for field in shown.context["form"].fields.values()} == {"not", False}
    assert manager.client.post(MINE, {"operator": "perhaps"}).status_code == 422
    assert _offers(world) == []


def test_an_offer_is_read_by_the_manager_of_that_network_and_the_coordinator_alone(
    world: World, manager: Member, coordinator: Member, contributor: Member, reader: Member, guest: Member
) -> None:
    _offer(guest, promoter="gladly")
    name = str(guest.position)

    seen = {who: name in who.client.get(_page(world)).content.decode() for who in (manager, coordinator)}
    unseen = {who: name in who.client.get(_page(world)).content.decode() for who in (contributor, reader)}

    assert all(seen.values())
    assert not any(unseen.values())
    assert guest.client.get(_page(world)).status_code in (403, 404)


def test_a_role_is_given_to_a_colleague_or_a_person_and_taken_away(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Task.objects.all().delete()

    manager.client.post(_page(world, "geven/"), {"role": "thinker", "who": "Els Wouters", "since": "2025-01-01"})
    manager.client.post(_page(world, "geven/"), {"role": "champion", "who": "Jonas Claeys"})
    twice = manager.client.post(_page(world, "geven/"), {"role": "champion", "who": "Jonas Claeys"})
    nobody = manager.client.post(_page(world, "geven/"), {"role": "champion", "who": "Niemand"})

    assert (twice.status_code, nobody.status_code) == (422, 422)
    with inside(world.authority.pk):
        tasks = list(Task.objects.select_related("colleague__user", "person"))
    assert sorted((each.role, each.who) for each in tasks) == [
        ("champion", "Jonas Claeys"),
        ("thinker", "Els Wouters"),
    ]
    for task in tasks:
        manager.client.post(_page(world, f"{task.pk}/weg/"))
    with inside(world.authority.pk):
        assert not Task.objects.exists()
        told = Entry.objects.order_by("number").last()
    assert told is not None
    assert list(told.changes) == ["network_role"]


def test_four_roles_on_one_person_are_told(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Task.objects.all().delete()
    for role in ("operator", "promoter", "guardian", "thinker"):
        manager.client.post(_page(world, "geven/"), {"role": role, "who": "Jonas Claeys"})
    _offer(manager, champion="gladly")

    shown = manager.client.get(_page(world))

    assert shown.context["heading"] == "One person carries four of the five roles; nobody is network champion"
    assert shown.context["team"].loaded == (("Jonas Claeys", 4),)
    # who has too many already is proposed for nothing more
    assert not shown.context["team"].proposal


def test_the_division_counts_what_people_have_already(world: World, guest: Member) -> None:
    _offer(guest, promoter="gladly", champion="learn")

    with inside(world.authority.pk):
        found = division(list(Network.objects.filter(pk=world.key("network"))))

    assert [(each.role, str(each.offer.position)) for each in found.placed] == [
        ("promoter", str(guest.position)),
        ("champion", str(guest.position)),
    ]
    assert [each.role for each in found.open] == ["guardian", "thinker"]
    assert (found.covered, found.asked, found.proven) == (1, 5, True)


def test_only_the_coordinator_divides_over_all_networks(
    world: World, coordinator: Member, manager: Member, stranger: Member
) -> None:
    page = "/vliermonde/rollen-verdelen/"

    assert coordinator.client.get(page).status_code == 200
    assert manager.client.get(page).status_code == 403
    assert stranger.client.get(page).status_code == 404
    assert stranger.client.get(_page(world)).status_code == 404


def test_who_left_has_no_role_any_more(world: World, manager: Member) -> None:
    manager.client.post(_page(world, "geven/"), {"role": "champion", "who": "Jonas Claeys"})
    with inside(world.authority.pk):
        before = roles_by_network(None)[world.key("network")]
        Task.objects.filter(role="champion").update(colleague=manager.position)
        type(manager.position).objects.filter(pk=manager.position.pk).update(ended_at="2025-01-01T00:00Z")

        after = roles_by_network(None)[world.key("network")]

    assert [task.name for task in before] == ["Els Wouters", "Jonas Claeys"]
    assert [task.name for task in after] == ["Els Wouters"]


def test_without_networks_nothing_is_told_as_covered(vliermonde: Authority, coordinator: Member) -> None:
    page = coordinator.client.get("/vliermonde/rollen-verdelen/").content.decode()

    assert "No network runs yet over which roles can be divided" in page
    assert "can be covered" not in page
    assert "0 of the 0" not in page
