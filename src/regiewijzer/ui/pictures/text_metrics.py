"""How much room does a text take? An estimate good enough to wrap it and to keep it off its neighbours.

A picture is drawn on the server, where no font is loaded. The widths are those of Source Sans 3 Regular, in parts of
the letter size, rounded up to a fiftieth; an accent does not change the width of a letter.
"""

import unicodedata
from dataclasses import dataclass, replace

_WIDTHS = {
    0.20: " ",
    0.25: ",.:;ij|'’`",
    0.27: "Il",
    0.29: "!",
    0.31: "()[]{}f",
    0.33: "-",
    0.36: "rt/\\",
    0.43: '"*?sz“”',
    0.45: "x",
    0.47: "cvy",
    0.49: "JLY–",
    0.51: "#$+0123456789<=>F^_aegk×÷",
    0.53: "EVX",
    0.55: "ASTZhnouðø",
    0.57: "PRbdpqþ",
    0.59: "BCKÞß",
    0.61: "&",
    0.63: "DG",
    0.65: "NUÐ",
    0.67: "HOQØ",
    0.73: "Mw",
    0.79: "Wæ",
    0.84: "%mÆ@",
    0.95: "…—",
}
_WIDTH_OF = {character: width for width, characters in _WIDTHS.items() for character in characters}
_UNKNOWN = 1.0  # a full square: other scripts are wider than Latin letters
_BOLD = 1.06  # how much wider the letters are at weight 660

ELLIPSIS = "…"


@dataclass(frozen=True, slots=True)
class Letter:
    """A size of letter. `css` is its class; `size` the largest at which that class is shown, in units."""

    css: str
    size: float
    leading: float
    bold: bool = False

    @property
    def strong(self) -> "Letter":
        return replace(self, bold=True)


@dataclass(frozen=True, slots=True)
class Sheet:
    """The paper a picture is drawn on: one wide, one narrow. `css` lets the style sheet show the one that fits."""

    css: str
    width: float
    body: Letter
    small: Letter
    large: Letter


# Small letters grow to 14.6 on A4 (8 pt) and to 16 on a screen of 320 px (13 px): the estimate takes the larger size.
WIDE = Sheet("only-wide", 920, Letter("", 15, 18), Letter("t-s", 14.6, 17), Letter("t-l", 18, 22))
NARROW = Sheet("only-narrow", 350, Letter("", 16, 20), Letter("t-s", 16, 19), Letter("t-l", 19, 24))


def width_of(words: str, letter: Letter) -> float:
    """Estimated width of `words` on one line, in units of the picture."""
    return sum(_advance(character) for character in words) * _scale(letter)


def shorten(words: str, letter: Letter, room: float) -> str:
    """`words`, or its beginning with an ellipsis when it is wider than `room`."""
    if _fitting(words, letter, room) == len(words):
        return words
    kept = words[: _fitting(words, letter, room - width_of(ELLIPSIS, letter))]
    return kept.rstrip(" ,.:;-(") + ELLIPSIS


LEAST_OF_WORD = 4
VOWELS = frozenset("aeiouyáàäâéèëêíïîóòöôúùüû")


def wrap(words: str, letter: Letter, room: float, lines: int = 2) -> tuple[str, ...]:
    """`words` over at most `lines` lines, the last with an ellipsis when words are left over; no line without words."""
    rest = " ".join(words.split())
    done: list[str] = []
    while rest and len(done) < lines - 1:
        line, rest = _break(rest, letter, room)
        done.append(line)
    if rest:
        done.append(shorten(rest, letter, room))
    return tuple(done)


def _break(words: str, letter: Letter, room: float) -> tuple[str, str]:
    """The first line and the rest: at a space, else behind a hyphen or slash, else between syllables with a hyphen."""
    fitting = _fitting(words, letter, room)
    if fitting == len(words):
        return words, ""
    space = words.rfind(" ", 0, fitting + 1)
    if space > 0:
        return words[:space], words[space + 1 :]
    behind = max(words.rfind("-", 1, fitting), words.rfind("/", 1, fitting)) + 1
    if behind > 1:
        return words[:behind], words[behind:]
    cut = _syllable(words, max(1, _fitting(words, letter, room - width_of("-", letter))))
    return words[:cut] + "-", words[cut:]


def _syllable(words: str, most: int) -> int:
    """Where the first word may be parted, at most behind so many characters; there when no place is better.

    A syllable begins with a consonant before a vowel: near enough in Dutch and English. No piece is a few letters.
    """
    end = words.find(" ") if " " in words else len(words)
    for cut in range(min(most, end - LEAST_OF_WORD), LEAST_OF_WORD - 1, -1):
        one, next_one = words[cut].lower(), words[cut + 1].lower()
        if one.isalpha() and one not in VOWELS and next_one in VOWELS:
            return cut
    return most


def _fitting(words: str, letter: Letter, room: float) -> int:
    """How many of the first characters fit in `room`."""
    left = room / _scale(letter)
    for count, character in enumerate(words):
        left -= _advance(character)
        if left < 0:
            return count
    return len(words)


def _scale(letter: Letter) -> float:
    return letter.size * (_BOLD if letter.bold else 1)


def _advance(character: str) -> float:
    """Width of one character in parts of the letter size; an accent by itself takes none."""
    if unicodedata.combining(character):
        return 0
    known = _WIDTH_OF.get(character)
    return known if known is not None else _WIDTH_OF.get(unicodedata.normalize("NFD", character)[0], _UNKNOWN)
