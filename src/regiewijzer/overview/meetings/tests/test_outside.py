import re
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.surveys.public import Survey
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.meetings.actions import end_link, make_feed, make_link
from regiewijzer.register.meetings.models import Action, ActionLink, CalendarFeed, Meeting
from regiewijzer.register.networks.models import Network
from regiewijzer.register.organisations.models import Person


def _feed(world: World, member: Member, *, network: bool = False) -> str:
    with inside(world.authority.pk):
        chosen = Network.objects.get(pk=world.key("network")) if network else None
        code = make_feed(position=member.position, network=chosen, actor=member.actor)
    return reverse("calendar_feed", args=[world.authority.slug, code])


def _link(world: World, member: Member, days: int = 30) -> str:
    with inside(world.authority.pk):
        code = make_link(
            network=Network.objects.get(pk=world.key("network")),
            person=Person.objects.get(pk=world.key("person")),
            expires_on=timezone.localdate() + timedelta(days=days),
            actor=member.actor,
        )
    return reverse("own_actions", args=[world.authority.slug, code])


def _change(world: World, **changes: object) -> None:
    with inside(world.authority.pk):
        Meeting.objects.filter(pk=world.key("meeting")).update(**changes)


def _lines(content: bytes) -> list[str]:
    """A calendar as a second reader takes it: lines unfolded, and no more."""
    return content.decode().replace("\r\n ", "").split("\r\n")


def test_a_feed_is_read_alike_by_two_readers(world: World, manager: Member, client: Client) -> None:
    _change(world, held_on=date(2027, 7, 1), starts=time(13, 30), ends=time(15))

    content = client.get(_feed(world, manager)).content

    events = {str(each["summary"]): each for each in Calendar.from_ical(content).walk("VEVENT")}
    moment = events["Kansrijk Opgroeien"].decoded("dtstart")
    plain = [line for line in _lines(content) if line.startswith("DTSTART;TZID=Europe/Brussels:2027")]
    assert plain == ["DTSTART;TZID=Europe/Brussels:20270701T133000"]
    assert moment == datetime(2027, 7, 1, 13, 30, tzinfo=ZoneInfo("Europe/Brussels"))
    assert any(summary.startswith("Nog eens kijken") for summary in events)


@pytest.mark.parametrize("network", [True, False])
def test_closing_days_stand_in_a_feed_with_uids_that_stay(
    world: World, manager: Member, client: Client, network: bool
) -> None:
    soon = timezone.localdate() + timedelta(days=9)
    with inside(world.authority.pk):
        Network.objects.filter(pk=world.key("network")).update(ended=soon + timedelta(days=20))
        of_survey = {
            "authority": world.authority,
            "key": "member-satisfaction",
            "version": 1,
            "subject": "network",
            "network_id": world.key("network"),
            "privacy": "named",
            "closes_on": soon,
        }
        Survey.objects.create(**of_survey)
        survey = Survey.objects.create(**of_survey, state="open", launched_on=timezone.localdate()).pk
        Meeting.objects.filter(network=world.key("network")).delete()
    address = _feed(world, manager, network=network)

    content, again = client.get(address).content, client.get(address).content

    days = {str(each["uid"]).split("-")[0]: each for each in Calendar.from_ical(content).walk("VEVENT")}
    assert sorted(days) == ["besluit", "bevraging", "netwerk"]
    assert days["bevraging"].decoded("dtstart") == soon
    assert days["netwerk"].decoded("dtstart") == soon + timedelta(days=20)
    assert f"UID:bevraging-{world.authority.pk}-{survey}@regiewijzer" in _lines(content)
    assert f"DTSTART;VALUE=DATE:{soon:%Y%m%d}" in _lines(content)
    assert content == again


def test_a_decision_about_a_pair_of_networks_is_reviewed_in_the_feed_of_each(
    world: World, manager: Member, client: Client
) -> None:
    with inside(world.authority.pk):
        pair = [{"kind": "network", "ref": pk, "name": "x"} for pk in (world.other_network, world.key("network"))]
        Decision.objects.filter(pk=world.key("decision")).update(network=world.other_network, subjects=pair)

    content = client.get(_feed(world, manager, network=True)).content

    found = [str(each["uid"]).split("-")[0] for each in Calendar.from_ical(content).walk("VEVENT")]
    assert found.count("besluit") == 1


def test_a_meeting_moved_over_the_clock_change_keeps_its_hour_in_both_readers(
    world: World, manager: Member, client: Client
) -> None:
    address = _feed(world, manager, network=True)
    for day in (date(2027, 3, 27), date(2027, 3, 29)):
        _change(world, held_on=day)

        content = client.get(address).content

        found = [
            each for each in Calendar.from_ical(content).walk("VEVENT") if "T" in each["dtstart"].to_ical().decode()
        ]
        (event,) = [each for each in found if each.decoded("dtstart").date() == day]
        assert event.decoded("dtstart").time() == time(13, 30)
        assert f"DTSTART;TZID=Europe/Brussels:{day:%Y%m%d}T133000" in _lines(content)


def test_a_cancelled_meeting_stays_cancelled_in_both_readers(world: World, manager: Member, client: Client) -> None:
    _change(world, state="cancelled")

    feed = client.get(_feed(world, manager)).content
    invitation = manager.client.get(reverse("meeting_invitation", args=[world.authority.slug, world.key("meeting")]))

    with inside(world.authority.pk):
        uid = str(Meeting.objects.get(pk=world.key("meeting")).uid)
    (event,) = [each for each in Calendar.from_ical(feed).walk("VEVENT") if uid in each["uid"]]
    assert event["status"] == "CANCELLED"
    assert "METHOD:CANCEL" in _lines(invitation.content)
    assert "STATUS:CANCELLED" in _lines(invitation.content)


def test_an_invitation_keeps_its_uid_and_counts_its_changes(world: World, manager: Member) -> None:
    address = reverse("meeting_invitation", args=[world.authority.slug, world.key("meeting")])
    with inside(world.authority.pk):
        Person.objects.filter(pk=world.key("person")).update(email="els@example.org")
    before = _lines(manager.client.get(address).content)
    typed = {"network": "Kansrijk Opgroeien", "name": "Overleg straks", "starts": "14:00", "ends": "15:00"}

    manager.client.post(
        reverse("meeting_edit", args=[world.authority.slug, world.key("meeting")]),
        {**typed, "held_on": "2027-02-01", "state": "planned", "as_of": "2026-11-01", "seen_version": "1"},
    )
    after = _lines(manager.client.get(address).content)

    assert "METHOD:REQUEST" in before
    assert any("els@example.org" in line for line in before)
    assert [line for line in before if line.startswith("UID")] == [line for line in after if line.startswith("UID")]
    assert ("SEQUENCE:0" in before, "SEQUENCE:1" in after) == (True, True)


def test_a_feed_is_gone_when_it_is_revoked_and_when_access_ends(world: World, manager: Member, client: Client) -> None:
    first = _feed(world, manager)
    second = _feed(world, manager)  # replaces the first
    assert [client.get(each).status_code for each in (first, second)] == [404, 200]

    manager.position.ended_at = timezone.now()
    manager.position.save()

    assert client.get(second).status_code == 404


@pytest.mark.parametrize("town", ["vliermonde", "bestaat-niet"])
def test_a_guessed_address_opens_nothing(world: World, client: Client, town: str) -> None:
    assert client.get(reverse("calendar_feed", args=[town, "geraden"])).status_code == 404
    answer = client.get(reverse("own_actions", args=[town, "geraden"]))

    assert answer.status_code == 404
    assert "Deze link werkt niet" in answer.content.decode()
    assert "Kansrijk" not in answer.content.decode()


def test_somebody_makes_an_address_and_takes_it_back(world: World, reader: Member) -> None:
    page = reverse("calendars", args=[world.authority.slug])

    made = reader.client.post(page, {"network": str(world.key("network"))})
    with inside(world.authority.pk):
        feed = CalendarFeed.objects.get()
    reader.client.post(page, {"revoke": str(feed.pk)})

    assert re.search(r"/kalender/vliermonde/[\w-]{30,}\.ics", made.content.decode())
    with inside(world.authority.pk):
        assert not CalendarFeed.objects.exists()


def test_looking_at_own_actions_changes_nothing(world: World, manager: Member, client: Client) -> None:
    address = _link(world, manager)
    with inside(world.authority.pk):
        before = Entry.objects.count()

    page = client.get(address).content.decode()

    assert "Bellen" in page
    assert "2 dagen te laat" in page
    with inside(world.authority.pk):
        assert Entry.objects.count() == before
        assert Action.objects.get(pk=world.key("action")).state == "open"


def test_a_tick_counts_once_and_can_be_taken_back(world: World, manager: Member, client: Client) -> None:
    address, action = _link(world, manager), str(world.key("action"))
    with inside(world.authority.pk):
        before = Entry.objects.count()

    for _ in range(2):
        client.post(address, {"action": action, "done": "yes"})

    with inside(world.authority.pk):
        assert Action.objects.get(pk=action).state == "done"
        assert Entry.objects.count() == before + 1
    client.post(address, {"action": action, "done": "no"})
    with inside(world.authority.pk):
        assert Action.objects.get(pk=action).state == "open"


def test_a_link_ticks_only_what_is_its_own(world: World, manager: Member, client: Client) -> None:
    address = _link(world, manager)
    with inside(world.authority.pk):
        other = Action.objects.create(authority=world.authority, name="Van een ander", network_id=world.key("network"))

    client.post(address, {"action": str(other.pk), "done": "yes"})

    assert "Van een ander" not in client.get(address).content.decode()
    with inside(world.authority.pk):
        assert Action.objects.get(pk=other.pk).state == "open"


def test_an_expired_link_and_one_that_was_taken_back_open_nothing(
    world: World, manager: Member, client: Client
) -> None:
    expired = client.get(_link(world, manager, days=-1))
    address = _link(world, manager)
    with inside(world.authority.pk):
        end_link(link=ActionLink.objects.get(), actor=manager.actor)

    assert (expired.status_code, client.get(address).status_code) == (404, 404)
    assert client.post(address, {"action": str(world.key("action")), "done": "yes"}).status_code == 404


def test_the_manager_makes_a_link_for_who_sits_there(world: World, manager: Member) -> None:
    page = reverse("network_action_links", args=[world.authority.slug, world.key("network")])

    made = manager.client.post(page, {"make": str(world.key("person"))})
    refused = manager.client.post(page, {"make": "999999"})

    assert re.search(r"/mijn-acties/vliermonde/[\w-]{30,}/", made.content.decode())
    assert "/mijn-acties/" not in refused.content.decode()
    with inside(world.authority.pk):
        assert ActionLink.objects.count() == 1


def test_the_trail_says_that_a_tick_came_from_outside(world: World, manager: Member, client: Client) -> None:
    client.post(_link(world, manager), {"action": str(world.key("action")), "done": "yes"})

    with inside(world.authority.pk):
        assert Entry.objects.filter(kind="action").latest("number").actor == Actor(world.authority.pk).pseudonym
