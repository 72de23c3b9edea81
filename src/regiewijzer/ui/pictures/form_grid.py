"""Does the form of governance still fit? Each form against each condition, with the mark of one network.

A band shows where a form holds; a line carries the measured value through all forms. Never a mean.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import (
    AXIS,
    BAND,
    GUIDE,
    NOTHING,
    TRACK,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Halo,
    Paint,
    Stroke,
    Tone,
    join,
    line,
    path,
    points,
    rect,
    text,
    text_lines,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.marks import TONES, Fit, fit_mark, fit_words, square_mark
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet, width_of, wrap
from regiewijzer.ui.pictures.words import enumeration, sentences


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition and what the network measured: `value` in words with its scale, `position` from 0 to 1.

    `position` is None when it was not measured.
    """

    name: str
    value: str
    position: float | None

    @property
    def said(self) -> str:
        return self.value if self.position is not None else fit_words(Fit.UNKNOWN)


@dataclass(frozen=True, slots=True)
class OwnMeasure:
    """A cell judged by a measure of its own (trust in the leader) instead of its condition's; None is not measured."""

    position: float | None


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a form holds on one condition: from `lo` to `hi` (0 to 1), how the network fits there, and in which words.

    `needed` is the limit in words, for the table.
    """

    lo: float
    hi: float
    fit: Fit
    words: str
    needed: str = ""
    own: OwnMeasure | None = None


@dataclass(frozen=True, slots=True)
class FormRow:
    """A form with one cell per condition. `verdict` and `verdict_words` sum up its shortfalls; there is never a mean.

    `note` is what else is to be said of the form ("heavier than needed").
    """

    name: str
    short: str
    cells: tuple[Cell, ...]
    verdict: Fit
    verdict_words: str
    current: bool = False
    advised: bool = False
    note: str = ""

    @property
    def part(self) -> str:
        """Which part the form plays for the network."""
        current = gettext("the form now") if self.current else ""
        advised = gettext("lightest form that fits") if self.advised else ""
        return ", ".join(filter(None, (current, advised, self.note)))


@dataclass(frozen=True, slots=True)
class FormGrid:
    """`forms` run from light to heavy."""

    conditions: tuple[Condition, ...]
    forms: tuple[FormRow, ...]


def description(grid: FormGrid) -> str:
    current = [form for form in grid.forms if form.current]
    advised = [form.name for form in grid.forms if form.advised]
    unmeasured = [condition.name for condition in grid.conditions if condition.position is None]
    said = [_current(form, grid) for form in current] or [
        gettext("Forms against conditions: %(forms)s.") % {"forms": enumeration([form.name for form in grid.forms])}
    ]
    if advised:
        said.append(gettext("Lightest form that fits: %(names)s.") % {"names": enumeration(advised)})
    if unmeasured:
        said.append(gettext("Not measured: %(names)s.") % {"names": enumeration(unmeasured)})
    return sentences(said)


def _current(form: FormRow, grid: FormGrid) -> str:
    short = [
        f"{condition.name}: {cell.words}"
        for condition, cell in zip(grid.conditions, form.cells, strict=True)
        if cell.fit is Fit.SHORT
    ]
    said = gettext("The form now is %(form)s: %(verdict)s.") % {"form": form.name, "verdict": form.verdict_words}
    return sentences((said, "; ".join(short)))


def data_table(grid: FormGrid) -> Table:
    rows = tuple(
        (condition.name, condition.said, *(_cell(form.cells[nr]) for form in grid.forms))
        for nr, condition in enumerate(grid.conditions)
    )
    verdicts = (gettext("Together"), "", *(_together(form) for form in grid.forms))
    head = (gettext("Condition"), gettext("Measured"), *(form.name for form in grid.forms))
    return Table(gettext("Forms of governance against conditions"), head, (*rows, verdicts))


def _cell(cell: Cell) -> str:
    return ": ".join(filter(None, (cell.needed, cell.words)))


def _together(form: FormRow) -> str:
    return ", ".join(filter(None, (form.verdict_words, form.part)))


_VALUE = Paint(stroke=Stroke.ACCENT, width=2.5)
_VALUE_ASIDE = Paint(stroke=Stroke.ACCENT, width=1.6, dash="2 5")
_POINTER = Paint(Fill.ACCENT)
_RULE_TO_TRACK = 30.0
_TRACK_TO_WORDS = 31.0
_UNDER_ROW = 34.0


@dataclass(frozen=True, slots=True)
class _Slot:
    """One cell on the sheet: its track from x over `width` at y, and the lines of words under it."""

    cell: Cell
    condition: Condition
    sheet: Sheet
    x: float
    width: float
    y: float

    @property
    def words(self) -> tuple[str, ...]:
        room = min(self.width + 14, self.sheet.width - self.x) - (20 if self.adrift else 0)
        return wrap(self.cell.words, self.sheet.small.strong, room, lines=3)

    @property
    def position(self) -> float | None:
        own = self.cell.own
        return own.position if own else self.condition.position

    @property
    def adrift(self) -> bool:
        """There is nothing to mark on the track: the mark stands beside the words."""
        return self.position is None

    @property
    def bottom(self) -> float:
        """Foot of the last line of words."""
        return self.y + _TRACK_TO_WORDS + (max(1, len(self.words)) - 1) * self.sheet.small.leading

    def at(self, position: float) -> float:
        return self.x + _within(position) * self.width

    def covers(self, x: float) -> bool:
        """The words stand in the way of a line down at x."""
        letter = self.sheet.small.strong
        return x < self.x + max((width_of(words, letter) for words in self.words), default=0) + 8


def _within(position: float) -> float:
    return min(1.0, max(0.0, position))


def wide(grid: FormGrid) -> Drawn:
    gap, left = 27.0, 206.0
    count = len(grid.conditions)
    width = min(240.0, (WIDE.width - left - 9 - gap * (count - 1)) / count)
    columns = [left + nr * (width + gap) for nr in range(count)]
    pieces, rule = _wide_heads(grid, columns, width)
    heads_end = rule - 20
    slots: list[list[_Slot]] = []
    for nr, form in enumerate(grid.forms):
        pieces.append(line(0, rule, WIDE.width, rule, GUIDE if nr else AXIS))
        label, label_end = _label(form, rule + 26)
        track = rule + _RULE_TO_TRACK
        row = [
            _Slot(cell, condition, WIDE, x, width, track)
            for cell, condition, x in zip(form.cells, grid.conditions, columns, strict=True)
        ]
        pieces.append(label)
        slots.append(row)
        rule = max(label_end, *(slot.bottom for slot in row)) + _UNDER_ROW
    for column in zip(*slots, strict=True):
        pieces.append(_value_line(column, heads_end))
    pieces += [_drawn(slot) for row in slots for slot in row]
    key, end = flow(_key_items(grid), WIDE, rule - 6)
    return Drawn(join(*pieces, key), end)


def _wide_heads(grid: FormGrid, columns: Sequence[float], width: float) -> tuple[list[Fragment], float]:
    """Name, value and pointer above each column, and the y of the first rule."""
    names = [wrap(condition.name, WIDE.body.strong, width + 19) for condition in grid.conditions]
    lines = max(map(len, names))
    foot = 16 + (lines - 1) * WIDE.body.leading
    pieces = []
    for condition, name, x in zip(grid.conditions, names, columns, strict=True):
        top = foot - (len(name) - 1) * WIDE.body.leading
        pieces.append(text_lines(x, top, name, WIDE.body.strong))
        pieces.append(_value_words(condition, WIDE, x, foot + 24, Anchor.START))
        if condition.position is not None:
            pieces.append(_pointer(x + _within(condition.position) * width, foot + 34))
    return pieces, foot + 62


def _label(form: FormRow, y: float) -> tuple[Fragment, float]:
    """Name of the form, its part and its verdict in the left column, and the foot of the last line."""
    room = 190.0
    name = wrap(form.name, WIDE.body.strong, room)
    part = wrap(form.part, WIDE.small, room)
    verdict = wrap(form.verdict_words, WIDE.small.strong, room - 20)
    part_foot = y + len(name) * WIDE.body.leading
    foot = part_foot + len(part) * WIDE.small.leading + 3
    drawn = join(
        text_lines(0, y, name, WIDE.body.strong),
        text_lines(0, part_foot, part, WIDE.small, Tone.INK if form.current else Tone.SOFT),
        fit_mark(form.verdict, 7, foot - 5, 6.5),
        text_lines(20, foot, verdict, WIDE.small.strong, TONES[form.verdict]),
    )
    return drawn, foot + (len(verdict) - 1) * WIDE.small.leading


def narrow(grid: FormGrid) -> Drawn:
    left, width = 132.0, 214.0
    pieces: list[Fragment] = []
    y = 0.0
    for form in grid.forms:
        piece, y = _narrow_verdict(form, y)
        pieces.append(piece)
    for nr, condition in enumerate(grid.conditions):
        pieces.append(line(0, y + 2, NARROW.width, y + 2, GUIDE if nr else AXIS))
        name = wrap(condition.name, NARROW.body.strong, 230)
        foot = y + 26 + (len(name) - 1) * NARROW.body.leading
        pieces.append(text_lines(0, y + 26, name, NARROW.body.strong))
        pieces.append(_value_words(condition, NARROW, NARROW.width, y + 26, Anchor.END))
        if condition.position is not None:
            pieces.append(_pointer(left + _within(condition.position) * width, foot + 10))
        column: list[_Slot] = []
        y = foot + 44
        for form in grid.forms:
            column.append(_Slot(form.cells[nr], condition, NARROW, left, width, y))
            short = wrap(form.short, NARROW.small, left - 10)
            pieces.append(text_lines(0, y + 5, short, NARROW.small))
            y = max(column[-1].bottom, y + 5 + (len(short) - 1) * NARROW.small.leading) + 28
        pieces.append(_value_line(column, foot + 16))
        pieces += [_drawn(slot) for slot in column]
    key, end = flow(_key_items(grid), NARROW, y + 2)
    return Drawn(join(*pieces, key), end)


def _narrow_verdict(form: FormRow, y: float) -> tuple[Fragment, float]:
    """Name, verdict and part of a form below each other, and where the next one starts."""
    name = wrap(form.name, NARROW.body.strong, NARROW.width)
    verdict = wrap(form.verdict_words, NARROW.small.strong, NARROW.width - 20)
    part = wrap(form.part, NARROW.small, NARROW.width - 20)
    verdict_foot = y + 16 + len(name) * NARROW.body.leading
    part_foot = verdict_foot + len(verdict) * NARROW.small.leading
    drawn = join(
        text_lines(0, y + 16, name, NARROW.body.strong),
        fit_mark(form.verdict, 7, verdict_foot - 5, 6.5),
        text_lines(20, verdict_foot, verdict, NARROW.small.strong, TONES[form.verdict]),
        text_lines(20, part_foot, part, NARROW.small, Tone.SOFT),
    )
    return drawn, part_foot + len(part) * NARROW.small.leading - 4


def _value_words(condition: Condition, sheet: Sheet, x: float, y: float, anchor: Anchor) -> Fragment:
    measured = condition.position is not None
    letter = sheet.large.strong if measured else sheet.small
    return text(x, y, condition.said, letter, Tone.ACCENT if measured else Tone.SOFT, anchor)


def _pointer(x: float, y: float) -> Fragment:
    return path(points((x - 7, y), (x + 7, y), (x, y + 10), closed=True), _POINTER)


def _value_line(column: Sequence[_Slot], start: float) -> Fragment:
    """The measured value carried through the forms, broken at words; dotted past a cell with its own measure."""
    measured = column[0].condition.position
    if measured is None:
        return NOTHING
    pieces = []
    x = column[0].at(measured)
    for slot in column:
        aside = slot.cell.own is not None
        end = slot.y + (14 if aside else 0)
        pieces.append(line(x, start, x, end, _VALUE_ASIDE if aside else _VALUE))
        start = slot.bottom + 10 if slot.covers(x) else end
    return join(*pieces)


def _drawn(slot: _Slot) -> Fragment:
    cell = slot.cell
    lo, hi = slot.at(cell.lo), slot.at(cell.hi)
    band = rect(lo, slot.y - 9, hi - lo, 18, BAND) if hi > lo else NOTHING
    tone, foot = TONES[cell.fit], slot.y + _TRACK_TO_WORDS
    words_x = slot.x + (20 if slot.adrift else 0)
    return join(
        line(slot.x, slot.y, slot.x + slot.width, slot.y, TRACK),
        band,
        _mark(slot, slot.x + 7 if slot.position is None else slot.at(slot.position), foot - 5),
        text_lines(words_x, foot, slot.words, slot.sheet.small.strong, tone, halo=Halo.PAPER),
    )


def _mark(slot: _Slot, x: float, foot: float) -> Fragment:
    y = foot if slot.adrift else slot.y
    if slot.cell.own:
        return square_mark(slot.cell.fit, x, y, 6 if slot.adrift else 8)
    return fit_mark(slot.cell.fit, x, y)


def _key_items(grid: FormGrid) -> list[KeyItem]:
    cells = [cell for form in grid.forms for cell in form.cells]
    fits = {cell.fit for cell in cells if not cell.own}
    items = [
        KeyItem(lambda x, y: _pointer(x + 7, y - 5), 14, gettext("this network")),
        KeyItem(lambda x, y: rect(x + 1, y - 8, 34, 16, BAND), 36, gettext("here the form holds")),
    ]
    items += [_fit_item(fit) for fit in Fit if fit in fits]
    if any(cell.own for cell in cells):
        items.append(
            KeyItem(lambda x, y: square_mark(Fit.OK, x + 7, y, 7), 14, gettext("trust in the leader, asked separately"))
        )
    return items


def _fit_item(fit: Fit) -> KeyItem:
    return KeyItem(lambda x, y: fit_mark(fit, x + 8, y, 7), 16, fit_words(fit))


@drawn_once
def form_grid_picture(grid: FormGrid, *, picture_id: str) -> Picture | None:
    """The grid; None without forms or conditions. ValueError when a form does not have one cell per condition."""
    if not grid.forms or not grid.conditions:
        return None
    if any(len(form.cells) != len(grid.conditions) for form in grid.forms):
        raise ValueError("every form needs one cell per condition")
    return drawn_twice(
        picture_id,
        title=gettext("Forms of governance against what they need"),
        description=description(grid),
        wide=wide(grid),
        narrow=narrow(grid),
        data_table=data_table(grid),
    )
