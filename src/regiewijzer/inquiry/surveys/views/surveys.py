"""Who asks: drafting, launching, reminding and closing a survey."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.post import NoMail
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.public import Questionnaire
from regiewijzer.inquiry.surveys.actions import launching
from regiewijzer.inquiry.surveys.actions.launching import Asked, NotNow, Reminded, Unfit
from regiewijzer.inquiry.surveys.actions.mailing import public_address
from regiewijzer.inquiry.surveys.actions.sealing import KeyGone
from regiewijzer.inquiry.surveys.forms.drafts import SurveyForm, initial_of
from regiewijzer.inquiry.surveys.forms.lists import read_list
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.privacy import unfit
from regiewijzer.inquiry.surveys.queries import surveys as queries
from regiewijzer.inquiry.surveys.tasks import send_mails
from regiewijzer.inquiry.surveys.views.results import show_results
from regiewijzer.inquiry.surveys.wording import LABELS, NO_MAIL, PROMISES, UNFIT
from regiewijzer.register.records.views import address


@require_safe
@needs(Right.SEE)
def surveys(request: AuthorityRequest) -> HttpResponseBase:
    """What runs, what is being prepared, and what was asked before."""
    found = [(each, queries.asked_or_none(each)) for each in queries.surveys_for(request.position)]
    context = {
        "drafts": [pair for pair in found if pair[0].is_draft],
        "running": [pair for pair in found if pair[0].is_open],
        "closed": [pair for pair in found if pair[0].is_closed],
        "may_start": queries.may_start(request.position),
    }
    return render(request, "surveys/list.html", context)


@needs(Right.SEE)
def survey_add(request: AuthorityRequest) -> HttpResponseBase:
    """Prepare a survey; about a network of which the address holds the key, its people stand ready."""
    if not queries.may_start(request.position):
        raise PermissionDenied
    asked = request.GET.get("network", "")
    key = int(asked) if asked.isascii() and asked.isdecimal() else None
    form = _form(request, {"network": key, "questionnaire": request.GET.get("questionnaire", "")})
    return _edit(request, form, Survey())


@needs(Right.SEE)
def survey_edit(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Change a draft."""
    found = queries.survey_to_lead(request.position, pk)
    if not found.is_draft:
        return _not_now(request, pk)
    return _edit(request, _form(request, initial_of(found, queries.asked_in(found))), found)


@require_safe
@needs(Right.SEE)
def survey(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """A survey as it stands: a draft to look through, mails that went out, or what may be told."""
    found = queries.survey_of(request.position, pk)
    may_lead = queries.may_lead(request.position, found.network)
    if found.is_draft and not may_lead:
        raise PermissionDenied
    if found.is_closed:
        return show_results(request, found)
    questionnaire = queries.asked_in(found)
    context = _about(found, questionnaire) | {"may_lead": may_lead, "post": queries.post_of(found)}
    if found.is_draft:
        return render(request, "surveys/draft.html", context | _ready(found, questionnaire))
    reminded = found.reminded_on == timezone.localdate()
    running = {"public_address": public_address(found), "reminded_today": reminded}
    return render(request, "surveys/running.html", context | running)


@require_POST
@needs(Right.SEE)
def survey_launch(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Have the mails sent."""
    found = queries.survey_to_lead(request.position, pk)
    today, asked = timezone.localdate(), queries.asked_in(found)

    def launch() -> None:
        launching.launch(survey=found, questionnaire=asked, actor=request.actor, today=today)
        send_mails.enqueue(request.authority.pk, pk)

    return _do(request, pk, launch)


@require_POST
@needs(Right.SEE)
def survey_remind(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Have everybody written once more."""
    found = queries.survey_to_lead(request.position, pk)

    def remind() -> None:
        launching.remind(survey=found, actor=request.actor, today=timezone.localdate())
        send_mails.enqueue(request.authority.pk, pk)

    return _do(request, pk, remind, _("The reminder goes to everybody: nobody knows who answered."))


@require_POST
@needs(Right.SEE)
def survey_close(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Take no more answers and show what may be told."""
    found = queries.survey_to_lead(request.position, pk)
    return _do(request, pk, lambda: launching.close(survey=found, actor=request.actor, today=timezone.localdate()))


@require_POST
@needs(Right.SEE)
def survey_remove(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Throw away a draft or a running survey."""
    found = queries.survey_to_lead(request.position, pk)
    try:
        launching.remove(survey=found, actor=request.actor)
    except NotNow:
        return _not_now(request, pk)
    messages.success(request, _("It is gone."))
    return redirect(address(request, "surveys"))


def _form(request: AuthorityRequest, initial: dict[str, Any]) -> SurveyForm:
    sent = request.POST if request.method == "POST" else None
    networks, instruments = queries.networks_open_to(request.position), queries.instruments_open_to(request.position)
    return SurveyForm(queries.askable(request.position), networks, instruments, sent, initial=initial)


def _edit(request: AuthorityRequest, form: SurveyForm, survey: Survey) -> HttpResponseBase:
    if request.method == "POST" and form.is_valid():
        written = form.written_to(survey)
        people = form.cleaned_data["people"] or _everybody(written)
        try:
            saved = launching.save_draft(survey=written, asked=people, actor=request.actor)
        except NotNow:
            return _not_now(request, survey.pk)
        return redirect(address(request, "survey", saved.pk))
    return render(request, "surveys/edit.html", {"form": form, "survey": survey}, status=422 if form.errors else 200)


def _everybody(survey: Survey) -> tuple[Asked, ...]:
    """Everybody with an address who sits in the network."""
    return read_list("\n".join(queries.reachable(survey.network).lines), {}) if survey.network else ()


def _about(survey: Survey, questionnaire: Questionnaire) -> dict[str, Any]:
    return {
        "survey": survey,
        "questionnaire": questionnaire,
        "about": queries.subject_name(survey),
        "label": LABELS[survey.privacy],
        "promise": PROMISES[survey.privacy],
        "partition": queries.partition_of(survey, questionnaire),
    }


def _ready(survey: Survey, questionnaire: Questionnaire) -> dict[str, Any]:
    """Who is asked, who cannot be, and what still stands in the way."""
    people = list(survey.invitees.all())
    own = [survey.made_by.user.email] if survey.made_by else []
    obstacle = unfit(survey, questionnaire, [each.email for each in people], own, timezone.localdate())
    return {
        "people": people,
        "obstacle": UNFIT.get(obstacle),
        "without": queries.reachable(survey.network).without if survey.network else (),
    }


def _do(request: AuthorityRequest, pk: int, act: Callable[[], object], done: str = "") -> HttpResponseBase:
    """Do something with a survey and go back to it, with a sentence when it could not be."""
    try:
        act()
    except NotNow:
        return _not_now(request, pk)
    except Reminded:
        messages.warning(request, _("A reminder went out today already. You can send the next one tomorrow."))
    except Unfit as wrong:
        messages.error(request, str(UNFIT[wrong.reason]))
    except NoMail as wrong:
        messages.error(request, str(NO_MAIL[wrong.reason]))
    except KeyGone:
        messages.error(
            request,
            _(
                "What people answered cannot be opened: the key of this survey is not on this server. Nothing was "
                "changed. Ask whoever runs the server to bring the folder keys back, or throw the survey away."
            ),
        )
    else:
        if done:
            messages.success(request, done)
    return redirect(address(request, "survey", pk))


def _not_now(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    messages.error(request, _("Somebody was before you: the survey is in another state now. Nothing was changed."))
    return redirect(address(request, "survey", pk))
