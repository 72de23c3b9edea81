"""How is the history drawn on a wide sheet? A line of time with marks, and words above and below it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    GUIDE,
    NOTHING,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Paint,
    Stroke,
    Tone,
    join,
    line,
    rect,
    text,
    text_lines,
)
from regiewijzer.ui.pictures.history.labels import Seat, Tag, Tier, seated, spread
from regiewijzer.ui.pictures.history.rows import Happening, History, HistoryEvent
from regiewijzer.ui.pictures.history.stops import COMING, MARK, PAST, event_mark, key_items
from regiewijzer.ui.pictures.key import flow
from regiewijzer.ui.pictures.letters import WIDE, Letter, width_of, wrap
from regiewijzer.ui.pictures.words import age

_TICK = Paint(stroke=Stroke.LINE, width=1)
_INVESTING = Paint(Fill.STONE)
_LEFT, _RIGHT = 10.0, 908.0
_TOP = 6.0
_APART = 17.0  # between two marks: days too near each other stand side by side
_DISPENSABLE = 3  # rank of a label that may be left out in silence
_LABEL_ROOM = 168.0
_OFF_AXIS = 18.0  # between the axis and the labels near it
_TIER_GAP = 12.0


@dataclass(frozen=True, slots=True)
class _Label:
    """Words at x: the moment, and up to three lines of what happened. `rank` 0 is placed first."""

    x: float
    moment: str
    lines: tuple[str, ...]
    letter: Letter
    tone: Tone
    rank: int

    @property
    def width(self) -> float:
        small = width_of(self.moment, WIDE.small)
        return max([small, *(width_of(words, self.letter) for words in self.lines)])

    @property
    def height(self) -> float:
        return (bool(self.moment) + len(self.lines)) * WIDE.small.leading


def draw_line(history: History) -> Drawn:
    places = spread([_x(event.on, history) for event in history.events], apart=_APART, left=_LEFT, right=_RIGHT)
    labels = [*map(_event_label, history.events, places), *_own_labels(history)]
    seats = seated([Tag(label.x, label.width, label.rank) for label in labels], WIDE.width)
    heights = {tier: _height(tier, labels, seats) for tier in Tier}
    far_above = _TIER_GAP + heights[Tier.FAR_ABOVE] if heights[Tier.FAR_ABOVE] else 0
    axis = _TOP + _OFF_AXIS + heights[Tier.ABOVE] + far_above
    pieces = [
        *(_placed(label, seat, axis, heights) for label, seat in zip(labels, seats, strict=True) if seat),
        _axis(history, axis),
        *(event_mark(event, history, x, axis) for event, x in zip(history.events, places, strict=True)),
    ]
    below = max(heights[Tier.BELOW], 6) + (_TIER_GAP + heights[Tier.FAR_BELOW] if heights[Tier.FAR_BELOW] else 0)
    bottom = axis + _OFF_AXIS + below + 6
    unseated = sum(seat is None for seat, _ in zip(seats, history.events, strict=False))
    if unseated:
        pieces.append(text(0, bottom + 16, _more(unseated), WIDE.small, Tone.SOFT))
        bottom += 24
    key, end = flow(key_items(history), WIDE, bottom + 8)
    return Drawn(join(*pieces, key), end)


def _x(day: date, history: History) -> float:
    span = max(1, (history.last - history.first).days)
    return _LEFT + (day - history.first).days / span * (_RIGHT - _LEFT)


def _event_label(event: HistoryEvent, x: float) -> _Label:
    lost = event.kind is Happening.LOSS
    letter = WIDE.small.strong if event.emphasised or lost else WIDE.small
    lines = wrap(event.words, letter, _LABEL_ROOM, lines=3)
    rank = 0 if event.emphasised or lost else 2 if event.kind is Happening.EVENT else 1
    return _Label(x, event.moment, lines, letter, Tone.SHORT if lost else Tone.INK, rank)


def _own_labels(history: History) -> Iterator[_Label]:
    """What the line itself says: where the mark is, and where today is."""
    if history.marked:
        yield _Label(_x(history.marked, history), "", (age(history.mark),), WIDE.small.strong, Tone.INK, 0)
    if history.today < history.last:
        yield _Label(_x(history.today, history), "", (gettext("today"),), WIDE.small, Tone.SOFT, _DISPENSABLE)


def _height(tier: Tier, labels: Sequence[_Label], seats: Sequence[Seat | None]) -> float:
    return max(
        (label.height for label, seat in zip(labels, seats, strict=True) if seat and seat.tier is tier), default=0
    )


def _placed(label: _Label, seat: Seat, axis: float, heights: dict[Tier, float]) -> Fragment:
    """A label in its tier, on a thread when it is far. It leans the way its seat does."""
    off = _OFF_AXIS
    if seat.tier.far:
        off += heights[Tier.ABOVE if seat.tier.above else Tier.BELOW] + _TIER_GAP
    top = axis - off - label.height if seat.tier.above else axis + off
    x, anchor = _anchored(seat)
    foot = top + 13
    thread = NOTHING
    if seat.tier.far:
        thread = line(label.x, axis, label.x, top + label.height + 3 if seat.tier.above else top - 1, GUIDE)
    moment = text(x, foot, label.moment, WIDE.small, Tone.SOFT, anchor) if label.moment else NOTHING
    words_foot = foot + (WIDE.small.leading if label.moment else 0)
    return join(thread, moment, text_lines(x, words_foot, label.lines, label.letter, label.tone, anchor))


def _anchored(seat: Seat) -> tuple[float, Anchor]:
    middle = (seat.left + seat.right) / 2
    if abs(middle - seat.tag.x) < 1:
        return middle, Anchor.MIDDLE
    return (seat.left, Anchor.START) if middle > seat.tag.x else (seat.right, Anchor.END)


def _axis(history: History, y: float) -> Fragment:
    """The line of time, solid until today and dotted after it, with a tick at each new year."""
    today = _x(min(max(history.today, history.first), history.last), history)
    ticks = (
        line(_x(day, history), y + 4, _x(day, history), y + 9, _TICK)
        for day in (date(year, 1, 1) for year in range(history.first.year + 1, history.last.year + 1))
    )
    pieces = [*ticks, line(_LEFT, y, today, y, PAST), line(today, y, _RIGHT, y, COMING)]
    if history.marked and history.started:
        start, mark = _x(history.started, history), _x(history.marked, history)
        pieces.insert(0, rect(start, y - 8, mark - start, 16, _INVESTING, radius=0))
        pieces.append(line(mark, y - 15, mark, y + 15, MARK))
    return join(*pieces)


def _more(count: int) -> str:
    return ngettext("%(count)d more in the table", "%(count)d more in the table", count) % {"count": count}
