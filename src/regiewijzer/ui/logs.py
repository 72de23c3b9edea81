"""What does a line in the log say? Which request and which authority, and never a code, an address or a name.

A code in an address opens something for whoever reads it, and an error may quote what somebody typed: the first is
taken out of every line, as plain text and as JSON, and of an error only its kind is told and its way through the code.
"""

import json
import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from traceback import format_tb
from typing import Any

import psycopg
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

HEADER = "X-Request-ID"
BYTES = 8
MAIL = re.compile(r"[^\s<>\"'()=,;:]+@[\w-]+(?:\.[\w-]+)+")
# the last part of an address that opens something by itself, and anything as long as such a code
CODES = re.compile(r"((?:/uitnodiging|/reset/key|/kalender/[\w-]+|/(?:mijn-acties|nog-juist)/[\w-]+|/meedoen)/)[\w.-]+")
MANGLED = re.compile(r"(/bevraging/[\w-]+/[\w-]+/?)(?:%23|#)[\w.%-]+", re.IGNORECASE)  # a # that came as %23
LONG_CODE = re.compile(r"(?<=/)[\w-]{24,}")


@dataclass
class Asked:
    """The request that is being answered. `authority`: the first word of its address, when it is one."""

    id: str
    authority: str = ""


asked: ContextVar[Asked | None] = ContextVar("asked", default=None)


class RequestMiddleware:
    """Gives every request a number, which its lines in the log and its answer carry."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        now = Asked(secrets.token_hex(BYTES))
        before = asked.set(now)
        try:
            response = self.get_response(request)
        finally:
            asked.reset(before)
        response[HEADER] = now.id
        return response

    def process_view(
        self,
        _request: HttpRequest,
        _view: Callable[..., HttpResponseBase],
        _arguments: tuple[Any, ...],
        named: dict[str, Any],
    ) -> None:
        now = asked.get()
        if now is not None:
            now.authority = str(named.get("authority", ""))


def redacted(text: str) -> str:
    """The same without codes and e-mail addresses."""
    return MAIL.sub("(e-mail)", LONG_CODE.sub("…", CODES.sub(r"\1…", MANGLED.sub(r"\1…", text))))


class _Formatter(logging.Formatter):
    def formatException(self, ei: Any) -> str:  # noqa: N802 - the name of the standard library
        return redacted("\n\nled to:\n\n".join(_ways(ei[1])))


def _ways(error: BaseException | None) -> list[str]:
    """The way through the code of an error, after that of what caused it."""
    found: list[str] = []
    while error is not None:
        way = "".join(["Traceback (most recent call last):\n", *format_tb(error.__traceback__)])
        found.insert(0, f"{way}{type(error).__module__}.{type(error).__qualname__}{_broken_rule(error)}")
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found


def _broken_rule(error: BaseException) -> str:
    """Which rule of the database was broken, by its code and name; the row that broke it stays out."""
    if not isinstance(error, psycopg.Error):
        return ""
    return "".join(f" {each}" for each in (error.sqlstate, error.diag.constraint_name) if each)


class PlainFormatter(_Formatter):
    """A line for people; what is refused to somebody is one line, without the way through the code."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(_short(record)))


class JsonFormatter(_Formatter):
    """A line for a program: {at, level, logger, message} and, where they are known, {request, authority, trace}."""

    def format(self, record: logging.LogRecord) -> str:
        record, now = _short(record), asked.get()
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": redacted(record.getMessage()),
            "request": now.id if now else "",
            "authority": now.authority if now else "",
            "trace": self.formatException(record.exc_info) if record.exc_info else "",
        }
        return json.dumps({name: value for name, value in line.items() if value}, ensure_ascii=False)


def _short(record: logging.LogRecord) -> logging.LogRecord:
    """Of a request that was refused or went wrong by what was sent, the line alone; no words of another formatter."""
    record.exc_text = None
    if record.name.startswith("django.request") and record.levelno < logging.ERROR:
        record.exc_info = None
    return record
