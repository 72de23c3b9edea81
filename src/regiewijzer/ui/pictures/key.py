"""What does each mark mean? A line of marks and words that flows over as many rows as the sheet needs."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from regiewijzer.ui.pictures.canvas import GUIDE, NOTHING, Fragment, join, line, text_lines
from regiewijzer.ui.pictures.text_metrics import Sheet, width_of, wrap

_ROW = 25
_GAP = 28
_RISE = 5  # the foot of letters under the middle of a mark


@dataclass(frozen=True, slots=True)
class KeyItem:
    """`draw` puts the mark with its left edge at x and its middle at y; it takes `room` units."""

    draw: Callable[[float, float], Fragment]
    room: float
    words: str


def flow(items: Sequence[KeyItem], sheet: Sheet, top: float) -> tuple[Fragment, float]:
    """The key under a rule at `top`, and the y at which the picture ends."""
    if not items:
        return NOTHING, top
    pieces = [line(0, top, sheet.width, top, GUIDE)]
    y = top + _ROW
    for row in _rows(items, sheet):
        x, deepest = 0.0, 1
        for item in row:
            words = _words(item, sheet)
            pieces += [item.draw(x, y), text_lines(x + item.room + 8, y + _RISE, words, sheet.small)]
            x += _room(item, sheet) + _GAP
            deepest = max(deepest, len(words))
        y += _ROW + (deepest - 1) * sheet.small.leading
    return join(*pieces), y - _ROW + 10


def _rows(items: Sequence[KeyItem], sheet: Sheet) -> Iterator[list[KeyItem]]:
    row: list[KeyItem] = []
    taken = 0.0
    for item in items:
        room = _room(item, sheet)
        if row and taken + room > sheet.width:
            yield row
            row, taken = [], 0.0
        row.append(item)
        taken += room + _GAP
    yield row


def _words(item: KeyItem, sheet: Sheet) -> tuple[str, ...]:
    return wrap(item.words, sheet.small, sheet.width - item.room - 8, lines=3)


def _room(item: KeyItem, sheet: Sheet) -> float:
    return item.room + 8 + max(width_of(words, sheet.small) for words in _words(item, sheet))
