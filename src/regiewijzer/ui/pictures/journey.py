"""Which way does a user go? Steps beside each other, how each feels, and whom somebody meets there.

A row for each organisation shows where it comes in: a full dot when it sits at the table of the network, a dashed one
when it does not. A long journey goes on below itself. On a phone the same is a list of steps.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import (
    AXIS,
    GUIDE,
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
    path,
    points,
    shape,
    text,
    text_lines,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.marks import Fit, fit_mark
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, shorten, wrap
from regiewijzer.ui.pictures.words import sentences

LOWEST, HIGHEST = -2, 2
_FITS = {-2: Fit.SHORT, -1: Fit.TIGHT, 0: Fit.UNKNOWN}


@dataclass(frozen=True, slots=True)
class Stop:
    """One step: its stage in words, how it feels from 2 down to -2, and the names of whom somebody meets."""

    name: str
    stage: str
    feeling: int
    met: tuple[str, ...] = ()
    cells: tuple[str, ...] = ()

    @property
    def fit(self) -> Fit:
        return _FITS.get(self.feeling, Fit.OK)


@dataclass(frozen=True, slots=True)
class Way:
    """A journey. `feelings` are the words from 2 down to -2; `absent` those who do not sit at the table."""

    title: str
    stops: tuple[Stop, ...]
    feelings: tuple[str, ...]
    absent: frozenset[str]
    head: tuple[str, ...]

    @property
    def lanes(self) -> tuple[str, ...]:
        """Everybody somebody meets, in the order of the journey."""
        return tuple(dict.fromkeys(name for stop in self.stops for name in stop.met))

    def word(self, feeling: int) -> str:
        return self.feelings[HIGHEST - feeling]


def description(way: Way) -> str:
    told = (
        gettext("%(number)s. %(name)s: %(feeling)s.")
        % {"number": number, "name": stop.name, "feeling": way.word(stop.feeling)}
        for number, stop in enumerate(way.stops, start=1)
    )
    absent = gettext("Not at the table: %(names)s.") % {"names": ", ".join(sorted(way.absent))} if way.absent else ""
    return sentences((*told, absent))


def data_table(way: Way) -> Table:
    rows = tuple((f"{number}. {stop.name}", *stop.cells) for number, stop in enumerate(way.stops, start=1))
    return Table(way.title, way.head, rows)


_PER_ROW = 10  # steps beside each other, so that each name keeps three short lines
_LEFT, _FEELING, _LANE, _DOT = 160.0, 26.0, 28.0, 7.5
_NAME_LINES = 4
_OUTSIDE = Paint(Fill.PAPER, Stroke.SHORT, width=2.4, dash="3 3")
_TREND = Paint(stroke=Stroke.INK, width=2)


def wide(way: Way) -> Drawn:
    pieces: list[Fragment] = []
    y = 12.0
    for start in range(0, len(way.stops), _PER_ROW):
        block, y = _block(way, start, y)
        pieces.append(block)
        y += 24
    key, end = flow(_key(way), WIDE, y - 12)
    return Drawn(unspoken(*pieces, key), end)


def _block(way: Way, start: int, top: float) -> tuple[Fragment, float]:
    """So many steps beside each other, and where they end."""
    stops = way.stops[start : start + _PER_ROW]
    width = (WIDE.width - _LEFT) / max(len(stops), 5)
    across = [_LEFT + width * (place + 0.5) for place in range(len(stops))]
    pieces = [*_stages(stops, across, width, top)]
    for number, (stop, x) in enumerate(zip(stops, across, strict=True), start=start + 1):
        said = wrap(stop.name, WIDE.small, width - 8, lines=_NAME_LINES)
        pieces.append(text(x, top + 28, str(number), WIDE.body.strong, Tone.ACCENT, Anchor.MIDDLE))
        pieces.append(text_lines(x, top + 46, said, WIDE.small, Tone.INK, Anchor.MIDDLE))
    feelings = top + 46 + _NAME_LINES * WIDE.small.leading + 6
    pieces += _felt(way, stops, across, feelings)
    lanes = feelings + _FEELING * (HIGHEST - LOWEST) + 30
    pieces.append(line(0, lanes - 16, WIDE.width, lanes - 16, AXIS))
    pieces += _lanes(way, stops, across, lanes)
    return join(*pieces), lanes + _LANE * len(way.lanes)


def _stages(stops: Sequence[Stop], across: Sequence[float], width: float, top: float) -> Iterator[Fragment]:
    """The name of a stage above its first step, and a line along all of them."""
    first = 0
    for place, stop in enumerate(stops):
        last = place + 1 == len(stops) or stops[place + 1].stage != stop.stage
        if last:
            left, right = across[first] - width / 2 + 4, across[place] + width / 2 - 4
            yield text(left, top, stop.stage, WIDE.small.strong)
            yield line(left, top + 8, right, top + 8, AXIS)
            first = place + 1


def _felt(way: Way, stops: Sequence[Stop], across: Sequence[float], top: float) -> Iterator[Fragment]:
    heights = {feeling: top + _FEELING * (HIGHEST - feeling) for feeling in range(LOWEST, HIGHEST + 1)}
    for feeling, y in heights.items():
        yield text(0, y + 5, way.word(feeling), WIDE.small, Tone.SOFT)
        yield line(_LEFT, y, WIDE.width, y, GUIDE)
    spots = [(x, heights[stop.feeling]) for stop, x in zip(stops, across, strict=True)]
    for one, other in pairwise(spots):
        yield path(points(one, other), _TREND)
    for stop, (x, y) in zip(stops, spots, strict=True):
        yield fit_mark(stop.fit, x, y)


def _lanes(way: Way, stops: Sequence[Stop], across: Sequence[float], top: float) -> Iterator[Fragment]:
    heights = {name: top + _LANE * place for place, name in enumerate(way.lanes)}
    for name, y in heights.items():
        tone = Tone.SHORT if name in way.absent else Tone.INK
        yield text(0, y + 5, shorten(name, WIDE.small, _LEFT - 12), WIDE.small, tone)
        yield line(_LEFT, y, WIDE.width, y, GUIDE)
    for stop, x in zip(stops, across, strict=True):
        if met := sorted(heights[name] for name in stop.met):
            yield line(x, met[0], x, met[-1], _TREND)
        for name in stop.met:
            yield mark(x, heights[name], outside=name in way.absent)


def mark(x: float, y: float, *, outside: bool) -> Fragment:
    """The dot of an organisation."""
    return shape(Shape.CIRCLE, x, y, _DOT, _OUTSIDE if outside else SOLID)


def narrow(way: Way) -> Drawn:
    """Step after step: its number and name, how it feels, and whom somebody meets."""
    pieces: list[Fragment] = []
    y, stage = 8.0, ""
    room = NARROW.width - 30
    for number, stop in enumerate(way.stops, start=1):
        if stop.stage != stage:
            stage = stop.stage
            pieces.append(text(0, y + 12, stage, NARROW.small.strong, Tone.SOFT))
            y += 28
        said = wrap(f"{number}. {stop.name}", NARROW.body.strong, room, lines=3)
        pieces.append(fit_mark(stop.fit, 10, y + 8))
        pieces.append(text_lines(30, y + 14, said, NARROW.body.strong))
        y += 14 + len(said) * NARROW.body.leading
        met = (_named(name, outside=name in way.absent) for name in stop.met)
        more = wrap(", ".join((way.word(stop.feeling), *met)), NARROW.small, room, lines=4)
        pieces.append(text_lines(30, y, more, NARROW.small, Tone.SOFT))
        y += len(more) * NARROW.small.leading + 8
    key, end = flow(_felt_key(way), NARROW, y)
    return Drawn(unspoken(*pieces, key), end)


def _named(name: str, *, outside: bool) -> str:
    return gettext("%(name)s (not at the table)") % {"name": name} if outside else name


def _felt_key(way: Way) -> list[KeyItem]:
    """The marks that occur, with the words of every feeling that has them."""
    words: dict[Fit, dict[str, None]] = {}
    for stop in sorted(way.stops, key=lambda each: -each.feeling):
        words.setdefault(stop.fit, {})[way.word(stop.feeling)] = None
    return [
        KeyItem(lambda x, y, fit=fit: fit_mark(fit, x + 9, y), 20, ", ".join(said))  # type: ignore[misc]
        for fit, said in words.items()
    ]


def _key(way: Way) -> list[KeyItem]:
    inside = [KeyItem(lambda x, y: mark(x + 9, y, outside=False), 20, gettext("at the table"))]
    outside = [KeyItem(lambda x, y: mark(x + 9, y, outside=True), 20, gettext("not at the table"))]
    present = any(name not in way.absent for name in way.lanes)
    return [*_felt_key(way), *(inside if present else []), *(outside if way.absent else [])]


@drawn_once
def journey_picture(way: Way, *, picture_id: str) -> Picture | None:
    """None when nobody wrote down a step."""
    if not way.stops:
        return None
    return drawn_twice(
        picture_id,
        title=way.title,
        description=description(way),
        wide=wide(way),
        narrow=narrow(way),
        data_table=data_table(way),
    )
