"""Pages of the library: knowledge, words, sources, and help with the program."""

from typing import Any

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
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


ANYBODY = (Right.SEE, Right.SEE_OWN_NETWORKS)


@require_safe
@needs(*ANYBODY)
def knowledge(request: AuthorityRequest) -> HttpResponseBase:
    """Knowledge pages and practice cases, narrowed by theme."""
    theme = request.GET.get("theme", "")
    context = {
        "pages": pages_on(theme),
        "cases": cases_on(theme),
        "themes": themes_in_use(),
        "theme": theme,
    }
    return render(request, "help/knowledge.html", context)


@require_safe
@needs(*ANYBODY)
def knowledge_page(request: AuthorityRequest, key: str) -> HttpResponseBase:
    return _page(request, key)


@require_safe
@needs(*ANYBODY)
def help_page(request: AuthorityRequest, key: str) -> HttpResponseBase:
    return _page(request, key)


def _page(request: AuthorityRequest, key: str) -> HttpResponseBase:
    try:
        page = catalogue.knowledge_page(key)
    except KeyError as missing:
        raise Http404 from missing
    return render(request, "help/page.html", {"page": page, **around(page)})


@require_safe
@needs(*ANYBODY)
def help_start(request: AuthorityRequest) -> HttpResponseBase:
    """Help with the program, and the way to words and sources."""
    return render(request, "help/help.html", {"pages": catalogue.knowledge_pages(PageKind.HELP)})


@require_safe
@needs(*ANYBODY)
def glossary(request: AuthorityRequest) -> HttpResponseBase:
    """Every word the framework uses, explained in a sentence."""
    return render(request, "help/glossary.html", {"terms": terms()})


@require_safe
@needs(*ANYBODY)
def sources(request: AuthorityRequest) -> HttpResponseBase:
    """The literature behind the rules."""
    return render(request, "help/sources.html", {"sources": catalogue.sources()})
