"""Asking the index."""

from dataclasses import dataclass
from typing import Any

from django.contrib.postgres.search import SearchQuery, SearchRank
from django.db.models import F

from regiewijzer.register.search.models import SearchEntry
from regiewijzer.register.search.wording import SHORTEST_FOR_PARTS, asked, parts, stem, words
from regiewijzer.register.search.wording import nearly as how_nearly

MOST_FOUND = 50
MOST_LOOKED_AT = 500


class Words(SearchQuery):
    """Words of the index as they stand there: the parser of PostgreSQL would part other scripts at their dot."""

    def __init__(self, literal: str) -> None:
        super().__init__(literal, search_type="raw")
        self.literal = literal

    def as_sql(
        self,
        compiler: Any,
        connection: Any,
        function: Any = None,
        template: Any = None,
        arg_joiner: Any = None,
        **extra: Any,
    ) -> Any:
        return "%s::tsquery", [self.literal]


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
    query = Words(" & ".join(f"({part})" for part in wanted))
    entries = SearchEntry.objects.filter(words=query)
    if kinds is not None:
        entries = entries.filter(kind__in=kinds)
    ranked = entries.annotate(rank=SearchRank(F("words"), query)).order_by("archived", "-rank", "title")
    return [Found(entry.kind, entry.record, entry.title, entry.line, entry.archived) for entry in ranked[:most]]


def nearly(text: str, *, most: int = MOST_FOUND) -> list[Found]:
    """Records of which a word of the title is nearly each word of the text: for a slip of the keyboard; best first."""
    typed = [word for word in words(text) if len(word) >= SHORTEST_FOR_PARTS]
    wanted = sorted({f"'t.{part}'" for word in typed for part in parts(word)})
    if not wanted:
        return []
    query = Words(" | ".join(wanted))
    ranked = SearchEntry.objects.filter(words=query).annotate(rank=SearchRank(F("words"), query))
    candidates = ranked.order_by("-rank", "title")[:MOST_LOOKED_AT]
    alike = [(how_nearly(typed, words(entry.title)), entry) for entry in candidates]
    kept = sorted((pair for pair in alike if pair[0]), key=lambda pair: (pair[1].archived, -pair[0], pair[1].title))
    return [Found(entry.kind, entry.record, entry.title, entry.line, entry.archived) for _how, entry in kept[:most]]


def _all_of(reading: list[str]) -> str:
    return "(" + " & ".join(_any_form(word) for word in reading) + ")"


def _any_form(word: str) -> str:
    forms = [f"'s.{stem(word)}'", f"'w.{word}'"]
    if trigrams := parts(word):
        forms.append("(" + " & ".join(f"'t.{part}'" for part in trigrams) + ")")
    elif len(word) < 4:
        forms.append(f"'w.{word}':*")
    return "(" + " | ".join(forms) + ")"
