"""How did one network get here? Events, decisions, measurements and losses on a line of time, and what is to come."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    GUIDE,
    HOLLOW,
    NOTHING,
    SOLID,
    Anchor,
    Drawn,
    Fill,
    Fragment,
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
from regiewijzer.ui.pictures.history_layout import Seat, Tag, Tier, seated, spread
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, width_of, wrap
from regiewijzer.ui.pictures.words import MONTHS_A_YEAR, age, month_of, sentences


class Happening(StrEnum):
    EVENT = "event"
    DECISION = "decision"
    MEASUREMENT = "measurement"
    LOSS = "loss"


@dataclass(frozen=True, slots=True)
class HistoryEvent:
    """Something on a day. `when` says the day in words where the month is too much or too little."""

    on: date
    kind: Happening
    words: str
    when: str = ""
    emphasised: bool = False

    @property
    def moment(self) -> str:
        return self.when or month_of(self.on)


@dataclass(frozen=True, slots=True)
class History:
    """The course of `network`. `mark` is the number of months after `started` in which a network may invest first."""

    network: str
    today: date
    events: tuple[HistoryEvent, ...]
    started: date | None = None
    mark: int = 24

    @property
    def days(self) -> tuple[date, ...]:
        """Every day the history knows of, from early to late."""
        known = [event.on for event in self.events]
        return tuple(sorted([*known, self.started] if self.started else known))

    @property
    def first(self) -> date:
        return self.days[0]

    @property
    def last(self) -> date:
        return max(self.days[-1], self.today)

    @property
    def marked(self) -> date | None:
        """The day of the mark, when it lies within the history."""
        if not self.started:
            return None
        years, month = divmod(self.started.month - 1 + self.mark, MONTHS_A_YEAR)
        last_day_everywhere = 28
        day = date(self.started.year + years, month + 1, min(self.started.day, last_day_everywhere))
        return day if day <= self.last else None


def kind_words(kind: Happening) -> str:
    return {
        Happening.EVENT: gettext("event"),
        Happening.DECISION: gettext("decision"),
        Happening.MEASUREMENT: gettext("measurement"),
        Happening.LOSS: gettext("loss"),
    }[kind]


_MOST_SAID = 8


def description(history: History) -> str:
    span = gettext("From %(first)s to %(last)s.") % {"first": month_of(history.first), "last": month_of(history.last)}
    said = [f"{event.moment}: {event.words}" for event in history.events[-_MOST_SAID:]]
    return sentences((span, *said))


def data_table(history: History) -> Table:
    head = (gettext("When"), gettext("What"), gettext("Kind"))
    rows = tuple((event.moment, event.words, _kind(event, history)) for event in history.events)
    return Table(gettext("Course of %(network)s") % {"network": history.network}, head, rows)


def _kind(event: HistoryEvent, history: History) -> str:
    planned = gettext("still to come") if event.on > history.today else ""
    return ", ".join(filter(None, (kind_words(event.kind), planned)))


PAST = Paint(stroke=Stroke.INK, width=3)
COMING = Paint(stroke=Stroke.LINE, width=2, dash="3 6")
MARK = Paint(stroke=Stroke.INK, width=2.5)
_RADIUS = 8.0
_SHAPES = {
    Happening.EVENT: Shape.CIRCLE,
    Happening.DECISION: Shape.SQUARE,
    Happening.MEASUREMENT: Shape.DIAMOND,
    Happening.LOSS: Shape.TRIANGLE,
}
_PAINTS = {
    Happening.EVENT: SOLID,
    Happening.DECISION: Paint(Fill.ACCENT, Stroke.INK),
    Happening.MEASUREMENT: Paint(Fill.POWER_1, Stroke.INK),
    Happening.LOSS: Paint(Fill.SHORT, Stroke.INK),
}


def event_mark(event: HistoryEvent, history: History, x: float, y: float) -> Fragment:
    return shape(_SHAPES[event.kind], x, y, _RADIUS, HOLLOW if event.on > history.today else _PAINTS[event.kind])


def key_items(history: History) -> list[KeyItem]:
    """The kinds that occur, and that hollow is still to come."""
    kinds = {event.kind for event in history.events if event.on <= history.today}
    items = [_kind_item(kind) for kind in Happening if kind in kinds]
    if any(event.on > history.today for event in history.events):
        items.append(KeyItem(lambda x, y: shape(Shape.CIRCLE, x + 9, y, 7), 18, gettext("hollow: still to come")))
    return items


def _kind_item(kind: Happening) -> KeyItem:
    return KeyItem(lambda x, y: shape(_SHAPES[kind], x + 9, y, 7, _PAINTS[kind]), 18, kind_words(kind))


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


_SPINE = 12.0
_WORDS = 36.0


@dataclass(frozen=True, slots=True)
class _Stop:
    """One item of the list: an event, or without one the mark of the network's age."""

    on: date
    words: str
    event: HistoryEvent | None = None


def draw_list(history: History) -> Drawn:
    pieces: list[Fragment] = []
    y = last = today = 12.0
    for stop in sorted(_stops(history), key=lambda stop: stop.on):
        piece, foot = _drawn(stop, history, y)
        pieces.append(piece)
        last, y = y, foot + 30
        today = last if stop.on <= history.today else today
    spine = (line(_SPINE, 12, _SPINE, today, PAST), line(_SPINE, today, _SPINE, last, COMING))
    key, end = flow(key_items(history), NARROW, y - 8)
    return Drawn(join(*spine, *pieces, key), end)


def _stops(history: History) -> Iterator[_Stop]:
    for event in history.events:
        yield _Stop(event.on, event.words, event)
    if history.marked:
        yield _Stop(history.marked, age(history.mark))


def _drawn(stop: _Stop, history: History, y: float) -> tuple[Fragment, float]:
    """Mark and words of a stop, and the foot of its last line."""
    event = stop.event
    lost = event is not None and event.kind is Happening.LOSS
    strong = event is None or lost or event.emphasised
    letter = NARROW.body.strong if strong else NARROW.body
    lines = wrap(stop.words, letter, NARROW.width - _WORDS, lines=4)
    mark = event_mark(event, history, _SPINE, y) if event else line(_SPINE - 10, y, _SPINE + 10, y, MARK)
    moment = text(_WORDS, y + 5, event.moment, NARROW.small, Tone.SOFT) if event else NOTHING
    foot = y + 5 + (NARROW.body.leading if event else 0)
    words = text_lines(_WORDS, foot, lines, letter, Tone.SHORT if lost else Tone.INK)
    return join(mark, moment, words), foot + (len(lines) - 1) * letter.leading


@drawn_once
def history_picture(history: History, *, picture_id: str) -> Picture | None:
    """The course of a network from early to late; None when nothing happened and nothing is planned."""
    if not history.events:
        return None
    history = replace(history, events=tuple(sorted(history.events, key=lambda event: event.on)))
    return drawn_twice(
        picture_id,
        title=gettext("Course of %(network)s") % {"network": history.network},
        description=description(history),
        wide=draw_line(history),
        narrow=draw_list(history),
        data_table=data_table(history),
    )
