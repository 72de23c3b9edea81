"""Screens of overlaps: groups and pairs on two axes, a group side by side with its decision, and likely doubles."""

from dataclasses import asdict
from urllib.parse import urlencode

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.facts.queries import current_snapshot
from regiewijzer.overview.findings.actions import Answered, Gone
from regiewijzer.overview.overlaps import actions, queries
from regiewijzer.overview.overlaps.forms import MergeForm, OverlapForm, StopForm
from regiewijzer.overview.overlaps.wording import ON_ONE, Way, title
from regiewijzer.overview.pictures import links_of, map_of
from regiewijzer.register.decisions.models import Decision
from regiewijzer.register.merges.models import Merge
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address, offer_undo
from regiewijzer.register.records.wording import theme_choices, word_choices
from regiewijzer.science.doubles import is_too_short, likely
from regiewijzer.science.overlap_groups import Group
from regiewijzer.ui.wording import day

PAIRS_ON_A_PAGE = 40
MOST_LIKELY = 5


@require_safe
@needs(Right.SEE)
def overlaps(request: AuthorityRequest) -> HttpResponseBase:
    """Groups beyond chance in a plane and in words, and every pair as a table."""
    known = current_snapshot(request.authority, timezone.localdate())
    limits = limits_of(request.authority)
    asked = queries.Asked(**{name: request.GET.get(name, "") for name in ("partner", "theme", "origin", "layer")})
    found = queries.kept_pairs(known, asked)
    groups = queries.shown_groups(found, limits)
    sort = request.GET.get("sort", "containment")
    names = queries.names_of(known)
    seated = {ref for pair in known.pairs for ref in pair.share}
    context = {
        "groups": groups,
        "grouped": sum(len(each.group.networks) for each in groups),
        "same_goal": sum(each.group.goal == "same" for each in groups),
        "decided": sum(bool(each.decisions) for each in groups),
        "plane": queries.plane(groups),
        "pairs": Paginator(queries.shown_pairs(found, known, limits, sort=sort), PAIRS_ON_A_PAGE).get_page(
            request.GET.get("page")
        ),
        "total": len(known.pairs),
        "shown": len(found),
        "sure": sum(each.sure for each in groups),
        "listed": sum(bool(network.members) for network in known.register.running),
        "running": len(known.register.running),
        "sort": sort,
        "kept": urlencode({"sort": sort, **asdict(asked)}),
        "asked": asked,
        "partners": sorted(((str(ref), names.get(ref, "")) for ref in seated), key=lambda each: each[1]),
        "themes": theme_choices(),
        "layers": word_choices("network_layers"),
        "picture": map_of(found, limits, links_of(request.authority)),
        "limits": limits,
    }
    return render(request, "overlaps/overlaps.html", context)


@needs(Right.SEE)
def overlap_group(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Networks side by side, and the decision about them."""
    network = access_network(request.position, pk)
    known = current_snapshot(request.authority, timezone.localdate())
    group = queries.group_around(known, limits_of(request.authority), pk, _asked_beside(request))
    may_decide = _may_decide(request.position, network)
    if request.method == "POST":
        if not may_decide:
            raise PermissionDenied
        return _decide(request, network, group)
    if not group.networks:
        raise Http404
    return _group_page(request, network, group, _first_form(request, group) if may_decide else None)


def _decide(request: AuthorityRequest, network: Network, group: Group) -> HttpResponseBase:
    form, status = OverlapForm(group.networks, request.authority.pk, request.POST), 422
    if form.is_valid():
        chosen = Network.objects.in_bulk(form.cleaned_data["networks"])
        which = chosen.get(int(form.cleaned_data["which"] or 0)) if form.cleaned_data["way"] in ON_ONE else None
        networks = [chosen[ref] for ref in form.cleaned_data["networks"] if ref in chosen]
        if form.cleaned_data["way"] == Way.ONE_ROOF and not _may_change(request.position, networks, which):
            form.add_error("networks", _("You may not change every one of these networks; ask whoever coordinates."))
        else:
            try:
                made = _record(request, form, networks, which)
            except (Gone, Answered, Conflict):
                form.add_error(None, _("Somebody decided or changed something meanwhile. Look again before you save."))
                status = 409
            else:
                messages.success(request, _("Recorded. It stands in the dossier of every network it is about."))
                return redirect(_after(request, form.cleaned_data["way"], made, networks, which))
    return _group_page(request, network, group, form, status)


def _record(request: AuthorityRequest, form: OverlapForm, networks: list[Network], which: Network | None) -> Decision:
    told = form.cleaned_data
    decision = Decision(
        name=title(told["way"], [each.name for each in networks], which.name if which else ""),
        reason=told["reason"],
        responsible=told["responsible"],
        due=told["due"],
        review_on=told["review_on"],
    )
    return actions.decide_on_overlap(
        decision=decision, way=told["way"], networks=networks, which=which, actor=request.actor
    )


def _after(request: AuthorityRequest, way: str, made: Decision, networks: list[Network], which: Network | None) -> str:
    """A merge is carried out on a page of its own, by who may; any other way is done when it is decided."""
    others = [each for each in networks if which is not None and each.pk != which.pk]
    if way == Way.MERGE and which is not None and request.position.may(Right.EDIT_REGISTER):
        return f"{address(request, 'network_merge', which.pk)}?goes={others[0].pk}"
    return address(request, "decision", made.pk)


def _may_decide(position: Position, network: Network) -> bool:
    return position.may(Right.DECIDE) or may_on_network(position, network, Right.DECIDE)


def _may_change(position: Position, networks: list[Network], which: Network | None) -> bool:
    return all(may_on_network(position, each, Right.EDIT_REGISTER) for each in networks if each != which)


def _asked_beside(request: AuthorityRequest) -> list[int]:
    return [int(ref) for ref in request.GET.get("met", "").split("-") if ref.isdecimal()]


def _first_form(request: AuthorityRequest, group: Group) -> OverlapForm:
    """The surest pair is chosen already: of a group it is rarely about everything."""
    pair = group.pairs[0] if group.pairs else None
    chosen = [pair.first.ref, pair.second.ref] if pair else [network.ref for network in group.networks]
    return OverlapForm(group.networks, request.authority.pk, initial={"networks": [str(ref) for ref in chosen]})


def _group_page(
    request: AuthorityRequest, network: Network, group: Group, form: OverlapForm | None, status: int = 200
) -> HttpResponse:
    limits = limits_of(request.authority)
    known = current_snapshot(request.authority, timezone.localdate())
    context = {
        "network": network,
        "beside": queries.beside(known, group, limits),
        "form": form,
        "limits": limits,
    }
    return render(request, "overlaps/group.html", context, status=status)


@needs(Right.EDIT_REGISTER)
def network_merge(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Let another network go into this one: what will happen, and carrying it out."""
    stays = access_network(request.position, pk, Right.EDIT_REGISTER)
    asked = request.POST.get("goes", "") if request.method == "POST" else request.GET.get("goes", "")
    goes = Network.objects.exclude(pk=pk).filter(pk=int(asked)).first() if asked.isdecimal() else None
    form, status = MergeForm(stays, goes, request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid() and goes is not None:
            try:
                return _merged(request, form, stays, goes)
            except Conflict:
                form.add_error(None, _("Somebody changed one of both meanwhile. Look again before you save."))
                form.data = {**form.data.dict(), "seen_stays": str(stays.version), "seen_goes": str(goes.version)}  # type: ignore[attr-defined]
                status = 409
    context = {
        "stays": stays,
        "goes": goes,
        "form": form,
        "what": queries.what_moves(stays, goes) if goes else None,
        "merges": queries.merges_into(stays),
    }
    return render(request, "overlaps/merge.html", context, status=status)


def _merged(request: AuthorityRequest, form: MergeForm, stays: Network, goes: Network) -> HttpResponse:
    told = form.cleaned_data
    merge = actions.merge_networks(
        stays=stays,
        goes=goes,
        goal=told["goal"],
        day=told["day"],
        seen=(told["seen_stays"], told["seen_goes"] or goes.version),
        actor=request.actor,
        now=timezone.now(),
        tell=told["tell"],
    )
    sentence = _("“%(goes)s” goes into “%(stays)s”.") % {"goes": goes.name, "stays": stays.name}
    offer_undo(request, sentence, address(request, "network_merge_undo", stays.pk, merge.pk))
    return redirect(address(request, "network", stays.pk))


@needs(Right.SEE)
def network_stop(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Let a network end: what becomes of its members, meetings and actions, and carrying it out.

    Its manager may; that another takes it over is for who may change both.
    """
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    form = StopForm(network, request.POST or None, alone=not request.position.may(Right.EDIT_REGISTER))
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            if form.cleaned_data.get("into"):
                into = int(form.cleaned_data["into"])
                return redirect(f"{address(request, 'network_merge', into)}?goes={network.pk}")
            try:
                return _stopped(request, form, network)
            except Conflict:
                form.add_error(None, _("Somebody changed it meanwhile. Look again before you save."))
                form.data = {**form.data.dict(), "seen_version": str(network.version)}  # type: ignore[attr-defined]
                status = 409
    context = {"network": network, "form": form, "what": queries.what_stops(network)}
    return render(request, "overlaps/stop.html", context, status=status)


def _stopped(request: AuthorityRequest, form: StopForm, network: Network) -> HttpResponse:
    told = form.cleaned_data
    merge = actions.stop_network(
        network=network,
        day=told["day"],
        keep_actions=told["keep_actions"],
        tell=told["tell"],
        seen=told["seen_version"],
        actor=request.actor,
        now=timezone.now(),
    )
    sentence = _("“%(name)s” ends on %(day)s.") % {"name": network.name, "day": day(told["day"])}
    offer_undo(request, sentence, address(request, "network_merge_undo", network.pk, merge.pk))
    return redirect(address(request, "network", network.pk))


@require_POST
@needs(Right.SEE)
def network_merge_undo(request: AuthorityRequest, pk: int, merge: int) -> HttpResponseBase:
    """Both networks as they were, until the day."""
    stays = access_network(request.position, pk, Right.EDIT_REGISTER)
    found = get_object_or_404(Merge, pk=merge, kind=Network.KIND, stays=stays.pk)
    if found.goes != stays.pk and not request.position.may(Right.EDIT_REGISTER):
        raise PermissionDenied
    today = timezone.localdate()
    if actions.take_back(merge=found, today=today, actor=request.actor, now=timezone.now()):
        messages.success(request, _("Taken back: both are there again, as they were."))
    else:
        messages.warning(
            request, _("This can no longer be undone: its day is past, or something was built on it. Decide anew.")
        )
    return redirect(address(request, "network", stays.pk))


@require_safe
@needs(Right.EDIT_REGISTER)
def likely_doubles(request: AuthorityRequest) -> HttpResponseBase:
    """Networks that exist already and look like the one somebody is typing; asked again while they type."""
    known = current_snapshot(request.authority, timezone.localdate()).register
    name, goal = request.GET.get("name", "").strip(), request.GET.get("goal", "").strip()
    limits = limits_of(request.authority)
    found = likely(name, goal, request.GET.getlist("themes"), known, limits)
    context = {
        "likely": found[:MOST_LIKELY],
        "total": len(found),
        "asked": bool(name or goal),
        "too_short": bool(goal) and is_too_short(goal),
        "searched": len(known.running),
    }
    return render(request, "overlaps/_likely.html", context)
