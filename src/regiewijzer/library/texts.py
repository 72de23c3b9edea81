"""What does a text say in each language? A pair of Dutch and English; the active language is chosen when it is shown.

The library keeps no language of its own: it asks a provider, which the program that shows the texts sets once. So there
is one active language, and none outlives the page or document it was chosen for.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Self


class Language(StrEnum):
    """The two languages every text exists in."""

    DUTCH = "nl"
    ENGLISH = "en"

    @classmethod
    @cache
    def of(cls, tag: str) -> Self:
        """The language of a tag such as 'nl', 'nl-be' or 'en_GB'. KeyError when it is another language."""
        try:
            return cls(tag.replace("_", "-").partition("-")[0].lower())
        except ValueError:
            raise KeyError(f"The library has no texts in the language {tag!r}, only in nl and en.") from None


class _Provider:
    """Who knows the tag of the active language: nobody at first."""

    tag: Callable[[], str | None] = staticmethod(lambda: None)


def set_language_provider(tag: Callable[[], str | None]) -> None:
    """From now on the active language is the one with the tag that this gives; Dutch where it gives None."""
    _Provider.tag = staticmethod(tag)


def active_language() -> Language:
    """The language in which is spoken now."""
    return Language.of(_Provider.tag() or Language.DUTCH)


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages. As a string it speaks the active language, also inside a template or a format."""

    nl: str
    en: str

    def __str__(self) -> str:
        return self.nl if active_language() is Language.DUTCH else self.en

    def in_language(self, tag: str) -> str:
        """The text for a language tag; KeyError for a language we do not write."""
        return self.nl if Language.of(tag) is Language.DUTCH else self.en
