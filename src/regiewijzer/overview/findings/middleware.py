"""After something was changed, the findings are computed again, so that pages only read."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.foundation.tenancy import inside
from regiewijzer.overview.findings.actions import refresh_when_needed

READING = frozenset({"GET", "HEAD", "OPTIONS"})


class FindingsMiddleware:
    """Runs after the change was committed: a rule that breaks never undoes what somebody saved."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        authority = getattr(request, "authority", None)
        if request.method not in READING and isinstance(authority, Authority):
            with inside(authority.pk):
                refresh_when_needed(authority=authority, today=timezone.localdate())
        return response
