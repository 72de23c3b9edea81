from datetime import date

import pytest
from tests.cast import Member
from tests.typed import day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.actions import evaluate
from regiewijzer.tools.effect.forms import EvaluationForm
from regiewijzer.tools.effect.models import Evaluation
from regiewijzer.tools.effect.public import results
from regiewijzer.tools.effect.queries import latest_of

pytestmark = pytest.mark.usefixtures("english")
TYPED = {"evaluated_on": "2025-06-01", "community": "on", "evidence": "Geteld bij 40 gezinnen"}


@pytest.fixture
def network(world: World, vliermonde: Authority) -> Network:
    return Network.objects.get(pk=world.key("network"))


def test_an_evaluation_is_kept_signed_and_told(world: World, coordinator: Member) -> None:
    page = f"/vliermonde/netwerken/{world.key('network')}/effect/"

    coordinator.client.post(page, TYPED)

    with inside(world.authority.pk):
        kept = Evaluation.objects.get()
        assert Entry.objects.get(kind="network").changes == {"evaluation": [None, "2025-06-01"]}
    assert (kept.community, kept.network_level, kept.organisations) == (True, False, False)
    assert kept.evaluated_by == coordinator.position
    assert "Geteld bij 40 gezinnen" in coordinator.client.get(page).content.decode()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"evidence": ""}, "evidence"),
        ({"evaluated_on": ""}, "evaluated_on"),
        ({"evaluated_on": day(1)}, "evaluated_on"),
    ],
)
def test_what_is_wrong_is_named(network: Network, typed: dict[str, str], field: str) -> None:
    assert list(EvaluationForm(network, TYPED | typed).errors) == [field]


def test_the_newest_evaluation_counts_and_the_older_ones_stay(network: Network, coordinator: Member) -> None:
    for evaluated_on, community in ((date(2025, 6, 1), True), (date(2024, 6, 1), False)):
        evaluation = Evaluation(network=network, evaluated_on=evaluated_on, community=community, network_level=True)
        evaluate(evaluation=evaluation, actor=coordinator.actor)

    latest = latest_of(network)

    assert results() == {network.pk: {Level.COMMUNITY, Level.NETWORK}}
    assert Evaluation.objects.count() == 2
    assert latest is not None
    assert latest.levels == ((Level.COMMUNITY, True), (Level.NETWORK, True), (Level.ORGANISATIONS, False))


def test_a_network_that_was_never_evaluated_is_not_one_without_result(network: Network, coordinator: Member) -> None:
    assert results() == {}
    assert latest_of(network) is None

    evaluate(evaluation=Evaluation(network=network), actor=coordinator.actor)

    assert results() == {network.pk: frozenset()}


def test_an_old_evaluation_cannot_be_saved_again(network: Network, coordinator: Member) -> None:
    kept = evaluate(evaluation=Evaluation(network=network), actor=coordinator.actor)

    with pytest.raises(Exception, match="duplicate key"):
        evaluate(evaluation=kept, actor=coordinator.actor)
