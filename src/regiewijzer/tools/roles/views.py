"""Screens of the five roles: those of a network, those one offers, and dividing them over all networks."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.views import address
from regiewijzer.tools.roles import actions, queries, sections
from regiewijzer.tools.roles.forms import OfferForm, TaskForm
from regiewijzer.tools.roles.models import Task


def my_roles(request: AuthorityRequest) -> HttpResponseBase:
    """What somebody offers, and takes back; the person alone does either."""
    form = OfferForm(request.position, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.offer(position=request.position, gladly=form.gladly(), beginner=form.cleaned_data["beginner"])
        messages.success(request, _("Saved. You can take it back any day."))
        return redirect(address(request, "my_roles"))
    read = sections.as_read(request.position, queries.offers_of(request.position))
    context = {"form": form, "read": read, "may_test": request.position.may(Right.SEE)}
    return render(request, "roles/mine.html", context, status=422 if form.is_bound and form.errors else 200)


@require_safe
@needs(Right.SEE)
def network_roles(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Who takes which role in a network, and, for who may see that, who offers one."""
    network = access_network(request.position, pk)
    team = queries.team_of(network, request.position)
    context = {
        "network": network,
        "team": team,
        "heading": sections.heading(team),
        "points": sections.points(team),
        "service": queries.service_roles(),
        "service_table": sections.service_table(),
        "competences": sections.competences(),
        "may_change": may_on_network(request.position, network, Right.EDIT_REGISTER),
        "may_divide": request.position.may(Right.SEE_MANDATES),
    }
    return render(request, "roles/network.html", context)


def network_role_give(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Say who takes a role."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    asked = {"role": request.GET.get("role", ""), "who": request.GET.get("who", "")}
    form = TaskForm(network, request.POST or None, initial=asked)
    if request.method == "POST" and form.is_valid():
        try:
            actions.give_role(task=form.task(), actor=request.actor)
        except actions.TakenAlready:
            form.add_error("who", _("This person has this role here already."))
        else:
            messages.success(request, _("Saved."))
            return redirect(address(request, "network_roles", pk))
    context = {"network": network, "form": form}
    return render(request, "roles/give.html", context, status=422 if form.errors else 200)


@require_POST
def network_role_take(request: AuthorityRequest, pk: int, task: int) -> HttpResponseBase:
    """Somebody has a role no more."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    actions.take_role(task=get_object_or_404(Task, pk=task, network=network), actor=request.actor)
    messages.success(request, _("Taken away."))
    return redirect(address(request, "network_roles", pk))


@require_safe
@needs(Right.SEE_MANDATES)
def staffing(request: AuthorityRequest) -> HttpResponseBase:
    """The five roles of every running network, divided over who offers them."""
    networks = list(Network.objects.running(timezone.localdate()).current().order_by("name"))
    return render(request, "roles/staffing.html", {"division": queries.division(networks)})
