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
LEAST_ALIKE = 0.4  # from this on a word may be a slip of another; ours
CHANGED_PLACES = 0.9
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


def likeness(word: str, other: str) -> float:
    """How much of two words is the same, from 0 to 1: trigrams they share of all they have, as pg_trgm counts them.

    The beginning and the end of a word count as trigrams too, so that a slip in the middle weighs little. Letters that
    changed places spoil many trigrams and are one slip.
    """
    if word[:1] == other[:1] and word != other and sorted(word) == sorted(other):
        return CHANGED_PLACES
    one, two = _padded(word), _padded(other)
    return len(one & two) / len(one | two)


@lru_cache(maxsize=50_000)
def _padded(word: str) -> frozenset[str]:
    padded = f"  {word} "
    return frozenset(padded[start : start + PART] for start in range(len(padded) - PART + 1))


def nearly(asked_words: list[str], found: list[str]) -> float:
    """How much the word that fits worst looks like a word that is there; 0 when it is too little to be a slip."""
    nearest = [max((likeness(word, other) for other in found), default=0.0) for word in asked_words]
    worst = min(nearest, default=0.0)
    return worst if worst >= LEAST_ALIKE else 0.0


def tokens(text: str) -> set[str]:
    """Everything a text can be found by: `s.` stems, `w.` whole words, `t.` trigrams."""
    found: set[str] = set()
    for word in words(text):
        found |= {f"s.{stem(word)}", f"w.{word}"}
        found |= {f"t.{part}" for part in parts(word)}
    return found
