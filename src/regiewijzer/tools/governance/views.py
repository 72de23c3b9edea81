"""Screens of the form tool."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.views import address
from regiewijzer.science import governance
from regiewijzer.tools.governance import sections
from regiewijzer.tools.governance.actions import decide_on_form, read
from regiewijzer.tools.governance.display import conditions, grid
from regiewijzer.tools.governance.forms.changing import FormDecisionForm
from regiewijzer.tools.governance.forms.measuring import ConditionsForm
from regiewijzer.tools.governance.forms.reading import ReadingForm
from regiewijzer.tools.governance.forms.trying import TryForm
from regiewijzer.tools.governance.queries import effectiveness, measurements, networks, page
from regiewijzer.ui.listing import PAGE_SIZE, pages_of
from regiewijzer.ui.pictures.picture import Table


@require_safe
@needs(Right.SEE)
def network_forms(request: AuthorityRequest) -> HttpResponseBase:
    """Which form each network has, which fits, and where input is missing or old."""
    limits, today = limits_of(request.authority), timezone.localdate()
    judged, only = networks.judged_on(today, limits), request.GET.get("only", "")
    if only:
        lines = [networks.line_of(each, today, limits) for each in judged]
        chosen = [each for each, line in zip(judged, lines, strict=True) if networks.is_of(line, only)]
    else:
        chosen = list(judged)
    some = Paginator(chosen, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "lines": [networks.line_of(each, today, limits) for each in some],
        "pages": pages_of(some, request.GET),
        "page": some,
        "counted": networks.counted([each.verdict for each in judged]),
        "only": only,
    }
    return render(request, "governance/forms.html", context)


@require_safe
@needs(Right.SEE)
def network_governance(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The form of one network: what fails and by how much, what would help, how sure, and what changing asks."""
    network = access_network(request.position, pk)
    shown = page.form_of(network, limits_of(request.authority))
    context = {
        "network": network,
        "form": shown,
        "checks": sections.checks(shown.checks) if shown.checks else None,
        "inputs": sections.inputs(shown.inputs),
        "unmeasured": sections.not_measured(),
        "changes": sections.changes(shown.changes),
        **_reading(network),
        "tensions": page.tensions(),
        "may_change": may_on_network(request.position, network, Right.EDIT_REGISTER),
        "may_decide": may_on_network(request.position, network, Right.DECIDE),
    }
    return render(request, "governance/network.html", context)


def network_measure(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down a measurement of the conditions of the form."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    form = ConditionsForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Measurement saved."))
        return redirect(address(request, "network_governance", pk))
    context = {"network": network, "form": form, "before": _before(network)}
    return render(request, "governance/measure.html", context, status=422 if form.errors else 200)


@require_safe
@needs(Right.SEE)
def network_form_try(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What if the conditions were others? Which form would fit; nothing is kept."""
    network, limits = access_network(request.position, pk), limits_of(request.authority)
    known = networks.network_on(network)
    now = governance.conditions_now(known)
    form = TryForm(now, request.GET if "participants" in request.GET else None)
    wrong = form.is_bound and not form.is_valid()
    tried = form.conditions() if form.is_bound and not wrong else now
    context = {
        "network": network,
        "form": form,
        "tried": form.is_bound and not wrong,
        "current": known.form,
        "advice": governance.advise(tried, limits),
        "before": governance.advise(now, limits),
        "changes": sections.changes(conditions.changes_for(tried, known.form, limits)),
        "shown": grid.shown_form(networks.as_if(known, tried), limits, picture_id="tried"),
    }
    return render(request, "governance/try.html", context, status=422 if wrong else 200)


def network_form_decide(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Decide on another form, knowing what it leans to; a lighter one deliberately."""
    network = access_network(request.position, pk, Right.DECIDE)
    limits = limits_of(request.authority)
    shown = page.form_of(network, limits)
    current, advised = shown.network.form, shown.advice.form
    form = FormDecisionForm(network, current, advised, request.POST or None)
    if request.method == "POST" and form.is_valid():
        decision = decide_on_form(
            network=network,
            decision=form.decision(),
            taken=form.taken(),
            actor=request.actor,
            answers=next(iter(page.findings_of(shown.network, timezone.localdate(), limits)), None),
        )
        messages.success(request, _("Decision recorded. We compute again on the day you chose."))
        return redirect(address(request, "decision", decision.pk))
    context = {"network": network, "form": form, "shown": shown, "tensions": page.tensions()}
    return render(request, "governance/decide.html", context, status=422 if form.errors else 200)


def network_form_reading(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Answer what the register does not know of the conditions for effectiveness."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    form = ReadingForm(network, request.POST or None, before=effectiveness.latest_of(network))
    if request.method == "POST" and form.is_valid():
        read(reading=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Reading saved."))
        return redirect(address(request, "network_governance", pk))
    context = {"network": network, "form": form, **_reading(network)}
    return render(request, "governance/reading.html", context, status=422 if form.errors else 200)


def _reading(network: Network) -> dict[str, Any]:
    """What the second reading shows."""
    shown = effectiveness.shown_reading(network)
    return {"reading": sections.reading(shown.requirements, shown.signs), "latest": shown.latest}


def _before(network: Network) -> Table | None:
    """What was measured before, the newest first."""
    found = measurements.of_network(network)
    notes = {nr: each.note for nr, each in enumerate(found) if each.note}
    return sections.measurements([measurements.to_fact(each) for each in found], notes) if found else None
