"""How much do two goals have in common?

Two goals can say the same in other words, or another thing in the same words. So themes and people are found by lists
(`GoalLists`), and what the lists do not know by its stem: Snowball's Dutch (Porter 2001). Each part is a cosine
(Salton & Buckley 1988) weighted by rarity: inverse document frequency (Spärck Jones 1972), smoothed so that what every
goal names still counts a little. The lists, the stop words, the weights and every limit on the outcome are our
proposal. Alike is a hint to look, not proof. `python -m benchmarks.likeness FILE` judges it on labelled pairs.
"""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import fsum, log, sqrt

import snowballstemmer

from regiewijzer.science.facts import NO_LISTS, GoalLists, Ref

SHORTEST_WORD = 3
_WORD = re.compile(r"[^\W\d_]+")
_COMPOUND = re.compile(r"[^\W_]+(?:-[^\W_]+)*")
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

# What nearly every goal is framed with and says nothing of its aim: places, numbers, plain verbs, ways of working.
FRAME_WORDS = frozenset(
    _WORD.findall("""
    aanbod aanpak aanspreekpunt aantal acht actie advies allen begeleiden begeleider begeleiding begeleidt
    bekend beleid bereiken bereikt besluit bestuur bestuurlijk beter betere bieden biedt binnen blijft blijven
    bouwen bouwt brengen brengt buurt buurten centrum daalt dag dagen dalen decreet deelgemeente deelgemeenten
    deelt delen dienst diensten doel dorp dorpen drie extra gebruiken gebruikt geeft gegevens gekregen gemeente
    gemeenten genoeg gepast gepaste gesprek geven gevonden goed goede groeien groeit grondgebied groot grote
    heel hele helft helpen helpt hoge hoog houden houdt hulp hulpverlening iemand informatie jaar jaarlijks
    jaren kans kansen kennen kennis kent kern klein kleine kort korte korter krijgen krijgt laag laat lage lang
    lange langer laten leert leren lokaal lokale loket maand meer melden meldt mens mensen minder moeilijke
    mogelijk neemt negen nemen netwerk niemand nieuw nieuwe nodig ondersteuning ontdekken openen opent partner
    partners plaats plaatselijk plaatselijke plaatsen plek plekken premie premies project regel regels regio rol
    samenwerken samenwerking situatie snel sneller staan stad start starten steden stellen sterk sterke sterker
    steunen steunt stijgen stijgt straat straten streek subsidie subsidies tegen terecht terechtkunnen tien
    toegang toekomst traject twaalf twee vast vaste verloop vier vijf vinden vindt vlaamse vlaanderen vlot
    vlotte voldoende vraag vragen wachtlijst wachttijd wachttijden week weg werken werking werkt wet wijk wijken
    zes zeven zichtbaar zoeken zoekt zorgen zorgt
    """)
)
SAYING_NOTHING = STOP_WORDS | FRAME_WORDS

# How much each part says of two goals, ours: the theme first, then the words, then for whom it is meant.
THEME_WEIGHT, STEM_WEIGHT, PEOPLE_WEIGHT = 0.70, 0.17, 0.13
# The same theme for other people is near, not the same.
OTHER_PEOPLE = 0.75
# Words alone say less where no list knows what a goal is about, and least where it knows only one of both.
NO_THEME, ONE_THEME = 0.6, 0.3


@dataclass(frozen=True, slots=True)
class GoalWords:
    """What one goal speaks of: themes and people of the lists, and the stems of its words."""

    themes: frozenset[str]
    people: frozenset[str]
    stems: frozenset[str]


NO_WORDS = GoalWords(frozenset(), frozenset(), frozenset())


@dataclass(frozen=True, slots=True)
class Corpus:
    """Goals to compare, by the reference of what they belong to; a goal without words is not in it.

    `rarity` is what a theme, a group of people or a stem weighs: what few of these goals name counts most.
    """

    goals: Mapping[Ref, GoalWords]
    rarity: Mapping[tuple[str, str], float]

    def likeness(self, one: Ref, other: Ref) -> float | None:
        """From 0 (nothing shared) to 1 (the same words and a known theme); None when one is not here or has no words.

        An order, not a share: it says which pairs to look at first, and a person judges.
        """
        if one not in self.goals or other not in self.goals:
            return None
        left, right = self.goals[one], self.goals[other]
        themes = self._cosine("theme", left.themes, right.themes)
        people = self._cosine("people", left.people, right.people)
        stems_alike = self._cosine("stem", left.stems, right.stems) or 0.0
        if not left.themes and not right.themes:
            return NO_THEME * _mean((people, PEOPLE_WEIGHT), (stems_alike, 1 - PEOPLE_WEIGHT))
        if themes is None:
            return ONE_THEME * _mean((people, PEOPLE_WEIGHT), (stems_alike, 1 - PEOPLE_WEIGHT))
        if not themes:  # each names a theme, and none is shared: other things, whatever words they share
            return 0.0
        alike = _mean((themes, THEME_WEIGHT), (stems_alike, STEM_WEIGHT), (people, PEOPLE_WEIGHT))
        return alike * OTHER_PEOPLE if people == 0 and left.people and right.people else alike

    def _cosine(self, kind: str, left: frozenset[str], right: frozenset[str]) -> float | None:
        """Cosine of two sets by the rarity of what is in them; None when either is empty."""
        if not left or not right:
            return None
        common, one, other = (
            fsum(self.rarity[kind, name] ** 2 for name in names) for names in (left & right, left, right)
        )
        return min(1.0, common / sqrt(one * other))


def _mean(*parts: tuple[float | None, float]) -> float:
    """Weighted mean of what is known."""
    known = [(value, weight) for value, weight in parts if value is not None]
    return fsum(value * weight for value, weight in known) / fsum(weight for _value, weight in known)


def stems(text: str) -> tuple[str, ...]:
    """The stems of the words that carry meaning, in order, as often as they occur."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return tuple(stem(word) for word in words if len(word) >= SHORTEST_WORD and word not in SAYING_NOTHING)


@lru_cache(maxsize=2**16)
def stem(word: str) -> str:
    """Stem of one Dutch word in lower case."""
    # A stemmer keeps the word it works on, so one that is shared would mix up threads.
    stemmed: str = snowballstemmer.stemmer("dutch_porter").stemWord(word)
    return stemmed


def corpus(texts: Mapping[Ref, str], lists: GoalLists = NO_LISTS) -> Corpus:
    """These goals, weighted against each other; without lists by their stems alone."""
    read = {ref: goal_words(text, lists) for ref, text in texts.items()}
    filled = {ref: words for ref, words in read.items() if words.stems or words.themes}
    holding: Counter[tuple[str, str]] = Counter()
    for words in filled.values():
        for kind, names in (("theme", words.themes), ("people", words.people), ("stem", words.stems)):
            holding.update((kind, name) for name in names)
    rarity = {name: 1 + log((1 + len(filled)) / (1 + goals_with)) for name, goals_with in holding.items()}
    return Corpus(filled, rarity)


@lru_cache(maxsize=2**14)
def goal_words(text: str, lists: GoalLists) -> GoalWords:
    """What a goal speaks of."""
    written = " ".join(_COMPOUND.findall(unicodedata.normalize("NFC", text).lower()))
    if not written:  # a register may come without goals, and the lists take longer to compile than it to read
        return NO_WORDS
    themes, people = _patterns(lists)
    rest = written  # without whom it is for: the same people are not the same aim
    for pattern in people.values():
        rest = pattern.sub(" ", rest)
    return GoalWords(_named(written, themes), _named(written, people), frozenset(stems(rest)))


def _named(written: str, lists: Mapping[str, re.Pattern[str]]) -> frozenset[str]:
    return frozenset(name for name, pattern in lists.items() if pattern.search(written))


Patterns = Mapping[str, re.Pattern[str]]


@lru_cache(maxsize=4)
def _patterns(lists: GoalLists) -> tuple[Patterns, Patterns]:
    """One expression for each theme and each group of people."""
    themes, people = ({name: _pattern(words) for name, words in each.items()} for each in (lists.themes, lists.people))
    return themes, people


def _pattern(words: Iterable[str]) -> re.Pattern[str]:
    ways = (re.escape(word).replace(r"\*", r"[^\s]*") for word in words)
    return re.compile(rf"(?<!\S)(?:{'|'.join(ways)})(?!\S)")
