"""Which networks sit with the same partners? Networks as marks, shared partners as lines; the strongest pairs first."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from django.utils.translation import gettext, ngettext

from regiewijzer.ui.pictures.canvas import (
    GUIDE,
    HOLLOW,
    NOTHING,
    SOLID,
    Anchor,
    Drawn,
    Fill,
    Fragment,
    Halo,
    Paint,
    Shape,
    Stroke,
    Tone,
    curve,
    join,
    line,
    link,
    moved,
    path,
    points,
    rect,
    shape,
    target,
    text,
    text_lines,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.marks import mandated_item, network_mark, own_item
from regiewijzer.ui.pictures.overlap_layout import Arc, Box, Disc, Edge, Place, arrange, bent, columns_for, named, spot
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, width_of, wrap
from regiewijzer.ui.pictures.words import of, sentences


@dataclass(frozen=True, slots=True)
class MapNode:
    """A network. `key` is unique on the map; networks of one `group` (a theme) are drawn near each other."""

    key: str
    name: str
    partners: int
    mandated: bool = False
    group: str = ""
    href: str = ""


@dataclass(frozen=True, slots=True)
class MapLink:
    """Two networks, by key, that share partners. `hot` is a pair a finding speaks of."""

    one: str
    other: str
    shared: int
    hot: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A link with the networks it joins, the first named first."""

    one: MapNode
    other: MapNode
    shared: int
    hot: bool

    @property
    def smallest(self) -> int:
        """Partners of the smaller network: the most they could share."""
        return max(self.shared, min(self.one.partners, self.other.partners))

    @property
    def together(self) -> int:
        """Partners of both networks, each counted once."""
        return max(self.smallest, self.one.partners + self.other.partners - self.shared)

    @property
    def mandated(self) -> bool:
        return self.one.mandated or self.other.mandated


@dataclass(frozen=True, slots=True)
class OverlapMap:
    """Up to about fourteen networks; the caller takes the strongest pairs of more."""

    nodes: tuple[MapNode, ...]
    links: tuple[MapLink, ...]

    @property
    def pairs(self) -> tuple[Pair, ...]:
        """The links that join two networks of the map, the strongest overlap first."""
        node = {node.key: node for node in self.nodes}
        pairs = (
            Pair(node[link.one], node[link.other], link.shared, link.hot)
            for link in self.links
            if link.one in node and link.other in node and link.one != link.other and link.shared > 0
        )
        return tuple(sorted(pairs, key=_strength))


def _strength(pair: Pair) -> tuple[bool, float, int, str, str]:
    return not pair.hot, -pair.shared / pair.smallest, -pair.shared, pair.one.name, pair.other.name


def description(overlap: OverlapMap) -> str:
    pairs = overlap.pairs
    count = len(overlap.nodes)
    networks = ngettext("%(count)d network.", "%(count)d networks.", count) % {"count": count}
    sharing = ngettext("%(count)d pair shares partners.", "%(count)d pairs share partners.", len(pairs))
    strongest = gettext("Most overlap: %(one)s and %(other)s, %(shared)s partners.") % {
        "one": pairs[0].one.name,
        "other": pairs[0].other.name,
        "shared": of(pairs[0].shared, pairs[0].smallest),
    }
    return sentences((networks, sharing % {"count": len(pairs)}, strongest))


def data_table(overlap: OverlapMap) -> Table:
    head = (
        gettext("Pair"),
        gettext("Shared"),
        gettext("of the smaller network"),
        gettext("of both together"),
        gettext("Mandated network"),
    )
    rows = tuple(_row(pair) for pair in overlap.pairs)
    return Table(gettext("Networks that share partners"), head, rows, numeric=(1, 2, 3))


def _row(pair: Pair) -> tuple[str, ...]:
    return (
        gettext("%(one)s and %(other)s") % {"one": pair.one.name, "other": pair.other.name},
        of(pair.shared, pair.smallest),
        _percentage(pair.shared, pair.smallest),
        _percentage(pair.shared, pair.together),
        gettext("yes") if pair.mandated else gettext("no"),
    )


def _percentage(part: int, whole: int) -> str:
    return gettext("%(share)d %%") % {"share": round(100 * part / whole)}


_MOST_PAIRS = 6
_DOT = 7.2
_PITCH = 19.0
_MOST_DOTS = 42  # a smaller network of more partners is drawn as a bar
_HOT_PAIR = Paint(Fill.SHORT, Stroke.SHORT)


def draw_pairs(overlap: OverlapMap) -> Drawn:
    pairs = overlap.pairs
    names: list[Fragment] = []
    marks: list[Fragment] = []
    y = 0.0
    for nr, pair in enumerate(pairs[:_MOST_PAIRS]):
        if nr:
            marks.append(line(0, y, NARROW.width, y, GUIDE))
        name, mark, y = _pair(pair, y)
        names.append(name)
        marks.append(mark)
    left = len(pairs) - _MOST_PAIRS
    if left > 0:
        words = ngettext("%(count)d more pair in the table", "%(count)d more pairs in the table", left) % {
            "count": left
        }
        marks.append(text(0, y + 14, words, NARROW.small, Tone.SOFT))
        y += 24
    key, end = flow(_pair_key_items(), NARROW, y + 2)
    return Drawn(join(unspoken(*marks, key), *names), end)


def _pair(pair: Pair, top: float) -> tuple[Fragment, Fragment, float]:
    """The two names, the dots, and where the next pair starts."""
    one, one_end = _name(pair.one, pair.one.name, top + 22, strong=True)
    joined = gettext("and %(name)s") % {"name": pair.other.name}
    other, other_end = _name(pair.other, joined, one_end, strong=False)
    words = of(pair.shared, pair.smallest)
    letter = NARROW.body.strong
    first = other_end + 4
    across = int((NARROW.width - width_of(words, letter) - 14) // _PITCH)
    dots, last = _dots(pair, first, across) if pair.smallest <= _MOST_DOTS else _bar(pair, first)
    said = text(NARROW.width, first + 5, words, letter, Tone.SHORT if pair.hot else Tone.INK, Anchor.END)
    return join(one, other), join(dots, said), last + 22


def _name(node: MapNode, words: str, foot: float, *, strong: bool) -> tuple[Fragment, float]:
    """A name with its origin, and the foot of what comes under it."""
    letter = NARROW.body.strong if strong else NARROW.body
    said = gettext("%(name)s (mandated)") % {"name": words} if node.mandated else words
    lines = wrap(said, letter, NARROW.width, lines=3)
    end = foot + len(lines) * letter.leading
    area = target(0, foot - 16, NARROW.width, len(lines) * letter.leading) if node.href else NOTHING
    return link(node.href, area, text_lines(0, foot, lines, letter)), end


def _dots(pair: Pair, y: float, across: int) -> tuple[Fragment, float]:
    """One dot per partner of the smaller network, filled when shared, and the middle of the last row."""
    filled = _HOT_PAIR if pair.hot else SOLID
    spots = [(nr % across, nr // across) for nr in range(pair.smallest)]
    dots = (
        shape(Shape.CIRCLE, 9 + column * _PITCH, y + row * _PITCH, _DOT, filled if nr < pair.shared else HOLLOW)
        for nr, (column, row) in enumerate(spots)
    )
    return join(*dots), y + spots[-1][1] * _PITCH


def _bar(pair: Pair, y: float) -> tuple[Fragment, float]:
    full = NARROW.width - 110
    part = full * pair.shared / pair.smallest
    return join(rect(1, y - 8, full, 16, HOLLOW), rect(1, y - 8, part, 16, _HOT_PAIR if pair.hot else SOLID)), y


def _pair_key_items() -> list[KeyItem]:
    return [
        KeyItem(lambda x, y: shape(Shape.CIRCLE, x + 8, y, _DOT, SOLID), 16, gettext("shared partner")),
        KeyItem(
            lambda x, y: shape(Shape.CIRCLE, x + 8, y, _DOT, HOLLOW),
            16,
            gettext("other partner of the smaller network"),
        ),
    ]


_WIDEST_COLUMN = 250.0
_ZIGZAG = 16.0  # every other place in a row stands lower, so that long lines pass beside it
_NUMBERED = 5  # from this many shared partners the number stands on the line
_MOST_SEEN = 26  # a network with more partners is drawn no larger
_SHARED = Paint(stroke=Stroke.LINE, opacity=0.5)
_THINNEST, _HOT_THINNEST, _THICKEST = 1.2, 5.0, 14.0
_PATCH = Paint(Fill.PAPER)
_HOT = Paint(stroke=Stroke.SHORT)
_PILL = Paint(Fill.SHORT, Stroke.PAPER, width=3)


@dataclass(frozen=True, slots=True)
class _Site:
    """A network on the sheet, with the lines of its name."""

    node: MapNode
    disc: Disc
    row: int
    name: tuple[str, ...]
    letter: Letter

    @property
    def name_size(self) -> tuple[float, float]:
        width = max((width_of(words, self.letter) for words in self.name), default=0)
        return width, len(self.name) * self.letter.leading


@dataclass(frozen=True, slots=True)
class _Tie:
    pair: Pair
    arc: Arc


def draw_map(overlap: OverlapMap) -> Drawn:
    sites = _sites(overlap)
    discs = [site.disc for site in sites]
    disc_of = {site.node.key: site.disc for site in sites}
    ties = [_tie(pair, disc_of, discs) for pair in overlap.pairs]
    arcs = [tie.arc for tie in ties]
    names = named(discs, [site.name_size for site in sites], [site.row for site in sites], arcs)
    shapes = (
        *(_stroke(tie) for tie in sorted(ties, key=lambda tie: (tie.pair.hot, tie.pair.shared))),
        *_counts(ties, discs, names),
        *(_mark(site) for site in sites),
    )
    labels = [_label(site, box) for site, box in zip(sites, names, strict=True)]
    top, bottom = _extent(discs, names, arcs)
    key, end = flow(_key_items(overlap), WIDE, bottom - top + 18)
    return Drawn(join(unspoken(moved(0, -top, *shapes), key), moved(0, -top, *labels)), end)


def _tie(pair: Pair, disc_of: Mapping[str, Disc], discs: Sequence[Disc]) -> _Tie:
    """A line that is thicker with every partner shared."""
    width = min(_THICKEST, max(_HOT_THINNEST if pair.hot else _THINNEST, 2 * (pair.shared - 2.6)))
    return _Tie(pair, bent(disc_of[pair.one.key], disc_of[pair.other.key], width, discs))


def _edges(overlap: OverlapMap) -> tuple[Edge, ...]:
    """Every pair pulls, more when it shares more, and the pair of a finding most."""
    number_of = {node.key: nr for nr, node in enumerate(overlap.nodes)}
    pairs = overlap.pairs
    most = max(pair.shared for pair in pairs)
    return tuple(
        (number_of[pair.one.key], number_of[pair.other.key], 0.3 + 0.7 * pair.shared / most + pair.hot)
        for pair in pairs
    )


def _sites(overlap: OverlapMap) -> list[_Site]:
    count = len(overlap.nodes)
    places = arrange(count, _edges(overlap), tuple(node.group for node in overlap.nodes))
    column = min(_WIDEST_COLUMN, WIDE.width / columns_for(count))
    hot = {node.key for pair in overlap.pairs if pair.hot for node in (pair.one, pair.other)}
    letters = [WIDE.body.strong if node.key in hot else WIDE.body for node in overlap.nodes]
    names = [wrap(node.name, letter, column - 12, lines=3) for node, letter in zip(overlap.nodes, letters, strict=True)]
    radii = [9 + 0.95 * min(max(node.partners, 2), _MOST_SEEN) for node in overlap.nodes]
    row = 2 * max(radii) + max(map(len, names)) * WIDE.body.leading + 40
    return [
        _Site(node, _disc(place, radius, column, row), place.row, name, letter)
        for node, place, radius, name, letter in zip(overlap.nodes, places, radii, names, letters, strict=True)
    ]


def _disc(place: Place, radius: float, column: float, row: float) -> Disc:
    lower = _ZIGZAG if int(place.column) % 2 else 0
    return Disc((place.column + 0.5) * column, place.row * row + lower, radius)


def _extent(discs: Sequence[Disc], names: Sequence[Box], arcs: Sequence[Arc]) -> tuple[float, float]:
    """Highest and lowest point of the map."""
    trail = [y for arc in arcs for _, y in arc.trail]
    tops = [*(disc.y - disc.r for disc in discs), *(box.top for box in names), *trail]
    bottoms = [*(disc.y + disc.r for disc in discs), *(box.bottom for box in names), *trail]
    return min(tops) - 2, max(bottoms) + 4


def _stroke(tie: _Tie) -> Fragment:
    """The pair of a finding in the colour of what falls short."""
    arc = tie.arc
    paint = replace(_HOT if tie.pair.hot else _SHARED, width=arc.width)
    start, end, control = (arc.start.x, arc.start.y), (arc.end.x, arc.end.y), arc.control
    return path(points(start, end) if not arc.bend else curve(start, control, end), paint)


def _counts(ties: Sequence[_Tie], discs: Sequence[Disc], names: Sequence[Box]) -> list[Fragment]:
    """A pill on the pairs of a finding, a number on the other strong pairs, where there is room."""
    taken = list(names)
    pieces = []
    for tie in sorted(ties, key=lambda tie: (not tie.pair.hot, -tie.pair.shared)):
        pair = tie.pair
        if not pair.hot and pair.shared < _NUMBERED:
            continue
        words = of(pair.shared, pair.smallest) if pair.hot else str(pair.shared)
        size = (width_of(words, WIDE.body.strong) + 22, 30.0) if pair.hot else (24.0, 24.0)
        box = spot(tie.arc, size, discs, taken) or (_middle(tie.arc, size) if pair.hot else None)
        if box:
            taken.append(box)
            pieces.append(_count(words, box, pair.hot))
    return pieces


def _middle(arc: Arc, size: tuple[float, float]) -> Box:
    x, y = arc.at(0.5)
    return Box(x - size[0] / 2, y - size[1] / 2, x + size[0] / 2, y + size[1] / 2)


def _count(words: str, box: Box, hot: bool) -> Fragment:  # one of two looks
    x, y = (box.left + box.right) / 2, (box.top + box.bottom) / 2
    width, height = box.right - box.left, box.bottom - box.top
    return join(
        rect(box.left, box.top, width, height, _PILL if hot else _PATCH, radius=height / 2),
        text(x, y + 5, words, WIDE.body.strong, Tone.PAPER if hot else Tone.INK, Anchor.MIDDLE),
    )


def _mark(site: _Site) -> Fragment:
    disc = site.disc
    return join(
        network_mark(disc.x, disc.y, disc.r, mandated=site.node.mandated),
        text(disc.x, disc.y + 5, str(site.node.partners), WIDE.body.strong, anchor=Anchor.MIDDLE),
    )


def _label(site: _Site, box: Box) -> Fragment:
    area = target(box.left, box.top, box.right - box.left, box.bottom - box.top) if site.node.href else NOTHING
    words = text_lines(site.disc.x, box.top + 14, site.name, site.letter, anchor=Anchor.MIDDLE, halo=Halo.PAPER)
    return link(site.node.href, area, words, name=site.node.name)


def _key_items(overlap: OverlapMap) -> list[KeyItem]:
    items = [own_item(), mandated_item()] if any(node.mandated for node in overlap.nodes) else [own_item()]
    return [
        *items,
        KeyItem(
            lambda x, y: line(x, y, x + 28, y, replace(_SHARED, width=5)), 28, gettext("thicker: more partners shared")
        ),
        KeyItem(_key_number, 22, gettext("number of partners")),
    ]


def _key_number(x: float, y: float) -> Fragment:
    return join(shape(Shape.CIRCLE, x + 11, y, 10), text(x + 11, y + 5, "9", WIDE.small, anchor=Anchor.MIDDLE))


@drawn_once
def overlap_picture(overlap: OverlapMap, *, picture_id: str) -> Picture | None:
    """The map, and on a narrow sheet its six strongest pairs; None when no two networks share a partner."""
    if not overlap.pairs:
        return None
    return drawn_twice(
        picture_id,
        title=gettext("Networks that share partners"),
        description=description(overlap),
        wide=draw_map(overlap),
        narrow=draw_pairs(overlap),
        data_table=data_table(overlap),
        links=any(node.href for node in overlap.nodes),
    )
