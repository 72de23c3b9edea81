"""How is the history drawn on a narrow sheet? A list from top to bottom along a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from regiewijzer.ui.pictures.canvas import NOTHING, Drawn, Fragment, Tone, join, line, text, text_lines
from regiewijzer.ui.pictures.history.rows import Happening, History, HistoryEvent
from regiewijzer.ui.pictures.history.stops import COMING, MARK, PAST, event_mark, key_items
from regiewijzer.ui.pictures.key import flow
from regiewijzer.ui.pictures.letters import NARROW, wrap
from regiewijzer.ui.pictures.words import age

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
