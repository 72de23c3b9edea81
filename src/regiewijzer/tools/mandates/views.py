"""Screens of mandates. Nothing here asks a right of a role alone: `queries` says whose seat somebody may see."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.register.networks.models import Membership, Network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.tools.mandates import actions, queries
from regiewijzer.tools.mandates.forms import CardForm, PromiseForm
from regiewijzer.tools.mandates.models import Card, Promise
from regiewijzer.tools.mandates.sections import said_of_table
from regiewijzer.ui.conflicts import conflicts, rebase


@require_safe
def my_mandates(request: AuthorityRequest) -> HttpResponseBase:
    """The seats of whoever asks: as a delegate, or as a guest for the delegates of their organisation."""
    return render(request, "mandates/mine.html", {"seats": queries.own_seats(request.position)})


@require_safe
def network_mandates(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The seats of a network whose mandate somebody may see, and what is worth a word."""
    network = _network(pk)
    table = queries.table_of(request.position, network)
    context = {"network": network, "table": table, "said": said_of_table(table)}
    return render(request, "mandates/mandates.html", context)


@require_safe
def network_mandate(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    """What one seat may promise, and what it promised."""
    seat = queries.seat_of(request.position, _network(pk), membership)
    return _seat(request, seat)


def network_mandate_card(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    """Agree on what a seat may promise."""
    seat = queries.seat_of(request.position, _network(pk), membership)
    card = queries.card_of(seat) or Card(membership=seat)
    form = CardForm(request.POST or None, instance=card)
    title = _("What may %(name)s promise?") % {"name": seat.organisation.name}
    context: dict[str, Any] = {"network": seat.network, "seat": seat, "form": form, "title": title}
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            actions.agree(card=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            stored = Card.objects.get(membership=seat)
            context["conflicts"] = conflicts(form, CardForm(instance=stored))
            rebase(form, request.POST, stored.version)
            return render(request, "mandates/form.html", {**context, "late": True}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_mandate", pk, membership))
    return render(request, "mandates/form.html", context, status=422 if form.errors else 200)


def network_promise_add(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    """Note what was promised for a seat."""
    seat = queries.seat_of(request.position, _network(pk), membership)
    return _promise(request, seat, Promise(membership=seat, promised_on=timezone.localdate()))


def network_promise(request: AuthorityRequest, pk: int, membership: int, promise: int) -> HttpResponseBase:
    """Say what became of a promise: asked, kept, reported back, overruled."""
    seat = queries.seat_of(request.position, _network(pk), membership)
    return _promise(request, seat, get_object_or_404(Promise, pk=promise, membership=seat))


def _promise(request: AuthorityRequest, seat: Membership, promise: Promise) -> HttpResponseBase:
    form = PromiseForm(request.POST or None, instance=promise)
    title = _("What became of it") if promise.pk else _("Note a promise")
    context: dict[str, Any] = {"network": seat.network, "seat": seat, "form": form, "title": title}
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            actions.note_promise(promise=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            stored = Promise.objects.get(pk=promise.pk)
            context["conflicts"] = conflicts(form, PromiseForm(instance=stored))
            rebase(form, request.POST, stored.version)
            return render(request, "mandates/form.html", {**context, "late": True}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_mandate", seat.network_id, seat.pk))
    return render(request, "mandates/form.html", context, status=422 if form.errors else 200)


def _seat(request: AuthorityRequest, seat: Membership) -> HttpResponse:
    promises = list(seat.promises.all())
    context = {
        "network": seat.network,
        "seat": seat,
        "card": queries.card_of(seat),
        "persons": list(seat.delegates.all()),
        "promises": promises,
        "overruled": sum(each.overruled_on is not None for each in promises),
    }
    return render(request, "mandates/seat.html", context)


def _network(pk: int) -> Network:
    """Any network of the authority: whose seats in it somebody sees is decided by the seats."""
    return get_object_or_404(Network, pk=pk)
