"""Screens of filling in: start, choose criteria, page by page, close, and what it says."""

from contextlib import suppress

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe
from django_htmx.http import HttpResponseClientRedirect

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.actions import sittings as actions
from regiewijzer.inquiry.questionnaires.definitions.parts import Part, parts_of, progress
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.forms.answers import PartForm
from regiewijzer.inquiry.questionnaires.forms.sittings import CriteriaForm, FinishForm, StartForm
from regiewijzer.inquiry.questionnaires.models import Sitting, Way
from regiewijzer.inquiry.questionnaires.queries import own, sittings, subjects
from regiewijzer.inquiry.questionnaires.queries.answered import answered_parts
from regiewijzer.inquiry.questionnaires.queries.outcomes import outcome_of
from regiewijzer.inquiry.questionnaires.views.catalogue import questionnaire_or_404
from regiewijzer.inquiry.questionnaires.wording import PROMISES
from regiewijzer.register.records.views import address


@needs(Right.SEE)
def sitting_start(request: AuthorityRequest, key: str) -> HttpResponseBase:
    """Begin to fill in a questionnaire of the catalogue."""
    return _start(request, questionnaire_or_404(key))


@needs(Right.SEE)
def own_sitting_start(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Begin to fill in an own copy."""
    found = own.own_of(pk)
    if found.archived_at is not None:
        raise Http404
    return _start(request, own.copy_of(found).questionnaire)


def _start(request: AuthorityRequest, questionnaire: Questionnaire) -> HttpResponseBase:
    ways = subjects.ways_open_to(request.position, questionnaire)
    if not ways:
        raise PermissionDenied
    options = subjects.subject_options(request.position, questionnaire)
    asked = request.GET.get("about", "")
    initial = {"subject": int(asked)} if asked.isascii() and asked.isdecimal() else None
    form = StartForm(questionnaire, ways, options, _sent(request), initial=initial)
    if request.method == "POST" and form.is_valid():
        way = Way(form.cleaned_data["way"])
        begun = actions.start(
            questionnaire=questionnaire,
            way=way,
            by=request.position,
            about=subjects.about_of(request.position, questionnaire, way, form.cleaned_data.get("subject")),
            layer=form.cleaned_data.get("layer", ""),
        )
        return redirect(address(request, "sitting", begun.pk))
    context = {
        "form": form,
        "questionnaire": questionnaire,
        "promises": [PROMISES[name] for name in dict.fromkeys(sittings.promise(questionnaire, way) for way in ways)],
        "nothing": questionnaire.subject in subjects.NEEDS_CHOICE and not options,
    }
    return render(request, "questionnaires/start.html", context, status=422 if form.errors else 200)


@needs(Right.SEE)
def sitting(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """One page of questions; sending it keeps it and turns the page."""
    found = sittings.draft_or_done_of(request.position, pk)
    if found.is_done:
        return redirect(address(request, "sitting_result", pk))
    questionnaire = sittings.asked_in(found)
    if questionnaire.scheme.selection is not None and not found.chosen:
        return redirect(address(request, "sitting_criteria", pk))
    parts = parts_of(questionnaire, chosen=found.chosen, seed=found.pk)
    part = _part(request, parts)
    form = _form(request, found, part)
    if request.method == "POST":
        try:
            actions.keep(sitting=found, filled=form.filled())
        except actions.AlreadyDone:
            return redirect(address(request, "sitting_result", pk))
        if form.is_valid():
            return redirect(_next(request, found, part, len(parts)))
    context = {
        "sitting": found,
        "questionnaire": questionnaire,
        "subject": sittings.subject_name(found),
        "part": part,
        "parts": parts,
        "form": form,
        "promise": PROMISES[sittings.promise(questionnaire, Way(found.way))],
    }
    return render(request, "questionnaires/sitting.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.SEE)
def sitting_save(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Keep what stands on a page, without turning it; answers with a line that says so."""
    found = sittings.draft_or_done_of(request.position, pk)
    if found.is_done:
        return _to_result(request, pk)
    parts = parts_of(sittings.asked_in(found), chosen=found.chosen, seed=found.pk)
    form = _form(request, found, _part(request, parts))
    try:
        kept = actions.keep(sitting=found, filled=form.filled())
    except actions.AlreadyDone:
        return _to_result(request, pk)
    return render(request, "questionnaires/_saved.html", {"sitting": kept, "form": form})


@needs(Right.SEE)
def sitting_criteria(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Choose what will be scored, before anything is."""
    found = sittings.draft_of(request.position, pk)
    questionnaire = sittings.asked_in(found)
    if questionnaire.scheme.selection is None:
        raise Http404
    circumstances = sittings.circumstances_of(found, questionnaire)
    form = CriteriaForm(questionnaire, circumstances, _sent(request), chosen=found.chosen)
    if request.method == "POST" and form.is_valid():
        actions.choose(sitting=found, criteria=form.cleaned_data["criteria"])
        return redirect(address(request, "sitting", pk))
    context = {
        "sitting": found,
        "questionnaire": questionnaire,
        "form": form,
        "subject": sittings.subject_name(found),
        "stage": questionnaire.stages.get(circumstances.stage or ""),
    }
    return render(request, "questionnaires/criteria.html", context, status=422 if form.errors else 200)


@needs(Right.SEE)
def sitting_done(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What is still open, and closing the form."""
    found = sittings.draft_or_done_of(request.position, pk)
    if found.is_done:
        return redirect(address(request, "sitting_result", pk))
    questionnaire = sittings.asked_in(found)
    form = FinishForm(questionnaire, found, _sent(request))
    if request.method == "POST" and form.is_valid():
        with suppress(actions.AlreadyDone):  # sent twice: the result is there
            actions.finish(
                sitting=found,
                held_on=form.cleaned_data["held_on"],
                present=form.cleaned_data.get("present"),
                minutes=form.cleaned_data.get("minutes"),
                actor=request.actor,
            )
        return redirect(address(request, "sitting_result", pk))
    parts = parts_of(questionnaire, chosen=found.chosen, seed=found.pk)
    context = {
        "sitting": found,
        "questionnaire": questionnaire,
        "subject": sittings.subject_name(found),
        "form": form,
        "progress": progress(parts, found.answers),
    }
    return render(request, "questionnaires/done.html", context, status=422 if form.errors else 200)


@require_safe
@needs(Right.SEE)
def sitting_result(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What the answers say, in words first."""
    found = sittings.done_of(request.position, pk)
    outcome = outcome_of(found, limits_of(request.authority))
    context = {
        "sitting": found,
        "questionnaire": outcome.questionnaire,
        "subject": sittings.subject_name(found),
        "outcome": outcome,
        "parts": answered_parts(found, outcome.questionnaire),
        "minutes": found.minutes.get(actions.WHOLE, ""),
        "others": sittings.like(request.position, found),
        "layer": outcome.questionnaire.layers.get(found.layer),
    }
    return render(request, "questionnaires/result.html", context)


@require_POST
@needs(Right.SEE)
def sitting_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Throw a draft away, or a result that is one's own."""
    found = sittings.draft_or_done_of(request.position, pk)
    if found.is_done and found.person_id is None:
        raise PermissionDenied
    actions.remove(sitting=found, actor=request.actor)
    messages.success(request, _("It is gone."))
    return redirect(address(request, "questionnaires"))


def _sent(request: AuthorityRequest) -> QueryDict | None:
    """What was sent; also nothing at all is an answer to a form."""
    return request.POST if request.method == "POST" else None


def _part(request: AuthorityRequest, parts: tuple[Part, ...]) -> Part:
    """The part the address asks for; the first for an address that makes no sense."""
    asked = request.GET.get("part", "1")
    number = int(asked) if asked.isascii() and asked.isdecimal() else 1
    return parts[number - 1] if 1 <= number <= len(parts) else parts[0]


def _form(request: AuthorityRequest, found: Sitting, part: Part) -> PartForm:
    minutes = found.minutes.get(part.key, "") if found.way == Way.TOGETHER else None
    return PartForm(part, _sent(request), answers=found.answers, evidence=found.evidence, minutes=minutes)


def _next(request: AuthorityRequest, found: Sitting, part: Part, total: int) -> str:
    """Where the button that was pressed leads."""
    number = part.number - 1 if request.POST.get("to") == "previous" else part.number + 1
    if number > total:
        return address(request, "sitting_done", found.pk)
    return f"{address(request, 'sitting', found.pk)}?part={max(1, number)}"


def _to_result(request: AuthorityRequest, pk: int) -> HttpResponse:
    where = address(request, "sitting_result", pk)
    return HttpResponseClientRedirect(where) if request.htmx else redirect(where)  # type: ignore[attr-defined]
