"""The smallest good table, against trying every table."""

from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from regiewijzer.science.cover import MOST_ALTERNATIVES, Candidate, Need, Shortage, cover

KINDS = "abcdef"


def seat(kinds, *, required=False):
    return Candidate(frozenset(kinds), required)


def judged(candidates, needs, table):
    """Places of holders filled, fewest partners, contributions held: what `cover` promises, counted plainly."""
    filled = held = 0
    for need in needs:
        able = sum(need.contribution in each.contributions for each in candidates)
        there = sum(need.contribution in candidates[place].contributions for place in table)
        filled += min(there, need.holders, able)
        held += there > 0 and need.holders > 0
    return filled, -len(table), held


def by_trying(candidates, needs, most):
    required = {place for place, each in enumerate(candidates) if each.required}
    largest = max(len(candidates) if most is None else most, len(required))
    tables = [
        table
        for size in range(largest + 1)
        for table in combinations(range(len(candidates)), size)
        if required <= set(table)
    ]
    best = max(judged(candidates, needs, table) for table in tables)
    return best, {table for table in tables if judged(candidates, needs, table) == best}


@st.composite
def tasks(draw, candidates=14):
    made = [
        Candidate(frozenset(draw(st.sets(st.sampled_from(KINDS), max_size=3))), draw(st.integers(0, 9)) == 0)
        for _nr in range(candidates)
    ]
    wanted = draw(st.dictionaries(st.sampled_from(KINDS), st.integers(0, 4)))
    return made, [Need(kind, number) for kind, number in wanted.items()], draw(st.none() | st.integers(0, 7))


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(tasks())
def test_no_table_is_better(task):
    candidates, needs, most = task

    found = cover(candidates, needs, most)

    best, tables = by_trying(candidates, needs, most)
    assert judged(candidates, needs, found.table) == best
    assert found.proven
    assert set(found.alternatives) <= tables - {found.table}
    assert len(found.alternatives) == min(MOST_ALTERNATIVES, len(tables) - 1)
    if found.all_alternatives:
        assert len(found.alternatives) == len(tables) - 1


def test_the_fewest_partners_who_bring_everything():
    found = cover([seat("a"), seat("b"), seat("ab"), seat("c")], [Need("a"), Need("b"), Need("c")])

    assert (found.table, found.shortages, found.alternatives) == ((2, 3), (), ())
    assert found.all_alternatives


def test_tables_of_equal_value_are_given_too():
    found = cover([seat("a"), seat("a"), seat("a")], [Need("a", 2)])

    assert {found.table, *found.alternatives} == {(0, 1), (0, 2), (1, 2)}


def test_required_partners_sit_there_whatever_they_bring():
    found = cover([seat("", required=True), seat("a")], [Need("a")])

    assert found.table == (0, 1)


def test_more_required_partners_than_places_is_told():
    found = cover([seat("", required=True), seat("", required=True), seat("a")], [Need("a")], most=1)

    assert (found.table, found.over) == ((0, 1), 1)
    assert found.shortages == (Shortage("a", wanted=1, existing=1, seated=0),)


def test_more_holders_than_exist_takes_all_of_them_and_says_so():
    found = cover([seat("a"), seat("a"), seat("b")], [Need("a", 5)])

    assert found.table == (0, 1)
    assert found.shortages == (Shortage("a", wanted=5, existing=2, seated=2),)


def test_what_nobody_brings_is_a_shortage():
    assert cover([seat("a")], [Need("z")]).shortages == (Shortage("z", wanted=1, existing=0, seated=0),)


def test_a_full_table_rather_has_one_holder_of_each_than_two_of_one():
    found = cover([seat("a"), seat("a"), seat("b"), seat("b")], [Need("a", 2), Need("b", 2)], most=2)

    assert {each.contribution: each.seated for each in found.shortages} == {"a": 1, "b": 1}


def test_nothing_needed_is_an_empty_table():
    found = cover([seat("a")], [])

    assert (found.table, found.alternatives, found.all_alternatives, found.proven) == ((), (), True, True)
    assert cover([], [Need("a")]).shortages[0].existing == 0


def test_a_contribution_named_twice_counts_once():
    assert len(cover([seat("a"), seat("a")], [Need("a"), Need("a", 2)]).table) == 2


def test_negative_numbers_are_refused():
    with pytest.raises(ValueError, match="fewer"):
        cover([seat("a")], [Need("a", -1)])
    with pytest.raises(ValueError, match="fewer"):
        cover([seat("a")], [Need("a")], most=-1)
