"""The page of a year."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.load.sections import load_of
from regiewijzer.overview.year import queries, sections


def asked_year(request: HttpRequest, years: Sequence[int]) -> int:
    """The year in the address, when it is one of those there are; else this one."""
    asked = request.GET.get("year", "")
    return int(asked) if asked in map(str, years) else timezone.localdate().year


@require_safe
@needs(Right.SEE)
def year(request: AuthorityRequest) -> HttpResponseBase:
    """What a year brought, and the two texts for the multi-year plan."""
    years = queries.years()
    known = queries.year_of(asked_year(request, years))
    load = load_of(current_snapshot(request.authority, timezone.localdate()).register)
    short, long = sections.short_text(known), sections.long_text(known, load)
    context = {
        "year": known.year,
        "years": years,
        "lead": sections.lead_of(known),
        "sections": list(sections.sections(known, load)),
        "texts": ((short, sections.SHORT_TEXT), (long, sections.LONG_TEXT)),
    }
    return render(request, "year/year.html", context)
