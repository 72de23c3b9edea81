"""Screens of the effect tool."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks.queries import access_network
from regiewijzer.register.records.views import address
from regiewijzer.tools.effect import actions, queries
from regiewijzer.tools.effect.forms import EvaluationForm


def network_effect(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down on which levels the network shows a result."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    form = EvaluationForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.evaluate(evaluation=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Evaluation saved."))
        return redirect(address(request, "network", pk))
    context = {"network": network, "form": form, "evaluations": queries.of_network(network)}
    return render(request, "effect/evaluate.html", context, status=422 if form.errors else 200)
