import json
import logging
import sys

import pytest
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.test import Client, RequestFactory
from django.utils import timezone

from regiewijzer.ui.logs import HEADER, JsonFormatter, PlainFormatter, RequestMiddleware, redacted

INVITATION = "Q8gZ2m_xYf1rT0aWq3pLkS9dVbN7cHjE5uIoXyZwAbC"


@pytest.mark.parametrize(
    ("line", "said"),
    [
        (f"Unprocessable Entity: /account/uitnodiging/{INVITATION}/", "Unprocessable Entity: /account/uitnodiging/…/"),
        ("Not Found: /kalender/vliermonde/kort.ics", "Not Found: /kalender/vliermonde/…"),
        ("Not Found: /nog-juist/vliermonde/kort/", "Not Found: /nog-juist/vliermonde/…/"),
        ("Not Found: /mijn-acties/vliermonde/kort/", "Not Found: /mijn-acties/vliermonde/…/"),
        ("Not Found: /bevraging/vliermonde/k7/%23AB12C-DE", "Not Found: /bevraging/vliermonde/k7/…"),
        ("Not Found: /bevraging/vliermonde/k7#ab12c-de", "Not Found: /bevraging/vliermonde/k7…"),
        ("/account/password/reset/key/3-c8f2/", "/account/password/reset/key/…/"),
        ("/meedoen/0f8fad5b-d9cb-469f-a165-70867728950e/binnen/", "/meedoen/…/binnen/"),
        (f"/wat/dan/ook/{INVITATION}", "/wat/dan/ook/…"),
        ("Key (email)=(els.maes@vliermonde.example) exists", "Key (email)=((e-mail)) exists"),
        ("Forbidden: /vliermonde/netwerken/12/", "Forbidden: /vliermonde/netwerken/12/"),
    ],
)
def test_no_code_and_no_address_of_a_person_stands_in_a_line(line: str, said: str) -> None:
    assert redacted(line) == said


def _record(level: int, logger: str, error: Exception) -> logging.LogRecord:
    try:
        raise error
    except type(error):
        return logging.LogRecord(logger, level, "x.py", 1, "Wrong: %s", ("/vliermonde/",), sys.exc_info())


def test_what_is_refused_is_one_line_and_what_breaks_shows_where() -> None:
    plain = PlainFormatter("%(message)s")

    refused = plain.format(_record(logging.WARNING, "django.request", PermissionDenied("no")))
    broken = plain.format(_record(logging.ERROR, "django.request", ValueError("els@vliermonde.example")))

    assert refused == "Wrong: /vliermonde/"
    assert "Traceback" in broken
    assert "els@" not in broken


@pytest.mark.parametrize("formatter", [PlainFormatter(), JsonFormatter()])
def test_what_an_error_quotes_stays_out_with_all_that_caused_it(formatter: logging.Formatter) -> None:
    typed, called = "Els Wouters", "0470 12 34 56"
    try:
        try:
            int(typed)
        except ValueError as error:
            raise KeyError(called) from error
    except KeyError:
        record = logging.LogRecord("any", logging.ERROR, "x.py", 1, "Wrong", (), sys.exc_info())
    record.exc_text = "ValueError: Els Wouters"  # as another formatter left it

    line = formatter.format(record)

    assert [each in line for each in ("builtins.ValueError", "builtins.KeyError", "test_logs.py")] == [True] * 3
    assert [each for each in ("Els", "0470") if each in line] == []


def test_of_a_broken_rule_of_the_database_its_name_is_told_and_not_the_row(db: None) -> None:
    row = {"session_key": "els-wouters", "expire_date": timezone.now()}
    Session.objects.create(**row)
    try:
        Session.objects.create(**row)
    except IntegrityError:
        line = PlainFormatter().format(logging.LogRecord("any", logging.ERROR, "x.py", 1, "Wrong", (), sys.exc_info()))

    assert "psycopg.errors.UniqueViolation 23505 django_session_pkey" in line
    assert "wouters" not in line


def test_a_line_for_a_program_is_one_line_of_json() -> None:
    line = JsonFormatter().format(_record(logging.ERROR, "django.request", ValueError("els@vliermonde.example")))

    told = json.loads(line)
    assert "\n" not in line
    assert (told["level"], told["logger"], told["message"]) == ("ERROR", "django.request", "Wrong: /vliermonde/")
    assert told["at"].endswith("+00:00")
    assert "Traceback" in told["trace"]
    assert "els@" not in line


def test_the_lines_of_a_request_carry_its_number_and_authority() -> None:
    lines: list[dict[str, str]] = []

    def page(request: HttpRequest) -> HttpResponse:
        middleware.process_view(request, page, (), {"authority": "vliermonde"})
        lines.append(json.loads(JsonFormatter().format(_record(logging.ERROR, "any", ValueError()))))
        return HttpResponse()

    middleware = RequestMiddleware(page)
    first, second = (middleware(RequestFactory().get("/vliermonde/")) for _time in range(2))

    assert [line["request"] for line in lines] == [first[HEADER], second[HEADER]]
    assert first[HEADER] != second[HEADER]
    assert {line["authority"] for line in lines} == {"vliermonde"}
    after = json.loads(JsonFormatter().format(_record(logging.ERROR, "any", ValueError())))
    assert "request" not in after


def test_every_answer_says_its_number() -> None:
    assert len(Client().get("/healthz")[HEADER]) == 16
