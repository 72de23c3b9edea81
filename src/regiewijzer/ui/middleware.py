"""What happens to every answer: pages go out compressed, and one that Django leaves empty gets words."""

import gzip
import io
import re
import secrets
from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.cache import patch_vary_headers

METHOD_NOT_ALLOWED = 405
WORTH_IT = 500  # bytes; below this a compressed page is hardly smaller
QUICKLY = 1  # five sixths of what the best level saves, in a third of its time
MOST_PADDING = 100
TAKES_GZIP = re.compile(r"\bgzip\b")


class CompressionMiddleware:
    """Compresses pages for browsers that take it; files and streams go as they are.

    Names of a random length in the head hide how long the compressed page is, as Django does against BREACH.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        is_page = not response.streaming and response.get("Content-Type", "").startswith("text/html")
        if not is_page or response.has_header("Content-Encoding") or len(response.content) < WORTH_IT:
            return response
        patch_vary_headers(response, ["Accept-Encoding"])
        if TAKES_GZIP.search(request.headers.get("Accept-Encoding", "")):
            response.content = compressed(response.content)
            response.headers["Content-Length"] = str(len(response.content))
            response.headers["Content-Encoding"] = "gzip"
        return response


def compressed(page: bytes) -> bytes:
    made = io.BytesIO()
    padding = "a" * secrets.randbelow(MOST_PADDING)
    with gzip.GzipFile(filename=padding, mode="wb", compresslevel=QUICKLY, fileobj=made, mtime=0) as writer:
        writer.write(page)
    return made.getvalue()


class NotAllowedMiddleware:
    """Fills the empty answer 405; which methods are allowed stays in its header."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == METHOD_NOT_ALLOWED and not response.streaming and not response.content:
            response.content = render_to_string("ui/errors/405.html", request=request).encode()
        return response
