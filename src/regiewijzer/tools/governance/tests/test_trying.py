"""What if: the form that would fit, while nothing is kept."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.accounts import Member
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.science.facts import Form
from regiewijzer.science.governance import LIGHT_TO_HEAVY, Conditions, Verdict
from regiewijzer.science.limits import DEFAULTS
from regiewijzer.tools.governance.display.conditions import changes_for
from regiewijzer.tools.governance.forms.trying import TryForm
from regiewijzer.tools.governance.models import Measurement

HELPFUL = "trust=4.5&participants=6&consensus=4.5&need=1.5&trust_in_lead=4"
scores = st.floats(0, 1)


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vorm/proberen/"


def _fitting(conditions: Conditions) -> set[Form]:
    return {
        change.form
        for change in changes_for(conditions, None, DEFAULTS)
        if change.verdict in (Verdict.FITS, Verdict.NARROW)
    }


def _shortages(conditions: Conditions) -> dict[Form, int]:
    return {change.form: len(change.needed) for change in changes_for(conditions, None, DEFAULTS)}


@pytest.mark.usefixtures("english")
def test_trying_shows_what_would_fit_and_keeps_nothing(world: World, reader: Member) -> None:
    page = reader.client.get(f"{_page(world)}?{HELPFUL}").content.decode()

    assert "Then the lightest form that fits is: self-regulating" in page
    assert "Tried out, not measured." in page
    with inside(world.authority.pk):
        assert not Measurement.objects.exists()


@pytest.mark.usefixtures("english")
def test_before_one_tries_it_shows_today(world: World, reader: Member) -> None:
    page = reader.client.get(_page(world)).content.decode()

    assert "What each form needs today" in page
    assert 'value="11"' in page


@pytest.mark.usefixtures("english")
@pytest.mark.parametrize(
    ("wrong", "field"),
    [("trust=6", "trust"), ("participants=-1", "participants"), ("need=veel", "need"), ("consensus=NaN", "consensus")],
)
def test_what_is_off_the_scale_is_named_and_stays(world: World, reader: Member, wrong: str, field: str) -> None:
    answer = reader.client.get(f"{_page(world)}?participants=6&{wrong}")

    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]


def test_what_is_emptied_counts_as_not_measured() -> None:
    form = TryForm(Conditions(), {"trust": "", "participants": "", "consensus": "5", "need": "1", "trust_in_lead": ""})

    assert form.is_valid()
    assert form.conditions() == Conditions(consensus=1.0, need=0.0)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60)
@given(scores, st.integers(DEFAULTS.form_members, 60), scores, scores, scores, st.integers(1, 40))
def test_adding_participants_never_makes_a_lighter_form_fit(
    trust: float, count: int, consensus: float, need: float, lead: float, more: int
) -> None:
    before = _fitting(Conditions(trust, count, consensus, need, lead))
    after = _fitting(Conditions(trust, count + more, consensus, need, lead))

    assert after <= before
    lightest = [next((form for form in LIGHT_TO_HEAVY if form in found), None) for found in (before, after)]
    assert lightest[1] is None or LIGHT_TO_HEAVY.index(lightest[0] or Form.NAO) <= LIGHT_TO_HEAVY.index(lightest[1])


@settings(max_examples=60)
@given(scores, scores, st.integers(0, 60), scores, scores, scores)
def test_raising_trust_never_adds_a_shortage(
    trust: float, raised: float, count: int, consensus: float, need: float, lead: float
) -> None:
    before = _shortages(Conditions(trust, count, consensus, need, lead))
    after = _shortages(Conditions(max(trust, raised), count, consensus, need, lead))

    assert all(after[form] <= before[form] for form in Form)
