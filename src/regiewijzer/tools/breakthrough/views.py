"""Screens of tries."""

from typing import Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.library import catalogue
from regiewijzer.register.meetings.queries import next_meeting_of
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.tools.breakthrough import actions, queries
from regiewijzer.tools.breakthrough.forms import EffectForm, TryForm
from regiewijzer.ui.conflicts import rebase


@require_safe
@needs(Right.SEE)
def tries(request: AuthorityRequest) -> HttpResponseBase:
    """What every network tried, and what it did. A list: nothing is counted per principle."""
    return render(request, "breakthrough/tries.html", {"tries": queries.all_tries()})


def network_try_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Agree on a try after one principle."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    meeting = next_meeting_of(network)
    chosen = request.GET.get("principle", "")
    form = TryForm(network, meeting, request.POST or None, initial={"principle": chosen})
    if request.method == "POST" and form.is_valid():
        on_agenda = meeting if form.cleaned_data.get("on_agenda") else None
        made = actions.agree_on(attempt=form.save(commit=False), meeting=on_agenda, actor=request.actor)
        messages.success(request, _("Agreed. It is an action now."))
        return redirect(address(request, "network_try", pk, made.pk))
    named = {each.key: each for each in catalogue.principles()}
    context: dict[str, Any] = {"network": network, "form": form, "meeting": meeting, "principle": named.get(chosen)}
    return render(request, "breakthrough/try_form.html", context, status=422 if form.errors else 200)


@require_safe
@needs(Right.SEE)
def network_try(request: AuthorityRequest, pk: int, attempt: int) -> HttpResponseBase:
    """What was agreed, where it stands, and what it did."""
    found = queries.try_of(request.position, pk, attempt)
    context = {
        "network": found.network,
        "attempt": found,
        "principle": catalogue.principle(found.principle),
        "may_change": may_on_network(request.position, found.network, Right.EDIT_REGISTER),
    }
    return render(request, "breakthrough/try.html", context)


def network_try_effect(request: AuthorityRequest, pk: int, attempt: int) -> HttpResponseBase:
    """Tell what a try did."""
    access_network(request.position, pk, Right.EDIT_REGISTER)
    found = queries.try_of(request.position, pk, attempt)
    initial = {"seen_version": found.version, "effect": found.effect, "helped": found.helped}
    form = EffectForm(request.POST or None, initial=initial)
    context: dict[str, Any] = {"network": found.network, "attempt": found, "form": form}
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            actions.tell(
                attempt=found,
                effect=told["effect"],
                helped=told["helped"],
                actor=request.actor,
                seen_version=told["seen_version"],
            )
        except Conflict:
            rebase(form, request.POST, found.version)
            return render(request, "breakthrough/effect.html", {**context, "late": True}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_try", pk, attempt))
    return render(request, "breakthrough/effect.html", context, status=422 if form.errors else 200)
