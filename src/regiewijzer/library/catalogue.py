"""Where do I find a text, a word or a source? Every list of the library, read once; an unknown key is a KeyError."""

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from regiewijzer.library import reading
from regiewijzer.library.entries import (
    FindingType,
    GroundType,
    Impasse,
    Introduction,
    PracticeCase,
    Principle,
    Source,
    Term,
    Theme,
    ThemeKind,
    Word,
)
from regiewijzer.library.pages import KnowledgePage, PageKind, read_page
from regiewijzer.library.reading import CONTENT, read_file
from regiewijzer.library.texts import Language, Text, active_language

Entry = TypeVar("Entry")


def finding_type(rule: str) -> FindingType:
    """What a rule says, such as 'form.too_many_participants'."""
    return _entry(_finding_types(), rule, "finding type")


def finding_types() -> tuple[FindingType, ...]:
    """Every rule, by subject."""
    return tuple(_finding_types().values())


def subject_label(rule: str) -> Text:
    """The word before the source under a finding, such as 'Vorm' or 'Overlap'."""
    return word(finding_type(rule).subject, "subjects").short


def ground_type(code: str) -> GroundType:
    """A reason to be more or less sure."""
    return _entry(_ground_types(), code, "ground")


def ground_types() -> tuple[GroundType, ...]:
    return tuple(_ground_types().values())


def source(key: str) -> Source:
    """Where an idea comes from, such as 'Provan & Kenis 2008'."""
    return _entry(_sources(), key, "source")


def sources() -> tuple[Source, ...]:
    return tuple(_sources().values())


def word(code: str, group: str) -> Word:
    """The word for a code, such as word('nao', 'forms')."""
    return _entry(_entry(_word_groups(), group, "group of words"), code, f"word in the group {group!r}")


def words(group: str) -> tuple[Word, ...]:
    """The words of a group, in the order in which they are offered."""
    return tuple(_entry(_word_groups(), group, "group of words").values())


def word_groups() -> tuple[str, ...]:
    """The names of the groups."""
    return tuple(_word_groups())


@cache
def glossary() -> tuple[Term, ...]:
    """The terms of the field, in the order of the framework."""
    return tuple(reading.term(raw) for raw in read_file(CONTENT / "glossary.yaml")["terms"])


def theme(key: str) -> Theme:
    return _entry(_themes(), key, "theme")


def themes() -> tuple[Theme, ...]:
    """Themes of policy, then subjects of the framework."""
    return tuple(_themes().values())


@cache
def principles() -> tuple[Principle, ...]:
    """The eleven design principles, by number."""
    return tuple(reading.principle(raw) for raw in read_file(CONTENT / "principles.yaml")["principles"])


def principle(key: str) -> Principle:
    return _entry({each.key: each for each in principles()}, key, "design principle")


@cache
def impasses() -> tuple[Impasse, ...]:
    """Ways in which a network gets stuck."""
    return tuple(reading.impasse(raw) for raw in read_file(CONTENT / "impasses.yaml")["impasses"])


def impasse(key: str) -> Impasse:
    return _entry({each.key: each for each in impasses()}, key, "impasse")


@cache
def practice_cases() -> tuple[PracticeCase, ...]:
    """Examples that our sources name."""
    raw = read_file(CONTENT / "practice.yaml")
    known = reading.text(raw["known"])
    return tuple(reading.practice_case(case, known) for case in raw["cases"])


def introduction(chapter: str) -> Introduction:
    """Title and notes of 'principles', 'impasses' or 'practice': what the reader should know before the list."""
    if chapter not in INTRODUCED:
        raise KeyError(f"The library has no introduction called {chapter!r}, only {', '.join(INTRODUCED)}.")
    return reading.introduction(read_file(CONTENT / f"{chapter}.yaml"))


INTRODUCED = ("principles", "impasses", "practice")


def knowledge_page(key: str) -> KnowledgePage:
    """One page in the active language, such as knowledge_page('three-forms')."""
    return _entry(_pages(active_language()), key, "page")


def knowledge_pages(kind: PageKind | None = None) -> tuple[KnowledgePage, ...]:
    """Pages in the active language by title; only those of one kind when asked."""
    pages = _pages(active_language()).values()
    return tuple(page for page in pages if kind is None or page.kind is kind)


def _entry(entries: Mapping[str, Entry], key: str, what: str) -> Entry:
    try:
        return entries[key]
    except KeyError:
        raise KeyError(f"The library has no {what} called {str(key)!r}.") from None


@cache
def _finding_types() -> Mapping[str, FindingType]:
    files = sorted((CONTENT / "findings").glob("*.yaml"))
    types = (reading.finding_type(raw) for file in files for raw in read_file(file)["findings"])
    return MappingProxyType({each.rule: each for each in types})


@cache
def _ground_types() -> Mapping[str, GroundType]:
    grounds = (reading.ground_type(raw) for raw in read_file(CONTENT / "grounds.yaml")["grounds"])
    return MappingProxyType({each.code: each for each in grounds})


@cache
def _sources() -> Mapping[str, Source]:
    read = (reading.source(raw) for raw in read_file(CONTENT / "sources.yaml")["sources"])
    return MappingProxyType({each.key: each for each in read})


@cache
def _word_groups() -> Mapping[str, Mapping[str, Word]]:
    """The groups of the words file, and the entries that have a title of their own."""
    written = read_file(CONTENT / "words.yaml")["groups"]
    groups = {raw["group"]: _by_code(reading.word(each) for each in raw["words"]) for raw in written}
    titled: dict[str, Iterable[Theme | Principle | Impasse]] = {
        "themes": themes(),
        "principles": principles(),
        "impasses": impasses(),
    }
    groups |= {group: _by_code(_title_as_word(each) for each in entries) for group, entries in titled.items()}
    return MappingProxyType(groups)


def _by_code(found: Iterable[Word]) -> Mapping[str, Word]:
    return MappingProxyType({each.code: each for each in found})


def _title_as_word(entry: Theme | Principle | Impasse) -> Word:
    return Word(code=entry.key, text=entry.title, short=entry.title, plural=entry.title)


@cache
def _themes() -> Mapping[str, Theme]:
    raw = read_file(CONTENT / "themes.yaml")
    read = (reading.theme(each, kind) for kind in ThemeKind for each in raw[kind])
    return MappingProxyType({each.key: each for each in read})


@cache
def _pages(language: Language) -> Mapping[str, KnowledgePage]:
    read = (read_page(file) for file in (CONTENT / "knowledge").glob(f"*.{language}.md"))
    return MappingProxyType({page.key: page for page in sorted(read, key=lambda page: page.title.casefold())})
