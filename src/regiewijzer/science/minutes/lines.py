"""How is a pasted text laid out in lines?"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

LONGEST_LINE = 800  # a longer line is a paragraph, in which nothing is marked

_BULLET = re.compile(r"^\s*(?:[*•·▪‣◦–—o-]\s+)?")
_NUMBER = re.compile(r"^\s*\(?(?P<number>\d{1,2})\s?[.):]\)?\s+(?=\S)")
_EMPHASIS = re.compile(r"\*\*|__|(?<!\w)\*(?=\w)|(?<=[\w:])\*(?!\w)")
_STRUCK = re.compile(r"~~[^~\n]+~~|(?:[^\n\u0336]\u0336)+")
_CELLS = re.compile(r"\t|\s*\|\s*")


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its number from 1, its words without what decorates them, and whether it stands further in."""

    number: int
    raw: str
    text: str

    @property
    def blank(self) -> bool:
        return not self.text

    @property
    def indent(self) -> int:
        return len(self.raw) - len(self.raw.lstrip())

    @property
    def bullet(self) -> bool:
        return bool(re.match(r"^\s*[*•·▪‣◦–—o-]\s+\S", self.raw))

    @property
    def item_number(self) -> int | None:
        found = _NUMBER.match(self.text)
        return int(found["number"]) if found else None

    @property
    def item(self) -> str:
        """The words without bullet or number."""
        without = _BULLET.sub("", self.text, count=1)
        return _NUMBER.sub("", without, count=1).strip()

    @property
    def cells(self) -> list[str]:
        """The cells of a row of a table; one when it is no row."""
        row = self.raw.strip(" ").replace("**", "")
        if "\t" not in row and row.startswith("|"):
            row = row.strip("|")
        return [cell.strip() for cell in _CELLS.split(row)]

    @property
    def rule(self) -> bool:
        """Whether it only draws a line."""
        return bool(self.raw.strip()) and not re.search(r"[^\s|:+=_*-]", self.raw)


def lines_of(text: str) -> list[Line]:
    """The lines of a text: composed, spaces alike, without marks of headings and emphasis and what is struck out."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n").replace("\ufeff", "")
    plain = re.sub(r"[\u00a0\u2007\u202f\u2009]", " ", plain).replace("\v", "\n").replace("\f", "\n")
    lines = []
    for number, raw in enumerate(plain.split("\n"), 1):
        clipped = _STRUCK.sub("", raw) if len(raw) <= LONGEST_LINE else ""
        shown = _EMPHASIS.sub("", re.sub(r"^\s*#{1,6}\s+", "", clipped)).strip()
        lines.append(Line(number, clipped, shown))
    return lines


def joined(lines: Sequence[Line], at: int, starts_anew: "re.Pattern[str]") -> str:
    """The line with what a mail broke off: lines further in, or a bracket that closes on the next.

    starts_anew: what begins something else, so that it is no rest of this line.
    """
    line = lines[at]
    words = line.text
    for following in lines[at + 1 : at + 4]:
        further_in = following.indent > line.indent and following.indent > 0
        open_bracket = words.count("(") > words.count(")")
        if following.blank or following.bullet or following.item_number is not None or not (further_in or open_bracket):
            break
        if starts_anew.match(following.text) or "\t" in following.raw:
            break
        words = f"{words} {following.text}"
    return words
