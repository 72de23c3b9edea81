"""What may be told of a survey: on a page, as JSON and as a workbook. The PDF is made where reports are."""

from django.http import Http404, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.surveys.figures import figures, group_table
from regiewijzer.inquiry.surveys.models import Survey
from regiewijzer.inquiry.surveys.queries import surveys as queries
from regiewijzer.inquiry.surveys.queries.release import Released, release
from regiewijzer.inquiry.surveys.queries.waves import wave_before
from regiewijzer.inquiry.surveys.wording import LABELS
from regiewijzer.register.exchange.files.writing import Heading, Written, workbook

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_results(request: AuthorityRequest, survey: Survey) -> HttpResponseBase:
    """In words first, then groups, the wave before, texts, and every figure in one table."""
    limits = limits_of(request.authority)
    released = release(survey, limits)
    context = {
        "survey": survey,
        "questionnaire": released.questionnaire,
        "about": queries.subject_name(survey),
        "label": LABELS[survey.privacy],
        "released": released,
        "outcome": released.outcome,
        "wave": wave_before(released, limits),
        "groups": group_table(released),
        "figures": figures(released),
    }
    return render(request, "surveys/results.html", context)


@require_safe
@needs(Right.EXPORT)
def survey_json(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The released figures and texts as JSON."""
    released = _released(request, pk)
    survey = released.survey
    return JsonResponse(
        {
            "questionnaire": survey.key,
            "version": survey.version,
            "about": queries.subject_name(survey),
            "closedOn": survey.closed_on,
            "invited": survey.invited,
            "figures": [
                {"group": each.group, "about": each.about, "measure": each.measure, "value": each.value}
                for each in figures(released)
            ],
            "texts": [{"question": each.question.id, "texts": each.texts} for each in released.words],
        },
        json_dumps_params={"ensure_ascii": False},
    )


@require_safe
@needs(Right.EXPORT)
def survey_xlsx(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The released figures and texts as a workbook."""
    released = _released(request, pk)
    headings = (_("Group"), _("About"), _("Measure"), _("Value"))
    rows = [
        (each.group, each.about, each.measure, "" if each.value is None else each.value) for each in figures(released)
    ]
    sheets = [Written(_("Figures"), tuple(Heading(text) for text in headings), rows)]
    texts = [(each.question.id, text) for each in released.words for text in each.texts]
    if texts:
        sheets.append(Written(_("Texts"), (Heading(_("Question")), Heading(_("Text"))), texts))
    name = f"regiewijzer-{request.authority.slug}-{released.survey.key}-{released.survey.closed_on}.xlsx"
    return HttpResponse(
        workbook(sheets), content_type=XLSX, headers={"Content-Disposition": f'attachment; filename="{name}"'}
    )


def _released(request: AuthorityRequest, pk: int) -> Released:
    survey = queries.survey_of(request.position, pk)
    if not survey.is_closed:
        raise Http404
    return release(survey, limits_of(request.authority))
