"""Which pages need not be computed again? All, until a fact, a finding, the day or who asks changes.

Every change of a fact writes one line in the trail, so its last number says whether a page still holds. What changes
without a line is in the stamp too: the findings, the authority, the names of its people, and per page the tables of
what is under way there. A page is kept by role, and the networks that are somebody's own are in the stamp, so that it
serves nobody with other rights; by person for roles that hang on those networks, and where a query takes the person.
What differs at every view is a hole in the kept page: the codes against forged forms, and who is reading. A page with a
message is never kept.

Each page process keeps its own: one read of the shared cache would cost more than a small page.
"""

import re
import secrets
from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import datetime
from functools import update_wrapper
from typing import Any

from django.contrib.messages import get_messages
from django.db import connection
from django.db.models import Model
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.middleware.csrf import get_token
from django.urls import URLPattern
from django.utils import timezone
from django.utils.translation import get_language

from regiewijzer.foundation.accounts.models import AuthorityRequest, Position, User
from regiewijzer.foundation.audit.models import Entry
from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.rights import Role
from regiewijzer.inquiry.questionnaires import public as questionnaires
from regiewijzer.inquiry.surveys import public as surveys
from regiewijzer.overview import navigation
from regiewijzer.overview.findings.models import Refresh
from regiewijzer.overview.memory import Memory
from regiewijzer.overview.reports.models import Report
from regiewijzer.register.meetings.models import MeetingMail, MinutesDraft
from regiewijzer.register.networks.models import GuestSeat, Management
from regiewijzer.tools.choice import public as choice

MOST_BYTES = 32 * 1024 * 1024  # in each page process
PERSONAL_ROLES = frozenset({Role.NETWORK_MANAGER, Role.GUEST})  # their rights hang on the networks that are theirs
OK = 200


@dataclass(frozen=True, slots=True)
class Beside:
    """What a page shows beside facts: of the person who asks, of tables that change without a line, of the hour."""

    person: bool = False
    tables: tuple[type[Model], ...] = ()
    each_minute: bool = False


_FILLING_IN = Beside(person=True, tables=questionnaires.UNDER_WAY)
_ASKING = Beside(tables=surveys.UNDER_WAY)
_CHOOSING = Beside(person=True, tables=choice.UNDER_WAY)
_MAKING = Beside(person=True, tables=(Report,), each_minute=True)
_WRITING = Beside(person=True, tables=(MinutesDraft, MeetingMail))
_TEAM = Beside(person=True, each_minute=True)  # an invitation runs out

BESIDE: dict[str, Beside] = {
    **dict.fromkeys(("questionnaires", "questionnaire", "own_questionnaire"), _FILLING_IN),
    **dict.fromkeys(("sitting", "sitting_criteria", "sitting_done", "sitting_result"), _FILLING_IN),
    **dict.fromkeys(("surveys", "survey", "survey_add", "survey_edit"), _ASKING),
    **dict.fromkeys(("choices", "choice", "choice_step", "choice_own", "choice_network", "challenge"), _CHOOSING),
    **dict.fromkeys(("reports", "report", "report_network"), _MAKING),
    **dict.fromkeys(("meeting", "meeting_minutes"), _WRITING),
    "week": Beside(person=True, tables=(Report,), each_minute=True),
    **dict.fromkeys(("team", "team_role", "team_erase"), _TEAM),
}
NOT_KEPT = frozenset(  # change every second, are of one person while they wait, or show a secret once
    {
        "exchange",
        "exchange_preview",
        "exchange_columns",
        "exchange_names",
        "exchange_type",
        "workshop_lead",
        "workshop_screen",
    }
    | {"network_confirmations"}
    | {"calendars", "network_action_links", "onboarding", "onboarding_seen", "onboarding_proposals"}
    | {"my_mandates", "network_mandates", "network_mandate", "network_mandate_card"}  # of one person
    | {"network_promise_add", "network_promise"}
    | {"practice", "practice_shared", "practice_own"}  # what others share is gone at once when they withdraw it
)

_SIGN = secrets.token_hex(16)  # no text that somebody typed can make a hole
_HOLE = re.compile(f"{_SIGN}-([a-z]+);".encode())


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it was made: its text between the holes, what goes in each, and its headers."""

    texts: tuple[bytes, ...]
    holes: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]

    @property
    def weight(self) -> int:
        return sum(map(len, self.texts))


PAGES: Memory[Page] = Memory(MOST_BYTES)


def keeping(pattern: URLPattern) -> URLPattern:
    """The same address, of which the pages are kept."""
    if pattern.name not in NOT_KEPT:
        pattern.callback = _kept(pattern.callback, BESIDE.get(pattern.name or "", Beside()))
    return pattern


def key_of(request: AuthorityRequest, beside: Beside) -> Hashable:
    """Which page this is, for whom, and how they read it."""
    position = request.position
    personal = beside.person or position.role in PERSONAL_ROLES
    reader = position.pk if personal else position.role
    htmx = bool(request.headers.get("HX-Request"))
    return position.authority_id, request.get_full_path(), htmx, reader, get_language(), position.user.theme


def stamp_of(request: AuthorityRequest, beside: Beside) -> Hashable:
    """Changes when something on the page may have changed: one query."""
    parts = [*_ALWAYS, *(_rows_of(model) for model in beside.tables)]
    now = timezone.localtime()
    with connection.cursor() as cursor:
        cursor.execute(
            f"select {', '.join(parts)}", {"authority": request.authority.pk, "position": request.position.pk}
        )
        return (*cursor.fetchone(), now.date(), _minute(now) if beside.each_minute else None)


def _kept(view: Callable[..., HttpResponseBase], beside: Beside) -> Callable[..., HttpResponseBase]:
    def answer(request: AuthorityRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        if request.method != "GET" or len(get_messages(request)):
            return view(request, *arguments, **named)
        key, stamp = key_of(request, beside), stamp_of(request, beside)
        page = PAGES.get(key, stamp)
        if page is None:
            response = _drawn(request, lambda: view(request, *arguments, **named))
            page = _page_of(request, response)
            if page is None:
                return _without_holes(request, response)
            PAGES.put(key, stamp, page, page.weight)
        return _filled(request, page)

    return update_wrapper(answer, view)


def _drawn(request: AuthorityRequest, view: Callable[[], HttpResponseBase]) -> HttpResponseBase:
    """The page with holes. A page about an error is drawn after this, and has none."""
    request.holes = {name: _hole(name) for name in FILLINGS}  # type: ignore[attr-defined]
    try:
        return view()
    finally:
        del request.holes  # type: ignore[attr-defined]


def _page_of(request: AuthorityRequest, response: HttpResponseBase) -> Page | None:
    """What to keep of an answer; None when it is no whole page, or says itself how it may be kept."""
    said = get_messages(request)
    spoken = getattr(said, "used", False) or getattr(said, "added_new", False)
    if not _is_page(response) or response.status_code != OK or spoken:
        return None
    if response.cookies or response.has_header("Cache-Control"):
        return None
    assert isinstance(response, HttpResponse)
    parts = _HOLE.split(response.content)
    return Page(tuple(parts[::2]), tuple(name.decode() for name in parts[1::2]), tuple(response.headers.items()))


def _is_page(response: HttpResponseBase) -> bool:
    return isinstance(response, HttpResponse) and response.get("Content-Type", "").startswith("text/html")


def _without_holes(request: AuthorityRequest, response: HttpResponseBase) -> HttpResponseBase:
    if isinstance(response, HttpResponse) and _is_page(response):
        response.content = _HOLE.sub(lambda hole: FILLINGS[hole[1].decode()](request).encode(), response.content)
    return response


def _filled(request: AuthorityRequest, page: Page) -> HttpResponse:
    fillings = {name: FILLINGS[name](request).encode() for name in set(page.holes)}
    texts = [page.texts[0]]
    for name, text in zip(page.holes, page.texts[1:], strict=True):
        texts += [fillings[name], text]
    return HttpResponse(b"".join(texts), headers=dict(page.headers))


def _hole(name: str) -> str:
    """Letters and figures alone, so that a template prints it as it is."""
    return f"{_SIGN}-{name};"


FILLINGS: dict[str, Callable[[AuthorityRequest], str]] = {
    "token": get_token,
    "reader": navigation.reader,
    "elsewhere": navigation.elsewhere,
}


def _minute(now: datetime) -> tuple[int, int]:
    return now.hour, now.minute


def _rows_of(model: type[Model], which: str = "") -> str:
    """Changes whenever a row of the table is added, changed or taken away: each version of a row has its own place."""
    table = connection.ops.quote_name(model._meta.db_table)
    return f"(select sum(hashtextextended(ctid::text || xmin::text, 0)) from {table} {which})"  # noqa: S608


def _always() -> list[str]:
    entries, positions, users = (model._meta.db_table for model in (Entry, Position, User))
    names = (
        "(select sum(hashtextextended(p.ctid::text || p.xmin::text || u.name || u.email || u.is_active::text, 0)) "  # noqa: S608
        f"from {positions} p join {users} u on u.id = p.user_id where p.authority_id = %(authority)s)"
    )
    last = f"(select number from {entries} order by number desc limit 1)"  # noqa: S608
    own = (_rows_of(model, "where position_id = %(position)s") for model in (Management, GuestSeat))
    return [last, _rows_of(Refresh), _rows_of(Authority, "where id = %(authority)s"), names, *own]


_ALWAYS = _always()
