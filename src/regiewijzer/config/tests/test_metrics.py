from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from tests.accounts import Member


@pytest.fixture
def asked(settings: Any, manager: Member) -> Client:
    settings.METRICS = True
    return Client(headers={"host": "localhost"})


def test_a_watcher_on_this_machine_reads_how_the_program_is(asked: Client) -> None:
    waiting = DBTaskResult.objects.create(task_path="x", args_kwargs={"args": [], "kwargs": {}}, backend_name="default")
    DBTaskResult.objects.filter(pk=waiting.pk).update(enqueued_at=timezone.now() - timedelta(seconds=90))

    answer = asked.get("/metrics")

    said = dict(line.rsplit(" ", 1) for line in answer.content.decode().splitlines() if not line.startswith("#"))
    assert answer["content-type"].startswith("text/plain; version=0.0.4")
    assert said["regiewijzer_authorities"] == "1"
    assert said["regiewijzer_accounts"] == "1"
    assert said['regiewijzer_tasks{status="ready"}'] == "1"
    assert float(said["regiewijzer_tasks_longest_wait_seconds"]) >= 90
    assert int(said["regiewijzer_database_bytes"]) > 1_000_000
    assert "vliermonde" not in answer.content.decode()


def test_nobody_else_does(asked: Client, settings: Any) -> None:
    elsewhere = asked.get("/metrics", REMOTE_ADDR="192.0.2.7")
    through_a_proxy = asked.get("/metrics", headers={"x-forwarded-for": "192.0.2.7"})
    settings.METRICS = False

    for answer in (elsewhere, through_a_proxy, asked.get("/metrics")):
        assert answer.status_code != 200
        assert b"regiewijzer_" not in answer.content
