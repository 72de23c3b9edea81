"""The page of the hours, and the same as a workbook."""

from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.load import documents, sections
from regiewijzer.overview.pictures import links_of
from regiewijzer.register.records.views import address
from regiewijzer.science.facts import Ref
from regiewijzer.science.names import without_accents

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_PARTNERS = 100


@require_safe
@needs(Right.SEE)
def load(request: AuthorityRequest) -> HttpResponseBase:
    """Hours by origin, rule and theme; partners by name, or those whose name holds what was typed."""
    known = sections.load_of(current_snapshot(request.authority, timezone.localdate()).register)
    asked = request.GET.get("partner", "").strip()
    href = links_of(request.authority)

    def to(name: str, ref: Ref) -> str:
        return f"{address(request, 'networks')}?origin={ref}" if name == "networks" else href(name, ref)

    found = [each for each in known.seats if without_accents(asked) in without_accents(each.partner.name)]
    context = {
        "headline": sections.headline(known.hours),
        "hours": known.hours,
        "sections": list(sections.sections(known, to)),
        "partners": sections.partners(found[:MOST_PARTNERS], href),
        "asked": asked,
        "found": len(found),
        "all": len(known.seats),
        "most": MOST_PARTNERS,
        "unknown": [each for each in known.hours.networks if each.hours_per_year is None],
    }
    return render(request, "load/load.html", context)


@require_safe
@needs(Right.EXPORT)
def load_workbook(request: AuthorityRequest) -> HttpResponseBase:
    """The sums, every network with its hours, and partners by name."""
    known = sections.load_of(current_snapshot(request.authority, timezone.localdate()).register)
    name = f"regiewijzer-{request.authority.slug}-uren.xlsx"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(documents.workbook_of(known), content_type=WORKBOOK, headers=headers)
