"""The first page of everybody."""

from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.overview.week import queries
from regiewijzer.register.records.views import address


@require_safe
def home_of(request: AuthorityRequest) -> HttpResponseBase:
    """The first page of an authority."""
    return redirect(address(request, "week"))


@require_safe
def week(request: AuthorityRequest) -> HttpResponseBase:
    """What this week asks of who opens it."""
    context = {"home": queries.home_of(request.position, request.authority, timezone.localdate())}
    return render(request, "week/week.html", context)
