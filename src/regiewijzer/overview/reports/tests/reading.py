"""Reading a report back: what it says, its headings in order, its alternative texts, what is bold."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import IndirectObject

HEAVY = ("SemiBold", "Bold")
ZERO_WIDTH_SPACE = "\u200b"


def opened(content: bytes) -> PdfReader:
    return PdfReader(BytesIO(content))


def text_of(content: bytes, page: int | None = None) -> str:
    """Everything the report says, on one line."""
    pages = opened(content).pages
    chosen = pages if page is None else [pages[page]]
    return _one_line(" ".join(page.extract_text() for page in chosen))


def bold_in(content: bytes) -> str:
    """Everything in a heavy letter, on one line."""
    found: list[str] = []

    def visit(text: str, _cm: object, _tm: object, font: Any, _size: object) -> None:
        if font and font["/BaseFont"].endswith(HEAVY):
            found.append(text)

    for page in opened(content).pages:
        page.extract_text(visitor_text=visit)
    return _one_line("".join(found))


def headings_of(content: bytes) -> list[str]:
    """Headings in the order of the document, as a reader's sidebar lists them."""
    return list(_titles(opened(content).outline))


def alternatives_of(content: bytes) -> list[str]:
    """What is said in the place of pictures."""
    return [_one_line(str(element["/Alt"])) for element in _structure(opened(content)) if "/Alt" in element]


def kinds_of(content: bytes) -> set[str]:
    """The tags of the document: H1, Table, TH, Figure, L."""
    return {str(element["/S"]).removeprefix("/") for element in _structure(opened(content)) if "/S" in element}


def metadata_of(content: bytes) -> str:
    """The XMP metadata, in which a document says which standard it keeps."""
    found = opened(content).xmp_metadata
    assert found is not None
    return found.stream.get_data().decode()


def _titles(outline: list[Any]) -> Iterator[str]:
    for item in outline:
        if isinstance(item, list):
            yield from _titles(item)
        else:
            yield _one_line(str(item.title))


def _structure(reader: PdfReader) -> Iterator[Any]:
    yield from _elements(reader.trailer["/Root"]["/StructTreeRoot"])


def _elements(node: Any) -> Iterator[Any]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, list):
        for child in node:
            yield from _elements(child)
    elif hasattr(node, "get"):
        yield node
        yield from _elements(node.get("/K", []))


def _one_line(words: str) -> str:
    return " ".join(words.replace(ZERO_WIDTH_SPACE, "").replace("\u00a0", " ").split())
