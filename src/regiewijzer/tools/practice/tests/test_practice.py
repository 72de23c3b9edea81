"""Own cases, and the copies that others read until they are withdrawn."""

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.library import catalogue
from regiewijzer.register.decisions.models import Decision
from regiewijzer.tools.practice.models import Case, SharedCase

TYPED = {
    "seen_version": "0",
    "title": "Koffie op het plein",
    "challenge": "Wie kent wie?",
    "what": "Elke vrijdag koffie",
    "gave": "Twaalf bewoners kwamen terug",
    "did_not": "Jongeren kwamen niet",
    "contact": "Opbouwwerker van de wijk",
    "network": "Kansrijk Opgroeien",
    "themes": ["housing"],
}


def _own(world: World, rest: str = "") -> str:
    return f"/vliermonde/praktijk/{world.key('practice_case')}/{rest}"


def test_a_case_is_told_and_changed(world: World, coordinator: Member) -> None:
    coordinator.client.post("/vliermonde/praktijk/nieuw/", TYPED)
    with inside(world.authority.pk):
        case = Case.objects.get(title=TYPED["title"])
        assert (case.network_id, case.themes) == (world.key("network"), ["housing"])
    page = f"/vliermonde/praktijk/{case.pk}/wijzigen/"

    assert coordinator.client.post(page, {**TYPED, "seen_version": "1", "gave": "Niets"}).status_code == 302
    late = coordinator.client.post(page, {**TYPED, "seen_version": "1", "gave": "Veel"})

    assert late.status_code == 409
    assert "Veel" in late.content.decode()
    with inside(world.authority.pk):
        assert Case.objects.get(pk=case.pk).gave == "Niets"


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"did_not": ""}, "did_not"),
        ({"contact": ""}, "contact"),
        ({"contact": "els@example.org"}, "contact"),
        ({"contact": "Loket, 09 123 45 67"}, "contact"),
        ({"what": "Met Els Wouters samen"}, "what"),
        ({"year": "1492"}, "year"),
        ({"title": "Oppas in de buurt"}, "title"),
    ],
)
def test_a_case_that_cannot_be_is_told_and_nothing_is_lost(
    world: World, coordinator: Member, wrong: dict[str, str], field: str
) -> None:
    answer = coordinator.client.post("/vliermonde/praktijk/nieuw/", {**TYPED, **wrong})

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert "Twaalf bewoners kwamen terug" in answer.content.decode()
    with inside(world.authority.pk):
        assert Case.objects.count() == 1


def test_sharing_is_a_decision_and_others_read_a_copy(
    world: World, coordinator: Member, world_elsewhere: World, stranger: Member
) -> None:
    with inside(world.authority.pk):
        SharedCase.objects.all().delete()

    assert coordinator.client.post(_own(world, "delen/"), {"reason": ""}).status_code == 422
    coordinator.client.post(_own(world, "delen/"), {"reason": "Elders vroeg ernaar"})

    with inside(world.authority.pk):
        decision = Decision.objects.get(reason="Elders vroeg ernaar")
        assert Case.objects.get(pk=world.key("practice_case")).decision == decision
    (shared,) = _read_by(stranger)
    page = stranger.client.get(f"/elders/praktijk/van-anderen/{shared.pk}/").content.decode()
    assert shared.title == "Oppas in de buurt"
    assert "Vliermonde shared this" in page
    assert "Kansrijk Opgroeien" not in page
    coordinator.client.post(_own(world, "wijzigen/"), {**TYPED, "seen_version": "1", "title": "Anders"})
    assert [case.title for case in _read_by(stranger)] == ["Oppas in de buurt"]
    assert "It was changed since" in coordinator.client.get(_own(world)).content.decode()


def _read_by(member: Member) -> list[SharedCase]:
    """What others share with the authority elsewhere."""
    found: list[SharedCase] = member.client.get("/elders/praktijk/").context["others"]
    return found


def test_withdrawn_is_gone_at_once_also_for_who_is_reading(
    world: World, coordinator: Member, world_elsewhere: World, stranger: Member
) -> None:
    page = f"/elders/praktijk/van-anderen/{world.key('shared_case')}/"
    assert "Gedeeld door Vliermonde" in stranger.client.get(page).content.decode()
    assert "Gedeeld door Vliermonde" in stranger.client.get("/elders/praktijk/").content.decode()

    for _time in range(2):
        assert coordinator.client.post(_own(world, "intrekken/")).status_code == 302

    gone = stranger.client.get(page, follow=True).content.decode()
    assert "This case is not shared any more." in gone
    assert "Gedeeld door Vliermonde" not in gone
    assert "Gedeeld door Vliermonde" not in stranger.client.get("/elders/praktijk/").content.decode()


def test_an_own_case_is_behind_the_wall(world: World, world_elsewhere: World, stranger: Member) -> None:
    assert stranger.client.get(f"/elders/praktijk/{world.key('practice_case')}/").status_code == 404
    with inside(world_elsewhere.authority.pk):
        assert set(Case.objects.values_list("authority", flat=True)) == {world_elsewhere.authority.pk}


def test_no_authority_writes_in_what_another_shares(world: World, world_elsewhere: World) -> None:
    theirs = world_elsewhere.key("shared_case")
    with inside(world.authority.pk):
        assert SharedCase.objects.filter(pk=theirs).exists()
        assert SharedCase.objects.filter(pk=theirs).update(gave="Buit") == 0
        assert SharedCase.objects.filter(pk=theirs)._raw_delete(using="default") == 0  # type: ignore[attr-defined]
        with pytest.raises(DatabaseError), transaction.atomic():
            SharedCase.objects.create(
                authority=world_elsewhere.authority,
                case_id=world_elsewhere.key("practice_case"),
                authority_name="Elders",
                title="Buit",
            )


def test_a_copy_points_at_no_case_of_another(world: World, world_elsewhere: World) -> None:
    with inside(world.authority.pk):
        SharedCase.objects.all().filter(authority=world.authority).delete()
        with pytest.raises(IntegrityError):
            _point_at(world, world_elsewhere.key("practice_case"))


def _point_at(world: World, case: int) -> None:
    """With every constraint checked at once, as at the end of a request."""
    with transaction.atomic(), connection.cursor() as cursor:
        SharedCase.objects.create(authority=world.authority, case_id=case, authority_name="Vliermonde", title="Buit")
        cursor.execute("set constraints all immediate")


def test_who_may_not_decide_does_not_share(world: World, contributor: Member, reader: Member) -> None:
    assert contributor.client.post(_own(world, "delen/"), {"reason": "Zomaar"}).status_code == 403
    assert contributor.client.post(_own(world, "intrekken/")).status_code == 403
    assert reader.client.post("/vliermonde/praktijk/nieuw/", TYPED).status_code == 403


def test_a_removed_case_is_shared_no_more(world: World, coordinator: Member) -> None:
    coordinator.client.post(_own(world, "weg/"))

    with inside(world.authority.pk):
        assert not Case.objects.exists()
        assert not SharedCase.objects.filter(authority=world.authority).exists()


@pytest.mark.parametrize("case", catalogue.practice_cases(), ids=lambda case: case.key)
def test_of_each_of_the_twelve_the_page_says_what_is_known_and_what_not(reader: Member, case) -> None:
    page = reader.client.get(f"/vliermonde/praktijk/bronnen/{case.key}/").content.decode()

    assert "What we do not know" in page
    assert "What did not work" in page


def test_what_is_no_case_is_not_there(reader: Member) -> None:
    assert reader.client.get("/vliermonde/praktijk/bronnen/verzonnen/").status_code == 404


def test_a_theme_narrows_all_of_it(world: World, reader: Member) -> None:
    page = reader.client.get("/vliermonde/praktijk/?theme=children_families")

    assert [case.title for case in page.context["own"]] == ["Oppas in de buurt"]
    assert all("children_families" in case.themes for case in page.context["cases"])
    assert not reader.client.get("/vliermonde/praktijk/?theme=mobility").context["own"]
