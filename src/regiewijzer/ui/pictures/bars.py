"""How much is each of these? A bar per row; what nobody knows is a dashed square beside it, never a piece of a bar.

Two fills: ink, and the accent for the rows that are marked. The number stands behind its bar, so that nothing has to be
read off a scale.
"""

from collections.abc import Callable
from dataclasses import dataclass

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
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.row_label import row_label
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, wrap
from regiewijzer.ui.pictures.words import sentences


@dataclass(frozen=True, slots=True)
class Bar:
    """`value` is None when nothing is known, `unknown` of how many parts nothing is; `said` is the value in words.

    `aside` is a remark behind it, `href` makes the label a link, `marked` gives the bar the accent.
    """

    label: str
    value: int | None
    said: str
    unknown: int = 0
    aside: str = ""
    href: str = ""
    marked: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    """`head` are the words over label, value and remark; `marked`, `plain` and `unknown` those of the key."""

    title: str
    head: tuple[str, str, str]
    rows: tuple[Bar, ...]
    marked: str = ""
    plain: str = ""
    unknown: str = ""


MOST_SAID = 5
_LABEL, _BAR, _VALUE, _ASIDE = 300.0, 312.0, 690.0, 706.0  # wide: where each begins; the value ends
_LONGEST = 188.0  # with six squares behind it, it stays clear of the value
_THICK = 14.0
_LINES = 6  # of a label: the name of a decree is long
_SQUARE, _STEP, _MOST_SQUARES = 13.0, 17.0, 6
_DASHED = Paint(stroke=Stroke.INK, width=1.2, dash="3 2")
_INK, _MARKED = Paint(Fill.INK), Paint(Fill.ACCENT)


def description(bars: Bars) -> str:
    return sentences((*(f"{bar.label}: {bar.said}." for bar in bars.rows[:MOST_SAID]), _rest(bars)))


def _rest(bars: Bars) -> str:
    left = len(bars.rows) - MOST_SAID
    return ngettext("And %(count)d more.", "And %(count)d more.", left) % {"count": left} if left > 0 else ""


def data_table(bars: Bars) -> Table:
    rows = tuple((bar.label, bar.said, bar.aside or "–") for bar in bars.rows)
    return Table(bars.title, bars.head, rows, numeric=(1,), widths=(2.2, 0.8, 1.8))


def wide(bars: Bars) -> Drawn:
    """Label, bar, number and remark in one row."""
    names, marks, y = [], [_heads(bars)], 34.0
    for bar in bars.rows:
        label = row_label(WIDE, bar.label, "", room=_LABEL, href=bar.href, lines=_LINES)
        aside = wrap(bar.aside, WIDE.small, WIDE.width - _ASIDE, lines=3)
        height = max(label.height, len(aside) * WIDE.small.leading, 18) + 16
        middle = y + height / 2
        names.append(label.drawn_name(y + (height - label.height) / 2))
        marks += [
            _drawn(bar, bars, _BAR, middle, _LONGEST),
            text(_VALUE, middle + 5, bar.said, WIDE.body.strong, anchor=Anchor.END),
            text_lines(
                _ASIDE,
                middle + 5 - (len(aside) - 1) * WIDE.small.leading / 2,
                aside,
                WIDE.small,
                Tone.SOFT,
            ),
            line(0, y + height, WIDE.width, y + height, GUIDE),
        ]
        y += height
    key, end = flow(_key(bars), WIDE, y + 14)
    return Drawn(join(unspoken(*marks, key), *names), max(end, y + 4))


def narrow(bars: Bars) -> Drawn:
    """Label and number above, the bar below them, the remark under it."""
    names, marks, y = [], [], 6.0
    for bar in bars.rows:
        label = row_label(NARROW, bar.label, "", room=NARROW.width - 100, href=bar.href, lines=2 * _LINES)
        names.append(label.drawn_name(y))
        marks.append(text(NARROW.width, y + 15, bar.said, NARROW.body.strong, anchor=Anchor.END))
        y += label.height + 14
        marks.append(_drawn(bar, bars, 0, y, NARROW.width - _MOST_SQUARES * _STEP - 8))
        aside = wrap(bar.aside, NARROW.small, NARROW.width, lines=4)
        marks.append(text_lines(0, y + 24, aside, NARROW.small, Tone.SOFT))
        y += 14 + len(aside) * NARROW.small.leading + 6
        marks.append(line(0, y, NARROW.width, y, GUIDE))
        y += 10
    key, end = flow(_key(bars), NARROW, y)
    return Drawn(join(unspoken(*marks, key), *names), max(end, y))


def _heads(bars: Bars) -> Fragment:
    small, (first, second, third) = WIDE.small.strong, bars.head
    return join(
        text(0, 22, first, small, Tone.SOFT),
        text(_VALUE, 22, second, small, Tone.SOFT, Anchor.END),
        text(_ASIDE, 22, third, small, Tone.SOFT),
        line(0, 33, WIDE.width, 33),
    )


def _drawn(bar: Bar, bars: Bars, x: float, middle: float, room: float) -> Fragment:
    """The bar, and a dashed square for each part of which nobody knows how much."""
    most = max((each.value or 0 for each in bars.rows), default=0)
    length = room * (bar.value or 0) / most if most else 0.0
    paint = _MARKED if bar.marked else _INK
    drawn = rect(x, middle - _THICK / 2, max(length, 2), _THICK, paint, radius=0) if bar.value else NOTHING
    start = x + (length + 6 if bar.value else 0)
    squares = min(bar.unknown, _MOST_SQUARES)
    return join(drawn, *(_square(start + nr * _STEP, middle) for nr in range(squares)))


def _square(x: float, middle: float) -> Fragment:
    return rect(x + 0.6, middle - _SQUARE / 2, _SQUARE, _SQUARE, _DASHED, radius=1)


def _key(bars: Bars) -> list[KeyItem]:
    items = []
    if bars.marked and any(bar.marked for bar in bars.rows):
        items.append(KeyItem(_patch(_MARKED), _SQUARE, bars.marked))
    if bars.plain and any(not bar.marked for bar in bars.rows):
        items.append(KeyItem(_patch(_INK), _SQUARE, bars.plain))
    if bars.unknown and any(bar.unknown for bar in bars.rows):
        items.append(KeyItem(_square, _SQUARE + 1, bars.unknown))
    return items


def _patch(paint: Paint) -> Callable[[float, float], Fragment]:
    return lambda x, y: rect(x, y - _SQUARE / 2, _SQUARE, _SQUARE, paint, radius=0)


@drawn_once
def bars_picture(bars: Bars, *, picture_id: str) -> Picture | None:
    """None without rows."""
    if not bars.rows:
        return None
    return drawn_twice(
        picture_id,
        title=bars.title,
        description=description(bars) or gettext("Nothing is known."),
        wide=wide(bars),
        narrow=narrow(bars),
        data_table=data_table(bars),
        links=any(bar.href for bar in bars.rows),
    )
