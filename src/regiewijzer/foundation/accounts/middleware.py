"""Opens the wall for one request: who asks, which authority, and the view in one transaction.

Last in MIDDLEWARE, because the view runs here, after CSRF and login had their say. ATOMIC_REQUESTS opens its
transaction after every process_view and could not carry the authority (docs/decisions/0003).
"""

import time
from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect
from django.template.response import SimpleTemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from regiewijzer.foundation.accounts.models import User
from regiewijzer.foundation.accounts.queries import USE, needs_second_step, positions_of
from regiewijzer.foundation.tenancy import inside

LONGEST_AGENT = 200
NOTED_EVERY = 900  # seconds
SECOND_STEP = _("%(authority)s asks for a second step when you log in. Set one up first: an app with codes, or a key.")


class AuthorityMiddleware:
    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponseBase],
        arguments: tuple[Any, ...],
        named: dict[str, Any],
    ) -> HttpResponseBase | None:
        slug = named.pop("authority", None)
        if slug is None:
            return None
        if not request.user.is_authenticated:
            return _to_login(request)
        assert isinstance(request.user, User)
        positions = list(positions_of(request.user))
        position = next((each for each in positions if each.authority.slug == slug), None)
        if position is None:
            raise Http404
        if needs_second_step(position, request.session):
            messages.warning(request, SECOND_STEP % {"authority": position.authority.name})
            return _to(request, reverse("mfa_index"))
        position.user = request.user
        request.authority, request.position = position.authority, position  # type: ignore[attr-defined]
        request.elsewhere = [each for each in positions if each is not position]  # type: ignore[attr-defined]
        request.actor = position.actor  # type: ignore[attr-defined]
        with inside(position.authority_id):
            response = view(request, *arguments, **named)
            if isinstance(response, SimpleTemplateResponse) and not response.is_rendered:
                response.render()
        return response


def _to_login(request: HttpRequest) -> HttpResponseBase:
    """To the login page, and back to where somebody was: an address that only takes forms shows nothing afterwards."""
    if request.method in ("GET", "HEAD") and not request.headers.get("HX-Request"):
        return redirect_to_login(request.get_full_path())
    asked = redirect_to_login(_page_before(request))
    return _to(request, asked["Location"])


def _to(request: HttpRequest, address: str) -> HttpResponseBase:
    """Another page: htmx would put it inside the one it is on, so it is told to leave that."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": address})
    return redirect(address)


def _page_before(request: HttpRequest) -> str:
    """The page of ours that sent this; the start when it came from elsewhere, or nobody says."""
    sent_from = request.headers.get("HX-Current-URL") or request.headers.get("Referer", "")
    if not url_has_allowed_host_and_scheme(sent_from, {request.get_host()}, require_https=request.is_secure()):
        return reverse("home")
    parts = urlsplit(sent_from)
    return parts.path + (f"?{parts.query}" if parts.query else "")


class SessionUseMiddleware:
    """A session that nobody uses for some hours ends; it notes by what its owner can know it again.

    The note is written once in a while: a write for every page would cost more than the page.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.user.is_authenticated:
            self._note(request)
        return self.get_response(request)

    def _note(self, request: HttpRequest) -> None:
        now = int(time.time())
        noted = request.session.get(USE)
        if noted is None:
            agent = request.headers.get("User-Agent", "")[:LONGEST_AGENT]
            request.session[USE] = {"since": now, "seen": now, "agent": agent}
        elif now - noted["seen"] > settings.SESSION_IDLE:
            logout(request)
        elif now - noted["seen"] > NOTED_EVERY:
            request.session[USE] = {**noted, "seen": now}


class LanguageMiddleware:
    """A logged-in person gets their own language; a visitor what the browser asks, Dutch otherwise.

    And no browser keeps a page of somebody who is logged in, for the next who uses the same computer.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        user = request.user
        if user.is_authenticated:
            translation.activate(user.language)
            request.LANGUAGE_CODE = translation.get_language()
        response = self.get_response(request)
        if user.is_authenticated and not response.has_header("Cache-Control"):
            patch_cache_control(response, private=True, no_store=True)
        return response
