"""Screens of leading a session: the facilitator's own, the one on the beamer, and every step through it."""

from django.contrib import messages
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.authorities.queries import limits_of
from regiewijzer.foundation.rights import Right
from regiewijzer.inquiry.workshops.actions import ending, leading, texts
from regiewijzer.inquiry.workshops.models import Workshop
from regiewijzer.inquiry.workshops.models.answers import Group
from regiewijzer.inquiry.workshops.queries.accounts import account_of
from regiewijzer.inquiry.workshops.queries.screens import Screen, screen_of
from regiewijzer.inquiry.workshops.queries.workshops import ended_workshop_of, led_workshop, may_lead, text_question_of
from regiewijzer.inquiry.workshops.views.live.tickets import Audience, address_of_stream, with_stream
from regiewijzer.inquiry.workshops.views.steps import in_step
from regiewijzer.register.records.views import address
from regiewijzer.ui.pictures.qr import qr

SCREEN, LEAD = "screen", "lead"
LONGEST_GROUP = Group._meta.get_field("title").max_length or 0


@require_POST
@in_step
def workshop_open(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Open the room: from now on there is a code."""
    leading.open_room(workshop=led_workshop(request.position, pk), actor=request.actor)
    return redirect(address(request, "workshop_lead", pk))


@require_safe
@never_cache
def workshop_lead(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The facilitator's own screen: every step, and the texts to put in groups."""
    return _screen(request, pk, "workshops/lead.html")


@require_safe
@never_cache
def workshop_screen(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """The screen for the beamer: large, without names."""
    return _screen(request, pk, "workshops/screen.html")


def _screen(request: AuthorityRequest, pk: int, template: str) -> HttpResponseBase:
    found = led_workshop(request.position, pk)
    if not found.is_open:
        return redirect(address(request, "workshop_account" if found.is_ended else "workshop", pk))
    grouping = template == "workshops/lead.html"
    screen = screen_of(found, limits_of(request.authority), with_texts=grouping)
    stream = address_of_stream(request, found, Audience.SCREEN)
    context = {"screen": screen, "workshop": found, "stream": stream, **_way_in(request, screen)}
    return with_stream(request, render(request, template, context))


def _way_in(request: HttpRequest, screen: Screen) -> dict[str, object]:
    """The address to type, and the code to scan; nothing once the join link is shut."""
    if screen.join_link is None or screen.shut:
        return {}
    join = f"{request.get_host()}{reverse('join')}".rstrip("/")
    return {"join": join, "qr": qr(request.build_absolute_uri(reverse("room", args=[screen.join_link.pk])))}


@require_POST
@in_step
def workshop_go_to(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """To a question, or back to the lobby."""
    number = _whole(request, "number")
    leading.go_to(workshop=led_workshop(request.position, pk), number=number, seen=_whole(request, "seen"))
    return _back(request, pk)


@require_POST
@in_step
def workshop_voting(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Close voting on this question, or open it again."""
    is_open = request.POST.get("open") == "yes"
    leading.set_voting(workshop=led_workshop(request.position, pk), is_open=is_open, seen=_whole(request, "seen"))
    return _back(request, pk)


@require_POST
@in_step
def workshop_show(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Show the result on the screen, or take it off."""
    leading.set_shown(workshop=led_workshop(request.position, pk), shown=request.POST.get("show") == "yes")
    return _back(request, pk)


@require_POST
@in_step
def workshop_lock(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """Let nobody new in, or let them in again."""
    leading.set_locked(workshop=led_workshop(request.position, pk), is_locked=request.POST.get("lock") == "yes")
    return _back(request, pk)


@require_POST
@in_step
def workshop_end(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    """End the session; what it said becomes the account."""
    ended: Workshop = ending.end(workshop=led_workshop(request.position, pk), actor=request.actor)
    messages.success(request, _("The session has ended. Nobody can see any more who gave which answer."))
    return redirect(address(request, "workshop_account", ended.pk))


@require_POST
@in_step
def workshop_group(request: AuthorityRequest, pk: int, question: int) -> HttpResponseBase:
    """Put short texts under a name, take them out, keep them off the screen or bring them back."""
    asked = text_question_of(led_workshop(request.position, pk), question)
    chosen = [int(key) for key in request.POST.getlist("text") if key.isascii() and key.isdecimal()]
    title = " ".join(request.POST.get("title", "").split())[:LONGEST_GROUP]
    match request.POST.get("do"):
        case "hide" | "show" as wish:
            texts.set_hidden(question=asked, contributions=chosen, hidden=wish == "hide")
        case "loose":
            texts.put_in_group(question=asked, contributions=chosen, title="")
        case _ if title and chosen:
            texts.put_in_group(question=asked, contributions=chosen, title=title)
        case _:
            messages.warning(request, _("Choose one or more texts, and write the name of a group."))
    return _back(request, pk)


@require_POST
@in_step
def workshop_group_vote(request: AuthorityRequest, pk: int, question: int) -> HttpResponseBase:
    """Ask the room to choose between the groups, right after this question."""
    asked = text_question_of(led_workshop(request.position, pk), question)
    texts.vote_on_groups(question=asked, text=_("What comes first? %(question)s") % {"question": asked.text})
    messages.success(request, _("The vote on the groups is the next question."))
    return _back(request, pk)


def _whole(request: HttpRequest, name: str) -> int:
    """A whole number that was sent; -1, which fits nothing, when it is none."""
    sent = request.POST.get(name, "")
    return int(sent) if sent.isascii() and sent.isdecimal() and len(sent) < len("1000000000") else -1


def _back(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    return redirect(address(request, "workshop_screen" if request.POST.get("from") == SCREEN else "workshop_lead", pk))


@require_safe
@needs(Right.SEE)
def workshop_account(request: AuthorityRequest, pk: int) -> HttpResponseBase:
    found = ended_workshop_of(pk)
    account = account_of(found, limits_of(request.authority))
    context = {"account": account, "workshop": found, "may_lead": may_lead(request.position, found)}
    return render(request, "workshops/account.html", context)
