from datetime import timedelta
from io import StringIO
from typing import Any

import pytest
import time_machine
from django.utils import timezone
from tests.world import World

from regiewijzer.config import daily
from regiewijzer.foundation.audit.queries import Link
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


def test_what_was_found_right_today_is_noted_for_the_next_time(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[dict[int, Link]] = []
    notes, link = StringIO(), Link(3, "hash")

    def once(right: dict[int, Link]) -> None:
        given.append(dict(right))
        right[7] = link

    monkeypatch.setattr(daily, "once", once)

    daily.on_from(notes)
    daily.on_from(notes)
    with time_machine.travel(timezone.now() + timedelta(days=1)):
        daily.on_from(notes)

    assert given == [{}, {7: link}, {}]
