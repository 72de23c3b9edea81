"""Pages of no app in particular: errors in words."""

import sys

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import get_language

from regiewijzer.ui.availability import TRY_AGAIN_AFTER, Unanswered, unanswered


def not_here(request: HttpRequest) -> HttpResponse:
    """A page of a library that this program does not offer."""
    raise Http404


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "ui/errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    """Without the request, so without context processors: what broke may be one of them.

    A database that does not answer, or in which somebody else holds what is asked, is no fault of the program: then the
    page says to try again, and does so itself when nothing was sent.
    """
    reason = unanswered(sys.exc_info()[1])
    context = {"LANGUAGE_CODE": get_language(), "busy": reason is Unanswered.BUSY, "sent": request.method != "GET"}
    if reason is None:
        return HttpResponse(render_to_string("ui/errors/500.html", context), status=500)
    page = render_to_string("ui/errors/503.html", context)
    return HttpResponse(page, status=503, headers={"Retry-After": str(TRY_AGAIN_AFTER), "Cache-Control": "no-store"})


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    return render(request, "ui/errors/csrf.html", status=403)
