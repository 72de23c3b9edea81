from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import Member, Network
from regiewijzer.science.overlap import pairs
from regiewijzer.science.wholes import circles, way_up, wholes


def network(ref, partners, within=None):
    return Network(ref=ref, name=ref, members=tuple(Member(each) for each in partners), within=within)


HOUSE = {"steering": "house", "parents": "house", "play": "parents"}


def test_the_way_up_names_the_nearest_first():
    assert way_up("play", HOUSE) == ("parents", "house")
    assert way_up("house", HOUSE) == ()


def test_everything_under_one_top_is_one_whole():
    assert wholes(HOUSE) == {"house": ("house", "steering", "parents", "play")}
    assert wholes({}) == {}


def test_a_circle_is_told_of_those_in_it_alone():
    turning = {"a": "b", "b": "c", "c": "a", "d": "a"}

    assert set(circles(turning)) == {"a", "b", "c"}
    assert wholes(turning) == {"a": ("a", "b", "c", "d")}


@given(st.dictionaries(st.integers(0, 9), st.integers(0, 9), max_size=10))
def test_every_key_is_in_one_whole(within):
    found = [key for group in wholes(within).values() for key in group]

    assert sorted(found) == sorted({*within, *within.values()})


def test_a_whole_and_its_parts_are_no_pair_and_change_no_chance_of_others():
    apart = [network("other", "abcd"), network("third", "wxyz")]
    house = network("house", "abcdef")
    parts = [network("steering", "abcd", "house"), network("parents", "abcd", "house")]

    found = {frozenset((pair.first.ref, pair.second.ref)) for pair in pairs([house, *parts, *apart])}

    assert found == {frozenset(("other", each)) for each in ("house", "steering", "parents")}


def test_pairs_of_one_whole_leave_the_family_of_the_correction():
    house = network("house", "abcdef")
    part = network("part", "abcdef", "house")
    others = [network(f"o{nr}", [f"{nr} {place}" for place in range(6)]) for nr in range(6)]
    crossing = network("crossing", "abcdxy")

    (pair, _other) = pairs([house, part, crossing, *others])

    assert pair.q == pytest.approx(pair.p * (comb(9, 2) - 1) / 2)
