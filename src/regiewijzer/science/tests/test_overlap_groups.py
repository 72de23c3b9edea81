from regiewijzer.science.facts import Member, Network
from regiewijzer.science.limits import Limits
from regiewijzer.science.overlap import pairs
from regiewijzer.science.overlap_groups import InCommon, group_of, groups, in_common

LIMITS = Limits()


def network(ref, partners, **more):
    return Network(ref=ref, name=f"Netwerk {ref}", members=tuple(Member(each) for each in partners), **more)


def in_a_town(*networks):
    """Among forty networks of others, so that sharing much is no chance."""
    others = [network(f"o{nr}", [f"{nr} {place}" for place in range(8)]) for nr in range(40)]
    return pairs([*networks, *others], likeness=lambda one, other: None)


def test_a_group_hangs_together_by_pairs_beyond_chance_and_keeps_the_others():
    one, two, three = network(1, "abcdefgh"), network(2, "abcdefgx"), network(3, "cdefghyz")

    (group,) = groups(in_a_town(one, two, three), LIMITS)

    assert group.networks == (one, two, three)
    assert len(group.pairs) == 3
    assert group.shared[:5] == ("c", "d", "e", "f", "g")
    assert group.sitting_in("h") == (one, three)


def test_pairs_that_share_little_and_may_be_chance_make_no_group():
    few = pairs([network(1, "abcdefgh"), network(2, "abcijklm"), network(3, "abcnopqr")])

    assert len(few) == 3
    assert groups(few, LIMITS) == ()


def test_half_of_the_partners_ties_with_the_same_goal_and_half_of_all_with_any():
    def tied(one, other, **both):
        return bool(groups(pairs([network(1, one, **both), network(2, other, **both)]), LIMITS))

    assert tied("abcdef", "abcghi", themes=("t",))
    assert not tied("abcdef", "abcghi")
    assert tied("abcd", "abce")


def test_the_goal_is_same_related_other_or_unknown():
    def told(likeness, **both):
        (pair,) = pairs([network(1, "abc", **both), network(2, "abc", **both)], likeness=lambda _one, _other: likeness)
        return in_common(pair, LIMITS)

    assert told(0.9) is InCommon.SAME
    assert told(0.1, themes=("t",), target_groups=("g",)) is InCommon.SAME
    assert told(None, themes=("t",)) is InCommon.RELATED
    assert told(0.1) is InCommon.OTHER
    assert told(None) is InCommon.UNKNOWN


def test_any_networks_can_stand_beside_each_other():
    one, two = network(1, "ab"), network(2, "cd")

    group = group_of([one, two], (), LIMITS)

    assert (group.pairs, group.shared, group.goal) == ((), (), InCommon.UNKNOWN)
