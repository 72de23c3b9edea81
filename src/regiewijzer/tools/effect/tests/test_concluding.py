from datetime import date

import pytest
from tests.accounts import Member
from tests.typed import Typed, day
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import Network
from regiewijzer.tools.effect.actions.looking import evaluate
from regiewijzer.tools.effect.forms.conclusion import ConclusionForm
from regiewijzer.tools.effect.models import Conclusion, Evaluation

pytestmark = pytest.mark.usefixtures("english")


def _typed(**more: str) -> Typed:
    return {"verdict": "stop", "learned": "Te breed begonnen", "review_on": day(90), **more}


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/effect/besluit/"


def test_an_evaluation_ends_in_a_decision_with_what_was_learned(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), _typed(responsible="Hilde"))

    with inside(world.authority.pk):
        concluded = Conclusion.objects.select_related("decision").get()
    decision = concluded.decision
    assert decision is not None
    assert answer["location"] == f"/vliermonde/besluiten/{decision.pk}/"
    assert (decision.name, decision.reason) == ("Stop Kansrijk Opgroeien", "Te breed begonnen")
    assert (decision.network_id, decision.responsible, str(decision.review_on)) == (
        world.key("network"),
        "Hilde",
        day(90),
    )
    assert (concluded.verdict, concluded.concluded_by_id) == ("stop", coordinator.position.pk)
    page = coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/effect/").content.decode()
    assert "Te breed begonnen" in page
    assert f"/vliermonde/besluiten/{decision.pk}/" in page


def test_it_answers_the_finding_that_nothing_was_yielded(world: World, network: Network, coordinator: Member) -> None:
    evaluate(evaluation=Evaluation(network=network, evaluated_on=date(2025, 6, 1)), actor=coordinator.actor)
    Network.objects.filter(pk=network.pk).update(started=date(2020, 1, 1))

    coordinator.client.post(_page(world), _typed())

    decision = Decision.objects.get(rule="effect.two_years_no_result")
    assert decision.finding == f"effect.two_years_no_result:network-{network.pk}"
    assert decision.numbers["network"] == "Kansrijk Opgroeien"


def test_merging_names_the_other_network(world: World, network: Network, coordinator: Member) -> None:
    coordinator.client.post(_page(world), _typed(verdict="merge", merged_with="Huis van het Kind"))

    concluded = Conclusion.objects.select_related("decision").get()
    assert concluded.merged_with_id == world.other_network
    assert concluded.decision is not None
    assert concluded.decision.name == "Merge Kansrijk Opgroeien with Huis van het Kind"


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"verdict": ""}, "verdict"),
        ({"verdict": "slapen"}, "verdict"),
        ({"learned": ""}, "learned"),
        ({"review_on": day(0)}, "review_on"),
        ({"verdict": "merge"}, "merged_with"),
        ({"verdict": "merge", "merged_with": "Kansrijk Opgroeien"}, "merged_with"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: Typed, field: str) -> None:
    assert list(ConclusionForm(network, {**_typed(), **typed}).errors) == [field]


def test_another_network_typed_by_mistake_is_forgotten_unless_one_merges(network: Network) -> None:
    form = ConclusionForm(network, _typed(verdict="continue", merged_with="Huis van het Kind"))

    assert form.is_valid()
    assert form.save(commit=False).merged_with is None


def test_a_contributor_may_look_but_not_conclude(world: World, contributor: Member) -> None:
    home = f"/vliermonde/netwerken/{world.key('network')}/effect/"

    assert contributor.client.post(_page(world), _typed()).status_code == 403
    assert "effect/besluit/" not in contributor.client.get(home).content.decode()
