"""How do words become tokens? Dutch stems, word parts and plain numbers, made in Python.

The stems come from snowball's `dutch_porter`: the newer `dutch` turns gemeente into "meen". Parts of compounds are
found by trigrams, because "kinderopvang" must find "buitenschoolse opvang" and "opvang" must find "kinderopvang".
"""

import re
from functools import lru_cache

import snowballstemmer

from regiewijzer.science.names import without_accents

_STEMMER = snowballstemmer.stemmer("dutch_porter")
_WORD = re.compile(r"[^\W_]+")
_NUMBER = re.compile(r"(?<!\d)(?:be ?|btw ?)*\d[\d .]{5,18}\d(?!\d)")
PART = 3
SHORTEST_FOR_PARTS = 4
LONGEST_WORD = 80  # of a longer one only the beginning counts; PostgreSQL refuses words above 2046 bytes


def words(text: str) -> list[str]:
    """The words of a text; a number with dots or spaces (0207.508.932) also as one word."""
    simple = without_accents(text)
    return _words(simple) + [_joined(number) for number in _NUMBER.findall(simple)]


def asked(text: str) -> list[tuple[list[str], ...]]:
    """What somebody searches, part by part; each part in one or two readings, whose words must all be there.

    A number with dots or spaces is one word, or the words it looks like: 0207.508.932, but also 2025 2026.
    """
    simple = without_accents(text)
    plain_words = [([word],) for word in _words(_NUMBER.sub(" ", simple))]
    return plain_words + [([_joined(number)], _words(number)) for number in _NUMBER.findall(simple)]


def _words(simple: str) -> list[str]:
    return [word[:LONGEST_WORD] for word in _WORD.findall(simple)]


def _joined(number: str) -> str:
    return re.sub(r"\D", "", number)


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    return str(_STEMMER.stemWord(word))


def parts(word: str) -> list[str]:
    """Trigrams of a word of four letters or more."""
    if len(word) < SHORTEST_FOR_PARTS:
        return []
    return [word[start : start + PART] for start in range(len(word) - PART + 1)]


def tokens(text: str) -> set[str]:
    """Everything a text can be found by: `s.` stems, `w.` whole words, `t.` trigrams."""
    found: set[str] = set()
    for word in words(text):
        found |= {f"s.{stem(word)}", f"w.{word}"}
        found |= {f"t.{part}" for part in parts(word)}
    return found
