"""The day of the tests, and a network of which everything is known: measured, evaluated, decided upon."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
import time_machine
from django.apps import apps
from tests.world import World

from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh
from regiewijzer.overview.findings.models import StoredFinding
from regiewijzer.overview.reports.tests.samples import NOW, TODAY
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.networks.models import GoalVersion, Membership, Network

# a tool has no door for writing: its own screens do that
MEASUREMENT, EVALUATION = apps.get_model("governance", "Measurement"), apps.get_model("effect", "Evaluation")


@pytest.fixture(autouse=True)
def day() -> Iterator[None]:
    """It is TODAY."""
    with time_machine.travel(NOW):
        yield


@pytest.fixture
def known(world: World) -> Network:
    """The first network of the world, with a past; the wall is closed again."""
    with inside(world.authority.pk):
        network = Network.objects.get(pk=world.key("network"))
        owned = {"authority": world.authority, "network": network}
        for day, trust in ((date(2026, 3, 17), "3.3"), (date(2026, 10, 14), "2.8")):
            MEASUREMENT.objects.create(
                measured_on=day, trust=Decimal(trust), consensus=Decimal("4.1"), need=Decimal("2.2"),
                trust_in_lead=Decimal("3.8"), participants=14, source="survey", answers=12, invited=14, **owned,
            )  # fmt: skip
        EVALUATION.objects.create(evaluated_on=date(2026, 10, 1), network_level=True, evidence="Cheaper care.", **owned)
        GoalVersion.objects.create(number=2, text="A guide for every family", valid_from=date(2026, 11, 1), **owned)
        Membership.objects.filter(network=network).update(action="Keeps the list of guides")
        refresh(authority=world.authority, today=TODAY)
        crowded = StoredFinding.objects.standing().get(key=f"form.too_many_participants:network-{network.pk}")
        Decision.objects.create(
            name="Narrow the goal", decided_on=date(2026, 2, 1), reviewed_on=date(2026, 9, 1), outcome="helped",
            rule=crowded.rule, finding="gone", numbers={**crowded.numbers, "count": 14},
            review_numbers={**crowded.numbers, "count": 9}, as_of=TODAY, review_note="Fewer people, faster.", **owned,
        )  # fmt: skip
        return network
