"""Screens of tries."""

from contextlib import suppress
from typing import Any

from django.contrib import messages
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.public import NotOpen, Workshop, note_agreed, question_that_gives, said_by_room
from regiewijzer.library import catalogue
from regiewijzer.register.meetings.queries import next_meeting_of
from regiewijzer.register.networks.queries import access_network, may_on_network
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address
from regiewijzer.tools.breakthrough import actions, queries
from regiewijzer.tools.breakthrough.forms import EffectForm, TryForm
from regiewijzer.tools.breakthrough.models import Try
from regiewijzer.ui.conflicts import rebase
from regiewijzer.ui.wording import day

MOST_SHOWN = 3  # principles a room chose, beside the form


@require_safe
@needs(Right.SEE)
def tries(request: AuthorityRequest) -> HttpResponseBase:
    """What every network tried, and what it did. A list: nothing is counted per principle."""
    return render(request, "breakthrough/tries.html", {"tries": queries.all_tries()})


def network_try_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Agree on a try after one principle, of one's own choice or that of a room; an open room sees it on the screen."""
    network = access_network(request.position, pk, Right.EDIT_REGISTER)
    meeting = next_meeting_of(network)
    room = said_by_room(request.position, network, request.GET.get("session", ""), "try")
    voted = room.chosen.get("principle", ()) if room else ()
    chosen = request.GET.get("principle", "") or next(iter(voted), "")
    form = TryForm(network, meeting, request.POST or None, initial={"principle": chosen})
    if request.method == "POST" and form.is_valid():
        on_agenda = meeting if form.cleaned_data.get("on_agenda") else None
        made = actions.agree_on(attempt=form.save(commit=False), meeting=on_agenda, actor=request.actor)
        messages.success(request, _("Agreed. It is an action now."))
        if room is not None and room.workshop.is_open:
            _show(room.workshop, made)
            return redirect(address(request, "workshop_lead", room.workshop.pk))
        return redirect(address(request, "network_try", pk, made.pk))
    named = {each.key: each for each in catalogue.principles()}
    context: dict[str, Any] = {"network": network, "form": form, "meeting": meeting, "principle": named.get(chosen)}
    context |= {"room": room, "voted": [named[key].title for key in voted[:MOST_SHOWN] if key in named]}
    return render(request, "breakthrough/try_form.html", context, status=422 if form.errors else 200)


def _show(workshop: Workshop, attempt: Try) -> None:
    """Put what was agreed on the screen of the room, by the question that asked for it."""
    question = question_that_gives(workshop, "try.what")
    if question is None:
        return
    who = ", ".join(str(each) for each in (attempt.organisation, attempt.others) if each)
    when = _("Until %(day)s") % {"day": day(attempt.until)}
    lines = [attempt.what, f"{who} · {when}" if who else when, attempt.seen_by]
    with suppress(NotOpen):  # it ended meanwhile; the try stands
        note_agreed(workshop=workshop, question=question, lines=lines)


@require_safe
@needs(Right.SEE)
def network_try(request: AuthorityRequest, pk: int, attempt: int) -> HttpResponseBase:
    """What was agreed, where it stands, and what it did."""
    found = queries.try_of(request.position, pk, attempt)
    context = {
        "network": found.network,
        "attempt": found,
        "principle": catalogue.principle(found.principle),
        "may_change": may_on_network(request.position, found.network, Right.EDIT_REGISTER),
    }
    return render(request, "breakthrough/try.html", context)


def network_try_effect(request: AuthorityRequest, pk: int, attempt: int) -> HttpResponseBase:
    """Tell what a try did."""
    access_network(request.position, pk, Right.EDIT_REGISTER)
    found = queries.try_of(request.position, pk, attempt)
    initial = {"seen_version": found.version, "effect": found.effect, "helped": found.helped}
    form = EffectForm(request.POST or None, initial=initial)
    context: dict[str, Any] = {"network": found.network, "attempt": found, "form": form}
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            actions.tell(
                attempt=found,
                effect=told["effect"],
                helped=told["helped"],
                actor=request.actor,
                seen_version=told["seen_version"],
            )
        except Conflict:
            rebase(form, request.POST, found.version)
            return render(request, "breakthrough/effect.html", {**context, "late": True}, status=409)
        messages.success(request, _("Saved."))
        return redirect(address(request, "network_try", pk, attempt))
    return render(request, "breakthrough/effect.html", context, status=422 if form.errors else 200)
