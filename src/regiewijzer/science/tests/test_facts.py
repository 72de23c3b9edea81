from datetime import date

from regiewijzer.science.facts import AUTHORITY, Member, Network, Origin, Register, members_with, parties


def test_a_partner_with_two_memberships_sits_at_the_table_once():
    network = Network(ref=1, name="A", members=(Member("x"), Member("y"), Member("x")))

    assert network.partners == ("x", "y")


def test_a_network_runs_until_the_day_it_ends():
    ended = Network(ref=1, name="A", ended=date(2026, 6, 1))
    open_ended = Network(ref=2, name="B")

    assert Register(date(2026, 5, 31), networks=(ended, open_ended)).running == (ended, open_ended)
    assert Register(date(2026, 6, 1), networks=(ended, open_ended)).running == (open_ended,)


def test_what_the_authority_wants_itself_is_no_mandate_whatever_conditions_come_with_it():
    assert [origin for origin in Origin if not Network(ref=1, name="A", origin=origin).mandated] == [
        Origin.OWN,
        Origin.RECOGNISED,
    ]


def test_the_authority_with_all_its_services_is_one_party():
    seats = [("town", "", False), ("school", "", False), ("library", "", False), ("school", "", False)]
    members = members_with(seats, own={"town", "library"})

    assert [member.own for member in members] == [True, False, True, False]
    assert parties(members) == (AUTHORITY, "school")
    assert Network(1, "Netwerk", members=members).parties == (AUTHORITY, "school")
    assert Network(1, "Netwerk", members=members).partners == ("town", "school", "library")


def test_who_committed_itself_or_has_an_open_action_does_something():
    members = members_with([("caw", "leidt toe", False), ("school", "", True), ("ouders", "", False)])

    assert [member.has_action for member in members] == [True, True, False]


def test_an_action_from_minutes_says_nothing_of_others_where_no_commitment_was_written_down():
    members = members_with([("caw", "", True), ("school", "", False)])

    assert [member.has_action for member in members] == [None, None]
