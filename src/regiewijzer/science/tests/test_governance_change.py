import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from regiewijzer.science.facts import Form
from regiewijzer.science.governance import (
    Bound,
    Condition,
    Conditions,
    Verdict,
    advise,
    drift,
    nearest_form,
    smallest_change,
    too_few,
    verdict,
)
from regiewijzer.science.limits import from_overrides

SELF, LEAD, NAO = Form
HEALTHY = Conditions(0.9, 5, 0.9, 0.1, 0.6)
CROWDED = Conditions(0.8, 25, 0.8, 0.3, 0.6)
NEEDY = Conditions(0.6, 30, 0.7, 0.9, 0.6)

scores = st.floats(0, 1)
measured = st.builds(Conditions, scores, st.integers(0, 60), scores, scores, scores)


def test_the_smallest_change_is_every_shortage_up_to_its_limit_and_no_more():
    changes = smallest_change(SELF, Conditions(0.45, 14, 0.775, 0.3, 0.7))

    assert [(check.condition, check.bound) for check in changes.needed] == [
        (Condition.TRUST, Bound.AT_LEAST),
        (Condition.PARTICIPANTS, Bound.AT_MOST),
    ]
    assert [check.delta for check in changes.needed] == [pytest.approx(0.3), -6]
    assert changes.unmeasured == ()


def test_what_was_not_measured_is_said_beside_the_smallest_change():
    changes = smallest_change(LEAD, Conditions(participants=40))

    assert [check.condition for check in changes.needed] == [Condition.PARTICIPANTS]
    assert changes.unmeasured == (Condition.TRUST_IN_LEAD, Condition.CONSENSUS, Condition.NEED)


def test_a_form_that_fits_needs_no_change():
    assert smallest_change(SELF, HEALTHY).needed == ()


@given(measured, st.sampled_from(Form))
def test_the_smallest_change_makes_the_form_fit(conditions, form):
    assume(not too_few(conditions))
    changed = {condition: conditions.of(condition) for condition in Condition}
    for check in smallest_change(form, conditions).needed:
        changed[check.condition] = check.measured + check.delta

    assert verdict(form, Conditions(**changed)) in (Verdict.FITS, Verdict.NARROW)


def test_the_nearest_form_asks_for_the_fewest_changes():
    unaccepted = nearest_form(Conditions(0.3, 12, 0.4, 0.5, 0.2))
    weak = nearest_form(Conditions(0.1, 6, 0.1, 0.1, 0.6))

    assert (unaccepted.form, len(unaccepted.needed)) == (LEAD, 1)
    assert (weak.form, len(weak.needed)) == (LEAD, 1)


def test_with_as_many_changes_the_nearest_form_asks_for_the_smallest():
    conditions = Conditions(trust=0.3, participants=12, consensus=0.7, need=0.9, trust_in_lead=0.6)

    assert [len(smallest_change(form, conditions).needed) for form in Form] == [4, 1, 1]
    assert nearest_form(conditions).form is NAO


def test_participants_are_weighed_as_a_part_of_their_limit():
    conditions = Conditions(trust=0.6, participants=40, consensus=0.2, need=0.5, trust_in_lead=0.6)

    assert [len(smallest_change(form, conditions).needed) for form in Form] == [4, 1, 1]
    assert nearest_form(conditions).form is LEAD


def test_the_nearest_other_form_leaves_the_present_one_out():
    assert nearest_form(HEALTHY, besides=SELF).form is LEAD


def test_a_form_that_is_not_fully_measured_is_not_called_near():
    assert nearest_form(Conditions(trust=0.5, consensus=0.6)).form is NAO
    assert nearest_form(Conditions(participants=5)) is None


def test_two_measurements_in_a_row_that_advise_the_same_other_form_are_drift():
    assert drift(SELF, [CROWDED, CROWDED]) is LEAD
    assert drift(NAO, [NEEDY, HEALTHY, HEALTHY]) is SELF


@pytest.mark.parametrize(
    "series",
    [
        [],
        [CROWDED],
        [CROWDED, HEALTHY],
        [CROWDED, NEEDY],
        [CROWDED, CROWDED, HEALTHY],
        [Conditions(0.1, 6, 0.1, 0.1, 0.6)] * 2,
    ],
)
def test_one_measurement_a_broken_row_and_no_fitting_form_are_no_drift(series):
    assert drift(SELF, series) is None


def test_an_advice_that_is_not_settled_breaks_the_row():
    open_advice = Conditions(trust=0.6, participants=30, consensus=0.7)

    assert advise(open_advice).form is NAO
    assert drift(SELF, [open_advice, open_advice]) is None


def test_an_authority_may_ask_for_a_longer_row():
    three = from_overrides({"drift_measurements": 3})

    assert drift(SELF, [CROWDED] * 2, three) is None
    assert drift(SELF, [CROWDED] * 3, three) is LEAD
