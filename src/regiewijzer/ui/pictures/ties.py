"""Who sits where, and who shares with whom? Names in columns, so that no name overlaps another or is cut off.

Two kinds of things stand in two columns with lines between; one kind stands in one column with arcs beside it. A larger
mark has more of the measure that was chosen, a mark in the accent holds the whole together, a square is imposed. In
focus one thing and what it is tied to stay dark.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    Drawn,
    Fill,
    Fragment,
    Paint,
    Shape,
    Stroke,
    curve,
    join,
    line,
    moved,
    path,
    shape,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.row_label import RowLabel, row_label
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Sheet
from regiewijzer.ui.pictures.words import enumeration, sentences

MOST_SAID = 5


@dataclass(frozen=True, slots=True)
class Node:
    """A thing on the map. `size` runs from 0 to 1; `holds`: without it the whole falls apart."""

    name: str
    size: float = 0.0
    href: str = ""
    square: bool = False
    holds: bool = False


@dataclass(frozen=True, slots=True)
class TiesMap:
    """Ties between places of `left` and places of `right`; without `right` between places of `left` alone.

    `focus` is the place of a node, those of `right` after those of `left`; None shows all alike. `sizes` says what a
    larger mark has more of.
    """

    title: str
    left: tuple[Node, ...]
    right: tuple[Node, ...]
    ties: tuple[tuple[int, int, float], ...]
    focus: int | None = None
    sizes: str = ""
    head: tuple[str, str, str] = ("", "", "")

    @property
    def nodes(self) -> tuple[Node, ...]:
        return (*self.left, *self.right)

    def around(self) -> list[list[int]]:
        """The places each place is tied to."""
        found: list[list[int]] = [[] for _node in self.nodes]
        for one, other, _weight in self._placed():
            found[one].append(other)
            found[other].append(one)
        return found

    def _placed(self) -> list[tuple[int, int, float]]:
        shift = len(self.left) if self.right else 0
        return [(one, other + shift, weight) for one, other, weight in self.ties]


def description(found: TiesMap) -> str:
    around = found.around()
    most = sorted(range(len(found.nodes)), key=lambda place: (-len(around[place]), found.nodes[place].name))[:MOST_SAID]
    told = (
        ngettext("%(name)s: %(count)s tie.", "%(name)s: %(count)s ties.", len(around[place]))
        % {"name": found.nodes[place].name, "count": len(around[place])}
        for place in most
    )
    holding = [node.name for node in found.nodes if node.holds]
    held = gettext("Without one of these it falls apart: %(names)s.") % {"names": enumeration(holding, MOST_SAID)}
    return sentences((*told, held if holding else ""))


def data_table(found: TiesMap) -> Table:
    """Every node of the last column with what it is tied to."""
    around, first = found.around(), len(found.left) if found.right else 0
    rows = tuple(
        (
            node.name,
            ", ".join(sorted(found.nodes[other].name for other in around[first + nr])) or "–",
            str(len(around[first + nr])),
        )
        for nr, node in enumerate(found.right or found.left)
    )
    return Table(found.title, found.head, rows, numeric=(2,), widths=(1.4, 3.0, 0.6))


_LEAST, _MORE = 4.0, 6.0  # radius of the smallest mark, and what the largest has more
_GAP = 9.0
_LINES_OF_NAME = 8
_LINE = Paint(stroke=Stroke.LINE, width=1)
_DARK = Paint(stroke=Stroke.ACCENT, width=2)
_PALE = Paint(stroke=Stroke.RULE, width=1)
_PLAIN = Paint(Fill.PAPER, Stroke.INK)
_IMPOSED = Paint(Fill.DEEP, Stroke.INK)
_HOLDS = Paint(Fill.ACCENT, Stroke.INK)


@dataclass(frozen=True, slots=True)
class _Columns:
    """Where marks and names stand on a sheet: the room of names, the marks left and right, the names on the right."""

    room: float
    left: float
    right: float
    names: float


_WIDE_COLUMNS = _Columns(300, 322, 598, 614)
_NARROW_COLUMNS = _Columns(136, 146, 192, 202)


def wide(found: TiesMap) -> Drawn:
    return _two(found, WIDE, _WIDE_COLUMNS) if found.right else _one(found, WIDE, 300)


def narrow(found: TiesMap) -> Drawn:
    return _two(found, NARROW, _NARROW_COLUMNS) if found.right else _one(found, NARROW, 110)


def _two(found: TiesMap, sheet: Sheet, at: _Columns) -> Drawn:
    """Two columns; the shorter is spread over the height of the longer."""
    left = _labels(found.left, sheet, at.room)
    right = _labels(found.right, sheet, sheet.width - at.names)
    height = max(_height(left), _height(right))
    tops = (*_spread(left, height), *_spread(right, height))
    labels = (*left, *right)
    middles = [top + label.height / 2 for top, label in zip(tops, labels, strict=True)]
    shift = len(left)
    lines = [
        line(at.left, middles[one], at.right, middles[other], _paint(found, one, other))
        for one, other, _weight in sorted(found._placed(), key=lambda tie: found.focus in tie[:2])
    ]
    marks = [_mark(node, at.left if nr < shift else at.right, middles[nr]) for nr, node in enumerate(found.nodes)]
    names = [
        label.drawn_name(top) if nr < shift else moved(at.names, 0, label.drawn_name(top))
        for nr, (label, top) in enumerate(zip(labels, tops, strict=True))
    ]
    key, end = flow(_key(found), sheet, height + 14)
    return Drawn(join(unspoken(*lines, *marks, key), *names), max(end, height + 4))


def _one(found: TiesMap, sheet: Sheet, arcs: float) -> Drawn:
    """One column of names with arcs on its left; a thicker arc shares more."""
    labels = _labels(found.left, sheet, sheet.width - arcs - 20)
    height = _height(labels)
    tops = _spread(labels, height)
    middles = [top + label.height / 2 for top, label in zip(tops, labels, strict=True)]
    most = max((weight for *_ends, weight in found.ties), default=1)
    span = max(height, 1)
    drawn = []
    for one, other, weight in sorted(found.ties, key=lambda tie: found.focus in tie[:2]):
        start, end = sorted((middles[one], middles[other]))
        control = arcs - 2 * (arcs - 12) * min(1.0, (end - start) / span + 0.12)
        base = _paint(found, one, other)
        paint = Paint(stroke=base.stroke, width=base.width + 3 * (weight - 1) / max(most - 1, 1))
        drawn.append(path(curve((arcs, start), (control, (start + end) / 2), (arcs, end)), paint))
    marks = [_mark(node, arcs, middles[nr]) for nr, node in enumerate(found.left)]
    names = [moved(arcs + 18, 0, label.drawn_name(top)) for label, top in zip(labels, tops, strict=True)]
    key, end = flow(_key(found), sheet, height + 14)
    return Drawn(join(unspoken(*drawn, *marks, key), *names), max(end, height + 4))


def _labels(nodes: Sequence[Node], sheet: Sheet, room: float) -> list[RowLabel]:
    return [row_label(sheet, node.name, "", room=room, href=node.href, lines=_LINES_OF_NAME) for node in nodes]


def _height(labels: Sequence[RowLabel]) -> float:
    return sum(label.height + _GAP for label in labels) + 8


def _spread(labels: Sequence[RowLabel], height: float) -> list[float]:
    """The upper edge of each label, spread evenly over the height."""
    spare = (height - _height(labels)) / max(len(labels), 1)
    tops, y = [], 6 + spare / 2
    for label in labels:
        tops.append(y)
        y += label.height + _GAP + spare
    return tops


def _paint(found: TiesMap, one: int, other: int) -> Paint:
    if found.focus is None:
        return _LINE
    return _DARK if found.focus in (one, other) else _PALE


def _mark(node: Node, x: float, y: float) -> Fragment:
    paint = _HOLDS if node.holds else _IMPOSED if node.square else _PLAIN
    return shape(Shape.SQUARE if node.square else Shape.CIRCLE, x, y, _LEAST + _MORE * node.size, paint)


def _key(found: TiesMap) -> list[KeyItem]:
    items = []
    if any(node.holds for node in found.nodes):
        items.append(_keyed(Node("", 0.4, holds=True), gettext("holds it together")))
    if any(node.square for node in found.nodes):
        items.append(_keyed(Node("", 0.4, square=True), gettext("mandated network")))
    if found.sizes:
        items.append(_keyed(Node("", 1.0), gettext("larger: %(what)s") % {"what": found.sizes}))
    return items


def _keyed(node: Node, words: str) -> KeyItem:
    return KeyItem(lambda x, y: _mark(node, x + 10, y), 20, words)


def by_neighbours(left: int, right: int, ties: Sequence[tuple[int, int, float]]) -> tuple[list[int], list[int]]:
    """An order of both columns in which tied things stand near each other: means of places, a few rounds over.

    `left` and `right` are how many there are; ties are places of both. Sugiyama, Tagawa & Toda 1981.
    """
    of_left, of_right = defaultdict[int, list[int]](list), defaultdict[int, list[int]](list)
    for one, other, _weight in ties:
        of_left[one].append(other)
        of_right[other].append(one)
    first, second = list(range(left)), list(range(right))
    for _round in range(_ROUNDS):
        second = _by_mean(second, of_right, first)
        first = _by_mean(first, of_left, second)
    return first, second


_ROUNDS = 6


def _by_mean(order: Sequence[int], tied: dict[int, list[int]], others: Sequence[int]) -> list[int]:
    place = {node: nr for nr, node in enumerate(others)}

    def mean(node: int) -> float:
        near = tied.get(node, [])
        return sum(place[each] for each in near) / len(near) if near else float("inf")

    return sorted(order, key=lambda node: (mean(node), node))


@drawn_once
def ties_picture(found: TiesMap, *, picture_id: str) -> Picture | None:
    """None without nodes."""
    if not found.left:
        return None
    return drawn_twice(
        picture_id,
        title=found.title,
        description=description(found) or found.title,
        wide=wide(found),
        narrow=narrow(found),
        data_table=data_table(found),
        links=any(node.href for node in found.nodes),
    )
