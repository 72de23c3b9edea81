from typing import Any

import pytest
from django.http import QueryDict
from tests.accounts import Member
from tests.workshops import a_question, a_session, opened, phones, vote_all
from tests.world import World

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.forms.answers import BOTH_SCORES, NotAnAnswer, as_sent, read_answer
from regiewijzer.inquiry.workshops.models import Kind, Question, Workshop
from regiewijzer.inquiry.workshops.models.questions import option
from regiewijzer.inquiry.workshops.public import RoomThatPlaced, rooms_that_placed
from regiewijzer.inquiry.workshops.queries.results import result_of
from regiewijzer.inquiry.workshops.queries.rooms import Choice
from regiewijzer.inquiry.workshops.tallies import read_back, stored, tally
from regiewijzer.register.networks.models import Management, Network

NEW = "/vliermonde/werksessies/nieuw/"
TWO = [option(7, "OCMW"), option(8, "CAW")]


def _scored() -> Question:
    return a_question(Kind.PLACING, "Wie?", options=TWO, scored=True)


def test_two_scores_give_the_ring_by_the_rule() -> None:
    asked = _scored()

    found = tally(asked, [{"7": "4.1", "8": "2.2"}, {"7": "3.2"}, {"7": "4.4"}, None])

    lines = {line.key: line for line in found.lines}
    assert lines["7"].counts == {"core": 2, "complementary": 1, "context": 0, "not_needed": 0}
    assert lines["8"].counts == {"core": 0, "complementary": 0, "context": 1, "not_needed": 0}
    assert lines["7.importance"].counts == {"1": 0, "2": 0, "3": 1, "4": 2}
    assert lines["7.replaceability"].counts == {"1": 1, "2": 1, "3": 0, "4": 1}
    assert (found.answered, found.unknown) == (3, 1)
    assert read_back(stored(found), asked) == found


def test_a_phone_gives_both_scores_or_none() -> None:
    asked = _scored()

    def read(sent: str) -> Any:
        return read_answer(asked, QueryDict(sent))

    assert read("importance-7=4&replaceability-7=1&importance-8=?&replaceability-8=?") == {"7": "4.1"}
    assert read("importance-7=?&replaceability-7=?") is None
    half = "importance-7=4&replaceability-7=?&importance-8=2&replaceability-8=3"
    with pytest.raises(NotAnAnswer, match=str(BOTH_SCORES)):
        read(half)
    for wrong in ("importance-7=5&replaceability-7=1", "importance-7=0&replaceability-7=1", "importance-7=x"):
        with pytest.raises(NotAnAnswer):
            read(wrong)
    kept = as_sent(asked, QueryDict(half)).answer
    assert isinstance(kept, dict)
    assert [each[2] for each in Choice("7", "OCMW", picked=kept["7"]).scored] == ["4", ""]


def test_who_is_no_member_can_be_placed_too(
    facilitator: Member, network: Network, world: World, vliermonde: Authority
) -> None:
    workshop = a_session(facilitator.position, a_question(), about=[network])
    typed = {
        "text": "Wie?",
        "network": network.name,
        "phase": "action",
        "scored": "ring",
        "candidates": "buurtwerk\n\nPartner 0\nbuurtwerk",
    }

    answer = facilitator.client.post(f"/vliermonde/werksessies/{workshop.pk}/vragen/nieuw/placing/", typed)

    assert answer.status_code == 302
    asked = workshop.questions.get(kind=Kind.PLACING)
    assert not asked.is_scored
    assert set(asked.labels.values()) == {"Buurtwerk", "Partner 0"}
    opened(workshop, facilitator.position)
    asked.refresh_from_db()
    assert len(asked.options) == 12  # eleven members, of whom one was named too
    assert "Buurtwerk" in asked.labels.values()


@pytest.mark.parametrize(
    ("typed", "field"),
    [({"phase": ""}, "phase"), ({"phase": "later"}, "phase"), ({"candidates": "Nergens gekend"}, "candidates")],
)
def test_what_cannot_be_asked_is_told_at_its_field(
    facilitator: Member, network: Network, vliermonde: Authority, typed: dict[str, str], field: str
) -> None:
    workshop = a_session(facilitator.position, a_question(), about=[network])
    good = {"text": "Wie?", "network": network.name, "phase": "action", "scored": "scored"}

    answer = facilitator.client.post(f"/vliermonde/werksessies/{workshop.pk}/vragen/nieuw/placing/", good | typed)

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    assert not workshop.questions.filter(kind=Kind.PLACING).exists()


def _held(by: Member, network: Network, answers: list[Any], **asked: Any) -> Workshop:
    """A room of as many phones as there are answers placed the first members of a network."""
    workshop = a_session(by.position, a_question(Kind.PLACING, "Wie?", network=network, **asked), about=[network])
    room = phones(opened(workshop, by.position), len(answers))
    question = workshop.questions.get()
    first, second = question.keys[:2]
    vote_all(question, room, [{first: one, second: other} if other else {first: one} for one, other in answers])
    return end(workshop=workshop, actor=by.actor)


def _partners(room: RoomThatPlaced) -> list[tuple[str, bool, int | None, int | None]]:
    return [(each.ring, each.divided, each.importance, each.replaceability) for each in room.partners[:2]]


def test_a_tie_and_votes_that_lie_apart_are_divided_and_never_core(
    facilitator: Member, network: Network, vliermonde: Authority
) -> None:
    core, far, near = "core", "not_needed", "complementary"
    _held(facilitator, network, [(core, core)] * 3 + [(near, core), (near, far), (near, far)], phase="action")

    (room,) = rooms_that_placed()

    assert (room.network, room.phase, room.answered) == (network, "action", 6)
    assert _partners(room) == [("", True, None, None), ("", True, None, None)]
    (asked,) = Question.objects.filter(kind=Kind.PLACING)
    result = result_of(asked)
    assert result
    assert len(result.divided) == 2
    assert not any(ring.rows for ring in result.rings)


def test_scores_on_which_a_room_agrees_are_known(facilitator: Member, network: Network, vliermonde: Authority) -> None:
    given = [("4.1", "3.4"), ("4.2", "3.4"), ("4.1", "3.4"), ("4.1", ""), ("3.1", "")]
    _held(facilitator, network, given, phase="goals", scored=True)

    (room,) = rooms_that_placed()

    assert _partners(room) == [("core", False, 4, 1), ("", False, None, None)]  # three votes are too few to say
    assert rooms_that_placed(but_not=[room.key]) == []


def test_without_a_phase_or_five_answers_no_arena_comes_of_it(
    facilitator: Member, network: Network, vliermonde: Authority
) -> None:
    _held(facilitator, network, [("core", "core")] * 5)
    _held(facilitator, network, [("core", "core")] * 4, phase="action")

    assert rooms_that_placed() == []


def test_a_manager_prepares_and_leads_for_a_network_of_their_own(world: World, manager: Member) -> None:
    typed = {"text": "Wie?", "phase": "action", "scored": "ring"}
    begun = manager.client.post(f"{NEW}?network={world.key('network')}", {"title": "Onze tafel"})
    with inside(world.authority.pk):
        made = Workshop.objects.get(title="Onze tafel")
    page = f"/vliermonde/werksessies/{made.pk}/"
    shown = manager.client.get(page).content.decode()
    refused = manager.client.post(f"{page}vragen/nieuw/placing/", typed | {"network": "Ander netwerk"})
    network = _name_of(world)
    manager.client.post(f"{page}vragen/nieuw/placing/", typed | {"network": network})
    opened_ = manager.client.post(f"{page}openen/")

    assert begun.url == page
    assert "Add what it is about" not in shown
    assert manager.client.post(f"{page}over/", {"kind": "service", "name": "Iets"}).status_code == 403
    assert refused.status_code == 422
    assert opened_.url.endswith("/leiden/")
    assert manager.client.get(opened_.url).status_code == 200
    assert "Onze tafel" in manager.client.get("/vliermonde/werksessies/").content.decode()


def test_a_manager_leads_nothing_that_is_not_about_their_networks_alone(
    world: World, manager: Member, facilitator: Member
) -> None:
    with inside(world.authority.pk):
        own = Network.objects.get(pk=world.key("network"))
        other = Network.objects.exclude(pk=own.pk).exclude(managements__position=manager.position).first()
        asks_of_other = a_question(Kind.PLACING, "Wie?", network=other)
        theirs = [
            a_session(facilitator.position, title="Met een dienst", about=[own, "Kinderopvang"]),
            a_session(facilitator.position, title="Van een ander", about=[other]),
            a_session(facilitator.position, title="Over niets"),
            a_session(facilitator.position, asks_of_other, title="Vraagt anders", about=[own]),
        ]

    for each in theirs:
        assert manager.client.get(f"/vliermonde/werksessies/{each.pk}/").status_code == 403
        assert manager.client.post(f"/vliermonde/werksessies/{each.pk}/openen/").status_code == 403
    listed = manager.client.get("/vliermonde/werksessies/").content.decode()
    assert not any(each.title in listed for each in theirs)
    assert manager.client.get(NEW).status_code == 403
    assert manager.client.get(f"{NEW}?network={other.pk}").status_code == 403
    with inside(world.authority.pk):
        Management.objects.filter(position=manager.position).delete()
    assert manager.client.get(f"{NEW}?network={own.pk}").status_code == 403


def _name_of(world: World) -> str:
    with inside(world.authority.pk):
        return Network.objects.get(pk=world.key("network")).name
