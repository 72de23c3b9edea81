from collections import Counter
from itertools import combinations, pairwise
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.degree_corrected import tails
from regiewijzer.science.facts import Member, Network
from regiewijzer.science.overlap import benjamini_hochberg, memberships, pairs


def network(ref, partners, name=""):
    return Network(ref=ref, name=name or f"Network {ref}", members=tuple(Member(partner) for partner in partners))


tables = st.lists(st.frozensets(st.integers(0, 14), max_size=9), max_size=8).map(
    lambda groups: [network(number, sorted(group)) for number, group in enumerate(groups)]
)


def test_a_pair_knows_what_is_shared_by_both_measures():
    (pair,) = pairs([network(1, "abcdefghijk"), network(2, "cdefghijkxyzuv")])

    assert (pair.shared, pair.smallest, pair.union) == (9, 11, 16)
    assert pair.share == tuple("cdefghijk")
    assert pair.jaccard == 9 / 16
    assert pair.containment == 9 / 11


def test_a_small_network_inside_a_large_one_is_contained_and_yet_little_alike():
    (pair,) = pairs([network(1, "abc"), network(2, "abcdefghijkl")])

    assert pair.containment == 1
    assert pair.jaccard == 0.25


def test_own_services_are_one_partner_in_common():
    own = tuple(Member(ref, own=True) for ref in "abc")
    one = Network(1, "Een", members=(*own, Member("x"), Member("y")))
    other = Network(2, "Twee", members=(*own[::-1], Member("x"), Member("z")))

    assert pairs([one, other]) == ()
    (pair,) = pairs([one, other], min_shared=2)
    assert (pair.shared, pair.smallest, pair.union) == (2, 3, 4)


def test_pairs_come_most_alike_first_then_most_shared_then_by_name():
    groups = [
        network(1, "abcd", "Zorg"),
        network(2, "abcd", "Wonen"),
        network(3, "efg", "Beta"),
        network(4, "efg", "Alfa"),
        network(5, "hij", "Delta"),
        network(6, "hij", "Gamma"),
        network(7, "abcx", "Half"),
    ]

    found = pairs(groups)

    assert [(pair.first.ref, pair.second.ref) for pair in found] == [(1, 2), (3, 4), (5, 6), (2, 7), (1, 7)]


def test_pairs_below_the_floor_are_left_out():
    groups = [network(1, "abc"), network(2, "abx"), network(3, "abcdef")]

    assert [(pair.first.ref, pair.second.ref) for pair in pairs(groups)] == [(1, 3)]
    assert pairs(groups, min_jaccard=0.51) == ()
    assert len(pairs(groups, min_shared=1)) == 3


def test_the_order_of_the_networks_given_does_not_matter():
    groups = [network(ref, partners) for ref, partners in ((3, "abcd"), ("1", "abce"), (2, "bcde"))]

    assert pairs(groups) == pairs(groups[::-1])


def test_goals_are_compared_for_the_pairs_that_are_told():
    asked = []

    def likeness(one, other):
        asked.append((one, other))
        return 0.25

    found = pairs([network(1, "abc"), network(2, "abc"), network(3, "ax")], likeness=likeness)

    assert [pair.goal_likeness for pair in found] == [0.25]
    assert asked == [(1, 2)]


def test_the_correction_has_the_values_of_a_worked_example():
    p_values = {"a": 0.01, "b": 0.04, "c": 0.03, "d": 0.5}

    q_values = benjamini_hochberg(p_values)

    # ranks 1, 3, 2, 4 of 4; c takes over the lower value of b
    expected = {"a": 0.04, "b": 0.04 * 4 / 3, "c": 0.04 * 4 / 3, "d": 0.5}
    assert q_values == {key: pytest.approx(value) for key, value in expected.items()}


def test_a_chance_may_stand_for_more_than_one_test():
    apart = benjamini_hochberg({"a": 0.01, "b": 0.03, "c": 0.03, "d": 0.5}, tests=10)

    together = benjamini_hochberg({"a": 0.01, "bc": 0.03, "d": 0.5}, tests=10, times={"a": 1, "bc": 2, "d": 1})

    assert together == {"a": apart["a"], "bc": apart["b"], "d": apart["d"]}


def test_the_family_is_every_pair_of_networks_with_partners():
    groups = [network(1, "abc"), network(2, "abc"), network(3, "xyz"), network(4, "uvw"), network(5, "")]

    (pair,) = pairs(groups)

    # four networks with partners make six pairs, of which one shares anything
    assert pair.q == pytest.approx(6 * pair.p)


def test_sharing_those_who_sit_in_many_networks_says_less_than_sharing_those_who_sit_in_few():
    everywhere = [network(ref, ["a", "b", "c", f"own {ref}"]) for ref in range(6)]
    found = pairs([*everywhere, network(7, "xyzw"), network(8, "xyzv"), network(9, "uvts")])

    chances = {(pair.first.ref, pair.second.ref): pair.q for pair in found}
    sizes = {len(each.partners) for each in everywhere}

    assert sizes == {4}
    assert chances[7, 8] == chances[0, 1]  # the chance is of the sizes and what is shared ...
    assert pairs([network(7, "xyzw"), network(8, "xyzv"), network(9, "uvts")])[0].p < chances[7, 8]  # ... in this town


@pytest.mark.parametrize(
    "call",
    [
        lambda: pairs([network(1, "abc"), network(1, "abd")]),
        lambda: benjamini_hochberg({1: 0.5, 2: 0.5}, tests=1),
        lambda: benjamini_hochberg({1: 0.5}, tests=1, times={1: 2}),
    ],
)
def test_numbers_that_cannot_be_are_refused_with_a_sentence(call):
    with pytest.raises(ValueError, match=r"\.$"):
        call()


def test_memberships_list_each_network_of_an_organisation_once():
    first, second = network(1, "aab"), network(2, "bc")

    assert memberships([first, second]) == {"a": (first,), "b": (first, second), "c": (second,)}


def test_no_networks_have_no_pairs():
    assert pairs([]) == ()
    assert pairs([network(1, "")]) == ()


@given(tables)
def test_the_index_finds_what_comparing_all_pairs_finds(networks):
    by_hand = {
        (one.ref, other.ref): len(set(one.partners) & set(other.partners)) for one, other in combinations(networks, 2)
    }

    found = {(pair.first.ref, pair.second.ref): pair.shared for pair in pairs(networks, min_shared=1)}

    assert found == {refs: shared for refs, shared in by_hand.items() if shared}


@given(tables)
def test_chances_per_class_of_sizes_are_the_chances_of_each_pair(networks):
    sizes = {
        (one.ref, other.ref): (len(one.partners), len(other.partners), len(set(one.partners) & set(other.partners)))
        for one, other in combinations(networks, 2)
    }
    asked = {refs: (*sorted(counts[:2]), counts[2]) for refs, counts in sizes.items() if counts[2]}
    sits_in = Counter(partner for each in networks for partner in each.partners)
    chances = tails(asked.values(), [len(each.partners) for each in networks], sits_in.values())
    each = {refs: chances[counts] for refs, counts in asked.items()}
    corrected = benjamini_hochberg(each, comb(sum(1 for network in networks if network.partners), 2))

    found = pairs(networks, min_shared=1)

    assert {(pair.first.ref, pair.second.ref): (pair.p, pair.q) for pair in found} == {
        refs: (each[refs], corrected[refs]) for refs in each
    }


@given(tables)
def test_measures_of_a_pair_stay_in_their_bounds(networks):
    for pair in pairs(networks, min_shared=1):
        assert 0 < pair.jaccard <= pair.containment <= 1
        assert 0 < pair.p <= pair.q <= 1


@given(st.dictionaries(st.integers(), st.floats(0, 1), max_size=12), st.integers(0, 20))
def test_the_correction_keeps_the_order_and_never_makes_a_chance_smaller(p_values, more):
    q_values = benjamini_hochberg(p_values, len(p_values) + more)

    ranked = sorted(p_values, key=p_values.__getitem__)
    for lower, higher in pairwise(ranked):
        assert q_values[lower] <= q_values[higher]
    for key, p in p_values.items():
        assert p <= q_values[key] <= 1


def test_a_pair_on_the_least_jaccard_is_listed():
    three = [network(1, "abcx"), network(2, "abcy"), network(3, "vwxy")]

    assert [(pair.first.ref, pair.second.ref) for pair in pairs(three, min_jaccard=3 / 5)] == [(1, 2)]
    assert pairs(three, min_jaccard=3 / 5 + 1e-9) == ()
