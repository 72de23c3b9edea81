"""What does the course show? Measures over time, each on a line of its own, and what was said on each day."""

from dataclasses import dataclass
from datetime import date

from regiewijzer.ui.pictures.fit import Fit


@dataclass(frozen=True, slots=True)
class Point:
    """What was measured on a day: `position` from 0 to 1 along its scale, and the words for it.

    `fit` says how it stands to what was needed then; None where nothing was needed.
    """

    on: date
    position: float
    words: str
    fit: Fit | None = None


@dataclass(frozen=True, slots=True)
class CourseRow:
    """One measure. `lo` and `hi` bound what is needed, from 0 to 1; both None where nothing is."""

    name: str
    points: tuple[Point, ...]
    lo: float | None = None
    hi: float | None = None

    @property
    def banded(self) -> bool:
        return self.lo is not None and self.hi is not None


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time that is shaded, and the words above it: `end` has a line, `mark` its words."""

    start: date
    end: date
    words: str
    mark: str


@dataclass(frozen=True, slots=True)
class Course:
    """Measures from old to new. `said` gives a day its words under the lines, such as the form that was advised."""

    title: str
    rows: tuple[CourseRow, ...]
    ends: tuple[str, str]
    needed: str = ""
    stretch: Stretch | None = None
    said: tuple[tuple[date, str], ...] = ()
    said_name: str = ""

    @property
    def days(self) -> tuple[date, ...]:
        """Every day something was measured, from old to new."""
        return tuple(sorted({point.on for row in self.rows for point in row.points}))

    @property
    def first(self) -> date:
        return min(self.days[0], self.stretch.start) if self.stretch else self.days[0]

    @property
    def last(self) -> date:
        return max(self.days[-1], self.stretch.end) if self.stretch else self.days[-1]
