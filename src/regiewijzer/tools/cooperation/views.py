"""Screens of cooperation."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.measurements.actions import measure
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, may_on_network, partners_of
from regiewijzer.register.records.views import address, offer_undo
from regiewijzer.tools.cooperation import actions, queries, sections
from regiewijzer.tools.cooperation.forms import StatementForm, ThemesForm


@require_safe
@needs(Right.SEE)
def network_cooperation(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Three themes as the members judge them, and what each partner brings and gets."""
    network, limits = access_network(request.position, pk), limits_of(request.authority)
    page = queries.cooperation_page(network, partners_of(network), limits)
    context = {
        "network": network,
        "cooperation": page,
        "themes": sections.themes(page.latest) if page.latest else None,
        "source": sections.source_of(page.latest) if page.latest else "",
        "imbalance": sections.imbalance(page.balance),
        "limits": limits,
        "may_change": may_on_network(request.position, network, Right.EDIT_REGISTER),
    }
    return render(request, "cooperation/cooperation.html", context)


def network_cooperation_measure(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down what the members think of their cooperation."""
    network = _to_change(request, pk)
    form = ThemesForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Measurement saved."))
        return redirect(address(request, "network_cooperation", pk))
    return render(request, "cooperation/measure.html", {"network": network, "form": form}, status=_status(form))


def network_give_and_take(request: AuthorityRequest, pk: int, membership: int) -> HttpResponseBase:
    """Write down what one partner brings and gets; what was said before is shown and stays."""
    partner = queries.partner_of(_to_change(request, pk), membership)
    said = queries.statements_about(partner)
    form = StatementForm(partner, said[0] if said else None, request.POST or None)
    if request.method == "POST" and form.is_valid():
        statement = actions.state(statement=form.save(commit=False), actor=request.actor)
        undo = address(request, "network_give_and_take_undo", pk, membership, statement.pk)
        offer_undo(request, _("Saved: what %(name)s brings and gets.") % {"name": partner.organisation.name}, undo)
        return redirect(f"{address(request, 'network_cooperation', pk)}#table")
    context = {"network": partner.network, "partner": partner.organisation, "form": form, "said": said}
    return render(request, "cooperation/partner.html", context, status=_status(form))


@require_POST
def network_give_and_take_undo(request: AuthorityRequest, pk: int, membership: int, statement: int) -> HttpResponseBase:
    """Take back what was typed by mistake."""
    partner = queries.partner_of(_to_change(request, pk), membership)
    actions.take_back(statement=queries.statement_of(partner, statement), actor=request.actor)
    messages.success(request, _("Taken back. What was said before holds again."))
    return redirect(f"{address(request, 'network_cooperation', pk)}#table")


def _to_change(request: AuthorityRequest, pk: int) -> Network:
    return access_network(request.position, pk, Right.EDIT_REGISTER)


def _status(form: ThemesForm | StatementForm) -> int:
    return 422 if form.errors else 200
