"""What does the axis of power show? Instruments, and the types in the authority's order of power."""

from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import Shape


class Emphasis(StrEnum):
    """STRONG: more power than needed; WEAK: less than needed."""

    STRONG = "strong"
    WEAK = "weak"


class Standing(StrEnum):
    """Whether the instrument is there; what is not there is drawn dashed."""

    IN_USE = "in_use"
    PLANNED = "planned"
    ENDED = "ended"


@dataclass(frozen=True, slots=True)
class TypeColumn:
    """A type of instrument. `short` heads the narrow column; `verb` says what you do with it; `shape` is its mark."""

    name: str
    short: str
    verb: str
    shape: Shape


@dataclass(frozen=True, slots=True)
class InstrumentRow:
    """An instrument. `shares` are percentages in the order of the columns; `place` runs from 1 to their number.

    `place` is None when no type was chosen yet. `words` are said beside the row; `href` makes the name a link. `before`
    and `place_before` are the shares and the place at an earlier moment, when they were others.
    """

    name: str
    shares: tuple[int, ...]
    place: float | None
    in_display_case: bool = False
    emphasis: Emphasis | None = None
    words: str = ""
    standing: Standing = Standing.IN_USE
    href: str = ""
    before: tuple[int, ...] = ()
    place_before: float | None = None

    @property
    def used(self) -> tuple[int, ...]:
        """Columns, from 0, in which the instrument has a share."""
        return tuple(column for column, share in enumerate(self.shares) if share > 0)

    @property
    def used_before(self) -> tuple[int, ...]:
        """Columns in which it had a share at the earlier moment."""
        return tuple(column for column, share in enumerate(self.before) if share > 0)

    @property
    def remark(self) -> str:
        """Everything the picture says in words beside the row."""
        return ", ".join(filter(None, (self._standing_words, self.words or self._default_words)))

    @property
    def _standing_words(self) -> str:
        words = {Standing.PLANNED: gettext("planned"), Standing.ENDED: gettext("ended")}
        return words.get(self.standing, "")

    @property
    def _default_words(self) -> str:
        if self.in_display_case:
            return gettext("stick in the display case: works unused")
        return "" if self.used else gettext("no type chosen yet")


@dataclass(frozen=True, slots=True)
class Axis:
    """`columns` stand in the authority's order of power, from little to much: two to four of them."""

    columns: tuple[TypeColumn, ...]
    rows: tuple[InstrumentRow, ...]

    @property
    def compares(self) -> bool:
        """Whether an instrument stood somewhere else before."""
        return any(row.place_before is not None for row in self.rows)
