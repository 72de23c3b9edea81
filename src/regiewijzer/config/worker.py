"""Whose task is next? The one process that makes reports, reads and saves imports, and sends the mails of surveys.

Authorities take turns: who ordered eighty reports does not stand before who ordered one. What a worker was at when it
died is done again by the next one, three times at most.
"""

import os
import time
from itertools import count
from typing import Any
from uuid import UUID

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "regiewijzer.config.settings")
django.setup()

from django.db import close_old_connections, transaction
from django.utils.crypto import get_random_string
from django_tasks.base import DEFAULT_TASK_BACKEND_ALIAS, DEFAULT_TASK_QUEUE_NAME, TaskResultStatus
from django_tasks_db.management.commands.db_worker import Worker
from django_tasks_db.models import DBTaskResult

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports.actions import give_back

INTERVAL = 0.5
MOST_TRIES = 3
LENGTH_OF_NAME = 32
DATABASE_WENT = ("django.db.utils.OperationalError", "django.db.utils.InterfaceError")


class FairWorker(Worker):
    """Takes the oldest task of the authority whose last turn is longest ago."""

    def __init__(self) -> None:
        super().__init__(
            queue_names=[DEFAULT_TASK_QUEUE_NAME],
            interval=INTERVAL,
            batch=False,
            backend_name=DEFAULT_TASK_BACKEND_ALIAS,
            startup_delay=False,
            max_tasks=None,
            worker_id=get_random_string(LENGTH_OF_NAME),
            excluded_queue_names=[],
        )
        self.turns = count(1)
        self.last_turn: dict[int, int] = {}

    def run(self) -> None:
        take_up_again()
        while self.running:
            close_old_connections()
            task = self.claimed()
            if task is not None:
                self.run_task(task)
                close_old_connections()
                wait_again_for_the_database(task)
            elif self.running:
                time.sleep(self.interval)

    @transaction.atomic
    def claimed(self) -> "DBTaskResult[..., Any] | None":
        """The task to do now, claimed; None when nothing waits."""
        waiting = DBTaskResult.objects.ready().values_list("args_kwargs__args__0", "pk")
        first: dict[int, UUID] = {}
        for authority, pk in waiting:
            first.setdefault(authority, pk)
        if not first:
            return None
        authority = min(first, key=lambda each: self.last_turn.get(each, 0))
        task = DBTaskResult.objects.ready().filter(pk=first[authority]).select_for_update(skip_locked=True).first()
        if task is not None:
            task.claim(self.worker_id)
            self.last_turn[authority] = next(self.turns)
        return task


def take_up_again() -> None:
    """What a worker was at that is no more waits again. What stopped three of them is not tried a fourth time."""
    for authority in Authority.objects.all():
        with inside(authority.pk):
            give_back()
    for task in DBTaskResult.objects.running():
        task.status = TaskResultStatus.READY if len(task.worker_ids) < MOST_TRIES else TaskResultStatus.FAILED
        task.save(update_fields=["status"])


def wait_again_for_the_database(task: "DBTaskResult[..., Any]") -> None:
    """A task that failed because the database went away waits again."""
    if task.exception_class_path in DATABASE_WENT and len(task.worker_ids) < MOST_TRIES:
        task.status = TaskResultStatus.READY
        task.save(update_fields=["status"])


if __name__ == "__main__":
    worker = FairWorker()
    worker.configure_signals()
    worker.run()
