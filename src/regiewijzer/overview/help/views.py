"""Pages of the library: knowledge, words, sources, and help with the program."""

from django.http import Http404
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.library import catalogue
from regiewijzer.library.pages import PageKind
from regiewijzer.overview.help import queries

ANYBODY = (Right.SEE, Right.SEE_OWN_NETWORKS)


@require_safe
@needs(*ANYBODY)
def knowledge(request: AuthorityRequest) -> HttpResponseBase:
    """Knowledge pages and practice cases, narrowed by theme."""
    theme = request.GET.get("theme", "")
    context = {
        "pages": queries.pages_on(theme),
        "cases": queries.cases_on(theme),
        "themes": queries.themes_in_use(),
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
    return render(request, "help/page.html", {"page": page, **queries.around(page)})


@require_safe
@needs(*ANYBODY)
def help_start(request: AuthorityRequest) -> HttpResponseBase:
    """Help with the program, and the way to words and sources."""
    return render(request, "help/help.html", {"pages": catalogue.knowledge_pages(PageKind.HELP)})


@require_safe
@needs(*ANYBODY)
def glossary(request: AuthorityRequest) -> HttpResponseBase:
    """Every word the framework uses, explained in a sentence."""
    return render(request, "help/glossary.html", {"terms": queries.terms()})


@require_safe
@needs(*ANYBODY)
def sources(request: AuthorityRequest) -> HttpResponseBase:
    """The literature behind the rules."""
    return render(request, "help/sources.html", {"sources": catalogue.sources()})
