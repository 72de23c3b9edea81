"""Screens of guests: for which organisation each of them works."""

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks import actions, queries
from regiewijzer.register.networks.forms import GuestSeatForm
from regiewijzer.register.records.views import address


@needs(Right.MANAGE_PEOPLE)
def guests(request: AuthorityRequest) -> HttpResponseBase:
    """For which organisation each guest works: it decides which networks they may open."""
    form = GuestSeatForm(request.authority.pk, request.POST or None)
    if request.method == "POST" and form.is_valid():
        position, organisation = form.cleaned_data["position"], form.cleaned_data["organisation"]
        actions.seat_guest(position=position, organisation=organisation, actor=request.actor)
        said = {"name": position.user.name, "organisation": organisation.name}
        messages.success(request, _("%(name)s now sees the networks of %(organisation)s.") % said)
        return redirect(address(request, "guests"))
    context = {"form": form, "guests": queries.guests_of(request.authority.pk)}
    return render(request, "networks/guests.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.MANAGE_PEOPLE)
def guest_unseat(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """A guest no longer works for the organisation, and opens no network until there is another."""
    position = get_object_or_404(Position.objects.select_related("user"), pk=pk, authority=request.authority)
    actions.unseat_guest(position=position, actor=request.actor)
    messages.success(request, _("%(name)s sees no network any more.") % {"name": position.user.name})
    return redirect(address(request, "guests"))
