"""How is a room's answer to one question drawn? A column for each step: a dot for each answer, two wide.

A large room gets bars instead, because dots would become dust. Drawn for a beamer: letters are large.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import (
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
from regiewijzer.ui.pictures.letters import Letter, Sheet, wrap

BEAMER = Sheet("answers", 660, Letter("t-beam", 24, 28), Letter("t-beam-s", 19, 22), Letter("t-beam", 24, 28))
_FLOOR = 300.0  # where the columns stand
_ROW, _GAP, _RADIUS = 54.0, 54.0, 23.5
_MOST_DOTS = 10  # in one column; above that, bars
_TALLEST = 250.0
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
    most = max((column.count for column in drawn), default=0)
    pieces = [_column(place, len(drawn), column, width, most) for place, column in enumerate(drawn)]
    sheet = Drawn(join(line(0, _FLOOR, BEAMER.width, _FLOOR, _BASE), *pieces), _FLOOR + 96)
    return drawing(BEAMER, picture_id, title, description, sheet)


def _column(place: int, total: int, column: Column, width: float, most: int) -> Fragment:
    middle = width * (place + 0.5)
    paint = Paint(_fill(place, total), Stroke.INK, width=2)
    if most <= _MOST_DOTS:
        marks, top = _dots(middle, column.count, paint, width)
    else:
        marks, top = _bar(middle, column.count, most, paint, width)
    count = text(middle, top - 14, str(column.count), BEAMER.body.strong, anchor=Anchor.MIDDLE)
    return join(marks, count if column.count else join(), _words(middle, column, width))


def _dots(middle: float, count: int, paint: Paint, width: float) -> tuple[Fragment, float]:
    """Two dots beside each other, the odd one on top in the middle; and where they end."""
    scale = min(1.0, width / (2 * _GAP + 6))
    step, radius = _GAP * scale, _RADIUS * scale
    dots = []
    for nr in range(count):
        alone = nr == count - 1 and count % 2 == 1
        x = middle if alone else middle + (step / 2 if nr % 2 else -step / 2)
        dots.append(shape(Shape.CIRCLE, x, _FLOOR - 5 - radius - (nr // 2) * _ROW * scale, radius, paint))
    rows = (count + 1) // 2
    return join(*dots), _FLOOR - 5 - rows * _ROW * scale


def _bar(middle: float, count: int, most: int, paint: Paint, width: float) -> tuple[Fragment, float]:
    height, half = _TALLEST * count / most, min(width * 0.36, 54)
    return rect(middle - half, _FLOOR - height, 2 * half, height, paint, radius=0), _FLOOR - height


def _fill(place: int, total: int) -> Fill:
    """Further from the middle of the scale is darker, on both sides."""
    away = abs(2 * place - (total - 1)) / max(1, total - 1)
    return _POWERS[min(2, round(2 * away))]


def _words(middle: float, column: Column, width: float) -> Fragment:
    small = BEAMER.small
    number = text(middle, _FLOOR + 36, column.number, BEAMER.body.strong, anchor=Anchor.MIDDLE)
    top = _FLOOR + (64 if column.number else 36)
    label = text_lines(middle, top, wrap(column.label, small, width - 8), small, Tone.INK, Anchor.MIDDLE)
    return join(number if column.number else join(), label)
