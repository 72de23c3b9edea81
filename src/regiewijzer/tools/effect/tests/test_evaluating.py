"""Scoring what was chosen: each criterion with what shows it, each level by itself."""

from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member
from tests.typed import Typed, day
from tests.world import World

from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.questionnaires.public import NO_ANSWER
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import Level
from regiewijzer.tools.effect.actions.looking import ChosenTooLate, evaluate
from regiewijzer.tools.effect.forms.criteria import EVIDENCE, ScoreForm
from regiewijzer.tools.effect.models import Evaluation, Scored
from regiewijzer.tools.effect.public import results
from regiewijzer.tools.effect.queries.evaluations import of_network
from regiewijzer.tools.effect.tests.conftest import CRITERIA, Chosen

pytestmark = pytest.mark.usefixtures("english")
USERS, TIES, COORDINATION = CRITERIA
TYPED: Typed = {
    "evaluated_on": "2025-06-01",
    "evidence": "Geteld bij 40 gezinnen",
    USERS: "3",
    USERS + EVIDENCE: "Gezinnen geven een 3",
    TIES: "4",
    TIES + EVIDENCE: "Iedereen belt elkaar",
    COORDINATION: NO_ANSWER,
    COORDINATION + EVIDENCE: "",
}


def _page(world: World) -> str:
    return f"/vliermonde/netwerken/{world.key('network')}/effect/beoordelen/"


def test_an_evaluation_is_kept_with_its_scores_and_told(world: World, coordinator: Member, chosen: Chosen) -> None:
    choice = chosen()

    answer = coordinator.client.post(_page(world), TYPED)

    assert answer["location"] == f"/vliermonde/netwerken/{world.key('network')}/effect/"
    with inside(world.authority.pk):
        kept = Evaluation.objects.get()
        scores = {each.criterion: (each.value, each.evidence) for each in kept.scored.all()}
        told = Entry.objects.filter(kind="network").values_list("changes", flat=True)
        assert {"evaluation": [None, "2025-06-01"]} in told
    assert (kept.choice_id, kept.evaluated_by_id) == (choice.pk, coordinator.position.pk)
    assert (kept.community, kept.network_level, kept.organisations) == (False, True, False)
    assert scores == {
        USERS: (Decimal("3.00"), "Gezinnen geven een 3"),
        TIES: (Decimal("4.00"), "Iedereen belt elkaar"),
        COORDINATION: (None, ""),
    }
    page = coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/effect/").content.decode()
    assert "A result on 1 of 3 levels" in page
    assert "Iedereen belt elkaar" in page


def test_without_criteria_one_chooses_first(world: World, coordinator: Member) -> None:
    answer = coordinator.client.post(_page(world), TYPED, follow=True)

    assert answer.redirect_chain == [(f"/vliermonde/netwerken/{world.key('network')}/effect/criteria/", 302)]
    assert "First choose the criteria" in answer.content.decode()
    with inside(world.authority.pk):
        assert not Evaluation.objects.exists()


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"evaluated_on": "2024-12-31"}, "evaluated_on"),
        ({"evaluated_on": day(1)}, "evaluated_on"),
        ({"evidence": ""}, "evidence"),
        ({TIES + EVIDENCE: ""}, TIES + EVIDENCE),
        ({TIES: "6"}, TIES),
        ({USERS: NO_ANSWER, TIES: "", COORDINATION: ""}, "__all__"),
    ],
    ids=["before the choice", "yet to come", "no sentence", "nothing that shows it", "off the scale", "nothing scored"],
)
def test_what_is_wrong_is_named(chosen: Chosen, typed: Typed, field: str) -> None:
    assert list(ScoreForm(chosen(), TYPED | typed).errors) == [field]


def test_scores_on_criteria_chosen_later_are_refused(network: Network, coordinator: Member, chosen: Chosen) -> None:
    early = Evaluation(network=network, choice=chosen(date(2025, 1, 1)), evaluated_on=date(2024, 12, 31))

    with pytest.raises(ChosenTooLate):
        evaluate(evaluation=early, actor=coordinator.actor)

    assert not Evaluation.objects.exists()


def test_a_level_has_a_result_by_its_own_criteria_alone(chosen: Chosen) -> None:
    form = ScoreForm(chosen(), TYPED | {USERS: "5", TIES: "1", TIES + EVIDENCE: "Niemand belt", COORDINATION: "3"})

    assert list(form.errors) == [COORDINATION + EVIDENCE]
    form = ScoreForm(chosen(), form.data | {COORDINATION + EVIDENCE: "Zoals vroeger"})
    assert form.is_valid()
    assert (form.instance.community, form.instance.network_level) == (True, False)


def test_the_newest_evaluation_counts_and_the_older_ones_stay(network: Network, coordinator: Member) -> None:
    for evaluated_on, community in ((date(2025, 6, 1), True), (date(2024, 6, 1), False)):
        evaluation = Evaluation(network=network, evaluated_on=evaluated_on, community=community, network_level=True)
        evaluate(evaluation=evaluation, actor=coordinator.actor)

    assert results() == ({network.pk: {Level.COMMUNITY, Level.NETWORK}}, {network.pk: frozenset(Level)})
    newest, older = of_network(network)
    assert newest.levels == ((Level.COMMUNITY, True), (Level.NETWORK, True), (Level.ORGANISATIONS, False))
    assert older.levels[0] == (Level.COMMUNITY, False)


def test_a_network_that_was_never_evaluated_is_not_one_without_result(network: Network, coordinator: Member) -> None:
    assert results() == ({}, {})
    assert of_network(network) == ()

    evaluate(evaluation=Evaluation(network=network), actor=coordinator.actor)

    assert results() == ({network.pk: frozenset()}, {network.pk: frozenset(Level)})


def test_a_level_of_which_no_criterion_was_scored_was_not_looked_at(
    world: World, network: Network, coordinator: Member, chosen: Chosen
) -> None:
    evaluation = Evaluation(network=network, choice=chosen())
    scored = [Scored(criterion=TIES, value=Decimal(3)), Scored(criterion=USERS, value=None)]
    evaluate(evaluation=evaluation, scored=scored, actor=coordinator.actor)

    assert results() == ({network.pk: frozenset()}, {network.pk: {Level.NETWORK}})
    assert [seen for _level, seen in of_network(network)[0].levels] == [None, False, None]
    page = coordinator.client.get(f"/vliermonde/netwerken/{world.key('network')}/effect/").content.decode()
    assert "No result yet on the 1 of 3 levels somebody looked at" in page


def test_an_old_evaluation_cannot_be_saved_again(network: Network, coordinator: Member) -> None:
    kept = evaluate(evaluation=Evaluation(network=network), actor=coordinator.actor)

    with pytest.raises(Exception, match="duplicate key"):
        evaluate(evaluation=kept, actor=coordinator.actor)


def test_scores_of_several_people_are_shown_by_the_nearest_word(
    network: Network, coordinator: Member, chosen: Chosen
) -> None:
    evaluation = Evaluation(network=network, choice=chosen())
    evaluate(evaluation=evaluation, scored=[Scored(criterion=TIES, value=Decimal("3.67"))], actor=coordinator.actor)

    (score,) = of_network(network)[0].scores

    assert score.label is not None
    assert score.label.en == "Somewhat better"


@pytest.mark.parametrize(
    ("ties", "coordination", "result"),
    [("2", "5", False), ("1", "5", False), ("3", "4", True), ("3", "3", False), ("5", NO_ANSWER, True)],
)
def test_a_criterion_that_got_worse_is_not_made_up_for(
    ties: str, coordination: str, result: bool, chosen: Chosen
) -> None:
    seen = {COORDINATION: coordination, COORDINATION + EVIDENCE: "Gezien"}
    form = ScoreForm(chosen(), TYPED | seen | {TIES: ties})

    assert form.is_valid(), form.errors
    assert form.instance.network_level is result
