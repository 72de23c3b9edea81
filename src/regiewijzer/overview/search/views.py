"""The results of the search box."""

from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from regiewijzer.foundation.access import needs
from regiewijzer.foundation.accounts.models import AuthorityRequest
from regiewijzer.foundation.rights import Right
from regiewijzer.overview.search import queries


@require_safe
@needs(Right.SEE)
def search(request: AuthorityRequest) -> HttpResponseBase:
    """Everything that holds the words, records first, then the library; what is nearly so when nothing does."""
    text = request.GET.get("q", "").strip()[:200]
    groups, known = queries.grouped(text, request.authority), queries.knowledge(text)
    guessed = not groups and not known
    context = {
        "search_text": text,
        "groups": queries.nearly_grouped(text, request.authority) if guessed else groups,
        "known": queries.nearly_known(text) if guessed else known,
        "guessed": guessed,
    }
    return render(request, "search/results.html", context)
