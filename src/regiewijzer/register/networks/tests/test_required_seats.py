from datetime import date, timedelta

from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Membership, Network, RequiredSeat
from regiewijzer.register.networks.queries import required_seats_of, required_seats_on

TODAY = timezone.localdate()


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/zetels/{rest}"


def _seats(world: World) -> dict[str, RequiredSeat]:
    with inside(world.authority.pk):
        return {seat.role: seat for seat in RequiredSeat.objects.filter(network=world.key("network"))}


def _asked_for(world: World, mandate: str) -> None:
    with inside(world.authority.pk):
        Network.objects.filter(pk=world.key("network")).update(mandate=mandate)


def test_seats_of_the_rule_are_taken_over_once_and_still_to_check(world: World, manager: Member) -> None:
    _asked_for(world, "integrated_broad_reception")

    manager.client.post(_page(world, "overnemen/"))
    manager.client.post(_page(world, "overnemen/"))

    seats = _seats(world)
    assert len(seats) == 3
    assert {(seat.source_year, seat.from_rule, seat.looked_at) for seat in seats.values()} == {(2018, True, None)}
    shown = manager.client.get(_page(world)).content.decode()
    assert "not looked at" in shown
    assert "still to check" in shown


def test_a_contested_or_unread_rule_and_an_invitation_carry_no_finding(world: World, manager: Member) -> None:
    for mandate in ("childcare_local_consultation", "care_council", "local_housing_consultation"):
        before = set(_seats(world))
        _asked_for(world, mandate)

        manager.client.post(_page(world, "overnemen/"))

        taken = [seat for role, seat in _seats(world).items() if role not in before]
        assert taken
        assert not any(seat.from_rule for seat in taken)


def test_a_member_fills_a_seat_when_somebody_says_so(world: World, manager: Member) -> None:
    typed = {
        "role": "OCMW",
        "source_year": "2018",
        "from_rule": "on",
        "looked_at": str(TODAY),
        "holders": str(world.key("membership")),
    }

    manager.client.post(_page(world, f"{world.key('required_seat')}/"), typed)

    with inside(world.authority.pk):
        [row] = required_seats_of(Network.objects.get(pk=world.key("network")))
        [seat] = required_seats_on(TODAY)[world.key("network")]
    assert [each.pk for each in row.holders] == [world.key("membership")]
    assert (seat.filled, seat.empty, seat.is_missed) == (1, False, False)


def test_who_left_fills_it_no_more(world: World, manager: Member) -> None:
    typed = {"role": "OCMW", "looked_at": str(TODAY), "source_year": "2018", "from_rule": "on"}
    manager.client.post(
        _page(world, f"{world.key('required_seat')}/"), {**typed, "holders": str(world.key("membership"))}
    )
    with inside(world.authority.pk):
        Membership.objects.filter(pk=world.key("membership")).update(ended=TODAY)

        [seat] = required_seats_on(TODAY)[world.key("network")]

    assert (seat.filled, seat.is_missed) == (0, True)
    assert "nobody" in manager.client.get(_page(world)).content.decode()


WRONG: list[tuple[dict[str, str], str]] = [
    ({"role": ""}, "role"),
    ({"role": "CAW", "minimum": "0"}, "minimum"),
    ({"role": "CAW", "minimum": "veel"}, "minimum"),
    ({"role": "CAW", "source_year": "18"}, "source_year"),
    ({"role": "CAW", "looked_at": str(TODAY + timedelta(days=1))}, "looked_at"),
    ({"role": "CAW", "holders": "999999"}, "holders"),
    ({"role": "CAW", "from_rule": "on"}, "__all__"),
    ({"role": "OCMW"}, "__all__"),
]


def test_what_cannot_be_is_told_and_nothing_kept(world: World, manager: Member) -> None:
    for typed, field in WRONG:
        answer = manager.client.post(_page(world, "nieuw/"), typed)

        assert answer.status_code == 422
        assert field in answer.context["form"].errors
    assert set(_seats(world)) == {"OCMW"}


def test_a_seat_the_rule_does_not_ask_for_here_goes(world: World, manager: Member) -> None:
    manager.client.post(_page(world, f"{world.key('required_seat')}/weg/"))

    assert _seats(world) == {}


def test_a_reader_sees_them_and_changes_nothing(world: World, reader: Member) -> None:
    shown = reader.client.get(_page(world))

    assert shown.status_code == 200
    assert "nieuw/" not in shown.content.decode()
    assert reader.client.post(_page(world, "overnemen/")).status_code == 403


def test_somebody_from_another_authority_gets_404(world: World, stranger: Member) -> None:
    assert stranger.client.get(_page(world)).status_code == 404


def test_of_another_day_another_member_fills_it(world: World) -> None:
    with inside(world.authority.pk):
        assert required_seats_on(date(1999, 1, 1))[world.key("network")][0].filled == 0
