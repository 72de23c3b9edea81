"""What the browser gets when an address does not take what was asked: a page, where Django sends nothing at all."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string

METHOD_NOT_ALLOWED = 405


class NotAllowedMiddleware:
    """Fills the empty answer 405; which methods are allowed stays in its header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == METHOD_NOT_ALLOWED and not response.streaming and not response.content:
            response.content = render_to_string("ui/errors/405.html", request=request).encode()
        return response
