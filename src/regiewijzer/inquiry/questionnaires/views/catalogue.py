"""Screens of the catalogue: which questionnaires there are, and what one of them asks."""

from collections.abc import Iterator
from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest, Position
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.questionnaires.definitions import catalogue
from regiewijzer.inquiry.questionnaires.definitions.values import Questionnaire
from regiewijzer.inquiry.questionnaires.models import OwnQuestionnaire, Subject
from regiewijzer.inquiry.questionnaires.queries import own, sittings
from regiewijzer.inquiry.questionnaires.queries.subjects import ways_open_to
from regiewijzer.inquiry.questionnaires.wording import PROMISES

MOST_SHOWN = 20


@require_safe
@needs(Right.SEE)
def questionnaires(request: AuthorityRequest) -> HttpResponseBase:
    """Every questionnaire by what it is about, one's own drafts, and the copies of the authority."""
    context = {
        "groups": list(_groups(request.position)),
        "drafts": [(draft, sittings.asked_or_none(draft)) for draft in sittings.drafts_of(request.position)],
        "copies": own.own_questionnaires(),
        "archived": own.own_questionnaires(archived=True),
        "faults": catalogue.faults() if request.position.may(Right.MANAGE_AUTHORITY) else (),
    }
    return render(request, "questionnaires/list.html", context)


@require_safe
@needs(Right.SEE)
def questionnaire(request: AuthorityRequest, key: str) -> HttpResponseBase:
    """What a questionnaire is for and asks, and where that comes from; an older version when the address says so."""
    found = questionnaire_or_404(key, _version(request))
    context = about(request.position, found) | {
        "versions": catalogue.versions(key),
        "newest": catalogue.versions(key)[0],
        "copies": OwnQuestionnaire.objects.filter(key=key, archived_at=None),
        "done": sittings.done_with(request.position, key)[:MOST_SHOWN],
    }
    return render(request, "questionnaires/one.html", context)


def about(position: Position, found: Questionnaire) -> dict[str, Any]:
    """What the page of a questionnaire shows of it, from a file or a copy."""
    return {
        "questionnaire": found,
        "promise": PROMISES[found.privacy],
        "ways": ways_open_to(position, found),
        "open_questions": list(found.questions_of("")),
    }


def questionnaire_or_404(key: str, version: int | None = None) -> Questionnaire:
    try:
        return catalogue.questionnaire(key, version)
    except catalogue.UnknownQuestionnaire as unknown:
        raise Http404(str(unknown)) from unknown


def _groups(position: Position) -> Iterator[tuple[Any, list[tuple[Questionnaire, bool]]]]:
    """What it is about, and each questionnaire with whether this person may fill it in."""
    found = catalogue.questionnaires()
    for subject in Subject:
        about_it = [(each, bool(ways_open_to(position, each))) for each in found if each.subject is subject]
        if about_it:
            yield subject.label, about_it


def _version(request: AuthorityRequest) -> int | None:
    asked = request.GET.get("version", "")
    return int(asked) if asked.isascii() and asked.isdecimal() and len(asked) < len("10000") else None
