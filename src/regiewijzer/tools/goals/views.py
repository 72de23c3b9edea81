"""Screens of goals."""

from django.contrib import messages
from django.http import HttpResponse
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
from regiewijzer.tools.goals import actions, sections
from regiewijzer.tools.goals.forms import LONGEST_GOAL, GoalForm, PartForm, PlacesForm
from regiewijzer.tools.goals.queries import goals, ratings, splits
from regiewijzer.tools.goals.queries.splits import ShownSplit

BESIDE = "part_%s"  # two forms with a text stand on the working surface


@require_safe
@needs(Right.SEE)
def network_goal(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The goal in its versions, what the members think of it, how broad it is, and its parts."""
    network, limits = access_network(request.position, pk), limits_of(request.authority)
    page = goals.goal_page(network, partners_of(network), limits)
    context = {
        "network": network,
        "goal": page,
        "versions": sections.versions_of(page),
        "limits": limits,
        "may_change": may_on_network(request.position, network, Right.EDIT_REGISTER),
    }
    return render(request, "goals/goal.html", context)


def network_goal_measure(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write down what the members think of the goal."""
    network = _to_change(request, pk)
    form = GoalForm(network, request.POST or None)
    if request.method == "POST" and form.is_valid():
        measure(measurement=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Measurement saved."))
        return redirect(address(request, "network_goal", pk))
    context = {"network": network, "form": form, "measurements": ratings.of_network(network)}
    return render(request, "goals/measure.html", context, status=422 if form.errors else 200)


def network_goal_split(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The working surface: the parts, and who carries which; sending it keeps who carries what."""
    network = _to_change(request, pk)
    shown = splits.open_split(network, limits_of(request.authority))
    places = PlacesForm(shown, request.POST or None) if shown else None
    if request.method == "POST" and shown is not None and places is not None and places.is_valid():
        actions.place_partners(
            split=shown.split,
            text=places.cleaned_data["text"],
            parts=places.parts,
            none=places.none,
            actor=request.actor,
        )
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_goal_split", pk))
    return _surface(request, network, shown, places=places)


@require_POST
def network_goal_split_begin(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Begin a proposal, or go on with the one that is open."""
    actions.propose_split(network=_to_change(request, pk), actor=request.actor)
    return redirect(address(request, "network_goal_split", pk))


@require_POST
def network_sub_goal_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Another part."""
    network = _to_change(request, pk)
    shown = splits.open_split(network, limits_of(request.authority))
    form = PartForm(request.POST, auto_id=BESIDE)
    if shown is None:
        return redirect(address(request, "network_goal_split", pk))
    if not form.is_valid():
        return _surface(request, network, shown, part=form)
    actions.put_part(split=shown.split, part=form.save(commit=False), actor=request.actor)
    messages.success(request, _("Part added."))
    return redirect(address(request, "network_goal_split", pk))


def network_sub_goal(request: AuthorityRequest, pk: int, sub_goal: int) -> HttpResponseBase:
    """Change a part of the proposal."""
    network = _to_change(request, pk)
    part = splits.part_of(splits.proposal_of(network), sub_goal)
    form = PartForm(request.POST or None, instance=part)
    if request.method == "POST" and form.is_valid():
        actions.put_part(split=part.split, part=form.save(commit=False), actor=request.actor)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_goal_split", pk))
    context = {"network": network, "part": part, "form": form}
    return render(request, "goals/part.html", context, status=422 if form.errors else 200)


@require_POST
def network_sub_goal_remove(request: AuthorityRequest, pk: int, sub_goal: int) -> HttpResponseBase:
    network = _to_change(request, pk)
    actions.remove_part(part=splits.part_of(splits.proposal_of(network), sub_goal), actor=request.actor)
    messages.success(request, _("Part removed."))
    return redirect(address(request, "network_goal_split", pk))


@require_POST
def network_goal_split_adopt(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The proposal becomes the goal, when every partner has a place in it."""
    network = _to_change(request, pk)
    shown = splits.open_split(network, limits_of(request.authority))
    if shown is None or not shown.ready or len(shown.whole) > LONGEST_GOAL:
        messages.error(request, _why_not(shown))
        return redirect(address(request, "network_goal_split", pk))
    actions.adopt_split(split=shown.split, text=shown.whole, actor=request.actor)
    undo = address(request, "network_goal_split_reopen", pk, shown.split.pk)
    offer_undo(request, _("The goal is split. Its parts belong to the new version."), undo)
    return redirect(address(request, "network_goal", pk))


@require_POST
def network_goal_split_withdraw(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Put the proposal aside."""
    network = _to_change(request, pk)
    proposal = splits.proposal_of(network)
    if proposal is not None:
        actions.withdraw_split(split=proposal, actor=request.actor)
        undo = address(request, "network_goal_split_reopen", pk, proposal.pk)
        offer_undo(request, _("The proposal is put aside."), undo)
    return redirect(address(request, "network_goal", pk))


@require_POST
def network_goal_split_reopen(request: AuthorityRequest, pk: int, split: int) -> HttpResponseBase:
    """Take the last step back."""
    network = _to_change(request, pk)
    try:
        actions.reopen_split(split=splits.split_of(network, split), actor=request.actor)
    except actions.CannotUndo:
        messages.error(
            request, _("This cannot be taken back: the goal was worded, measured or split again since. Word it anew.")
        )
        return redirect(address(request, "network_goal", pk))
    messages.success(request, _("It is a proposal again."))
    return redirect(address(request, "network_goal_split", pk))


def _to_change(request: AuthorityRequest, pk: int) -> Network:
    return access_network(request.position, pk, Right.EDIT_REGISTER)


def _surface(
    request: AuthorityRequest,
    network: Network,
    shown: ShownSplit | None,
    *,
    places: PlacesForm | None = None,
    part: PartForm | None = None,
) -> HttpResponse:
    wrong = bool((places and places.errors) or (part and part.errors))
    context = {
        "network": network,
        "goal": network.goals.first(),
        "split": shown,
        "places": places or (PlacesForm(shown) if shown else None),
        "form": part or PartForm(auto_id=BESIDE),
        "limits": limits_of(request.authority),
    }
    return render(request, "goals/split.html", context, status=422 if wrong else 200)


def _why_not(shown: ShownSplit | None) -> str:
    """What a proposal lacks, in a sentence."""
    if shown is None or not shown.enough_parts:
        return _("A split has at least two parts. Add a part first.")
    if shown.unplaced:
        return _("Not everybody has a place yet: %(names)s.") % {"names": ", ".join(shown.unplaced)}
    return _("The parts together are longer than %(most)s characters. Word the goal as a whole in one sentence.") % {
        "most": LONGEST_GOAL
    }
