"""Who may follow a session as it goes? Whoever holds a ticket: signed by the page, valid as long as a session can last.

A ticket names the session and what its holder watches, never who that is: every phone in a room has the same one.
"""

from dataclasses import asdict, dataclass
from enum import StrEnum

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.http.request import split_domain_port

from regiewijzer.inquiry.workshops.models import Workshop
from regiewijzer.library.texts import active_language

_SALT = "workshops.streams"
VALID_FOR = 26 * 3600  # seconds: a session lasts a day at most
UNDER = "/live/"


class Audience(StrEnum):
    """A phone gets what to show; a screen of the facilitator hears that there is something new, and counts."""

    PHONE = "phone"
    SCREEN = "screen"


@dataclass(frozen=True, slots=True)
class Ticket:
    authority: int
    workshop: int
    audience: Audience
    language: str


def signed(ticket: Ticket) -> str:
    """A ticket as part of an address."""
    return signing.dumps(asdict(ticket), salt=_SALT, compress=False)


def read_ticket(text: str) -> Ticket | None:
    """The ticket, or None when it was altered or is too old."""
    try:
        found = signing.loads(text, salt=_SALT, max_age=VALID_FOR)
        return Ticket(found["authority"], found["workshop"], Audience(found["audience"]), found["language"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None


def origin_of_streams(request: HttpRequest) -> str:
    """Where streams come from: nothing when a proxy leads /live/ to them, else the same host on the next port."""
    if settings.LIVE_BEHIND_PROXY:
        return ""
    host, _port = split_domain_port(request.get_host())
    return f"{request.scheme}://{host}:{settings.LIVE_PORT}"


def address_of_stream(request: HttpRequest, workshop: Workshop, audience: Audience) -> str:
    """Where this page follows the session."""
    ticket = Ticket(workshop.authority_id, workshop.pk, audience, active_language())
    return f"{origin_of_streams(request)}{UNDER}{signed(ticket)}"


def with_stream(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """A page that may listen to the streams, wherever they come from."""
    origin = origin_of_streams(request)
    if origin:
        response._csp_update = {"connect-src": [origin]}  # type: ignore[attr-defined]
    return response
