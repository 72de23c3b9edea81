"""What does a page get to show? A picture drawn twice, what it says in words, and the same as a table."""

from dataclasses import dataclass

from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import Drawn, drawing
from regiewijzer.ui.pictures.letters import NARROW, WIDE
from regiewijzer.ui.pictures.table import Table


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
