"""Screens of the trail."""

from django.conf import settings
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.audit import queries
from regiewijzer.foundation.rights import Right

LINES = 100
LINES_CHECKED = 1000  # the first time; later only what came since. The rest is checked once a day
_RIGHT: dict[int, queries.Link] = {}


@require_safe
@needs(Right.SEE_TRAIL)
def trail(request: AuthorityRequest) -> HttpResponseBase:
    """What happened in the authority, newest first, a hundred lines at a time."""
    before = request.GET.get("before", "")
    lines = queries.trail(LINES, int(before) if before.isdecimal() else None)
    older = lines[-1].number if len(lines) == LINES else None
    if not _RIGHT:
        _RIGHT.update(queries.heads_in(settings.DATA_DIR))
    broken = queries.check_on(request.authority.pk, _RIGHT, LINES_CHECKED)
    return render(request, "audit/trail.html", {"lines": lines, "older": older, "broken": broken})
