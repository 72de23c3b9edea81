"""What does a text say in each language? A pair of Dutch and English; the reader's language is chosen last."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Self


class Language(StrEnum):
    """The two languages every text exists in."""

    DUTCH = "nl"
    ENGLISH = "en"

    @classmethod
    def of(cls, tag: str) -> Self:
        """The language of a tag such as 'nl', 'nl-be' or 'en_GB'. KeyError when it is another language."""
        try:
            return cls(tag.replace("_", "-").partition("-")[0].lower())
        except ValueError:
            raise KeyError(f"The library has no texts in the language {tag!r}, only in nl and en.") from None


@dataclass(frozen=True, slots=True)
class Text:
    """One text in both languages."""

    nl: str
    en: str

    def in_language(self, lang: str) -> str:
        """The text for a language tag; KeyError for a language we do not write."""
        return self.nl if Language.of(lang) is Language.DUTCH else self.en
