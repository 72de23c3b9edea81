"""Choosing pages of the library for a screen."""

from typing import Any

from django.utils.translation import get_language

from regiewijzer.library import catalogue
from regiewijzer.library.entries import PracticeCase, Source, Term, Theme
from regiewijzer.library.pages import KnowledgePage, PageKind


def _language() -> str:
    return get_language() or "nl"


def pages_on(theme: str) -> list[KnowledgePage]:
    """Knowledge pages by title; only those on a theme when one is given."""
    pages = catalogue.knowledge_pages(_language(), PageKind.KNOWLEDGE)
    return [page for page in pages if not theme or theme in page.themes]


def cases_on(theme: str) -> list[PracticeCase]:
    """Practice cases; only those on a theme when one is given."""
    return [case for case in catalogue.practice_cases() if not theme or theme in case.themes]


def themes_in_use() -> list[Theme]:
    """Themes that some page or case is about, by name."""
    used = {theme for page in catalogue.knowledge_pages(_language()) for theme in page.themes}
    used |= {theme for case in catalogue.practice_cases() for theme in case.themes}
    found = [theme for theme in catalogue.themes() if theme.key in used]
    return sorted(found, key=lambda theme: theme.title.in_language(_language()))


def terms() -> list[Term]:
    """The glossary in the order of the reader's language."""
    return sorted(catalogue.glossary(), key=lambda term: term.term.in_language(_language()).lower())


def around(page: KnowledgePage) -> dict[str, Any]:
    """What stands beside a page: its sources and related pages."""
    sources: list[Source] = [catalogue.source(key) for key in page.sources]
    related = [catalogue.knowledge_page(key, _language()) for key in page.related]
    return {"sources": sources, "related": related}
