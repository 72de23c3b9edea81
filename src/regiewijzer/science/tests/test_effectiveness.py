from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regiewijzer.science.effectiveness import Effectiveness, Requirement, Seen, Standing, mature_on, read
from regiewijzer.science.facts import Form

TODAY = date(2026, 11, 23)
OLD = date(2020, 1, 1)
ALL = Seen(stable=True, integrated=True, means=True)
answers = st.none() | st.booleans()


def standing(reading: Effectiveness) -> dict[Requirement, Standing]:
    return dict(reading.standing)


def test_three_years_count_to_the_day():
    assert mature_on(date(2023, 11, 23)) == TODAY
    assert standing(read(date(2023, 11, 23), TODAY, None, ALL))[Requirement.AGE] is Standing.HOLDS
    assert standing(read(date(2023, 11, 24), TODAY, None, ALL))[Requirement.AGE] is Standing.LACKS
    assert standing(read(None, TODAY, None, ALL))[Requirement.AGE] is Standing.UNKNOWN


def test_everything_there_is_what_went_together_in_effective_networks():
    assert read(OLD, TODAY, Form.LEAD_ORGANISATION, ALL).together


def test_an_administrative_organisation_stands_in_for_ample_means():
    poor = Seen(stable=True, integrated=True, means=False)

    assert read(OLD, TODAY, Form.NAO, poor).together
    assert read(OLD, TODAY, Form.NAO, poor).by_nao
    assert read(OLD, TODAY, Form.LEAD_ORGANISATION, poor).lacking == (Requirement.MEANS_OR_NAO,)


def test_without_a_known_form_few_means_settle_nothing():
    assert read(OLD, TODAY, None, Seen(means=False)).unknown == (
        Requirement.STABILITY,
        Requirement.INTEGRATION,
        Requirement.MEANS_OR_NAO,
    )


def test_what_nobody_looked_at_is_neither_there_nor_lacking():
    reading = read(OLD, TODAY, Form.SELF_REGULATING, Seen())

    assert not reading.together
    assert reading.lacking == ()
    assert len(reading.unknown) == 3


@given(st.none() | st.dates(date(2015, 1, 1), TODAY), st.none() | st.sampled_from(Form), answers, answers, answers)
def test_every_requirement_stands_somewhere_and_one_that_lacks_is_enough_to_miss(started, form, stable, tied, means):
    reading = read(started, TODAY, form, Seen(stable, tied, means))

    assert [requirement for requirement, _ in reading.standing] == list(Requirement)
    assert reading.together == all(each is Standing.HOLDS for _, each in reading.standing)


@pytest.mark.parametrize("form", Form)
def test_answering_better_never_makes_a_reading_worse(form):
    for worse in (None, False):
        before = read(OLD, TODAY, form, Seen(worse, worse, worse))
        assert set(read(OLD, TODAY, form, ALL).lacking) <= set(before.lacking)
