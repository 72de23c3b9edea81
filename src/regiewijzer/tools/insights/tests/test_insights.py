"""Insights: written down, changed, used and destroyed; and read by whom they are meant for."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Management
from regiewijzer.tools.insights.actions import destroy_due
from regiewijzer.tools.insights.models import MOST_STEPS, Insight, Moment, Step, Use

TODAY = timezone.localdate()
CANARY = "kanarievogel"
TYPED = {
    "seen_version": "0",
    "made_on": str(TODAY),
    "proof": "seen",
    "consent": "spoken",
    "keep_until": str(TODAY + timedelta(days=365)),
}


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/gebruikers/{rest}"


def _one(world: World, kind: str = "insight", rest: str = "") -> str:
    return _page(world, f"{world.key(kind)}/{rest}")


def test_an_interview_is_written_down_by_the_manager_under_a_code(world: World, manager: Member) -> None:
    typed = {**TYPED, "name": "R7", "quotes": "Ik wachtte zeven weken.", "learned": "Eén nummer is genoeg"}

    answer = manager.client.post(_page(world, "nieuw/?kind=interview"), typed, follow=True)

    page = answer.content.decode()
    assert "Ik wachtte zeven weken." in page
    assert "Used nowhere yet" in page
    with inside(world.authority.pk):
        made = Insight.objects.get(name="R7")
        assert (made.kind, made.proof, made.made_by) == ("interview", "seen", manager.position)


@pytest.mark.parametrize(
    ("kind", "wrong", "field", "said"),
    [
        ("interview", {"name": "Fatima"}, "name", "“Fatima” looks like a name."),
        ("interview", {"quotes": "Ja.\nBel 0470 12 34 56"}, "quotes", "on line 2 is a telephone number"),
        (
            "interview",
            {"learned": "Els Wouters hielp"},
            "learned",
            "“Els Wouters” on line 1 is somebody in the register",
        ),
        ("persona", {"quote": "85.07.30-033.28"}, "quote", "is a national number"),
        ("persona", {"made_with": "els@example.org"}, "made_with", "is an e-mail address"),
        ("persona", {"situation": "Els woont alleen"}, "situation", "is a first name of somebody in the register"),
        ("persona", {"keep_until": "2020-01-01"}, "keep_until", "This day is past"),
        ("persona", {"made_on": "2999-01-01"}, "made_on", "This day has yet to come"),
        ("interview", {"consent": "not_needed"}, "consent", "Select a valid choice"),
    ],
)
def test_who_can_be_recognised_is_refused_with_its_place_and_nothing_is_lost(
    world: World, coordinator: Member, kind: str, wrong: dict[str, str], field: str, said: str
) -> None:
    answer = coordinator.client.post(_page(world, f"nieuw/?kind={kind}"), {**TYPED, "name": "R7", **wrong})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert said in answer.context["form"].errors[field].as_text()
    assert wrong[field] in answer.context["form"].data[field]
    with inside(world.authority.pk):
        assert Insight.objects.count() == 4


def test_a_first_name_is_let_through_when_somebody_says_it_is_invented(world: World, coordinator: Member) -> None:
    typed = {**TYPED, "name": "Els", "sure": "on"}

    answer = coordinator.client.post(_page(world, "nieuw/"), typed)

    assert answer.status_code == 302


def test_two_who_change_one_insight_learn_of_each_other(world: World, coordinator: Member, manager: Member) -> None:
    typed = {**TYPED, "seen_version": "1", "name": "Mieke", "needs": "Een vaste gids"}

    first = coordinator.client.post(_one(world, rest="wijzigen/"), typed)
    second = manager.client.post(_one(world, rest="wijzigen/"), {**typed, "needs": "Iets anders"})

    assert (first.status_code, second.status_code) == (302, 409)
    assert "This was changed while you were typing." in second.content.decode()
    with inside(world.authority.pk):
        assert Insight.objects.get(pk=world.key("insight")).needs == "Een vaste gids"


def test_a_journey_without_steps_says_so_and_one_of_thirty_is_full(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        Step.objects.all().delete()
    empty = coordinator.client.get(_one(world, "journey")).content.decode()
    with inside(world.authority.pk):
        Step.objects.bulk_create(
            Step(authority=world.authority, insight_id=world.key("journey"), place=place, stage="before", name="Belt")
            for place in range(1, MOST_STEPS + 1)
        )

    answer = coordinator.client.post(
        _one(world, "journey", "deel/"), {"stage": "after", "name": "Nog een", "feeling": "0"}
    )

    assert "This journey has no step yet" in empty
    assert answer.status_code == 422
    assert "A journey has at most 30 steps" in answer.content.decode()
    assert "Nog een" in answer.content.decode()


def test_a_step_keeps_whom_one_meets_and_its_stage_orders_it(world: World, coordinator: Member) -> None:
    typed = {
        "stage": "after",
        "name": "Wacht op drie diensten",
        "feeling": "-2",
        "organisations": "Partner 1\nBuurtwerk\nPartner 1",
    }
    early = {"stage": "before", "name": "Vraagt raad", "feeling": "2"}

    coordinator.client.post(_one(world, "journey", "deel/"), typed)
    coordinator.client.post(_one(world, "journey", "deel/"), early)

    page = coordinator.client.get(_one(world, "journey"))
    shown = page.context["steps"]
    assert [each.step.name for each in shown[2:]] == ["Vraagt raad", "Wacht op drie diensten"]
    assert [each.step.place for each in shown] == [1, 2, 3, 4]
    assert shown[-1].met == (("Buurtwerk", False), ("Partner 1", True))
    assert "not at the table" in page.content.decode()
    assert '<svg class="p only-wide"' in page.content.decode()


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"feeling": "3"}, "feeling", "“3” is not on the scale. It runs from -2 to 2."),
        ({"organisations": "Nergens vzw"}, "organisations", "“Nergens vzw” is not in the list."),
        ({"pain": "els wouters belde niet"}, "pain", "somebody in the register"),
    ],
)
def test_a_step_that_cannot_be_is_told(
    world: World, coordinator: Member, wrong: dict[str, str], field: str, said: str
) -> None:
    typed = {"stage": "after", "name": "Belt", "feeling": "0", **wrong}

    answer = coordinator.client.post(_one(world, "journey", "deel/"), typed)

    assert answer.status_code == 422
    assert said in answer.context["form"].errors[field].as_text()


def test_steps_change_places(world: World, coordinator: Member) -> None:
    coordinator.client.post(_one(world, "journey", f"deel/{world.key('part')}/plaats/"), {"to": "down"})

    with inside(world.authority.pk):
        assert Step.objects.get(pk=world.key("part")).place == 2


def test_a_moment_of_a_diary_is_kept_and_taken_out(world: World, manager: Member) -> None:
    typed = {"at": "20:15", "what": "Vult een formulier in", "service": "e-loket", "helped": "no"}

    manager.client.post(_one(world, "diary", "deel/"), typed)
    page = manager.client.get(_one(world, "diary")).content.decode()
    manager.client.post(_one(world, "diary", f"deel/{world.key('moment')}/weg/"))

    assert "it did not help" in page
    with inside(world.authority.pk):
        assert [str(moment) for moment in Moment.objects.filter(insight=world.key("diary"))] == [
            "Vult een formulier in"
        ]


def test_what_an_insight_changed_is_one_thing_of_its_network(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(_one(world, rest="gebruik/"))
    offered = page.context["form"].fields["target"].options
    action = next(name for name in offered if name.startswith("Action:"))
    typed = {"target": action, "changed": "De gids belt zelf", "used_on": str(TODAY)}

    both = coordinator.client.post(_one(world, rest="gebruik/"), {**typed, "contribution": "Toegang"})
    none = coordinator.client.post(_one(world, rest="gebruik/"), {**typed, "target": ""})
    one = coordinator.client.post(_one(world, rest="gebruik/"), typed)

    assert (both.status_code, none.status_code, one.status_code) == (422, 422, 302)
    with inside(world.authority.pk):
        use = Use.objects.get(changed="De gids belt zelf")
        assert use.target_kind == "action"
    coordinator.client.post(_one(world, rest=f"gebruik/{use.pk}/weg/"))
    with inside(world.authority.pk):
        assert not Use.objects.filter(pk=use.pk).exists()


@pytest.mark.parametrize("who", ["contributor", "reader", "facilitator", "guest"])
def test_interviews_and_diaries_are_not_there_for_anybody_else(
    who: str, world: World, request: pytest.FixtureRequest
) -> None:
    client = request.getfixturevalue(who).client
    addresses = [_one(world, kind, rest) for kind in ("interview", "diary") for rest in ("", "wijzigen/", "gebruik/")]

    found = {client.get(address).status_code for address in addresses}
    gone = client.post(_one(world, "interview", "intrekken/")).status_code
    added = client.post(_page(world, "nieuw/?kind=interview"), {**TYPED, "name": "R9"}).status_code

    assert found == {404}
    assert gone == 404
    assert added == 403
    assert ">R1<" not in client.get(_page(world)).content.decode()
    assert client.get(_one(world)).status_code == 200


def test_the_manager_of_another_network_is_a_stranger_to_it(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Management.objects.update(network=world.other_network)

    assert manager.client.get(_one(world, "interview")).status_code == 404
    assert manager.client.get(_one(world)).status_code == 200


def test_an_insight_of_one_network_is_not_found_under_another(world: World, coordinator: Member) -> None:
    address = f"/vliermonde/netwerken/{world.other_network}/gebruikers/{world.key('insight')}/"

    assert coordinator.client.get(address).status_code == 404


def test_at_night_what_is_past_is_destroyed_and_says_so(world: World, coordinator: Member) -> None:
    kept_until = TODAY + timedelta(days=10)
    with inside(world.authority.pk):
        Insight.objects.filter(network=world.key("network")).update(keep_until=kept_until, learned=CANARY)
        on_the_day = destroy_due(authority=world.authority.pk, today=kept_until)
        the_day_after = destroy_due(authority=world.authority.pk, today=kept_until + timedelta(days=1))
        again = destroy_due(authority=world.authority.pk, today=kept_until + timedelta(days=2))
        rows = list(Insight.objects.filter(network=world.key("network")))
        parts = (
            Step.objects.filter(insight__network=world.key("network")).count(),
            Moment.objects.filter(insight__network=world.key("network")).count(),
        )

    page = coordinator.client.get(_one(world))
    assert (on_the_day, the_day_after, again) == (0, 4, 0)
    assert {getattr(row, name) for row in rows for name in Insight.EMPTIED} == {""}
    assert {row.destroyed_on for row in rows} == {kept_until + timedelta(days=1)}
    assert parts == (0, 0)
    assert "destroyed on" in page.content.decode()
    assert "We beginnen met haar verhaal" in page.content.decode()


def test_whoever_withdraws_is_gone_at_once_for_who_is_still_typing_too(world: World, coordinator: Member) -> None:
    coordinator.client.post(_one(world, "interview", "intrekken/"))

    page = coordinator.client.get(_one(world, "interview")).content.decode()
    typed = {**TYPED, "seen_version": "1", "name": "R1", "quotes": CANARY}
    late = coordinator.client.post(_one(world, "interview", "wijzigen/"), typed, follow=True)
    twice = coordinator.client.post(_one(world, "interview", "intrekken/"), follow=True)

    assert "Consent was withdrawn." in page
    assert "Ze luisterden niet" not in page
    assert "It was destroyed meanwhile. Nothing was saved." in late.content.decode()
    assert twice.status_code == 200
    with inside(world.authority.pk):
        row = Insight.objects.get(pk=world.key("interview"))
        assert (row.withdrawn, row.destroyed_on, row.quotes) == (True, TODAY, "")


def test_the_trail_says_that_it_was_done_and_not_what(world: World, coordinator: Member) -> None:
    coordinator.client.post(_page(world, "nieuw/?kind=interview"), {**TYPED, "name": "R7", "quotes": CANARY})
    coordinator.client.post(_one(world, "interview", "intrekken/"))

    with inside(world.authority.pk):
        changes = [line.changes for line in Entry.objects.filter(kind="network").order_by("number")]
    assert changes == [{"insight_interview": [None, "…"]}, {"insight_interview": ["…", None]}]


def test_two_insights_of_one_second_keep_apart_in_a_workbook(world: World, coordinator: Member) -> None:
    for name in ("R7", "R8"):
        coordinator.client.post(_page(world, "nieuw/?kind=interview"), {**TYPED, "name": name})

    with inside(world.authority.pk):
        made = list(Insight.objects.filter(name__in=("R7", "R8")).values_list("created_at", flat=True))
    assert len({moment.replace(microsecond=0) for moment in made}) == 2


def test_a_guest_reads_personas_and_changes_nothing(world: World, guest: Member) -> None:
    page = guest.client.get(_one(world))

    assert page.status_code == 200
    assert "Ik vertel het elke keer opnieuw" in page.content.decode()
    assert "Say what it changed" not in page.content.decode()
    assert guest.client.post(_one(world, rest="intrekken/")).status_code == 403
