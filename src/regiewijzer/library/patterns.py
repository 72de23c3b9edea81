"""How is a sentence with placeholders written? Read it once into segments of text, bold or not, and placeholders to
fill.

    {network} draait als {form:forms} met **{count|partner|partners}**

A placeholder has a name. After a colon stands the formatter with which its value is shown: one of
`formatters.FORMATTERS`, or the group of words its code belongs to, with `.short` or `.plural` for another form of the
word. Between bars stand the unit for one and for any other number. Two asterisks begin and end what is bold. Filling
happens after reading, so whatever a value holds, it is never taken for a placeholder or an asterisk.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

BOLD = "**"
_HOLE = re.compile(r"\{(\w+)(?::([\w.]+))?(?:\|([^|{}]+)\|([^|{}]+))?\}")
_TOKEN = re.compile(rf"({_HOLE.pattern}|\*\*)")


@dataclass(frozen=True, slots=True)
class Placeholder:
    """A place for a value. `formatter` is empty for a value shown as it is; `one` and `many` are empty without a
    unit.
    """

    name: str
    formatter: str = ""
    one: str = ""
    many: str = ""


class Segment(NamedTuple):
    """A run of text or one placeholder, bold or not."""

    content: str | Placeholder
    bold: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence, read."""

    segments: tuple[Segment, ...]

    @property
    def placeholders(self) -> tuple[Placeholder, ...]:
        return tuple(segment.content for segment in self.segments if isinstance(segment.content, Placeholder))

    @property
    def names(self) -> frozenset[str]:
        return frozenset(placeholder.name for placeholder in self.placeholders)


@lru_cache(maxsize=4096)
def read_pattern(source: str) -> Pattern:
    """Read a sentence of the content pack. ValueError when a brace or a pair of asterisks does not close."""
    segments: list[Segment] = []
    bold = False
    end = 0
    for token in _TOKEN.finditer(source):
        _add_text(segments, source[end : token.start()], bold=bold)
        end = token.end()
        if token[0] == BOLD:
            bold = not bold
        else:
            _, name, formatter, one, many = token.groups(default="")
            segments.append(Segment(Placeholder(name, formatter, one, many), bold))
    _add_text(segments, source[end:], bold=bold)
    if bold:
        raise ValueError(f"Bold is begun and not ended in: {source}")
    return Pattern(tuple(segments))


def _add_text(segments: list[Segment], text: str, *, bold: bool) -> None:
    if "{" in text or "}" in text:
        raise ValueError(f"A brace without a proper placeholder in: {text}")
    if text:
        segments.append(Segment(text, bold))
