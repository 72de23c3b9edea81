"""What when a form is sent twice: by a double press, by Back, or because the answer was lost on the way?

Every page gives its forms another code against forgery, so one form sent again is told from two alike by that code and
what was typed. Sent again, it gets the answer of the first time. What made something never makes it twice; a switch,
or a change of a record that has its version, counts as the same only for a moment, because it may be meant again.
"""

import hashlib
import json
from collections.abc import Callable
from functools import update_wrapper
from typing import Any

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django.http.response import HttpResponseBase
from django.urls import URLPattern
from django.utils import timezone

from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.audit.models import Entry, Verb
from regiewijzer.foundation.audit.queries import last_number
from regiewijzer.foundation.submissions.actions import location_of, remember

MAKES = (Verb.CREATED, Verb.IMPORTED, Verb.INVITED)


def once(pattern: URLPattern) -> URLPattern:
    """The same address, at which a form that was sent twice makes one thing."""
    pattern.callback = _once(pattern.callback)
    return pattern


def _once(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    def answer(request: AuthorityRequest, *arguments: Any, **named: Any) -> HttpResponseBase:
        if request.method != "POST" or "csrfmiddlewaretoken" not in request.POST:
            return view(request, *arguments, **named)
        key = _key(request)
        first = location_of(key, timezone.now())
        if first is not None:
            return _led_to(first, request)
        before = last_number()
        response = view(request, *arguments, **named)
        location = response.headers.get("Location") or response.headers.get("HX-Redirect")
        if location:
            lasting = _typed_anew(request) or _made_something(request, before)
            remember(request.authority, key, location, lasting=lasting, now=timezone.now())
        return response

    return update_wrapper(answer, view)


def _key(request: AuthorityRequest) -> str:
    """What was sent, where and by whom, as a hash with the key of the program: nothing can be read from it."""
    files = {name: [(file.name, file.size) for file in each] for name, each in request.FILES.lists()}
    parts = [request.position.pk, request.get_full_path(), sorted(request.POST.lists()), sorted(files.items())]
    return hashlib.sha256(f"{settings.SECRET_KEY}{json.dumps(parts)}".encode()).hexdigest()


def _typed_anew(request: AuthorityRequest) -> bool:
    """Whether somebody filled in a form that is not of a record with its version."""
    return "seen_version" not in request.POST and len(request.POST) + len(request.FILES) > 1


def _made_something(request: AuthorityRequest, before: int) -> bool:
    made = Entry.objects.filter(number__gt=before, actor=request.actor.pseudonym, verb__in=MAKES)
    return made.exists()


def _led_to(location: str, request: AuthorityRequest) -> HttpResponseBase:
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": location})
    return HttpResponseRedirect(location)
