"""Where do networks that share partners stand on the map, and where do their names and lines go?"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import combinations
from math import hypot

Edge = tuple[int, int, float]  # two nodes by number, and how strongly they pull

_CROSSING = 1.0  # what one crossing costs, in columns of line
_THROUGH = 1.5  # what a line through a network it does not join costs
_COMPANY = 0.25  # pull between networks of one group
_CENTRE = 0.08  # pull of every network to the middle
_NEAR = 0.22  # how near a line may pass a network, in columns
_ROW = 0.88  # distance between rows, in columns
_SPARE = 1.15  # places for each network
_ROUNDS = 12


@dataclass(frozen=True, slots=True)
class Place:
    """`column` counts from 0 and may be a half; so does `row`, and it is whole."""

    column: float
    row: int

    @property
    def y(self) -> float:
        return self.row * _ROW


@dataclass(frozen=True, slots=True)
class _Grid:
    """Places, and for each pair of places the line between them: its length, the lines it crosses, the places it hits.

    Lines and places are bits of an int, so that a round of counting is one step.
    """

    places: tuple[Place, ...]
    line: tuple[tuple[int, ...], ...]
    length: tuple[float, ...]
    crosses: tuple[int, ...]
    hits: tuple[int, ...]
    from_centre: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class _Task:
    """What has to be seated: how many nodes, their edges, and the pairs of one group."""

    count: int
    edges: tuple[Edge, ...]
    company: tuple[tuple[int, int], ...]


@lru_cache(maxsize=256)
def arrange(count: int, edges: tuple[Edge, ...], groups: tuple[str, ...]) -> tuple[Place, ...]:
    """A place for each of `count` nodes; `groups` holds one name per node, "" for none."""
    grid = _grid(count)
    company = (pair for pair in combinations(range(count), 2) if groups[pair[0]] and groups[pair[0]] == groups[pair[1]])
    task = _Task(count, edges, tuple(company))
    settled = [_settled(seats, task, grid) for seats in _beginnings(task, grid)]
    best = min(settled, key=lambda seats: _cost(seats, task, grid))
    return _moved_together([grid.places[seat] for seat in best[:count]])


def columns_for(count: int) -> int:
    """How many networks may stand beside each other."""
    for most, columns in ((2, 2), (4, 3), (7, 4), (11, 5)):
        if count <= most:
            return columns
    return 6


def _moved_together(places: Sequence[Place]) -> tuple[Place, ...]:
    """The same places without empty rows, and without empty columns to the left."""
    rows = sorted({place.row for place in places})
    left = min(place.column for place in places)
    return tuple(Place(place.column - left, rows.index(place.row)) for place in places)


# A seating is a list of all places by number: those of the nodes in their order, then those nobody has.


def _settled(seats: list[int], task: _Task, grid: _Grid) -> list[int]:
    """Two nodes, or a node and an empty place, are swapped as long as that makes the map calmer."""
    cost = _cost(seats, task, grid)
    for _ in range(_ROUNDS):
        before = cost
        for a in range(task.count):
            for b in range(a + 1, len(seats)):
                seats[a], seats[b] = seats[b], seats[a]
                tried = _cost(seats, task, grid)
                if tried < cost - 1e-9:
                    cost = tried
                else:
                    seats[a], seats[b] = seats[b], seats[a]
        if cost == before:
            break
    return seats


def _cost(seats: Sequence[int], task: _Task, grid: _Grid) -> float:
    lines = [grid.line[seats[a]][seats[b]] for a, b, _ in task.edges]
    drawn = sum(1 << line for line in lines)
    taken = sum(1 << seat for seat in seats[: task.count])
    crossings = sum((grid.crosses[line] & drawn).bit_count() for line in lines) / 2
    hits = sum((grid.hits[line] & taken).bit_count() for line in lines)
    pull = sum(grid.length[line] * edge[2] for line, edge in zip(lines, task.edges, strict=True))
    company = sum(grid.length[grid.line[seats[a]][seats[b]]] for a, b in task.company)
    centre = sum(grid.from_centre[seat] for seat in seats[: task.count])
    return pull + _CROSSING * crossings + _THROUGH * hits + _COMPANY * company + _CENTRE * centre


def _beginnings(task: _Task, grid: _Grid) -> Iterator[list[int]]:
    """Neighbours together from left to right, from right to left, and row by row."""
    order = _neighbours_together(task)
    by_row = list(range(len(grid.places)))
    by_column = sorted(by_row, key=lambda nr: (grid.places[nr].column, grid.places[nr].row))
    for places in (by_column, by_column[::-1], by_row):
        seat = dict(zip(order, places, strict=False))
        yield [*(seat[node] for node in range(task.count)), *places[task.count :]]


def _neighbours_together(task: _Task) -> list[int]:
    """Nodes in the order in which they are met from the node that is pulled hardest, then from the next one unmet."""
    pull: list[dict[int, float]] = [{} for _ in range(task.count)]
    for a, b, weight in task.edges:
        pull[a][b] = pull[b][a] = weight
    met: dict[int, None] = {}
    for start in sorted(range(task.count), key=lambda node: (-sum(pull[node].values()), node)):
        queue = [start]
        while queue:
            node = queue.pop(0)
            if node not in met:
                met[node] = None
                queue += sorted(pull[node], key=lambda other: (-pull[node][other], other))
    return list(met)


@lru_cache(maxsize=32)
def _grid(count: int) -> _Grid:
    places = tuple(_places(count))
    pairs = list(combinations(range(len(places)), 2))
    ends = [(places[a], places[b]) for a, b in pairs]
    middle = sum(place.column for place in places) / len(places), sum(place.y for place in places) / len(places)
    number = {pair: nr for nr, pair in enumerate(pairs)}
    everyone = range(len(places))
    return _Grid(
        places,
        line=tuple(tuple(number.get((min(a, b), max(a, b)), 0) for b in everyone) for a in everyone),
        length=tuple(hypot(a.column - b.column, a.y - b.y) for a, b in ends),
        crosses=tuple(_bits(_cross(one, other) for other in ends) for one in ends),
        hits=tuple(_bits(_near(place, *end) for place in places) for end in ends),
        from_centre=tuple(hypot(place.column - middle[0], place.y - middle[1]) for place in places),
    )


def _places(count: int) -> Iterator[Place]:
    """Rows in turn full and one shorter, the shorter ones half a column in; no more rows than needed."""
    columns, row, given = columns_for(count), 0, 0
    while given < count * _SPARE:
        inset = row % 2
        for nr in range(columns - inset):
            yield Place(nr + inset / 2, row)
            given += 1
        row += 1


def _bits(truths: Iterator[bool]) -> int:
    return sum(1 << nr for nr, truth in enumerate(truths) if truth)


def _cross(one: tuple[Place, Place], other: tuple[Place, Place]) -> bool:
    """Two lines cross between their ends; lines from one place do not."""
    if set(one) & set(other):
        return False
    (a, b), (c, d) = one, other
    return _turn(a, b, c) * _turn(a, b, d) < 0 and _turn(c, d, a) * _turn(c, d, b) < 0


def _turn(a: Place, b: Place, c: Place) -> float:
    return (b.column - a.column) * (c.y - a.y) - (b.y - a.y) * (c.column - a.column)


def _near(place: Place, a: Place, b: Place) -> bool:
    """The line from a to b passes the place between its ends."""
    if place in (a, b):
        return False
    across, down = b.column - a.column, b.y - a.y
    along = ((place.column - a.column) * across + (place.y - a.y) * down) / (across**2 + down**2)
    return 0 < along < 1 and abs(_turn(a, b, place)) / hypot(across, down) < _NEAR


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
