"""The page of a year, and the codes of the multi-year plan."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.load.sections import load_of
from regiewijzer.overview.year import queries, sections
from regiewijzer.register.policy.actions import remove_code
from regiewijzer.register.policy.models import PolicyCode
from regiewijzer.register.records.views import address


def asked_year(request: HttpRequest, years: Sequence[int]) -> int:
    """The year in the address, when it is one of those there are; else this one."""
    asked = request.GET.get("year", "")
    return int(asked) if asked in map(str, years) else timezone.localdate().year


@require_safe
@needs(Right.SEE)
def year(request: AuthorityRequest) -> HttpResponseBase:
    """What a year brought, and the two texts for the multi-year plan."""
    years = queries.years()
    known = queries.year_of(asked_year(request, years), request.GET.get("code", ""))
    load = load_of(current_snapshot(request.authority, timezone.localdate()).register)
    short, long = sections.short_text(known), sections.long_text(known, load)
    context = {
        "year": known.year,
        "under": known.under,
        "codes": [each for each, _count in known.codes if each.records],
        "years": years,
        "lead": sections.lead_of(known),
        "sections": list(sections.sections(known, load)),
        "texts": ((short, sections.SHORT_TEXT), (long, sections.LONG_TEXT)),
    }
    return render(request, "year/year.html", context)


@require_safe
@needs(Right.SEE)
def codes(request: AuthorityRequest) -> HttpResponseBase:
    """Every policy code, with how much falls under it."""
    return render(request, "year/codes.html", {"codes": queries.policy_codes()})


@require_POST
@needs(Right.EDIT_REGISTER)
def code_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take a code off the list; records keep it."""
    code = get_object_or_404(PolicyCode, pk=pk)
    name = str(code)
    remove_code(code=code, actor=request.actor)
    messages.success(request, _("“%(name)s” is off the list.") % {"name": name})
    return redirect(address(request, "policy_codes"))
