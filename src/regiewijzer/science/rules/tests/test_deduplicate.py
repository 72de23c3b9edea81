from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from regiewijzer.science.facts import (
    Form,
    FormMeasurement,
    InputSource,
    Member,
    MemberRatings,
    Network,
    Rating,
    Register,
)
from regiewijzer.science.finding import Certainty, Finding, Kind, Subject
from regiewijzer.science.limits import Limits
from regiewijzer.science.rules import find_all
from regiewijzer.science.rules.deduplicate import SEEN_BY, deduplicated
from regiewijzer.science.rules.vocabulary import Rule

TODAY = date(2026, 11, 23)
LATELY = date(2026, 10, 1)
ONE, OTHER = (Subject(Kind.NETWORK, number, f"Netwerk {number}") for number in (1, 2))


def telling(rule, aspect="", about=ONE, certainty=Certainty.FAIR):
    return Finding(rule.value, (about,), {"network": about.name}, certainty, aspect=aspect)


def rules_of(findings):
    return [(finding.rule, [other.rule for other in finding.also]) for finding in findings]


TELLERS = [seer for seers in SEEN_BY.values() for seer in seers]
groups = st.lists(
    st.builds(
        lambda seer, about, certainty: telling(*seer, about=about, certainty=certainty),
        st.sampled_from([*TELLERS, (Rule.TRUST_TOO_LOW, ""), (Rule.STALE, "network")]),
        st.sampled_from([ONE, OTHER]),
        st.sampled_from(Certainty),
    ),
    unique_by=lambda finding: finding.key,
)


@settings(deadline=None)
@given(groups)
def test_nothing_that_was_told_gets_lost_and_nothing_is_told_twice(found):
    once = deduplicated(found)

    assert sorted(key for finding in once for key in finding.keys) == sorted(finding.key for finding in found)


@settings(deadline=None)
@given(groups)
def test_whatever_the_order_the_same_rule_speaks_for_the_same_others(found):
    forward, backward = ({each.key: each.keys for each in deduplicated(way)} for way in (found, found[::-1]))

    assert backward == forward


@settings(deadline=None)
@given(groups)
def test_telling_once_again_changes_nothing(found):
    once = deduplicated(found)

    assert deduplicated(once) == once


def test_a_rule_tells_one_fact_at_most():
    assert len(TELLERS) == len(set(TELLERS))


@pytest.mark.parametrize(
    ("found", "told"),
    [
        (
            [telling(Rule.GOAL_LOW, "concrete"), telling(Rule.GOAL_TOO_BROAD)],
            [("goal.too_broad", ["goal.low"])],
        ),
        (
            [telling(Rule.GOAL_NAMES_TOO_MUCH), telling(Rule.GOAL_LOW, "attractive")],
            [("goal.names_too_much", []), ("goal.low", [])],
        ),
        (
            [telling(Rule.COOPERATION_LOW, "agreement"), telling(Rule.CONSENSUS_TOO_LOW)],
            [("form.consensus_too_low", ["cooperation.low"])],
        ),
        (
            [telling(Rule.COOPERATION_LOW, "returns"), telling(Rule.COOPERATION_LOW, "agreement")],
            [("cooperation.low", []), ("cooperation.low", [])],
        ),
        (
            [telling(Rule.GETS_MORE), telling(Rule.COOPERATION_SPLIT, "returns"), telling(Rule.BRINGS_MORE)],
            [("cooperation.split", ["cooperation.brings_more", "cooperation.gets_more"])],
        ),
        (
            [telling(Rule.ONE_CARRIES), telling(Rule.COOPERATION_LOW, "power_contribution", OTHER)],
            [("cooperation.one_carries", []), ("cooperation.low", [])],
        ),
    ],
)
def test_what_belongs_together_is_one_finding_and_what_does_not_is_not(found, told):
    assert rules_of(deduplicated(found)) == told


def test_it_stands_where_the_first_stood_and_another_that_is_surer_makes_it_no_surer():
    found = [
        telling(Rule.TRUST_TOO_LOW),
        telling(Rule.COOPERATION_LOW, "agreement", certainty=Certainty.GREAT),
        telling(Rule.STALE, "network"),
        telling(Rule.CONSENSUS_TOO_LOW, certainty=Certainty.LIMITED),
    ]

    _, merged, stale = deduplicated(found)

    assert (merged.rule, stale.rule) == ("form.consensus_too_low", "register.stale")
    assert merged.certainty is Certainty.LIMITED
    assert [other.certainty for other in merged.also] == [Certainty.GREAT]


def _two_tools(form_consensus, members_say):
    network = Network(
        ref=1,
        name="Buurt in Balans",
        form=Form.NAO,
        members=tuple(Member(number) for number in range(9)),
        measurements=(FormMeasurement(LATELY, 9, trust=0.7, consensus=form_consensus, need=0.5, trust_in_lead=0.9),),
        cooperation_ratings=(
            MemberRatings(LATELY, {"agreement": Rating(members_say, 0.9)}, InputSource.SURVEY, answers=8, invited=9),
        ),
        as_of=LATELY,
    )
    findings = find_all(Register(TODAY, networks=(network,)), Limits())
    return [each for each in findings if each.rule in (Rule.CONSENSUS_TOO_LOW, Rule.COOPERATION_LOW)]


def test_little_agreement_measured_by_two_tools_is_one_finding_with_both_numbers():
    (finding,) = _two_tools(0.3, 0.2)

    assert (finding.rule, finding.also[0].rule) == ("form.consensus_too_low", "cooperation.low")
    assert (finding.numbers["value"], finding.also[0].numbers["value"]) == (2.2, 1.8)
    assert finding.keys == ("form.consensus_too_low:network-1", "cooperation.low:network-1:agreement")


def test_when_one_tool_sees_it_and_the_other_does_not_only_that_one_tells_it():
    (finding,) = _two_tools(0.9, 0.2)

    assert (finding.rule, finding.also) == ("cooperation.low", ())
