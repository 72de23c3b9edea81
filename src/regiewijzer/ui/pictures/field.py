"""Where does the authority stand per policy field? A square of own script and power, a numbered mark for each field.

After the four types of Pröpper 2004: no corner is better than another. A hollow mark is where it stood before.
"""

from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    AXIS,
    GUIDE,
    HOLLOW,
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
    unspoken,
)
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet, wrap
from regiewijzer.ui.pictures.words import sentences


@dataclass(frozen=True, slots=True)
class Corner:
    """The name of the type in a corner. `script` and `power`: whether there is much of it."""

    name: str
    script: bool
    power: bool


@dataclass(frozen=True, slots=True)
class FieldMark:
    """A policy field with its own script and power, both from 0 to 1; `before` is where it stood earlier.

    `words` are the two values as people see them and `kind` the name of the type.
    """

    name: str
    script: float
    power: float
    words: str
    kind: str
    before: tuple[float, float] | None = None


@dataclass(frozen=True, slots=True)
class Field:
    """`corners` are the four types."""

    corners: tuple[Corner, ...]
    marks: tuple[FieldMark, ...]


def description(field: Field) -> str:
    count = len(field.marks)
    return sentences(
        (
            ngettext("%(count)d policy field.", "%(count)d policy fields.", count) % {"count": count},
            *(f"{number}. {mark.name}: {mark.kind} ({mark.words})" for number, mark in enumerate(field.marks, 1)),
        )
    )


def data_table(field: Field) -> Table:
    head = (gettext("Policy field"), gettext("Type"), gettext("Own script and power"))
    rows = tuple((mark.name, mark.kind, mark.words) for mark in field.marks)
    return Table(gettext("Own script and power per policy field"), head, rows)


_RADIUS = 11.0
_INSET = 10.0
_BED = Paint(Fill.STONE)
_NOW = Paint(Fill.ACCENT, Stroke.INK, width=1.3)
_WAY = Paint(stroke=Stroke.LINE, width=1.5, dash="2 3")
_WIDE_SIDE, _NARROW_SIDE = 400.0, 350.0
_LIST = 444.0  # where the names begin beside the square


def wide(field: Field) -> Drawn:
    square, foot = _square(field, WIDE, 0, 26, _WIDE_SIDE)
    names, end = _names(field, WIDE, _LIST, 12)
    return Drawn(unspoken(square, names), max(foot, end))


def narrow(field: Field) -> Drawn:
    square, foot = _square(field, NARROW, 0, 26, _NARROW_SIDE)
    names, end = _names(field, NARROW, 0, foot + 14)
    return Drawn(unspoken(square, names), end)


def _square(field: Field, sheet: Sheet, left: float, top: float, side: float) -> tuple[Fragment, float]:
    """The square with its corners, axes and marks, and where it ends."""
    small, bottom, right = sheet.small, top + side, left + side
    middle_x, middle_y = left + side / 2, top + side / 2
    pieces = [
        rect(left, top, side, side, _BED, radius=0),
        line(middle_x, top, middle_x, bottom, GUIDE),
        line(left, middle_y, right, middle_y, GUIDE),
        *(_corner(corner, sheet, left, top, side) for corner in field.corners),
        line(left, bottom, right, bottom, AXIS),
        line(left, top, left, bottom, AXIS),
        text(left, bottom + 19, gettext("script of others"), small, Tone.SOFT),
        text(right, bottom + 19, gettext("own script"), small, Tone.SOFT, Anchor.END),
        text(left, top - 9, gettext("much power"), small, Tone.SOFT),
        text(left + side / 2, bottom + 19, gettext("little power"), small, Tone.SOFT, Anchor.MIDDLE),
    ]
    pieces += [_mark(number, mark, sheet, left, top, side) for number, mark in enumerate(field.marks, 1)]
    return join(*pieces), bottom + 26


def _corner(corner: Corner, sheet: Sheet, left: float, top: float, side: float) -> Fragment:
    """The name of a type in the outer corner of its quarter."""
    letter = sheet.small.strong
    lines = wrap(corner.name, letter, side / 2 - 2 * _INSET, lines=2)
    x = left + side - _INSET if corner.script else left + _INSET
    y = top + 22 if corner.power else top + side - 12 - (len(lines) - 1) * letter.leading
    anchor = Anchor.END if corner.script else Anchor.START
    return text_lines(x, y, lines, letter, Tone.SOFT, anchor, Halo.STONE)


def _mark(number: int, mark: FieldMark, sheet: Sheet, left: float, top: float, side: float) -> Fragment:
    room = side - 2 * _RADIUS

    def at(script: float, power: float) -> tuple[float, float]:
        return left + _RADIUS + script * room, top + _RADIUS + (1 - power) * room

    x, y = at(mark.script, mark.power)
    pieces = []
    if mark.before is not None:
        old = at(*mark.before)
        pieces = [line(*old, x, y, _WAY), shape(Shape.CIRCLE, *old, _RADIUS * 0.55, HOLLOW)]
    pieces.append(shape(Shape.CIRCLE, x, y, _RADIUS, _NOW))
    pieces.append(text(x, y + 5, f"{number}", sheet.small.strong, Tone.PAPER, Anchor.MIDDLE))
    return join(*pieces)


def _names(field: Field, sheet: Sheet, left: float, top: float) -> tuple[Fragment, float]:
    """What each number means, with its type and values."""
    pieces, y, room = [], top, sheet.width - left - 34
    for number, mark in enumerate(field.marks, 1):
        name = wrap(mark.name, sheet.body.strong, room, lines=2)
        said = wrap(f"{mark.kind}, {mark.words}", sheet.small, room, lines=2)
        pieces.append(shape(Shape.CIRCLE, left + _RADIUS, y + 10, _RADIUS, _NOW))
        pieces.append(text(left + _RADIUS, y + 15, f"{number}", sheet.small.strong, Tone.PAPER, Anchor.MIDDLE))
        pieces.append(text_lines(left + 34, y + 15, name, sheet.body.strong))
        y += len(name) * sheet.body.leading
        pieces.append(text_lines(left + 34, y + 15, said, sheet.small, Tone.SOFT))
        y += len(said) * sheet.small.leading + 14
    return join(*pieces), y + 6


@drawn_once
def field_picture(field: Field, *, picture_id: str) -> Picture | None:
    """The marks in the order given; None without marks."""
    if not field.marks:
        return None
    return drawn_twice(
        picture_id,
        title=gettext("Own script and power per policy field"),
        description=description(field),
        wide=wide(field),
        narrow=narrow(field),
        data_table=data_table(field),
    )
