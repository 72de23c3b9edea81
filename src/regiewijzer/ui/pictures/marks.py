"""Which small marks stand beside words? State, weight, the brand and a neutral crest.

Each is decoration to a screen reader: the word beside it says the same. The style sheet may change the size.
"""

from django.utils.safestring import SafeString

from regiewijzer.ui.pictures.canvas import Fill, Paint, Shape, Stroke, ornament, path, points, rect, shape
from regiewijzer.ui.pictures.fit import SHAPES, Fit

_FILLED = Paint(Fill.CURRENT)
_OPEN = Paint(stroke=Stroke.CURRENT, width=2.5)
_BAR = Paint(Fill.CURRENT, Stroke.CURRENT)
_EMPTY_BAR = Paint(stroke=Stroke.CURRENT)
_BARS = (6.0, 11.0, 16.0)  # heights
_RADII = {Fit.OK: 7.0, Fit.TIGHT: 6.9, Fit.SHORT: 6.4}


def state_mark(fit: Fit) -> SafeString:
    """Diamond, triangle, circle or open ring, in the colour of the words beside it."""
    if fit is Fit.UNKNOWN:
        return ornament("mark", "0 0 16 16", 16, 16, shape(Shape.CIRCLE, 8, 8, 6, _OPEN))
    y = 9 if fit is Fit.TIGHT else 8
    return ornament("mark", "0 0 16 16", 16, 16, shape(SHAPES[fit], 8, y, _RADII[fit], _FILLED))


def weight_mark(level: int) -> SafeString:
    """Three rising bars, of which 3 (first), 2 (then) or 1 (keep an eye on it) are filled; ValueError otherwise."""
    if not 1 <= level <= len(_BARS):
        raise ValueError(f"a weight runs from 1 to {len(_BARS)}, not {level}")
    bars = (
        rect(nr * 8 + 0.75, 16.75 - height, 3.5, height - 1.5, _BAR if nr < level else _EMPTY_BAR, radius=1)
        for nr, height in enumerate(_BARS)
    )
    return ornament("mark", "0 0 21 16", 21, 16, *bars)


def brand_mark() -> SafeString:
    """A compass with one needle."""
    return ornament(
        "mark",
        "0 0 26 26",
        26,
        26,
        shape(Shape.CIRCLE, 13, 13, 11.5, Paint(stroke=Stroke.ACCENT, width=2.5)),
        path(points((13, 13), (20.5, 6.6)), Paint(stroke=Stroke.INK, width=2.75, rounded=True)),
        shape(Shape.CIRCLE, 13, 13, 2.6, Paint(Fill.INK)),
    )


def crest() -> SafeString:
    """A shield with a tree, for an authority without arms of its own."""
    leaves = ((10, 14, 1.7), (18, 14, 1.7), (11, 10.6, 1.7), (17, 10.6, 1.7), (14, 8, 1.7), (14, 12, 1.7))
    branches = "M14 25V14M14 19l-4-4M14 19l4-4M14 15l-3-3M14 15l3-3"
    return ornament(
        "mark crest",
        "0 0 28 32",
        28,
        32,
        path("M2 2h24v15c0 7-6 11-12 13C8 28 2 24 2 17z", Paint(Fill.ACCENT)),
        path(branches, Paint(stroke=Stroke.ON_ACCENT, rounded=True)),
        *(shape(Shape.CIRCLE, x, y, r, Paint(Fill.ON_ACCENT)) for x, y, r in leaves),
    )
