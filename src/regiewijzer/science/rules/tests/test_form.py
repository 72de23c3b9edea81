from dataclasses import replace
from datetime import date

import pytest

from regiewijzer.science.facts import Form, FormMeasurement, InputSource, Member, Network, Organisation, Register
from regiewijzer.science.finding import Certainty
from regiewijzer.science.governance import from_scale
from regiewijzer.science.limits import Limits, from_overrides
from regiewijzer.science.rules import form

TODAY = date(2026, 11, 23)
SELF, LEAD, NAO = Form


def measured(on=date(2026, 10, 14), *, participants=14, trust=2.8, consensus=4.1, need=2.2, lead=3.8, **more):
    """A survey with scores as people see them, from 1 to 5."""
    return FormMeasurement(
        measured_on=on,
        participants=participants,
        trust=from_scale(trust),
        consensus=from_scale(consensus),
        need=from_scale(need),
        trust_in_lead=from_scale(lead),
        **{"source": InputSource.SURVEY, "answers": 12, "invited": 14} | more,
    )


HEALTHY = {"participants": 5, "trust": 4.6, "consensus": 4.6, "need": 1.4, "lead": 3.4}
HOPELESS = {"participants": 6, "trust": 1.4, "consensus": 1.4, "need": 1.4, "lead": 3.4}


def network(form=SELF, members=14, measurements=(), **more):
    return Network(
        ref=1,
        name="Kansrijk Opgroeien",
        form=form,
        members=tuple(Member(number) for number in range(members)),
        measurements=tuple(measurements),
        as_of=date(2026, 10, 20),
        **more,
    )


def found(one, limits=None, organisations=()):
    register = Register(today=TODAY, networks=(one,), organisations=tuple(organisations))
    return {finding.rule: finding for finding in form.find(register, limits or Limits())}


def codes(finding, *, holds):
    return {ground.code for ground in finding.grounds if ground.holds is holds}


def test_too_many_participants_are_seen_without_any_measurement():
    findings = found(network(members=25))

    finding = findings["form.too_many_participants"]
    assert len(findings) == 1
    assert finding.numbers == {
        "network": "Kansrijk Opgroeien",
        "count": 25,
        "limit": 8,
        "lines": 300,
        "lines_at_limit": 28,
    }
    assert finding.certainty is Certainty.GREAT
    assert finding.limits_used == {"self_participants": 8}
    assert finding.measured_on == date(2026, 10, 20)


def test_nine_against_eight_are_less_sure_and_smaller_than_fourteen():
    nine, fourteen = (found(network(members=count))["form.too_many_participants"] for count in (9, 14))

    assert (nine.certainty, nine.size) == (Certainty.FAIR, 1.0)
    assert (fourteen.certainty, fourteen.size) == (Certainty.GREAT, 6.0)


def test_eight_participants_are_not_too_many():
    assert found(network(members=8)) == {}


def test_the_example_network_has_two_shortages_and_the_page_says_how_sure_we_are():
    findings = found(network(measurements=[measured()]))

    crowd, trust = findings["form.too_many_participants"], findings["form.trust_too_low"]
    assert set(findings) == {"form.too_many_participants", "form.trust_too_low"}
    assert (crowd.numbers["lines"], crowd.numbers["advised_form"]) == (91, "lead_organisation")
    assert (trust.numbers["value"], trust.numbers["limit"], trust.numbers["answers"]) == (2.8, 4.0, 12)
    assert codes(trust, holds=True) == {
        "answers_of_invited",
        "measured_months_ago",
        "several_shortages",
        "far_from_limit",
        "advice_turns",
    }
    assert codes(trust, holds=False) == set()
    assert trust.certainty is Certainty.GREAT


def test_todays_list_of_members_goes_before_the_measured_number():
    measurement = measured(participants=14, trust=4.6, consensus=4.6, need=1.4)

    assert set(found(network(members=14, measurements=[measurement]))) == {"form.too_many_participants"}
    assert found(network(members=6, measurements=[measurement])) == {}


def test_without_a_list_of_members_the_measured_number_counts():
    measurement = measured(participants=14, trust=4.6, consensus=4.6, need=1.4)

    finding = found(network(members=0, measurements=[measurement]))["form.too_many_participants"]

    assert finding.numbers["count"] == 14
    assert finding.measured_on == measurement.measured_on
    assert "answers_of_invited" in codes(finding, holds=True)


def test_each_condition_has_its_own_sentence():
    low = measured(consensus=3.0, need=3.5, trust=4.6, participants=5)

    findings = found(network(members=5, measurements=[low]))

    assert findings["form.consensus_too_low"].numbers["value"] == 3.0
    assert findings["form.consensus_too_low"].numbers["form"] == "self_regulating"
    assert (findings["form.competence_need_too_high"].numbers["limit"]) == 2.32


def test_a_lead_organisation_of_forty_is_told_in_its_own_sentence():
    crowded = measured(trust=4.4, consensus=4.4, need=3.0)

    finding = found(network(LEAD, members=40, measurements=[crowded]))["form.too_many_for_lead"]

    assert (finding.numbers["count"], finding.numbers["limit"]) == (40, 35)
    assert finding.numbers["advised_form"] == "nao"


@pytest.mark.parametrize(
    ("more", "leader"),
    [
        ({"lead": 7, "lead_name": "Het bestuur"}, "Het bestuur"),
        ({"lead": 7}, "OCMW"),
        ({"lead": 8}, "unnamed_leader"),
        ({}, "unnamed_leader"),
    ],
)
def test_a_leader_that_is_not_accepted_is_named(more, leader):
    weak = measured(lead=1.8, consensus=4.0, trust=3.0, need=3.0)

    findings = found(network(LEAD, measurements=[weak], **more), organisations=[Organisation(7, "OCMW")])

    finding = findings["form.leader_not_accepted"]
    assert (finding.numbers["leader"], finding.numbers["value"], finding.numbers["limit"]) == (leader, 1.8, 3.0)


def test_when_no_form_fits_that_is_the_one_finding_with_every_failing_condition():
    findings = found(network(members=12, measurements=[measured(**HOPELESS)]))

    finding = findings["form.no_form_fits"]
    fails = [
        (ground.numbers["form"], ground.numbers["condition"], ground.numbers["value"])
        for ground in finding.grounds
        if ground.code == "condition_fails"
    ]
    assert set(findings) == {"form.no_form_fits"}
    assert fails == [
        ("self_regulating", "trust", 1.4),
        ("self_regulating", "participants", 12),
        ("self_regulating", "consensus", 1.4),
        ("lead_organisation", "consensus", 1.4),
        ("nao", "trust", 1.4),
        ("nao", "consensus", 1.4),
    ]
    assert (finding.numbers["nearest_form"], finding.numbers["changes"]) == ("lead_organisation", 1)


def test_no_form_fits_is_told_for_a_network_without_a_form():
    assert set(found(network(None, measurements=[measured(**HOPELESS)]))) == {"form.no_form_fits"}


def test_no_form_fits_is_doubtful_when_one_small_change_is_enough():
    almost = measured(participants=30, lead=2.9, trust=2.0, consensus=3.0, need=3.0)

    finding = found(network(LEAD, members=30, measurements=[almost]))["form.no_form_fits"]

    assert "near_limit" in codes(finding, holds=False)
    assert finding.certainty is Certainty.FAIR


def test_no_form_fits_tells_by_how_much_the_nearest_falls_short():
    by_less = measured(participants=30, lead=2.6, trust=2.0, consensus=3.0, need=3.0)
    by_more = measured(participants=30, lead=1.6, trust=2.0, consensus=3.0, need=3.0)

    less, more = (
        found(network(LEAD, members=30, measurements=[each]))["form.no_form_fits"] for each in (by_less, by_more)
    )

    assert (less.numbers["short"], more.numbers["short"]) == (0.4, 0.6)
    assert "nearly_fits" in codes(less, holds=False)
    assert less.certainty is Certainty.FAIR
    assert "nearly_fits" not in codes(more, holds=False)


def test_what_was_not_measured_opens_no_strategic_question():
    only_trust = replace(measured(**HOPELESS), trust_in_lead=None, consensus=None, need=None)

    assert set(found(network(LEAD, members=6, measurements=[only_trust]))) == set()


def test_a_lighter_form_is_told_as_a_possibility():
    finding = found(network(NAO, members=5, measurements=[measured(**HEALTHY)]))["form.lighter_form_possible"]

    assert finding.numbers == {"network": "Kansrijk Opgroeien", "form": "nao", "advised_form": "self_regulating"}
    assert finding.certainty is Certainty.FAIR


def test_an_advice_to_regulate_themselves_says_that_the_spread_of_trust_is_not_known():
    itself = found(network(NAO, members=5, measurements=[measured(**HEALTHY)]))["form.lighter_form_possible"]
    led = found(network(NAO, members=5, measurements=[replace(measured(**HEALTHY), trust=None)]))

    assert "trust_spread_unknown" in {ground.code for ground in itself.grounds if not ground.holds}
    assert "trust_spread_unknown" not in {ground.code for ground in led["form.lighter_form_possible"].grounds}


def test_a_lighter_form_is_possible_even_when_a_still_lighter_one_is_not_measured():
    without_trust = replace(measured(consensus=4.6, need=2.2, lead=4.0), trust=None)

    findings = found(network(NAO, members=5, measurements=[without_trust]))

    assert findings["form.lighter_form_possible"].numbers["advised_form"] == "lead_organisation"


def test_a_lighter_form_is_not_told_when_it_may_fall_short():
    without_need = replace(measured(trust=4.6, consensus=4.6, lead=4.0), need=None)

    assert found(network(NAO, members=5, measurements=[without_need])) == {}


def test_a_lighter_form_that_fits_narrowly_is_doubtful():
    narrow = measured(participants=5, trust=4.1, consensus=4.6, need=1.4)

    finding = found(network(NAO, members=5, measurements=[narrow]))["form.lighter_form_possible"]

    assert [ground.numbers["condition"] for ground in finding.grounds if ground.code == "near_limit"] == ["trust"]
    assert finding.certainty is Certainty.LIMITED


def test_two_measurements_in_a_row_are_drift_and_then_the_single_advice_is_not_told():
    series = [measured(date(2026, 3, 1), **HEALTHY), measured(**HEALTHY)]

    findings = found(network(NAO, members=5, measurements=series))

    assert set(findings) == {"form.drift"}
    assert findings["form.drift"].numbers["advised_form"] == "self_regulating"
    assert findings["form.drift"].grounds[0].numbers == {"count": 2}


def test_drift_to_a_heavier_form_is_told_beside_what_falls_short_now():
    series = [measured(date(2026, 3, 1), participants=9, trust=3.3, consensus=3.9, need=2.1), measured()]

    findings = found(network(measurements=series))

    assert set(findings) == {"form.too_many_participants", "form.trust_too_low", "form.drift"}
    assert findings["form.drift"].numbers["advised_form"] == "lead_organisation"


def test_a_network_in_the_form_that_is_advised_has_nothing_to_tell():
    assert found(network(LEAD, measurements=[measured()])) == {}


def test_an_own_estimate_is_never_more_than_limited_sure():
    estimate = measured(source=InputSource.ESTIMATE, answers=None, invited=None)

    finding = found(network(measurements=[estimate]))["form.trust_too_low"]

    assert finding.certainty is Certainty.LIMITED
    assert finding.numbers["answers"] == 0


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"answers": 9}, "answers_of_invited"),
        ({"invited": None}, "answers_only"),
        ({"answers": None}, "answers_uncounted"),
        ({"on": date(2025, 10, 14)}, "measured_months_ago"),
        ({"trust": 3.9}, "near_limit"),
    ],
)
def test_few_answers_an_old_measurement_and_a_near_limit_are_reasons_for_doubt(more, code):
    finding = found(network(members=5, measurements=[measured(**more)]))["form.trust_too_low"]

    assert codes(finding, holds=False) == {code}
    assert finding.certainty is Certainty.FAIR


@pytest.mark.parametrize(("limit", "members"), [(8, 9), (10, 11), (8, 25), (12, 25)])
def test_a_limit_the_authority_chose_makes_us_neither_more_nor_less_sure(limit, members):
    finding = found(network(members=members), from_overrides({"self_participants": limit}))[
        "form.too_many_participants"
    ]

    assert finding.limits_used == {"self_participants": limit}
    assert finding.certainty is (Certainty.FAIR if members - limit == 1 else Certainty.GREAT)


def test_an_ended_network_is_left_in_peace():
    assert found(network(members=25, ended=TODAY)) == {}


def test_no_form_fits_is_not_doubtful_when_one_change_is_small_and_the_other_large():
    far_and_near = measured(participants=30, lead=2.9, trust=1.2, consensus=1.2, need=3.0)

    finding = found(network(LEAD, members=30, measurements=[far_and_near]))["form.no_form_fits"]

    assert finding.numbers["changes"] == 2
    assert "near_limit" not in codes(finding, holds=False)


def test_a_form_is_only_told_as_advice_when_no_lighter_one_may_still_fit():
    unsettled = replace(measured(lead=1.4, trust=4.2, consensus=4.2), need=None, participants=5)
    settled = replace(unsettled, need=0.6)

    told, advised = (
        found(network(LEAD, members=5, measurements=[each]))["form.leader_not_accepted"].numbers
        for each in (unsettled, settled)
    )

    assert "advised_form" not in told
    assert advised["advised_form"] == "nao"


def test_trust_that_most_members_share_and_some_do_not_is_told_in_its_own_sentence():
    split = measured(participants=8, trust=4.0, consensus=4.6, need=1.4, answers=8, invited=8)
    apart = replace(split, agreements={"trust": 0.19})

    finding = found(network(members=8, measurements=[apart]))["form.trust_not_spread"]

    assert (finding.numbers["value"], finding.numbers["agreement"]) == (4.0, 0.19)
    assert finding.limits_used == {"split_consensus": 0.6, "split_answers": 5}
    assert found(network(members=8, measurements=[split])) == {}


def test_where_the_spread_of_trust_is_known_an_advice_does_not_say_that_it_is_not():
    known = replace(measured(**HEALTHY), agreements={"trust": 0.9})

    finding = found(network(NAO, members=5, measurements=[known]))["form.lighter_form_possible"]

    assert "trust_spread_unknown" not in codes(finding, holds=False)
    assert "advice_turns" in codes(finding, holds=True)


def test_a_limit_that_lies_within_what_the_mean_of_all_members_may_be_is_a_reason_for_doubt():
    few, all_of_them = (measured(trust=3.4, answers=count, invited=14, consensus=4.6, need=1.4) for count in (5, 14))

    doubtful, sure = (
        found(network(members=8, measurements=[each]))["form.trust_too_low"] for each in (few, all_of_them)
    )

    assert "limit_within_even_spread" in codes(doubtful, holds=False)
    assert not {"limit_within_interval", "limit_within_even_spread"} & codes(sure, holds=False)


def test_how_far_answers_agree_narrows_what_the_mean_of_all_members_may_be():
    few = measured(trust=3.4, answers=5, invited=14, consensus=4.6, need=1.4)

    apart, alike = (
        found(network(members=8, measurements=[replace(few, agreements={"trust": agreed})]))["form.trust_too_low"]
        for agreed in (0.6, 0.95)
    )

    assert "limit_within_interval" in codes(apart, holds=False)
    assert not {"limit_within_interval", "limit_within_even_spread"} & codes(alike, holds=False)


def test_a_table_of_three_is_told_nothing_about_its_form():
    assert found(network(members=3, measurements=[measured(**HOPELESS)])) == {}
