"""Working findings off: filter, answer several alike, put off, give to a colleague, take back."""

from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from tests.accounts import Member
from tests.typed import answer, day
from tests.world import World

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.findings.queries import open_findings
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.models import Action

LIST = "/vliermonde/bevindingen/"
DO = f"{LIST}samen/"
TODAY = timezone.localdate()


def _box(pk: int) -> str:
    return f"{pk}.{StoredFinding.objects.get(pk=pk).digest}"


@pytest.fixture
def two(world: World) -> list[str]:
    """The boxes of two findings that stand."""
    with inside(world.authority.pk):
        return [_box(row.stored.pk) for row in open_findings()[:2]]


def _open(world: World) -> set[str]:
    with inside(world.authority.pk):
        return {str(row.stored.pk) for row in open_findings()}


def _pks(boxes: list[str]) -> set[str]:
    return {box.split(".")[0] for box in boxes}


def test_several_are_answered_alike_in_one_go(world: World, coordinator: Member, two: list[str]) -> None:
    done = coordinator.client.post(DO, {**answer(), "finding": two, "do": "answer"}, follow=True)

    assert "2 findings were answered" in done.content.decode()
    assert not _open(world) & _pks(two)
    with inside(world.authority.pk):
        assert Decision.objects.exclude(finding="").count() == 2


def test_one_that_changed_meanwhile_is_left_alone_and_named(world: World, coordinator: Member, two: list[str]) -> None:
    with inside(world.authority.pk):
        changed = StoredFinding.objects.get(pk=two[1].split(".")[0])
        StoredFinding.objects.filter(pk=changed.pk).update(certainty="limited", weight=1)

    done = coordinator.client.post(DO, {**answer(), "finding": two, "do": "answer"}, follow=True).content.decode()

    assert "1 finding was answered" in done
    assert "Left alone" in done
    with inside(world.authority.pk):
        assert Decision.objects.exclude(finding="").count() == 1


def test_an_answer_that_lacks_something_keeps_the_ticks(world: World, coordinator: Member, two: list[str]) -> None:
    refused = coordinator.client.post(DO, {**answer(name=""), "finding": two, "do": "answer"})

    assert refused.status_code == 422
    assert refused.context["ticked"] == {int(pk) for pk in _pks(two)}
    assert _pks(two) <= _open(world)


def test_not_now_goes_away_until_its_day_and_comes_back(world: World, coordinator: Member, two: list[str]) -> None:
    until = TODAY + timedelta(days=10)
    coordinator.client.post(DO, {"finding": two[:1], "do": "later", "until": str(until), "why": "Na het verlof"})

    assert _pks(two) & _open(world) == _pks(two[1:])
    assert "Na het verlof" in coordinator.client.get(LIST, {"state": "later"}).content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=10)):
        assert _pks(two) <= _open(world)


@pytest.mark.parametrize("until", [str(TODAY), str(TODAY - timedelta(days=1)), "morgen"])
def test_not_now_until_a_day_that_has_passed_is_refused(
    world: World, coordinator: Member, two: list[str], until: str
) -> None:
    refused = coordinator.client.post(DO, {"finding": two[:1], "do": "later", "until": until, "why": "Later"})

    assert refused.status_code == 422
    assert list(refused.context["not_now"].errors) == ["until"]
    assert _pks(two) <= _open(world)


def test_a_colleague_gets_them_and_finds_them_under_their_name(
    world: World, coordinator: Member, manager: Member, two: list[str]
) -> None:
    coordinator.client.post(DO, {"finding": two, "do": "assign", "colleague": str(manager.position.pk)})

    page = manager.client.get(LIST, {"owner": "me"})
    assert page.context["found"] == 2


def test_somebody_who_left_cannot_get_them(world: World, coordinator: Member, manager: Member, two: list[str]) -> None:
    Position.objects.filter(pk=manager.position.pk).update(ended_at=timezone.now())

    refused = coordinator.client.post(DO, {"finding": two, "do": "assign", "colleague": str(manager.position.pk)})

    assert refused.status_code == 422


def test_a_reader_can_do_none_of_it_and_sees_no_box(world: World, reader: Member, two: list[str]) -> None:
    asked = {"finding": two, "do": "later", "until": day(9), "why": "Later"}

    assert reader.client.post(DO, asked).status_code == 403
    assert 'name="finding"' not in reader.client.get(LIST).content.decode()
    assert (
        "Left alone"
        in reader.client.post(DO, {**answer(), "finding": two, "do": "answer"}, follow=True).content.decode()
    )
    assert _pks(two) <= _open(world)


def test_a_stranger_finds_none_of_it(world: World, stranger: Member, two: list[str]) -> None:
    assert stranger.client.post(DO, {"finding": two, "do": "assign"}).status_code == 404


def test_a_filter_shows_what_it_says(world: World, coordinator: Member) -> None:
    with inside(world.authority.pk):
        stored = StoredFinding.objects.get(pk=world.key("finding"))
        word = str(stored.subjects[0]["name"])

    found = coordinator.client.get(LIST, {"network": world.key("network"), "q": word}).context["found"]
    nothing = coordinator.client.get(LIST, {"q": "geen woord van een bevinding"})

    assert found >= 1
    assert nothing.context["found"] == 0
    assert "No finding is like that" in nothing.content.decode()
    assert coordinator.client.get(LIST, {"since": "onzin", "owner": "x", "level": "y"}).status_code == 200


def test_after_a_decision_the_next_opens_and_it_can_be_undone(world: World, coordinator: Member) -> None:
    page = f"{LIST}{world.key('finding')}/"
    opened = coordinator.client.post(page, {**answer(), "next": "yes"}, follow=True)
    done = opened.context["done"]
    assert (done.name, opened.context["finding"].stored.pk != world.key("finding")) == ("Een kleine kern", True)

    coordinator.client.post(f"/vliermonde/besluiten/{done.pk}/ongedaan/")

    assert str(world.key("finding")) in _open(world)
    with inside(world.authority.pk):
        assert not Action.objects.current().filter(decision=done.pk).exists()


def test_the_day_after_a_decision_stays(world: World, coordinator: Member) -> None:
    page = f"{LIST}{world.key('finding')}/"
    made = coordinator.client.post(page, answer())["location"]
    with inside(world.authority.pk):
        Decision.objects.update(created_at=timezone.now() - timedelta(days=1))

    refused = coordinator.client.post(f"{made}ongedaan/", follow=True).content.decode()

    assert "so it stays" in refused
    assert str(world.key("finding")) not in _open(world)


def test_advice_fills_in_what_will_be_done(world: World, coordinator: Member) -> None:
    opened = coordinator.client.get(f"{LIST}{world.key('finding')}/", {"way": "1"})

    assert opened.context["form"].initial["name"]
    assert coordinator.client.get(f"{LIST}{world.key('finding')}/", {"way": "99"}).status_code == 200
