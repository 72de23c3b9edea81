"""Saying where a network is stuck, and which principles come forward."""

import pytest
from django.utils import timezone
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.library import catalogue
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.breakthrough.public import Stuck, Try


def _page(world: World, rest: str = "") -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vast/{rest}"


def _found(world: World, rule: str, **numbers: object) -> None:
    """A finding about the network, as the rules would have made it."""
    network = world.key("network")
    StoredFinding.objects.create(
        authority=world.authority,
        key=f"{rule}:network-{network}",
        rule=rule,
        weight=3,
        subjects=[{"kind": "network", "ref": network, "name": "Kansrijk Opgroeien"}],
        numbers={"network": "Kansrijk Opgroeien", **numbers},
        certainty="great",
        found_on=timezone.localdate(),
    )


def test_what_findings_tell_is_ticked_until_somebody_looked(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Stuck.objects.all().delete()
        _found(world, "meeting.partner_away", partner="Partner 1", count=1, times=2)

    page = manager.client.get(_page(world)).context["page"]

    ticked = [each.impasse.key for each in page.situations if each.ticked]
    assert "absent_member" in ticked
    assert "conflict" not in ticked
    away = next(each for each in page.situations if each.impasse.key == "absent_member")
    assert "Partner 1 was not at the last 2 meetings of Kansrijk Opgroeien." in [each.plain for each in away.signs]


@pytest.mark.parametrize(("origin", "imposed"), [("flanders", True), ("own", False), ("recognised", False)])
def test_it_is_imposed_when_its_origin_says_so_and_never_because_it_crosses_one_that_is(
    world: World, manager: Member, origin: str, imposed: bool
) -> None:
    with inside(world.authority.pk):
        Stuck.objects.all().delete()
        Network.objects.filter(pk=world.key("network")).update(origin=origin)
        _found(world, "overlap.mandated_crosses_local", shared=5, total=9, local="A", mandated="B", origin="flanders")

    page = manager.client.get(_page(world)).context["page"]

    (found,) = (each for each in page.situations if each.impasse.key == "imposed")
    assert found.ticked == imposed
    assert [each.plain for each in found.signs] == ["Its origin in the register is: Mandated by Flanders."] * imposed


def test_people_overrule_the_facts(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        _found(world, "meeting.partner_away", partner="Partner 1", count=1, times=2)

    manager.client.post(_page(world), {"seen_version": "1", "impasses": ["energy_gone"], "words": "Plicht"})

    page = manager.client.get(_page(world)).context["page"]
    assert [each.impasse.key for each in page.situations if each.ticked] == ["energy_gone"]
    assert [card.principle.key for card in page.cards] == ["strengths", "make_something", "new_approach"]
    assert all([why.key for why in card.why] == ["energy_gone"] for card in page.cards)
    with inside(world.authority.pk):
        assert Stuck.objects.count() == 2


def test_all_eleven_stay_in_view_and_the_network_knows_what_it_tried(world: World, reader: Member) -> None:
    answer = reader.client.get(_page(world))
    page = answer.context["page"]

    assert len(page.eleven) == len(catalogue.principles())
    assert 3 <= len(page.cards) <= 4
    assert [attempt.what for attempt in page.card("make_something").tries] == ["Kraam op de markt"]
    assert "no prescription" in answer.content.decode()
    assert "Choose this principle" not in answer.content.decode()


def test_a_draw_is_one_of_the_eleven(world: World, reader: Member) -> None:
    answer = reader.client.post(_page(world, "trekken/"))
    drawn = answer.headers["Location"].removesuffix("#drawn")

    shown = reader.client.get(drawn).context["drawn"]
    assert shown.principle in catalogue.principles()
    assert reader.client.get(_page(world, "?kaart=geluk")).context["drawn"] is None


def test_untick_everything_and_it_is_stuck_no_more(world: World, manager: Member) -> None:
    manager.client.post(_page(world), {"seen_version": "1", "words": ""})

    dossier = manager.client.get(f"/vliermonde/netwerken/{world.key('network')}/?part=forward").content.decode()
    assert "Stuck no more" in dossier
    assert not manager.client.get(_page(world)).context["page"].cards


def test_two_who_say_it_at_once_lose_nothing(world: World, manager: Member, coordinator: Member) -> None:
    manager.client.post(_page(world), {"seen_version": "1", "impasses": ["imposed"], "words": ""})
    late = coordinator.client.post(_page(world), {"seen_version": "1", "impasses": ["too_broad"], "words": "Te breed"})

    assert late.status_code == 409
    assert "The network is imposed" in late.content.decode()
    assert "Te breed" in late.content.decode()
    again = {"seen_version": late.context["looks"], "impasses": ["too_broad"], "words": "Te breed"}
    assert coordinator.client.post(_page(world), again).status_code == 302


def test_the_same_said_twice_is_said_once(world: World, manager: Member) -> None:
    for _time in range(2):
        answer = manager.client.post(_page(world), {"seen_version": "1", "impasses": ["imposed"], "words": ""})

    assert answer.status_code == 302
    with inside(world.authority.pk):
        assert Stuck.objects.count() == 2


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"impasses": ["pech"], "words": "Och"}, "impasses"), ({"words": "x" * 1001}, "words")],
)
def test_what_cannot_be_is_told_and_nothing_is_lost(
    world: World, manager: Member, typed: dict[str, object], field: str
) -> None:
    answer = manager.client.post(_page(world), {"seen_version": "1", **typed})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert str(typed["words"]) in answer.content.decode()


def test_the_dossier_says_where_it_is_stuck_and_what_was_tried(world: World, reader: Member) -> None:
    with inside(world.authority.pk):
        Try.objects.update(helped="helped", effect="Er kwamen er twaalf.", told_on=timezone.localdate())

    page = reader.client.get(f"/vliermonde/netwerken/{world.key('network')}/?part=forward").content.decode()

    assert "A conflict nobody talks about" in page
    assert "Iedereen is beleefd" in page
    assert "Er kwamen er twaalf." in page
    assert _page(world) in page


def test_a_stranger_finds_nothing_and_a_reader_changes_nothing(world: World, reader: Member, stranger: Member) -> None:
    assert stranger.client.get(_page(world)).status_code == 404
    assert reader.client.post(_page(world), {"seen_version": "1", "impasses": ["imposed"]}).status_code == 403
