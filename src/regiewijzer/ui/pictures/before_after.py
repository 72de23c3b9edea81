"""Did the decision help? What was, what is and what the review found, each against what is needed.

Hollow is then, filled is now, the band is what is needed; a dashed cell waits for the review.
"""

from dataclasses import dataclass

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import (
    AXIS,
    BAND,
    GUIDE,
    HOLLOW,
    NOTHING,
    TRACK,
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
    rect,
    shape,
    text,
    text_lines,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.marks import TONES, Fit, fit_mark, fit_words, reviewed_mark
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, Sheet, width_of, wrap
from regiewijzer.ui.pictures.words import sentences


@dataclass(frozen=True, slots=True)
class Measured:
    """A measured value: in words, and as a position from 0 to 1 on the scale of its condition."""

    position: float
    words: str


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A condition. What is needed runs from `lo` to `hi` (0 to 1) and is said in `needed`.

    `fit` judges `now`, `review_fit` judges `review`. A reading that is not there is None.
    """

    name: str
    needed: str
    lo: float
    hi: float
    then: Measured | None
    now: Measured | None
    fit: Fit
    review: Measured | None = None
    review_fit: Fit = Fit.UNKNOWN


@dataclass(frozen=True, slots=True)
class BeforeAfter:
    """`then`, `now` and `review` name the days of the three readings; an empty `review` is no review planned."""

    rows: tuple[ChangeRow, ...]
    then: str
    now: str
    review: str = ""

    @property
    def has_then(self) -> bool:
        return any(row.then for row in self.rows)

    @property
    def reviewed(self) -> bool:
        return any(row.review for row in self.rows)


def description(change: BeforeAfter) -> str:
    planned = ""
    if change.review and not change.reviewed:
        planned = gettext("Computed again: %(day)s.") % {"day": change.review}
    return sentences((*map(_sentence, change.rows), planned))


def _sentence(row: ChangeRow) -> str:
    said = {"name": row.name, "needed": row.needed, "now": measured(row.now), "then": measured(row.then)}
    if row.review:
        return gettext("%(name)s: needed %(needed)s, was %(now)s, is now %(review)s.") % {
            **said,
            "review": row.review.words,
        }
    if row.then:
        return gettext("%(name)s: needed %(needed)s, was %(then)s, is now %(now)s.") % said
    return gettext("%(name)s: needed %(needed)s, is %(now)s.") % said


def measured(reading: Measured | None) -> str:
    return reading.words if reading else fit_words(Fit.UNKNOWN)


def to_follow() -> str:
    return gettext("to follow")


def data_table(change: BeforeAfter) -> Table:
    then = (change.then,) if change.has_then else ()
    review = (change.review,) if change.review else ()
    head = (gettext("Condition"), gettext("Needed"), *then, change.now, *review)
    rows = tuple(
        (
            row.name,
            row.needed,
            *(measured(row.then) for _ in then),
            measured(row.now),
            *(row.review.words if row.review else to_follow() for _ in review),
        )
        for row in change.rows
    )
    return Table(gettext("Before and after"), head, rows, numeric=tuple(range(2, len(head))))


_CHANGE = Paint(stroke=Stroke.INK, width=2.5)
_AROUND = Paint(stroke=Stroke.INK)
_WAITING = Paint(Fill.PAPER, Stroke.LINE, width=1.3, dash="4 4")
_DONE = Paint(Fill.PAPER, Stroke.LINE, width=1.3)
_THEN, _NOW = 5.5, 7.5  # radius of the marks
_SAME = 8.0  # readings nearer than this: the mark of then becomes a ring around now
_ABOVE, _BELOW = 15.0, 27.0  # from the track to the foot of the words above and below it
_CELL = 25.0


@dataclass(frozen=True, slots=True)
class _Scale:
    """The track of one condition: from x over `width`, at y."""

    sheet: Sheet
    x: float
    width: float
    y: float

    def at(self, position: float) -> float:
        return self.x + min(1.0, max(0.0, position)) * self.width


_WIDE_TRACK = (206.0, 400.0)
_NEEDED_X, _REVIEW_X = 636.0, 796.0
_NAME_ROOM = 190.0


def wide(change: BeforeAfter) -> Drawn:
    small = WIDE.small
    review = wrap(change.review, small.strong, WIDE.width - _REVIEW_X)
    rule = 28 + max(0, len(review) - 1) * small.leading
    pieces = [
        text(_WIDE_TRACK[0], rule - 12, gettext("the band is what is needed"), small, Tone.SOFT),
        text(_NEEDED_X, rule - 12, gettext("needed"), small.strong),
        text_lines(_REVIEW_X, 16, review, small.strong),
        line(0, rule, WIDE.width, rule, AXIS),
    ]
    y = float(rule)
    for nr, row in enumerate(change.rows):
        if nr:
            pieces.append(line(0, y, WIDE.width, y, GUIDE))
        piece, y = _wide_row(row, change, y)
        pieces.append(piece)
    key, end = flow(_key_items(change), WIDE, y)
    return Drawn(join(*pieces, key), end)


def _wide_row(row: ChangeRow, change: BeforeAfter, top: float) -> tuple[Fragment, float]:
    bold, small = WIDE.body.strong, WIDE.small
    name = wrap(row.name, bold, _NAME_ROOM, lines=3)
    room = (_REVIEW_X if change.review else WIDE.width) - _NEEDED_X - 14
    needed = wrap(row.needed, small, room, lines=3)
    height = max(64.0 + (12 if row.review else 0), len(name) * bold.leading + 26, len(needed) * small.leading + 26)
    y = top + height / 2 + (0 if row.review else 4)
    review = _review_cell(row, _REVIEW_X, y, WIDE.width - _REVIEW_X - 2, small) if change.review else NOTHING
    drawn = join(
        text_lines(0, y + 5 - (len(name) - 1) * bold.leading / 2, name, bold),
        _readings(row, _Scale(WIDE, *_WIDE_TRACK, y)),
        text_lines(_NEEDED_X, y + 5 - (len(needed) - 1) * small.leading / 2, needed, small),
        review,
    )
    return drawn, top + height


def narrow(change: BeforeAfter) -> Drawn:
    pieces: list[Fragment] = []
    y = 0.0
    for nr, row in enumerate(change.rows):
        if nr:
            pieces.append(line(0, y, NARROW.width, y, GUIDE))
        piece, y = _narrow_row(row, change, y)
        pieces.append(piece)
    key, end = flow(_key_items(change), NARROW, y)
    return Drawn(join(*pieces, key), end)


def _narrow_row(row: ChangeRow, change: BeforeAfter, top: float) -> tuple[Fragment, float]:
    bold, small = NARROW.body.strong, NARROW.small
    name = wrap(row.name, bold, NARROW.width)
    needed = wrap(gettext("needed: %(needed)s") % {"needed": row.needed}, small, NARROW.width)
    needed_foot = top + 24 + len(name) * bold.leading
    y = needed_foot + len(needed) * small.leading + 24
    bottom = y + (_BELOW + 6 if row.review else 16)
    pieces = [
        text_lines(0, top + 24, name, bold),
        text_lines(0, needed_foot, needed, small, Tone.SOFT),
        _readings(row, _Scale(NARROW, 8, NARROW.width - 16, y)),
    ]
    if change.review:
        cell = 130.0
        label = wrap(change.review, small, NARROW.width - cell - 12)
        pieces.append(text_lines(0, bottom + 21, label, small))
        pieces.append(_review_cell(row, NARROW.width - cell, bottom + 16, cell - 1, small))
        bottom += 32 + (max(1, len(label)) - 1) * small.leading
    return join(*pieces), bottom + 8


def _readings(row: ChangeRow, scale: _Scale) -> Fragment:
    """Track, band, and the readings in order of time, joined by a line; their words stand above, the review's below."""
    y = scale.y
    band = rect(scale.at(row.lo), y - 10, scale.at(row.hi) - scale.at(row.lo), 20, BAND) if row.hi > row.lo else NOTHING
    known = [scale.at(reading.position) for reading in (row.then, row.now, row.review) if reading]
    change = line(min(known), y, max(known), y, _CHANGE) if len(known) > 1 else NOTHING
    return join(line(scale.x, y, scale.x + scale.width, y, TRACK), band, change, _marks(row, scale), _words(row, scale))


def _marks(row: ChangeRow, scale: _Scale) -> Fragment:
    pieces = []
    if row.now:
        x = scale.at(row.now.position)
        pieces.append(fit_mark(row.fit, x, scale.y, _THEN + 1 if row.review else _NOW))
    if row.then:
        x = scale.at(row.then.position)
        covered = row.now is not None and abs(scale.at(row.now.position) - x) < _SAME
        ring = shape(Shape.CIRCLE, x, scale.y, _NOW + 4, _AROUND)
        pieces.insert(0, shape(Shape.CIRCLE, x, scale.y, _THEN, HOLLOW))
        pieces += [ring] if covered else []
    if row.review:
        pieces.append(reviewed_mark(row.review_fit, scale.at(row.review.position), scale.y, _NOW))
    return join(*pieces)


def _words(row: ChangeRow, scale: _Scale) -> Fragment:
    """The values in words: then and now above the track, the review below it."""
    small, bold, above = scale.sheet.small, scale.sheet.small.strong, scale.y - _ABOVE
    then_x, now_x = _apart(row, scale)
    pieces = []
    if row.then:
        pieces.append(text(then_x, above, row.then.words, small, Tone.SOFT, Anchor.MIDDLE, Halo.PAPER))
    if row.now:
        pieces.append(text(now_x, above, row.now.words, bold, TONES[row.fit], Anchor.MIDDLE, Halo.PAPER))
    elif row.then and row.then.position > 0.5:
        pieces.append(text(scale.x, above, measured(None), small, Tone.SOFT))
    else:
        pieces.append(text(scale.x + scale.width, above, measured(None), small, Tone.SOFT, Anchor.END))
    if row.review:
        x, tone = _inside(row.review, bold, scale), TONES[row.review_fit]
        pieces.append(text(x, scale.y + _BELOW, row.review.words, bold, tone, Anchor.MIDDLE, Halo.PAPER))
    return join(*pieces)


def _apart(row: ChangeRow, scale: _Scale) -> tuple[float, float]:
    """Where the words of then and now have their middle: above their marks, or pushed apart when those stand close."""
    small, bold = scale.sheet.small, scale.sheet.small.strong
    then = _inside(row.then, small, scale) if row.then else 0
    now = _inside(row.now, bold, scale) if row.now else 0
    if not row.then or not row.now:
        return then, now
    then_half, now_half = width_of(row.then.words, small) / 2, width_of(row.now.words, bold) / 2
    side = 1 if row.now.position >= row.then.position else -1
    lack = then_half + now_half + 8 - (now - then) * side
    if lack <= 0:
        return then, now
    then, now = then - side * lack / 2, now + side * lack / 2
    left = min(then - then_half, now - now_half)
    right = max(then + then_half, now + now_half)
    back = max(0, scale.x - left) - max(0, right - scale.x - scale.width)
    return then + back, now + back


def _inside(reading: Measured, letter: Letter, scale: _Scale) -> float:
    """Middle of the words above a reading, kept within the track."""
    half = width_of(reading.words, letter) / 2
    return min(max(scale.at(reading.position), scale.x + half), scale.x + scale.width - half)


def _review_cell(row: ChangeRow, x: float, y: float, width: float, letter: Letter) -> Fragment:
    """What the review found; dashed as long as it has to come."""
    if not row.review:
        waiting = rect(x, y - _CELL / 2, width, _CELL, _WAITING)
        return join(waiting, text(x + width / 2, y + 5, to_follow(), letter, Tone.SOFT, Anchor.MIDDLE))
    words = text(x + 30, y + 5, row.review.words, letter.strong, TONES[row.review_fit])
    return join(rect(x, y - _CELL / 2, width, _CELL, _DONE), fit_mark(row.review_fit, x + 15, y, 7), words)


def _key_items(change: BeforeAfter) -> list[KeyItem]:
    items = []
    if change.has_then:
        items.append(KeyItem(lambda x, y: shape(Shape.CIRCLE, x + 8, y, _THEN, HOLLOW), 16, change.then))
    fits = {row.fit for row in change.rows if row.now}
    items += [_fit_item(fit, change.now) for fit in Fit if fit in fits]
    if change.reviewed:
        items.append(KeyItem(lambda x, y: reviewed_mark(Fit.OK, x + 9, y, 7), 18, change.review))
    return items


def _fit_item(fit: Fit, now: str) -> KeyItem:
    return KeyItem(lambda x, y: fit_mark(fit, x + 8, y, 7), 16, f"{now}, {fit_words(fit)}")


@drawn_once
def before_after_picture(change: BeforeAfter, *, picture_id: str) -> Picture | None:
    """The conditions in the order given; None without conditions."""
    if not change.rows:
        return None
    return drawn_twice(
        picture_id,
        title=gettext("Before and after"),
        description=description(change),
        wide=wide(change),
        narrow=narrow(change),
        data_table=data_table(change),
    )
