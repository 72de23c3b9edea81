from datetime import date
from decimal import Decimal

import pytest
from tests.accounts import Member

from regiewijzer.inquiry.questionnaires.public import Response, Way, completed, outcome, questionnaire
from regiewijzer.register.measurements.queries import CompletedInquiry
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.science.facts import InputSource
from regiewijzer.tools.governance.models import Measurement
from regiewijzer.tools.governance.public import TOOL

DAY = date(2026, 6, 1)
KEY = "governance-conditions"


def _said(network: Network | None, *forms: dict[str, int], key: str = KEY) -> CompletedInquiry:
    told = outcome(
        questionnaire(key),
        [Response(answers) for answers in forms],
        source=InputSource.WORKSHOP,
        held_on=DAY,
        answered=len(forms),
        invited=11,
    )
    return completed(told, Way.WORKSHOP, 1, network=network)


def _all(dimension: str, value: int) -> dict[str, int]:
    return {each.id: value for each in questionnaire(KEY).questions_of(dimension) if not each.item.reversed}


def test_the_conditions_of_the_form_are_kept() -> None:
    assert {KEY} == set(TOOL.imports)


def test_what_people_said_becomes_a_measurement_with_the_partners_of_that_day(
    network: Network, coordinator: Member
) -> None:
    gone = Membership.objects.filter(network=network).first()
    assert gone is not None
    Membership.objects.filter(pk=gone.pk).update(ended=date(2026, 5, 1))

    TOOL.imports[KEY](inquiry=_said(network, _all("consensus", 4), _all("consensus", 3)), actor=coordinator.actor)

    kept = Measurement.objects.get()
    assert (kept.consensus, kept.trust, kept.participants) == (Decimal("3.50"), None, 10)
    assert (kept.measured_on, kept.source, kept.answers, kept.invited) == (DAY, "workshop", 2, 11)
    assert kept.measured_by == coordinator.position


def test_what_says_nothing_or_is_about_no_network_leaves_nothing(network: Network, coordinator: Member) -> None:
    TOOL.imports[KEY](inquiry=_said(network), actor=coordinator.actor)
    TOOL.imports[KEY](inquiry=_said(None, _all("consensus", 4)), actor=coordinator.actor)
    TOOL.imports[KEY](inquiry=_said(network, {"stay.miss": 3}, key="member-satisfaction"), actor=coordinator.actor)

    assert not Measurement.objects.exists()


@pytest.mark.parametrize("score", [1, 5])
def test_the_ends_of_the_scale_are_kept_as_they_are(network: Network, coordinator: Member, score: int) -> None:
    TOOL.imports[KEY](inquiry=_said(network, _all("consensus", score)), actor=coordinator.actor)

    assert Measurement.objects.get().consensus == score
