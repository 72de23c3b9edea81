"""Which mark stands for what? How a measure stands to what is needed, and whether a network is our own."""

from enum import StrEnum

from django.utils.translation import gettext

from regiewijzer.ui.pictures.canvas import HOLLOW, Fill, Fragment, Paint, Shape, Stroke, Tone, join, shape
from regiewijzer.ui.pictures.key import KeyItem
from regiewijzer.ui.wording import text_of


class Fit(StrEnum):
    OK = "ok"
    TIGHT = "tight"
    SHORT = "short"
    UNKNOWN = "unknown"


SHAPES = {Fit.OK: Shape.CIRCLE, Fit.TIGHT: Shape.TRIANGLE, Fit.SHORT: Shape.DIAMOND, Fit.UNKNOWN: Shape.CIRCLE}
TONES = {Fit.OK: Tone.OK, Fit.TIGHT: Tone.TIGHT, Fit.SHORT: Tone.SHORT, Fit.UNKNOWN: Tone.SOFT}
_FILLS = {Fit.OK: Fill.OK, Fit.TIGHT: Fill.TIGHT, Fit.SHORT: Fill.SHORT, Fit.UNKNOWN: Fill.PAPER}
_STROKES = {Fit.OK: Stroke.OK, Fit.TIGHT: Stroke.TIGHT, Fit.SHORT: Stroke.SHORT, Fit.UNKNOWN: Stroke.LINE}


def fit_mark(fit: Fit, x: float, y: float, r: float = 7.5) -> Fragment:
    """The mark of a fit, with a rim of paper so that it stands free of the line it lies on. Unknown is an open ring."""
    if fit is Fit.UNKNOWN:
        return shape(Shape.CIRCLE, x, y, r - 1, Paint(Fill.PAPER, Stroke.LINE, width=2))
    return shape(SHAPES[fit], x, y, r, Paint(_FILLS[fit], Stroke.PAPER, width=2))


def reviewed_mark(fit: Fit, x: float, y: float, r: float = 7.5) -> Fragment:
    """The mark of what a review found: the mark of a fit with a rim of ink."""
    return shape(SHAPES[fit], x, y, r, Paint(_FILLS[fit], Stroke.INK, width=2.5))


def square_mark(fit: Fit, x: float, y: float, r: float = 8) -> Fragment:
    """The mark of a measure of its own: a square, and when it does not simply fit, with the shape of the fit inside."""
    if fit is Fit.OK:
        return shape(Shape.SQUARE, x, y, r, Paint(Fill.OK, Stroke.PAPER, width=2))
    frame = shape(Shape.SQUARE, x, y, r + 3, Paint(Fill.PAPER, _STROKES[fit], width=2))
    inside = Paint(_FILLS[fit], Stroke.LINE if fit is Fit.UNKNOWN else None)
    return join(frame, shape(SHAPES[fit], x, y, r * 0.6, inside))


_VERDICTS = {Fit.OK: "fits", Fit.TIGHT: "narrow", Fit.SHORT: "short", Fit.UNKNOWN: "unknown"}


def fit_words(fit: Fit) -> str:
    return text_of(_VERDICTS[fit], "verdicts")


_MANDATED = Paint(Fill.DEEP, Stroke.INK)


def network_mark(x: float, y: float, r: float, *, mandated: bool) -> Fragment:
    return shape(Shape.SQUARE, x, y, r, _MANDATED) if mandated else shape(Shape.CIRCLE, x, y, r, HOLLOW)


def own_item() -> KeyItem:
    return KeyItem(lambda x, y: network_mark(x + 9, y, 8, mandated=False), 18, gettext("own network"))


def mandated_item() -> KeyItem:
    return KeyItem(lambda x, y: network_mark(x + 9, y, 8, mandated=True), 18, gettext("mandated network"))


def origin_words(*, mandated: bool) -> str:
    return gettext("mandated") if mandated else gettext("own")
