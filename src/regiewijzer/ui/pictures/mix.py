"""How do the instruments for one challenge act on each other? A matrix: whoever acts in a row, on whom in a column.

A plus reinforces, a cross works against, an arrow needs, an equals sign replaces; each is also a word in the table.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from django.utils.translation import gettext, ngettext

from regiewijzer.library import catalogue
from regiewijzer.ui.pictures.canvas import (
    GUIDE,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Paint,
    Shape,
    Stroke,
    Tone,
    arrow,
    join,
    line,
    rect,
    shape,
    text,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.row_label import row_label
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet
from regiewijzer.ui.pictures.words import sentences


class Acting(StrEnum):
    """What one instrument does to another."""

    REINFORCES = "reinforces"
    WEAKENS = "weakens"
    NEEDS = "needs"
    REPLACES = "replaces"

    @property
    def words(self) -> str:
        return str(catalogue.word(self, "instrument_relations").label)


@dataclass(frozen=True, slots=True)
class Action:
    """Instrument number `acting` does something to number `on`; both count from 0. `why` is told in the table."""

    acting: int
    on: int
    kind: Acting
    why: str = ""


@dataclass(frozen=True, slots=True)
class Mix:
    """`names` from little to much power; `hrefs` make a name a link, one for each or none at all."""

    names: tuple[str, ...]
    actions: tuple[Action, ...]
    hrefs: tuple[str, ...] = ()

    def href(self, number: int) -> str:
        return self.hrefs[number] if self.hrefs else ""

    @property
    def kinds(self) -> tuple[Acting, ...]:
        """What occurs, in the order of `Acting`."""
        found = {action.kind for action in self.actions}
        return tuple(kind for kind in Acting if kind in found)


MOST_SAID = 6


def description(mix: Mix) -> str:
    count = len(mix.actions)
    return sentences(
        (
            ngettext("%(count)d instrument.", "%(count)d instruments.", len(mix.names)) % {"count": len(mix.names)},
            *(
                gettext("%(one)s %(does)s %(other)s.")
                % {"one": mix.names[action.acting], "does": action.kind.words, "other": mix.names[action.on]}
                for action in mix.actions[:MOST_SAID]
            ),
            ngettext("And %(count)d more.", "And %(count)d more.", count - MOST_SAID) % {"count": count - MOST_SAID}
            if count > MOST_SAID
            else "",
        )
    )


def data_table(mix: Mix) -> Table:
    rows = tuple(
        (mix.names[action.acting], action.kind.words, mix.names[action.on], action.why) for action in mix.actions
    )
    head = (gettext("Instrument"), gettext("does what"), gettext("Other instrument"), gettext("Why"))
    return Table(gettext("How your instruments act on each other"), head, rows)


_NAME_ROOM = 330.0
_FIRST = 372.0
_WIDEST_CELL, _NARROWEST_CELL = 58.0, 30.0
_ROW = 34.0
_SELF = Paint(Fill.DEEP)
_GOOD, _BAD = Paint(stroke=Stroke.OK, width=2.6), Paint(stroke=Stroke.SHORT, width=2.6)
_PLAIN = Paint(stroke=Stroke.INK, width=2)
_ARM = 6.5
_BESIDE = 18.0  # between two marks in one cell


def wide(mix: Mix) -> Drawn:
    """A row and a column for each. A mix too large for that gets the lines of the narrow drawing."""
    count = len(mix.names)
    cell = min(_WIDEST_CELL, (WIDE.width - _FIRST) / count)
    if cell < _NARROWEST_CELL:
        return _lines(mix, WIDE)
    names, marks, y = [], [_heads(count, cell)], 34.0
    for number, name in enumerate(mix.names):
        label = row_label(WIDE, name, "", room=_NAME_ROOM, href=mix.href(number))
        height = max(_ROW, label.height + 10)
        names.append(label.drawn_name(y + (height - label.height) / 2))
        marks.append(_row(mix, number, cell, y, height))
        y += height
    key, end = flow(_key(mix), WIDE, y + 16)
    return Drawn(join(unspoken(*marks, key), *names), end)


def narrow(mix: Mix) -> Drawn:
    return _lines(mix, NARROW)


def _heads(count: int, cell: float) -> Fragment:
    small = WIDE.small.strong
    return join(
        *(text(_FIRST + (nr + 0.5) * cell, 22, f"{nr + 1}", small, Tone.SOFT, Anchor.MIDDLE) for nr in range(count))
    )


def _row(mix: Mix, number: int, cell: float, top: float, height: float) -> Fragment:
    y = top + height / 2
    return join(
        line(0, top + height, _FIRST + len(mix.names) * cell, top + height, GUIDE),
        text(_FIRST - 14, y + 5, f"{number + 1}", WIDE.small.strong, Tone.SOFT, Anchor.END),
        rect(_FIRST + number * cell + 2, top + 3, cell - 4, height - 6, _SELF),
        *(_cell(mix, number, on, _FIRST + (on + 0.5) * cell, y) for on in range(len(mix.names))),
    )


def _cell(mix: Mix, acting: int, on: int, x: float, y: float) -> Fragment:
    """The marks of one cell beside each other: an instrument may both need and reinforce another."""
    found = [action.kind for action in mix.actions if (action.acting, action.on) == (acting, on)]
    start = x - (len(found) - 1) * _BESIDE / 2
    return join(*(_MARKS[kind](start + nr * _BESIDE, y) for nr, kind in enumerate(found)))


def _lines(mix: Mix, sheet: Sheet) -> Drawn:
    """Who, what it does, to whom: three lines below each other for every action."""
    names, marks, y = [], [], 8.0
    for action in mix.actions:
        acting = row_label(sheet, mix.names[action.acting], "", room=sheet.width, href=mix.href(action.acting))
        names.append(acting.drawn_name(y))
        y += acting.height + 6
        marks.append(_MARKS[action.kind](12, y + 9))
        marks.append(text(28, y + 14, action.kind.words, sheet.small.strong, _tone(action)))
        y += 24
        on = row_label(sheet, mix.names[action.on], "", room=sheet.width, href=mix.href(action.on))
        names.append(on.drawn_name(y))
        y += on.height + 12
        marks.append(line(0, y, sheet.width, y, GUIDE))
        y += 12
    return Drawn(join(unspoken(*marks), *names), y)


def _tone(action: Action) -> Tone:
    return {Acting.REINFORCES: Tone.OK, Acting.WEAKENS: Tone.SHORT}.get(action.kind, Tone.INK)


def _key(mix: Mix) -> list[KeyItem]:
    return [KeyItem(_keyed(_MARKS[kind]), 20, kind.words) for kind in mix.kinds]


def _keyed(mark: Callable[[float, float], Fragment]) -> Callable[[float, float], Fragment]:
    return lambda x, y: mark(x + 9, y)


def _plus(x: float, y: float) -> Fragment:
    return join(line(x - _ARM, y, x + _ARM, y, _GOOD), line(x, y - _ARM, x, y + _ARM, _GOOD))


def _cross(x: float, y: float) -> Fragment:
    a = _ARM * 0.8
    return join(line(x - a, y - a, x + a, y + a, _BAD), line(x - a, y + a, x + a, y - a, _BAD))


def _needs(x: float, y: float) -> Fragment:
    return join(shape(Shape.CIRCLE, x - _ARM, y, 2.4, Paint(Fill.INK)), arrow(x - _ARM, y, x + _ARM + 1, _PLAIN, 4))


def _replaces(x: float, y: float) -> Fragment:
    return join(line(x - _ARM, y - 3, x + _ARM, y - 3, _PLAIN), line(x - _ARM, y + 3, x + _ARM, y + 3, _PLAIN))


_MARKS: dict[Acting, Callable[[float, float], Fragment]] = {
    Acting.REINFORCES: _plus,
    Acting.WEAKENS: _cross,
    Acting.NEEDS: _needs,
    Acting.REPLACES: _replaces,
}


@drawn_once
def mix_picture(mix: Mix, *, picture_id: str) -> Picture | None:
    """None when no instrument acts on another. ValueError when an action names an instrument that is not there."""
    if not mix.actions:
        return None
    outside = [action for action in mix.actions if not {action.acting, action.on} <= set(range(len(mix.names)))]
    if outside:
        raise ValueError(f"{outside[0]} names an instrument that is not in the mix of {len(mix.names)}")
    return drawn_twice(
        picture_id,
        title=gettext("How your instruments act on each other"),
        description=description(mix),
        wide=wide(mix),
        narrow=narrow(mix),
        data_table=data_table(mix),
        links=any(mix.hrefs),
    )
