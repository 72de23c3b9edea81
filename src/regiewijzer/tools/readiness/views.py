"""Screens of readiness: what the layers say, asking one, and what is no steering."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.library import catalogue
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.queries import access_network
from regiewijzer.register.records.views import address
from regiewijzer.science.facts import Layer
from regiewijzer.tools.readiness import actions, queries
from regiewijzer.tools.readiness.forms import MeasurementForm, PlacementForm
from regiewijzer.ui.listing import PAGE_SIZE, pages_of


@require_safe
@needs(Right.SEE)
def readiness(request: AuthorityRequest) -> HttpResponseBase:
    """Eight conditions by three layers, and where the layers differ."""
    return render(request, "readiness/readiness.html", {"picture": queries.picture(), "asked": queries.asked()})


@needs(Right.EDIT_REGISTER)
def readiness_measure(request: AuthorityRequest) -> HttpResponseBase:
    """Write down what one layer says."""
    layer = request.GET.get("layer", "")
    form = MeasurementForm(request.POST or None, initial={"layer": layer} if layer in set(Layer) else None)
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.measurement(), actor=request.actor)
        messages.success(request, _("Measurement saved."))
        return redirect(address(request, "readiness"))
    context = {"form": form, "asked": queries.asked()}
    return render(request, "readiness/measure.html", context, status=422 if form.errors else 200)


@require_safe
@needs(Right.SEE)
def not_steering(request: AuthorityRequest) -> HttpResponseBase:
    """What steering is not, with the networks of the authority placed."""
    found = queries.places(timezone.localdate())
    placed = [(place, catalogue.word(place, "places"), networks) for place, networks in found.placed.items()]
    unplaced = Paginator(found.unplaced, PAGE_SIZE).get_page(request.GET.get("page"))
    context = {
        "places": found,
        "placed": placed,
        "unplaced": unplaced,
        "pages": pages_of(unplaced, request.GET),
        "may_place": request.position.may(Right.EDIT_REGISTER),
    }
    return render(request, "readiness/not_steering.html", context)


def network_place(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Place one network, with what the facts propose beside it."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    found = queries.placed(network, timezone.localdate())
    proposed = found.placement.place if found.placement else found.proposal.place
    form = PlacementForm(request.POST or None, initial={"place": proposed})
    if request.method == "POST" and form.is_valid():
        actions.place(
            network=network,
            where=form.cleaned_data["place"],
            reason=form.cleaned_data["reason"],
            actor=request.actor,
        )
        messages.success(request, _("“%(name)s” is placed.") % {"name": network.name})
        return redirect(address(request, "not_steering"))
    context = {"form": form, "found": found, "network": network, "earlier": list(network.placements.all())}
    return render(request, "readiness/place.html", context, status=422 if form.errors else 200)
