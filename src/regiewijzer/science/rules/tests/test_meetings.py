from datetime import date

import pytest

from regiewijzer.science.facts import LeastMeetings, Meeting, Member, Network, OpenAction, Organisation, Register
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import find_all, meetings

TODAY = date(2026, 11, 23)
PLANNED = Meeting(date(2026, 12, 9), held=False)
TWICE = LeastMeetings(2, "Besluit van 16 november 2018", 2018)
MEMBERS = (Member("caw"), Member("school"), Member("stad", own=True))
NAMES = tuple(Organisation(ref, ref.upper()) for ref in ("caw", "school", "stad"))


def found(today=TODAY, limits=None, **facts):
    network = Network(1, "Lokaal woonoverleg", **facts)
    return meetings.find(Register(today, NAMES, (network,), authority=9, authority_name="V"), limits or Limits())


def late(day, owner="CAW", **facts):
    return OpenAction(1, "Lijst maken", owner, day, **facts)


def test_late_actions_are_one_finding_that_names_the_longest():
    (finding,) = found(open_actions=(late(date(2026, 11, 20)), late(date(2026, 11, 2)), late(date(2026, 12, 1))))

    assert finding.rule == "action.overdue"
    assert (finding.numbers["count"], finding.numbers["days"], finding.numbers["owner"]) == (2, 21, "CAW")
    assert finding.certainty == "great"


@pytest.mark.parametrize("due", [TODAY, None])
def test_an_action_is_not_late_on_its_day_nor_without_one(due):
    assert found(open_actions=(late(due),)) == ()


@pytest.mark.parametrize(("due", "size"), [(date(2026, 11, 16), 1), (date(2026, 10, 26), 4)])
def test_a_week_late_is_little_and_four_weeks_are_long(due, size):
    (finding,) = found(open_actions=(late(due),))

    assert finding.size == size


def test_what_nobody_owns_and_who_left_are_told_apart_and_each_once():
    rules = [
        finding.rule
        for finding in found(
            open_actions=(late(date(2026, 11, 1), ""), late(date(2026, 11, 1), left=True), late(date(2026, 11, 1)))
        )
    ]

    assert rules == ["action.overdue", "action.nobody", "action.owner_left"]


def test_an_action_of_no_network_belongs_to_the_authority():
    register = Register(TODAY, open_actions=(late(date(2026, 11, 1)),), authority=9, authority_name="Vliermonde")

    (finding,) = find_all(register, Limits())

    assert (finding.subjects[0].kind, finding.numbers["subject"]) == ("authority", "Vliermonde")


def held(*days, **facts):
    return tuple(Meeting(day, **facts) for day in days)


def test_one_meeting_in_a_year_is_too_few_where_the_rule_asks_for_two():
    (finding,) = found(least_meetings=TWICE, meetings=held(date(2025, 5, 1), date(2025, 9, 1), date(2026, 5, 1)))

    assert finding.numbers == {"network": "Lokaal woonoverleg", "held": 1, "least": 2, "year": "2026"}
    assert finding.certainty == "great"


@pytest.mark.parametrize(
    ("today", "facts"),
    [
        pytest.param(TODAY, {"meetings": held(date(2026, 3, 1), date(2026, 9, 1))}, id="as many as it asks"),
        pytest.param(
            TODAY,
            {"meetings": (Meeting(date(2026, 3, 1)), Meeting(date(2026, 12, 9), held=False))},
            id="one is planned",
        ),
        pytest.param(TODAY, {}, id="no meeting was ever written down"),
        pytest.param(
            date(2026, 9, 30), {"meetings": held(date(2026, 3, 1))}, id="nobody knows whether it met the year before"
        ),
        pytest.param(
            date(2026, 9, 30), {"meetings": held(date(2025, 3, 1), date(2025, 9, 1))}, id="this year is not over yet"
        ),
    ],
)
def test_too_few_is_only_told_when_it_is_known(today, facts):
    assert found(today, least_meetings=TWICE, **facts) == ()


def test_where_meetings_are_recorded_only_from_that_year_on_it_is_less_sure():
    (finding,) = found(date(2027, 2, 1), least_meetings=TWICE, meetings=held(date(2026, 7, 1)))

    assert (finding.numbers["year"], finding.certainty) == ("2026", "fair")


def test_no_rule_no_least():
    assert found(meetings=held(date(2025, 3, 1), date(2026, 3, 1))) == ()


def met(*there):
    return tuple(Meeting(date(2026, month, 1), there=each) for month, each in enumerate(there, 1))


def test_a_partner_that_was_away_twice_in_a_row_is_told():
    (finding,) = found(members=MEMBERS, meetings=met({"caw": True}, {"caw": False}, {"caw": False, "school": False}))

    assert finding.numbers == {"network": "Lokaal woonoverleg", "count": 1, "partner": "CAW", "times": 2}


@pytest.mark.parametrize(
    "there",
    [
        pytest.param([{"caw": False}, {"caw": True}], id="it came last time"),
        pytest.param([{"caw": False}, {}, {"caw": False}], id="of one between nobody knows"),
        pytest.param([{"stad": False}, {"stad": False}], id="the authority itself"),
        pytest.param([{"gone": False}, {"gone": False}], id="no member any more"),
    ],
)
def test_away_is_only_told_of_partners_of_whom_it_is_known(there):
    assert found(members=MEMBERS, meetings=met(*there)) == ()


def test_the_authority_says_how_often_is_often():
    limits = from_overrides({"meetings_away": 3})

    assert found(limits=limits, members=MEMBERS, meetings=met({"caw": False}, {"caw": False})) == ()


def talked(*agreed):
    return tuple(Meeting(date(2026, 1 + month, 1), agreed=actions) for month, actions in enumerate(agreed))


def test_three_meetings_in_a_row_without_an_action_are_talk():
    (finding,) = found(meetings=(*talked(2, 0, 0, 0), PLANNED))

    assert finding.rule == "meeting.without_action"
    assert finding.numbers == {"network": "Lokaal woonoverleg", "count": 3}


@pytest.mark.parametrize("agreed", [(0, 0), (0, 0, 1), (0, 0, 0, None), ()])
def test_not_where_an_action_came_of_the_last_or_the_minutes_are_open(agreed):
    assert found(meetings=talked(*agreed)) == ()


def test_how_many_meetings_is_for_the_authority_to_say():
    assert found(limits=from_overrides({"meetings_without_action": 4}), meetings=talked(0, 0, 0)) == ()
