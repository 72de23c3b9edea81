"""What does a page get to show? A picture drawn twice, what it says in words, and the same as a table."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, update_wrapper
from typing import ParamSpec

from django.utils.safestring import SafeString
from django.utils.translation import get_language

from regiewijzer.ui.pictures.canvas import Drawn, drawing
from regiewijzer.ui.pictures.marks import Fit
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE


@dataclass(frozen=True, slots=True)
class State:
    """A shape with its word."""

    shape: Fit
    word: str


@dataclass(frozen=True, slots=True)
class Link:
    """Words that lead somewhere on a page, or are just words; `button` when it is the first thing one would do."""

    label: str
    url: str = ""
    button: bool = False

    def __str__(self) -> str:
        return self.label


Cell = str | State | Link


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell heads its row; `numeric` are columns of figures, `widths` the shares of each column on paper."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()

    def without(self, column: int) -> "Table":
        """The table without a column that says nothing."""
        return Table(
            self.caption,
            self.head[:column] + self.head[column + 1 :],
            tuple(row[:column] + row[column + 1 :] for row in self.rows),
            tuple(each - (each > column) for each in self.numeric if each != column),
            self.widths[:column] + self.widths[column + 1 :],
        )

    @property
    def named_rows(self) -> tuple[tuple[tuple[str, Cell], ...], ...]:
        """Each cell with the head of its column, for rows that are stacked."""
        return tuple(tuple(zip(self.head, row, strict=True)) for row in self.rows)


P = ParamSpec("P")
MOST_KEPT = 24  # of each kind, of up to 150 kB


@dataclass(frozen=True, slots=True)
class Picture:
    """`wide` and `narrow` are the same picture for two widths; show both in one figure of class `pic`."""

    title: str
    description: str
    wide: SafeString
    narrow: SafeString
    data_table: Table


def drawn_twice(
    picture_id: str, *, title: str, description: str, wide: Drawn, narrow: Drawn, data_table: Table, links: bool = False
) -> Picture:
    """The picture of two drawings. `picture_id` is unique on the page; `links` when names in it lead somewhere."""
    return Picture(
        title,
        description,
        drawing(WIDE, picture_id, title, description, wide, links=links),
        drawing(NARROW, picture_id, title, description, narrow, links=links),
        data_table,
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
