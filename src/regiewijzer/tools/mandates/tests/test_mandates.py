"""Cards and promises: kept with the seat, seen by few."""

from datetime import timedelta

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Delegate, Management, Membership
from regiewijzer.register.organisations.models import Organisation, Person
from regiewijzer.tools.mandates.models import Card, Promise

TODAY = timezone.localdate()
CANARY = "kanarievogel"


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/mandaten/{rest}"


def _seat(world: World, rest: str = "") -> str:
    return _page(world, f"{world.key('membership')}/{rest}")


def _guest_seat(world: World) -> Membership:
    with inside(world.authority.pk):
        return Membership.objects.get(network=world.key("network"), organisation__name="Partner van Gust")


def test_a_first_card_is_agreed_and_changed(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Card.objects.all().delete()
    typed = {"seen_version": "0", "decides": "within", "may_promise": "Twee dagen per week", "agreed_on": str(TODAY)}

    manager.client.post(_seat(world, "fiche/"), typed)
    late = manager.client.post(_seat(world, "fiche/"), {**typed, "may_promise": "Drie dagen"})

    assert late.status_code == 409
    assert "This was changed while you were typing." in late.content.decode()
    with inside(world.authority.pk):
        card = Card.objects.get()
        assert (card.may_promise, card.can_decide, card.version) == ("Twee dagen per week", True, 1)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"promised_on": "2999-01-01"}, "promised_on"),
        ({"text": ""}, "text"),
        ({"due": "2025-01-01"}, "due"),
        ({"overruled_on": "2026-02-01"}, "overruled_by"),
        ({"overruled_on": "2025-02-01", "overruled_by": "directeur"}, "overruled_on"),
    ],
)
def test_a_promise_that_cannot_be_is_told_and_nothing_is_lost(
    world: World, manager: Member, wrong: dict[str, str], field: str
) -> None:
    typed = {"seen_version": "0", "text": "Een halve dag aan het loket", "promised_on": "2026-01-10", **wrong}

    answer = manager.client.post(_seat(world, "toezegging/"), typed)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert typed["text"] in answer.content.decode()
    with inside(world.authority.pk):
        assert Promise.objects.count() == 1


def test_a_promise_goes_on_to_what_became_of_it(world: World, manager: Member) -> None:
    typed = {
        "seen_version": "1",
        "text": "Een gids per gezin",
        "promised_on": "2026-01-10",
        "overruled_on": "2026-02-01",
        "overruled_by": "financieel directeur",
        "relation": "Zij zeggen ook niets meer toe",
    }

    manager.client.post(_seat(world, f"toezegging/{world.key('promise')}/"), typed)

    page = manager.client.get(_seat(world)).content.decode()
    assert "financieel directeur" in page
    assert "not asked first" in page


def test_the_log_keeps_the_function_when_the_person_is_erased(world: World, administrator: Member) -> None:
    with inside(world.authority.pk):
        Promise.objects.update(overruled_on=TODAY, overruled_by="financieel directeur")

    administrator.client.post(f"/vliermonde/mensen/{world.key('person')}/wissen/")

    page = administrator.client.get(_seat(world)).content.decode()
    assert "financieel directeur" in page
    assert "Een gids per gezin" in page
    assert "Els Wouters" not in page


def test_another_person_on_the_seat_finds_what_was_promised(world: World, manager: Member) -> None:
    network = f"/vliermonde/netwerken/{world.key('network')}"
    manager.client.post(f"{network}/personen/{world.key('delegate')}/weg/")
    manager.client.post(f"{network}/leden/{world.key('membership')}/persoon/", {"new_name": "Piet Nieuw"})

    page = manager.client.get(_seat(world)).content.decode()

    assert "Piet Nieuw" in page
    assert "Een gids per gezin" in page


def test_what_is_worth_a_word_stands_on_the_page_of_the_network(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        for _nr in range(2):
            Promise.objects.create(
                authority=world.authority,
                membership_id=world.key("membership"),
                text="Geld",
                promised_on=TODAY - timedelta(days=9),
                overruled_on=TODAY,
                overruled_by="directeur",
            )

    page = coordinator.client.get(_page(world)).content.decode()

    assert "was overruled <b>2 times</b>" in page
    assert "With <b>nobody</b> it was agreed to question the network" in page
    assert "For 10 of 11 seats nothing is agreed" in page


def test_a_delegate_with_an_account_sees_their_own_seat_and_no_other(world: World, contributor: Member) -> None:
    assert contributor.client.get(_seat(world)).status_code == 404
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(colleague=contributor.position)

    mine = contributor.client.get("/vliermonde/mijn-mandaten/")
    table = contributor.client.get(_page(world)).context["table"]
    saved = contributor.client.post(
        _seat(world, "fiche/"), {"seen_version": "1", "decides": "no", "agreed_on": str(TODAY)}
    )

    assert [seat.pk for seat in mine.context["seats"]] == [world.key("membership")]
    assert [row.membership.pk for row in table.rows] == [world.key("membership")]
    assert table.said == ()
    assert saved.status_code == 302
    assert contributor.client.get(_page(world, f"{_guest_seat(world).pk}/")).status_code == 404


def test_who_sat_there_before_sees_it_no_more(world: World, contributor: Member) -> None:
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(colleague=contributor.position)
        Delegate.objects.update(ended=TODAY)

    assert contributor.client.get(_seat(world)).status_code == 404
    assert contributor.client.get(_page(world)).status_code == 404


def test_a_guest_sees_and_edits_what_their_own_people_may_promise(world: World, guest: Member) -> None:
    own = _page(world, f"{_guest_seat(world).pk}/")

    table = guest.client.get(_page(world)).context["table"]
    saved = guest.client.post(f"{own}fiche/", {"seen_version": "0", "may_promise": "Tijd", "agreed_on": str(TODAY)})

    assert [row.name for row in table.rows] == ["Partner van Gust"]
    assert table.said == ()
    assert saved.status_code == 302
    assert guest.client.get(_seat(world)).status_code == 404
    assert guest.client.get(_seat(world, "fiche/")).status_code == 404


def test_the_trail_says_that_it_was_done_and_not_what(world: World, manager: Member) -> None:
    manager.client.post(_seat(world, "fiche/"), {"seen_version": "1", "may_promise": CANARY, "agreed_on": str(TODAY)})

    with inside(world.authority.pk):
        changes = [line.changes for line in Entry.objects.filter(kind="network")]
    assert changes == [{"mandate_card": [None, "Partner 0"]}]


def test_a_manager_of_another_network_is_a_stranger_to_it(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Management.objects.update(network=world.other_network)
        assert Organisation.objects.exists()

    assert manager.client.get(_seat(world)).status_code == 404
    assert manager.client.get(_page(world)).status_code == 404
