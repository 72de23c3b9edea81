"""Screens of reports: what was made, ordering one, waiting for it, and the PDF."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.surveys.public import StillSealed, survey_of
from regiewijzer.library.texts import active_language
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.maps.queries import map_of
from regiewijzer.overview.maps.views import asked_map
from regiewijzer.overview.reports import actions, queries
from regiewijzer.overview.reports.documents.insight_sheet import DRAWN, insight_sheet
from regiewijzer.overview.reports.documents.load_report import load_report
from regiewijzer.overview.reports.documents.map_report import map_report
from regiewijzer.overview.reports.documents.survey_results import survey_report
from regiewijzer.overview.reports.documents.year_report import year_report
from regiewijzer.overview.reports.forms import BoardForm, DossierForm
from regiewijzer.overview.reports.tasks import make_report
from regiewijzer.overview.reports.wording import Kind
from regiewijzer.overview.year.queries import year_of, years
from regiewijzer.overview.year.views import asked_year
from regiewijzer.register.networks.queries import access_network
from regiewijzer.register.records.views import address
from regiewijzer.tools.insights import public as insights


@require_safe
@needs(Right.EXPORT)
def reports(request: AuthorityRequest) -> HttpResponseBase:
    """What can be ordered, and what was made."""
    return _page_of_reports(
        request, BoardForm(initial=_own_language(request)), DossierForm(initial=_own_language(request))
    )


@require_POST
@needs(Right.EXPORT)
def report_order(request: AuthorityRequest) -> HttpResponseBase:
    """Order a report for the board, or the dossier of the network that was chosen, and go to where it is waited for."""
    about_network = "network" in request.POST
    form = DossierForm(request.POST) if about_network else BoardForm(request.POST)
    if not form.is_valid():
        board = BoardForm(initial=_own_language(request)) if about_network else form
        dossier = form if about_network else DossierForm(initial=_own_language(request))
        return _page_of_reports(request, board, dossier, status=422)
    found, new = actions.order(
        kind=Kind.NETWORK if about_network else Kind.BOARD,
        language=form.cleaned_data["language"],
        network=form.cleaned_data.get("network"),
        actor=request.actor,
    )
    if new:
        make_report.enqueue(request.authority.pk, found.pk)
    return redirect(address(request, "report", found.pk))


@require_safe
@needs(Right.EXPORT)
def report(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """How far it is; when it is ready, the PDF. htmx asks again each second and hears nothing while nothing changed."""
    found = queries.report_of(pk)
    if request.htmx and request.GET.get("seen") == found.status and not found.failed:  # type: ignore[attr-defined]
        return HttpResponse(status=204)
    template = "reports/report.html#state" if request.htmx else "reports/report.html"  # type: ignore[attr-defined]
    return render(request, template, {"report": found, "may_remove": queries.may_remove(request.position, found)})


@require_safe
@needs(Right.EXPORT)
def report_pdf(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The PDF itself, shown by the browser."""
    found = queries.pdf_of(pk)
    assert found.content is not None
    name = queries.file_name(found)
    return HttpResponse(
        bytes(found.content),
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{name}"', "Content-Language": found.language},
    )


@require_safe
@needs(Right.EXPORT)
def report_network(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The dossier of one network: what is in it, a button to order it, and those made before."""
    network = access_network(request.position, pk)
    context = {
        "network": network,
        "form": DossierForm(initial={**_own_language(request), "network": network}),
        "reports": queries.ordered().filter(network=network),
    }
    return render(request, "reports/network.html", context)


@require_POST
@needs(Right.EXPORT)
def report_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take a report away."""
    found = queries.report_of(pk)
    if not queries.may_remove(request.position, found):
        raise PermissionDenied
    actions.remove(report=found, actor=request.actor)
    messages.success(request, _("The report is gone. You can make it again."))
    return redirect(address(request, "reports"))


@require_safe
@needs(Right.EXPORT)
def survey_pdf(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The results of a closed survey on paper; 404 while it is sealed."""
    survey = survey_of(request.position, pk)
    today = timezone.localdate()
    try:
        made = survey_report(survey, request.authority, today)
    except StillSealed as sealed:
        raise Http404 from sealed
    name = f"regiewijzer-{request.authority.slug}-{survey.key}-{survey.closed_on}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": active_language()}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


@require_safe
def insight_pdf(request: AuthorityRequest, pk: int, insight: int) -> HttpResponseBase:
    """A persona, journey or diary on one sheet, for whoever sees it; 404 once it is destroyed."""
    found = insights.insight_of(request.position, insights.network_for(request.position, pk), insight)
    if found.destroyed_on or found.kind not in DRAWN:
        raise Http404
    made = insight_sheet(found, request.authority, timezone.localdate())
    name = f"regiewijzer-{request.authority.slug}-{found.kind}-{found.pk}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": active_language()}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


@require_safe
@needs(Right.EXPORT)
def load_pdf(request: AuthorityRequest) -> HttpResponseBase:
    """The hours of networks on paper, for the council."""
    known = current_snapshot(request.authority, timezone.localdate())
    made = load_report(request.authority, known.register)
    name = f"regiewijzer-{request.authority.slug}-uren.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": active_language()}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


@require_safe
@needs(Right.EXPORT)
def map_pdf(request: AuthorityRequest) -> HttpResponseBase:
    """The map of who works with whom on paper, as the page shows it."""
    today = timezone.localdate()
    found = map_of(request.authority, asked_map(request), today)
    made = map_report(request.authority, found, limits_of(request.authority), today)
    name = f"regiewijzer-{request.authority.slug}-{found.asked.kind}-{found.day}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": active_language()}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


@require_safe
@needs(Right.EXPORT)
def year_pdf(request: AuthorityRequest) -> HttpResponseBase:
    """The account of a year on two pages."""
    known = year_of(asked_year(request, years()), request.GET.get("code", ""))
    made = year_report(request.authority, known, current_snapshot(request.authority, timezone.localdate()).register)
    name = f"regiewijzer-{request.authority.slug}-{known.year}.pdf"
    headers = {"Content-Disposition": f'inline; filename="{name}"', "Content-Language": active_language()}
    return HttpResponse(made.content, content_type="application/pdf", headers=headers)


def _own_language(request: AuthorityRequest) -> dict[str, str]:
    """The language somebody reads in is the first guess for the report."""
    return {"language": request.position.user.language}


def _page_of_reports(
    request: AuthorityRequest, board: BoardForm | DossierForm, dossier: BoardForm | DossierForm, status: int = 200
) -> HttpResponseBase:
    context = {"board": board, "dossier": dossier, "reports": queries.ordered()}
    return render(request, "reports/reports.html", context, status=status)
