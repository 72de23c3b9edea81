"""What does a page get to show? A picture drawn twice, what it says in words, and the same as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, update_wrapper
from typing import ParamSpec

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from regiewijzer.ui.pictures.canvas import Drawn, drawing
from regiewijzer.ui.pictures.letters import NARROW, WIDE
from regiewijzer.ui.pictures.table import Table

P = ParamSpec("P")
MOST_KEPT = 100  # pictures of up to 150 kB


@dataclass(frozen=True, slots=True)
class Picture:
    """`wide` and `narrow` are the same picture for two widths; show both in one figure of class `pic`."""

    title: str
    description: str
    wide: SafeString
    narrow: SafeString
    twin: Table


def drawn_twice(
    picture_id: str, *, title: str, description: str, wide: Drawn, narrow: Drawn, twin: Table, links: bool = False
) -> Picture:
    """The picture of two drawings. `picture_id` is unique on the page; `links` when names in it lead somewhere."""
    return Picture(
        title,
        description,
        drawing(WIDE, picture_id, title, description, wide, links=links),
        drawing(NARROW, picture_id, title, description, narrow, links=links),
        twin,
    )


def drawn_once(draw: Callable[P, Picture | None]) -> Callable[P, Picture | None]:
    """The same facts in the same language give the same picture: it is drawn once, and kept by the process.

    What a picture is made of is frozen, so it can be looked up.
    """

    @lru_cache(MOST_KEPT)
    def kept(_language: str | None, *arguments: P.args, **named: P.kwargs) -> Picture | None:
        return draw(*arguments, **named)

    def drawn(*arguments: P.args, **named: P.kwargs) -> Picture | None:
        return kept(get_language(), *arguments, **named)  # type: ignore[arg-type]

    return update_wrapper(drawn, draw)
