"""How is overlap drawn on a narrow sheet? The strongest pairs, one dot for each partner of the smaller network."""

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
    rect,
    shape,
    target,
    text,
    text_lines,
    unspoken,
)
from regiewijzer.ui.pictures.key import KeyItem, flow
from regiewijzer.ui.pictures.letters import NARROW, width_of, wrap
from regiewijzer.ui.pictures.overlap.rows import MapNode, OverlapMap, Pair
from regiewijzer.ui.pictures.words import of

_MOST_PAIRS = 6
_DOT = 7.2
_PITCH = 19.0
_MOST_DOTS = 42  # a smaller network of more partners is drawn as a bar
_HOT = Paint(Fill.SHORT, Stroke.SHORT)


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
    key, end = flow(_key_items(), NARROW, y + 2)
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
    filled = _HOT if pair.hot else SOLID
    spots = [(nr % across, nr // across) for nr in range(pair.smallest)]
    dots = (
        shape(Shape.CIRCLE, 9 + column * _PITCH, y + row * _PITCH, _DOT, filled if nr < pair.shared else HOLLOW)
        for nr, (column, row) in enumerate(spots)
    )
    return join(*dots), y + spots[-1][1] * _PITCH


def _bar(pair: Pair, y: float) -> tuple[Fragment, float]:
    full = NARROW.width - 110
    part = full * pair.shared / pair.smallest
    return join(rect(1, y - 8, full, 16, HOLLOW), rect(1, y - 8, part, 16, _HOT if pair.hot else SOLID)), y


def _key_items() -> list[KeyItem]:
    return [
        KeyItem(lambda x, y: shape(Shape.CIRCLE, x + 8, y, _DOT, SOLID), 16, gettext("shared partner")),
        KeyItem(
            lambda x, y: shape(Shape.CIRCLE, x + 8, y, _DOT, HOLLOW),
            16,
            gettext("other partner of the smaller network"),
        ),
    ]
