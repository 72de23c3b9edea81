"""Two people answer apart: neither sees the other's answers before both are done."""

import pytest
from tests.accounts import Member

from regiewijzer.tools.choice.actions import conversations as actions
from regiewijzer.tools.choice.models import Choice
from regiewijzer.tools.choice.tests.conftest import TO_A_NETWORK, done, page, send

SECRET = "Drie leden weten niet waarom ze nog komen"


@pytest.fixture
def half_done(choice: Choice, coordinator: Member, reader: Member) -> Choice:
    """The coordinator is done and asked a colleague, who is not."""
    conversation = done(choice, coordinator.position, **TO_A_NETWORK)
    conversation.reasons = {"invest": SECRET}
    conversation.save()
    send(coordinator, page("choice_invite", choice), position=str(reader.position.pk))
    return choice


def test_a_colleague_gets_the_same_questions_without_the_answers(half_done: Choice, reader: Member) -> None:
    question = reader.client.get(page("choice_step", half_done, "processes"))
    there = reader.client.get(page("choice", half_done)).content.decode()

    assert question.status_code == 200
    assert SECRET not in there
    assert "Set up a network" not in there
    assert "Nobody reads another's answers before all are done." in there.replace("&#x27;", "'")


def test_nobody_else_reads_them_meanwhile(half_done: Choice, administrator: Member, coordinator: Member) -> None:
    assert SECRET not in administrator.client.get(page("choice", half_done)).content.decode()
    assert SECRET in coordinator.client.get(page("choice", half_done)).content.decode()
    assert "Sign the choice" not in coordinator.client.get(page("choice", half_done)).content.decode()


def test_a_choice_that_waits_cannot_be_signed(half_done: Choice, coordinator: Member) -> None:
    send(coordinator, page("choice", half_done), decided="start_network", review_on="2099-01-01")

    half_done.refresh_from_db()
    assert not half_done.is_signed


def test_when_both_are_done_they_see_where_they_differ(half_done: Choice, reader: Member, coordinator: Member) -> None:
    done(half_done, reader.position, **TO_A_NETWORK | {"complex": "unsure", "invest": "no"})

    text = " ".join(reader.client.get(page("choice", half_done)).content.decode().split())

    # complex and invest differ, and partners_gain was asked of one of them only
    assert "You differ on 3 of 8 questions" in text
    assert SECRET in text
    assert "not asked" in text
    assert "The advice from the answers of Hilde Maertens" in text
    assert "The advice from the answers of Rik Raadslid" in text
    assert "Decide together" in coordinator.client.get(page("choice", half_done)).content.decode()


def test_together_they_sign_with_a_reason_when_the_advices_differ(
    half_done: Choice, reader: Member, coordinator: Member
) -> None:
    done(half_done, reader.position, alone="yes")

    refused = send(coordinator, page("choice", half_done), decided="do_alone", review_on="2099-01-01")
    send(coordinator, page("choice", half_done), decided="do_alone", review_on="2099-01-01", reason="We zijn het eens")

    assert refused.status_code == 422
    half_done.refresh_from_db()
    assert (half_done.decided, half_done.advised) == ("do_alone", "")


def test_what_a_colleague_has_read_can_no_longer_be_changed(
    half_done: Choice, reader: Member, coordinator: Member
) -> None:
    send(coordinator, page("choice_reopen", half_done))
    before = half_done.conversations.get(position=coordinator.position).done_at
    actions.finish(conversation=half_done.conversations.get(position=coordinator.position), actor=coordinator.actor)
    done(half_done, reader.position, alone="yes")
    send(coordinator, page("choice_reopen", half_done))

    assert before is None
    assert half_done.conversations.get(position=coordinator.position).done_at is not None


def test_two_people_answer_and_no_third(half_done: Choice, contributor: Member, coordinator: Member) -> None:
    send(coordinator, page("choice_invite", half_done), position=str(contributor.position.pk))

    assert half_done.conversations.count() == 2
    assert contributor.client.get(page("choice_step", half_done, "processes")).status_code == 404
    with pytest.raises(actions.NoRoom):
        actions.invite(choice=half_done, position=contributor.position, actor=coordinator.actor)


def test_one_may_wait_no_longer(half_done: Choice, coordinator: Member) -> None:
    send(coordinator, page("choice_go_on", half_done))

    assert [each.position for each in half_done.conversations.all()] == [coordinator.position]
    assert "Sign the choice" in coordinator.client.get(page("choice", half_done)).content.decode()


def test_a_guest_is_not_asked(choice: Choice, coordinator: Member, guest: Member) -> None:
    done(choice, coordinator.position, alone="yes")

    send(coordinator, page("choice_invite", choice), position=str(guest.position.pk))

    assert choice.conversations.count() == 1


def test_the_trail_says_that_somebody_was_asked_and_never_what_they_answered(
    half_done: Choice, coordinator: Member
) -> None:
    text = coordinator.client.get("/vliermonde/spoor/").content.decode()

    assert "asked to answer the choice" in text
    assert SECRET not in text
