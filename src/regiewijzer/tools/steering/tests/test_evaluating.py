from datetime import date

import pytest
from tests.accounts import Member
from tests.typed import day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.instruments.models import Instrument
from regiewijzer.register.measurements.actions import measure
from regiewijzer.science.power import Proportion
from regiewijzer.tools.steering.forms.evaluations import EvaluationForm
from regiewijzer.tools.steering.models import Evaluation
from regiewijzer.tools.steering.queries.evaluations import evaluations_by_instrument, shown_evaluations

pytestmark = pytest.mark.usefixtures("english")
TYPED = {"measured_on": "2025-06-01", "power_used": "4", "power_needed": "2", "goal_reached": "5"}


@pytest.fixture
def instrument(world: World, vliermonde: Authority) -> Instrument:
    return Instrument.objects.get(pk=world.key("instrument"))


def test_an_evaluation_is_kept_signed_and_told(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/instrumenten/{world.key('instrument')}/evalueren/"

    answer = coordinator.client.post(page, TYPED | {"partners_worse": "2", "partners_total": "14"})

    with inside(world.authority.pk):
        kept = Evaluation.objects.get()
        assert Entry.objects.get(kind="instrument").changes == {"evaluation": [None, "2025-06-01"]}
    assert (kept.power_used, kept.power_needed, kept.goal_reached, kept.relation) == (4, 2, 5, None)
    assert kept.measured_by == coordinator.position
    assert "Worse with 2 of 14 partners" in coordinator.client.get(answer["location"]).content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"power_used": "", "power_needed": "", "goal_reached": ""}, "__all__"),
        ({"power_used": "5"}, "power_used"),
        ({"goal_reached": "0"}, "goal_reached"),
        ({"partners_worse": "3", "partners_total": "2"}, "partners_worse"),
        ({"partners_worse": "-1"}, "partners_worse"),
        ({"measured_on": day(1)}, "measured_on"),
    ],
)
def test_what_is_wrong_is_named(instrument: Instrument, typed: dict[str, str], field: str) -> None:
    assert list(EvaluationForm(instrument, TYPED | typed).errors) == [field]


def test_i_do_not_know_is_no_zero(instrument: Instrument) -> None:
    form = EvaluationForm(instrument, TYPED | {"power_needed": "", "power_used": "0"})

    assert form.is_valid()
    assert (form.cleaned_data["power_used"], form.cleaned_data["power_needed"]) == (0, None)


def test_each_evaluation_is_read_by_itself_newest_first(instrument: Instrument, coordinator: Member) -> None:
    for measured_on, used, needed in ((date(2024, 6, 1), 4, 2), (date(2025, 6, 1), 2, 2), (date(2023, 1, 1), None, 2)):
        evaluation = Evaluation(
            instrument=instrument, measured_on=measured_on, power_used=used, power_needed=needed, goal_reached=5
        )
        measure(measurement=evaluation, actor=coordinator.actor)

    assert [shown.proportion for shown in shown_evaluations(instrument)] == [
        Proportion.IN_PROPORTION,
        Proportion.TOO_STRONG,
        Proportion.UNKNOWN,
    ]
    assert [each.measured_on.year for each in evaluations_by_instrument()[instrument.pk]] == [2023, 2024, 2025]
    assert list(evaluations_by_instrument()) == [instrument.pk]


def test_an_old_evaluation_cannot_be_saved_again(instrument: Instrument, coordinator: Member) -> None:
    kept = measure(measurement=Evaluation(instrument=instrument, fit=3), actor=coordinator.actor)

    with pytest.raises(Exception, match="duplicate key"):
        measure(measurement=kept, actor=coordinator.actor)
