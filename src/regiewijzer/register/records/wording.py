"""Codes of the library as choices and words, in the reader's language."""

from collections.abc import Sequence

from regiewijzer.library import catalogue
from regiewijzer.library.entries import ThemeKind


def word_choices(group: str) -> list[tuple[str, str]]:
    """The codes of a group with their labels. A field takes them as `choices=partial(word_choices, "forms")`."""
    return [(word.code, str(word.label)) for word in catalogue.words(group)]


def theme_choices() -> list[tuple[str, str]]:
    """Policy themes, by name."""
    policy = [theme for theme in catalogue.themes() if theme.kind is ThemeKind.POLICY]
    return sorted(((theme.key, str(theme.title)) for theme in policy), key=lambda pair: pair[1])


def theme_names(codes: Sequence[str]) -> list[str]:
    names = dict(theme_choices())
    return [names.get(code, code) for code in codes]


def domain_choices() -> list[tuple[str, str]]:
    """Domains of expertise a partner can have."""
    return [(word.code, str(word.text)) for word in catalogue.words("domains")]


def domain_names(codes: Sequence[str]) -> list[str]:
    names = dict(domain_choices())
    return [names.get(code, code) for code in codes]
