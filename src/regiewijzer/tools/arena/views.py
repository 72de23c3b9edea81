"""Screens of arenas."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import (
    FORM,
    PHASES,
    REQUIRED_SEATS,
    access_network,
    form_of,
    may_on_network,
    partners_of,
    read_together,
    required_seats_of,
)
from regiewijzer.register.records.views import address, offer_undo
from regiewijzer.science.facts import Form, Phase
from regiewijzer.tools.arena import actions, sections
from regiewijzer.tools.arena.forms import NeedForm, PlacedForm, TableForm
from regiewijzer.tools.arena.models import Arena, Placed
from regiewijzer.tools.arena.queries import arenas, tables


@require_safe
@needs(Right.SEE)
def network_arena(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Who is needed in a phase, who sits there, the smallest good table, and what changes when one leaves or joins."""
    network = access_network(request.position, pk)
    read_together([network], (PHASES, FORM, REQUIRED_SEATS, arenas.ARENAS))
    return _page(request, network, arenas.shown_phase(network, request.GET.get("phase", "")))


@require_POST
def network_arena_begin(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Begin the arena of a phase with the members of today and what each does."""
    network = _to_change(request, pk)
    phase_ = arenas.shown_phase(network, request.POST.get("phase", ""))
    if not any(each.phase == phase_ for each in arenas.ARENAS.of(network)):
        placed = [
            Placed(organisation_id=each.organisation_id, contributions=actions.brought(each.action))
            for each in partners_of(network)
        ]
        actions.make_arena(network=network, phase=phase_, placed=placed, actor=request.actor)
    return _back(request, pk, phase_)


def network_arena_add(request: AuthorityRequest, pk: int, phase: str) -> HttpResponseBase:
    """Place a partner that does not stand in the arena yet."""
    network = _to_change(request, pk)
    arena = arenas.arena_of(network, phase)
    offered = request.GET.get("partner", "")
    initial = {"organisation": int(offered) if offered.isdecimal() else ""}
    form = PlacedForm(arenas.organisations_to_add(arena), request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        placed = form.save(commit=False)
        try:
            actions.put_partner(arena=arena, placed=placed, actor=request.actor)
        except actions.Moved:
            messages.warning(request, _("Somebody placed %(name)s meanwhile.") % {"name": placed.organisation})
            return redirect(address(request, "network_arena_partner", pk, phase, placed.organisation_id))
        messages.success(request, _("Saved."))
        return _back(request, pk, arena.phase)
    return _form(request, network, arena, form)


def network_arena_partner(request: AuthorityRequest, pk: int, phase: str, organisation: int) -> HttpResponseBase:
    """Change what is known of a partner in the arena, or its place."""
    network = _to_change(request, pk)
    arena = arenas.arena_of(network, phase)
    placed = _placed(arena, organisation)
    form = PlacedForm([], request.POST or None, instance=placed)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            actions.put_partner(arena=arena, placed=form.save(commit=False), seen=seen, actor=request.actor)
        except actions.Moved:
            now = Placed.objects.get(arena=arena, organisation=organisation)
            form.data = {**form.data.dict(), "seen": now.state}  # type: ignore[attr-defined]
            return _form(request, network, arena, form, moved=now, status=409)
        undo = address(request, "network_arena_back", pk, phase, arena.pk)
        offer_undo(request, _("Saved."), undo)
        return _back(request, pk, arena.phase)
    return _form(request, network, arena, form)


@require_POST
def network_arena_remove(request: AuthorityRequest, pk: int, phase: str, organisation: int) -> HttpResponseBase:
    """Take a partner out of the arena; its seat in the network stays."""
    network = _to_change(request, pk)
    arena = arenas.arena_of(network, phase)
    actions.take_partner(arena=arena, organisation=organisation, actor=request.actor)
    undo = address(request, "network_arena_back", pk, phase, arena.pk)
    offer_undo(request, _("Taken out of the arena. The partner is still a member."), undo)
    return _back(request, pk, arena.phase)


def network_arena_need(request: AuthorityRequest, pk: int, phase: str) -> HttpResponseBase:
    """Say what is needed in this phase, and how many should bring it."""
    network = _to_change(request, pk)
    arena = arenas.arena_of(network, phase)
    asked = request.GET.get("contribution", "")
    holders = next((need.holders for need in arena.needs.all() if need.contribution == asked), 1)
    form = NeedForm(network, request.POST or None, initial={"contribution": asked, "holders": holders})
    if request.method == "POST" and form.is_valid():
        actions.need(arena=arena, actor=request.actor, **form.cleaned_data)
        undo = address(request, "network_arena_back", pk, phase, arena.pk)
        offer_undo(request, _("Saved."), undo)
        return _back(request, pk, arena.phase)
    context = {"network": network, "arena": arena, "form": form}
    return render(request, "arena/need.html", context, status=422 if form.errors else 200)


@require_POST
def network_arena_back(request: AuthorityRequest, pk: int, phase: str, arena: int) -> HttpResponseBase:
    """Make an earlier arena of this phase the newest again."""
    network = _to_change(request, pk)
    earlier = get_object_or_404(Arena, pk=arena, network=network, phase=_phase(phase))
    actions.back_to(arena=earlier, actor=request.actor)
    messages.success(request, _("It is as it was before."))
    return _back(request, pk, earlier.phase)


def _page(request: AuthorityRequest, network: Network, phase: Phase) -> HttpResponse:
    limits, members = limits_of(request.authority), partners_of(network)
    page = arenas.arena_page(network, members, phase)
    asked = TableForm(request.GET or None)
    wish = asked.cleaned_data if asked.is_bound and asked.is_valid() else {}
    required = required_seats_of(network)
    table = tables.smallest_table(page, most=wish.get("most"), second=bool(wish.get("second")), required=required)
    partner = request.GET.get("partner", "")
    period = form_of(network)
    form = Form(period.form) if period else None
    compared = (
        tables.what_if(page, int(partner), form=form, limits=limits, required=required) if partner.isdecimal() else None
    )
    may_change = may_on_network(request.position, network, Right.EDIT_REGISTER)
    context = {
        "network": network,
        "page": page,
        "heading": sections.heading(page),
        "source": sections.made(page.arena) if page.arena else "",
        "picture": sections.picture(page, network, may_change=may_change),
        "table": table,
        "asked": asked,
        "what_if": compared,
        "comparison": sections.comparison(compared) if compared else None,
        "form_fits": sections.form_that_no_longer_fits(compared) if compared else "",
        "may_change": may_change,
    }
    return render(request, "arena/arena.html", context, status=422 if asked.is_bound and asked.errors else 200)


def _to_change(request: AuthorityRequest, pk: int) -> Network:
    return access_network(request.position, pk, Right.EDIT_REGISTER)


def _phase(code: str) -> Phase:
    if code not in set(Phase):
        raise Http404
    return Phase(code)


def _placed(arena: Arena, organisation: int) -> Placed:
    placed = arenas.placed_in(arena, organisation)
    if placed is None:
        raise Http404
    return placed


def _back(request: AuthorityRequest, pk: int, phase: str) -> HttpResponseBase:
    return redirect(f"{address(request, 'network_arena', pk)}?phase={phase}")


def _form(
    request: AuthorityRequest,
    network: Network,
    arena: Arena,
    form: PlacedForm,
    *,
    moved: Placed | None = None,
    status: int = 0,
) -> HttpResponse:
    placed = form.instance if form.instance.organisation_id else None
    context = {"network": network, "arena": arena, "form": form, "placed": placed, "moved": moved}
    return render(request, "arena/partner.html", context, status=status or (422 if form.errors else 200))
