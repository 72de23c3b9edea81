"""What does a line in the log say? Which request and which authority, and never a code, an address or a name.

A code in an address opens something for whoever reads it, and an error may quote what somebody typed: both are taken
out of every line, as plain text and as JSON, and out of the way through the code.
"""

import json
import logging
import re
import secrets
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

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


class PlainFormatter(logging.Formatter):
    """A line for people; what is refused to somebody is one line, without the way through the code."""

    def format(self, record: logging.LogRecord) -> str:
        return redacted(super().format(_short(record)))


class JsonFormatter(logging.Formatter):
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
            "trace": redacted(self.formatException(record.exc_info)) if record.exc_info else "",
        }
        return json.dumps({name: value for name, value in line.items() if value}, ensure_ascii=False)


def _short(record: logging.LogRecord) -> logging.LogRecord:
    """Of a request that was refused or went wrong by what was sent, the line alone."""
    if record.name.startswith("django.request") and record.levelno < logging.ERROR:
        record.exc_info, record.exc_text = None, None
    return record
