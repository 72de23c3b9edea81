from collections import Counter
from itertools import product
from math import comb, isclose

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.degree_corrected import seats, tails

tables = st.lists(st.frozensets(st.integers(0, 14), max_size=9), min_size=1, max_size=8)


def sizes_and_seats(groups):
    return [len(group) for group in groups], list(Counter(member for group in groups for member in group).values())


def test_where_all_are_alike_sharing_is_a_throw_of_one_coin_per_organisation():
    found = tails([(3, 3, shared) for shared in range(4)], sizes=[3] * 4, sits_in=[2] * 6)

    # six organisations, each in a network with chance 1/2, so in both with 1/4
    for shared in range(4):
        expected = sum(comb(6, both) * 0.25**both * 0.75 ** (6 - both) for both in range(shared, 7))
        assert found[3, 3, shared] == pytest.approx(expected)


def test_who_sits_everywhere_is_shared_without_chance():
    found = tails([(2, 2, 1), (2, 2, 2)], sizes=[2, 2, 2], sits_in=[3, 1, 1, 1])

    assert found[2, 2, 1] == pytest.approx(1)
    assert found[2, 2, 2] == pytest.approx(1 - (8 / 9) ** 3)


def test_networks_that_hold_as_many_seats_as_they_can_leave_the_others_what_remains():
    # the two large networks hold both who sit thrice, and one each of who sits once
    found = seats([1, 3], [2, 2], [1, 3], [2, 2])

    assert found == pytest.approx(np.array([[0, 0.5], [0.5, 1]]))


def test_small_chances_are_as_exact_as_large_ones():
    found = tails([(20, 20, 20)], sizes=[20] * 40, sits_in=[2] * 400)

    expected = sum(comb(400, both) * (1 / 400) ** both * (399 / 400) ** (400 - both) for both in range(20, 60))
    assert isclose(found[20, 20, 20], expected, rel_tol=1e-9)


@given(tables)
def test_every_network_has_its_partners_and_every_organisation_its_networks_on_average(groups):
    sizes, sits_in = (Counter(each) for each in sizes_and_seats(groups))
    rows, columns = sorted(sizes), sorted(sits_in)
    row_times, column_times = [sizes[row] for row in rows], [sits_in[column] for column in columns]

    found = seats(rows, row_times, columns, column_times)

    assert found @ column_times == pytest.approx(np.array(rows, float), rel=1e-9)
    assert np.array(row_times) @ found == pytest.approx(np.array(columns, float), rel=1e-9)


@given(tables)
def test_chances_are_those_of_every_outcome_added_up(groups):
    sizes, sits_in = sizes_and_seats(groups[:3])
    rows, columns = sorted(set(sizes)), sorted(set(sits_in))
    chances = seats(rows, [sizes.count(row) for row in rows], columns, [sits_in.count(column) for column in columns])
    one, other = chances[rows.index(min(sizes))], chances[rows.index(max(sizes))]
    both = [one[columns.index(number)] * other[columns.index(number)] for number in sits_in][:8]
    if len(sits_in) > 8:
        return

    at_least_two = sum(
        np.prod([chance if sits else 1 - chance for chance, sits in zip(both, outcome, strict=True)])
        for outcome in product((True, False), repeat=len(both))
        if sum(outcome) >= 2
    )

    asked = (min(sizes), max(sizes), 2)
    assert tails([asked], sizes, sits_in)[asked] == pytest.approx(float(at_least_two), abs=1e-9)


@pytest.mark.parametrize(("asked", "sizes", "sits_in"), [([(1, 1, 1)], [1, 1], [1]), ([(1, 2, 1)], [1, 1], [1, 1])])
def test_numbers_that_cannot_be_are_refused_with_a_sentence(asked, sizes, sits_in):
    with pytest.raises(ValueError, match=r"\.$"):
        tails(asked, sizes, sits_in)


def test_nothing_asked_is_nothing_answered():
    assert tails([], [], []) == {}
