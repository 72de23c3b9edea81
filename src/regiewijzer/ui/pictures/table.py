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
