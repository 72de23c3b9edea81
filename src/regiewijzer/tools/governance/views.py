"""Screens of the form tool."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks.queries import access_network
from regiewijzer.register.records.views import address
from regiewijzer.tools.governance import actions, queries
from regiewijzer.tools.governance.forms import MeasurementForm


def network_measure(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down a measurement of the conditions of the form."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    form = MeasurementForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Measurement saved."))
        return redirect(address(request, "network", pk))
    context = {"network": network, "form": form, "measurements": queries.of_network(network)}
    return render(request, "governance/measure.html", context, status=422 if form.errors else 200)
