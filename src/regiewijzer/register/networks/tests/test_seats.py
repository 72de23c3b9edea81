from datetime import date, timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Delegate, PhaseStart
from regiewijzer.register.networks.queries import access_network, phase_of
from regiewijzer.register.organisations.models import Person

TODAY = timezone.localdate()
CRITICAL = "critical_voice"


def _seat(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/personen/{world.key('delegate')}/{rest}"


def _phase(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/fase/{rest}"


def _stored(world: World) -> Delegate:
    with inside(world.authority.pk):
        return Delegate.objects.get(pk=world.key("delegate"))


def test_a_seat_keeps_its_period_and_who_appointed_the_person(world: World, coordinator: Member) -> None:
    typed = {
        "seen_version": "1",
        "started": "2025-02-24",
        "substitute": "on",
        "appointed_by": "gemeenteraad",
        "appointed_on": "2025-02-20",
        "appointed_in": "https://lokaalbestuur.be/besluit/12",
    }

    answer = coordinator.client.post(_seat(world), typed)

    seat = _stored(world)
    assert answer.status_code == 302
    assert (seat.started, seat.substitute, seat.appointed_by) == (date(2025, 2, 24), True, "gemeenteraad")
    assert seat.appointed_on == date(2025, 2, 20)
    assert (
        "Els Wouters" in coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/leden/").content.decode()
    )


def test_a_change_of_person_keeps_both(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        Delegate.objects.update(started=TODAY - timedelta(days=90))
    page = f"/vliermonde/netwerken/{world.key('network')}/leden/{world.key('membership')}/"

    coordinator.client.post(_seat(world, "weg/"))
    coordinator.client.post(f"{page}persoon/", {"new_name": "Piet Nieuw", "started": str(TODAY)})

    shown = coordinator.client.get(page)
    assert [each.person.name for each in shown.context["seats"]] == ["Piet Nieuw"]
    assert [(each.person.name, each.ended) for each in shown.context["former"]] == [("Els Wouters", TODAY)]


@pytest.mark.parametrize(
    ("started", "ended", "wrong"),
    [
        ("2024-06-01", "2024-09-01", True),
        ("2023-01-01", "", True),
        ("", "2024-01-01", False),
        ("2024-12-31", "", False),
    ],
)
def test_one_person_does_not_sit_there_twice_at_the_same_time(
    world: World, coordinator: Member, started: str, ended: str, wrong: bool
) -> None:
    with inside(world.authority.pk):
        first = _stored(world)
        Delegate.objects.create(
            authority=world.authority,
            membership_id=first.membership_id,
            person_id=first.person_id,
            started=date(2024, 1, 1),
            ended=date(2024, 12, 31),
        )

    answer = coordinator.client.post(_seat(world), {"seen_version": "1", "started": started, "ended": ended})

    assert (answer.status_code == 422) is wrong
    assert ("already sat there from" in answer.content.decode()) is wrong


def test_the_second_to_save_sees_what_the_first_wrote(world: World, coordinator: Member) -> None:
    coordinator.client.post(_seat(world), {"seen_version": "1", "appointed_by": "raad"})

    answer = coordinator.client.post(_seat(world), {"seen_version": "1", "appointed_by": "bureau"})

    assert answer.status_code == 409
    assert "This was changed while you were typing." in answer.content.decode()
    assert _stored(world).appointed_by == "raad"


def test_an_end_before_the_start_is_told(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(
        _seat(world), {"seen_version": "1", "started": "2025-03-01", "ended": "2025-02-01"}
    )

    assert answer.status_code == 422
    assert "The end lies before the start." in answer.content.decode()


@pytest.mark.parametrize(("who", "sees"), [("coordinator", True), ("manager", True), ("contributor", False)])
def test_only_who_sees_mandates_is_asked_and_told_of_a_critical_voice(
    who: str, sees: bool, world: World, request: pytest.FixtureRequest
) -> None:
    member: Member = request.getfixturevalue(who)

    asked = member.client.get(_seat(world)).context["form"].fields
    member.client.post(_seat(world), {"seen_version": "1", CRITICAL: "on"})

    assert (CRITICAL in asked) is sees
    assert _stored(world).critical_voice is sees


def test_who_does_not_see_it_does_not_take_it_away(world: World, contributor: Member) -> None:
    with inside(world.authority.pk):
        Delegate.objects.update(critical_voice=True)

    contributor.client.post(_seat(world), {"seen_version": "1", "appointed_by": "raad"})

    assert (_stored(world).critical_voice, _stored(world).appointed_by) == (True, "raad")


@pytest.mark.parametrize("who", ["coordinator", "manager", "contributor", "reader"])
def test_a_critical_voice_is_named_to_nobody_else(who: str, world: World, request: pytest.FixtureRequest) -> None:
    member: Member = request.getfixturevalue(who)
    with inside(world.authority.pk):
        Delegate.objects.update(critical_voice=True)

    dossier = f"/vliermonde/netwerken/{world.key('network')}/"
    parts = ("", "?part=goal", "?part=table", "?part=people", "?part=form", "?part=forward", "?part=minutes")
    page = "".join(member.client.get(f"{dossier}{part}").content.decode() for part in parts)

    assert ("Critical voice" in page) is (who in ("coordinator", "manager"))


def test_the_trail_does_not_tell_what_was_agreed(world: World, coordinator: Member) -> None:
    coordinator.client.post(_seat(world), {"seen_version": "1", CRITICAL: "on"})

    with inside(world.authority.pk):
        told = [line.changes for line in Entry.objects.filter(kind="network")]
    assert told == [{"delegate": ["Partner 0", "Partner 0"]}]


def test_a_person_is_the_colleague_with_an_account(world: World, coordinator: Member, contributor: Member) -> None:
    page = f"/vliermonde/mensen/{world.key('person')}/collega/"

    answer = coordinator.client.post(page, {"seen_version": "1", "colleague": "nadia bensalem"})

    with inside(world.authority.pk):
        assert Person.objects.get(pk=world.key("person")).colleague_id == contributor.position.pk
    assert answer.status_code == 302
    assert contributor.client.get(page).status_code == 403


def test_one_colleague_is_one_person(world: World, coordinator: Member, contributor: Member) -> None:
    with inside(world.authority.pk):
        other = Person.objects.create(
            authority=world.authority,
            name="Nadia",
            organisation_id=world.key("organisation"),
            colleague=contributor.position,
        )
    assert other.colleague

    answer = coordinator.client.post(
        f"/vliermonde/mensen/{world.key('person')}/collega/", {"seen_version": "1", "colleague": "Nadia Bensalem"}
    )

    assert answer.status_code == 422
    assert "Another person is already this colleague." in answer.content.decode()


def test_a_network_comes_into_a_phase_and_keeps_those_before(world: World, manager: Member) -> None:
    manager.client.post(_phase(world), {"phase": "action", "started": "2026-01-15"})

    with inside(world.authority.pk):
        network = access_network(manager.position, world.key("network"))
        now = phase_of(network)
        assert now is not None
        assert (now.phase, now.started) == ("action", date(2026, 1, 15))
        assert [each.phase for each in network.phases.all()] == ["action", "goals"]
    page = manager.client.get(f"/vliermonde/netwerken/{world.key('network')}/").content.decode()
    assert "Devise and carry out actions" in page


def test_a_phase_said_by_mistake_is_taken_back(world: World, manager: Member) -> None:
    manager.client.post(_phase(world), {"phase": "action", "started": "2026-01-15"})

    manager.client.post(_phase(world, "weg/"))

    with inside(world.authority.pk):
        assert [each.phase for each in PhaseStart.objects.all()] == ["goals"]
        changes = [line.changes for line in Entry.objects.filter(kind="network").order_by("number")]
    assert changes == [{"phase": ["goals", "action"]}, {"phase": ["action", "goals"]}]


@pytest.mark.parametrize(
    "typed", [{"phase": "other", "started": "2026-01-15"}, {"phase": "action", "started": "2999-01-01"}]
)
def test_a_phase_that_is_none_or_lies_ahead_is_told(world: World, manager: Member, typed: dict[str, str]) -> None:
    assert manager.client.post(_phase(world), typed).status_code == 422
