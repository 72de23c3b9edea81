import pytest
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult
from tests.world import World

from regiewijzer.config import worker
from regiewijzer.foundation.accounts.models import Actor
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.reports.actions import begin, order
from regiewijzer.overview.reports.wording import Kind

pytestmark = pytest.mark.django_db


def task_of(authority: int, **more: object) -> DBTaskResult:
    made = {"task_path": "regiewijzer.inquiry.surveys.tasks.send_mails", "backend_name": "default", **more}
    return DBTaskResult.objects.create(
        args_kwargs={"args": [authority, 1], "kwargs": {}}, run_after=timezone.now(), **made
    )


def test_authorities_take_turns() -> None:
    many = [task_of(1) for _number in range(80)]
    (one,) = (task_of(2),)
    fair = worker.FairWorker()

    order = [fair.claimed() for _number in range(4)]

    assert [each.pk for each in order if each] == [many[0].pk, one.pk, many[1].pk, many[2].pk]


def test_who_came_last_does_not_keep_coming_first() -> None:
    fair, many = worker.FairWorker(), [task_of(1) for _number in range(3)]
    taken = []
    for _number in range(6):
        task_of(2)
        claimed = fair.claimed()
        assert claimed is not None
        taken.append(claimed.args_kwargs["args"][0])

    assert taken == [1, 2, 1, 2, 1, 2]
    assert {each.pk for each in DBTaskResult.objects.running()} >= {each.pk for each in many}


def test_nothing_waits() -> None:
    assert worker.FairWorker().claimed() is None


@pytest.mark.parametrize(
    ("tries", "then"), [(1, TaskResultStatus.READY), (2, TaskResultStatus.READY), (3, TaskResultStatus.FAILED)]
)
def test_what_a_worker_was_at_that_died_is_done_again_three_times_at_most(tries: int, then: TaskResultStatus) -> None:
    task = task_of(1, status=TaskResultStatus.RUNNING, worker_ids=["w"] * tries)

    worker.take_up_again()

    task.refresh_from_db()
    assert task.status == then


@pytest.mark.parametrize(
    ("fault", "then"),
    [
        ("django.db.utils.OperationalError", TaskResultStatus.READY),
        ("builtins.ZeroDivisionError", TaskResultStatus.FAILED),
    ],
)
def test_a_task_that_lost_its_database_waits_again(fault: str, then: TaskResultStatus) -> None:
    task = task_of(1, status=TaskResultStatus.FAILED, worker_ids=["w"], exception_class_path=fault)

    worker.wait_again_for_the_database(task)

    task.refresh_from_db()
    assert task.status == then


def test_a_report_that_a_worker_left_half_made_is_made_by_the_next(world: World) -> None:
    with inside(world.authority.pk):
        report, _new = order(kind=Kind.BOARD, language="nl", network=None, actor=Actor(world.authority.pk))
        begin(report=report.pk)

        worker.take_up_again()

        assert begin(report=report.pk)
