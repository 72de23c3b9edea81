"""The page of who works with whom, and its files for the tools of experts."""

from urllib.parse import urlencode

from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.maps import queries, sections
from regiewijzer.overview.maps.documents import ENDINGS, file_of
from regiewijzer.register.records.views import address
from regiewijzer.register.records.wording import theme_choices
from regiewijzer.science.names import without_accents

MOST_FOUND = 12
KINDS = (queries.MEMBERS, queries.PARTNERS, queries.NETWORKS)
SIZES = (sections.TIES, sections.BETWEEN, sections.EVEN)


@require_safe
@needs(Right.SEE)
def who_with_whom(request: AuthorityRequest) -> HttpResponseBase:
    """The map in words, as a picture and as measures; somebody in focus, and who was searched for."""
    asked = asked_map(request)
    found = queries.map_of(request.authority, asked, timezone.localdate())
    here = address(request, "who_with_whom")
    sought = request.GET.get("search", "").strip()
    hits = [name for name in found.names if sought and without_accents(sought) in without_accents(name)]

    def focus_on(name: str) -> str:
        return f"{here}?{_query(asked, focus=name)}#map"

    context = {
        "asked": asked,
        "found": found,
        "headline": sections.headline(found),
        "lead": sections.lead(found),
        "sections": list(sections.sections(found, limits_of(request.authority), focus_on)),
        "themes": theme_choices(),
        "years": range(timezone.localdate().year, found.first_year - 1, -1),
        "sought": sought,
        "hits": [(name, focus_on(name)) for name in hits[:MOST_FOUND]],
        "focused": found.focus is not None,
        "focus_page": _page(request, found) if found.focus is not None else "",
        "without_focus": f"{here}?{_query(asked, focus='')}#map",
        "files": [(ending[1:], _file_address(request, asked, ending[1:])) for ending in ENDINGS],
        "paper": f"{address(request, 'map_pdf')}?{_query(asked)}",
        "matrix": _file_address(request, asked, "csv", matrix="1"),
    }
    return render(request, "maps/map.html", context)


@require_safe
@needs(Right.EXPORT)
def map_file(request: AuthorityRequest) -> HttpResponseBase:
    """The map as a file; 404 for a form we do not write."""
    ending = f".{request.GET.get('form', ENDINGS[0][1:])}"
    if ending not in ENDINGS:
        raise Http404
    asked = asked_map(request)
    found = queries.map_of(request.authority, asked, timezone.localdate())
    content = file_of(found.read, found.measured, ending, as_matrix="matrix" in request.GET)
    name = f"regiewijzer-{request.authority.slug}-{asked.kind}-{found.day}{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type="application/octet-stream", headers=headers)


def asked_map(request: AuthorityRequest) -> queries.Asked:
    """What the address asks; what it may not ask counts as not asked."""
    kind, size, year = (request.GET.get(name, "") for name in ("kind", "size", "year"))
    return queries.Asked(
        kind=kind if kind in KINDS else queries.MEMBERS,
        theme=request.GET.get("theme", ""),
        year=int(year) if year.isdecimal() and 1900 <= int(year) <= 9999 else None,
        size=size if size in SIZES else sections.TIES,
        focus=request.GET.get("focus", ""),
    )


def _query(asked: queries.Asked, **other: str) -> str:
    told = {
        "kind": asked.kind,
        "theme": asked.theme,
        "year": asked.year or "",
        "size": asked.size,
        "focus": asked.focus,
        **other,
    }
    return urlencode({name: value for name, value in told.items() if value})


def _file_address(request: AuthorityRequest, asked: queries.Asked, ending: str, **more: str) -> str:
    return f"{address(request, 'map_file')}?{_query(asked, form=ending, **more)}"


def _page(request: AuthorityRequest, found: queries.WhoMap) -> str:
    assert found.focus is not None
    page = "organisation" if found.is_partner(found.focus) else "network"
    return address(request, page, found.refs[found.focus])
