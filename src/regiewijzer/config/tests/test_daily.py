from typing import Any

import pytest
from django.utils import timezone
from tests.world import World

from regiewijzer.config import daily
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.models import Refresh
from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding


def test_once_a_day_the_findings_of_every_authority_are_computed(world: World, world_elsewhere: World) -> None:
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            Refresh.objects.update(day="2001-01-01")

    assert (daily.once(), daily.once()) == (2, 0)
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            assert Refresh.objects.get().day == timezone.localdate()


def test_an_authority_of_which_a_rule_breaks_stops_no_other(
    world: World, world_elsewhere: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks_there(register: Register, *rest: Any) -> list[Finding]:
        if register.authority == world.authority.pk:
            raise ZeroDivisionError
        return []

    monkeypatch.setattr("regiewijzer.overview.findings.actions.find_all", breaks_there)
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            Refresh.objects.update(day="2001-01-01")

    assert daily.once() == 1
