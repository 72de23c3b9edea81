"""After something was changed, the findings are computed again, so that pages only read."""

import logging
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh_when_needed

logger = logging.getLogger(__name__)
REFUSED = 400  # from this status on nothing was saved
READING = frozenset({"GET", "HEAD", "OPTIONS"})


def refresh_or_tell(authority: Authority) -> bool:
    """Refresh the findings when needed; what breaks is told in the log, and the next change tries again."""
    try:
        with inside(authority.pk):
            return refresh_when_needed(authority=authority, today=timezone.localdate())
    except Exception:
        logger.exception("The findings of %s could not be computed.", authority.slug)
        return False


class FindingsMiddleware:
    """Runs after the change was committed: a rule that breaks never undoes or hides what somebody saved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        authority = getattr(request, "authority", None)
        changed = request.method not in READING and response.status_code < REFUSED
        if changed and isinstance(authority, Authority):
            refresh_or_tell(authority)
        return response
