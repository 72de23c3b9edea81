"""How much power do our instruments use? One line per instrument on an axis from little to much enforcement power.

A mark stands under each type the instrument uses, larger as its share is larger; a thick stroke is its place.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from math import sqrt

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    GUIDE,
    HOLLOW,
    NOTHING,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Halo,
    Paint,
    Shape,
    Stroke,
    Tone,
    arrow,
    arrowhead,
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
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.row_label import RowLabel, row_label
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet, shorten, width_of, wrap
from regiewijzer.ui.pictures.words import decimal, enumeration, sentences
from regiewijzer.ui.wording import text_of


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
        return "" if self.standing is Standing.IN_USE else text_of(self.standing, "instrument_statuses")

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


def description(axis: Axis) -> str:
    count, mixes = len(axis.rows), sum(len(row.used) > 1 for row in axis.rows)
    cases = [row.name for row in axis.rows if row.in_display_case]
    moved = [row.name for row in axis.rows if row.place_before is not None]
    stressed = [f"{row.name} ({row.remark})" for row in axis.rows if row.emphasis and row.remark]
    return sentences(
        (
            ngettext(
                "%(count)d instrument, from little to much enforcement power.",
                "%(count)d instruments, from little to much enforcement power.",
                count,
            )
            % {"count": count},
            ngettext("%(count)d is a mix of types.", "%(count)d are a mix of types.", mixes) % {"count": mixes}
            if mixes
            else "",
            gettext("A stick in the display case: %(names)s.") % {"names": enumeration(cases)} if cases else "",
            gettext("Stood elsewhere before: %(names)s.") % {"names": enumeration(moved)} if moved else "",
            gettext("Stands out: %(names)s.") % {"names": enumeration(stressed)} if stressed else "",
        )
    )


def data_table(axis: Axis) -> Table:
    columns = tuple(column.name for column in axis.columns)
    rows = tuple(
        (
            row.name,
            *(gettext("%(share)d %%") % {"share": share} if share else "" for share in row.shares),
            "" if row.place is None else decimal(row.place, 2),
            *(("" if row.place_before is None else decimal(row.place_before, 2),) if axis.compares else ()),
            row.remark,
        )
        for row in axis.rows
    )
    before = (gettext("Place before"),) if axis.compares else ()
    head = (gettext("Instrument"), *columns, gettext("Place on the axis"), *before, gettext("Remark"))
    return Table(
        gettext("Instruments on the axis of enforcement power"),
        head,
        rows,
        numeric=tuple(range(1, len(columns) + len(before) + 2)),
    )


_POWERS = (Fill.POWER_1, Fill.POWER_2, Fill.POWER_3, Fill.POWER_4)
_SMALLEST = 3.2  # radius that is left of a mark at a share of nothing
_TICK = Paint(stroke=Stroke.INK, width=3)
_SPAN = Paint(stroke=Stroke.INK, width=2)
_CASE = Paint(Fill.PAPER, Stroke.INK, width=1.3)
_GLINT = Paint(stroke=Stroke.LINE, width=1)
_GHOST = Paint(Fill.PAPER, Stroke.LINE, width=1.3)
_GHOST_SPAN = Paint(stroke=Stroke.LINE, width=1.5, dash="2 3")
_WAY = Paint(stroke=Stroke.ACCENT, width=1.8)
_NOTICEABLE = 6.0  # a shorter way is no more than its arrowhead
_ABSENT = "4 3"


@dataclass(frozen=True, slots=True)
class _Ground:
    """Where the columns stand: x of the first and the last, how many, and the radius of a mark with the whole share."""

    sheet: Sheet
    first: float
    last: float
    count: int
    largest: float

    @property
    def step(self) -> float:
        return (self.last - self.first) / max(1, self.count - 1)

    def x(self, place: float) -> float:
        """Place 1 is the first column."""
        return self.first + (place - 1) * self.step

    def ends(self, row: InstrumentRow) -> tuple[float, float]:
        """The first and the last column the row uses."""
        return self.x(row.used[0] + 1), self.x(row.used[-1] + 1)

    def ends_with_before(self, row: InstrumentRow) -> tuple[float, float]:
        """The same, with the columns it used before."""
        columns = (*row.used, *row.used_before)
        return self.x(min(columns) + 1), self.x(max(columns) + 1)


@dataclass(frozen=True, slots=True)
class _Row:
    """A drawn row: the name can be a link, the marks are said by the table. `behind` is where the column lines show."""

    name: Fragment
    marks: Fragment
    height: float
    behind: tuple[float, float]


def wide(axis: Axis) -> Drawn:
    ground = _Ground(WIDE, first=330, last=846, count=len(axis.columns), largest=9)
    heads, top = _wide_heads(axis, ground)
    return _rows(axis, ground, heads, top, _wide_row)


def narrow(axis: Axis) -> Drawn:
    ground = _Ground(NARROW, first=14, last=335, count=len(axis.columns), largest=8.5)
    heads, top = _narrow_heads(axis, ground)
    return _rows(axis, ground, heads, top, _narrow_row)


def _rows(
    axis: Axis,
    ground: _Ground,
    heads: Fragment,
    top: float,
    draw: Callable[[Axis, InstrumentRow, _Ground, float], _Row],
) -> Drawn:
    drawn: list[_Row] = []
    y = top + 12
    for row in axis.rows:
        drawn.append(draw(axis, row, ground, y))
        y += drawn[-1].height
    key, end = flow(_key_items(axis), ground.sheet, y + 14)
    pieces = unspoken(heads, _column_lines(ground, drawn), *(row.marks for row in drawn), key)
    return Drawn(join(pieces, *(row.name for row in drawn)), end)


def _column_lines(ground: _Ground, rows: list[_Row]) -> Fragment:
    columns = (ground.x(place) for place in range(1, ground.count + 1))
    parts = (points((x, row.behind[0]), (x, row.behind[1])) for x in columns for row in rows)
    return path("".join(parts), GUIDE)


def _wide_heads(axis: Axis, ground: _Ground) -> tuple[Fragment, float]:
    small, bold = WIDE.small, WIDE.small.strong
    titles = [wrap(column.name, bold, ground.step - 4) for column in axis.columns]
    foot = 48 + (max(map(len, titles)) - 1) * bold.leading
    pieces = [
        _direction(gettext("little enforcement power"), gettext("much enforcement power"), WIDE, ground.first - 72)
    ]
    for nr, (column, lines) in enumerate(zip(axis.columns, titles, strict=True), start=1):
        x, top = ground.x(nr), foot - (len(lines) - 1) * bold.leading
        verb = shorten(column.verb, small, ground.step - 4)
        pieces.append(text_lines(x, top, lines, bold, anchor=Anchor.MIDDLE))
        pieces.append(text(x, foot + 19, verb, small, Tone.SOFT, Anchor.MIDDLE))
    return join(*pieces), foot + 34


def _narrow_heads(axis: Axis, ground: _Ground) -> tuple[Fragment, float]:
    bold = NARROW.small.strong
    pieces = [_direction(gettext("little power"), gettext("much power"), NARROW, 0)]
    for nr, column in enumerate(axis.columns, start=1):
        words = shorten(column.short, bold, ground.step - 8)
        x, anchor = ground.x(nr), Anchor.MIDDLE
        if nr == 1:
            x, anchor = 0, Anchor.START
        elif nr == ground.count:
            x, anchor = NARROW.width, Anchor.END
        pieces.append(text(x, 44, words, bold, anchor=anchor))
    return join(*pieces), 56


def _direction(little: str, much: str, sheet: Sheet, start: float) -> Fragment:
    """The arrow from little to much power."""
    small = sheet.small
    return join(
        text(start, 16, little, small, Tone.SOFT),
        arrow(start + width_of(little, small) + 14, 11, sheet.width - width_of(much, small) - 14),
        text(sheet.width, 16, much, small, Tone.SOFT, Anchor.END),
    )


_NAME_ROOM = 236.0
_WIDE_ROW = 27.0
_BESIDE = 28.0  # between a mark and the words beside it


def _wide_row(axis: Axis, row: InstrumentRow, ground: _Ground, top: float) -> _Row:
    """The remark stands beside the marks, or under the name where there is no room beside them."""
    label = _label(row, WIDE, _NAME_ROOM, remark="")
    beside = _beside(row, ground, label.width)
    if not beside:
        label = _label(row, WIDE, _NAME_ROOM, row.remark)
    height = max(_WIDE_ROW, label.height + 9)
    y = top + height / 2
    foot = y - label.height / 2
    marks = [label.drawn_remark(foot), _marks(axis, row, ground, y)]
    if beside:
        x, anchor = beside
        marks.append(text(x, y + 5, row.remark, label.remark_letter, label.tone, anchor, Halo.PAPER))
    if row.used and (beside is None or beside[1] is Anchor.START):
        marks.append(line(_NAME_ROOM + 12, y, ground.ends(row)[0] - 16, y, GUIDE))
    return _Row(label.drawn_name(foot), join(*marks), height, (top, top + height))


def _beside(row: InstrumentRow, ground: _Ground, taken: float) -> tuple[float, Anchor] | None:
    """Where the remark fits on the line of the marks: left of the first, else right of the last, else nowhere."""
    if not row.remark:
        return None
    wide = width_of(row.remark, WIDE.small.strong)
    if not row.used:
        fits = ground.first - 12 + wide <= WIDE.width
        return (ground.first - 12, Anchor.START) if fits else None
    first, last = ground.ends_with_before(row)
    if taken + 24 + wide <= first - _BESIDE:
        return first - _BESIDE, Anchor.END
    if last + _BESIDE + wide <= WIDE.width:
        return last + _BESIDE, Anchor.START
    return None


def _narrow_row(axis: Axis, row: InstrumentRow, ground: _Ground, top: float) -> _Row:
    label = _label(row, NARROW, NARROW.width, row.remark)
    y = top + label.height + 16
    height = y - top + (28 if row.used else -4)
    behind = (y - 13, y + 13) if row.used else (y, y)
    marks = join(label.drawn_remark(top + 2), _marks(axis, row, ground, y))
    return _Row(label.drawn_name(top + 2), marks, height, behind)


def _label(row: InstrumentRow, sheet: Sheet, room: float, remark: str) -> RowLabel:
    strong = bool(row.emphasis) or row.in_display_case
    tone = {Emphasis.STRONG: Tone.SHORT, Emphasis.WEAK: Tone.TIGHT, None: Tone.SOFT}[row.emphasis]
    return row_label(sheet, row.name, remark, room=room, href=row.href, strong=strong, tone=tone)


def _marks(axis: Axis, row: InstrumentRow, ground: _Ground, y: float) -> Fragment:
    """The marks of a row, in a glass case when it is a stick that works unused; dashed when it is not in use."""
    if not row.used:
        return NOTHING
    first, last = ground.ends(row)
    dash = "" if row.standing is Standing.IN_USE else _ABSENT
    pieces = [_case(first - 17, y, last - first + 34)] if row.in_display_case else []
    pieces.append(_before(row, ground, y))
    if len(row.used) > 1:
        pieces.append(line(first, y, last, y, replace(_SPAN, dash=dash)))
    pieces += [_mark(axis, row, column, ground, y) for column in row.used]
    if len(row.used) > 1 and row.place is not None:
        pieces.append(line(ground.x(row.place), y - 9, ground.x(row.place), y + 9, _TICK))
    return join(*pieces)


def _before(row: InstrumentRow, ground: _Ground, y: float) -> Fragment:
    """Where the row stood before: a dotted span with hollow ends, an open stroke, and the way to the place of now."""
    if row.place_before is None or row.place is None or not row.used_before:
        return NOTHING
    first, last = (ground.x(column + 1) for column in (row.used_before[0], row.used_before[-1]))
    ends = (shape(Shape.CIRCLE, ground.x(column + 1), y, _SMALLEST + 1, _GHOST) for column in row.used_before)
    old, new = ground.x(row.place_before), ground.x(row.place)
    way = (line(old, y + 11, new, y + 11, _WAY), arrowhead(new, y + 11, _WAY, 3 if new > old else -3))
    return join(
        line(first, y, last, y, _GHOST_SPAN),
        *ends,
        line(old, y - 9, old, y + 11, _GHOST_SPAN),
        *(way if abs(new - old) > _NOTICEABLE else ()),
    )


def _mark(axis: Axis, row: InstrumentRow, column: int, ground: _Ground, y: float) -> Fragment:
    radius = _SMALLEST + (ground.largest - _SMALLEST) * sqrt(min(100, row.shares[column]) / 100)
    power = _POWERS[round(column * (len(_POWERS) - 1) / max(1, ground.count - 1))]
    paint = Paint(power, Stroke.INK) if row.standing is Standing.IN_USE else replace(HOLLOW, dash=_ABSENT)
    return shape(axis.columns[column].shape, ground.x(column + 1), y, radius, paint)


def _case(x: float, y: float, width: float, height: float = 25) -> Fragment:
    """A glass case with a glint in two corners."""
    low, high = y + height / 2 - 4.5, y - height / 2 + 3.5
    glints = (path(points((left, low), (left + 9, high)), _GLINT) for left in (x + 5, x + width - 14))
    return join(rect(x, y - height / 2, width, height, _CASE), *glints)


def _key_items(axis: Axis) -> list[KeyItem]:
    """What is explained: only what occurs."""
    items = [KeyItem(_key_sizes, 30, gettext("larger mark: larger share"))]
    if any(len(row.used) > 1 for row in axis.rows):
        items.append(KeyItem(_key_mix, 34, gettext("line: a mix, thick stroke: its place on the axis")))
    if any(row.in_display_case for row in axis.rows):
        items.append(KeyItem(lambda x, y: _case(x + 1, y, 28, 18), 30, text_of("display_case", "instrument_statuses")))
    if axis.compares:
        items.append(KeyItem(_key_before, 34, gettext("dotted: the place before; arrow: to the place of now")))
    if any(row.standing is not Standing.IN_USE for row in axis.rows):
        items.append(KeyItem(_key_absent, 16, gettext("dashed: planned or ended")))
    return items


def _key_sizes(x: float, y: float) -> Fragment:
    return join(shape(Shape.CIRCLE, x + 5, y, 4), shape(Shape.CIRCLE, x + 21, y, 8))


def _key_mix(x: float, y: float) -> Fragment:
    return join(line(x, y, x + 34, y, _SPAN), line(x + 13, y - 8, x + 13, y + 8, _TICK))


def _key_before(x: float, y: float) -> Fragment:
    return join(
        line(x, y - 2, x + 34, y - 2, _GHOST_SPAN),
        line(x + 4, y + 6, x + 30, y + 6, _WAY),
        arrowhead(x + 30, y + 6, _WAY, 3),
    )


def _key_absent(x: float, y: float) -> Fragment:
    return shape(Shape.CIRCLE, x + 8, y, 7, replace(HOLLOW, dash=_ABSENT))


@drawn_once
def axis_picture(axis: Axis, *, picture_id: str) -> Picture | None:
    """The instruments sorted by their place, those without a type last; None when there is no instrument.

    ValueError when a row does not have one share per column.
    """
    if not axis.rows:
        return None
    if any(len(row.shares) != len(axis.columns) for row in axis.rows):
        raise ValueError("every instrument needs one share per column")
    axis = replace(axis, rows=tuple(sorted(axis.rows, key=_by_place)))
    return drawn_twice(
        picture_id,
        title=gettext("Axis of enforcement power"),
        description=description(axis),
        wide=wide(axis),
        narrow=narrow(axis),
        data_table=data_table(axis),
        links=any(row.href for row in axis.rows),
    )


def _by_place(row: InstrumentRow) -> tuple[bool, float]:
    return row.place is None, row.place or 0
