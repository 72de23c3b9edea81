"""Searching the register and the library: pages, words, examples from practice, ways to get stuck."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from django.urls import reverse

from regiewijzer.foundation.authorities.models import Authority
from regiewijzer.library import catalogue
from regiewijzer.library.goal_lists import goal_lists
from regiewijzer.library.texts import Language, Text, active_language
from regiewijzer.register.search.queries import Found, nearly
from regiewijzer.register.search.queries import search as find
from regiewijzer.register.search.wording import SHORTEST_FOR_PARTS, stem, tokens, words
from regiewijzer.register.search.wording import nearly as how_nearly
from regiewijzer.science.likeness import goal_words
from regiewijzer.science.names import without_accents
from regiewijzer.tools.practice.public import own_cases

KINDS = ("network", "organisation", "instrument", "challenge", "person", "decision", "meeting", "action")
MOST_PAGES = 8
BEHIND_THE_LIBRARY = 10_000  # the order of own cases
IMPASSES = "principles-and-impasses"


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
    """Records by kind, the best of each first. A word for a kind says which: "networks youth" asks for networks."""
    kind, rest = _kind_in(text)
    of_kind = find(rest, kinds=frozenset({kind})) if kind else []
    also = [each for each in find(text) if each not in of_kind]
    kinds = (kind, *(each for each in KINDS if each != kind)) if of_kind else KINDS
    return _by_kind([*of_kind, *also], kinds, authority)


def nearly_grouped(text: str, authority: Authority) -> list[Group]:
    """The same of records of the kind asked for about the same people in another word; then of those whose name is
    nearly so: for a slip of the keyboard.
    """
    kind, rest = _kind_in(text)
    of_people = _for_the_same_people(rest, frozenset({kind})) if kind else []
    alike = [each for each in nearly(text) if each not in of_people]
    return _by_kind([*of_people, *alike], KINDS, authority)


def _for_the_same_people(text: str, kinds: frozenset[str]) -> list[Found]:
    """Records that name the people of the text otherwise: "jongeren" for "jeugd"."""
    lists = goal_lists()
    others = (word.strip("*") for group in sorted(goal_words(text, lists).people) for word in lists.people[group])
    found = (each for word in others for each in find(word, kinds=kinds))
    return list(dict.fromkeys(found))


def _by_kind(found: Sequence[Found], kinds: Sequence[str], authority: Authority) -> list[Group]:
    groups = []
    for kind in kinds:
        results = [_result(item, authority) for item in found if item.kind == kind]
        if results:
            plural = str(catalogue.word(kind, "record_kinds").plural)
            groups.append(Group(plural[:1].upper() + plural[1:], results))
    return groups


def _kind_in(text: str) -> tuple[str, str]:
    """The kind of record that one of several words names, and the other words; empty when none does."""
    typed = words(text)
    for word in typed if len(typed) > 1 else ():
        if kind := _kinds().get(stem(word)):
            return kind, " ".join(each for each in typed if each != word)
    return "", text


@cache
def _kinds() -> dict[str, str]:
    """Each kind by the stem of its word, one and several, in both languages."""
    named = {kind: catalogue.word(kind, "record_kinds") for kind in KINDS}
    return {
        stem(without_accents(each)): kind
        for kind, word in named.items()
        for each in (word.text.nl, word.plural.nl, word.text.en, word.plural.en)
    }


def _result(item: Found, authority: Authority) -> Result:
    return Result(item.title, item.line, reverse(item.kind, args=[authority.slug, item.record]), item.archived)


@dataclass(frozen=True, slots=True)
class Known:
    """What the library has on something: a page, a word, an example from practice or a way to get stuck.

    `page` and `key` make its address, `anchor` leads to its place there.
    """

    title: str
    line: str
    page: str
    key: str = ""
    anchor: str = ""


def knowledge(text: str) -> list[Known]:
    """What the library has, and own cases, that hold the words; a title that says little else comes first."""
    asked = _stems(text)
    if not asked:
        return []
    found = [each for each in (*_stemmed(active_language()), *_own_cases()) if asked <= each.anywhere]
    ranked = sorted(found, key=lambda each: (-len(asked & each.title) / len(each.title | asked), each.order))
    return [each.known for each in ranked[:MOST_PAGES]]


def nearly_known(text: str) -> list[Known]:
    """The same of which a word of the title is nearly each word: for a slip of the keyboard; best first."""
    typed = [word for word in words(text) if len(word) >= SHORTEST_FOR_PARTS]
    if not typed:
        return []
    alike = [
        (how_nearly(typed, words(each.known.title)), each) for each in (*_stemmed(active_language()), *_own_cases())
    ]
    ranked = sorted((pair for pair in alike if pair[0]), key=lambda pair: (-pair[0], pair[1].order))
    return [each.known for _how, each in ranked[:MOST_PAGES]]


def _own_cases() -> Iterator["Stemmed"]:
    """Own cases as the library's are, behind those."""
    for order, case in enumerate(own_cases(), BEHIND_THE_LIBRARY):
        told = " ".join(str(value) for value in case.content.values())
        network = case.network.name if case.network else ""
        known = Known(case.title, case.gave, "practice_own", str(case.pk))
        yield Stemmed(known, order, _stems(case.title), _stems(f"{told} {network}"))


@dataclass(frozen=True, slots=True)
class Stemmed:
    """Something of the library with the words it can be found by."""

    known: Known
    order: int
    title: frozenset[str]
    anywhere: frozenset[str]


# how people call the ways to get stuck; no title says it
STUCK = Text(nl="vastgelopen vastlopen vastloper netwerk overleg", en="stuck impasse network meeting")


@cache
def _stemmed(_language: Language) -> tuple[Stemmed, ...]:
    """All of it in the active language; the library does not change while the program runs."""
    return tuple(
        Stemmed(known, order, _stems(known.title), _stems(f"{known.title} {text}"))
        for order, (known, text) in enumerate(_all_known())
    )


def _all_known() -> Iterator[tuple[Known, str]]:
    for page in catalogue.knowledge_pages():
        address = "help_page" if page.kind == "help" else "knowledge_page"
        yield Known(page.title, page.summary, address, page.key), f"{page.summary} {page.text}"
    for term in catalogue.glossary():
        known = Known(str(term.term), str(term.definition), "help_glossary", anchor=f"#{term.key}")
        yield known, str(term.definition)
    for impasse in catalogue.impasses():
        signs = " ".join(str(sign) for sign in impasse.signs)
        known = Known(str(impasse.title), str(impasse.description), "knowledge_page", IMPASSES)
        yield known, f"{impasse.description} {signs} {STUCK}"
    for case in catalogue.practice_cases():
        themes = " ".join(str(catalogue.theme(key).title) for key in case.themes)
        yield Known(str(case.title), str(case.known), "practice_case", case.key), f"{case.known} {themes}"
    for reference in catalogue.references():
        known = Known(str(reference.title), str(reference.about), "practice", anchor="#references")
        yield known, f"{reference.about} {catalogue.word(reference.kind, 'reference_kinds').text}"


def _stems(text: str) -> frozenset[str]:
    return frozenset(token for token in tokens(text) if token.startswith("s."))
