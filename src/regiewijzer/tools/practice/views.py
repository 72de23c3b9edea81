"""Screens of practice."""

from typing import Any

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.library import catalogue
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.register.records.wording import theme_choices
from regiewijzer.tools.practice import actions, queries
from regiewijzer.tools.practice.forms import CaseForm, ShareForm
from regiewijzer.tools.practice.models import Case, SharedCase
from regiewijzer.ui.conflicts import conflicts, rebase


@require_safe
@needs(Right.SEE)
def practice(request: AuthorityRequest) -> HttpResponseBase:
    """Own cases, those of others, those of sources, and what to read, hear and watch."""
    theme = request.GET.get("theme", "")
    context = {
        "theme": theme,
        "themes": theme_choices(),
        "own": queries.own_cases(theme),
        "others": queries.shared_by_others(theme),
        "cases": queries.cases_of_sources(theme),
        "known": catalogue.introduction("practice"),
        "references": catalogue.references(),
    }
    return render(request, "practice/practice.html", context)


@require_safe
@needs(Right.SEE)
def practice_case(request: AuthorityRequest, key: str) -> HttpResponseBase:
    """What a source tells of a case, and what we do not know."""
    found = next((case for case in catalogue.practice_cases() if case.key == key), None)
    if found is None:
        raise Http404
    sources = [catalogue.source(each) for each in found.sources]
    alike = [case for case in queries.own_cases() if set(case.themes) & set(found.themes)]
    return render(request, "practice/case.html", {"case": found, "sources": sources, "alike": alike})


@require_safe
@needs(Right.SEE)
def practice_own(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """One own case, and whether others read it."""
    found = queries.own_case(pk)
    shared = found.shared if queries.is_shared(found) else None
    context = {"case": found, "shared": shared, "differs": shared is not None and shared.content != found.content}
    return render(request, "practice/own.html", context)


@require_safe
@needs(Right.SEE)
def practice_shared(request: AuthorityRequest, shared: int) -> HttpResponseBase:
    """A case of another authority; one that was withdrawn meanwhile says so."""
    found = SharedCase.objects.filter(pk=shared).first()
    if found is None:
        messages.info(request, _("This case is not shared any more."))
        return redirect(address(request, "practice"))
    return render(request, "practice/shared.html", {"case": found})


@needs(Right.EDIT_REGISTER)
def practice_add(request: AuthorityRequest) -> HttpResponseBase:
    """Tell a case of one's own."""
    return _form(request, Case(title=request.GET.get("title", "")[:200]))


@needs(Right.EDIT_REGISTER)
def practice_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Tell it better; what was shared stays as it was."""
    return _form(request, queries.own_case(pk))


def _form(request: AuthorityRequest, case: Case) -> HttpResponseBase:
    form = CaseForm(request.POST or None, instance=case)
    context: dict[str, Any] = {"form": form, "case": case}
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            kept = actions.keep(case=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            stored = queries.own_case(case.pk)
            context["conflicts"] = conflicts(form, CaseForm(instance=stored))
            rebase(form, request.POST, stored.version)
            return render(request, "practice/form.html", {**context, "late": True}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "practice_own", kept.pk))
    return render(request, "practice/form.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.EDIT_REGISTER)
def practice_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Remove a case for good."""
    actions.remove(case=queries.own_case(pk), actor=request.actor)
    messages.success(request, _("Removed."))
    return redirect(address(request, "practice"))


@needs(Right.DECIDE)
def practice_share(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Decide to share a case with every authority here."""
    found = queries.own_case(pk)
    form = ShareForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.share(case=found, reason=form.cleaned_data["reason"], actor=request.actor)
        messages.success(request, _("Other authorities can read it now."))
        return redirect(address(request, "practice_own", pk))
    context = {"case": found, "form": form}
    return render(request, "practice/share.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.DECIDE)
def practice_withdraw(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Nobody elsewhere reads it from now on."""
    if actions.withdraw(case=queries.own_case(pk), actor=request.actor):
        messages.success(request, _("Withdrawn. Nobody elsewhere can read it any more."))
    return redirect(address(request, "practice_own", pk))
