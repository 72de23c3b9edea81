"""Which characters can be set? The rest is replaced, because an accessible PDF may not hold a letter without a shape.

The font holds Latin, Greek and Cyrillic. What it lacks (an emoji, another script) becomes a box, as on a typewriter;
what nobody sees (a control character, a direction mark) is left out.
"""

import re
import struct
import unicodedata
from functools import cache
from pathlib import Path

FONTS = Path(__file__).parents[1] / "typst" / "fonts"
LONGEST_RUN = 24  # letters without a place to break; a longer word could run off the paper
BOX = "\u25a1"
UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})
ENDS_LINE = frozenset("\n\u2028\u2029")
_WINDOWS, _FULL_UNICODE, _SEGMENTED = 3, 10, 12  # platform, encoding and format of the table we read
_RUN = re.compile(rf"(\S{{{LONGEST_RUN}}})(?=\S{{4}})")
_ZERO_WIDTH_SPACE = "\u200b"


def legible(words: str) -> str:
    """The text with only characters that every one of our fonts has."""
    composed = unicodedata.normalize("NFC", words)
    if composed.isascii() and composed.isprintable():
        return composed
    return "".join(_legible(character) for character in composed)


def breakable(words: str) -> str:
    """The text with places to break in runs that are too long for a line."""
    return _RUN.sub(rf"\1{_ZERO_WIDTH_SPACE}", words)


def _legible(character: str) -> str:
    if character in ENDS_LINE:
        return "\n"
    category = unicodedata.category(character)
    if category == "Zs" or character == "\t":
        return character if character in covered() else " "
    if category in UNSEEN:
        return ""
    if character in covered():
        return character
    return "" if unicodedata.combining(character) or category in ("Mn", "Me", "Sk") else BOX


@cache
def covered() -> frozenset[str]:
    """The characters that all our fonts have. FileNotFoundError before the fonts were built."""
    fonts = [_characters_of(file.read_bytes()) for file in sorted(FONTS.glob("*.ttf"))]
    if not fonts:
        raise FileNotFoundError("The fonts of the reports are not there yet: `make install` brings them.")
    return frozenset.intersection(*fonts)


def _characters_of(font: bytes) -> frozenset[str]:
    """The characters in the `cmap` table of a TrueType font, format 12 (OpenType specification, cmap).

    ValueError when the font has no such table.
    """
    start = _table(font, b"cmap")
    (tables,) = struct.unpack_from(">H", font, start + 2)
    for nr in range(tables):
        platform, encoding, offset = struct.unpack_from(">HHI", font, start + 4 + 8 * nr)
        (kind,) = struct.unpack_from(">H", font, start + offset)
        if (platform, encoding, kind) == (_WINDOWS, _FULL_UNICODE, _SEGMENTED):
            return _segments(font, start + offset)
    raise ValueError("the font has no table of all its characters")


def _table(font: bytes, name: bytes) -> int:
    (tables,) = struct.unpack_from(">H", font, 4)
    for nr in range(tables):
        tag, _checksum, offset, _length = struct.unpack_from(">4sIII", font, 12 + 16 * nr)
        if tag == name:
            return int(offset)
    raise ValueError(f"the font has no table {name!r}")


def _segments(font: bytes, start: int) -> frozenset[str]:
    (groups,) = struct.unpack_from(">I", font, start + 12)
    found: set[str] = set()
    for nr in range(groups):
        first, last, _glyph = struct.unpack_from(">III", font, start + 16 + 12 * nr)
        found.update(map(chr, range(first, last + 1)))
    return frozenset(found)
