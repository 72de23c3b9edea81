"""Asking the index."""

from dataclasses import dataclass

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from regiewijzer.register.search.models import SearchEntry
from regiewijzer.register.search.wording import asked, parts, stem

MOST_FOUND = 50


@dataclass(frozen=True, slots=True)
class Found:
    """One record that holds the words."""

    kind: str
    record: int
    title: str
    line: str
    archived: bool


def search(text: str, *, kinds: frozenset[str] | None = None, most: int = MOST_FOUND) -> list[Found]:
    """Records that hold every word of the text, as a stem, a whole word or a part of one; best first."""
    wanted = [" | ".join(_all_of(reading) for reading in readings) for readings in asked(text)]
    if not wanted:
        return []
    query = SearchQuery(" & ".join(f"({part})" for part in wanted), search_type="raw", config="simple")
    entries = SearchEntry.objects.filter(words=query)
    if kinds is not None:
        entries = entries.filter(kind__in=kinds)
    ranked = entries.annotate(rank=SearchRank(F("words"), query)).order_by("archived", "-rank", "title")
    return [Found(entry.kind, entry.record, entry.title, entry.line, entry.archived) for entry in ranked[:most]]


def _all_of(words: list[str]) -> str:
    return "(" + " & ".join(_any_form(word) for word in words) + ")"


def _any_form(word: str) -> str:
    forms = [f"'s.{stem(word)}'", f"'w.{word}'"]
    if trigrams := parts(word):
        forms.append("(" + " & ".join(f"'t.{part}'" for part in trigrams) + ")")
    elif len(word) < 4:
        forms.append(f"'w.{word}':*")
    return "(" + " | ".join(forms) + ")"
