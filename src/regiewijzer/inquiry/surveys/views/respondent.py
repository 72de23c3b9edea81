"""Who is asked: one page without an account, a session or a cookie. The code comes in the body of the form alone.

It needs no token against forged forms: who has the code may answer, and who has not cannot.
"""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from regiewijzer.inquiry.surveys.actions.answering import Closed, answer, takes_answers
from regiewijzer.inquiry.surveys.actions.sealing import NoSuchCode
from regiewijzer.inquiry.surveys.forms.answers import AnswerSheet
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.queries import surveys as queries
from regiewijzer.inquiry.surveys.wording import LABELS, PROMISES

LANGUAGES = ("nl", "en")
GONE, NOT_RIGHT = 410, 422


@csrf_exempt
@never_cache
def survey_answer(request: HttpRequest, town: str, public: str) -> HttpResponseBase:
    """The questions of a survey, and sending the answers. Looking changes nothing."""
    with queries.opened(town, public) as survey, translation.override(_language(request, survey)):
        sheet = AnswerSheet(
            queries.parts_of(survey, queries.asked_in(survey)), request.POST if request.method == "POST" else None
        )
        if not takes_answers(survey, timezone.localdate()):
            return _page(request, survey, sheet, "surveys/closed.html", GONE)
        if not sheet.is_valid():
            return _page(request, survey, sheet, "surveys/answer.html", NOT_RIGHT if sheet.sent else 200)
        return _sent(request, survey, sheet)


@never_cache
def survey_mangled(_request: HttpRequest, town: str, public: str, mangled: str) -> HttpResponseBase:
    """A link in which a mail program wrote %23 for the #: the page of the survey, with the code behind the # again."""
    return redirect(f"{reverse('survey_answer', args=[town, public])}#{quote(mangled.lstrip('#/ '))}")


@csrf_exempt
@never_cache
def survey_thanks(request: HttpRequest, town: str, public: str) -> HttpResponseBase:
    """The answers are in."""
    with queries.opened(town, public) as survey, translation.override(_language(request, survey)):
        return render(request, "surveys/thanks.html", _about(request, survey))


def _sent(request: HttpRequest, survey: Survey, sheet: AnswerSheet) -> HttpResponseBase:
    filled, code = sheet.filled, sheet.code.cleaned_data["code"]
    try:
        answer(survey=survey, code=code, answers=filled.answers, texts=filled.texts, today=timezone.localdate())
    except NoSuchCode:
        sheet.code.add_error(
            "code",
            _(
                "This code does not open this survey. It works once: if you have just sent your answers, they are in. "
                "Otherwise copy the whole code from your mail."
            ),
        )
        return _page(request, survey, sheet, "surveys/answer.html", NOT_RIGHT)
    except Closed:
        return _page(request, survey, sheet, "surveys/closed.html", GONE)
    language = request.GET.get("taal", "")
    return redirect(f"{request.path}dank/{f'?taal={language}' if language in LANGUAGES else ''}")


def _page(request: HttpRequest, survey: Survey, sheet: AnswerSheet, template: str, status: int) -> HttpResponseBase:
    return render(request, template, _about(request, survey) | {"sheet": sheet}, status=status)


def _about(request: HttpRequest, survey: Survey) -> dict[str, Any]:
    questionnaire = queries.asked_in(survey)
    return {
        "survey": survey,
        "town": survey.authority,
        "questionnaire": questionnaire,
        "about": queries.subject_name(survey),
        "label": LABELS[survey.privacy],
        "promise": PROMISES[survey.privacy],
        "partition": queries.partition_of(survey, questionnaire),
        "asked_by": survey.made_by.user if survey.made_by else None,
        "language": translation.get_language(),
        "other_language": next(each for each in LANGUAGES if each != translation.get_language()),
    }


def _language(request: HttpRequest, survey: Survey) -> str:
    """The language of the invitation, until the respondent asks another."""
    asked = request.GET.get("taal", "")
    return asked if asked in LANGUAGES else survey.language
