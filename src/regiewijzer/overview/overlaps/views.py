"""The screen of overlaps."""

from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.overlaps import queries
from regiewijzer.overview.pictures import links_of, map_of

PAIRS_ON_A_PAGE = 40


@require_safe
@needs(Right.SEE)
def overlaps(request: AuthorityRequest) -> HttpResponseBase:
    """Networks that share partners, on two axes; the decision is made on the finding."""
    known = current_snapshot(request.authority, timezone.localdate())
    sort, only = request.GET.get("sort", "containment"), request.GET.get("only", "")
    limits = limits_of(request.authority)
    found = queries.shown_pairs(known, limits, sort=sort, only=only)
    context = {
        "pairs": Paginator(found, PAIRS_ON_A_PAGE).get_page(request.GET.get("page")),
        "total": len(known.pairs),
        "listed": sum(bool(network.members) for network in known.register.running),
        "running": len(known.register.running),
        "sort": sort,
        "only": only,
        "picture": map_of([shown.pair for shown in found], limits, links_of(request.authority)),
    }
    return render(request, "overlaps/overlaps.html", context)
