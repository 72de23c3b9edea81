"""How much do two goals have in common in words?

Stems: Snowball's Dutch (Porter 2001). Weights: term frequency by inverse document frequency (Spärck Jones 1972,
smoothed so that a word in every text still counts a little); likeness: cosine of the unit vectors (Salton & Buckley
1988). The stop words, the shortest word and every limit on the outcome are our proposal. Alike in words is a hint, not
proof.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt

import snowballstemmer

from regiewijzer.science.facts import Ref

SHORTEST_WORD = 3
_WORD = re.compile(r"[^\W\d_]+")
STOP_WORDS = frozenset(
    _WORD.findall("""
    aan alle alles als andere bij bijvoorbeeld daar daarom dan dat deze die dit door doen doet dus een eigen elk elke
    en enkele er één ervoor ermee eruit ertoe ervan gaan gaat geen haar had hebben heeft hem het hier hij hoe hun iedere
    ieder iedereen iets ik in is je jij kan komen komt kunnen maar maken maakt meer met mij mijn moet moeten na naar
    niet niets nog nu of om omdat onder ons onze ook op over samen sinds sommige staan staat te tegen ten ter tijdens
    tot tussen uit van vanaf vanuit veel via voor voordat waar waarbij waarin waarmee wat we wel welke werd wie wij wil
    willen worden wordt zal zelf zich zij zijn zodat zonder zou zoveel
    """)
)

Vector = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Corpus:
    """Texts as unit vectors over stems, by the reference of what they belong to; a text without words has none."""

    vectors: Mapping[Ref, Vector]

    def cosine(self, one: Ref, other: Ref) -> float | None:
        """Likeness of two texts from 0 (no stem in common) to 1; None when either has no words or is not here."""
        if one not in self.vectors or other not in self.vectors:
            return None
        left, right = self.vectors[one], self.vectors[other]
        # An exactly rounded sum does not depend on the order of the stems.
        return min(1.0, fsum(weight * right[word] for word, weight in left.items() if word in right))


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order, as often as they occur."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return tuple(stem(word) for word in words if len(word) >= SHORTEST_WORD and word not in STOP_WORDS)


@lru_cache(maxsize=2**16)
def stem(word: str) -> str:
    """Stem of one Dutch word in lower case."""
    # A stemmer keeps the word it works on, so one that is shared would mix up threads.
    stemmed: str = snowballstemmer.stemmer("dutch_porter").stemWord(word)
    return stemmed


def corpus(texts: Mapping[Ref, str]) -> Corpus:
    """These texts weighted against each other: a stem that few of them hold counts most."""
    counted = {ref: Counter(stems(text)) for ref, text in texts.items()}
    filled = {ref: counts for ref, counts in counted.items() if counts}
    holding = Counter(word for counts in filled.values() for word in counts)
    rarity = {word: 1 + log((1 + len(filled)) / (1 + texts_with)) for word, texts_with in holding.items()}
    return Corpus({ref: _unit(counts, rarity) for ref, counts in filled.items()})


def _unit(counts: Counter[str], rarity: Mapping[str, float]) -> Vector:
    weights = {word: count * rarity[word] for word, count in counts.items()}
    length = sqrt(fsum(weight**2 for weight in weights.values()))
    return {word: weight / length for word, weight in weights.items()}
