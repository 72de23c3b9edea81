"""Who is needed at a table, and who sits there? Three rings around the goal, with the names outside them.

Names stand by what they bring, beside the rings, so that no letter meets a line. A full dot sits at the table, an open
one does not; a dashed one belongs to the core and does not sit there; a half one is a partner on whom a room is
divided, between two rings: never in the core. On a phone the same is a list by ring.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import cos, pi, sin

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
    Paint,
    Shape,
    Stroke,
    Tone,
    join,
    line,
    link,
    number,
    path,
    shape,
    target,
    text,
    text_lines,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.picture import Picture, Table, drawn_once, drawn_twice
from regiewijzer.ui.pictures.text_metrics import NARROW, WIDE, Letter, shorten, width_of, wrap
from regiewijzer.ui.pictures.words import sentences

CORE, COMPLEMENTARY, CONTEXT = "core", "complementary", "context"
RINGS = (CORE, COMPLEMENTARY, CONTEXT)


@dataclass(frozen=True, slots=True)
class Around:
    """One partner. `ring` is the code of its ring, empty outside all; `beside` is what it brings first."""

    name: str
    ring: str
    inside: bool
    beside: str = ""
    divided: bool = False
    href: str = ""
    cells: tuple[str, ...] = ()

    @property
    def lacking(self) -> bool:
        """Belongs to the core and does not sit there."""
        return self.ring == CORE and not self.inside and not self.divided


@dataclass(frozen=True, slots=True)
class Seen:
    """`needs`: what is needed, with how many should bring it and how many at the table do. `rings`: names of rings."""

    title: str
    partners: tuple[Around, ...]
    needs: tuple[tuple[str, int, int], ...]
    rings: tuple[tuple[str, str], ...]
    head: tuple[str, ...]

    @property
    def ring_names(self) -> dict[str, str]:
        return dict(self.rings)


def description(seen: Seen) -> str:
    names = seen.ring_names
    return sentences(
        (
            *(
                f"{names[ring]}: {', '.join(found)}."
                for ring in RINGS
                if (found := [each.name for each in seen.partners if each.ring == ring and not each.divided])
            ),
            *(gettext("%(name)s belongs to the core and is not at the table.") % {"name": each.name}
              for each in seen.partners if each.lacking),
            *(gettext("The room is divided on %(name)s.") % {"name": each.name}
              for each in seen.partners if each.divided),
        )
    )  # fmt: skip


def data_table(seen: Seen) -> Table:
    return Table(seen.title, seen.head, tuple((each.name, *each.cells) for each in seen.partners))


_RADII = {CORE: 84.0, COMPLEMENTARY: 152.0, CONTEXT: 218.0}
_AT = {CORE: 56.0, COMPLEMENTARY: 118.0, CONTEXT: 185.0}
_OUTSIDE, _DIVIDED = 240.0, 152.0
_MIDDLE = 460.0
_ROOM = 196.0  # for the names on each side
_SPREAD = 0.44 * pi  # names on a side look at this much of the rings, up and down
_DOT, _GOAL = 7.0, 20.0
_HEAD_GAP, _NAME_GAP, _GROUP_GAP = 18.0, 22.0, 16.0
_LACKING = Paint(Fill.PAPER, Stroke.SHORT, width=2.4, dash="3 3")
_HALF = Paint(Fill.INK)
_RING = Paint(Fill.PAPER, Stroke.LINE, width=1.2)
_LEADER = Paint(stroke=Stroke.LINE, width=1)


@dataclass(frozen=True, slots=True)
class _Group:
    """Partners that bring the same first, with what is needed of it."""

    said: str
    remark: str
    short: bool
    partners: tuple[Around, ...]

    @property
    def height(self) -> float:
        return _HEAD_GAP * (1 + bool(self.remark)) + sum(map(_height_of, self.partners)) + _GROUP_GAP


def _groups(seen: Seen) -> list[_Group]:
    """One for each need, one for what else is brought, one for who is not needed now."""
    placed = [each for each in seen.partners if each.ring or each.divided]
    found = [
        _Group(need, _remark(wanted, inside), inside < wanted, tuple(each for each in placed if each.beside == need))
        for need, wanted, inside in seen.needs
    ]
    asked = {need for need, _wanted, _inside in seen.needs}
    others = tuple(each for each in placed if each.beside not in asked)
    outside = tuple(each for each in seen.partners if not each.ring and not each.divided)
    if others:
        found.append(_Group(gettext("others") if asked else gettext("in the arena"), "", False, others))
    if outside:
        found.append(_Group(gettext("not needed now"), "", False, outside))
    return found


def _remark(wanted: int, inside: int) -> str:
    return gettext("needed %(wanted)s, at the table %(inside)s") % {"wanted": wanted, "inside": inside}


def wide(seen: Seen) -> Drawn:
    left, right = _sides(_groups(seen))
    height = max(2 * _RADII[CONTEXT] + 48, *(sum(group.height for group in side) for side in (left, right)), 0.0)
    middle = height / 2 + 4
    drawn = [_rings(seen, middle)]
    names: list[Fragment] = []
    for side, sign in ((left, -1), (right, 1)):
        taken = sum(group.height for group in side)
        top = (height - taken) / 2 + 12
        for marks, linked in _side(side, sign, top, taken, middle):
            drawn.append(marks)
            names.append(linked)
    key, end = flow(_key(seen), WIDE, height + 16)
    return Drawn(join(unspoken(*drawn, key), *names), end)


def _sides(groups: Sequence[_Group]) -> tuple[list[_Group], list[_Group]]:
    """The next group goes where least stands."""
    left: list[_Group] = []
    right: list[_Group] = []
    for group in groups:
        shortest = min((left, right), key=lambda side: sum(each.height for each in side))
        shortest.append(group)
    return left, right


def _rings(seen: Seen, middle: float) -> Fragment:
    circles = [
        shape(Shape.CIRCLE, _MIDDLE, middle, _RADII[ring], _RING if ring != COMPLEMENTARY else _stone())
        for ring in reversed(RINGS)
    ]
    words = [
        text(_MIDDLE, middle + _RADII[ring] - 8, seen.ring_names[ring], WIDE.small.strong, Tone.SOFT, Anchor.MIDDLE)
        for ring in RINGS
    ]
    return join(*circles, *words, shape(Shape.CIRCLE, _MIDDLE, middle, _GOAL, Paint(Fill.ACCENT)))


def _stone() -> Paint:
    return Paint(Fill.STONE, Stroke.LINE, width=1.2)


def _side(
    groups: Sequence[_Group], sign: int, top: float, taken: float, middle: float
) -> Iterator[tuple[Fragment, Fragment]]:
    """Heads with their names, and each name with a line to its dot."""
    edge = _MIDDLE + sign * (WIDE.width / 2 - _ROOM)
    anchor = Anchor.START if sign > 0 else Anchor.END
    y = top
    for group in groups:
        tone = Tone.SHORT if group.short else Tone.INK
        head = text(edge, y + 4, shorten(group.said, WIDE.body.strong, _ROOM), WIDE.body.strong, tone, anchor)
        y += _HEAD_GAP
        if group.remark:
            remark = text(edge, y + 2, group.remark, WIDE.small, tone if group.short else Tone.SOFT, anchor)
            head = join(head, remark)
            y += _HEAD_GAP
        yield head, NOTHING
        for each in group.partners:
            share = (y - top) / taken if taken else 0.5
            x, dot = _spot(each, sign, share, middle)
            yield join(line(edge - sign * 6, y, x, dot, _LEADER), mark(each, x, dot)), _name(each, edge, y, sign)
            y += _height_of(each)
        y += _GROUP_GAP


def _spot(each: Around, sign: int, share: float, middle: float) -> tuple[float, float]:
    """Where its dot lies: in its ring, at the height its name looks at."""
    angle = (share - 0.5) * 2 * _SPREAD
    radius = _DIVIDED if each.divided else _AT.get(each.ring, _OUTSIDE)
    return _MIDDLE + sign * radius * cos(angle), middle + radius * sin(angle)


def _letter_of(each: Around) -> Letter:
    return WIDE.body.strong if each.ring == CORE else WIDE.body


def _lines_of(each: Around) -> tuple[str, ...]:
    """A name is never cut: a long one takes two lines."""
    return wrap(each.name, _letter_of(each), _ROOM)


def _height_of(each: Around) -> float:
    return _NAME_GAP + (len(_lines_of(each)) - 1) * WIDE.body.leading


def _name(each: Around, edge: float, y: float, sign: int) -> Fragment:
    letter, said = _letter_of(each), _lines_of(each)
    width = max(width_of(words, letter) for words in said)
    left = edge if sign > 0 else edge - width
    below = (len(said) - 1) * letter.leading
    area = target(left - 4, y - 12, width + 8, 24 + below) if each.href else NOTHING
    anchor = Anchor.START if sign > 0 else Anchor.END
    words = text_lines(edge, y + 5, said, letter, Tone.SHORT if each.lacking else Tone.INK, anchor)
    return link(each.href, area, words, name=each.name)


def mark(each: Around, x: float, y: float) -> Fragment:
    """The dot of a partner."""
    if each.divided:
        half = f"M{number(x)} {number(y - _DOT)}A{_DOT:g} {_DOT:g} 0 0 0 {number(x)} {number(y + _DOT)}Z"
        return join(shape(Shape.CIRCLE, x, y, _DOT, HOLLOW), path(half, _HALF))
    if each.lacking:
        return shape(Shape.CIRCLE, x, y, _DOT + 1, _LACKING)
    return shape(Shape.CIRCLE, x, y, _DOT, SOLID if each.inside and each.ring else HOLLOW)


def narrow(seen: Seen) -> Drawn:
    """By ring, from the core on: a dot and a name on each line."""
    pieces: list[Fragment] = []
    names: list[Fragment] = []
    y = 8.0
    for heading, partners in _by_ring(seen):
        pieces.append(text(0, y + 12, heading, NARROW.body.strong))
        y += 26
        for each in partners:
            said = wrap(each.name, NARROW.body, NARROW.width - 28, lines=2)
            height = max(28.0, len(said) * NARROW.body.leading + 8)
            pieces.append(mark(each, 9, y + 8))
            area = target(0, y - 6, NARROW.width, height) if each.href else NOTHING
            tone = Tone.SHORT if each.lacking else Tone.INK
            names.append(link(each.href, area, text_lines(28, y + 14, said, NARROW.body, tone), name=each.name))
            y += height
        pieces.append(line(0, y, NARROW.width, y, GUIDE))
        y += 12
    key, end = flow(_key(seen), NARROW, y)
    return Drawn(join(unspoken(*pieces, key), *names), end)


def _by_ring(seen: Seen) -> Iterator[tuple[str, list[Around]]]:
    for ring in RINGS:
        if found := [each for each in seen.partners if each.ring == ring and not each.divided]:
            yield seen.ring_names[ring], found
    if divided := [each for each in seen.partners if each.divided]:
        yield gettext("divided"), divided
    if outside := [each for each in seen.partners if not each.ring and not each.divided]:
        yield gettext("not needed now"), outside


def _key(seen: Seen) -> list[KeyItem]:
    """What occurs, in words."""
    kinds = (
        (Around("", CONTEXT, inside=True), gettext("at the table"), any(p.inside and p.ring for p in seen.partners)),
        (Around("", CORE, inside=False), gettext("belongs to the core, not at the table"),
         any(p.lacking for p in seen.partners)),
        (Around("", "", inside=True, divided=True), gettext("divided: on no ring"),
         any(p.divided for p in seen.partners)),
        (Around("", "", inside=True), gettext("not at the table, or not needed now"),
         any(not p.divided and not p.lacking and not (p.inside and p.ring) for p in seen.partners)),
    )  # fmt: skip
    return [KeyItem(lambda x, y, of=of: mark(of, x + 9, y), 20, words) for of, words, there in kinds if there]  # type: ignore[misc]


@drawn_once
def rings_picture(seen: Seen, *, picture_id: str) -> Picture | None:
    """None when nobody stands in the arena."""
    if not seen.partners:
        return None
    return drawn_twice(
        picture_id,
        title=seen.title,
        description=description(seen)
        or ngettext("%(count)d partner.", "%(count)d partners.", len(seen.partners)) % {"count": len(seen.partners)},
        wide=wide(seen),
        narrow=narrow(seen),
        data_table=data_table(seen),
        links=any(each.href for each in seen.partners),
    )
