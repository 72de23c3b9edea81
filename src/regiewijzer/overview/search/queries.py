"""Searching the register and the knowledge pages."""

from dataclasses import dataclass

from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library import catalogue
from regiewijzer.library.pages import KnowledgePage
from regiewijzer.register.search.queries import Found
from regiewijzer.register.search.queries import search as find
from regiewijzer.register.search.wording import tokens

KINDS = ("network", "organisation", "instrument", "challenge", "person", "decision")
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
    asked = {token for token in tokens(text) if token.startswith("s.")}
    if not asked:
        return []
    found = [page for page in catalogue.knowledge_pages() if asked <= tokens(f"{page.title} {page.text}")]
    return sorted(found, key=lambda page: not asked <= tokens(page.title))[:MOST_PAGES]
