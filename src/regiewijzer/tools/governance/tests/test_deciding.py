"""Another form is a decision, with a day, a reason and a day to look again; a lighter one deliberately."""

from datetime import date

import pytest
from tests.accounts import Member
from tests.typed import Typed, day
from tests.world import World

from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import FormPeriod, Network
from regiewijzer.science.facts import Form
from regiewijzer.tools.governance.forms.changing import FormDecisionForm
from regiewijzer.tools.governance.tests.conftest import Measured

pytestmark = pytest.mark.usefixtures("english")


def _typed(**more: str) -> Typed:
    return {
        "form": "lead_organisation",
        "lead": "Partner 3",
        "started": "2026-01-01",
        "reason": "Niemand trekt",
        "review_on": day(90),
        **more,
    }


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/vorm/besluit/"


def test_a_decision_is_recorded_with_its_review_and_the_finding_it_answers(
    world: World, network: Network, coordinator: Member, measured: Measured
) -> None:
    measured()

    answer = coordinator.client.post(_page(world), _typed())

    decision = Decision.objects.get(name="Kansrijk Opgroeien becomes a lead organisation network")
    assert answer["location"] == f"/vliermonde/besluiten/{decision.pk}/"
    assert (decision.network_id, decision.reason, str(decision.review_on)) == (network.pk, "Niemand trekt", day(90))
    assert (decision.due, decision.decided_by) == (date(2026, 1, 1), coordinator.position)
    assert decision.finding == f"form.too_many_participants:network-{network.pk}"
    assert decision.numbers["count"] == 11
    assert not FormPeriod.objects.filter(network=network, form="lead_organisation").exists()


def test_the_new_form_goes_into_the_register_when_one_says_so(
    world: World, network: Network, coordinator: Member
) -> None:
    coordinator.client.post(_page(world), _typed(take="on"))

    former, new = FormPeriod.objects.filter(network=network).order_by("id")
    assert (former.ended, new.form, new.started) == (date(2026, 1, 1), "lead_organisation", date(2026, 1, 1))
    assert new.lead is not None
    assert new.lead.name == "Partner 3"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"form": ""}, "form"),
        ({"form": "self_regulating"}, "form"),
        ({"lead": ""}, "lead"),
        ({"lead": "Niemand"}, "lead"),
        ({"started": "2024-08-31"}, "started"),
        ({"started": "ooit"}, "started"),
        ({"reason": ""}, "reason"),
        ({"review_on": day(0)}, "review_on"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: Typed, field: str) -> None:
    form = FormDecisionForm(network, Form.SELF_REGULATING, None, {**_typed(), **typed})

    assert list(form.errors) == [field]


def test_a_lighter_form_asks_to_be_chosen_deliberately(network: Network) -> None:
    lighter = _typed(form="self_regulating")

    refused = FormDecisionForm(network, Form.LEAD_ORGANISATION, None, lighter)
    taken = FormDecisionForm(network, Form.LEAD_ORGANISATION, None, {**lighter, "deliberate": "on"})

    assert list(refused.errors) == ["deliberate"]
    assert taken.is_valid()
    assert "Lightened deliberately" in taken.decision().reason


def test_a_heavier_form_needs_no_such_tick(network: Network) -> None:
    form = FormDecisionForm(network, Form.SELF_REGULATING, None, _typed(form="nao", lead=""))

    assert form.is_valid()
    assert "Lightened" not in form.decision().reason


def test_the_three_tensions_stand_above_the_choice(world: World, coordinator: Member) -> None:
    page = coordinator.client.get(_page(world)).content.decode()

    for leaning in ("Involving everyone", "Working fast", "Standing outside", "Standing firm"):
        assert leaning in page


def test_a_page_that_is_refused_keeps_what_was_typed(world: World, network: Network, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), _typed(lead="", reason="Lang over nagedacht"))

    assert answer.status_code == 422
    assert "Lang over nagedacht" in answer.content.decode()
    assert not Decision.objects.filter(reason="Lang over nagedacht").exists()


def test_its_manager_decides_and_a_contributor_does_not(world: World, manager: Member, contributor: Member) -> None:
    assert manager.client.get(_page(world)).status_code == 200
    assert contributor.client.post(_page(world), _typed()).status_code == 403
