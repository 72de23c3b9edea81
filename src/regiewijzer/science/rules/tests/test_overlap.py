from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.science.facts import Member, Network, Organisation, Origin, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import overlap

TODAY = date(2026, 11, 23)
GOAL = "Gezinnen met jonge kinderen vinden opvang"


def network(ref, partners, **more):
    members = tuple(Member(partner) for partner in partners)
    return Network(**{"ref": ref, "name": f"Netwerk {ref}", "members": members, "as_of": date(2026, 10, 1)} | more)


LOCAL = network(1, "abcdefghijklmn", name="Kansrijk Opgroeien", themes=("children",))
MANDATED = network(
    2, "abcdefghixy", name="Lokaal Overleg", themes=("children",), origin=Origin.FLANDERS, mandated_by="Vlaanderen"
)


def found(*networks, own=()):
    organisations = tuple(Organisation(ref, f"Partner {ref}", own=ref in own) for ref in "abcdefghijklmnxyz")
    return overlap.find(Register(TODAY, networks=networks, organisations=organisations), Limits())


def in_a_town(*networks):
    """The same among forty networks of others, so that sharing is no chance."""
    others = [network(f"o{nr}", [f"{nr} {place}" for place in range(8)]) for nr in range(40)]
    return found(*networks, *others)


def rules(findings):
    return [finding.rule for finding in findings]


def test_a_mandated_network_that_crosses_a_local_one_is_told_as_on_the_first_page():
    (finding,) = in_a_town(LOCAL, MANDATED)

    told = ("local", "mandated", "origin", "in_common", "shared", "total")
    assert finding.rule == "overlap.mandated_crosses_local"
    assert {name: finding.numbers[name] for name in told} == {
        "local": "Kansrijk Opgroeien",
        "mandated": "Lokaal Overleg",
        "origin": "Vlaanderen",
        "in_common": "theme",
        "shared": 9,
        "total": 11,
    }
    assert (finding.numbers["union"], finding.numbers["jaccard"], finding.numbers["containment"]) == (16, 56, 82)
    assert finding.certainty is Certainty.GREAT


def test_the_local_network_comes_first_whatever_the_references_are():
    (finding,) = found(replace(LOCAL, ref="z"), MANDATED)

    assert [subject.name for subject in finding.subjects] == ["Kansrijk Opgroeien", "Lokaal Overleg"]


def test_without_the_name_of_who_mandated_the_origin_is_a_code():
    (finding,) = found(LOCAL, replace(MANDATED, mandated_by=""))

    assert finding.numbers["origin"] == "flanders"


def test_goals_alike_in_words_count_as_well_as_a_shared_theme():
    (finding,) = found(replace(LOCAL, themes=(), goal=GOAL), replace(MANDATED, themes=(), goal=GOAL))

    assert finding.rule == "overlap.mandated_crosses_local"
    assert finding.numbers["in_common"] == "alike"


def test_a_shared_theme_with_goals_in_other_words_is_a_reason_for_doubt_where_a_shared_goal_is_claimed():
    (finding,) = in_a_town(replace(LOCAL, goal=GOAL), replace(MANDATED, goal="Veilige straten"))

    assert finding.numbers["in_common"] == "theme"
    assert "goals_unlike" in {ground.code for ground in finding.grounds if not ground.holds}
    assert finding.certainty is Certainty.FAIR


@pytest.mark.parametrize(
    "mandated",
    [
        replace(MANDATED, themes=("work",)),
        network(2, "abcd1234567", themes=("children",), origin=Origin.FLANDERS),
        network(2, "abuvw", themes=("children",), origin=Origin.FLANDERS),
    ],
)
def test_another_theme_a_small_part_or_two_partners_are_no_crossing(mandated):
    assert found(LOCAL, mandated) == ()


def test_two_own_networks_with_the_same_partners_and_goal():
    (finding,) = found(network(1, "abcdef", goal=GOAL), network(2, "abcdeg", goal=GOAL))

    assert finding.rule == "overlap.same_partners_same_goal"
    assert (finding.numbers["network"], finding.numbers["other"]) == ("Netwerk 1", "Netwerk 2")
    assert (finding.numbers["shared"], finding.numbers["total"]) == (5, 6)


def test_a_shared_theme_alone_is_no_same_goal_but_with_the_target_group_it_is():
    theme = {"themes": ("children",)}
    both = theme | {"target_groups": ("parents",)}

    assert found(network(1, "abcdef", **theme), network(2, "abcdgh", **theme)) == ()
    assert rules(found(network(1, "abcdef", **both), network(2, "abcdgh", **both))) == [
        "overlap.same_partners_same_goal"
    ]


def test_the_same_partners_with_an_unknown_or_other_goal():
    (unknown,) = found(network(1, "abcde"), network(2, "abcde"))
    (unlike,) = found(network(1, "abcde", goal=GOAL), network(2, "abcde", goal="Veilige straten"))

    assert unknown.rule == unlike.rule == "overlap.same_partners"
    assert "goals_unknown" in {ground.code for ground in unknown.grounds if not ground.holds}
    assert "goals_unlike" in {ground.code for ground in unlike.grounds if ground.holds}
    assert found(network(1, "abcdefg"), network(2, "abcdexy")) == ()


def test_exactly_the_same_partners_are_not_nearly_the_same():
    (exactly,) = found(network(1, "abcde"), network(2, "abcde"))
    (largely,) = found(network(1, "abcde"), network(2, "abcdex"))

    assert (exactly.numbers["alike"], exactly.numbers["shared"], exactly.numbers["union"]) == ("exactly", 5, 5)
    assert (largely.numbers["alike"], largely.numbers["shared"], largely.numbers["union"]) == ("largely", 5, 6)


def test_a_pair_is_told_once():
    twins = {"themes": ("children",), "target_groups": ("parents",), "goal": GOAL}

    crossing = found(network(1, "abcde", **twins), network(2, "abcde", **twins, origin=Origin.FEDERAL))
    own = found(network(1, "abcde", **twins), network(2, "abcde", **twins))

    assert rules(crossing) == ["overlap.mandated_crosses_local"]
    assert rules(own) == ["overlap.same_partners_same_goal"]


def test_two_mandated_networks_do_not_cross_but_may_be_the_same():
    theme = {"origin": Origin.FLANDERS, "themes": ("children",)}
    both = theme | {"target_groups": ("parents",)}

    assert found(network(1, "abcd", **theme), network(2, "abcxyz", **theme)) == ()
    assert rules(found(network(1, "abcd", **both), network(2, "abcx", **both))) == ["overlap.same_partners_same_goal"]


def test_a_chance_is_never_told_too_small():
    (finding,) = in_a_town(network(1, "abcdefgh"), network(2, "abcdefgh"))

    (beyond,) = [ground for ground in finding.grounds if ground.code == "beyond_chance"]
    assert beyond.numbers == {"percent": 0.1}


def test_sharing_that_may_be_chance_and_undated_lists_are_reasons_for_doubt():
    (finding,) = found(network(1, "abcdefghijklmn", as_of=None), network(2, "bcdefghijklmnxy"))

    assert {ground.code for ground in finding.grounds if not ground.holds} == {
        "members_undated",
        "goals_unknown",
        "may_be_chance",
        "close_to_limit",
    }
    assert finding.certainty is Certainty.LIMITED


def test_an_ended_network_overlaps_with_nothing():
    assert found(LOCAL, replace(MANDATED, ended=date(2026, 1, 1))) == ()


def test_a_partner_in_more_than_six_networks_carries_much_unless_it_is_the_authority():
    networks = [network(ref, ["a", "b", *(["c"] if ref < 6 else [])], name=f"N{ref}") for ref in range(7)]
    networks[0] = replace(networks[0], origin=Origin.FLANDERS)

    loaded = [finding for finding in found(*networks, own=("b",)) if finding.rule == "overlap.member_load"]

    assert [finding.numbers for finding in loaded] == [{"partner": "Partner a", "count": 7, "limit": 6, "mandated": 1}]
    assert loaded[0].subjects[0].kind == "organisation"


def test_loaded_partners_come_by_name_for_this_is_no_ranking():
    networks = [network(ref, ["b", *(["a"] if ref < 8 else [])]) for ref in range(9)]

    assert [finding.numbers["count"] for finding in found(*networks)] == [8, 9]


def test_many_loaded_partners_are_told_in_one_finding_that_names_nobody():
    six = network(0, ["a", "b", "c", "d", "e", "f"])
    networks = [replace(six, ref=ref, name=f"N{ref}") for ref in range(7)]
    networks.append(network(7, ["c"]))

    [told] = [finding for finding in found(*networks) if finding.rule.endswith("loaded")]

    assert told.numbers == {"count": 6, "limit": 6}
    assert not [finding for finding in found(*networks) if finding.rule == "overlap.member_load"]


def test_half_of_the_smaller_network_is_enough_to_cross():
    local, mandated = network(1, "abcdef", themes=("t",)), network(2, "abcxyz", themes=("t",), origin=Origin.FLANDERS)

    assert rules(found(local, mandated)) == ["overlap.mandated_crosses_local"]
    assert (
        rules(
            found(
                replace(local, members=(*local.members, Member("g"))),
                replace(mandated, members=(*mandated.members, Member("v"))),
            )
        )
        == []
    )


def test_what_is_beyond_chance_is_judged_after_the_correction_for_all_pairs():
    """Three of four shared among four strangers: p is .03, and .46 for one of fifteen pairs."""
    pair = (network(1, "abcx", themes=("t",)), network(2, "abcy", themes=("t",), origin=Origin.FLANDERS))
    strangers = [network(f"o{nr}", [f"{nr} {place}" for place in range(5)]) for nr in range(4)]
    (alike,) = overlap.overlapping(Register(TODAY, networks=(*pair, *strangers)), Limits())
    assert (round(alike.p, 3), round(alike.q, 3)) == (0.031, 0.458)

    (finding,) = overlap.of_pair(alike, TODAY, Limits())

    told = {ground.code: ground.holds for ground in finding.grounds}
    assert told["may_be_chance"] is False
    assert "beyond_chance" not in told


def test_networks_that_hang_together_are_one_finding_and_not_one_for_each_pair():
    chain = [network(1, "abcdefghij"), network(2, "abcdefghik"), network(3, "abcdefghil"), network(4, "vwxyz")]

    (finding,) = found(*chain)

    assert finding.rule == "overlap.group"
    assert [subject.ref for subject in finding.subjects] == [1, 2, 3]
    assert finding.numbers == {
        "count": 3, "names": "Netwerk 1, Netwerk 2, Netwerk 3", "shared": 9, "union": 12, "mandated": 0,
    }  # fmt: skip
    assert finding.limits_used == {"overlap_shared": 3, "overlap_same": 0.8}


def test_a_group_is_the_same_whatever_the_order_and_two_groups_are_two_findings():
    one = [network(1, "abcdef"), network(2, "abcdef"), network(3, "abcdef")]
    other = [network(4, "ghijk"), network(5, "ghijk"), network(6, "ghijk")]

    keys = [finding.key for finding in found(*one, *other)]

    assert sorted(finding.key for finding in found(*other[::-1], *one[::-1])) == sorted(keys)
    assert len(set(keys)) == 2


def test_a_chain_of_pairs_says_how_many_partners_sit_in_each():
    chain = [network(1, "abcdefghij"), network(2, "bcdefghijk"), network(3, "cdefghijkl")]

    (finding,) = found(*chain)

    assert (finding.numbers["shared"], finding.numbers["union"]) == (8, 12)
    (pairs_told,) = [ground for ground in finding.grounds if ground.code == "pairs_of_group"]
    assert pairs_told.numbers == {"count": 2, "total": 3}
    assert not pairs_told.holds


def test_a_group_of_networks_without_goals_is_no_surer_than_its_pairs():
    (finding,) = found(*(network(nr, "abcdef") for nr in (1, 2, 3)))

    assert "goals_unknown" in {ground.code for ground in finding.grounds if not ground.holds}
    assert "mandated_in_group" not in {ground.code for ground in finding.grounds}


def test_two_imposed_networks_with_the_partners_of_an_own_one_are_a_group_that_names_the_origin():
    same = {"themes": ("children",)}
    imposed = [network(nr, "abcdef", origin=Origin.FLANDERS, **same) for nr in (2, 3)]

    (finding,) = found(network(1, "abcdef", **same), *imposed)

    assert (finding.rule, finding.numbers["count"], finding.numbers["mandated"]) == ("overlap.group", 3, 2)


def test_an_imposed_network_that_only_crosses_others_makes_no_group_of_them():
    small = [network(nr, partners, themes=("children",)) for nr, partners in ((1, "abcdmn"), (3, "efghxy"))]
    large = network(2, "abcdefghi", themes=("children",), origin=Origin.FLANDERS)

    assert rules(found(*small, large)) == ["overlap.mandated_crosses_local"] * 2
