"""How is the program, in numbers? For Prometheus, on this machine alone, and only when METRICS asks it.

Every page process tells the same: what it tells comes from the database.
"""

from collections.abc import Callable, Iterator

from django.conf import settings
from django.db import connection
from django.db.models import Count, Min
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django_tasks.base import TaskResultStatus
from django_tasks_db.models import DBTaskResult

from regiewijzer.foundation.accounts.models import User
from regiewijzer.foundation.authorities.models import Authority

PLACE = "/metrics"
CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8"
LOOPBACK = frozenset({"127.0.0.1", "::1"})


class MetricsMiddleware:
    """Answers /metrics to this machine itself; what a proxy passes on is not this machine."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if settings.METRICS and request.path_info == PLACE and _from_here(request):
            return HttpResponse("".join(_lines()), content_type=CONTENT_TYPE)
        return self.get_response(request)


def _from_here(request: HttpRequest) -> bool:
    return request.META.get("REMOTE_ADDR") in LOOPBACK and "HTTP_X_FORWARDED_FOR" not in request.META


def _lines() -> Iterator[str]:
    with connection.cursor() as cursor:
        cursor.execute("select pg_database_size(current_database())")
        yield _line("database_bytes", "Size of the database.", cursor.fetchone()[0])
        cursor.execute("select count(*) from pg_stat_activity where datname = current_database()")
        yield _line("database_connections", "Open connections to the database.", cursor.fetchone()[0])
    yield _line("authorities", "Local authorities.", Authority.objects.count())
    yield _line("accounts", "Accounts that may log in.", User.objects.filter(is_active=True).count())
    counted = dict(DBTaskResult.objects.values_list("status").annotate(tasks=Count("id")).order_by())
    yield from _head("tasks", "Tasks of the last two weeks, by what became of them.")
    for status in TaskResultStatus:
        yield f'regiewijzer_tasks{{status="{status.value.lower()}"}} {counted.get(status.value, 0)}\n'
    oldest = DBTaskResult.objects.ready().aggregate(since=Min("enqueued_at"))["since"]
    waits = (timezone.now() - oldest).total_seconds() if oldest else 0.0
    yield _line("tasks_longest_wait_seconds", "How long the oldest task has been waiting.", round(waits, 1))


def _line(name: str, about: str, value: float) -> str:
    return "".join(_head(name, about)) + f"regiewijzer_{name} {value}\n"


def _head(name: str, about: str) -> Iterator[str]:
    yield f"# HELP regiewijzer_{name} {about}\n# TYPE regiewijzer_{name} gauge\n"
