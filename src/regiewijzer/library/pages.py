"""How does a knowledge page become something to read? Markdown with a heading of facts in, safe HTML out."""

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

import nh3
import yaml
from markdown_it import MarkdownIt
from markdown_it.token import Token

from regiewijzer.library.texts import Language

FENCE = "---\n"
HIGHEST_HEADING = 2  # the title of the page is its only h1, and the template sets it

_MARKDOWN = MarkdownIt("commonmark", {"html": False}).enable("table")
_TAGS = {
    "a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "strong",
    "table", "tbody", "td", "th", "thead", "tr", "ul",
}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "ol": {"start"}}
_SCHEMES = {"https", "mailto"}


class PageKind(StrEnum):
    """A page about steering and networks, or about working with the program."""

    KNOWLEDGE = "knowledge"
    HELP = "help"


@dataclass(frozen=True, slots=True)
class KnowledgePage:
    """One page in one language. `html` is safe to show and starts at h2; `text` is the page without marks, for search.

    `sources`, `themes` and `related` are keys: of sources, of themes, of other pages.
    """

    key: str
    language: Language
    kind: PageKind
    title: str
    summary: str
    html: str
    text: str
    sources: tuple[str, ...]
    themes: tuple[str, ...]
    related: tuple[str, ...]


def read_page(path: Path) -> KnowledgePage:
    """The page in one file. ValueError when the heading of facts is missing."""
    header, body = split_page(path.read_text(encoding="utf-8"))
    return KnowledgePage(
        key=header["id"],
        language=Language(header["lang"]),
        kind=PageKind(header["kind"]),
        title=header["title"],
        summary=header["summary"],
        html=safe_html(body),
        text=plain_text(body),
        sources=tuple(header["sources"]),
        themes=tuple(header["themes"]),
        related=tuple(header.get("related", ())),
    )


def split_page(source: str) -> tuple[dict[str, Any], str]:
    """The facts at the head of a page and the Markdown below them. ValueError without two fences."""
    before, opened, rest = source.partition(FENCE)
    facts, closed, body = rest.partition(FENCE)
    if before or not opened or not closed:
        raise ValueError("A page begins with its facts between two lines of three dashes.")
    return yaml.safe_load(facts), body


def safe_html(markdown: str) -> str:
    """HTML of the tags we know. Raw HTML shows as text, and a link opens where the reader is."""
    tokens = _MARKDOWN.parse(markdown)
    for token in tokens:
        if token.type in {"heading_open", "heading_close"}:
            token.tag = f"h{max(int(token.tag[1:]), HIGHEST_HEADING)}"
    html = _MARKDOWN.renderer.render(tokens, _MARKDOWN.options, {})
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel=None).strip()


def plain_text(markdown: str) -> str:
    """The words of a page, one block a line."""
    blocks = (_words(token) for token in _MARKDOWN.parse(markdown) if token.type == "inline")
    return "\n".join(block for block in blocks if block)


def links(markdown: str) -> tuple[str, ...]:
    """The addresses a page links to."""
    inline = (child for token in _MARKDOWN.parse(markdown) for child in token.children or ())
    return tuple(str(child.attrs["href"]) for child in inline if child.type == "link_open")


def _words(inline: Token) -> str:
    parts = (" " if child.type in {"softbreak", "hardbreak"} else child.content for child in inline.children or ())
    return "".join(parts).strip()
