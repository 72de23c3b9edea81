from datetime import date

import pytest

from regiewijzer.science.facts import Insight, InsightKind, Member, Network, Organisation, Origin, Proof, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import composition

TODAY, LATELY = date(2026, 11, 23), date(2026, 3, 1)
KINDS = ("care", "school", "police", "sport", "work")


def found(
    domains,
    *,
    user_voice=False,
    heard=None,
    strangers=0,
    origin=Origin.OWN,
    seats_by_rule=None,
    elsewhere=KINDS,
    limits=None,
):
    """Findings about one network whose partners have these main domains (None is unknown)."""
    at_table = [
        Organisation(number, f"Partner {number}", domains=(domain,) if domain else (), speaks_for_users=False)
        for number, domain in enumerate(domains)
    ]
    if user_voice:
        at_table[0] = Organisation(0, "Gezinnen", domains=at_table[0].domains, speaks_for_users=True)
    others = [Organisation(f"other {kind}", kind, domains=(kind,), speaks_for_users=True) for kind in elsewhere]
    network = Network(
        ref=1,
        name="Kansrijk",
        origin=origin,
        seats_by_rule=seats_by_rule,
        members=tuple(Member(number) for number in range(len(domains) + strangers)),
        as_of=date(2026, 10, 1),
        insights=(Insight(InsightKind.INTERVIEW, heard, Proof.SEEN, used=True),) if heard else (),
    )
    register = Register(TODAY, networks=(network,), organisations=(*at_table, *others))
    return {finding.rule: finding for finding in composition.find(register, limits or Limits())}


def test_ten_of_fourteen_in_care_and_nobody_for_the_user():
    findings = found(["care"] * 10 + ["school"] * 2 + ["police"] * 2)

    hammer = findings["composition.one_domain_dominates"]
    assert set(findings) == {"composition.one_domain_dominates", "composition.no_user_voice"}
    assert {name: hammer.numbers[name] for name in ("domain", "count", "total", "domain_share")} == {
        "domain": "care",
        "count": 10,
        "total": 14,
        "domain_share": 71,
    }
    assert hammer.certainty is Certainty.GREAT
    assert hammer.limits_used == {"dominant_domain": 0.6}
    assert findings["composition.no_user_voice"].certainty is Certainty.FAIR  # nobody wrote it down: no more than that


@pytest.mark.parametrize("origin", [origin for origin in Origin if origin.mandated])
def test_who_sits_in_a_mandated_network_is_not_ours_to_choose(origin):
    assert found(["care", "school", "police", "sport", "work"], origin=origin) == {}


def test_a_varied_table_that_heard_users_lately_has_nothing_to_tell():
    assert found(["care", "school", "police", "sport", "work"], heard=LATELY) == {}


def test_partners_of_unknown_domain_are_counted_in_the_total_and_said():
    findings = found(["care"] * 7 + [None] * 3, heard=LATELY, strangers=2)

    finding = findings["composition.one_domain_dominates"]
    (unknown,) = [ground for ground in finding.grounds if ground.code == "domains_unknown"]
    assert (finding.numbers["count"], finding.numbers["total"]) == (7, 12)
    assert unknown.numbers == {"count": 5, "total": 12}
    assert finding.certainty is Certainty.FAIR


def test_a_network_of_two_or_of_strangers_or_without_members_has_no_composition_to_judge():
    assert found(["care", "care"]) == {}
    assert found(["care", None, None]) == {}
    assert found([]) == {}


def test_three_partners_are_few_to_judge_by():
    finding = found(["care", "care", "care"])["composition.one_domain_dominates"]

    assert "few_members" in {ground.code for ground in finding.grounds}
    assert finding.certainty is Certainty.FAIR


def test_own_services_are_one_partner_with_the_domain_most_of_them_have():
    organisations = {
        1: Organisation(1, "Gemeente", ("administration",), own=True),
        2: Organisation(2, "Bibliotheek", ("leisure",), own=True),
        3: Organisation(3, "Vrije Tijd", ("leisure", "work"), own=True),
        4: Organisation(4, "Club", ("leisure",)),
    }
    network = Network(9, "Tafel", members=tuple(Member(ref, own=ref < 4) for ref in organisations))

    composed = composition.compose(network, organisations)

    assert (composed.members, composed.counts) == (2, (("leisure", 2),))


@pytest.mark.parametrize("elsewhere", [(), KINDS, [f"kind {number}" for number in range(40)]])
def test_variety_does_not_depend_on_organisations_that_sit_elsewhere(elsewhere):
    finding = found(["care"] * 4 + ["school"] * 2, elsewhere=elsewhere)["composition.one_domain_dominates"]

    assert finding.numbers["variety"] == 53  # (1 - 20/36) of the 5/6 that six partners can reach


def test_domains_off_the_list_are_kinds_too():
    assert found([f"kind {number}" for number in range(20)], heard=LATELY) == {}


def test_a_table_that_the_named_rule_sets_is_not_ours_to_choose():
    assert found(["care", "school", "police", "sport", "work"], seats_by_rule=True) == {}


def test_a_mandated_network_whose_rule_leaves_the_seats_open_is_ours_to_fill():
    findings = found(["care", "school", "police", "sport", "work"], origin=Origin.FLANDERS, seats_by_rule=False)

    assert set(findings) == {"composition.no_user_voice"}


def test_one_partner_more_would_turn_the_picture_of_four_and_not_of_five():
    of_four, of_five = (
        found(["care"] * members, heard=LATELY)["composition.one_domain_dominates"] for members in (4, 5)
    )

    assert "few_members" in {ground.code for ground in of_four.grounds}
    assert "few_members" not in {ground.code for ground in of_five.grounds}


def test_the_limit_that_is_told_is_the_one_that_was_passed():
    limits = from_overrides({"dominant_domain": 0.9})

    (finding,) = found(["care"] * 8 + ["school"] * 2, heard=LATELY, limits=limits).values()

    assert finding.limits_used == {"variety": 0.5}


def test_who_wants_a_recognition_still_chooses_who_sits_there_unless_the_rule_says():
    domains = ["care", "school", "police", "sport", "work"]

    assert set(found(domains, origin=Origin.RECOGNISED)) == {"composition.no_user_voice"}
    assert found(domains, origin=Origin.RECOGNISED, seats_by_rule=True) == {}


@pytest.mark.parametrize(
    ("user_voice", "heard", "rules"),
    [
        (False, None, {"composition.no_user_voice"}),
        (False, date(2025, 11, 23), {"composition.no_user_voice"}),
        (False, date(2025, 11, 24), set()),
        (True, None, {"insight.seat_alone"}),
        (True, date(2025, 11, 23), {"insight.none_recent"}),
        (True, date(2025, 11, 24), set()),
    ],
)
def test_a_seat_alone_silences_nothing_and_a_talk_of_this_year_does(user_voice, heard, rules):
    assert set(found(KINDS, user_voice=user_voice, heard=heard)) == rules


def test_it_tells_for_how_long_nobody_talked_with_a_user():
    finding = found(KINDS, user_voice=True, heard=date(2025, 9, 1))["insight.none_recent"]

    assert finding.numbers["months"] == 14
