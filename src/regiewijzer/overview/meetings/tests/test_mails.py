from datetime import date, time, timedelta
from email.message import Message
from smtplib import SMTPException
from unittest.mock import Mock

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone
from icalendar import Calendar
from pytest_django import Settings
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.accounts.models import Position
from regiewijzer.foundation.post import AGAIN_AFTER, TO_THE_LOG
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.meetings import actions as mailing
from regiewijzer.overview.meetings.actions import send_digests, send_waiting
from regiewijzer.overview.meetings.views import meetings as views
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.actions import change_meeting, follow_up
from regiewijzer.register.meetings.models import Action, MailAbout, Meeting, MeetingState
from regiewijzer.register.organisations.models import Person

MONDAY = date(2026, 11, 23)


@pytest.fixture(autouse=True)
def _an_address(world: World) -> None:
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(email="els@voorbeeld.invalid")


def _of_meeting(world: World, name: str, key: str = "meeting") -> str:
    return f"/vliermonde/overleg/{world.key(key)}/{name}/"


def _event(message: Message) -> tuple[str, object]:
    calendar = Calendar.from_ical(message.get_payload()[1].get_payload(decode=True))
    (event,) = calendar.walk("VEVENT")
    return f"{calendar['method']} {event['sequence']}", event["uid"]


def test_an_invitation_asks_and_a_cancelled_one_stays_cancelled(world: World, coordinator: Member) -> None:
    coordinator.client.post(_of_meeting(world, "uitnodigen"))
    with inside(world.authority.pk):
        meeting = Meeting.objects.get(pk=world.key("meeting"))
        meeting.state = MeetingState.CANCELLED
        change_meeting(meeting=meeting, actor=coordinator.actor, seen_version=meeting.version)
    coordinator.client.post(_of_meeting(world, "uitnodigen"))
    coordinator.client.post(_of_meeting(world, "uitnodigen"))

    told = [_event(each.message()) for each in mail.outbox]
    assert [what for what, _uid in told] == ["REQUEST 0", "CANCEL 1", "CANCEL 1"]
    assert len({str(uid) for _what, uid in told}) == 1
    assert mail.outbox[0].to == ["els@voorbeeld.invalid"]


def test_minutes_go_to_who_sits_there_once_they_are_settled(world: World, coordinator: Member) -> None:
    coordinator.client.post(_of_meeting(world, "verslag/versturen"))
    assert mail.outbox == []

    sent = coordinator.client.post(_of_meeting(world, "verslag/versturen", "meeting_held"), follow=True)

    (message,) = mail.outbox
    ((name, content, kind),) = message.attachments
    assert (name.endswith(".pdf"), bytes(content)[:4], kind) == (True, b"%PDF", "application/pdf")
    assert "1 mail was handed to the mail server" in " ".join(sent.content.decode().split())


def test_without_a_mail_server_nothing_is_called_sent(world: World, coordinator: Member, settings: Settings) -> None:
    settings.EMAIL_BACKEND, settings.EXAMPLE = TO_THE_LOG, False

    page = coordinator.client.post(_of_meeting(world, "uitnodigen"), follow=True).content.decode()

    assert "nothing was sent" in page
    assert "was handed to" not in page


def test_who_the_mail_server_refuses_is_named(
    world: World, coordinator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_arguments: object, **_named: object) -> None:
        raise SMTPException("no")

    monkeypatch.setattr("django.core.mail.EmailMessage.send", refuses)

    page = coordinator.client.post(_of_meeting(world, "uitnodigen"), follow=True).content.decode()

    assert "Els Wouters" in page
    assert "Refused for Els Wouters" in " ".join(page.split())
    assert "1 mail was handed" not in " ".join(page.split())


def test_mails_go_out_in_turns_outside_the_request(
    world: World, coordinator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    task = Mock()
    monkeypatch.setattr(views, "send_mails", task)

    waiting = coordinator.client.post(_of_meeting(world, "uitnodigen"), follow=True).content.decode()
    turn = {"authority": world.authority.pk, "meeting": world.key("meeting"), "about": MailAbout.INVITATION}

    task.enqueue.assert_called_once_with(*turn.values())
    assert "0 mails were handed to the mail server. 1 still has to go." in " ".join(waiting.split())
    assert (send_waiting(**turn, seconds=0.0), mail.outbox) == (0.0, [])
    assert (send_waiting(**turn), send_waiting(**turn), len(mail.outbox)) == (None, None, 1)


def test_a_mail_server_that_goes_away_is_waited_for(
    world: World, coordinator: Member, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "send_mails", Mock())
    coordinator.client.post(_of_meeting(world, "uitnodigen"))
    turn = {"authority": world.authority.pk, "meeting": world.key("meeting"), "about": MailAbout.INVITATION}

    with monkeypatch.context() as away:
        away.setattr(mailing, "delivered", lambda *_both: "gone")
        away.setattr(mailing, "still_open", lambda _post: False)
        assert send_waiting(**turn) == AGAIN_AFTER

    assert send_waiting(**turn) is None
    assert [each.to for each in mail.outbox] == [["els@voorbeeld.invalid"]]


@pytest.fixture
def busy(world: World, manager: Member, settings: Settings) -> Position:
    """A manager with a meeting and a late action of their own."""
    settings.EXAMPLE = False
    with inside(world.authority.pk):
        Meeting.objects.filter(pk=world.key("meeting")).update(held_on=MONDAY + timedelta(days=2), starts=time(9))
        Action.objects.filter(pk=world.key("action")).update(colleague=manager.position, due=MONDAY - timedelta(days=3))
    return manager.position


def _to(position: Position) -> list[mail.EmailMessage]:
    return [each for each in mail.outbox if each.to == [position.user.email]]


def test_on_monday_a_digest_goes_out_once_however_often_the_job_runs(world: World, busy: Position) -> None:
    first, again = send_digests(world.authority, MONDAY), send_digests(world.authority, MONDAY)

    (message,) = _to(busy)
    assert (first, again) == (len(mail.outbox), 0)
    assert "1 overleg, 1 actie over tijd" in message.subject


@pytest.mark.parametrize("day", [MONDAY + timedelta(days=1), MONDAY - timedelta(days=1)])
def test_on_other_days_nothing_goes_out(world: World, busy: Position, day: date) -> None:
    assert send_digests(world.authority, day) == 0


def test_one_click_turns_it_off_and_looking_does_not(world: World, busy: Position, client: Client) -> None:
    send_digests(world.authority, MONDAY)
    header = str(_to(busy)[0].extra_headers["List-Unsubscribe"]).strip("<>")
    path = "/" + header.split("/", 3)[3]

    client.get(path)
    assert Position.objects.get(pk=busy.pk).digest
    client.post(path, {"List-Unsubscribe": "One-Click"})

    assert not Position.objects.get(pk=busy.pk).digest
    mail.outbox.clear()
    send_digests(world.authority, MONDAY + timedelta(days=7))
    assert _to(busy) == []
    assert client.get("/weekbericht/geraden:sleutel/").status_code == 404


def test_without_a_mail_server_it_waits_for_one(world: World, busy: Position, settings: Settings) -> None:
    before, settings.EMAIL_BACKEND = settings.EMAIL_BACKEND, TO_THE_LOG
    assert send_digests(world.authority, MONDAY) == 0

    settings.EMAIL_BACKEND = before

    assert send_digests(world.authority, MONDAY) > 0


@pytest.mark.parametrize(("who", "mine"), [("coordinator", True), ("Niemand hier", False)])
def test_what_a_decision_asks_is_an_action_of_who_does_it(
    world: World, coordinator: Member, who: str, mine: bool
) -> None:
    name = coordinator.position.user.name if mine else who
    with inside(world.authority.pk):
        decision = Decision.objects.get(pk=world.key("decision"))
        decision.name, decision.responsible, decision.due = "Kleiner vergaderen", name, timezone.localdate()

        made = follow_up(decision=decision, actor=coordinator.actor)

        assert made is not None
        assert (made.name, made.due, made.decision_id) == ("Kleiner vergaderen", decision.due, decision.pk)
        assert (made.colleague == coordinator.position, made.note) == (mine, "" if mine else name)
