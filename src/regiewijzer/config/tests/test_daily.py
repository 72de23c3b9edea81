import json
from datetime import datetime, time, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.scratch import Scratch
from tests.world import World

from regiewijzer.config import daily, diagnosis, roles
from regiewijzer.foundation import keys
from regiewijzer.foundation.accounts.models import Actor, Invitation
from regiewijzer.foundation.audit.actions import keep_heads, record
from regiewijzer.foundation.audit.models import FIRST_HASH, Entry, Verb
from regiewijzer.foundation.audit.queries import HEADS, Link, broken_link, heads_in
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.surveys.public import KEYS, Survey
from regiewijzer.overview.findings.models import Refresh
from regiewijzer.overview.reports.models import Report
from regiewijzer.science.facts import Register
from regiewijzer.science.finding import Finding
from regiewijzer.tools.insights.models import Insight


def test_once_a_day_the_findings_of_every_authority_are_computed(world: World, world_elsewhere: World) -> None:
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            Refresh.objects.update(day="2001-01-01")

    assert (daily.once(), daily.once()) == (2, 0)
    for place in (world, world_elsewhere):
        with inside(place.authority.pk):
            assert Refresh.objects.get().day == timezone.localdate()


def test_the_night_after_its_day_an_insight_is_destroyed(world: World) -> None:
    with inside(world.authority.pk):
        until = Insight.objects.get(pk=world.key("interview")).keep_until
    zone = timezone.get_current_timezone()
    last, night = datetime.combine(until, time(23), zone), datetime.combine(until + timedelta(days=1), time(1), zone)

    with time_machine.travel(last):
        daily.once()
        with inside(world.authority.pk):
            assert Insight.objects.get(pk=world.key("interview")).quotes

    with time_machine.travel(night):
        daily.once()

    with inside(world.authority.pk):
        gone = Insight.objects.get(pk=world.key("interview"))
        assert (gone.quotes, gone.destroyed_on) == ("", until + timedelta(days=1))


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


def test_what_breaks_in_one_authority_keeps_no_other_from_its_day(
    world: World, world_elsewhere: World, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def breaks_once(*, today: Any) -> int:
        seen.append(today)
        if len(seen) == 1:
            raise ZeroDivisionError
        return 0

    seen: list[Any] = []
    monkeypatch.setattr(daily, "close_due", breaks_once)

    daily.once()

    assert len(seen) == 2
    assert "What the day changes was not done for elders." in caplog.text


def test_what_is_past_its_period_goes_and_what_is_not_stays(world: World, authority: Authority) -> None:
    now = timezone.now()
    with inside(authority.pk):
        for days in (364, 366):
            made = Report.objects.create(authority=authority, kind="board", language="nl", title=str(days))
            Report.objects.filter(pk=made.pk).update(created_at=now - timedelta(days=days))
    for days in (29, 31):
        Invitation.objects.create(
            authority=authority,
            email="x@y.example",
            role="reader",
            code_hash=str(days),
            expires_at=now - timedelta(days),
        )
    for days in (13, 15):
        task = DBTaskResult.objects.create(
            task_path=str(days), args_kwargs={"args": [], "kwargs": {}}, backend_name="default", status="RUNNING"
        )
        DBTaskResult.objects.filter(pk=task.pk).update(enqueued_at=now - timedelta(days=days))

    daily.once()

    with inside(authority.pk):
        assert list(Report.objects.values_list("title", flat=True)) == ["364"]
    assert set(Invitation.objects.values_list("code_hash", flat=True)) & {"29", "31"} == {"29"}
    assert list(DBTaskResult.objects.values_list("task_path", flat=True)) == ["13"]


REWRITTEN = "was rewritten or cut, at line"


def _entries(world: World, count: int) -> list[Entry]:
    actor = Actor(world.authority.pk)
    with inside(world.authority.pk):
        return [record(actor=actor, verb=Verb.CHANGED, kind="network", pk=number) for number in range(count)]


def _rewrites(scratch: Scratch, name: str, cut: int = 0) -> None:
    """Whoever can write in the database as its owner: another trail without seals, of which the chain is right, or a
    shorter one.
    """
    with inside(Authority.objects.get(slug=name).pk):
        lines = list(Entry.objects.order_by("number"))
        Entry.objects.all().delete()
        former = FIRST_HASH
        for line in lines[: len(lines) - cut]:
            line.pk, line.kind, line.previous_hash = None, "rewritten" if not cut else line.kind, former
            line.hash = former = line.computed_hash()
            line.seal = line.seal if cut else ""
            line.save(force_insert=True)


@pytest.mark.parametrize("cut", [0, 2])
def test_a_trail_that_was_rewritten_or_cut_is_found_after_a_restart(
    scratch: Scratch, settings: Any, tmp_path: Path, caplog: pytest.LogCaptureFixture, cut: int
) -> None:
    settings.DATA_DIR = tmp_path
    known = dict(connection.settings_dict)
    connection.close()
    connection.settings_dict.update(NAME=scratch.name, USER=roles.OWNER, OPTIONS={})
    try:
        world = World(Authority.objects.create(slug="vliermonde", name="Vliermonde"))
        _entries(world, 5)
        daily.once()
        _entries(world, 1)
        daily.once()
        assert REWRITTEN not in caplog.text
        assert "rewritten" not in "".join(diagnosis.of_the_database())

        _rewrites(scratch, "vliermonde", cut)

        with inside(world.authority.pk):
            assert broken_link() is None  # the chain alone says nothing
        for _time in range(2):
            caplog.clear()
            daily.once()
            assert f"vliermonde {REWRITTEN} 6 or before" in caplog.text
        assert "vliermonde was rewritten or cut, at line 6" in "".join(diagnosis.of_the_database())
    finally:
        connection.close()
        connection.close_pool()
        connection.settings_dict.update(known)


def test_heads_of_another_database_say_nothing_of_this_one(world: World, settings: Any, tmp_path: Path) -> None:
    settings.DATA_DIR = tmp_path
    keep_heads(tmp_path, {world.authority.pk: Link(7, "f" * 64)})
    assert heads_in(tmp_path) == {world.authority.pk: Link(7, "f" * 64)}

    kept = json.loads((tmp_path / HEADS).read_text())
    (tmp_path / HEADS).write_text(json.dumps(kept | {"database": 1}))

    assert heads_in(tmp_path) == {}
    (tmp_path / HEADS).write_text("{ half")
    assert heads_in(tmp_path) == {}


def test_keys_of_surveys_that_take_no_answers_any_more_are_destroyed(
    world: World, settings: Any, tmp_path: Path
) -> None:
    settings.DATA_DIR = tmp_path
    with inside(world.authority.pk):
        survey = Survey.objects.create(
            authority=world.authority,
            key="readiness",
            version=1,
            subject="authority",
            privacy="confidential",
            closes_on=timezone.localdate(),
            state="open",
            launched_on=timezone.localdate(),
        )
    for name in (f"{KEYS}{survey.pk}", f"{KEYS}0", "trail"):
        keys.envelope(name)

    daily.once()

    assert keys.names("") == {f"{KEYS}{survey.pk}", "trail"}
