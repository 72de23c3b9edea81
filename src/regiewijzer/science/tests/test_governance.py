import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from regiewijzer.science.facts import Form, Member, Network
from regiewijzer.science.governance import (
    Condition,
    Conditions,
    Verdict,
    advise,
    as_shown,
    checks,
    conditions_now,
    from_scale,
    is_narrow,
    shortages,
    to_scale,
    verdict,
)
from regiewijzer.science.limits import DEFAULTS, from_overrides

SELF, LEAD, NAO = Form

scores = st.floats(0, 1)
measured = st.builds(Conditions, scores, st.integers(0, 60), scores, scores, scores)
partly = st.builds(
    Conditions, st.none() | scores, st.none() | st.integers(0, 60), *[st.none() | scores for _ in range(3)]
)

# The picture of a network page: one network with two shortages in its present form.
EXAMPLE = Conditions(
    trust=from_scale(2.8),
    participants=14,
    consensus=from_scale(4.1),
    need=from_scale(2.2),
    trust_in_lead=from_scale(3.8),
)


@pytest.mark.parametrize(
    ("row", "forms"),
    [
        ((0.9, 5, 0.9, 0.1, 0.6), (SELF, LEAD, NAO)),
        ((0.2, 15, 0.35, 0.5, 0.6), (LEAD,)),
        ((0.6, 30, 0.7, 0.9, 0.6), (NAO,)),
        ((0.8, 25, 0.8, 0.3, 0.6), (LEAD, NAO)),
        ((0.2, 12, 0.85, 0.4, 0.6), (LEAD,)),
        ((0.85, 40, 0.85, 0.9, 0.6), (NAO,)),
        ((0.1, 6, 0.1, 0.1, 0.6), ()),
        ((0.3, 12, 0.4, 0.5, 0.2), ()),
    ],
)
def test_the_forms_without_shortage_are_those_of_the_table(row, forms):
    advice = advise(Conditions(*row))

    assert advice.fitting == forms
    assert advice.form == (forms[0] if forms else None)
    assert advice.strategic_question is (not forms)
    assert advice.settled


def test_twenty_five_partners_rule_out_self_regulating_however_good_the_rest_is():
    best = Conditions(trust=1.0, participants=25, consensus=1.0, need=0.0, trust_in_lead=0.6)

    (short,) = shortages(SELF, best)

    assert (short.condition, short.measured, short.limit, short.gap) == (Condition.PARTICIPANTS, 25, 8, 17)
    assert advise(best).form is LEAD


def test_a_leader_that_is_not_accepted_is_the_shortage_of_the_lead_organisation():
    (short,) = shortages(LEAD, Conditions(0.3, 12, 0.4, 0.5, 0.2))

    assert short.condition is Condition.TRUST_IN_LEAD
    assert short.gap == pytest.approx(0.3)


def test_the_example_network_reads_as_on_its_page():
    shown = {(form, check.condition): check.verdict for form in Form for check in checks(form, EXAMPLE)}

    assert shown == {
        (SELF, Condition.TRUST): Verdict.SHORT,
        (SELF, Condition.PARTICIPANTS): Verdict.SHORT,
        (SELF, Condition.CONSENSUS): Verdict.NARROW,
        (SELF, Condition.NEED): Verdict.NARROW,
        (LEAD, Condition.TRUST_IN_LEAD): Verdict.FITS,
        (LEAD, Condition.PARTICIPANTS): Verdict.FITS,
        (LEAD, Condition.CONSENSUS): Verdict.FITS,
        (LEAD, Condition.NEED): Verdict.FITS,
        (NAO, Condition.TRUST): Verdict.NARROW,
        (NAO, Condition.CONSENSUS): Verdict.FITS,
    }
    assert advise(EXAMPLE).form is LEAD


def test_a_gap_can_be_shown_on_the_scale_people_see():
    trust = shortages(SELF, EXAMPLE)[0]

    assert as_shown(trust.condition, trust.limit) == 4.0
    assert as_shown(trust.condition, trust.measured) == 2.8
    assert as_shown(Condition.PARTICIPANTS, 14) == 14
    assert to_scale(0.33) == pytest.approx(2.32)


def test_a_score_on_its_limit_is_no_shortage():
    on_limit = Conditions(trust=from_scale(4.0), participants=8, consensus=from_scale(4.0), need=0.33)

    assert shortages(SELF, on_limit) == ()
    assert verdict(NAO, Conditions(trust=from_scale(2.6), consensus=from_scale(3.0))) is Verdict.NARROW


def test_a_form_with_something_unmeasured_is_neither_fitting_nor_short():
    advice = advise(Conditions(trust=0.9, participants=5, consensus=0.9, need=0.1))

    assert advice.unknown == (LEAD,)
    assert advice.fitting == (SELF, NAO)
    assert advice.settled


def test_an_advice_is_not_settled_while_a_lighter_form_may_still_fit():
    advice = advise(Conditions(trust=0.6, participants=30, consensus=0.7))

    assert advice.form is NAO
    assert advice.unknown == (LEAD,)
    assert not advice.settled


def test_a_known_shortage_settles_a_form_whatever_is_unmeasured():
    assert verdict(SELF, Conditions(participants=25)) is Verdict.SHORT


def test_nothing_measured_is_no_reason_for_the_strategic_question():
    advice = advise(Conditions())

    assert (advice.form, advice.unknown) == (None, (SELF, LEAD, NAO))
    assert not advice.strategic_question
    assert not advice.settled


def test_an_authority_may_draw_the_line_elsewhere():
    generous = from_overrides({"self_participants": 30})

    assert advise(Conditions(0.8, 25, 0.8, 0.3, 0.6), generous).form is SELF


@pytest.mark.parametrize(("participants", "verdict_"), [(6, Verdict.FITS), (7, Verdict.NARROW), (9, Verdict.SHORT)])
def test_participants_are_narrow_within_a_tenth_of_the_limit(participants, verdict_):
    (check,) = [
        each for each in checks(SELF, Conditions(participants=participants)) if each.condition is Condition.PARTICIPANTS
    ]

    assert check.verdict is verdict_


@pytest.mark.parametrize("wrong", [{"trust": 1.1}, {"need": -0.1}, {"participants": -1}, {"consensus": float("nan")}])
def test_a_condition_off_its_scale_is_refused(wrong):
    with pytest.raises(ValueError, match=f"{next(iter(wrong))} must be"):
        Conditions(**wrong)


@given(measured, st.integers(1, 50))
def test_adding_participants_never_makes_a_lighter_form_fit(conditions, more):
    assume(conditions.participants >= DEFAULTS.form_members)  # of fewer no form is judged
    crowded = Conditions(
        conditions.trust,
        conditions.participants + more,
        conditions.consensus,
        conditions.need,
        conditions.trust_in_lead,
    )

    assert set(advise(crowded).fitting) <= set(advise(conditions).fitting)


@given(measured, scores)
def test_raising_trust_never_adds_a_shortage(conditions, trust):
    raised = Conditions(
        max(trust, conditions.trust),
        conditions.participants,
        conditions.consensus,
        conditions.need,
        conditions.trust_in_lead,
    )

    for form in Form:
        before = {check.condition for check in shortages(form, conditions)}
        assert {check.condition for check in shortages(form, raised)} <= before


@given(partly)
def test_every_form_is_fitting_short_or_unknown_and_never_two_of_them(conditions):
    advice = advise(conditions)

    assert sorted(advice.fitting + advice.short + advice.unknown) == sorted(Form)


@given(scores)
def test_the_two_scales_are_each_others_inverse(value):
    assert from_scale(to_scale(value)) == pytest.approx(value, abs=1e-12)


def test_own_services_are_one_participant():
    network = Network(1, "Netwerk", members=(Member(1, own=True), Member(2, own=True), Member(3)))

    assert conditions_now(network).participants == 2


@pytest.mark.parametrize(("share", "limit", "margin"), [(0.1, 70, 7), (0.07, 100, 7), (0.14, 50, 7), (0.28, 25, 7)])
def test_the_margin_of_participants_is_not_rounded_up_for_its_last_bit(share, limit, margin):
    limits = from_overrides({"narrow_participants": share})

    assert is_narrow(Condition.PARTICIPANTS, limit, margin, limits)
    assert not is_narrow(Condition.PARTICIPANTS, limit, margin + 1, limits)


@pytest.mark.parametrize(
    ("trust", "verdict_"),
    [(0.75, Verdict.NARROW), (0.75 + 0.0625, Verdict.NARROW), (0.75 + 0.0626, Verdict.FITS), (0.7499, Verdict.SHORT)],
)
def test_a_score_is_narrow_up_to_and_with_a_quarter_of_a_point(trust, verdict_):
    (check,) = [each for each in checks(SELF, Conditions(trust=trust)) if each.condition is Condition.TRUST]

    assert check.verdict is verdict_
