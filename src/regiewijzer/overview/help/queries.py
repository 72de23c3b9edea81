"""Choosing pages of the library for a screen."""

from typing import Any

from regiewijzer.library import catalogue
from regiewijzer.library.entries import PracticeCase, Source, Term, Theme
from regiewijzer.library.pages import KnowledgePage, PageKind


def pages_on(theme: str) -> list[KnowledgePage]:
    """Knowledge pages by title; only those on a theme when one is given."""
    pages = catalogue.knowledge_pages(PageKind.KNOWLEDGE)
    return [page for page in pages if not theme or theme in page.themes]


def cases_on(theme: str) -> list[PracticeCase]:
    """Practice cases; only those on a theme when one is given."""
    return [case for case in catalogue.practice_cases() if not theme or theme in case.themes]


def themes_in_use() -> list[Theme]:
    """Themes that some page or case is about, by name."""
    used = {theme for page in catalogue.knowledge_pages() for theme in page.themes}
    used |= {theme for case in catalogue.practice_cases() for theme in case.themes}
    found = [theme for theme in catalogue.themes() if theme.key in used]
    return sorted(found, key=lambda theme: str(theme.title))


def terms() -> list[Term]:
    """The glossary in the order of the reader's language."""
    return sorted(catalogue.glossary(), key=lambda term: str(term.term).lower())


def around(page: KnowledgePage) -> dict[str, Any]:
    """What stands beside a page: its sources and related pages."""
    sources: list[Source] = [catalogue.source(key) for key in page.sources]
    related = [catalogue.knowledge_page(key) for key in page.related]
    return {"sources": sources, "related": related}
