"""Where do lines bend, names stand and numbers fit, once every network has its place? Plain geometry, in units."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import hypot

_SAMPLES = 24  # points at which a line is looked at
_BENDS = (0.0, 40.0, -40.0, 70.0, -70.0, 100.0, -100.0)  # how far the middle of a line is pulled aside, tried in turn
_CLEAR = 7.0  # between a line and a network it does not join
_SPOTS = (0.5, 0.45, 0.55, 0.4, 0.6, 0.35, 0.65, 0.3, 0.7, 0.25, 0.75)  # where along a line its number may stand
_COLLISION = 1000.0  # what a name over a network or over another name costs; over a line it costs the line's width


@dataclass(frozen=True, slots=True)
class Disc:
    """The mark of a network."""

    x: float
    y: float
    r: float


@dataclass(frozen=True, slots=True)
class Box:
    """The room words take."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def meets_disc(self, disc: Disc) -> bool:
        dx = max(self.left - disc.x, 0, disc.x - self.right)
        dy = max(self.top - disc.y, 0, disc.y - self.bottom)
        return hypot(dx, dy) < disc.r

    def holds(self, point: tuple[float, float]) -> bool:
        return self.left < point[0] < self.right and self.top < point[1] < self.bottom


@dataclass(frozen=True, slots=True)
class Arc:
    """A line between two marks of some width; `bend` is how far its middle is pulled aside, 0 for straight."""

    start: Disc
    end: Disc
    width: float = 1
    bend: float = 0

    @property
    def control(self) -> tuple[float, float]:
        """Control point of the quadratic curve."""
        dx, dy = self.end.x - self.start.x, self.end.y - self.start.y
        length = hypot(dx, dy) or 1
        middle = (self.start.x + self.end.x) / 2, (self.start.y + self.end.y) / 2
        return middle[0] - dy / length * 2 * self.bend, middle[1] + dx / length * 2 * self.bend

    def at(self, t: float) -> tuple[float, float]:
        """The point at part t of the line, from 0 to 1."""
        (cx, cy), u = self.control, 1 - t
        x = u * u * self.start.x + 2 * u * t * cx + t * t * self.end.x
        y = u * u * self.start.y + 2 * u * t * cy + t * t * self.end.y
        return x, y

    @property
    def trail(self) -> list[tuple[float, float]]:
        return [self.at(nr / _SAMPLES) for nr in range(1, _SAMPLES)]


def bent(start: Disc, end: Disc, width: float, discs: Iterable[Disc]) -> Arc:
    """The line that runs through the fewest other marks: straight where it can be."""
    others = [disc for disc in discs if disc not in (start, end)]
    arcs = (Arc(start, end, width, bend) for bend in _BENDS)
    return min(arcs, key=lambda arc: (_hits(arc, others), abs(arc.bend)))


def _hits(arc: Arc, others: Sequence[Disc]) -> int:
    trail = arc.trail
    return sum(any(hypot(x - disc.x, y - disc.y) < disc.r + _CLEAR for x, y in trail) for disc in others)


def named(
    discs: Sequence[Disc], sizes: Sequence[tuple[float, float]], rows: Sequence[int], arcs: Sequence[Arc]
) -> tuple[Box, ...]:
    """A box of the given width and height above or below each mark, where it covers least.

    The first row begins with its names above and the others below: that never collides. Then each may change sides.
    """
    above = [row == 0 and any(rows) for row in rows]
    boxes = [_beside(disc, size, up) for disc, size, up in zip(discs, sizes, above, strict=True)]
    trails = [(arc.width, arc.trail) for arc in arcs]
    for nr, disc in enumerate(discs):
        others = boxes[:nr] + boxes[nr + 1 :]
        turned = _beside(disc, sizes[nr], not above[nr])
        if _covered(turned, discs, others, trails) < _covered(boxes[nr], discs, others, trails):
            boxes[nr] = turned
    return tuple(boxes)


def _beside(disc: Disc, size: tuple[float, float], above: bool) -> Box:  # one of two sides
    width, height = size
    top = disc.y - disc.r - 7 - height if above else disc.y + disc.r + 6
    return Box(disc.x - width / 2, top, disc.x + width / 2, top + height)


def _covered(
    box: Box, discs: Iterable[Disc], boxes: Iterable[Box], trails: Iterable[tuple[float, Sequence[tuple[float, float]]]]
) -> float:
    collisions = sum(box.meets_disc(disc) for disc in discs) + sum(box.meets(other) for other in boxes)
    lines = sum(width for width, trail in trails if any(box.holds(point) for point in trail))
    return collisions * _COLLISION + lines


def spot(arc: Arc, size: tuple[float, float], discs: Iterable[Disc], taken: Iterable[Box]) -> Box | None:
    """A box of the given size on the line, clear of marks and of what is taken; None when there is no such spot."""
    width, height = size
    for t in _SPOTS:
        x, y = arc.at(t)
        box = Box(x - width / 2, y - height / 2, x + width / 2, y + height / 2)
        roomy = replace(box, left=box.left - 3, right=box.right + 3)
        if not any(map(roomy.meets_disc, discs)) and not any(map(roomy.meets, taken)):
            return box
    return None
