"""Screens of insights. `queries` says who may see which, and who may write one down."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.public import (
    LONGEST_TITLE,
    SaidByRoom,
    Workshop,
    prepare_about,
    rooms_that_made,
    said_by_room,
)
from regiewijzer.register.networks.models import Network
from regiewijzer.register.networks.queries import may_on_network
from regiewijzer.register.organisations.models import Organisation
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.science.facts.insights import Consent, InsightKind, Proof
from regiewijzer.tools.insights import actions, queries
from regiewijzer.tools.insights.definitions import IN_A_ROOM, draft_of, feelings_of, questions_for_a_room
from regiewijzer.tools.insights.forms import InsightForm, JourneyOfRoomForm, MomentForm, StepForm, UseForm
from regiewijzer.tools.insights.models import CONFIDENTIAL, MOST_MOMENTS, MOST_STEPS, Insight, Moment, Step, Use
from regiewijzer.tools.insights.sections import picture
from regiewijzer.ui.conflicts import conflicts, rebase
from regiewijzer.ui.wording import text_of


@require_safe
def network_insights(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What is known of the users of a network: what this reader may see of it."""
    network = queries.network_for(request.position, pk)
    found = list(queries.seen_by(request.position, network).prefetch_related(queries.WITH_USES, "steps", "moments"))
    sees_all = queries.sees_all(request.position, network)
    kinds = [kind for kind in InsightKind if sees_all or kind not in CONFIDENTIAL]
    context = {
        "network": network,
        "sees_all": sees_all,
        "may_add": [kind for kind in kinds if queries.may_write(request.position, network, kind)],
        "by_kind": [(kind, queries.kept(found, kind)) for kind in kinds],
        "destroyed": [each for each in found if each.destroyed_on],
        "may_make": [
            kind
            for kind in IN_A_ROOM
            if queries.may_write(request.position, network, kind)
            and may_on_network(request.position, network, Right.FACILITATE)
        ],
        "rooms": [(kind, rooms_that_made(network, kind)) for kind in IN_A_ROOM],
        "total": sum(each.destroyed_on is None for each in found),
    }
    return render(request, "insights/insights.html", context)


@require_safe
def network_insight(request: AuthorityRequest, pk: int, insight: int) -> HttpResponseBase:
    """One insight, drawn; how sure it is, and what it changed."""
    network = queries.network_for(request.position, pk)
    found = queries.insight_of(request.position, network, insight)
    steps = queries.steps_of(found)
    context = {
        "network": network,
        "insight": found,
        "picture": picture(found, steps),
        "may_change": not found.destroyed_on and queries.may_write(request.position, network, found.kind),
        "steps": steps,
        "moments": queries.moments_of(found),
        "uses": list(found.uses.all()),
    }
    return render(request, "insights/insight.html", context)


def network_insight_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Write a new insight down: a persona, unless the address asks for another kind."""
    kind = request.GET.get("kind", InsightKind.PERSONA)
    if kind not in list(InsightKind):
        raise Http404
    network = queries.network_for(request.position, pk)
    _needs_to_write(request, network, kind)
    seen = {"proof": Proof.SEEN, "consent": Consent.SPOKEN} if kind in CONFIDENTIAL else {}
    room = said_by_room(request.position, network, request.GET.get("session", ""), kind)
    return _form(request, network, Insight(network=network, kind=kind, **seen), room)


@require_POST
def network_insight_room(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Prepare a session in which a room makes a persona or a user journey together."""
    network, kind = queries.network_for(request.position, pk), request.POST.get("kind", InsightKind.PERSONA)
    may = may_on_network(request.position, network, Right.FACILITATE)
    if not may or not queries.may_write(request.position, network, InsightKind.PERSONA):
        raise PermissionDenied
    if kind not in IN_A_ROOM:
        raise Http404
    what = text_of(kind, "insight_kinds")
    title = _("%(network)s: %(what)s") % {"network": network.name, "what": what}
    made = prepare_about(
        workshop=Workshop(title=title[:LONGEST_TITLE]),
        network=network,
        by=request.position,
        drafts=questions_for_a_room(kind),
    )
    return redirect(address(request, "workshop", made.pk))


def network_insight_edit(request: AuthorityRequest, pk: int, insight: int) -> HttpResponseBase:
    """Change what was written down."""
    network, found = _to_change(request, pk, insight)
    return _form(request, network, found)


def _form(
    request: AuthorityRequest, network: Network, insight: Insight, room: SaidByRoom | None = None
) -> HttpResponseBase:
    """`room`: the session of which this is a draft."""
    personas, names = queries.personas_of(network), queries.names_of_people()
    kind = JourneyOfRoomForm if room is not None and insight.kind == InsightKind.JOURNEY else InsightForm
    draft = draft_of(insight.kind, room) if room is not None else {}
    form = kind(personas, names, request.POST or None, instance=insight, initial=draft)
    context: dict[str, Any] = {
        "network": network,
        "insight": insight,
        "form": form,
        "title": _title(insight),
        "room": room,
    }
    if request.method == "POST" and isinstance(form, JourneyOfRoomForm) and room is not None and form.is_valid():
        journey = actions.keep_journey(
            journey=form.save(commit=False), steps=form.steps, feelings=feelings_of(room), actor=request.actor
        )
        messages.success(request, _("Saved. Say now with each step whom somebody meets there."))
        return redirect(address(request, "network_insight", network.pk, journey.pk))
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen_version"]
        try:
            kept = actions.keep_insight(insight=form.save(commit=False), actor=request.actor, seen_version=seen)
        except Conflict:
            stored = Insight.objects.get(pk=insight.pk)
            context["conflicts"] = conflicts(form, InsightForm(personas, names, instance=stored))
            rebase(form, request.POST, stored.version)
            return render(request, "insights/form.html", {**context, "late": True}, status=409)
        except actions.Destroyed:
            return _gone(request, insight)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_insight", network.pk, kept.pk))
    return render(request, "insights/form.html", context, status=422 if form.errors else 200)


def _title(insight: Insight) -> str:
    if insight.pk:
        return _("Change: %(name)s") % {"name": insight.name}
    return {
        InsightKind.PERSONA: _("Add a persona"),
        InsightKind.INTERVIEW: _("Write an interview down"),
        InsightKind.JOURNEY: _("Add a user journey"),
        InsightKind.DIARY: _("Write a diary down"),
    }[InsightKind(insight.kind)]


@require_POST
def network_insight_withdraw(request: AuthorityRequest, pk: int, insight: int) -> HttpResponseBase:
    """Consent is withdrawn: destroy it now."""
    _network, found = _to_change(request, pk, insight)
    try:
        actions.withdraw(insight=found, actor=request.actor)
    except actions.Destroyed:
        return _gone(request, found)
    messages.success(request, _("Destroyed. Only that it was there, and what it changed, stays."))
    return _back(request, found)


def network_insight_use(request: AuthorityRequest, pk: int, insight: int) -> HttpResponseBase:
    """Say what an insight changed."""
    network, found = _to_change(request, pk, insight)
    form = UseForm(
        queries.targets_of(network), queries.names_of_people(), request.POST or None, instance=Use(insight=found)
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.note_use(use=form.save(commit=False), actor=request.actor)
        except actions.Destroyed:
            return _gone(request, found)
        messages.success(request, _("Saved."))
        return _back(request, found)
    title = _("What did %(name)s change?") % {"name": found.name}
    return _part_form(request, found, form, title)


@require_POST
def network_insight_use_back(request: AuthorityRequest, pk: int, insight: int, use: int) -> HttpResponseBase:
    """It did not change that after all."""
    _network, found = _to_change(request, pk, insight)
    actions.take_use_back(use=get_object_or_404(Use, pk=use, insight=found), actor=request.actor)
    messages.success(request, _("Taken away."))
    return _back(request, found)


def network_insight_part_add(request: AuthorityRequest, pk: int, insight: int) -> HttpResponseBase:
    """Add a step to a journey, or a moment to a diary."""
    _network, found = _to_change(request, pk, insight)
    return _part(request, found, None)


def network_insight_part(request: AuthorityRequest, pk: int, insight: int, part: int) -> HttpResponseBase:
    """Change a step or a moment."""
    _network, found = _to_change(request, pk, insight)
    return _part(request, found, _part_of(found, part))


def _part(request: AuthorityRequest, insight: Insight, part: Step | Moment | None) -> HttpResponseBase:
    names, typed = queries.names_of_people(), request.POST or None
    form: StepForm | MomentForm
    if insight.kind == InsightKind.JOURNEY:
        known = Organisation.objects.current().order_by("name").values_list("name", "pk")
        step = part if isinstance(part, Step) else Step(insight=insight, stage="before")
        form = StepForm(known, names, typed, instance=step)
    elif insight.kind == InsightKind.DIARY:
        form = MomentForm(names, typed, instance=part if isinstance(part, Moment) else Moment(insight=insight))
    else:
        raise Http404
    title = str(part) if part else _("Add a step") if isinstance(form, StepForm) else _("Add a moment")
    if request.method != "POST" or not form.is_valid():
        return _part_form(request, insight, form, title, part=part)
    try:
        if isinstance(form, StepForm):
            chosen = form.cleaned_data["organisations"]
            actions.keep_step(step=form.save(commit=False), organisations=chosen, actor=request.actor)
        else:
            actions.keep_moment(moment=form.save(commit=False), actor=request.actor)
    except actions.Full:
        form.add_error(None, _full(insight))
        return _part_form(request, insight, form, title)
    except actions.Destroyed:
        return _gone(request, insight)
    messages.success(request, _("Saved."))
    return _back(request, insight, "parts")


def _full(insight: Insight) -> str:
    if insight.kind == InsightKind.JOURNEY:
        said = _("A journey has at most %(most)s steps: more is not read on one sheet. Make two journeys of it.")
        return said % {"most": MOST_STEPS}
    return _("A diary has at most %(most)s moments.") % {"most": MOST_MOMENTS}


@require_POST
def network_insight_part_out(request: AuthorityRequest, pk: int, insight: int, part: int) -> HttpResponseBase:
    """Take a step or a moment out."""
    _network, found = _to_change(request, pk, insight)
    actions.take_out(part=_part_of(found, part), actor=request.actor)
    messages.success(request, _("Taken away."))
    return _back(request, found, "parts")


@require_POST
def network_insight_part_move(request: AuthorityRequest, pk: int, insight: int, part: int) -> HttpResponseBase:
    """One place earlier or later."""
    _network, found = _to_change(request, pk, insight)
    step = _part_of(found, part)
    if not isinstance(step, Step):
        raise Http404
    actions.move_step(step=step, up=request.POST.get("to") == "up", actor=request.actor)
    return _back(request, found, "parts")


def _part_of(insight: Insight, pk: int) -> Step | Moment:
    if insight.kind == InsightKind.JOURNEY:
        return get_object_or_404(Step, pk=pk, insight=insight)
    return get_object_or_404(Moment, pk=pk, insight=insight)


def _part_form(request: AuthorityRequest, insight: Insight, form: Any, title: str, **more: Any) -> HttpResponse:
    context = {"network": insight.network, "insight": insight, "form": form, "title": title, **more}
    return render(request, "insights/form.html", context, status=422 if form.errors else 200)


def _to_change(request: AuthorityRequest, pk: int, insight: int) -> tuple[Network, Insight]:
    """404 when it is not theirs to see, 403 when not theirs to change, and for one that was destroyed its page."""
    network = queries.network_for(request.position, pk)
    found = queries.insight_to_change(request.position, network, insight)
    _needs_to_write(request, network, found.kind)
    return network, found


def _needs_to_write(request: AuthorityRequest, network: Network, kind: str) -> None:
    if not queries.may_write(request.position, network, kind):
        raise PermissionDenied


def _gone(request: AuthorityRequest, insight: Insight) -> HttpResponse:
    messages.warning(request, _("It was destroyed meanwhile. Nothing was saved."))
    return _back(request, insight)


def _back(request: AuthorityRequest, insight: Insight, at: str = "") -> HttpResponse:
    here = address(request, "network_insight", insight.network_id, insight.pk)
    return redirect(f"{here}#{at}" if at else here)
