import gzip

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.test import RequestFactory

from regiewijzer.ui.middleware import WORTH_IT, CompressionMiddleware

PAGE = "<p>a page</p>" * WORTH_IT


def _answered(response: HttpResponse, *, takes: str = "br, gzip") -> HttpResponse:
    request: HttpRequest = RequestFactory().get("/", headers={"accept-encoding": takes})
    return CompressionMiddleware(lambda _request: response)(request)


def test_a_page_goes_out_compressed() -> None:
    answer = _answered(HttpResponse(PAGE))

    assert answer["Content-Encoding"] == "gzip"
    assert "Accept-Encoding" in answer["Vary"]
    assert int(answer["Content-Length"]) == len(answer.content) < len(PAGE) / 5
    assert gzip.decompress(answer.content).decode() == PAGE


def test_how_long_a_compressed_page_is_says_little() -> None:
    assert len({len(_answered(HttpResponse(PAGE)).content) for _time in range(30)}) > 5


def test_nothing_else_is_compressed() -> None:
    pdf = _answered(HttpResponse(PAGE.encode(), content_type="application/pdf"))
    stream = _answered(StreamingHttpResponse(iter([PAGE]), content_type="text/html"))  # type: ignore[arg-type]
    unasked = _answered(HttpResponse(PAGE), takes="")

    assert not any(each.has_header("Content-Encoding") for each in (pdf, stream, unasked, _answered(HttpResponse("a"))))
