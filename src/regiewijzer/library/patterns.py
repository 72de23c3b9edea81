"""How is a sentence with holes written? Read it once into stretches of text, bold or not, and holes to fill.

    {network} draait als {form:forms} met **{count|partner|partners}**

A hole has a name. After a colon stands the manner in which its value is shown: one of `manners.MANNERS`, or the group
of words its code belongs to, with `.short` or `.plural` for another form of the word. Between bars stand the unit for
one and for any other number. Two asterisks begin and end what is bold. Filling happens after reading, so whatever a
value holds, it is never taken for a hole or an asterisk.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

BOLD = "**"
_HOLE = re.compile(r"\{(\w+)(?::([\w.]+))?(?:\|([^|{}]+)\|([^|{}]+))?\}")
_TOKEN = re.compile(rf"({_HOLE.pattern}|\*\*)")


@dataclass(frozen=True, slots=True)
class Hole:
    """A place for a value. `manner` is empty for a value shown as it is; `one` and `many` are empty without a unit."""

    name: str
    manner: str = ""
    one: str = ""
    many: str = ""


class Stretch(NamedTuple):
    """A run of text or one hole, bold or not."""

    content: str | Hole
    bold: bool


@dataclass(frozen=True, slots=True)
class Pattern:
    """A sentence, read."""

    stretches: tuple[Stretch, ...]

    @property
    def holes(self) -> tuple[Hole, ...]:
        return tuple(stretch.content for stretch in self.stretches if isinstance(stretch.content, Hole))

    @property
    def names(self) -> frozenset[str]:
        return frozenset(hole.name for hole in self.holes)


@lru_cache(maxsize=4096)
def read_pattern(source: str) -> Pattern:
    """Read a sentence of the content pack. ValueError when a brace or a pair of asterisks does not close."""
    stretches: list[Stretch] = []
    bold = False
    end = 0
    for token in _TOKEN.finditer(source):
        _add_text(stretches, source[end : token.start()], bold=bold)
        end = token.end()
        if token[0] == BOLD:
            bold = not bold
        else:
            _, name, manner, one, many = token.groups(default="")
            stretches.append(Stretch(Hole(name, manner, one, many), bold))
    _add_text(stretches, source[end:], bold=bold)
    if bold:
        raise ValueError(f"Bold is begun and not ended in: {source}")
    return Pattern(tuple(stretches))


def _add_text(stretches: list[Stretch], text: str, *, bold: bool) -> None:
    if "{" in text or "}" in text:
        raise ValueError(f"A brace without a proper hole in: {text}")
    if text:
        stretches.append(Stretch(text, bold))
