from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from icalendar import Calendar
from tests.accounts import Member
from tests.typed import day, series
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.meetings import actions
from regiewijzer.register.meetings.actions import Series, make_feed, plan_series
from regiewijzer.register.meetings.models import Meeting, MeetingMail
from regiewijzer.register.networks.models import Network
from regiewijzer.science.recurrence import Every, Recurrence

BRUSSELS = ZoneInfo("Europe/Brussels")
Planned = Callable[[list[date]], list[Meeting]]


def _address(world: World, name: str = "meeting_series", *more: int) -> str:
    return reverse(name, args=[world.authority.slug, *more])


def _series(world: World) -> list[Meeting]:
    with inside(world.authority.pk):
        return list(Meeting.objects.exclude(series="").order_by("held_on"))


@pytest.fixture
def planned(world: World, manager: Member) -> Planned:
    def plan(days: list[date]) -> list[Meeting]:
        with inside(world.authority.pk):
            network = Network.objects.get(pk=world.key("network"))
            of_series = Series(network, time(13, 30), time(15), "Elke 2 weken", place="Zaal 9")
            return plan_series(series=of_series, days=days, actor=manager.actor)

    return plan


@pytest.fixture
def coming(planned: Planned) -> list[Meeting]:
    today = timezone.localdate()
    return planned([today + timedelta(days=14 * nr) for nr in range(1, 5)])


def test_the_days_are_shown_before_anything_is_planned(world: World, manager: Member) -> None:
    answer = manager.client.post(_address(world), series(shown="", day=[]))

    assert answer.context["shown"] == f"{day(7)},{day(21)}"
    assert "Plan the ticked days" in answer.content.decode()
    assert _series(world) == []


def test_what_is_ticked_is_planned_with_a_uid_each(world: World, manager: Member) -> None:
    answer = manager.client.post(_address(world), series(number="3", shown=f"{day(7)},{day(21)},{day(35)}"))

    made = _series(world)
    assert [str(each.held_on) for each in made] == [day(7), day(21)]
    assert answer["Location"] == _address(world, "meeting", made[0].pk)
    assert len({each.uid for each in made}) == 2
    assert [each.sequence for each in made] == [0, 0]
    assert len({each.series for each in made}) == 1


def test_other_words_than_those_shown_are_shown_again(world: World, manager: Member) -> None:
    answer = manager.client.post(_address(world), series(weeks="3"))

    assert answer.context["shown"] == f"{day(7)},{day(28)}"
    assert _series(world) == []


def test_a_day_on_which_the_network_meets_already_is_not_ticked(
    world: World, manager: Member, planned: Planned
) -> None:
    planned([timezone.localdate() + timedelta(days=21)])

    answer = manager.client.post(_address(world), series(shown="", day=[]))

    assert [taken for _each, taken in answer.context["days"]] == [False, True]


def test_nothing_ticked_plans_nothing_and_says_so(world: World, manager: Member) -> None:
    answer = manager.client.post(_address(world), series(day=[]))

    assert answer.status_code == 422
    assert "Tick at least one day." in answer.content.decode()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"ends": "13:00"}, "ends", "The end lies before the start."),
        ({"first": day(-1)}, "first", "is past"),
        ({"until": day(90)}, "until", "one of the two"),
        ({"number": ""}, "until", "one of the two"),
        ({"number": "", "until": day(7)}, "until", "before the second meeting"),
        ({"number": "", "until": day(14)}, "until", "Only one meeting"),
        ({"number": "", "until": day(1500), "weeks": "1"}, "until", "more than 60 meetings"),
        ({"number": "61"}, "number", "60"),
        ({"weeks": ""}, "weeks", "how many weeks"),
        ({"weeks": "0"}, "weeks", "1"),
        ({"first": "2027-09-21", "every": "last_weekday_of_month"}, "first", "not the last of its weekday"),
        ({"first": "2028-03-12", "starts": "02:30", "ends": "04:00"}, "starts", "26 March 2028"),
        ({"network": "Nergens"}, "network", "Nergens"),
        ({"first": "31/02/2027"}, "first", "31/02/2027"),
    ],
)
def test_what_cannot_be_is_refused_by_name(
    world: World, manager: Member, typed: dict[str, str], field: str, said: str
) -> None:
    answer = manager.client.post(_address(world), series(**typed))

    assert answer.status_code == 422
    assert said in " ".join(answer.context["form"].errors[field])
    assert _series(world) == []


def test_a_month_without_the_day_is_told(world: World, manager: Member) -> None:
    typed = series(first="2027-03-30", every="weekday_of_month", number="3", weeks="", shown="", day=[])

    answer = manager.client.post(_address(world), typed)

    assert answer.context["shown"] == "2027-03-30,2027-06-29,2027-08-31"
    assert answer.context["months_without"] == 3


def test_a_meeting_keeps_its_hour_over_the_clock_change_and_the_end_of_the_year(
    world: World, manager: Member, client: Client, planned: Planned
) -> None:
    recurrence = Recurrence(date(2027, 10, 21), Every.WEEKS, 2)
    planned(recurrence.until(date(2028, 1, 15), 60))
    with inside(world.authority.pk):
        code = make_feed(position=manager.position, network=None, actor=manager.actor)

    content = client.get(reverse("calendar_feed", args=[world.authority.slug, code])).content

    events = [each for each in Calendar.from_ical(content).walk("VEVENT") if str(each.get("location")) == "Zaal 9"]
    begins = [each.decoded("dtstart") for each in events]
    hour = [datetime(2027, 10, 21, 13, 30, tzinfo=BRUSSELS), datetime(2027, 11, 4, 13, 30, tzinfo=BRUSSELS)]
    assert begins[:2] == hour
    assert [each.utcoffset() for each in begins[:2]] == [timedelta(hours=2), timedelta(hours=1)]
    assert begins[-1].date() == date(2028, 1, 13)
    assert len({str(each["uid"]) for each in events}) == len(events) == 7


def test_moving_and_cancelling_one_leaves_the_others(world: World, manager: Member, coming: list[Meeting]) -> None:
    moved, cancelled, *rest = coming
    with inside(world.authority.pk):
        moved.held_on += timedelta(days=1)
        actions.change_meeting(meeting=moved, actor=manager.actor, seen_version=moved.version)
        cancelled.state = "cancelled"
        actions.change_meeting(meeting=cancelled, actor=manager.actor, seen_version=cancelled.version)

    stored = {each.pk: each for each in _series(world)}
    assert (stored[moved.pk].sequence, stored[cancelled.pk].sequence) == (1, 1)
    assert [(stored[each.pk].sequence, stored[each.pk].state, stored[each.pk].held_on) for each in rest] == [
        (0, "planned", each.held_on) for each in rest
    ]


def test_what_is_to_come_is_taken_back_and_what_was_held_stays(
    world: World, manager: Member, coming: list[Meeting]
) -> None:
    held, invited, *rest = coming
    with inside(world.authority.pk):
        Meeting.objects.filter(pk=held.pk).update(state="held", held_on=timezone.localdate() - timedelta(days=3))
        MeetingMail.objects.create(
            authority=world.authority,
            meeting=invited,
            person_id=world.key("person"),
            about="invitation",
            asked_by=manager.position,
        )

    manager.client.post(_address(world, "meeting_series_take_back", held.pk))

    stored = {each.pk: each for each in _series(world)}
    assert (stored[held.pk].state, stored[held.pk].archived) == ("held", False)
    assert (stored[invited.pk].state, stored[invited.pk].archived, stored[invited.pk].sequence) == (
        "cancelled",
        False,
        1,
    )
    assert [stored[each.pk].archived for each in rest] == [True, True]


def test_a_meeting_alone_takes_nothing_back(world: World, manager: Member, coming: list[Meeting]) -> None:
    manager.client.post(_address(world, "meeting_series_take_back", world.key("meeting")))

    assert not any(each.archived for each in _series(world))


def test_the_page_of_one_shows_the_others(world: World, manager: Member, coming: list[Meeting]) -> None:
    page = manager.client.get(_address(world, "meeting", coming[1].pk)).context["page"]

    assert [each.pk for each in page.series] == [each.pk for each in coming]
    assert page.series_to_come == 4


def test_a_manager_plans_for_own_networks_alone(world: World, manager: Member) -> None:
    with inside(world.authority.pk):
        Network.objects.create(authority=world.authority, name="Van een ander", as_of=timezone.localdate())

    answer = manager.client.post(_address(world), series(network="Van een ander"))

    assert answer.status_code == 422
    assert _series(world) == []
