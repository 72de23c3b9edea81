"""Screens of the seats a rule asks for."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.library import catalogue
from regiewijzer.register.networks import actions, queries
from regiewijzer.register.networks.forms import RequiredSeatForm
from regiewijzer.register.networks.models import Network, RequiredSeat
from regiewijzer.register.records.views import address


@require_safe
@needs(Right.SEE)
def network_seats(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The seats a rule asks for, who fills them, and which were never compared with the rule."""
    network = queries.access_network(request.position, pk)
    context = {
        "network": network,
        "rule": catalogue.mandate(network.mandate) if network.mandate else None,
        "rows": queries.required_seats_of(network),
        "may_change": queries.may_on_network(request.position, network, Right.EDIT_REGISTER),
    }
    return render(request, "networks/seats.html", context)


@require_POST
def network_seats_take(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take over the seats of the rule that asks for this network, as a copy to be checked."""
    network = queries.access_network(request.position, pk, Right.EDIT_REGISTER)
    if network.mandate:
        count = actions.take_over_seats(network=network, actor=request.actor)
        said = ngettext(
            "One seat taken over. Compare it with the rule.",
            "%(count)s seats taken over. Compare them with the rule.",
            count,
        )
        messages.success(request, said % {"count": count} if count else _("Every seat of this rule is here already."))
    else:
        messages.error(request, _("Say first which rule asks for this network."))
    return redirect(address(request, "network_seats", pk))


def network_required_seat_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """A seat a rule asks for that is not in the list."""
    network = queries.access_network(request.position, pk, Right.EDIT_REGISTER)
    return _required_seat(request, network, RequiredSeat(network=network, authority_id=network.authority_id))


def network_required_seat(request: AuthorityRequest, pk: int, seat: int) -> HttpResponseBase:
    """Change a required seat, say when it was compared with the rule, and who fills it."""
    network = queries.access_network(request.position, pk, Right.EDIT_REGISTER)
    return _required_seat(request, network, get_object_or_404(RequiredSeat, pk=seat, network=network))


@require_POST
def network_required_seat_remove(request: AuthorityRequest, pk: int, seat: int) -> HttpResponseBase:
    network = queries.access_network(request.position, pk, Right.EDIT_REGISTER)
    actions.remove_required_seat(seat=get_object_or_404(RequiredSeat, pk=seat, network=network), actor=request.actor)
    messages.success(request, _("Taken away."))
    return redirect(address(request, "network_seats", pk))


def _required_seat(request: AuthorityRequest, network: Network, seat: RequiredSeat) -> HttpResponseBase:
    form = RequiredSeatForm(request.POST or None, instance=seat)
    if request.method == "POST" and form.is_valid():
        holders = list(form.cleaned_data["holders"])
        actions.put_required_seat(seat=form.save(commit=False), holders=holders, actor=request.actor)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_seats", network.pk))
    context = {"network": network, "seat": seat, "form": form}
    return render(request, "networks/required_seat.html", context, status=422 if form.errors else 200)
