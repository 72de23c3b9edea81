"""What people said in a questionnaire becomes what this tool keeps."""

from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member

from regiewijzer.inquiry.questionnaires.public import Response, Way, completed, outcome, questionnaire
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import Network
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.effect.models import Choice, Evaluation, MemberSatisfaction, Scored, UserSatisfaction
from regiewijzer.tools.effect.public import TOOL
from regiewijzer.tools.effect.tests.conftest import CRITERIA

DAY = date(2025, 6, 1)


def _said(
    network: Network | None, key: str, *forms: dict[str, int], chosen: list[str] | None = None
) -> CompletedInquiry:
    told = outcome(
        questionnaire(key),
        [Response(answers) for answers in forms],
        source=InputSource.SURVEY,
        chosen=chosen or (),
        held_on=DAY,
        answered=len(forms),
        invited=12,
    )
    return completed(told, Way.SURVEY, 1, network=network)


def test_three_questionnaires_are_kept() -> None:
    assert {"network-effect", "user-satisfaction", "member-satisfaction"} == set(TOOL.imports)


def test_scored_criteria_become_a_choice_and_an_evaluation(network: Network, coordinator: Member) -> None:
    users, ties, coordination = CRITERIA
    first, second = {users: 3, ties: 4, coordination: 5}, {users: 2, ties: 4, coordination: 4}

    TOOL.imports["network-effect"](
        inquiry=_said(network, "network-effect", first, second, chosen=CRITERIA), actor=coordinator.actor
    )

    choice, evaluation = Choice.objects.get(), Evaluation.objects.get()
    assert (sorted(choice.criteria), choice.chosen_on) == (sorted(CRITERIA), DAY)
    assert (evaluation.choice, evaluation.evaluated_on) == (choice, DAY)
    assert (evaluation.community, evaluation.network_level, evaluation.organisations) == (False, True, False)
    assert {each.criterion: each.value for each in Scored.objects.all()} == {
        users: Decimal("2.50"),
        ties: Decimal("4.00"),
        coordination: Decimal("4.50"),
    }


@pytest.mark.parametrize(
    ("key", "kind", "aspect", "questions"),
    [
        ("user-satisfaction", UserSatisfaction, "access", ("access.know", "access.reach")),
        ("member-satisfaction", MemberSatisfaction, "stay", ("stay.miss", "stay.recommend", "stay.looking_out")),
    ],
)
def test_what_people_said_is_kept_aspect_by_aspect(  # type: ignore[no-untyped-def]
    network: Network, coordinator: Member, key: str, kind, aspect: str, questions: tuple[str, ...]
) -> None:
    TOOL.imports[key](inquiry=_said(network, key, dict.fromkeys(questions, 3)), actor=coordinator.actor)

    kept = kind.objects.get()
    assert (getattr(kept, aspect), kept.measured_on, kept.source) == (Decimal("3.00"), DAY, "survey")
    assert (kept.answers, kept.invited) == (1, 12)
    assert [name for name in kind.SCORES if getattr(kept, name) is not None] == [aspect]


@pytest.mark.parametrize("key", sorted(TOOL.imports))
def test_what_says_nothing_or_is_about_no_network_leaves_nothing(
    network: Network, coordinator: Member, key: str
) -> None:
    TOOL.imports[key](inquiry=_said(network, key), actor=coordinator.actor)
    TOOL.imports[key](inquiry=_said(None, key, {"access.know": 3, "access.reach": 3}), actor=coordinator.actor)

    for kind in (Choice, Evaluation, UserSatisfaction, MemberSatisfaction):
        assert not kind._default_manager.exists()
