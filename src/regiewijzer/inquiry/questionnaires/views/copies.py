"""Screens of an authority's own copies."""

from django.contrib import messages
from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.actions import copies as actions
from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.forms.copies import AddedQuestionForm, CopyForm, WordingForm
from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire
from regiewijzer.inquiry.questionnaires.queries import own, sittings
from regiewijzer.inquiry.questionnaires.views.catalogue import MOST_SHOWN, about, questionnaire_or_404
from regiewijzer.register.records.actions import Conflict
from regiewijzer.register.records.views import address, offer_undo


@require_safe
@needs(Right.SEE)
def own_questionnaire(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """What an own copy asks now."""
    copy = _copy(own.own_of(pk))
    done = sittings.done_with(request.position, copy.own.key).filter(own__own=copy.own)[:MOST_SHOWN]
    context = about(request.position, copy.questionnaire) | {
        "copy": copy,
        "base": catalogue.questionnaire(copy.own.key, copy.version.base_version),
        "added": {question.id for question in copy.added},
        "done": done,
    }
    return render(request, "questionnaires/own.html", context)


@needs(Right.EDIT_REGISTER)
def questionnaire_copy(request: AuthorityRequest, key: str) -> HttpResponseBase:
    """Make a copy of the newest version."""
    found = questionnaire_or_404(key)
    form = CopyForm(request.POST or None, instance=OwnQuestionnaire(authority=request.authority, key=key))
    if request.method == "POST" and form.is_valid():
        made = actions.copy(questionnaire=found, name=form.cleaned_data["name"], by=request.position)
        messages.success(request, _("This copy is yours: change its words or add a question."))
        return redirect(address(request, "own_questionnaire", made.pk))
    context = {"form": form, "questionnaire": found}
    return render(request, "questionnaires/copy.html", context, status=422 if form.errors else 200)


@needs(Right.EDIT_REGISTER)
def questionnaire_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Change the name and the words of an own copy."""
    copy = _copy(own.own_of(pk))
    base = catalogue.questionnaire(copy.own.key, copy.version.base_version)
    form = WordingForm(copy, base, request.POST or None)
    status = 422 if form.errors else 200
    if request.method == "POST" and form.is_valid():
        try:
            _reworded(request, pk, form)
        except Conflict:
            form.data = request.POST.copy()
            form.data["seen_version"] = str(copy.version.number)
            status = 409
        else:
            messages.success(request, _("Saved."))
            return redirect(address(request, "own_questionnaire", pk))
    context = {"form": form, "copy": copy, "clash": status == 409}
    return render(request, "questionnaires/edit.html", context, status=status)


@needs(Right.EDIT_REGISTER)
def questionnaire_item_add(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Add a question to an own copy."""
    copy = _copy(own.own_of(pk))
    form = AddedQuestionForm(copy.questionnaire, request.POST or None)
    if request.method == "POST" and form.is_valid():
        actions.add_question(own=copy.own, question=form.cleaned_data, by=request.position)
        messages.success(request, _("The question is added."))
        return redirect(address(request, "own_questionnaire", pk))
    context = {"form": form, "copy": copy}
    return render(request, "questionnaires/item.html", context, status=422 if form.errors else 200)


@require_POST
@needs(Right.EDIT_REGISTER)
def questionnaire_item_remove(request: AuthorityRequest, pk: int, item: str) -> HttpResponseBase:
    """Ask a question of one's own no longer."""
    copy = _copy(own.own_of(pk))
    if item not in {question.id for question in copy.added}:
        raise Http404
    actions.remove_question(own=copy.own, item=item, by=request.position)
    messages.success(request, _("The question is no longer asked."))
    return redirect(address(request, "own_questionnaire", pk))


@require_POST
@needs(Right.EDIT_REGISTER)
def own_questionnaire_archive(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = actions.archive(own=own.own_of(pk), actor=request.actor)
    sentence = _("“%(name)s” is in the archive.") % {"name": found.name}
    offer_undo(request, sentence, address(request, "own_questionnaire_restore", pk))
    return redirect(address(request, "questionnaires"))


@require_POST
@needs(Right.EDIT_REGISTER)
def own_questionnaire_restore(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = actions.restore(own=own.own_of(pk), actor=request.actor)
    messages.success(request, _("“%(name)s” is back.") % {"name": found.name})
    return redirect(address(request, "own_questionnaire", pk))


def _copy(found: OwnQuestionnaire) -> own.OwnCopy:
    try:
        return own.copy_of(found)
    except catalogue.UnknownQuestionnaire as gone:
        raise Http404(str(gone)) from gone


def _reworded(request: AuthorityRequest, pk: int, form: WordingForm) -> None:
    """Save the words; the form itself already holds the new name, so the row is read again."""
    actions.reword(
        own=own.own_of(pk),
        name=form.cleaned_data["name"],
        wordings=form.wordings(),
        seen_version=form.cleaned_data["seen_version"],
        by=request.position,
    )
