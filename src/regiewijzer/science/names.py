"""Are these two names the same name? Spelling only: what a keyboard, a program or a copy changes without meaning to.

Unicode gives one letter in several forms (Unicode Standard Annex 15), and programs put other spaces, hyphens and
apostrophes than people type. Whether two different names mean one organisation is another question, for people.
"""

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

APOSTROPHES = "'`´‘’‚‛ʹʻʼʽˈ′＇"
QUOTES = '"“”„‟«»″＂'
HYPHENS = "-‐‑‒–—―−﹣－"
# zero-width signs, marks of writing direction, soft hyphen, byte order mark: shown by no program
_INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufe00-\ufe0f\ufeff]"
)
_SPACES = re.compile(r"[\s\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
_ALIKE = str.maketrans(dict.fromkeys(APOSTROPHES, "'") | dict.fromkeys(QUOTES, '"') | dict.fromkeys(HYPHENS, "-"))
_AROUND_HYPHEN = re.compile(r"(?<=\w) ?- ?(?=\w)")
_AFTER_APOSTROPHE = re.compile(r"(?<=[\s(])' (?=\w)|^' (?=\w)")


def composed(text: str) -> str:
    """A text with its letters in one form: é is one sign, however a program wrote it. Its lines stay."""
    return unicodedata.normalize("NFC", text)


def tidied(text: str) -> str:
    """A name as it is kept: letters composed, every kind of space one space, no sign that nobody sees."""
    return _SPACES.sub(" ", composed(_INVISIBLE.sub("", text))).strip()


@lru_cache(maxsize=100_000)
def compared(text: str) -> str:
    """What two spellings of one name have in common. Equal keys: the same name; never shown, never kept."""
    plain = tidied(unicodedata.normalize("NFKC", tidied(text).translate(_ALIKE)).translate(_ALIKE)).casefold()
    return _AFTER_APOSTROPHE.sub("'", _AROUND_HYPHEN.sub("-", plain))


def same_name(one: str, other: str) -> bool:
    """Whether both are spelt the same but for form, spaces, invisible signs, apostrophes, hyphens and capitals."""
    return compared(one) == compared(other)


def namesakes(name: str, among: Iterable[str]) -> list[str]:
    """Those that are the same name, in their order."""
    asked = compared(name)
    return [each for each in among if compared(each) == asked]


def without_accents(text: str) -> str:
    """For searching: 'Één' and 'een' are the same word to somebody who searches, and so are 'Łódź' and 'lodz'."""
    decomposed = unicodedata.normalize("NFKD", compared(text).translate(_WITHOUT_STROKE))
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


_WITHOUT_STROKE = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ħ": "h", "ı": "i"}
)
