import logging

import psycopg
import pytest
from django.db import OperationalError, ProgrammingError
from django.db.backends.utils import CursorWrapper
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import translation

from regiewijzer.ui.availability import OncePerOutage, Unanswered, unanswered
from regiewijzer.ui.views import broken


def _raised(cause: BaseException, as_kind: type[Exception] = OperationalError) -> BaseException:
    """As Django passes on an error of the database."""
    try:
        raise as_kind("the database said") from cause
    except as_kind as error:
        return error


@pytest.mark.parametrize(
    ("cause", "says"),
    [
        (psycopg.OperationalError("server closed the connection"), Unanswered.AWAY),
        (psycopg.errors.AdminShutdown("terminating"), Unanswered.AWAY),
        (psycopg.errors.DiskFull("no space left"), Unanswered.AWAY),
        (psycopg.errors.LockNotAvailable("lock timeout"), Unanswered.BUSY),
        (psycopg.errors.QueryCanceled("statement timeout"), Unanswered.BUSY),
        (psycopg.errors.UndefinedTable("no such table"), None),
        (psycopg.errors.UniqueViolation("double"), None),
    ],
)
def test_an_error_says_whether_the_database_answered(cause: psycopg.Error, says: Unanswered | None) -> None:
    assert unanswered(_raised(cause)) is says


def test_another_error_says_nothing_of_the_database() -> None:
    assert unanswered(_raised(ZeroDivisionError(), ProgrammingError)) is None
    assert unanswered(None) is None


def _page_after(cause: BaseException, method: str) -> HttpResponse:
    request: HttpRequest = RequestFactory().generic(method, "/vliermonde/")
    try:
        raise OperationalError from cause
    except OperationalError:
        with translation.override("en"):
            return broken(request)


def test_a_page_that_finds_no_database_says_so_and_tries_again() -> None:
    answer = _page_after(psycopg.OperationalError("gone"), "GET")

    assert (answer.status_code, answer["Retry-After"]) == (503, "5")
    assert 'hx-get="/readyz" hx-trigger="every 5s"' in answer.content.decode()
    assert "database" in answer.content.decode()


def test_what_was_sent_is_not_sent_again_by_itself() -> None:
    answer = _page_after(psycopg.errors.LockNotAvailable("lock timeout"), "POST")

    assert answer.status_code == 503
    assert "hx-get" not in answer.content.decode()
    assert "was not saved" in answer.content.decode()


def test_a_fault_of_our_own_is_still_a_fault() -> None:
    assert _page_after(ZeroDivisionError(), "GET").status_code == 500


@pytest.mark.django_db
@pytest.mark.parametrize("host", ["testserver", "127.0.0.1", "somebody.example"])
@pytest.mark.parametrize("path", ["/healthz", "/readyz"])
def test_a_watcher_is_answered_by_whatever_name_it_calls_this_machine(path: str, host: str) -> None:
    assert Client().get(path, headers={"host": host}).status_code == 200


@pytest.mark.django_db
def test_without_a_database_the_program_lives_and_is_not_ready(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_asked: object) -> None:
        raise OperationalError("gone")

    before = Client().get("/readyz")
    monkeypatch.setattr(CursorWrapper, "execute", gone)

    alive, ready = Client().get("/healthz"), Client().get("/readyz")

    assert (alive.status_code, ready.status_code, ready["Retry-After"]) == (200, 503, "5")
    assert before["HX-Refresh"] == "true"
    assert not ready.has_header("HX-Refresh")


def _record(status: int, message: str = "Service Unavailable: /x") -> logging.LogRecord:
    error = OperationalError("gone\nfar away")
    record = logging.LogRecord("django.request", 40, "", 1, message, None, (type(error), error, None))
    record.status_code = status
    return record


def test_an_outage_is_one_line_in_the_log() -> None:
    quiet = OncePerOutage()
    first, second, own = _record(503), _record(503), _record(500)

    assert [quiet.filter(each) for each in (first, second, own)] == [True, False, True]
    assert first.getMessage() == "Service Unavailable: /x: the database gave no answer (gone)"
    assert first.exc_info is None
    assert own.exc_info is not None
