"""Who takes which role, against trying everything."""

from itertools import product

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regiewijzer.science.staffing import Offer, Place, staff

ROLES, PEOPLE, NETWORKS = "xyz", "ABCD", "12"


def glad(person, role):
    return Offer(person, role, gladly=True)


def learning(person, role):
    return Offer(person, role, gladly=False)


def judged(choice, places, wishes):
    taken = [(person, place) for person, place in zip(choice, places, strict=True) if person]
    load = [sum(person == each for person, _place in taken) for each in PEOPLE]
    return len(taken), sum(wishes[person, place.role] for person, place in taken), -max(load)


def by_trying(offers, places, most):
    wishes = {(offer.person, offer.role): offer.gladly for offer in offers}
    able = [[None, *(person for person in PEOPLE if (person, place.role) in wishes)] for place in places]
    choices = (choice for choice in product(*able) if all(choice.count(person) <= most for person in PEOPLE))
    return max(judged(choice, places, wishes) for choice in choices)


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.dictionaries(st.tuples(st.sampled_from(PEOPLE), st.sampled_from(ROLES)), st.booleans(), max_size=8),
    st.sets(st.tuples(st.sampled_from(NETWORKS), st.sampled_from(ROLES))),
    st.integers(0, 3),
)
def test_no_staffing_is_better(wishes, wanted, most):
    offers = [Offer(person, role, gladly) for (person, role), gladly in wishes.items()]
    places = [Place(*each) for each in sorted(wanted)]

    found = staff(offers, places, most)

    assert (len(found.assigned), found.gladly, -max(found.load.values(), default=0)) == by_trying(offers, places, most)
    assert found.proven
    assert {place for place, _person in found.assigned} | set(found.uncovered) == set(places)
    assert all((person, place.role) in wishes for place, person in found.assigned)
    assert sum(found.load.values()) == len(found.assigned)


def test_one_person_takes_a_role_in_two_networks():
    found = staff([glad("A", "x")], [Place("1", "x"), Place("2", "x")], most=3)

    assert found.assigned == ((Place("1", "x"), "A"), (Place("2", "x"), "A"))
    assert found.load == {"A": 2}


def test_covering_comes_before_liking_and_liking_before_a_light_load():
    only_learner = staff([learning("A", "x")], [Place("1", "x")], most=1)
    liked = staff([glad("A", "x"), learning("B", "x")], [Place("1", "x"), Place("2", "x")], most=2)
    even = staff([glad("A", "x"), glad("B", "x")], [Place("1", "x"), Place("2", "x")], most=2)

    assert len(only_learner.assigned) == 1
    assert liked.load == {"A": 2}
    assert even.load == {"A": 1, "B": 1}


def test_what_nobody_offers_or_nobody_has_room_for_stays_open():
    found = staff([glad("A", "x")], [Place("1", "x"), Place("2", "x"), Place("1", "y")], most=1)

    assert found.uncovered == (Place("2", "x"), Place("1", "y"))


def test_roles_of_a_network_go_to_different_people_where_that_costs_nothing():
    offers = [glad(person, role) for person in "AB" for role in "xy"]
    places = [Place(network, role) for network in "12" for role in "xy"]

    found = staff(offers, places, most=2)

    assert all(len({person for place, person in found.assigned if place.network == each}) == 2 for each in "12")


def test_nobody_asked_or_nobody_there_is_no_trouble():
    assert staff([], [], most=3).assigned == ()
    assert staff([glad("A", "x")], [], most=3).proven
    assert staff([], [Place("1", "x")], most=3).uncovered == (Place("1", "x"),)
    with pytest.raises(ValueError, match="-1"):
        staff([], [], most=-1)
