"""How did it go? Measures over time, each on its own line, against what is needed and against a shaded stretch."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    BAND,
    GUIDE,
    NOTHING,
    SOLID,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Halo,
    Paint,
    Shape,
    Stroke,
    Tone,
    join,
    line,
    path,
    points,
    rect,
    shape,
    text,
    text_lines,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.marks import TONES, Fit, fit_mark, fit_words
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, Sheet, shorten, width_of, wrap
from regiewijzer.ui.pictures.words import day_of, month_of, sentences


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


def description(course: Course) -> str:
    count = len(course.days)
    return sentences(
        (
            ngettext("Measured on %(count)d day.", "Measured on %(count)d days.", count) % {"count": count},
            *(_went(row) for row in course.rows),
            f"{course.stretch.words}: {course.stretch.mark}" if course.stretch else "",
        )
    )


def data_table(course: Course) -> Table:
    said = dict(course.said)
    head = (gettext("Measured on"), *(row.name for row in course.rows), *((course.said_name,) if said else ()))
    rows = tuple((day_of(day), *_cells(course, day), *((said.get(day, "–"),) if said else ())) for day in course.days)
    return Table(course.title, head, rows)


def _went(row: CourseRow) -> str:
    if not row.points:
        return ""
    first, last = row.points[0], row.points[-1]
    if first is last:
        return f"{row.name}: {last.words}"
    return gettext("%(name)s: from %(first)s to %(last)s") % {
        "name": row.name, "first": first.words, "last": last.words,
    }  # fmt: skip


def _cells(course: Course, day: date) -> tuple[str, ...]:
    return tuple(_cell(row, day) for row in course.rows)


def _cell(row: CourseRow, day: date) -> str:
    found = [point for point in row.points if point.on == day]
    return _told(found[-1]) if found else "–"


def _told(point: Point) -> str:
    if point.fit is None or point.fit is Fit.OK:
        return point.words
    return f"{point.words} ({fit_words(point.fit)})"


_TREND = Paint(stroke=Stroke.INK, width=2)
_MARK = Paint(stroke=Stroke.INK, width=2.5)
_STRETCH = Paint(Fill.STONE)
_STRIP = 58.0  # height of a strip, in which low is below and high above
_GAP = 34.0
_HEAD = 50.0
_DOT = 5.5
_ABOVE = 12.0  # from a mark to the foot of its words
_EDGE = 34.0  # from the ends of the axis to the edges, so that words around the first and last day fit
_NAME_ROOM = 190.0
_APART = 10.0  # between words beside each other


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where days stand: x of the first and of the last."""

    sheet: Sheet
    first: date
    last: date
    left: float
    right: float

    def x(self, day: date) -> float:
        whole = (self.last - self.first).days
        return self.left + (self.right - self.left) * ((day - self.first).days / whole if whole else 0.5)


def drawn(course: Course, sheet: Sheet) -> Drawn:
    """Names stand before the strips on a wide sheet, above them on a narrow one."""
    wide = sheet is WIDE
    ground = _Ground(sheet, course.first, course.last, (_NAME_ROOM if wide else 0) + _EDGE, sheet.width - _EDGE)
    rows = [row for row in course.rows if row.points]
    over = 0.0 if wide else NARROW.body.leading + 6
    tops = [_HEAD + nr * (_STRIP + _GAP + over) + over for nr in range(len(rows))]
    foot = tops[-1] + _STRIP
    below = _days(course, ground, foot + 24)
    said, end = _said(course, ground, foot + 24)
    strips = join(*(_strip(row, ground, top, course.ends) for row, top in zip(rows, tops, strict=True)))
    key, end = flow(_key_items(course, rows), sheet, end + 20)
    behind = _behind(course.stretch, ground, foot + 6) if course.stretch else NOTHING
    return Drawn(unspoken(behind, strips, below, said, key), end)


def _behind(stretch: Stretch, ground: _Ground, foot: float) -> Fragment:
    """The shaded time, its words above it, and the line at its end."""
    start, end, small = ground.x(stretch.start), ground.x(stretch.end), ground.sheet.small
    words = shorten(stretch.words, small, max(0.0, end - start - 8))
    anchored = Anchor.END if end > ground.right - width_of(stretch.mark, small.strong) / 2 else Anchor.MIDDLE
    return join(
        rect(start, 26, end - start, foot - 26, _STRETCH, radius=0),
        line(end, 22, end, foot, _MARK),
        text(end, 16, stretch.mark, small.strong, anchor=anchored),
        text((start + end) / 2, 42, words, small, Tone.SOFT, Anchor.MIDDLE) if len(words) > 1 else NOTHING,
    )


def _strip(row: CourseRow, ground: _Ground, top: float, ends: tuple[str, str]) -> Fragment:
    foot = top + _STRIP
    trend = [(ground.x(point.on), _y(point, top)) for point in row.points]
    return join(
        _name(row, ground, top, ends),
        line(ground.left - 14, foot, ground.right + 14, foot, GUIDE),
        line(ground.left - 14, top, ground.right + 14, top, GUIDE),
        _band(row, ground, top),
        path(points(*trend), _TREND) if len(trend) > 1 else NOTHING,
        *(_mark(point, ground, top) for point in row.points),
        *_words(row.points, ground, top),
    )


def _name(row: CourseRow, ground: _Ground, top: float, ends: tuple[str, str]) -> Fragment:
    sheet = ground.sheet
    if sheet is NARROW:
        return text(0, top - 14, shorten(row.name, sheet.body.strong, sheet.width), sheet.body.strong)
    lowest, highest = ends
    lines = wrap(row.name, sheet.body.strong, _NAME_ROOM - 50)
    x = ground.left - 22
    return join(
        text_lines(0, top + _STRIP / 2 + 5 - (len(lines) - 1) * 9, lines, sheet.body.strong),
        text(x, top + 5, shorten(highest, sheet.small, 48), sheet.small, Tone.SOFT, Anchor.END),
        text(x, top + _STRIP + 5, shorten(lowest, sheet.small, 48), sheet.small, Tone.SOFT, Anchor.END),
    )


def _band(row: CourseRow, ground: _Ground, top: float) -> Fragment:
    if row.lo is None or row.hi is None:
        return NOTHING
    high, low = top + (1 - row.hi) * _STRIP, top + (1 - row.lo) * _STRIP
    return rect(ground.left - 14, high, ground.right - ground.left + 28, max(2.0, low - high), BAND)


def _mark(point: Point, ground: _Ground, top: float) -> Fragment:
    x, y = ground.x(point.on), _y(point, top)
    return shape(Shape.CIRCLE, x, y, _DOT, SOLID) if point.fit is None else fit_mark(point.fit, x, y, _DOT + 1.5)


def _y(point: Point, top: float) -> float:
    return top + (1 - min(1.0, max(0.0, point.position))) * _STRIP


def _words(row: Sequence[Point], ground: _Ground, top: float) -> Iterator[Fragment]:
    """The words of the last measurement, and of earlier ones that do not stand in their way."""
    small = ground.sheet.small.strong
    taken = ground.sheet.width + 1.0
    for point in reversed(row):
        x, y = ground.x(point.on), _y(point, top)
        words = shorten(point.words, small, 2 * _EDGE)
        half = width_of(words, small) / 2
        if x + half <= taken - 6:
            tone = TONES[point.fit] if point.fit is not None else Tone.INK
            yield text(x, y - _ABOVE, words, small, tone, Anchor.MIDDLE, halo=Halo.PAPER)
            taken = x - half


def _days(course: Course, ground: _Ground, foot: float) -> Fragment:
    """The months of the measurements, the last first, as far as they do not meet."""
    labels = [(day, month_of(day)) for day in course.days]
    return join(*_side_by_side(labels, ground, foot, ground.sheet.small, Tone.SOFT))


def _said(course: Course, ground: _Ground, foot: float) -> tuple[Fragment, float]:
    """What was said on each day, under its month; and where the picture goes on."""
    if not course.said:
        return NOTHING, foot
    letter = ground.sheet.small.strong
    return join(*_side_by_side(course.said, ground, foot + 20, letter, Tone.ACCENT)), foot + 20


def _side_by_side(
    labels: Sequence[tuple[date, str]], ground: _Ground, foot: float, letter: Letter, tone: Tone
) -> Iterator[Fragment]:
    taken = ground.sheet.width + _APART
    for day, said in reversed(labels):
        words = shorten(said, letter, ground.sheet.width / 2)
        wide = width_of(words, letter)
        left = min(max(0.0, ground.x(day) - wide / 2), ground.sheet.width - wide)
        if left + wide <= taken - _APART:
            yield text(left, foot, words, letter, tone)
            taken = left


def _key_items(course: Course, rows: Sequence[CourseRow]) -> list[KeyItem]:
    fits = dict.fromkeys(point.fit for row in rows for point in row.points if point.fit is not None)
    items = [_fit_item(fit) for fit in Fit if fit in fits]
    if course.needed and any(row.banded for row in rows):
        items.insert(0, KeyItem(lambda x, y: rect(x, y - 6, 24, 12, BAND), 24, course.needed))
    return items


def _fit_item(fit: Fit) -> KeyItem:
    return KeyItem(lambda x, y: fit_mark(fit, x + 8, y), 16, fit_words(fit))


@drawn_once
def course_picture(course: Course, *, picture_id: str) -> Picture | None:
    """The rows in which something was measured, in their order; None when there are none."""
    if not course.days:
        return None
    return drawn_twice(
        picture_id,
        title=course.title,
        description=description(course),
        wide=drawn(course, WIDE),
        narrow=drawn(course, NARROW),
        data_table=data_table(course),
    )
