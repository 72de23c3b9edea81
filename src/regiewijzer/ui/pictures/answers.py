"""How is a room's answer to one question drawn? A column for each step: a dot for each answer, two wide.

A large room gets bars instead, because dots would become dust. Drawn for a beamer: letters are large.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import (
    NOTHING,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Paint,
    Shape,
    Stroke,
    Tone,
    drawing,
    join,
    line,
    rect,
    shape,
    text,
    text_lines,
)
from regiewijzer.ui.pictures.text_metrics import Letter, Sheet, wrap

BEAMER = Sheet("answers", 660, Letter("t-beam", 24, 28), Letter("t-beam-s", 19, 22), Letter("t-beam", 24, 28))
_STEP, _RADIUS, _FOOT = 54.0, 23.5, 5.0  # from dot to dot, of a dot, and between dots and floor
_MOST_DOTS = 10  # in one column; above that, bars
_TALLEST = 250.0
_ABOVE, _BELOW = 40.0, 96.0  # room for the count on top, and for the words under it
_POWERS = (Fill.POWER_1, Fill.POWER_3, Fill.POWER_4)
_BASE = Paint(stroke=Stroke.INK, width=2.5)


@dataclass(frozen=True, slots=True)
class Column:
    """A step of a scale: its number (empty for none), its words (empty for none) and how often it was chosen."""

    number: str
    label: str
    count: int


def columns(picture_id: str, drawn: Sequence[Column], *, title: str, description: str) -> SafeString:
    """The columns from left to right. `picture_id` is unique on the page; `description` says the same in words."""
    width = BEAMER.width / len(drawn)
    tops = [_top(column, drawn, width) for column in drawn]
    floor = max(tops) + _ABOVE
    pieces = [
        _column(place, column, drawn, width, floor, top)
        for place, (column, top) in enumerate(zip(drawn, tops, strict=True))
    ]
    base = line(0, floor, BEAMER.width, floor, _BASE)
    return drawing(BEAMER, picture_id, title, description, Drawn(join(base, *pieces), floor + _BELOW))


def _in_dots(drawn: Sequence[Column]) -> bool:
    return max(column.count for column in drawn) <= _MOST_DOTS


def _scale(width: float) -> float:
    """How much smaller dots are drawn where many columns leave little room."""
    return min(1.0, width / (2 * _STEP + 6))


def _top(column: Column, drawn: Sequence[Column], width: float) -> float:
    """How high a column rises above the floor."""
    if _in_dots(drawn):
        return _FOOT + (column.count + 1) // 2 * _STEP * _scale(width)
    return _TALLEST * column.count / max(each.count for each in drawn)


def _column(place: int, column: Column, drawn: Sequence[Column], width: float, floor: float, top: float) -> Fragment:
    middle = width * (place + 0.5)
    paint = Paint(_fill(place, len(drawn)), Stroke.INK, width=2)
    if _in_dots(drawn):
        marks = _dots(middle, floor, column.count, paint, _scale(width))
    else:
        half = min(width * 0.36, _STEP)
        marks = rect(middle - half, floor - top, 2 * half, top, paint, radius=0)
    count = text(middle, floor - top - 14, str(column.count), BEAMER.body.strong, anchor=Anchor.MIDDLE)
    return join(marks, count if column.count else NOTHING, _words(middle, floor, column, width))


def _dots(middle: float, floor: float, count: int, paint: Paint, scale: float) -> Fragment:
    """Two dots beside each other, the odd one on top in the middle."""
    step, radius = _STEP * scale, _RADIUS * scale
    dots = []
    for nr in range(count):
        alone = nr == count - 1 and count % 2 == 1
        x = middle if alone else middle + (step / 2 if nr % 2 else -step / 2)
        dots.append(shape(Shape.CIRCLE, x, floor - _FOOT - radius - nr // 2 * step, radius, paint))
    return join(*dots)


def _fill(place: int, total: int) -> Fill:
    """Further from the middle of the scale is darker, on both sides."""
    away = abs(2 * place - (total - 1)) / max(1, total - 1)
    return _POWERS[min(2, round(2 * away))]


def _words(middle: float, floor: float, column: Column, width: float) -> Fragment:
    small = BEAMER.small
    number = text(middle, floor + 36, column.number, BEAMER.body.strong, anchor=Anchor.MIDDLE)
    top = floor + (64 if column.number else 36)
    label = text_lines(middle, top, wrap(column.label, small, width - 8), small, Tone.INK, Anchor.MIDDLE)
    return join(number if column.number else NOTHING, label)
