from typing import Any

import pytest
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Membership, RequiredSeat, SeatHolder
from regiewijzer.register.networks.queries import access_network, partners_of
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.science.facts import Form, Phase
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.arena import actions
from regiewijzer.tools.arena.models import Arena, Need, Placed
from regiewijzer.tools.arena.queries import arenas, tables

ACCESS, MEANS = "Toegang tot gezinnen", "Middelen"


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/tafel/{rest}"


def _partner(world: World) -> str:
    return _page(world, f"goals/partner/{world.key('organisation')}/")


def _now(world: World, phase: str = "goals") -> Arena:
    with inside(world.authority.pk):
        arena = Arena.objects.filter(network=world.key("network"), phase=phase).prefetch_related(
            "placed__organisation", "needs"
        )[0]
        list(arena.placed.all())
        return arena


def _placed(arena: Arena) -> dict[str, Placed]:
    return {row.organisation.name: row for row in arena.placed.all()}


@pytest.fixture
def filled(world: World) -> World:
    """Access is needed twice: Partner 0 and Partner 1 bring it, and Buurtwerk, who is no member. Means once."""
    with inside(world.authority.pk):
        arena = Arena.objects.get(pk=world.key("arena"))
        members = {each.organisation.name: each.organisation_id for each in partners_of(arena.network)}
        Placed.objects.filter(arena=arena).update(contributions=[ACCESS])
        for organisation, brings, scores in (
            (members["Partner 1"], [ACCESS], (3, 3)),
            (world.key("newcomer"), [ACCESS.lower()], (4, 1)),
            (members["Partner 2"], [MEANS], (4, 2)),
            (members["Partner 3"], [], (1, 4)),
        ):
            Placed.objects.create(
                authority=world.authority,
                arena=arena,
                organisation_id=organisation,
                contributions=brings,
                importance=scores[0],
                replaceability=scores[1],
            )
        for contribution, holders in ((ACCESS, 2), (MEANS, 1)):
            Need.objects.create(authority=world.authority, arena=arena, contribution=contribution, holders=holders)
    return world


def _shown(member: Member, world: World, query: str = "") -> Any:
    answer = member.client.get(f"{_page(world)}?phase=goals{query}")
    assert answer.status_code == 200
    return answer


def test_a_blank_arena_begins_with_the_partners_of_today(world: World, manager: Member) -> None:
    manager.client.post(_page(world, "begin/"), {"phase": "explore"})

    arena = _now(world, "explore")
    assert len(_placed(arena)) == 11
    assert all(row.rank is None for row in _placed(arena).values())
    manager.client.post(_page(world, "begin/"), {"phase": "explore"})
    with inside(world.authority.pk):
        assert Arena.objects.filter(phase="explore").count() == 1


def test_two_scores_place_a_partner(world: World, manager: Member) -> None:
    typed = {"organisation": "Buurtwerk", "importance": "4", "replaceability": "4", "contributions": ACCESS}

    manager.client.post(_page(world, "goals/nieuw/"), typed)

    placed = _placed(_now(world))["Buurtwerk"]
    assert (placed.where, placed.dependence, placed.contributions) == ("complementary", "limited", [ACCESS])
    with inside(world.authority.pk):
        told = Entry.objects.filter(kind="network").order_by("number").last()
    assert told is not None
    assert told.changes == {"arena_partner": [None, "Buurtwerk (complementary)"]}


def test_a_change_is_another_arena_and_can_be_taken_back(world: World, manager: Member) -> None:
    manager.client.post(_partner(world), {"seen": "4.1..0.", "importance": "1", "replaceability": "4"})
    assert _placed(_now(world))["Partner 0"].where == "not_relevant"

    manager.client.post(_page(world, f"goals/terug/{world.key('arena')}/"))

    assert _placed(_now(world))["Partner 0"].where == "core"
    with inside(world.authority.pk):
        assert Arena.objects.filter(phase="goals").count() == 3


def test_another_place_than_the_scores_say_needs_a_reason(world: World, manager: Member) -> None:
    typed = {"seen": "4.1..0.", "importance": "4", "replaceability": "1", "place": "context"}

    refused = manager.client.post(_partner(world), typed)
    manager.client.post(_partner(world), {**typed, "reason": "Doet pas mee in de actiefase"})

    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["reason"]
    placed = _placed(_now(world))["Partner 0"]
    assert (placed.where, placed.overruled) == ("context", True)


@pytest.mark.parametrize("score", ["5", "0", "-1", "veel", "2.5"])
def test_a_score_off_the_scale_is_told_and_nothing_is_lost(world: World, manager: Member, score: str) -> None:
    answer = manager.client.post(_partner(world), {"seen": "4.1..0.", "importance": score, "contributions": "Tijd"})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == ["importance"]
    assert "Tijd" in answer.content.decode()
    assert _now(world).pk == world.key("arena")


def test_a_partner_stands_in_an_arena_once(world: World, manager: Member) -> None:
    answer = manager.client.post(_page(world, "goals/nieuw/"), {"organisation": "Partner 0"})

    assert answer.status_code == 422


def test_two_people_who_place_at_once_lose_nothing(world: World, manager: Member, coordinator: Member) -> None:
    with inside(world.authority.pk):
        old = arenas.arena_of(access_network(manager.position, world.key("network")), "goals")
    coordinator.client.post(_page(world, "goals/nieuw/"), {"organisation": "Buurtwerk", "importance": "3"})
    coordinator.client.post(_partner(world), {"seen": "4.1..0.", "importance": "2", "replaceability": "2"})

    late = manager.client.post(_partner(world), {"seen": "4.1..0.", "importance": "3", "replaceability": "3"})

    assert late.status_code == 409
    assert "Somebody else placed this partner" in late.content.decode()
    assert _placed(_now(world))["Partner 0"].importance == 2
    with inside(world.authority.pk):
        third = Placed(organisation_id=world.key("newcomer"), importance=1)
        with pytest.raises(actions.Moved):
            actions.put_partner(arena=old, placed=third, actor=manager.actor)
    assert set(_placed(_now(world))) == {"Partner 0", "Buurtwerk"}


def test_who_is_divided_on_is_never_core(filled: World, coordinator: Member) -> None:
    with inside(filled.authority.pk):
        Placed.objects.filter(organisation=filled.key("newcomer")).update(divided=True)

    page = _shown(coordinator, filled).context["page"]

    assert [row.name for row in page.divided] == ["Buurtwerk"]
    assert page.core_absent == ()


def test_the_page_says_who_is_missing_and_who_is_not_needed(filled: World, coordinator: Member) -> None:
    answer = _shown(coordinator, filled)
    page = answer.context["page"]

    assert answer.context["heading"] == "One core partner is not at the table, one partner is not needed now"
    assert [row.name for row in page.core_absent] == ["Buurtwerk"]
    assert [(need.contribution, need.inside, need.outside) for need in page.needs] == [
        (ACCESS, ("Partner 0", "Partner 1"), ("Buurtwerk",)),
        (MEANS, ("Partner 2",), ()),
    ]
    assert len(page.unplaced) == 7


def test_it_proposes_who_brings_a_missing_contribution_elsewhere_and_how_much_they_sit(
    filled: World, coordinator: Member
) -> None:
    with inside(filled.authority.pk):
        Need.objects.filter(contribution=ACCESS).update(holders=3)

    (missing,) = _shown(coordinator, filled).context["page"].missing

    assert [(each.name, each.networks) for each in missing.proposals] == [("Buurtwerk", 0)]


def test_a_need_is_asked_for_changed_and_taken_away(world: World, manager: Member) -> None:
    page = _page(world, "goals/nodig/")

    manager.client.post(page, {"contribution": ACCESS, "holders": "2"})
    manager.client.post(page, {"contribution": ACCESS, "holders": "3"})
    assert [(need.contribution, need.holders) for need in _now(world).needs.all()] == [(ACCESS, 3)]

    manager.client.post(page, {"contribution": ACCESS, "holders": "0"})
    assert not list(_now(world).needs.all())
    assert manager.client.post(page, {"contribution": "", "holders": "99"}).status_code == 422


def test_the_smallest_good_table_has_its_reasons(filled: World, coordinator: Member) -> None:
    table = _shown(coordinator, filled).context["table"]

    assert table.possible
    assert table.proven
    assert len(table.seats) == 3
    assert {seat.row.name for seat in table.seats} >= {"Partner 2"}
    assert all(seat.brings for seat in table.seats)
    assert table.alternatives


def test_what_is_impossible_is_said_with_its_number(filled: World, coordinator: Member) -> None:
    answer = _shown(coordinator, filled, "&most=1")
    second = _shown(coordinator, filled, "&second=on").context["table"]

    assert "There is no good table" in answer.content.decode()
    assert [(each.contribution, each.seated) for each in answer.context["table"].shortages] == [(ACCESS, 0)]
    assert [(each.contribution, each.wanted, each.existing) for each in second.shortages] == [(MEANS, 2, 1)]
    assert coordinator.client.get(f"{_page(filled)}?phase=goals&most=0").status_code == 422


def test_without_a_partner_it_shows_what_nobody_brings(filled: World, coordinator: Member) -> None:
    with inside(filled.authority.pk):
        members = {each.organisation.name: each.organisation_id for each in partners_of(_now(filled).network)}
    found = _shown(coordinator, filled, f"&partner={members['Partner 2']}").context["what_if"]

    means = next(each for each in found.contributions if each.contribution == MEANS)
    assert (means.without, means.with_it) == (0, 1)
    assert found.table_without
    assert not found.table_without.possible
    assert found.table_with
    assert found.table_with.possible
    assert (found.participants_without, found.participants_with, found.most) == (10, 11, 8)


def test_when_one_leaves_another_becomes_the_only_one(filled: World, coordinator: Member) -> None:
    found = _shown(coordinator, filled, f"&partner={filled.key('organisation')}").context["what_if"]

    assert found.only == (("Partner 1", ACCESS),)
    assert coordinator.client.get(f"{_page(filled)}?phase=goals&partner=999999").context["what_if"] is None


def test_a_reader_sees_it_and_may_not_place(filled: World, reader: Member, stranger: Member) -> None:
    page = _shown(reader, filled).content.decode()

    assert "Say what is needed" not in page
    assert "Buurtwerk" in page
    assert reader.client.post(_page(filled, "goals/nodig/"), {"contribution": "x", "holders": "1"}).status_code == 403
    assert stranger.client.get(_page(filled)).status_code == 404


def test_the_rules_get_the_newest_arena_of_each_phase(filled: World, manager: Member) -> None:
    with inside(filled.authority.pk):
        (arena,) = arenas.arenas_by_network()[filled.key("network")]

    assert arena.phase is Phase.GOALS
    assert {actor.name: actor.rank for actor in arena.actors} == {
        "Partner 0": 4,
        "Partner 1": 3,
        "Buurtwerk": 4,
        "Partner 2": 4,
        "Partner 3": 1,
    }
    assert arena.needs == ((ACCESS, 2), (MEANS, 1))


def test_the_dossier_tells_it_in_short(filled: World, coordinator: Member) -> None:
    page = coordinator.client.get(f"/vliermonde/netwerken/{filled.key('network')}/?part=table").content.decode()

    assert "belongs to the core and is not at the table" in page
    assert _page(filled) in page


def test_what_the_form_bears_follows_the_form(filled: World) -> None:
    with inside(filled.authority.pk):
        network = _now(filled).network
        page = arenas.arena_page(network, partners_of(network), Phase.GOALS)
        found = tables.what_if(page, filled.key("organisation"), form=Form.NAO, limits=DEFAULTS)

    assert found
    assert found.most is None


def test_it_says_which_partner_makes_the_form_fit_no_longer(filled: World, coordinator: Member) -> None:
    partner = f"&partner={filled.key('organisation')}"
    too_many = _shown(coordinator, filled, partner)
    with inside(filled.authority.pk):
        gone = [
            each.pk for each in partners_of(_now(filled).network) if each.organisation_id != filled.key("organisation")
        ]
        Membership.objects.filter(pk__in=gone[:2]).delete()
        Organisation.objects.filter(memberships__in=gone[2:4]).update(is_own=True)
    just = _shown(coordinator, filled, f"{partner}&again=1")

    assert too_many.context["what_if"].form_depends is None
    assert "without it there are too many too" in too_many.context["form_fits"]
    found = just.context["what_if"]
    assert (found.participants_without, found.participants_with, found.form_depends) == (7, 8, False)  # own are one
    assert just.context["form_fits"] == ""
    with inside(filled.authority.pk):
        Organisation.objects.update(is_own=False)
    turns = _shown(coordinator, filled, f"{partner}&again=2")
    assert (turns.context["what_if"].participants_with, turns.context["what_if"].form_depends) == (9, True)
    assert "no longer fits" in turns.context["form_fits"]


def test_who_fills_a_required_seat_is_never_left_out(filled: World, coordinator: Member) -> None:
    with inside(filled.authority.pk):
        network = access_network(coordinator.position, filled.key("network"))
        held = next(each for each in partners_of(network) if each.organisation.name == "Partner 9")
        SeatHolder.objects.create(authority=filled.authority, seat_id=filled.key("required_seat"), membership=held)
        RequiredSeat.objects.update(looked_at="2025-06-01")

    shown = _shown(coordinator, filled, f"&partner={held.organisation_id}")
    unplaced = _shown(coordinator, filled)

    assert {seat.row.name: seat.required for seat in unplaced.context["table"].seats}["Partner 9"]
    assert shown.context["what_if"] is None  # it stands in no ring, and yet at the table
    with inside(filled.authority.pk):
        SeatHolder.objects.update(membership=filled.key("membership"))
    compared = _shown(coordinator, filled, f"&partner={filled.key('organisation')}").context["what_if"]
    assert compared.emptied == ("OCMW",)
    assert (compared.table_without.possible, compared.table_with.empty) == (False, ())
