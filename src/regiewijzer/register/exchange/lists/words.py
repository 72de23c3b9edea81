"""Which words do people use above columns, for origins, roles and kinds of organisations? Read from `words.yaml`."""

import re
from difflib import SequenceMatcher
from enum import StrEnum
from pathlib import Path
from typing import Any

import yaml

from regiewijzer.science.names import compared, without_accents


class Meaning(StrEnum):
    """What a column of somebody's list becomes."""

    NAME = "name"
    GOAL = "goal"
    LEAD = "lead"
    PARTNERS = "partners"
    PARTNER = "partner"
    ROLE = "role"
    CONTACT = "contact"
    EMAIL = "email"
    PHONE = "phone"
    SINCE = "since"
    FREQUENCY = "frequency"
    ORIGIN = "origin"
    THEME = "theme"
    KBO = "kbo"
    NOTE = "note"
    NUMBER = "number"
    COUNT = "count"
    MARK = "mark"


# meanings of which a table has one column
SINGLE = frozenset(Meaning) - {
    Meaning.NOTE,
    Meaning.NUMBER,
    Meaning.COUNT,
    Meaning.MARK,
    Meaning.CONTACT,
    Meaning.PARTNERS,
    Meaning.ORIGIN,
}
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_WORDS: dict[str, Any] = yaml.load((Path(__file__).parent / "words.yaml").read_bytes(), Loader=_LOADER)  # noqa: S506 - safe


def _patterns(listed: list[dict[str, list[str]]]) -> tuple[tuple[str, "re.Pattern[str]"], ...]:
    return tuple((code, re.compile("|".join(words))) for each in listed for code, words in each.items())


_HEADINGS = tuple((Meaning(code), pattern) for code, pattern in _patterns(_WORDS["headings"]))
_ORIGINS = _patterns(_WORDS["origins"])
SLIPS = {word: Meaning(code) for code, words in _WORDS["slips"].items() for word in words}
NOTHING = frozenset(_WORDS["nothing"])
SAME_AS_ABOVE = frozenset(_WORDS["same_as_above"])
FAMILIES: tuple[tuple[str, ...], ...] = tuple(map(tuple, _WORDS["families"]))
ORGANISATION_KINDS: dict[str, str] = dict(_WORDS["organisation_kinds"])  # codes of `organisations.models.Kind`
KIND_WORDS = frozenset(_WORDS["kinds"].split())
LEGAL_FORMS = frozenset(_WORDS["legal_forms"].split())
SHORT, SHORTEST_SLIP = 4, 5
LIKE = 0.8
ABBREVIATIONS = frozenset(_WORDS["abbreviations"].split()) | {
    word for family in FAMILIES for word in family if len(word) <= SHORT
}
PARTICLES = frozenset(_WORDS["particles"].split())
FIRST_NAMES = frozenset(_WORDS["first_names"].split())
FREQUENCIES = tuple((re.compile("|".join(each["words"])), int(each["times"])) for each in _WORDS["frequencies"])

# said of somebody's own will, which is not the same as an initiative of one's own
NOT_SAID = frozenset({"vrijwillig", "vrij", "facultatief", "mag", "voluntary"})
LEADS = re.compile(r".*trekk.*|.*lead.*|.*co.?ordin.*|.*regie.*|.*penhoud.*|t|host")
PLAIN_MEMBERS = re.compile(r"|lid|leden|member|partner|deelnemer|deelnemend|l|x|effectief lid|vast lid")
OFFICES = re.compile(r".*voorzit.*|.*chair.*|.*secretar.*|.*verslag.*|.*penningm.*|plaatsvervang.*")


def heading_words(text: str) -> str:
    """A heading for comparing: without accents, signs and the mark of a required column."""
    return " ".join(re.sub(r"[?:*.!]+(?=\s|$)|[()€]|\[|\]", " ", without_accents(text)).replace("_", " ").split())


def meaning_of(heading: str) -> Meaning | None:
    """What a heading says by its words alone; None when we know none of them."""
    words = heading_words(heading)
    return next((meaning for meaning, pattern in _HEADINGS if pattern.fullmatch(words)), None) if words else None


def slip_of(heading: str) -> str:
    """The word a heading is likely to be a slip of the pen for; empty when there is none."""
    words = heading_words(heading)
    if len(words) < SHORTEST_SLIP:
        return ""
    near = {word: SequenceMatcher(None, words, heading_words(word)).ratio() for word in SLIPS}
    best = max(near, key=lambda word: near[word])
    return best if near[best] >= LIKE else ""


def is_nothing(text: str) -> bool:
    """Whether a cell says that nothing is known."""
    plain = compared(text)
    return not plain or plain in NOTHING or plain.rstrip(".") in NOTHING


def is_same_as_above(text: str) -> bool:
    """Whether a cell repeats the one above it."""
    return compared(text) in SAME_AS_ABOVE


def origin_of(text: str) -> str | None:
    """Who wants a network: own, flanders, federal, province, recognised or other; None when the words say nothing."""
    words = heading_words(text)
    return next((code for code, pattern in _ORIGINS if pattern.fullmatch(words)), None) if words else None
