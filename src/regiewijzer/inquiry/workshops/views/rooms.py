"""Pages of the phones in a room: typing the code, coming in, answering. Nobody here has an account.

Works as plain pages; the scripts only make it live. Everything behind a join link happens inside its authority.
"""

import uuid
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from regiewijzer.foundation.tenancy import inside
from regiewijzer.inquiry.workshops.actions import joining, voting
from regiewijzer.inquiry.workshops.actions.releases import release_when_due
from regiewijzer.inquiry.workshops.forms.answers import NotAnAnswer, as_sent, read_answer, read_texts
from regiewijzer.inquiry.workshops.models import Contribution, JoinLink, Participant, Question, Subject, Vote, Workshop
from regiewijzer.inquiry.workshops.queries.rooms import Own, join_link_of, own_of, phone_of, stage_of
from regiewijzer.inquiry.workshops.queries.workshops import question_in, subjects_of
from regiewijzer.inquiry.workshops.views.live.tickets import VALID_FOR, Audience, address_of_stream, with_stream

COOKIE = "phone"
LONGEST_CODE = 40
BY_SCRIPT = "application/json"


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def join(request: HttpRequest) -> HttpResponse:
    """Type the code. Wrong, over and locked get the same sentence."""
    typed = request.POST.get("code", "")[:LONGEST_CODE]
    if request.method != "POST":
        return render(request, "workshops/join.html", {"typed": request.GET.get("code", "")[:LONGEST_CODE]})
    try:
        join_link = joining.find_join_link(typed=typed, address=_address(request))
    except joining.TooManyTries:
        sentence = _("Too many wrong codes came from here. Scan the code on the screen, or try again in half a minute.")
        refused = render(request, "workshops/join.html", {"typed": typed, "sentence": sentence}, status=429)
        refused["Retry-After"] = str(joining.ONE_MORE_EVERY)
        return refused
    if join_link is None:
        sentence = _("No open session has this code, or its door is locked. Look at the screen and try again.")
        return render(request, "workshops/join.html", {"typed": typed, "sentence": sentence}, status=422)
    return redirect("room", join_link.pk)


def _address(request: HttpRequest) -> str:
    """Where a request comes from; behind a proxy, what the proxy says last."""
    forwarded = request.headers.get("X-Forwarded-For", "") if settings.BEHIND_HTTPS else ""
    return forwarded.rpartition(",")[2].strip() or str(request.META.get("REMOTE_ADDR", ""))


@never_cache
@require_safe
def room(request: HttpRequest, join_link: uuid.UUID) -> HttpResponse:
    """What the room is on now; for a phone that is new, the way in."""
    found = join_link_of(join_link)
    if found is None:
        return _over(request)
    with inside(found.authority_id):
        workshop = Workshop.objects.select_related("join_link").get(pk=found.workshop_id)
        phone = phone_of(workshop, _key(request))
        if phone is None:
            return _way_in(request, found, workshop)
        return _stage(request, found, workshop, phone)


@require_POST
def room_enter(request: HttpRequest, join_link: uuid.UUID) -> HttpResponse:
    """Take part: this phone gets a key of its own, which works in this session alone."""
    found = join_link_of(join_link)
    if found is None:
        return _over(request)
    with inside(found.authority_id):
        workshop = Workshop.objects.get(pk=found.workshop_id)
        if phone_of(workshop, _key(request)) is not None:
            return redirect("room", join_link)
        subjects = _choices(workshop)
        subject = next((each for each in subjects if str(each.pk) == request.POST.get("subject")), None)
        if subjects and subject is None:
            return _way_in(request, found, workshop, _("Choose for whom you answer."), status=422)
        try:
            joining.let_in(join_link=found, address=_address(request))
            key = joining.join(join_link=found, subject=subject)
        except joining.TooManyPhones:
            sentence = _("So many phones came in from here that the door rests for ten minutes. Who is inside stays.")
            return _way_in(request, found, workshop, sentence, status=429)
        except joining.Over:
            return _over(request)
        except joining.Locked:
            return _way_in(request, found, workshop, status=403)
        except joining.Full:
            return _way_in(request, found, workshop, _("The room is full."), status=403)
    return _with_key(redirect("room", join_link), found, key)


def _with_key(response: HttpResponse, join_link: JoinLink, key: str) -> HttpResponse:
    """The key in a cookie that this browser sends to this session and nowhere else."""
    response.set_cookie(
        COOKIE,
        key,
        max_age=VALID_FOR,
        path=reverse("room", args=[join_link.pk]),
        httponly=True,
        samesite="Lax",
        secure=settings.SESSION_COOKIE_SECURE,
    )
    return response


@never_cache
@require_POST
def room_answer(request: HttpRequest, join_link: uuid.UUID, question: int) -> HttpResponse:
    """Count what this phone answers to the question the room is on; 404 for a question of another session."""
    found = join_link_of(join_link)
    if found is None:
        return _over(request)
    with inside(found.authority_id):
        asked = question_in(found.workshop_id, question)
        if asked is None:
            raise Http404
        refused = _counted(request, asked)
        if refused is not None:
            return _refused(request, found, asked, *refused)
    if asked.shown and not asked.takes_texts:
        with inside(found.authority_id):
            release_when_due(asked)
    if _by_script(request):
        return JsonResponse({"sentence": _("Your answer is in.")})
    return redirect("room", join_link)


def _counted(request: HttpRequest, question: Question) -> tuple[str, int] | None:
    """Count it; or why not, as a sentence and a status."""
    key = _key(request)
    try:
        if question.takes_texts:
            voting.contribute(question=question, key_hash=key, texts=read_texts(request.POST))
        else:
            answer = read_answer(question, request.POST)
            voting.cast(question=question, key_hash=key, answer=answer, submit=_submit(request))
    except NotAnAnswer as wrong:
        return str(wrong.sentence), 422
    except voting.NotNow:
        if any(
            model._default_manager.filter(question=question, participant__key_hash=key).exists()
            for model in (Vote, Contribution)
        ):
            return _("Voting on this question is closed. Your last answer counts."), 409
        return _("Voting on this question is closed. Your answer came too late, and is not counted."), 409
    return None


def _refused(request: HttpRequest, join_link: JoinLink, question: Question, sentence: str, status: int) -> HttpResponse:
    """Say why, and keep what was typed."""
    if _by_script(request):
        return JsonResponse({"sentence": sentence}, status=status)
    workshop = Workshop.objects.get(pk=join_link.workshop_id)
    phone = phone_of(workshop, _key(request))
    if phone is None:
        return _way_in(request, join_link, workshop, status=403)
    own = as_sent(question, request.POST) if workshop.at == question.number and question.is_open else None
    return _stage(request, join_link, workshop, phone, sentence, own, status)


def _stage(
    request: HttpRequest,
    join_link: JoinLink,
    workshop: Workshop,
    phone: Participant,
    sentence: str = "",
    own: Own | None = None,
    status: int = 200,
) -> HttpResponse:
    stage = stage_of(workshop)
    stage = stage.answered(own or own_of(stage.question, phone))
    stream = address_of_stream(request, workshop, Audience.PHONE)
    context = {
        "stage": stage,
        "stream": stream,
        "sentence": sentence,
        "submit": uuid.uuid4(),
        "authority": join_link.authority,
        "workshop": workshop,
    }
    return with_stream(request, render(request, "workshops/room.html", context, status=status))


def _way_in(
    request: HttpRequest, join_link: JoinLink, workshop: Workshop, sentence: str = "", status: int = 200
) -> HttpResponse:
    context: dict[str, Any] = {
        "join_link": join_link,
        "authority": join_link.authority,
        "workshop": workshop,
        "subjects": _choices(workshop),
        "sentence": sentence,
    }
    return render(request, "workshops/enter.html", context, status=status)


def _choices(workshop: Workshop) -> list[Subject]:
    """For what one can answer; nothing to choose when the session is about one thing."""
    found = subjects_of(workshop)
    return found if len(found) > 1 else []


def _over(request: HttpRequest) -> HttpResponse:
    """A session that is over and one that never was get the same page."""
    if _by_script(request):
        return JsonResponse({"sentence": _("This session is over.")}, status=404)
    return render(request, "workshops/over.html", status=404)


def _key(request: HttpRequest) -> str:
    return joining.hash_of_key(request.COOKIES.get(COOKIE, ""))


def _submit(request: HttpRequest) -> uuid.UUID:
    """The mark this phone gave to what it sends; one by chance when it gave none."""
    try:
        return uuid.UUID(request.POST.get("submit", ""))
    except ValueError:
        return uuid.uuid4()


def _by_script(request: HttpRequest) -> bool:
    return request.headers.get("Accept", "") == BY_SCRIPT
