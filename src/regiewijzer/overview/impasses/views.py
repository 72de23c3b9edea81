"""Screens of where a network is stuck."""

import secrets

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.public import LONGEST_TITLE, Workshop, prepare_about
from regiewijzer.library import catalogue
from regiewijzer.overview.impasses.forms import StuckForm
from regiewijzer.overview.impasses.queries import page_of, questions_for_a_room
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.tools.breakthrough.public import describe, log_of


def network_stuck(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say where a network is stuck, and see which principles come forward; all eleven stay in view."""
    if request.method == "POST":
        return _described(request, pk)
    return _page(request, pk)


def _described(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    form = StuckForm(request.POST)
    if not form.is_valid():
        return _page(request, pk, form, status=422)
    said = form.cleaned_data
    try:
        describe(
            network=network,
            impasses=said["impasses"],
            words=said["words"],
            actor=request.actor,
            seen_version=said["seen_version"],
        )
    except Conflict:
        return _page(request, pk, form, status=409)
    messages.success(request, _("Saved."))
    return redirect(address(request, "network_stuck", pk))


def _page(request: AuthorityRequest, pk: int, form: StuckForm | None = None, status: int = 200) -> HttpResponseBase:
    network = access_network(request.position, pk)
    page = page_of(network, request.authority, form.data.getlist("impasses") if form else None)  # type: ignore[attr-defined]
    stuck = page.stuck
    context = {
        "network": network,
        "page": page,
        "form": form,
        "words": form.data.get("words", "") if form else (stuck.words if stuck else ""),
        "looks": page.looks,
        "late": status == 409,
        "drawn": page.card(request.GET.get("kaart", "")),
        "log": log_of(page.tries, request.authority.slug),
        "may_change": may_on_network(request.position, network, Right.EDIT_REGISTER),
        "may_facilitate": may_on_network(request.position, network, Right.FACILITATE),
    }
    return render(request, "impasses/stuck.html", context, status=status)


@require_POST
def network_stuck_room(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Prepare a session in which the network itself says where it is stuck, chooses a card and agrees on a try."""
    network = access_network(request.position, pk, Right.FACILITATE)
    title = _("%(network)s: what do we try?") % {"network": network.name}
    made = prepare_about(
        workshop=Workshop(title=title[:LONGEST_TITLE]),
        network=network,
        by=request.position,
        drafts=questions_for_a_room(page_of(network, request.authority)),
    )
    return redirect(address(request, "workshop", made.pk))


@require_POST
@needs(Right.SEE)
def network_stuck_draw(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Draw one of the eleven principles by chance."""
    network = access_network(request.position, pk)
    drawn = secrets.choice(catalogue.principles())
    return redirect(f"{address(request, 'network_stuck', network.pk)}?kaart={drawn.key}#drawn")
