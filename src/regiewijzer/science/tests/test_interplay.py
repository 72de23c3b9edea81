from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.facts import Evaluation, Instrument, InstrumentStatus, Interplay, Power, Relation
from regiewijzer.science.interplay import links_among, meeting_on, mix_of, reach_of, types_in
from regiewijzer.science.limits import from_overrides

HOUSING, LEISURE = 1, 2
TALK = {Power.COMMUNICATIVE: 100}
OFFER = {Power.MARKET: 100}
MONEY = {Power.FINANCIAL: 100}
RULE = {Power.LEGAL: 100}
SOME_TALK = {Power.COMMUNICATIVE: 5, Power.LEGAL: 95}
TOO_WEAK = Evaluation(date(2026, 5, 1), power_used=0, power_needed=2, goal_reached=2)


def one(ref, shares=TALK, *relations, status=InstrumentStatus.IN_USE, challenges=(HOUSING,), evaluations=()):
    related = tuple(Relation(kind, other) for kind, other in relations)
    return Instrument(ref, f"I{ref}", shares, status, challenges=challenges, evaluations=evaluations, relations=related)


@pytest.mark.parametrize(
    ("types", "reach"),
    [((), None), ((Power.COMMUNICATIVE,), 0), ((Power.MARKET,), 1), ((Power.FINANCIAL,), 3), ((Power.LEGAL,), 4)],
)
def test_a_type_reaches_so_many_steps_of_power(types, reach):
    assert reach_of(types) == reach


def test_the_order_of_power_of_the_authority_decides_how_far_a_type_reaches():
    swapped = from_overrides({"power_order": ["communicative", "market", "legal", "financial"]})

    assert (reach_of((Power.LEGAL,), swapped), reach_of((Power.FINANCIAL,), swapped)) == (3, 4)


def test_the_mix_holds_what_stands_and_serves_the_challenge():
    ended = one(3, RULE, status=InstrumentStatus.ENDED)
    stick = one(4, MONEY, status=InstrumentStatus.DISPLAY_CASE)

    mix = mix_of(HOUSING, [one(1), one(2, OFFER, challenges=(LEISURE,)), ended, stick])

    assert [each.ref for each in mix.instruments] == [1, 4]
    assert mix.used == (Power.COMMUNICATIVE, Power.FINANCIAL)
    assert mix.unused == (Power.MARKET, Power.LEGAL)


def test_two_that_weaken_each_other_are_one_clash():
    links = links_among([one(1, TALK, (Interplay.WEAKENS, 2)), one(2, RULE, (Interplay.WEAKENS, 1))])

    assert [(link.instrument.ref, link.other.ref) for link in links] == [(1, 2)]


def test_two_that_need_each_other_are_two_links():
    links = links_among([one(1, TALK, (Interplay.NEEDS, 2)), one(2, RULE, (Interplay.NEEDS, 1))])

    assert len(links) == 2


def test_a_link_to_what_is_not_in_the_mix_is_left_out():
    assert links_among([one(1, TALK, (Interplay.REINFORCES, 9), (Interplay.REINFORCES, 1))]) == ()


@pytest.mark.parametrize(
    ("status", "unmet"),
    [
        (InstrumentStatus.IN_USE, 0),
        (InstrumentStatus.DISPLAY_CASE, 0),
        (InstrumentStatus.ENDED, 1),
        (InstrumentStatus.PLANNED, 1),
    ],
)
def test_a_need_is_unmet_when_the_other_does_not_stand(status, unmet):
    mix = mix_of(HOUSING, [one(1, TALK, (Interplay.NEEDS, 2)), one(2, RULE, status=status, challenges=(LEISURE,))])

    assert len(mix.unmet) == unmet


def test_a_mix_is_too_light_when_what_is_needed_lies_beyond_its_reach():
    mix = mix_of(HOUSING, [one(1, TALK, evaluations=(TOO_WEAK,)), one(2, OFFER)])

    assert mix.too_light is not None
    assert (mix.too_light.needed, mix.too_light.reach) == (2, 1)
    assert mix.too_light.missing == (Power.FINANCIAL, Power.LEGAL)
    assert [each.ref for each in mix.too_light.instruments] == [1]


@pytest.mark.parametrize(
    ("evaluation", "beside"),
    [
        (TOO_WEAK, MONEY),
        (Evaluation(date(2026, 5, 1), power_used=0, power_needed=1, goal_reached=2), OFFER),
        (Evaluation(date(2026, 5, 1), power_used=0, power_needed=2, goal_reached=4), OFFER),
        (Evaluation(date(2026, 5, 1), power_used=2, power_needed=2, goal_reached=1), OFFER),
        (Evaluation(date(2026, 5, 1), goal_reached=1), OFFER),
    ],
)
def test_a_mix_is_not_too_light_when_it_reaches_or_nothing_asks_more(evaluation, beside):
    assert mix_of(HOUSING, [one(1, TALK, evaluations=(evaluation,)), one(2, beside)]).too_light is None


@pytest.mark.parametrize(
    ("shares", "without"),
    [
        ((RULE,), True),
        ((RULE, MONEY), True),
        ((RULE, OFFER), False),
        (({Power.COMMUNICATIVE: 5, Power.LEGAL: 95},), False),
    ],
)
def test_heavy_instruments_only_are_a_mix_without_a_lighter_step(shares, without):
    mix = mix_of(HOUSING, [one(ref, each) for ref, each in enumerate(shares)])

    assert mix.without_lighter_step is without


def test_no_instrument_is_no_gap():
    mix = mix_of(HOUSING, [])

    assert (mix.too_light, mix.without_lighter_step, mix.unmet, mix.links) == (None, False, (), ())


def test_a_partner_is_met_by_several_when_more_than_one_aims_at_it():
    assert meeting_on({"a": frozenset({1, 2}), "b": frozenset({2}), "c": frozenset()}) == {2: ("a", "b")}


@given(st.permutations([one(1, TALK, (Interplay.REINFORCES, 2)), one(2, OFFER, (Interplay.WEAKENS, 3)), one(3, RULE)]))
def test_the_order_in_which_instruments_are_told_changes_nothing(instruments):
    mix = mix_of(HOUSING, instruments)

    assert {(link.kind, link.instrument.ref, link.other.ref) for link in mix.links} == {
        (Interplay.REINFORCES, 1, 2),
        (Interplay.WEAKENS, 2, 3),
    }
    assert mix.used == types_in(instruments) == (Power.COMMUNICATIVE, Power.MARKET, Power.LEGAL)


@given(st.lists(st.sampled_from([TALK, OFFER, MONEY, RULE]), min_size=1, max_size=6), st.sampled_from([MONEY, RULE]))
def test_one_more_instrument_never_shortens_the_reach(shares, more):
    before = reach_of(types_in([one(ref, each) for ref, each in enumerate(shares)]))
    after = reach_of(types_in([one(ref, each) for ref, each in enumerate([*shares, more])]))

    assert before is not None
    assert after is not None
    assert after >= before


def test_a_mix_has_to_reach_the_largest_need():
    needs_more = Evaluation(date(2026, 5, 1), power_used=0, power_needed=3, goal_reached=2)

    mix = mix_of(HOUSING, [one(1, TALK, evaluations=(TOO_WEAK,)), one(2, OFFER, evaluations=(needs_more,))])

    assert mix.too_light is not None
    assert mix.too_light.needed == 3
