"""A room makes something together: a try that is agreed on the screen, a persona and a journey as drafts."""

from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from django.forms import BaseForm

from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions.ending import end
from regiewijzer.inquiry.workshops.actions.leading import set_shown
from regiewijzer.inquiry.workshops.actions.voting import contribute
from regiewijzer.inquiry.workshops.models import Kind, Workshop
from regiewijzer.register.meetings.models import Action
from regiewijzer.tools.breakthrough.public import Try
from regiewijzer.tools.insights.models import Insight, Step
from tests.accounts import Member
from tests.workshops import opened, phones, to_question, vote_all
from tests.world import World

pytestmark = pytest.mark.usefixtures("english")
ROOM = 5
TRY = {"principle": "make_something", "what": "Samen koken", "until": "31/12/2027", "seen_by": "Tien gezinnen komen."}


def _network(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}"


def _typed(form: BaseForm) -> dict[str, Any]:
    """The form as a browser sends it when nothing is changed."""
    values = {name: form[name].value() for name in form.fields if name != "sure"}
    return {name: "" if value is None else value for name, value in values.items()}


def _latest(world: World) -> Workshop:
    with inside(world.authority.pk):
        return Workshop.objects.latest("pk")


def _answered(world: World, by: Member, said: Mapping[str, Sequence[str]], votes: Mapping[str, str]) -> Workshop:
    """The session is opened, and five phones answer what they are asked and the leader shows."""
    workshop = _latest(world)
    with inside(world.authority.pk):
        join_link = opened(workshop, by.position, at=0)
        room = phones(join_link, ROOM)
        for number in range(1, workshop.questions.count() + 1):
            question = to_question(workshop, number)
            gives = question.makes.partition(".")[2]
            if question.kind == Kind.TEXT:
                for phone in room:
                    texts = dict(enumerate(said.get(gives, ["niets"]), start=1))
                    contribute(question=question, key_hash=phone, texts=texts)
            elif question.kind == Kind.SCALE:
                vote_all(question, room, [1] * ROOM)
            else:
                vote_all(question, room, [[votes.get(gives, question.keys[0])]] * ROOM)
            set_shown(workshop=workshop, shown=True)
        workshop.refresh_from_db()
    return workshop


def test_cards_stand_on_phones_with_what_came_forward_first(world: World, manager: Member) -> None:
    answer = manager.client.post(f"{_network(world)}/vast/samen/")

    workshop = _latest(world)
    with inside(world.authority.pk):
        where, card, what = workshop.questions.all()
        assert answer.headers["Location"] == f"/vliermonde/werksessies/{workshop.pk}/"
        assert (len(where.options), len(card.options), what.kind) == (12, 11, Kind.TEXT)
        assert all(option["hint"] for option in card.options)
        assert {question.network_id for question in (where, card, what)} == {world.key("network")}


def test_what_the_room_agrees_on_stands_on_the_screen_and_is_a_try_with_an_action(
    world: World, manager: Member
) -> None:
    manager.client.post(f"{_network(world)}/vast/samen/")
    workshop = _answered(world, manager, {"what": ["Samen koken"]}, {"principle": "make_something"})
    address = f"{_network(world)}/pogingen/nieuw/?session={workshop.pk}"
    lead = f"/vliermonde/werksessies/{workshop.pk}/leiden/"

    assert f"?session={workshop.pk}" in manager.client.get(lead, follow=True).content.decode()
    form = manager.client.get(address).content.decode()
    answer = manager.client.post(address, TRY)
    screen = manager.client.get(f"/vliermonde/werksessies/{workshop.pk}/scherm/").content.decode()

    assert "<li>Samen koken</li>" in form
    assert 'value="make_something" selected' in form
    assert answer.headers["Location"] == lead
    assert "Agreed" in screen
    assert "Tien gezinnen komen." in screen
    with inside(world.authority.pk):
        made = Try.objects.latest("pk")
        assert (made.what, made.network_id) == ("Samen koken", world.key("network"))
        assert Action.objects.filter(pk=made.action_id, name="Samen koken").exists()


def test_an_open_session_tells_nothing_to_who_does_not_lead_it(
    world: World, manager: Member, contributor: Member
) -> None:
    manager.client.post(f"{_network(world)}/vast/samen/")
    workshop = _answered(world, manager, {"what": ["Samen koken"]}, {})

    page = contributor.client.get(f"{_network(world)}/pogingen/nieuw/?session={workshop.pk}")

    assert page.status_code == 200
    assert page.context["room"] is None


def test_a_persona_of_a_room_is_a_draft_until_somebody_saves_it(world: World, manager: Member) -> None:
    manager.client.post(f"{_network(world)}/gebruikers/samen/", {"kind": "persona"})
    said = {"situation": ["Woont alleen"], "goals": ["Werk vinden"], "quote": ["Ik wacht al lang."]}
    workshop = _answered(world, manager, said, {})
    with inside(world.authority.pk):
        before = Insight.objects.count()
        end(workshop=workshop, actor=manager.position.actor)
    address = f"{_network(world)}/gebruikers/nieuw/?kind=persona&session={workshop.pk}"

    page = manager.client.get(address)
    form = page.context["form"]
    with inside(world.authority.pk):
        assert Insight.objects.count() == before
    typed = _typed(form)
    saved = manager.client.post(address, {**typed, "name": "Sara", "consent": "not_needed"})

    assert "It is an insight once you save it" in page.content.decode()
    assert form["situation"].value().splitlines()[0] == "Woont alleen"
    assert saved.status_code == 302, saved.context["form"].errors
    with inside(world.authority.pk):
        made = Insight.objects.latest("pk")
        assert (made.name, made.quote, made.proof) == ("Sara", "Ik wacht al lang.", "assumed")


def test_a_journey_of_a_room_gets_its_steps_with_how_the_room_said_it_feels(world: World, manager: Member) -> None:
    manager.client.post(f"{_network(world)}/gebruikers/samen/", {"kind": "journey"})
    workshop = _answered(world, manager, {"before": ["Belt rond"], "during": ["Wacht"], "after": ["Hoort niets"]}, {})
    with inside(world.authority.pk):
        end(workshop=workshop, actor=manager.position.actor)
    address = f"{_network(world)}/gebruikers/nieuw/?kind=journey&session={workshop.pk}"
    form = manager.client.get(address).context["form"]
    typed = _typed(form)
    steps = {"steps_before": "Belt rond\nZoekt op het web", "steps_during": "Wacht", "steps_after": ""}

    saved = manager.client.post(address, {**typed, **steps, "name": "Sara zoekt werk", "consent": "not_needed"})

    assert form["steps_after"].value().splitlines()[0] == "Hoort niets"
    assert saved.status_code == 302, saved.context["form"].errors
    with inside(world.authority.pk):
        found = Step.objects.filter(insight=Insight.objects.latest("pk")).values_list("stage", "name", "feeling")
        assert list(found) == [("before", "Belt rond", -2), ("before", "Zoekt op het web", -2), ("during", "Wacht", -2)]


def test_a_journey_of_too_many_steps_is_refused_with_their_number(world: World, manager: Member) -> None:
    manager.client.post(f"{_network(world)}/gebruikers/samen/", {"kind": "journey"})
    workshop = _answered(world, manager, {}, {})
    with inside(world.authority.pk):
        end(workshop=workshop, actor=manager.position.actor)
    address = f"{_network(world)}/gebruikers/nieuw/?kind=journey&session={workshop.pk}"
    many = "\n".join(f"Stap {number}" for number in range(60))

    page = manager.client.post(address, {"name": "Te lang", "steps_before": many, "steps_during": "x" * 150})

    text = page.content.decode()
    assert page.status_code == 422
    assert "There are 61 steps" in text
    assert "is too long: at most 100 characters" in text
