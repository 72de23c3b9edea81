"""What is a table in words, for a page, for paper, and beside a picture?"""

from dataclasses import dataclass

from regiewijzer.ui.pictures.fit import Fit


@dataclass(frozen=True, slots=True)
class State:
    """A shape with its word."""

    shape: Fit
    word: str


Cell = str | State


@dataclass(frozen=True, slots=True)
class Table:
    """The first cell heads its row; `numeric` are columns of figures, `widths` the shares of each column on paper."""

    caption: str
    head: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    numeric: tuple[int, ...] = ()
    widths: tuple[float, ...] = ()
