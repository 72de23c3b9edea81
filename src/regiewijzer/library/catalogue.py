"""Where do I find a text, a word or a source? Every list of the library, read once; an unknown key is a KeyError."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType
from typing import TypeVar

from regiewijzer.library.entries import (
    FindingType,
    GroundType,
    Impasse,
    Introduction,
    Mandate,
    PracticeCase,
    Principle,
    Reference,
    Relation,
    Source,
    Term,
    Theme,
    ThemeKind,
    Word,
)
from regiewijzer.library.located import Entry, open_own
from regiewijzer.library.pages import KnowledgePage, PageKind, read_page
from regiewijzer.library.reading import CONTENT
from regiewijzer.library.reading import word as word_in
from regiewijzer.library.texts import Language, Text, active_language

Kept = TypeVar("Kept")


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


def relation(first: str, other: str) -> Relation | None:
    """How a finding of the second rule hangs together with one of the first, about one subject; None: it does not."""
    return _relations().get((first, other))


def relations() -> tuple[Relation, ...]:
    return tuple(dict.fromkeys(_relations().values()))


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
    return tuple(each.value(Term) for each in _entries("glossary.yaml", "terms"))


def theme(key: str) -> Theme:
    return _entry(_themes(), key, "theme")


def themes() -> tuple[Theme, ...]:
    """Themes of policy, then subjects of the framework."""
    return tuple(_themes().values())


@cache
def principles() -> tuple[Principle, ...]:
    """The eleven design principles, by number."""
    return tuple(each.value(Principle) for each in _entries("principles.yaml", "principles"))


def principle(key: str) -> Principle:
    return _entry({each.key: each for each in principles()}, key, "design principle")


@cache
def impasses() -> tuple[Impasse, ...]:
    """Ways in which a network gets stuck."""
    return tuple(each.value(Impasse) for each in _entries("impasses.yaml", "impasses"))


def impasse(key: str) -> Impasse:
    return _entry({each.key: each for each in impasses()}, key, "impasse")


@cache
def practice_cases() -> tuple[PracticeCase, ...]:
    """Examples that our sources name."""
    known = open_own(CONTENT / "practice.yaml").text("known")
    return tuple(each.value(PracticeCase, known=known) for each in _entries("practice.yaml", "cases"))


@cache
def references() -> tuple[Reference, ...]:
    """What to read, hear and watch, as our sources name it."""
    return tuple(each.value(Reference) for each in _entries("practice.yaml", "references"))


def mandate(key: str) -> Mandate:
    """A network that a rule asks for, such as 'youth_council'."""
    return _entry(_mandates(), key, "mandate")


def mandates() -> tuple[Mandate, ...]:
    """Networks, councils and structures that a law, decree or funding rule asks for or regulates."""
    return tuple(_mandates().values())


def introduction(chapter: str) -> Introduction:
    """Title and notes of 'principles', 'impasses' or 'practice': what the reader should know before the list."""
    if chapter not in INTRODUCED:
        raise KeyError(f"The library has no introduction called {chapter!r}, only {', '.join(INTRODUCED)}.")
    return _introduction(chapter)


@cache
def _introduction(chapter: str) -> Introduction:
    whole = open_own(CONTENT / f"{chapter}.yaml")
    return Introduction(whole.text("title"), whole.texts("notes"))


INTRODUCED = ("principles", "impasses", "practice")


def knowledge_page(key: str) -> KnowledgePage:
    """One page in the active language, such as knowledge_page('three-forms')."""
    return _entry(_pages(active_language()), key, "page")


def knowledge_pages(kind: PageKind | None = None) -> tuple[KnowledgePage, ...]:
    """Pages in the active language by title; only those of one kind when asked."""
    pages = _pages(active_language()).values()
    return tuple(page for page in pages if kind is None or page.kind is kind)


def _entries(file: str, key: str) -> Iterator[Entry]:
    """The entries of a list of the content pack."""
    return open_own(CONTENT / file).entries(key)


def _entry(entries: Mapping[str, Kept], key: str, what: str) -> Kept:
    try:
        return entries[key]
    except KeyError:
        raise KeyError(f"The library has no {what} called {str(key)!r}.") from None


@cache
def _finding_types() -> Mapping[str, FindingType]:
    files = sorted((CONTENT / "findings").glob("*.yaml"))
    types = (each.value(FindingType) for file in files for each in open_own(file).entries("findings"))
    return MappingProxyType({each.rule: each for each in types})


@cache
def _ground_types() -> Mapping[str, GroundType]:
    grounds = (each.value(GroundType) for each in _entries("grounds.yaml", "grounds"))
    return MappingProxyType({each.code: each for each in grounds})


@cache
def _relations() -> Mapping[tuple[str, str], Relation]:
    read = (each.value(Relation) for each in _entries("relations.yaml", "relations"))
    return MappingProxyType({(each.first, other): each for each in read for other in each.others})


@cache
def _sources() -> Mapping[str, Source]:
    read = (each.value(Source) for each in _entries("sources.yaml", "sources"))
    return MappingProxyType({each.key: each for each in read})


@cache
def _mandates() -> Mapping[str, Mandate]:
    read = (each.value(Mandate) for each in _entries("mandates.yaml", "mandates"))
    return MappingProxyType({each.key: each for each in read})


@cache
def _word_groups() -> Mapping[str, Mapping[str, Word]]:
    """The groups of the words file, and the entries that have a title of their own."""
    groups = {group.name: _by_code(map(word_in, group.entries("words"))) for group in _entries("words.yaml", "groups")}
    titled: dict[str, Iterable[Theme | Principle | Impasse | Mandate]] = {
        "themes": themes(),
        "principles": principles(),
        "impasses": impasses(),
        "mandates": mandates(),
    }
    groups |= {group: _by_code(_title_as_word(each) for each in entries) for group, entries in titled.items()}
    return MappingProxyType(groups)


def _by_code(found: Iterable[Word]) -> Mapping[str, Word]:
    return MappingProxyType({each.code: each for each in found})


def _title_as_word(entry: Theme | Principle | Impasse | Mandate) -> Word:
    return Word(code=entry.key, text=entry.title, short=entry.title, plural=entry.title, label=entry.title)


@cache
def _themes() -> Mapping[str, Theme]:
    read = (each.value(Theme, kind=kind) for kind in ThemeKind for each in _entries("themes.yaml", kind))
    return MappingProxyType({each.key: each for each in read})


@cache
def _pages(language: Language) -> Mapping[str, KnowledgePage]:
    read = (read_page(file) for file in (CONTENT / "knowledge").glob(f"*.{language}.md"))
    return MappingProxyType({page.key: page for page in sorted(read, key=lambda page: page.title.casefold())})
