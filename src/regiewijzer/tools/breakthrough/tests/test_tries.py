"""Agreeing on a try, and telling what it did."""

from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.meetings.models import Action, AgendaItem, Meeting
from regiewijzer.tools.breakthrough.models import Stuck, Try
from regiewijzer.tools.breakthrough.queries import stuck_by_network, tries_by_network

TODAY = timezone.localdate()
UNTIL = str(TODAY + timedelta(days=40))
STAND = "Kraam op de markt"


def _tries(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/pogingen/{rest}"


def _typed(**more: str) -> dict[str, str]:
    asked = {"principle": "strengths", "what": "Koffie op vrijdag", "until": UNTIL, "seen_by": "Er komen er tien"}
    return {**asked, "organisation": "Partner 2", "on_agenda": "on", **more}


def test_a_try_becomes_an_action_and_an_item_on_the_next_agenda(world: World, manager: Member) -> None:
    answer = manager.client.post(_tries(world, "nieuw/"), _typed())

    with inside(world.authority.pk):
        made = Try.objects.get(what="Koffie op vrijdag")
        action = Action.objects.get(tries=made)
        item = AgendaItem.objects.get(title="Koffie op vrijdag")
        assert (action.owner, str(action.due), action.state) == ("Partner 2", UNTIL, "open")
        assert (item.origin, item.who, item.meeting_id) == ("try", "Partner 2", world.key("meeting"))
    assert answer.headers["Location"] == _tries(world, f"{made.pk}/")
    page = manager.client.get(_tries(world, f"{made.pk}/")).content.decode()
    assert "Er komen er tien" in page
    assert f"/acties/{action.pk}/" in page


def test_without_a_meeting_it_is_an_action_alone_and_the_form_says_so(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Meeting.objects.filter(state="planned").update(state="cancelled")

    form = manager.client.get(_tries(world, "nieuw/?principle=strengths"))
    manager.client.post(_tries(world, "nieuw/"), _typed())

    assert "No meeting is planned" in form.content.decode()
    assert "Begin with what already works" in form.content.decode()
    with inside(world.authority.pk):
        assert Action.objects.filter(name="Koffie op vrijdag").exists()
        assert not AgendaItem.objects.filter(origin="try").exists()


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"until": "2025-01-01"}, "until"),
        ({"until": "ooit"}, "until"),
        ({"seen_by": ""}, "seen_by"),
        ({"what": ""}, "what"),
        ({"principle": "geluk"}, "principle"),
        ({"organisation": "Niemand NV"}, "organisation"),
    ],
)
def test_a_try_that_cannot_be_is_told_and_nothing_is_half_saved(
    world: World, manager: Member, wrong: dict[str, str], field: str
) -> None:
    answer = manager.client.post(_tries(world, "nieuw/"), _typed(**wrong))

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    with inside(world.authority.pk):
        assert Try.objects.count() == 1
        assert Action.objects.count() == 1


def test_the_same_try_is_asked_about_and_made_when_somebody_means_it(world: World, manager: Member) -> None:
    asked = manager.client.post(_tries(world, "nieuw/"), _typed(what="KRAAM op de  markt"))

    assert asked.status_code == 422
    assert "nobody told what it did" in str(asked.context["form"].errors["again"])
    assert manager.client.post(_tries(world, "nieuw/"), _typed(what=STAND, again="on")).status_code == 302
    with inside(world.authority.pk):
        assert Try.objects.filter(what=STAND).count() == 2


def test_what_it_did_is_told_once_and_two_who_tell_at_once_lose_nothing(
    world: World, manager: Member, coordinator: Member
) -> None:
    told = {"seen_version": "1", "effect": "Er kwamen er twaalf. Vier kwamen terug.", "helped": "a_little"}
    page = _tries(world, f"{world.key('try')}/effect/")

    assert manager.client.post(page, told).status_code == 302
    late = coordinator.client.post(page, {**told, "effect": "Niemand kwam.", "helped": "not"})

    assert late.status_code == 409
    assert "Er kwamen er twaalf" in late.content.decode()
    assert "Niemand kwam." in late.content.decode()
    with inside(world.authority.pk):
        assert Try.objects.get(pk=world.key("try")).helped == "a_little"
        assert [line.changes for line in Entry.objects.filter(kind="network")] == [{"try_effect": [None, STAND]}]
    assert "Helped a little" in manager.client.get("/vliermonde/pogingen/").content.decode()


@pytest.mark.parametrize(("wrong", "field"), [({"effect": ""}, "effect"), ({"helped": "zeker"}, "helped")])
def test_an_effect_needs_words_and_an_answer(world: World, manager: Member, wrong: dict[str, str], field: str) -> None:
    told = {"seen_version": "1", "effect": "Het scheelde.", "helped": "helped", **wrong}

    answer = manager.client.post(_tries(world, f"{world.key('try')}/effect/"), told)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_a_reader_reads_and_a_stranger_finds_nothing(world: World, reader: Member, stranger: Member) -> None:
    page = reader.client.get(_tries(world, f"{world.key('try')}/"))

    assert STAND in page.content.decode()
    assert "Tell what it did" not in page.content.decode()
    assert reader.client.post(_tries(world, "nieuw/"), _typed()).status_code == 403
    assert stranger.client.get(_tries(world, f"{world.key('try')}/")).status_code == 404


def test_the_rules_get_since_when_it_is_stuck_and_what_it_tried(world: World) -> None:
    with inside(world.authority.pk):
        Stuck.objects.all().delete()
        for day, impasses in (((2026, 1, 1), ["conflict"]), ((2026, 2, 1), []), ((2026, 3, 1), ["imposed"])):
            _look(world, date(*day), impasses)
        last = _look(world, date(2026, 4, 1), ["conflict", "imposed"])

        stuck = stuck_by_network()[world.key("network")]
        (tried,) = tries_by_network()[world.key("network")]

    assert (stuck.since, stuck.noted_on, list(stuck.impasses)) == (date(2026, 3, 1), last.noted_on, last.impasses)
    assert (tried.what, tried.told) == (STAND, False)


def test_a_network_that_is_stuck_no_more_is_no_fact(world: World) -> None:
    with inside(world.authority.pk):
        _look(world, TODAY, [])

        assert stuck_by_network() == {}


def _look(world: World, day: date, impasses: list[str]) -> Stuck:
    return Stuck.objects.create(
        authority=world.authority, network_id=world.key("network"), noted_on=day, impasses=impasses
    )
