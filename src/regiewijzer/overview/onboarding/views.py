"""Screens of the first hour: its steps, what is seen already, and short forms over many networks at once."""

from collections.abc import Callable, Mapping

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.exchange.forms import UploadForm
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.findings.sections import drawn_on
from regiewijzer.overview.onboarding import actions, queries
from regiewijzer.overview.onboarding.forms import (
    OfNetworks,
    ProposalsForm,
    form_of,
    forms_form,
    goals_form,
    starts_form,
)
from regiewijzer.register.records.views import address
from regiewijzer.science.coverage import looked_at


@require_safe
@needs(Right.IMPORT)
def onboarding(request: AuthorityRequest) -> HttpResponseBase:
    """Five steps to a first decision, each with what it will show."""
    known = current_snapshot(request.authority, timezone.localdate())
    shown = queries.steps(known)
    context = {
        "steps": shown,
        "done": sum(step.done for step in shown),
        "upload": UploadForm(),
        "empty": not known.register.running,
        "proposed": queries.proposals(request.authority, known.register.today),
    }
    return render(request, "onboarding/onboarding.html", context)


@require_POST
@needs(Right.IMPORT)
def onboarding_hide(request: AuthorityRequest) -> HttpResponseBase:
    """Show the steps no more."""
    actions.hide_steps(actor=request.actor)
    messages.success(request, _("The steps are put away. You find everything in the menu."))
    return redirect(address(request, "overview"))


@require_http_methods(["GET", "HEAD", "POST"])
@needs(Right.EDIT_REGISTER)
def onboarding_proposals(request: AuthorityRequest) -> HttpResponseBase:
    """Networks that rules ask for and associations of the municipality: do they exist here?"""
    today = timezone.localdate()
    proposed = queries.proposals(request.authority, today)
    form = ProposalsForm(proposed, request.POST or None)
    if request.method == "POST" and form.is_valid():
        exist, absent = form.answered(form.EXISTS), form.answered(form.ABSENT)
        source = f"{proposed.source}, {proposed.as_of}"
        made = actions.confirm_proposals(exist=exist, absent=absent, source=source, today=today, actor=request.actor)
        said = ngettext("%(count)s network confirmed.", "%(count)s networks confirmed.", made) % {"count": made}
        messages.success(request, said)
        return redirect(address(request, "onboarding_proposals"))
    context = {"form": form, "proposed": proposed}
    return render(request, "onboarding/proposals.html", context, status=422 if form.is_bound else 200)


@require_safe
@needs(Right.SEE)
def onboarding_seen(request: AuthorityRequest) -> HttpResponseBase:
    """What is seen in the networks already, and what can be said to see more."""
    return _seen(request)


@require_POST
@needs(Right.EDIT_REGISTER)
def onboarding_fill(request: AuthorityRequest, what: str) -> HttpResponseBase:
    """Save one short form: who leads, what for, or since when."""
    if what not in SHEETS:
        raise Http404
    form = _sheet(request, what)
    if not form.is_valid():
        return _seen(request, {what: form}, status=422)
    filled = SHEETS[what](request, form)
    messages.success(
        request,
        ngettext("%(count)s network filled in.", "%(count)s networks filled in.", filled) % {"count": filled},
    )
    if late := form.late + len(form.filled()) - filled:
        said = ngettext(
            "%(count)s network was filled in by somebody else meanwhile; what stands there stays.",
            "%(count)s networks were filled in by somebody else meanwhile; what stands there stays.",
            late,
        )
        messages.warning(request, said % {"count": late})
    return redirect(address(request, "onboarding_seen"))


def _save_forms(request: AuthorityRequest, form: OfNetworks) -> int:
    chosen = {key: form_of(value) for key, value in form.filled().items()}
    return actions.fill_forms(chosen=chosen, actor=request.actor)


def _save_goals(request: AuthorityRequest, form: OfNetworks) -> int:
    return actions.fill_goals(goals=form.filled(), today=timezone.localdate(), actor=request.actor)


def _save_starts(request: AuthorityRequest, form: OfNetworks) -> int:
    return actions.fill_starts(starts=form.filled(), actor=request.actor)


SHEETS: Mapping[str, Callable[[AuthorityRequest, OfNetworks], int]] = {
    "vormen": _save_forms,
    "doelen": _save_goals,
    "start": _save_starts,
}


def _sheet(request: AuthorityRequest, what: str) -> OfNetworks:
    """The sheet that was sent, over what is not known yet."""
    today = timezone.localdate()
    missing = queries.missing(current_snapshot(request.authority, today))
    if what == "vormen":
        return forms_form(missing.forms, queries.leaders(missing.forms, today), request.POST)
    return goals_form(missing.goals, request.POST) if what == "doelen" else starts_form(missing.starts, request.POST)


def _seen(request: AuthorityRequest, typed: dict[str, OfNetworks] | None = None, status: int = 200) -> HttpResponseBase:
    today = timezone.localdate()
    known = current_snapshot(request.authority, today)
    drawn = drawn_on(request.authority, today)
    groups, findings = queries.heaviest()
    may_fill = request.position.may(Right.EDIT_REGISTER)
    missing, sent = queries.missing(known), typed or {}
    leaders = queries.leaders(missing.forms, today)
    context = {
        "running": len(known.register.running),
        "drawn": drawn,
        "groups": groups,
        "findings": findings,
        "missing": missing,
        "forms": sent.get("vormen") or forms_form(missing.forms, leaders),
        "goals": sent.get("doelen") or goals_form(missing.goals),
        "starts": sent.get("start") or starts_form(missing.starts),
        "listed": sum(each.lead is not None for each in leaders.values()),
        "wrong": next(iter(sent), ""),
        "pairs": queries.closest(known),
        "least_shared": known.least_shared,
        "looked": looked_at(known.register),
        "bare": queries.without_partners(known),
        "draft": queries.latest_import(request.position.pk),
        "proposed": queries.proposals(request.authority, today),
        "leads_on": may_fill and not queries.is_over(known),
        "may_fill": may_fill,
    }
    part = request.htmx and not typed  # type: ignore[attr-defined]
    return render(request, f"onboarding/seen.html{'#findings' if part else ''}", context, status=status)
