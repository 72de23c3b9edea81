"""Does the program live, and does its database answer? For a watcher, for the log, and for whoever asked a page."""

import logging
import time
from collections.abc import Callable
from enum import Enum

import psycopg
import psycopg_pool
from django.db import DatabaseError, connection
from django.http import HttpRequest, HttpResponse

TRY_AGAIN_AFTER = 5  # seconds
SAID_EVERY = 60.0
SERVICE_UNAVAILABLE = 503
HELD = (psycopg.errors.LockNotAvailable, psycopg.errors.QueryCanceled)
AWAY = (psycopg.OperationalError, psycopg.InterfaceError, psycopg_pool.PoolTimeout)


class Unanswered(Enum):
    """Why the database gave no answer: it is not there, or somebody else holds what was asked for too long."""

    AWAY = "away"
    BUSY = "busy"


def unanswered(error: BaseException | None) -> Unanswered | None:
    """Why this error says that the database did not answer; None when it says something else."""
    while error is not None:
        if isinstance(error, HELD):
            return Unanswered.BUSY
        if isinstance(error, AWAY):
            return Unanswered.AWAY
        error = error.__cause__ or error.__context__
    return None


class ProbeMiddleware:
    """Answers a watcher before anything else does, by whatever name it calls this machine.

    /healthz: the program lives. /readyz: its database answers too.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.path_info == "/healthz":
            return HttpResponse("ok\n", content_type="text/plain")
        if request.path_info == "/readyz":
            return _ready()
        return self.get_response(request)


def _ready() -> HttpResponse:
    try:
        with connection.cursor() as cursor:
            cursor.execute("select 1")
    except (DatabaseError, psycopg_pool.PoolTimeout):
        return HttpResponse(
            "the database does not answer\n",
            content_type="text/plain",
            status=SERVICE_UNAVAILABLE,
            headers={"Retry-After": str(TRY_AGAIN_AFTER)},
        )
    # a page that waits asks this, and is then read again
    return HttpResponse("ok\n", content_type="text/plain", headers={"HX-Refresh": "true"})


class OncePerOutage(logging.Filter):
    """A database that is away would fill the log with the same: one line a minute, without the way through the code."""

    def __init__(self) -> None:
        super().__init__()
        self._said = -SAID_EVERY

    def filter(self, record: logging.LogRecord) -> bool:
        if getattr(record, "status_code", None) != SERVICE_UNAVAILABLE:
            return True
        now, before = time.monotonic(), self._said
        if now - before < SAID_EVERY:
            return False
        self._said = now
        error = record.exc_info[1] if record.exc_info else None
        record.exc_info, record.exc_text = None, None
        record.msg, record.args = (
            "%s: the database gave no answer (%s)",
            (record.getMessage(), str(error).split("\n")[0]),
        )
        return True
