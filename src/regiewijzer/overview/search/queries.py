"""Searching the register and the knowledge pages."""

from dataclasses import dataclass
from functools import lru_cache

from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library import catalogue
from regiewijzer.library.pages import KnowledgePage
from regiewijzer.library.texts import Language, active_language
from regiewijzer.register.search.queries import Found
from regiewijzer.register.search.queries import search as find
from regiewijzer.register.search.wording import tokens

KINDS = ("network", "organisation", "instrument", "challenge", "person", "decision", "meeting", "action")
MOST_PAGES = 5


@dataclass(frozen=True, slots=True)
class Result:
    """One record found, with its page."""

    title: str
    line: str
    url: str
    archived: bool


@dataclass(frozen=True, slots=True)
class Group:
    """Results of one kind."""

    label: str
    results: list[Result]


def grouped(text: str, authority: Authority) -> list[Group]:
    """Records by kind, the best of each first."""
    found = find(text)
    groups = []
    for kind in KINDS:
        results = [_result(item, authority) for item in found if item.kind == kind]
        if results:
            plural = str(catalogue.word(kind, "record_kinds").plural)
            groups.append(Group(plural[:1].upper() + plural[1:], results))
    return groups


def _result(item: Found, authority: Authority) -> Result:
    return Result(item.title, item.line, reverse(item.kind, args=[authority.slug, item.record]), item.archived)


def pages(text: str) -> list[KnowledgePage]:
    """Knowledge and help pages that hold the words, those with the words in their title first."""
    asked = _stems(text)
    if not asked:
        return []
    found = [stemmed for stemmed in _stemmed(active_language()) if asked <= stemmed.anywhere]
    return [stemmed.page for stemmed in sorted(found, key=lambda each: not asked <= each.title)[:MOST_PAGES]]


@dataclass(frozen=True, slots=True)
class Stemmed:
    """A page of the library with the words it can be found by."""

    page: KnowledgePage
    title: frozenset[str]
    anywhere: frozenset[str]


@lru_cache
def _stemmed(_language: Language) -> tuple[Stemmed, ...]:
    """The pages in the active language; the library does not change while the program runs."""
    return tuple(
        Stemmed(page, _stems(page.title), _stems(f"{page.title} {page.text}")) for page in catalogue.knowledge_pages()
    )


def _stems(text: str) -> frozenset[str]:
    return frozenset(token for token in tokens(text) if token.startswith("s."))
